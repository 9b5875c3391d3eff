"""Fixes of rulesets: worked out on their texts, then written to their files."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from pointrules.api.rulesets import NO_TEXTS, CheckedRulesets, check_villages, village_files
from pointrules.diagnostics.apply_fixes import apply_fixes
from pointrules.diagnostics.diagnostic import Applicability
from pointrules.intake.replace_file import replace_bytes, replace_text
from pointrules.source.source_file import SourceFile

MOST_ROUNDS = 20
"""Where fixes overlap, the later ones are made in another round; no text needs so many."""


class Change(Struct, frozen=True):
    """What fixes make of one file's text, and how many they are."""

    path: Path
    before: str
    after: str
    fixes: int


class Mended(Struct, frozen=True):
    """The rulesets as they are with all changes, which are not written yet."""

    villages: tuple[CheckedRulesets, ...]
    changes: tuple[Change, ...]


def mend_villages(
    groups: Sequence[Sequence[Path]],
    templates: Sequence[Path] = (),
    kinds: Collection[Applicability] = (Applicability.SAFE,),
) -> Mended:
    """Make the fixes of these kinds, and those that become possible by them, till none is left.

    Each group is checked by itself (`check_villages`). Only its files and folders are mended: a
    template that is found elsewhere is not theirs.

    Raises:
        PointRulesError: something cannot be read.
    """
    own = _own_names(path for group in groups for path in group)
    villages = _checked(groups, templates, NO_TEXTS)
    before = {name: source.text for name, source in _sources(villages, own).items()}
    after: dict[str, str] = {}
    fixes: dict[str, int] = {}
    for _ in range(MOST_ROUNDS):
        told = [item for checked in villages for item in checked.diagnostics]
        fixed = apply_fixes(told, _sources(villages, own), kinds)
        if not fixed.texts:
            break
        after |= fixed.texts
        for name, count in fixed.counts.items():
            fixes[name] = fixes.get(name, 0) + count
        villages = _checked(groups, templates, after)
    changes = tuple(
        Change(Path(name), before[name], text, fixes[name])
        for name, text in after.items()
        if text != before[name]
    )
    return Mended(villages, changes)


def _checked(
    groups: Sequence[Sequence[Path]], templates: Sequence[Path], texts: Mapping[str, str]
) -> tuple[CheckedRulesets, ...]:
    return tuple(checked for group in groups for checked in check_villages(group, templates, texts))


def _sources(villages: Iterable[CheckedRulesets], own: Collection[str]) -> dict[str, SourceFile]:
    return {
        name: source
        for checked in villages
        for name, source in checked.sources.items()
        if name in own
    }


def write_change(change: Change) -> None:
    """Write the changed text; encoding, byte order mark and line ends stay.

    Raises:
        PointRulesError: the file was changed meanwhile.
        OSError: the system does not let it be written.
    """
    replace_text(change.path, change.before, change.after)


def write_as_utf_8(path: Path, text: str) -> None:
    """Write the file anew.

    Raises:
        OSError: the system does not let it be written.
    """
    replace_bytes(path, text.encode())


def _own_names(paths: Iterable[Path]) -> set[str]:
    """The rulesets' names; of a file that has several, the first."""
    names: dict[Path, str] = {}
    for given in dict.fromkeys(paths):
        for path in village_files([given]).rulesets:
            names.setdefault(path.resolve(), str(path))
    return set(names.values())
