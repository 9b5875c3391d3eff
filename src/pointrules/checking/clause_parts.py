"""What stands in a clause's sentence behind its effect, by kind."""

from collections.abc import Sequence
from typing import TypeVar

from msgspec import Struct, field

from pointrules.checking.clause_setting import ClauseSetting
from pointrules.checking.limits import MAX_ROWS
from pointrules.checking.lower_flag import WrittenFlag
from pointrules.checking.lower_validity import WrittenValidity, validity_row
from pointrules.checking.resolve import Scope
from pointrules.diagnostics.diagnostic import Label
from pointrules.model.period import Period
from pointrules.syntax import tree

_Tail = TypeVar(
    "_Tail",
    tree.GivenTo,
    tree.Multiplied,
    tree.BestOf,
    tree.Entered,
    tree.Rounding,
    tree.Reached,
    tree.Unlimited,
    tree.Instead,
    tree.JudgedFirst,
    tree.EntryValidity,
    tree.ValidityClock,
)


class ClauseParts(Struct):
    """What follows the effect, by kind, in order."""

    rows: list[tree.Row] = field(default_factory=list)
    steps: list[tree.LadderStep] = field(default_factory=list)
    flags: list[WrittenFlag] = field(default_factory=list)
    clears: list[tree.Clears] = field(default_factory=list)
    instead: tree.Instead | None = None
    judged_first: tree.JudgedFirst | None = None
    escalations: list[tree.Escalation] = field(default_factory=list)
    stackings: list[tree.Adds | tree.Precedes] = field(default_factory=list)
    limits: list[object] = field(default_factory=list)
    best_of: tree.BestOf | None = None
    entered: tree.Entered | None = None
    given_to: tree.GivenTo | None = None
    multiplied: tree.Multiplied | None = None
    amounts: list[tree.AccountAmount] = field(default_factory=list)
    rounding: tree.Rounding | None = None
    reached: tree.Reached | None = None
    unlimited: tree.Unlimited | None = None
    validity: WrittenValidity = field(default_factory=WrittenValidity)
    is_sound: bool = True


def parts_of(sentence: tree.Sentence | tree.Settlement, scope: Scope) -> ClauseParts:
    """The parts of `sentence`, after saying which stand twice or belong to nothing."""
    parts = ClauseParts()
    flag: tree.NamedRow | None = None
    is_after_unknown = False
    if isinstance(sentence.effect, tree.NamedRow):
        flag = sentence.effect
        parts.flags.append(WrittenFlag(flag, None))
    elif isinstance(sentence.effect, tree.Clears):
        parts.clears.append(sentence.effect)
    for tail in sentence.tails:
        opened: tree.NamedRow | None = None
        match tail:
            case tree.AlsoFlag(row):
                opened = row
            case tree.NamedRow(name) if scope.is_of_kind(name, "flag"):
                opened = tail
            case tree.FlagEnd(_, span):
                if flag is None:
                    parts.is_sound = False
                    if not is_after_unknown:
                        scope.reporter.report("until-without-flag", span)
                else:
                    parts.flags[-1] = WrittenFlag(flag, tail)
            case _:
                _take(tail, parts, scope)
        if opened is not None:
            parts.flags.append(WrittenFlag(opened, None))
        flag = opened
        is_after_unknown = isinstance(tail, tree.NamedRow) and not tail.name.is_declared
    if len(parts.rows) > MAX_ROWS:
        scope.reporter.report("too-many-rows", parts.rows[MAX_ROWS].span, limit=str(MAX_ROWS))
        parts.rows = []
        parts.is_sound = False
    return parts


def _take(tail: tree.Tail, parts: ClauseParts, scope: Scope) -> None:
    parts.limits.append(tail)  # a limit must know what stands right after it
    match tail:
        case tree.Escalation():
            parts.escalations.append(tail)
        case tree.Adds() | tree.Precedes():
            parts.stackings.append(tail)
        case tree.Clears() | tree.Instead() | tree.JudgedFirst():
            _take_of_flags(tail, parts, scope)
        case tree.BestOf():
            parts.best_of = _once(parts.best_of, tail, "best-of", scope)
        case tree.Entered():
            parts.entered = _once(parts.entered, tail, "entered", scope)
        case tree.GivenTo():
            parts.given_to = _once(parts.given_to, tail, "given-to", scope)
        case tree.Multiplied():
            parts.multiplied = _once(parts.multiplied, tail, "multiplied", scope)
        case tree.AccountAmount():
            parts.amounts.append(tail)
        case tree.Rounding():
            parts.rounding = _once(parts.rounding, tail, "rounding", scope)
        case tree.Reached():
            parts.reached = _once(parts.reached, tail, "reached", scope)
        case tree.Unlimited():
            parts.unlimited = _once(parts.unlimited, tail, "unlimited", scope)
        case tree.EntryValidity() | tree.ValidityClock() | tree.ValidityRow():
            _take_of_validity(tail, parts, scope)
        case (
            tree.Limit()
            | tree.Beyond()
            | tree.LastCounts()
            | tree.FlagEnd()
            | tree.AlsoFlag()
            | tree.Continues()
            | tree.Afresh()
            | tree.BareBound()
            | tree.Replaces()
        ):
            pass
        case tree.LadderStep():
            parts.steps.append(tail)
        case _:
            _take_row(tail, parts)


def _take_of_flags(
    tail: tree.Clears | tree.Instead | tree.JudgedFirst, parts: ClauseParts, scope: Scope
) -> None:
    match tail:
        case tree.Clears():
            parts.clears.append(tail)
        case tree.Instead():
            parts.instead = _once(parts.instead, tail, "instead", scope)
        case tree.JudgedFirst():
            parts.judged_first = _once(parts.judged_first, tail, "judged-first", scope)


def _take_of_validity(
    tail: tree.EntryValidity | tree.ValidityClock | tree.ValidityRow,
    parts: ClauseParts,
    scope: Scope,
) -> None:
    said = parts.validity
    match tail:
        case tree.EntryValidity():
            said.validity = _once(said.validity, tail, "entry-validity", scope)
        case tree.ValidityClock():
            said.clock = _once(said.clock, tail, "validity-clock", scope)
        case tree.ValidityRow():
            said.rows.append(tail)


def _take_row(row: tree.Row, parts: ClauseParts) -> None:
    """A row that tells a time, behind a validity with rows, is one of its own."""
    of_validity = validity_row(row) if parts.validity.takes_rows else None
    if of_validity is None:
        parts.rows.append(row)
    else:
        parts.validity.rows.append(of_validity)


def _once(before: _Tail | None, tail: _Tail, word: str, scope: Scope) -> _Tail:
    if before is None:
        return tail
    label = Label(before.span, "first")
    scope.reporter.report("part-twice", tail.span, part=word, labels=(label,))
    return before


def is_unlimited_and_limited(
    parts: ClauseParts, limits: Sequence[object], setting: ClauseSetting
) -> bool:
    """Whether it says 不设上限 and sets one all the same, which is then said."""
    if parts.unlimited is None:
        return False
    lasting = [
        part
        for part in parts.limits
        if isinstance(part, tree.Limit) and part.period is not Period.RECORD
    ]
    if not lasting or not limits:
        return False
    label = Label(lasting[0].span, "limit")
    setting.scope.reporter.report("unlimited-with-limit", parts.unlimited.span, labels=(label,))
    return True
