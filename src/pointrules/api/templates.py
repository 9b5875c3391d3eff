"""Where the template of a ruleset is found: beside it, and in folders for templates."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct, field

from pointrules.checking.check import check_ruleset
from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic, Severity
from pointrules.intake.ruleset_file import RulesetFileError, RulesetText, read_ruleset_file
from pointrules.intake.village_folder import is_ruleset
from pointrules.source.digest import digest_of_text, digest_with_template
from pointrules.source.folding import fold
from pointrules.source.source_file import SourceFile
from pointrules.syntax import tree
from pointrules.syntax.names_first import ParsedRuleset
from pointrules.syntax.parse import edition_head, parse_ruleset
from pointrules.syntax.spellings import spellings

TEMPLATE_FOLDERS = ("模板", "templates")
"""Folders beside a ruleset in which templates are kept."""


class Template(Struct, frozen=True):
    """A template that has no error of its own."""

    source: SourceFile
    parsed: ParsedRuleset
    digest: str


class Shelf(Struct):
    """The texts in which templates are looked for; each file is read once, and parsed once."""

    folders: tuple[Path, ...]
    texts: Sequence[RulesetText]
    looks_beside: bool
    _read: dict[Path, RulesetText | None] = field(default_factory=dict)
    _heads: dict[str, tree.Edition | None] = field(default_factory=dict)
    _found: dict[str, Template | int] = field(default_factory=dict)

    def template_of(self, source: SourceFile) -> Template | Diagnostic | None:
        """The template that `source` uses, why it cannot be used, or None where it uses none."""
        used = _used(source)
        if used is None:
            return None
        title, version = used.title.text.strip(), used.version.text
        named = [
            (text, head)
            for text in self._candidates(source)
            if (head := self._head(text)) is not None and head.title.text.strip() == title
        ]
        fitting = [pair for pair in named if _version(pair[1]) == version]
        if not fitting:
            versions = sorted({found for _, head in named if (found := _version(head))})
            code = "template-version-missing" if versions else "template-missing"
            choices = tuple(versions)
            return diagnose(code, used.span, title=title, version=version, choices=choices)
        if len({digest_of_text(text.source.text) for text, _ in fitting}) > 1:
            files = "、".join(text.source.name for text, _ in fitting)
            return diagnose(
                "template-ambiguous", used.span, title=title, version=version, files=files
            )
        return self._usable(fitting[0][0], used)

    def _usable(self, text: RulesetText, used: tree.UsesTemplate) -> Template | Diagnostic:
        source, title = text.source, used.title.text.strip()
        other = _used(source)
        if other is not None:
            below = other.title.text.strip()
            return diagnose("template-of-template", used.span, title=title, other=below)
        if source.name not in self._found:
            self._found[source.name] = _template(source)
        found = self._found[source.name]
        if isinstance(found, int):
            return diagnose(
                "template-has-errors", used.span, title=title, count=str(found), file=source.name
            )
        return found

    def _candidates(self, source: SourceFile) -> Iterator[RulesetText]:
        """Texts that are at hand, then files: beside the ruleset and in folders for templates."""
        names = {text.source.name for text in self.texts}
        yield from self.texts
        folders = self.folders
        if self.looks_beside:
            beside = Path(source.name).parent
            folders = (beside, *(beside / name for name in TEMPLATE_FOLDERS), *folders)
        for path in dict.fromkeys(path for folder in folders for path in _rulesets_in(folder)):
            text = self._text(path)
            if text is not None and text.source.name not in names:
                yield text

    def _text(self, path: Path) -> RulesetText | None:
        """None for what cannot be read: it is no template, whatever it is."""
        if path not in self._read:
            try:
                self._read[path] = read_ruleset_file(path)
            except RulesetFileError:
                self._read[path] = None
        return self._read[path]

    def _head(self, text: RulesetText) -> tree.Edition | None:
        name = text.source.name
        if name not in self._heads:
            self._heads[name] = edition_head(text.source)
        return self._heads[name]


def digest_of_ruleset(text: str, template: Template | None) -> str:
    """The digest of a ruleset's text, and of its template's where it uses one."""
    own = digest_of_text(text)
    return own if template is None else digest_with_template(own, template.digest)


def sources_of(
    texts: Sequence[RulesetText], templates: Sequence[Template]
) -> Mapping[str, SourceFile]:
    """All texts by name, for rendering what is said of them."""
    sources = {template.source.name: template.source for template in templates}
    return sources | {text.source.name: text.source for text in texts}


def may_use_template(source: SourceFile) -> bool:
    """Whether the word 沿用 stands anywhere: most rulesets use no template, and read fast."""
    low = fold(source.text).lower()
    return any(spelling.text in low for spelling in spellings().by_terminal["USES"])


def _used(source: SourceFile) -> tree.UsesTemplate | None:
    if not may_use_template(source):
        return None
    head = edition_head(source)
    parts = () if head is None else head.parts
    return next((part for part in parts if isinstance(part, tree.UsesTemplate)), None)


def _version(head: tree.Edition) -> str | None:
    return next((part.number.text for part in head.parts if isinstance(part, tree.Version)), None)


def _template(source: SourceFile) -> Template | int:
    """The template, or how many errors it has: they are told where it is checked itself."""
    parsed = parse_ruleset(source)
    digest = digest_of_text(source.text)
    checked = check_ruleset(parsed.syntax, digest, parsed.diagnostics)
    found = (*parsed.diagnostics, *checked.diagnostics)
    errors = sum(item.severity is Severity.ERROR for item in found)
    return errors or Template(source, parsed, digest)


def _rulesets_in(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return [folder] if folder.is_file() else []
    return sorted(path for path in folder.iterdir() if is_ruleset(path))
