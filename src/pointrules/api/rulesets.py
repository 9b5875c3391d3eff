"""Rulesets from files: check them, format them, find what belongs to a village."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pointrules.checking.check import check_ruleset
from pointrules.checking.editions import PlacedEdition, check_editions
from pointrules.diagnostics.diagnostic import Diagnostic, Severity
from pointrules.intake.ruleset_file import RulesetText, read_ruleset_file
from pointrules.intake.village_folder import FolderError, VillageFolder, village_folder
from pointrules.model.ruleset import Ruleset
from pointrules.source.language import Language
from pointrules.source.source_file import SourceFile, source_file
from pointrules.syntax.format_dsl import Formatted, format_ruleset
from pointrules.syntax.parse_dsl import parse_ruleset
from pointrules.syntax.tree import Edition


@dataclass(frozen=True, slots=True)
class CheckedRulesets:
    """The editions of one village in order, none of them if any file has an error.

    `sources` are the texts by name, for rendering the diagnostics.
    """

    editions: tuple[Ruleset, ...]
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, SourceFile]

    @property
    def has_errors(self) -> bool:
        """Whether any diagnostic is an error."""
        return _has_errors(self.diagnostics)


def village_files(paths: Sequence[Path]) -> VillageFolder:
    """The rulesets that `paths` name, files or folders, and the tables that folders hold.

    Raises:
        PointRulesError: a folder holds no ruleset, or more tables than one of a kind.
    """
    rulesets: list[Path] = []
    records: list[Path] = []
    facts: list[Path] = []
    for path in paths:
        if not path.is_dir():
            rulesets.append(path)
            continue
        folder = village_folder(path)
        rulesets += folder.rulesets
        records += [folder.records] if folder.records is not None else []
        facts += [folder.facts] if folder.facts is not None else []
    for table, found in (("records", records), ("facts", facts)):
        if len(found) > 1:
            files = "、".join(map(str, found))
            raise FolderError("tables-of-several-folders", table=table, files=files)
    return VillageFolder(
        tuple(rulesets), records[0] if records else None, facts[0] if facts else None
    )


def check_files(paths: Sequence[Path]) -> CheckedRulesets:
    """Check the files, each one edition of the same village's ruleset.

    Raises:
        PointRulesError: a file cannot be read as text at all.
    """
    return _check([read_ruleset_file(path) for path in paths])


def check_villages(paths: Sequence[Path]) -> tuple[CheckedRulesets, ...]:
    """Check each folder as a village of its own, and single files together as another.

    Raises:
        PointRulesError: something cannot be read.
    """
    loose = [path for path in paths if not path.is_dir()]
    villages = [loose] if loose else []
    villages += [[path] for path in dict.fromkeys(paths) if path.is_dir()]
    return tuple(check_files(village_files(village).rulesets) for village in villages)


def check_text(text: str, name: str = "ruleset.points") -> CheckedRulesets:
    """Check one ruleset that is held in memory."""
    return _check([RulesetText(source_file(name, text), ())])


def _check(texts: Sequence[RulesetText]) -> CheckedRulesets:
    diagnostics: list[Diagnostic] = []
    editions: list[PlacedEdition] = []
    for text in texts:
        parsed = parse_ruleset(text.source)
        if not parsed.syntax.blocks and parsed.diagnostics:
            diagnostics += parsed.diagnostics  # nothing is there to be checked
            continue
        checked = check_ruleset(parsed.syntax, digest_of_text(text.source.text), parsed.diagnostics)
        found = [*parsed.diagnostics, *checked.diagnostics]
        found.sort(key=lambda item: (item.span.start, item.span.end))
        diagnostics += (*text.warnings, *found)
        if checked.ruleset is not None and not _has_errors(found):
            title = next(
                block.node.title.span
                for block in parsed.syntax.blocks
                if isinstance(block.node, Edition)
            )
            editions.append(PlacedEdition(checked.ruleset, title))
    in_order: tuple[Ruleset, ...] = ()
    if len(editions) == len(texts):
        together = check_editions(editions)
        diagnostics += together.diagnostics
        in_order = together.editions
    sources = {text.source.name: text.source for text in texts}
    usable = () if _has_errors(diagnostics) else in_order
    return CheckedRulesets(usable, tuple(diagnostics), sources)


def _has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    return any(item.severity is Severity.ERROR for item in diagnostics)


def digest_of_text(text: str) -> str:
    """SHA-256 of a ruleset's text with line feeds for line ends, in hexadecimal."""
    return hashlib.sha256(text.replace("\r\n", "\n").encode()).hexdigest()


def format_file(path: Path, language: Language | None = None) -> tuple[SourceFile, Formatted]:
    """The file's text in canonical form, in `language` or as its author wrote it.

    Raises:
        PointRulesError: the file cannot be read as text at all.
    """
    source = read_ruleset_file(path).source
    return source, format_ruleset(source, language)
