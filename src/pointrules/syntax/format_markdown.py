"""The rules inside a regulation in canonical form; not a character outside its fences changes."""

from collections.abc import Sequence

from msgspec.structs import replace

from pointrules.diagnostics.diagnostic import Severity
from pointrules.source.language import Language
from pointrules.source.source_file import SourceFile, source_file
from pointrules.syntax.format_dsl import Blocks, Formatted, written, written_anew
from pointrules.syntax.markdown_blocks import Fence
from pointrules.syntax.names import DeclaredNames
from pointrules.syntax.names_first import ParsedRuleset
from pointrules.syntax.parse_markdown import fences_of_rules, parse_ruleset
from pointrules.syntax.tokens import Token

_NO_NAMES = DeclaredNames()


def format_ruleset(
    source: SourceFile, language: Language | None = None, known: DeclaredNames = _NO_NAMES
) -> Formatted:
    """Each fence of rules in canonical form, indented as it is and with its own line ends.

    `known` are the names of the template that the ruleset uses, if any.
    """
    fences = fences_of_rules(source)

    def read(text: str) -> ParsedRuleset:
        parsed = parse_ruleset(source_file(source.name, text), known)
        # Warnings are about the regulation around the rules, which stays as it is.
        errors = (item for item in parsed.diagnostics if item.severity is Severity.ERROR)
        return replace(parsed, diagnostics=tuple(errors))

    def write(blocks: Blocks, plain: frozenset[int]) -> str:
        parts: list[str] = []
        position = first = 0
        for fence in fences:
            last = first
            while last < len(blocks) and blocks[last][0].start < fence.body_end:
                last += 1
            if last > first:
                inside = [_moved(tokens, -fence.body) for tokens in blocks[first:last]]
                joinless = frozenset(index - first for index in plain)
                body = source.text[fence.body : fence.body_end]
                text = written(body, inside, language, joinless)
                parts += [source.text[position : fence.body], _indented(text, fence, source)]
                position = fence.body_end
            first = last
        return "".join([*parts, source.text[position:]])

    return written_anew(source, read, write)


def _moved(tokens: Sequence[Token], distance: int) -> Sequence[Token]:
    return [
        replace(token, start=token.start + distance, end=token.end + distance) for token in tokens
    ]


def _indented(text: str, fence: Fence, source: SourceFile) -> str:
    line_start = source.text.rfind("\n", 0, fence.start) + 1
    before = source.text[line_start : fence.start].removeprefix("\ufeff")
    indent = before if before.isspace() else " " * len(before)
    line_end = "\r\n" if source.text[: fence.body].endswith("\r\n") else "\n"
    lines = text.removesuffix("\n").split("\n")
    return "".join(f"{indent}{line}{line_end}" if line else line_end for line in lines)
