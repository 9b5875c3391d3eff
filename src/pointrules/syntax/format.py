"""The canonical form of a ruleset, in whichever notation it is written."""

from pointrules.source.language import Language
from pointrules.source.source_file import SourceFile
from pointrules.syntax import format_dsl
from pointrules.syntax.format_dsl import Formatted
from pointrules.syntax.names import DeclaredNames
from pointrules.syntax.notation import Notation, notation_of

_NO_NAMES = DeclaredNames()


def format_ruleset(
    source: SourceFile, language: Language | None = None, known: DeclaredNames = _NO_NAMES
) -> Formatted:
    """The ruleset in canonical form; with `language`, its keywords and units in that language.

    `known` are the names of the template that it uses, if any.
    """
    match notation_of(source.name):
        case Notation.YAML:
            from pointrules.syntax.convert import convert  # noqa: PLC0415 (yaml takes its time)

            written = convert(source, Notation.YAML, language, known)
            return Formatted(written.text, written.diagnostics)
        case Notation.POINTS:
            return format_dsl.format_ruleset(source, language, known)
        case Notation.MARKDOWN:
            from pointrules.syntax import format_markdown  # noqa: PLC0415 (most villages have none)

            return format_markdown.format_ruleset(source, language, known)
