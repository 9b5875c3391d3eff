"""Rulesets from files: check them, format them, find what belongs to a village."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct

from pointrules.api.templates import (
    Shelf,
    Template,
    digest_of_ruleset,
    may_use_template,
    sources_of,
)
from pointrules.checking.articles import articles_of
from pointrules.checking.check import check_ruleset
from pointrules.checking.editions import PlacedEdition, check_editions
from pointrules.diagnostics.diagnostic import Diagnostic, Severity
from pointrules.intake.ruleset_file import RulesetText, read_ruleset_file
from pointrules.intake.village_folder import FolderError, VillageFolder, village_folder
from pointrules.model.article import Article
from pointrules.model.ruleset import Ruleset
from pointrules.source.digest import digest_of_text
from pointrules.source.language import Language
from pointrules.source.source_file import SourceFile, Span, source_file
from pointrules.syntax.format import format_ruleset
from pointrules.syntax.format_dsl import Formatted
from pointrules.syntax.names import DeclaredNames
from pointrules.syntax.names_first import ParsedRuleset
from pointrules.syntax.parse import parse_ruleset
from pointrules.syntax.tree import Edition

NO_TEXTS: Mapping[str, str] = MappingProxyType({})
"""Every file as it is."""


class CheckedRulesets(Struct, frozen=True):
    """The editions of one village in order, none of them if any file has an error.

    `sources` are the texts by name, for rendering the diagnostics. `articles` are those of each
    regulation in Markdown, by the digest of its ruleset.
    """

    editions: tuple[Ruleset, ...]
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, SourceFile]
    articles: Mapping[str, tuple[Article, ...]] = MappingProxyType({})

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


def check_files(
    paths: Sequence[Path], templates: Sequence[Path] = (), texts: Mapping[str, str] = NO_TEXTS
) -> CheckedRulesets:
    """Check the files, each one edition of the same village's ruleset.

    A template that one of them uses (沿用) is looked for beside it, in its folders 模板 and
    templates, and in the folders `templates`. One that is among `paths` is checked, and is no
    edition of the village. `texts`, by the files' names, are checked in the place of what these
    files hold.

    Raises:
        PointRulesError: a file cannot be read as text at all.
    """
    read = [_with_text(read_ruleset_file(path), texts) for path in paths]
    return _check(read, Shelf(tuple(templates), read, looks_beside=True))


def _with_text(read: RulesetText, texts: Mapping[str, str]) -> RulesetText:
    name = read.source.name
    if name not in texts:
        return read
    return RulesetText(source_file(name, texts[name]), read.warnings)


def check_villages(
    paths: Sequence[Path], templates: Sequence[Path] = (), texts: Mapping[str, str] = NO_TEXTS
) -> tuple[CheckedRulesets, ...]:
    """Check each folder as a village of its own, and single files together as another.

    Raises:
        PointRulesError: something cannot be read.
    """
    loose = [path for path in paths if not path.is_dir()]
    villages = [loose] if loose else []
    villages += [[path] for path in dict.fromkeys(paths) if path.is_dir()]
    return tuple(
        check_files(village_files(village).rulesets, templates, texts) for village in villages
    )


def check_text(
    text: str, name: str = "ruleset.points", templates: Sequence[Path] = ()
) -> CheckedRulesets:
    """Check one ruleset that is held in memory; its template is in one of the folders."""
    texts = [RulesetText(source_file(name, text), ())]
    return _check(texts, Shelf(tuple(templates), texts, looks_beside=False))


def _check(texts: Sequence[RulesetText], shelf: Shelf) -> CheckedRulesets:
    diagnostics: list[Diagnostic] = []
    found = [shelf.template_of(text.source) for text in texts]
    templates = [item for item in found if isinstance(item, Template)]
    digests = {template.digest for template in templates}
    placed: list[PlacedEdition] = []
    articles: dict[str, tuple[Article, ...]] = {}
    wanted = 0
    for text, template in zip(texts, found, strict=True):
        is_edition = digest_of_text(text.source.text) not in digests
        wanted += is_edition
        diagnostics += text.warnings
        if isinstance(template, Diagnostic):
            diagnostics.append(template)  # without its names the text cannot be read
            continue
        checked = _checked(text.source, template)
        diagnostics += checked.diagnostics
        if checked.ruleset is not None and is_edition and not _has_errors(checked.diagnostics):
            placed.append(PlacedEdition(checked.ruleset, checked.title))
            articles[checked.ruleset.digest] = checked.articles
    in_order: tuple[Ruleset, ...] = ()
    if len(placed) == wanted:
        together = check_editions(placed)
        diagnostics += together.diagnostics
        in_order = together.editions
    usable = () if _has_errors(diagnostics) else in_order
    return CheckedRulesets(usable, tuple(diagnostics), sources_of(texts, templates), articles)


class _CheckedText(Struct, frozen=True):
    ruleset: Ruleset | None
    title: Span
    diagnostics: tuple[Diagnostic, ...]
    articles: tuple[Article, ...] = ()


def _checked(source: SourceFile, template: Template | None) -> _CheckedText:
    """One text with all that parser and checker have to say of it, in its order."""
    names, template_syntax = DeclaredNames(), None
    if template is not None:
        names, template_syntax = template.parsed.names, template.parsed.syntax
    parsed = parse_ruleset(source, names)
    title = next(
        (
            block.node.title.span
            for block in parsed.syntax.blocks
            if isinstance(block.node, Edition)
        ),
        Span(source.name, 0, 0),
    )
    if not parsed.syntax.blocks and parsed.diagnostics:
        return _CheckedText(None, title, parsed.diagnostics)  # nothing is there to be checked
    if template is None and may_use_template(source):
        unread = _of_unread_head(parsed)
        if unread:
            return _CheckedText(None, title, unread)
    checked = check_ruleset(
        parsed.syntax,
        digest_of_ruleset(source.text, template),
        parsed.diagnostics,
        template_syntax,
    )
    told = [*parsed.diagnostics, *checked.diagnostics]
    told.sort(key=lambda item: (item.span.file != source.name, item.span.start, item.span.end))
    return _CheckedText(checked.ruleset, title, tuple(told), tuple(articles_of(parsed.syntax)))


def _of_unread_head(parsed: ParsedRuleset) -> tuple[Diagnostic, ...]:
    """What is wrong with 细则, where a part of it could not be read that may name a template.

    Without the template's names nothing else could be read: all other mistakes would follow.
    """
    blocks = parsed.syntax.blocks
    for index, block in enumerate(blocks):
        if isinstance(block.node, Edition) and not block.is_whole:
            start = block.node.span.start
            ends = [later.node.span.start for later in blocks[index + 1 :]]
            return tuple(
                item
                for item in parsed.diagnostics
                if start <= item.span.start and (not ends or item.span.start < ends[0])
            )
    return ()


def _has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    return any(item.severity is Severity.ERROR for item in diagnostics)


def format_file(
    path: Path, language: Language | None = None, templates: Sequence[Path] = ()
) -> tuple[SourceFile, Formatted]:
    """The file's text in canonical form, in `language` or as its author wrote it.

    Raises:
        PointRulesError: the file cannot be read as text at all.
    """
    text = read_ruleset_file(path)
    template = Shelf(tuple(templates), [text], looks_beside=True).template_of(text.source)
    if isinstance(template, Diagnostic):
        return text.source, Formatted(None, (template,))
    names = DeclaredNames() if template is None else template.parsed.names
    return text.source, format_ruleset(text.source, language, names)
