"""What a slip in writing YAML is: what to say of it, and how to read on as if it were mended."""

from msgspec import Struct

from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Applicability, Diagnostic, Edit, Fix
from pointrules.source.source_file import SourceFile, Span
from pointrules.syntax.yaml_text import TextEdit, YamlText

COLONS = "：﹕︰∶"
"""What is typed for a colon in Chinese text."""

_OPENING = "（(「『“《〈【［"
_CLOSING = "）)」』”》〉】］"


class Slip(Struct, frozen=True):
    """A mistake between `start` and `end`.

    `edits` mend it, for the parser at least. `offers` says whether the author is offered them, and
    how. A slip that is not `is_mended` leaves open what was meant: what is read on is read only to
    find further slips.
    """

    code: str
    start: int
    end: int
    edits: tuple[TextEdit, ...] = ()
    offers: Applicability | None = None
    is_mended: bool = False
    arguments: tuple[tuple[str, str], ...] = ()


def mended(code: str, start: int, end: int, *edits: TextEdit, **arguments: str) -> Slip:
    """A slip whose `edits` cannot change a meaning, since without them there is none."""
    return Slip(
        code, start, end, edits, Applicability.SAFE, is_mended=True, arguments=_pairs(arguments)
    )


def uncertain(code: str, start: int, end: int, *edits: TextEdit, **arguments: str) -> Slip:
    """A slip whose `edits` are a likely guess, if there are any."""
    offers = Applicability.ASK if edits else None
    return Slip(code, start, end, edits, offers, arguments=_pairs(arguments))


def _pairs(arguments: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(arguments.items())


def diagnosed(source: SourceFile, text: YamlText, slip: Slip) -> Diagnostic:
    """What is told of `slip`, which stands in `text`, with its places in the file."""

    def span(start: int, end: int) -> Span:
        return Span(source.name, text.place(start), text.place(end))

    fix = None
    if slip.offers is not None:
        edits = tuple(Edit(span(edit.start, edit.end), edit.replacement) for edit in slip.edits)
        fix = Fix(slip.offers, edits)
    return diagnose(
        slip.code,
        span(slip.start, slip.end),
        choices=(),
        labels=(),
        fix=fix,
        **dict(slip.arguments),
    )


def quotes_around(text: str, start: int, end: int) -> tuple[TextEdit, ...]:
    """What to put in so that YAML reads this stretch of `text` as nothing but text."""
    if '"' not in text[start:end] and "\\" not in text[start:end]:
        return TextEdit(start, start, '"'), TextEdit(end, end, '"')
    inner = [index for index in range(start, end) if text[index] == "'"]
    return tuple(TextEdit(place, place, "'") for place in (start, *inner, end))


def outside_brackets(text: str, wanted: str) -> int:
    """Where the first of the characters `wanted` stands outside brackets and quotes, or -1."""
    depth = 0
    for index, character in enumerate(text):
        if character in _OPENING:
            depth += 1
        elif character in _CLOSING:
            depth = max(0, depth - 1)
        elif depth == 0 and character in wanted:
            return index
    return -1
