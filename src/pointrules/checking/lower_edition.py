"""细则 and 年度: what the ruleset says of itself."""

from typing import TypeVar

from pointrules.checking.resolve import Scope
from pointrules.checking.value_types import day_within_reach, whole_number
from pointrules.diagnostics.diagnostic import Label
from pointrules.model.edition import Edition, Enactment, Filing
from pointrules.model.number import Number, number_text
from pointrules.model.period import NEW_YEAR, MonthDay
from pointrules.syntax import tree

_T = TypeVar("_T", bound=tree.EditionPart)
_VOTERS = frozenset({"人", "户"})


def lower_edition(edition: tree.Edition, scope: Scope, *, is_whole: bool) -> Edition | None:
    """Title, version and the days in force."""
    report = scope.reporter.report
    version = _only(edition, tree.Version, "version", scope)
    since = _only(edition, tree.InForce, "in-force", scope)
    until = _only(edition, tree.InForceUntil, "in-force-until", scope)
    passed = _only(edition, tree.Passed, "enactment", scope)
    filed = _only(edition, tree.Filed, "filing", scope)
    _only(edition, tree.UsesTemplate, "template", scope)
    enactment = _enactment(edition, passed, scope)
    if version is None and is_whole:
        report("edition-part-missing", edition.title.span, part="version")
    if since is None and is_whole:
        report("edition-part-missing", edition.title.span, part="in-force")
    if version is None or since is None:
        return None
    first_day = since.day.day
    day_within_reach(since.day, scope)
    if until is not None and until.day.day < first_day:
        last = until.day.day.isoformat()
        report("in-force-reversed", until.span, since=first_day.isoformat(), until=last)
    if passed is not None and first_day < passed.day.day:
        report(
            "effective-before-passed",
            since.span,
            since=first_day.isoformat(),
            passed=passed.day.day.isoformat(),
            labels=(Label(passed.span, "passed"),),
        )
    return Edition(
        edition.title.text,
        version.number.text,
        first_day,
        None if until is None else until.day.day,
        tuple(part.text.text for part in edition.parts if isinstance(part, tree.Basis)),
        enactment,
        None if filed is None else Filing(filed.authority.text, filed.day.day),
    )


def _only(edition: tree.Edition, kind: type[_T], word: str, scope: Scope) -> _T | None:
    found = [part for part in edition.parts if isinstance(part, kind)]
    for again in found[1:]:
        label = Label(found[0].span, "first")
        scope.reporter.report("edition-part-twice", again.span, part=word, labels=(label,))
    return found[0] if found else None


def _enactment(edition: tree.Edition, passed: tree.Passed | None, scope: Scope) -> Enactment | None:
    counts: dict[str, Number] = {}
    for part in edition.parts:
        if not isinstance(part, tree.Attendance):
            continue
        if part.quantity.unit and part.quantity.unit not in _VOTERS:
            scope.reporter.report(
                "unit-clash", part.quantity.span, found=part.quantity.unit, wanted="人"
            )
            continue
        if part.kind in counts:
            scope.reporter.report("edition-part-twice", part.span, part="attendance")
        number = whole_number(part.quantity.number, part.quantity.span, scope)
        if number is not None:
            counts[part.kind] = number
    for larger, smaller in (("ENTITLED", "PRESENT"), ("PRESENT", "IN_FAVOUR")):
        if larger in counts and smaller in counts and counts[larger] < counts[smaller]:
            _votes_contradict(edition, smaller, counts[smaller], counts[larger], scope)
    if passed is None:
        if counts and scope.is_whole:
            scope.reporter.report("edition-part-missing", edition.title.span, part="enactment")
        return None
    return Enactment(
        passed.body.text,
        passed.day.day,
        counts.get("ENTITLED"),
        counts.get("PRESENT"),
        counts.get("IN_FAVOUR"),
    )


def _votes_contradict(
    edition: tree.Edition, kind: str, larger: Number, smaller: Number, scope: Scope
) -> None:
    part = next(
        part for part in edition.parts if isinstance(part, tree.Attendance) and part.kind == kind
    )
    scope.reporter.report(
        "votes-contradict",
        part.span,
        larger=number_text(larger),
        smaller=number_text(smaller),
    )


def lower_year(year: tree.Year | None) -> MonthDay:
    """The day the ruleset's year begins on; where no rule asks for it, it does not matter."""
    return NEW_YEAR if year is None else year.start
