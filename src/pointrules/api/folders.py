"""Files that a tool names one by one, put together as villages by their folders."""

from collections.abc import Sequence
from pathlib import Path

from pointrules.api.rulesets import village_files
from pointrules.intake.village_folder import is_ruleset


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
            beside = sorted(item for item in folder.iterdir() if is_ruleset(item))
            found = (*beside, path)
        else:
            found = (path,)
        villages.setdefault(folder, {}).update(dict.fromkeys(found))
    return tuple(map(tuple, villages.values()))
