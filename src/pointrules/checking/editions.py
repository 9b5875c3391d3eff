"""Several editions of one village: in order, without overlap, and where nothing is in force."""

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from pointrules.checking.successions import succession_mistakes
from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic, Label, Severity
from pointrules.model.ruleset import Ruleset
from pointrules.source.source_file import Span

_ONE_DAY = timedelta(days=1)


class PlacedEdition(Struct, frozen=True):
    """An edition, and the place in its file that names it."""

    ruleset: Ruleset
    place: Span


class CheckedEditions(Struct, frozen=True):
    """The editions by their first days, with every end filled in that the next one sets."""

    editions: tuple[Ruleset, ...]
    diagnostics: tuple[Diagnostic, ...]


def check_editions(placed: Sequence[PlacedEdition]) -> CheckedEditions:
    """What is wrong between editions; an open one ends where the next begins."""
    ordered = sorted(placed, key=lambda item: item.ruleset.edition.first_day)
    found = _repeated(ordered)
    ended: list[PlacedEdition] = []
    for index, item in enumerate(ordered):
        after = ordered[index + 1] if index + 1 < len(ordered) else None
        if ended:
            found.extend(_days(ended, item))
            found.extend(_titles(ended[-1], item))
        ended.append(item if after is None else _ended_by(item, after))
    editions = tuple(item.ruleset for item in ended)
    if not any(item.severity is Severity.ERROR for item in found):
        found.extend(succession_mistakes(editions))
    return CheckedEditions(editions, tuple(found))


def _ended_by(item: PlacedEdition, after: PlacedEdition) -> PlacedEdition:
    edition, next_first = item.ruleset.edition, after.ruleset.edition.first_day
    if edition.last_day is not None or edition.first_day == next_first:
        return item
    edition = replace(edition, last_day=next_first - _ONE_DAY)
    return replace(item, ruleset=replace(item.ruleset, edition=edition))


def _days(earlier: Sequence[PlacedEdition], item: PlacedEdition) -> list[Diagnostic]:
    """Whether the edition begins while an earlier one holds, or days after the last one ended."""
    first_day = item.ruleset.edition.first_day
    last = max(earlier, key=_last_day)
    first, second = last.ruleset.edition.version, item.ruleset.edition.version
    labels = (Label(last.place, "other"),)
    if first_day <= _last_day(last):
        if _name(last) == _name(item):
            return []
        overlap = diagnose(
            "editions-overlap",
            item.place,
            first=first,
            second=second,
            labels=labels,
        )
        return [overlap]
    gap_from = _last_day(last) + _ONE_DAY
    if gap_from == first_day:
        return []
    gap = diagnose(
        "edition-gap",
        item.place,
        first=first,
        second=second,
        since=gap_from.isoformat(),
        until=(first_day - _ONE_DAY).isoformat(),
        labels=labels,
    )
    return [gap]


def _last_day(item: PlacedEdition) -> date:
    last_day = item.ruleset.edition.last_day
    return date.max if last_day is None else last_day


def _titles(before: PlacedEdition, item: PlacedEdition) -> list[Diagnostic]:
    first, second = before.ruleset.edition.title, item.ruleset.edition.title
    if first == second:
        return []
    labels = (Label(before.place, "other"),)
    return [
        diagnose("edition-title-differs", item.place, first=first, second=second, labels=labels)
    ]


def _name(item: PlacedEdition) -> tuple[str, str]:
    edition = item.ruleset.edition
    return (edition.title, edition.version)


def _repeated(ordered: Sequence[PlacedEdition]) -> list[Diagnostic]:
    seen: dict[tuple[str, str], PlacedEdition] = {}
    found: list[Diagnostic] = []
    for item in ordered:
        edition, name = item.ruleset.edition, _name(item)
        if name in seen:
            found.append(
                diagnose(
                    "edition-twice",
                    item.place,
                    title=edition.title,
                    version=edition.version,
                    labels=(Label(seen[name].place, "other"),),
                )
            )
        seen.setdefault(name, item)
    return found
