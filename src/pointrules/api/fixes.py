"""Fixes of rulesets: worked out on their texts, then written to their files."""

from collections.abc import Collection, Sequence
from pathlib import Path

from msgspec import Struct

from pointrules.api.rulesets import CheckedRulesets, check_villages, village_files
from pointrules.diagnostics.apply_fixes import apply_fixes
from pointrules.diagnostics.diagnostic import Applicability
from pointrules.intake.replace_file import replace_bytes, replace_text

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
    paths: Sequence[Path],
    templates: Sequence[Path] = (),
    kinds: Collection[Applicability] = (Applicability.SAFE,),
) -> Mended:
    """Make the fixes of these kinds, and those that become possible by them, till none is left.

    Only in the files and folders `paths`: a template that is found elsewhere is not theirs.

    Raises:
        PointRulesError: something cannot be read.
    """
    villages = check_villages(paths, templates)
    own = _own_names(paths)
    before = {
        name: source.text
        for checked in villages
        for name, source in checked.sources.items()
        if name in own
    }
    after: dict[str, str] = {}
    fixes: dict[str, int] = {}
    for _ in range(MOST_ROUNDS):
        sources = {
            name: source
            for checked in villages
            for name, source in checked.sources.items()
            if name in own
        }
        told = [item for checked in villages for item in checked.diagnostics]
        fixed = apply_fixes(told, sources, kinds)
        if not fixed.texts:
            break
        after |= fixed.texts
        for name, count in fixed.counts.items():
            fixes[name] = fixes.get(name, 0) + count
        villages = check_villages(paths, templates, after)
    changes = tuple(
        Change(Path(name), before[name], text, fixes[name])
        for name, text in after.items()
        if text != before[name]
    )
    return Mended(villages, changes)


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


def _own_names(paths: Sequence[Path]) -> set[str]:
    """The rulesets' names; of a file that has several, the first."""
    names: dict[Path, str] = {}
    for given in dict.fromkeys(paths):
        for path in village_files([given]).rulesets:
            names.setdefault(path.resolve(), str(path))
    return set(names.values())
