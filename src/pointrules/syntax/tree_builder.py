"""From a finished production of the grammar to its node of the tree, one function for each."""

from collections.abc import Sequence

from pointrules.syntax.build_account import ACCOUNT_BUILDERS
from pointrules.syntax.build_board import BOARD_BUILDERS
from pointrules.syntax.build_category import CATEGORY_BUILDERS
from pointrules.syntax.build_clause import CLAUSE_BUILDERS
from pointrules.syntax.build_condition import CONDITION_BUILDERS
from pointrules.syntax.build_edition import EDITION_BUILDERS
from pointrules.syntax.build_escalation import ESCALATION_BUILDERS
from pointrules.syntax.build_example import EXAMPLE_BUILDERS
from pointrules.syntax.build_flag import FLAG_BUILDERS
from pointrules.syntax.build_grade import GRADE_BUILDERS
from pointrules.syntax.build_incentive import INCENTIVE_BUILDERS
from pointrules.syntax.build_limit import LIMIT_BUILDERS
from pointrules.syntax.build_loan import LOAN_BUILDERS
from pointrules.syntax.build_overlay import OVERLAY_BUILDERS
from pointrules.syntax.build_phrase import PHRASE_BUILDERS
from pointrules.syntax.build_review import REVIEW_BUILDERS
from pointrules.syntax.build_settlement import SETTLEMENT_BUILDERS
from pointrules.syntax.build_validity import VALIDITY_BUILDERS
from pointrules.syntax.build_value import VALUE_BUILDERS
from pointrules.syntax.build_vocabulary import VOCABULARY_BUILDERS
from pointrules.syntax.build_words import WORDS_BUILDERS
from pointrules.syntax.children import Builders, Children, Node
from pointrules.syntax.tokens import Token

BUILDERS: Builders = {
    **WORDS_BUILDERS,
    **EDITION_BUILDERS,
    **REVIEW_BUILDERS,
    **VOCABULARY_BUILDERS,
    **ACCOUNT_BUILDERS,
    **CATEGORY_BUILDERS,
    **LIMIT_BUILDERS,
    **CONDITION_BUILDERS,
    **OVERLAY_BUILDERS,
    **CLAUSE_BUILDERS,
    **SETTLEMENT_BUILDERS,
    **VALUE_BUILDERS,
    **ESCALATION_BUILDERS,
    **VALIDITY_BUILDERS,
    **FLAG_BUILDERS,
    **GRADE_BUILDERS,
    **LOAN_BUILDERS,
    **BOARD_BUILDERS,
    **INCENTIVE_BUILDERS,
    **EXAMPLE_BUILDERS,
    **PHRASE_BUILDERS,
}
"""The builder of every production; a test holds this list against the grammar's."""


def build(production: str, file: str, items: Sequence[Token | Node]) -> Node:
    """The node, or the list of nodes to be spliced into the production around it."""
    return BUILDERS[production](Children(file, items))
