"""A name that nothing declares: how far it goes, and whether it is one at all.

Without spaces nothing says where an unknown name ends, so it is cut where something could follow
and where it looks most like a declared one.
"""

from fractions import Fraction

from pointrules.diagnostics.suggestion import nearness
from pointrules.source.edit_distance import LONGEST_WORD
from pointrules.syntax.block_reports import report_name
from pointrules.syntax.parser_state import ParserState
from pointrules.syntax.reading import Reading
from pointrules.syntax.tokens import Token

_SHORTEST_GUESSED = 2  # one character is near to too many


def take_unknown_name(
    reading: Reading, position: int, end: int, nearer_than: Fraction | None
) -> int | None:
    """Report the unknown name at `position` and take it; where it ends.

    None where no name fits, or what stands here is less like a declared one than `nearer_than`,
    which it is like a keyword.
    """
    terminal = "NAME" if reading.state.takes("NAME") else "PARAMETER_NAME"
    if not reading.state.takes(terminal):
        return None
    after = reading.state.copy()
    after.feed(Token(terminal, "", position, end, is_mended=True))
    cut = cut_name(reading, position, end, after, position)
    known = reading.names.names if terminal == "NAME" else reading.names.parameters
    word = reading.scanner.raw[position:cut]
    if nearer_than is not None and nearness(word, known) > nearer_than:
        return None
    report_name(reading, position, cut, terminal)
    reading.take(Token(terminal, word, position, cut, is_mended=True))
    return cut


def lengthen_name(reading: Reading, position: int, end: int) -> int | None:
    """Take what stands here for the rest of the name just before: 卫生检查员 after 卫生检查."""
    if not _extends_name(reading, position) or _begins_other_name(reading, position, end):
        return None
    name = reading.tokens[-1]
    end = cut_name(reading, position, end, reading.state, name.start)
    report_name(reading, name.start, end)
    reading.tokens[-1] = Token("NAME", str(name.value), name.start, end, is_mended=True)
    return end


def cut_name(reading: Reading, position: int, end: int, after: ParserState, start: int) -> int:
    """Where the unknown word ends that begins at `start` and goes on at `position`.

    Of all places where something could follow, it is the one at which the word looks most like
    a known name.
    """
    known, raw = reading.names.names, reading.scanner.raw
    best, best_distance = end, nearness(raw[start : min(end, start + LONGEST_WORD)], known)
    for cut in range(min(end - 1, position + LONGEST_WORD), position, -1):
        follows = reading.scanner.choose(cut, lambda t: t != "NEWNAME" and after.takes(t))
        if follows is None:
            continue
        distance = nearness(raw[start:cut], known)
        if distance < best_distance or (distance == best_distance == 1):
            best, best_distance = cut, distance
    return best


def _extends_name(reading: Reading, position: int) -> bool:
    """Whether the text just before is a name that goes on here."""
    last = reading.tokens[-1] if reading.tokens else None
    return (
        last is not None and last.terminal == "NAME" and last.end == position and not last.is_mended
    )


def _begins_other_name(reading: Reading, position: int, end: int) -> bool:
    """Whether rather a name of its own, misspelt, follows without a space: 等次 忧秀."""
    if not reading.state.takes("NAME"):
        return False
    after = reading.state.copy()
    after.feed(Token("NAME", "", position, end, is_mended=True))
    cut = cut_name(reading, position, end, after, position)
    known, raw = reading.names.names, reading.scanner.raw
    if cut - position >= _SHORTEST_GUESSED and nearness(raw[position:cut], known) < 1:
        return True
    start = reading.tokens[-1].start
    longer = cut_name(reading, position, end, reading.state, start)
    return nearness(raw[start:longer], known) == 1
