"""计给: who gets it, by which accounts; 乘 人数: how many times."""

from collections.abc import Sequence

from pointrules.checking.clause_setting import ClauseSetting
from pointrules.checking.operands import operand_named
from pointrules.checking.reading import Reading
from pointrules.diagnostics.diagnostic import Label
from pointrules.model.account import Account
from pointrules.model.beneficiary import Beneficiary, Own, PartiesOf, Relation, Who
from pointrules.model.condition import SubjectAttribute
from pointrules.model.multiplier import Multiplier
from pointrules.model.subject import COLLECTIVES, SubjectKind
from pointrules.model.value import ByRunningSum, Value
from pointrules.model.vocabulary import NumericType
from pointrules.source.source_file import Span
from pointrules.syntax import tree

_OWN: dict[str, Who] = {
    "person": Own.PERSON,
    "household": Own.HOUSEHOLD,
    "parties": PartiesOf(()),
}


def lower_beneficiaries(
    given_to: tree.GivenTo | None, sentence: tree.Sentence, setting: ClauseSetting
) -> tuple[Beneficiary, ...] | None:
    """Who gets it, none where the record's own subject does; None after saying what is wrong."""
    by_role = sentence.effect if isinstance(sentence.effect, tree.ByRole) else None
    if given_to is None:
        if by_role is not None:
            every_party = Beneficiary(PartiesOf(()), otherwise=False, origin=by_role.span)
            return _reaching((every_party,), by_role.span, setting)
        return () if _is_of_one_kind(sentence, setting) else None
    found: dict[Who, Beneficiary] = {}
    roles: list[str] = []
    is_sound = True
    for receiver in given_to.receivers:
        who = _who(receiver, setting)
        if who is None:
            is_sound = False
        elif who in found:
            label = Label(found[who].origin, "first")
            setting.scope.reporter.report("beneficiary-twice", receiver.span, labels=(label,))
            is_sound = False
        else:
            otherwise = given_to.first_only and bool(found)
            found[who] = Beneficiary(who, otherwise, receiver.span)
            if isinstance(who, PartiesOf):
                roles.extend(who.roles)
    if not is_sound:
        return None
    every = [item for item in found.values() if not isinstance(item.who, PartiesOf)]
    parties = [item for item in found.values() if isinstance(item.who, PartiesOf)]
    if by_role is not None and (every or roles):
        setting.scope.reporter.report("roles-with-beneficiary", given_to.span)
        return None
    if parties:
        who = PartiesOf(()) if PartiesOf(()) in found else PartiesOf(tuple(roles))
        every.append(Beneficiary(who, otherwise=False, origin=parties[0].origin))
    return _reaching(tuple(every), given_to.span, setting)


def _who(receiver: tree.Receiver, setting: ClauseSetting) -> Who | None:
    if isinstance(receiver.who, tree.Name):
        key = setting.scope.key(receiver.who, "role")
        role = None if key is None else setting.scope.roles.get(key)
        return None if role is None else PartiesOf((role,))
    return _OWN.get(receiver.who) or Relation(receiver.who)


def _is_of_one_kind(sentence: tree.Sentence, setting: ClauseSetting) -> bool:
    """A group's account beside others: the record names one subject, so it is said who gets it."""
    kinds = {account.subject_kind for account in setting.accounts}
    collective = next((item for item in setting.accounts if item.subject_kind in COLLECTIVES), None)
    if collective is None or len(kinds) == 1:
        return True
    if setting.is_whole:
        setting.scope.reporter.report(
            "beneficiary-missing", sentence.effect.span, account=collective.name
        )
    return False


def _reaching(
    beneficiaries: tuple[Beneficiary, ...], span: Span, setting: ClauseSetting
) -> tuple[Beneficiary, ...] | None:
    """Each of them has an account of its kind, and each account somebody who enters it."""
    if not setting.accounts:
        return beneficiaries
    report = setting.scope.reporter.report
    kinds = {account.subject_kind for account in setting.accounts}
    for item in beneficiaries:
        if not _entered_by(item.kind) & kinds:
            kind = SubjectKind.PERSON if item.kind is None else item.kind
            report("beneficiary-without-account", item.origin, kind=kind.value)
            return None
    reached = set[SubjectKind]().union(*(_entered_by(item.kind) for item in beneficiaries))
    for account in setting.accounts:
        if account.subject_kind not in reached:
            report(
                "account-without-beneficiary",
                span,
                account=account.name,
                kind=account.subject_kind.value,
            )
            return None
    return beneficiaries


def _entered_by(kind: SubjectKind | None) -> set[SubjectKind]:
    """The kinds of accounts that points of such a beneficiary can enter: persons' roll up."""
    if kind is None:
        return set(SubjectKind)
    if kind is SubjectKind.PERSON:
        return {SubjectKind.PERSON, SubjectKind.HOUSEHOLD}
    return {kind}


def lower_multiplier(
    multiplied: tree.Multiplied | None, value: Value | None, setting: ClauseSetting
) -> Multiplier | None:
    """How many times the value counts; None after saying what is wrong."""
    if multiplied is None:
        return None
    report = setting.scope.reporter.report
    if isinstance(value, ByRunningSum):
        report("multiplied-running-sum", multiplied.span)
        return None
    collective = [item for item in setting.accounts if item.subject_kind in COLLECTIVES]
    name = multiplied.attribute
    if name is None:
        if collective:
            report("members-of-collective", multiplied.span, account=collective[0].name)
            return None
        return Multiplier(None, multiplied.span)
    behaviours = setting.behaviours
    names = None if behaviours is None else frozenset(item.name for item in behaviours)
    operand = operand_named(name, Reading(setting.scope, names))
    if operand is None:
        return None
    kind = operand.attribute.type
    if not isinstance(kind, NumericType) or not kind.unit.counted:
        report("multiplied-by-no-number", name.span, attribute=name.text)
        return None
    if isinstance(operand, SubjectAttribute) and not _is_reached(operand, setting.accounts):
        report("multiplied-by-other-subject", name.span, attribute=name.text)
        return None
    return Multiplier(operand, multiplied.span)


def _is_reached(operand: SubjectAttribute, accounts: Sequence[Account]) -> bool:
    """Whether every beneficiary has the attribute, or belongs to a household that has it."""
    kinds = {account.subject_kind for account in accounts}
    if operand.kind is SubjectKind.HOUSEHOLD:
        return kinds.isdisjoint(COLLECTIVES)
    return kinds <= {operand.kind}
