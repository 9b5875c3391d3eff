"""Files that a tool names one by one, put together as villages by their folders."""

from collections.abc import Sequence
from pathlib import Path

from pointrules.api.rulesets import village_files
from pointrules.intake.village_folder import FolderError


def by_folder(paths: Sequence[Path]) -> tuple[tuple[Path, ...], ...]:
    """Each village's files: every file that is named, with the rulesets of its folder.

    A file counts even if its folder alone would not take it for a ruleset. What is neither a file
    nor a folder stands alone.

    Raises:
        PointRulesError: a folder that is named holds no ruleset.
    """
    villages: dict[Path, dict[Path, None]] = {}
    for path in dict.fromkeys(paths):
        folder = path.parent if path.is_file() else path
        if path.is_dir():
            found = village_files([path]).rulesets
        elif path.is_file():
            found = (*_rulesets_in(folder), path)
        else:
            found = (path,)
        villages.setdefault(folder, {}).update(dict.fromkeys(found))
    return tuple(map(tuple, villages.values()))


def _rulesets_in(folder: Path) -> tuple[Path, ...]:
    try:
        return village_files([folder]).rulesets
    except FolderError as error:
        if error.code == "folder-without-ruleset":
            return ()
        raise
