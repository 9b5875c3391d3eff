"""同一 项目, 按人: what keeps one counter of a limit or a best-of apart from another."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from pointrules.checking.resolve import Scope
from pointrules.model.account import Account
from pointrules.model.scan import Per
from pointrules.model.subject import SubjectKind
from pointrules.model.vocabulary import Attribute
from pointrules.syntax import tree

AttributeOf: TypeAlias = Callable[[tree.Name], Attribute | None]
"""Finds an attribute that all records concerned have; None after saying which has it not."""


def lower_matter(
    matter: tree.Matter, attribute_of: AttributeOf, accounts: Sequence[Account], scope: Scope
) -> tuple[tuple[Attribute, ...], Per] | None:
    """The attributes and whether persons count apart; None after saying what is wrong."""
    found = [attribute_of(name) for name in matter.attributes]
    key = tuple(attribute for attribute in found if attribute is not None)
    if len(key) < len(found):
        return None
    if not matter.by_person:
        return key, Per.SUBJECT
    is_personal = all(account.subject_kind is SubjectKind.PERSON for account in accounts)
    if accounts and is_personal and matter.span is not None:
        scope.reporter.report("by-person-of-person", matter.span, account=accounts[0].name)
        return None
    return key, Per.PERSON
