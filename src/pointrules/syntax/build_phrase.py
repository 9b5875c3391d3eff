"""The phrases that a notation keeps apart: what stands in one, to be put into its block."""

from typing import TypeAlias

from pointrules.syntax.children import Builders, Children, Node
from pointrules.syntax.tokens import Token

PhraseItems: TypeAlias = tuple[Node, ...]
"""The words and nodes of a phrase, as they would stand in the block, without signs between them."""

_ENDS = ("COMMA", "SEMICOLON", "STOP")


def _items(c: Children) -> PhraseItems:
    return tuple(
        item for item in c.items if not (isinstance(item, Token) and item.terminal in _ENDS)
    )


PHRASE_BUILDERS: Builders = dict.fromkeys(
    (
        "phrase_number",
        "phrase_numbers",
        "phrase_name",
        "phrase_subject",
        "phrase_year",
        "phrase_quantity",
        "phrase_adjustable",
        "phrase_rounding",
        "phrase_measured",
        "phrase_restriction",
        "phrase_best",
        "phrase_edition",
        "phrase_review",
        "phrase_entries",
        "phrase_account",
        "phrase_category",
        "phrase_disposition",
        "phrase_guard",
        "phrase_settle",
        "phrase_settled_guard",
        "phrase_scoring",
        "phrase_tails",
        "phrase_because",
        "phrase_own",
        "phrase_bands",
        "phrase_board",
        "phrase_incentive",
        "phrase_loan",
        "phrase_exchange",
        "phrase_honour",
        "phrase_pool",
        "phrase_givens",
        "phrase_asked",
        "phrase_settled_on",
        "phrase_expected",
    ),
    _items,
)
