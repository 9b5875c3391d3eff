"""Text to tree in whichever notation the text is written: the door to syntax from outside."""

from pointrules.source.source_file import SourceFile
from pointrules.syntax import parse_dsl, tree
from pointrules.syntax.names import DeclaredNames
from pointrules.syntax.names_first import ParsedRuleset
from pointrules.syntax.notation import Notation, notation_of

_NO_NAMES = DeclaredNames()


def parse_ruleset(source: SourceFile, known: DeclaredNames = _NO_NAMES) -> ParsedRuleset:
    """Read a ruleset; `known` are the names of the template that it uses, if any."""
    match notation_of(source.name):
        case Notation.YAML:
            from pointrules.syntax import parse_yaml  # noqa: PLC0415 (yaml takes time to import)

            return parse_yaml.parse_ruleset(source, known)
        case Notation.POINTS:
            return parse_dsl.parse_ruleset(source, known)
        case Notation.MARKDOWN:
            from pointrules.syntax import parse_markdown  # noqa: PLC0415 (most villages have none)

            return parse_markdown.parse_ruleset(source, known)


def edition_head(source: SourceFile) -> tree.Edition | None:
    """What a text says of itself in 细则, read alone; None where that cannot be read."""
    match notation_of(source.name):
        case Notation.YAML:
            from pointrules.syntax import parse_yaml  # noqa: PLC0415 (yaml takes time to import)

            return parse_yaml.edition_head(source)
        case Notation.POINTS:
            return parse_dsl.edition_head(source)
        case Notation.MARKDOWN:
            from pointrules.syntax import parse_markdown  # noqa: PLC0415 (most villages have none)

            return parse_markdown.edition_head(source)
