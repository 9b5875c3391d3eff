"""A ruleset's file converted; a further target is one more branch here."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import assert_never

from msgspec import Struct

from pointrules.api.rulesets import CheckedRulesets, check_files
from pointrules.api.templates import Shelf
from pointrules.diagnostics.diagnostic import Diagnostic
from pointrules.intake.ruleset_file import read_ruleset_file
from pointrules.source.language import Language
from pointrules.source.source_file import SourceFile
from pointrules.syntax.names import DeclaredNames
from pointrules.syntax.notation import Notation


class Target(StrEnum):
    """What a ruleset can be converted to. JSON is the checked meaning, for programs."""

    POINTS = "points"
    YAML = "yaml"
    JSON = "json"


class Converted(Struct, frozen=True):
    """What came of it; `text` is None where `checked` has errors."""

    text: str | None
    checked: CheckedRulesets


_WRITTEN: Mapping[Target, Notation] = {
    Target.POINTS: Notation.POINTS,
    Target.YAML: Notation.YAML,
}


def convert_file(
    path: Path,
    to: Target,
    templates: Sequence[Path] = (),
    language: Language | None = None,
) -> Converted:
    """The file in the notation `to`, its keywords in `language` or as its author chose them.

    For JSON the ruleset must be free of errors, for other notations it must be readable.

    Raises:
        PointRulesError: the file cannot be read as text at all.
    """
    match to:
        case Target.JSON:
            checked = check_files([path], templates)
            if checked.has_errors:
                return Converted(None, checked)
            # Imported where it is used: each notation has a writer of its own.
            from pointrules.api.ruleset_json import ruleset_to_json  # noqa: PLC0415

            (ruleset,) = checked.editions
            return Converted(ruleset_to_json(ruleset, checked.sources), checked)
        case Target.POINTS | Target.YAML:
            return _written(path, _WRITTEN[to], templates, language)
        case _:
            assert_never(to)


def _written(
    path: Path,
    to: Notation,
    templates: Sequence[Path],
    language: Language | None,
) -> Converted:
    from pointrules.syntax.convert import convert  # noqa: PLC0415 (yaml takes time to import)

    text = read_ruleset_file(path)
    template = Shelf(tuple(templates), [text], looks_beside=True).template_of(text.source)
    if isinstance(template, Diagnostic):
        return Converted(None, _told(text.source, (template,)))
    names = DeclaredNames() if template is None else template.parsed.names
    converted = convert(text.source, to, language, names)
    return Converted(converted.text, _told(text.source, (*text.warnings, *converted.diagnostics)))


def _told(source: SourceFile, diagnostics: tuple[Diagnostic, ...]) -> CheckedRulesets:
    return CheckedRulesets((), diagnostics, {source.name: source})
