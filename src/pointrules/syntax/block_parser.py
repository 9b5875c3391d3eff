"""Parsing one block or phrase, and going on after a mistake so that one run reports them all."""

from pointrules.syntax.block_reports import report_head, report_oddity, report_unfinished
from pointrules.syntax.block_result import BlockResult
from pointrules.syntax.children import Node
from pointrules.syntax.mend_unit import mend_end
from pointrules.syntax.mend_word import mend_word
from pointrules.syntax.names import DeclaredNames
from pointrules.syntax.parse_table import END, ParseTable
from pointrules.syntax.parser_state import Made, ParserState
from pointrules.syntax.phrase import Given, Phrase, Stretch
from pointrules.syntax.places import AS_WRITTEN, Places
from pointrules.syntax.reading import TRUSTED_AFTER, Reading
from pointrules.syntax.resume import end_early, lose_tokens
from pointrules.syntax.scanner import NAMED_HEADS, Scanner, name_begun
from pointrules.syntax.tokens import Token

DEEPEST_STACK = 400
"""The parser's stack grows by about three for each bracket, 且 or 非 inside another."""

_MOST_OF_ONE_BLOCK = 20
_NOTHING = ""


class ParsedBlock(BlockResult, frozen=True, kw_only=True):
    """What one block or phrase gave, and its words."""

    tokens: tuple[Token, ...]


def parse_phrase(  # noqa: PLR0913 (a text, its names, and what of it is to be read)
    table: ParseTable,
    scanner: Scanner,
    names: DeclaredNames,
    file: str,
    phrase: Phrase,
    *,
    places: Places = AS_WRITTEN,
    made: Made | None = None,
) -> ParsedBlock:
    """The block or phrase, as far as it can be read."""
    state = ParserState(table, file, phrase.start, made)
    reading = Reading(table, scanner, names, file, phrase, places, state, before_number=state)
    for piece in phrase.pieces:
        match piece:
            case Token():
                if phrase.is_misspelt and not reading.tokens:
                    report_head(reading, piece)
                reading.take(piece)
            case Given(tokens, is_needed):
                fitting = next((t for t in tokens if reading.state.takes(t.terminal)), None)
                if fitting is not None:
                    reading.take(fitting)
                elif is_needed:
                    break
            case Stretch(start, end):
                reading.end = end
                if not reading.tokens:
                    # Where the phrase begins, for messages about the word before.
                    reading.tokens.append(Token(_NOTHING, "", start, start))
                if not _read_stretch(reading, start):
                    return _finished(reading, ended_early=True)
    return _finished(reading, ended_early=False)


def _read_stretch(reading: Reading, start: int) -> bool:
    """Take the words up to the end of this stretch; false where reading could not go on."""
    scanner = reading.scanner
    position: int | None = start
    while position is not None:
        before = position
        position = scanner.skip_gap(before)
        if position >= reading.end:
            mend_end(reading)
            return True
        if scanner.folded.find("\n", before, position) >= 0:
            reading.checkpoint()
        position = _step(reading, position)
        if reading.state.depth > DEEPEST_STACK:
            reading.report("too-deep", position or reading.end, reading.end, limit="50")
            reading.is_lost = True
            return False
        if len(reading.diagnostics) >= _MOST_OF_ONE_BLOCK:
            reading.is_lost = True
            return False
    return False


def _step(reading: Reading, position: int) -> int | None:
    """Take the word at `position`; where there is none that fits, mend or go on elsewhere."""
    word = reading.scanner.choose(position, reading.state.takes)
    if word is None:
        return mend_word(reading, position)
    if word.oddity is not None:
        report_oddity(reading, position, word)
        is_name = len(reading.tokens) == 1 and reading.phrase.terminal in NAMED_HEADS
        if word.oddity == "unclosed-quote" and is_name:
            word = name_begun(word)
    reading.take(word.token(position))
    return position + word.length


def _finished(reading: Reading, *, ended_early: bool) -> ParsedBlock:
    node: Node | None
    if reading.state.takes(END):
        node = reading.state.finish()
    else:
        if not ended_early and reading.since_resumed >= TRUSTED_AFTER:
            report_unfinished(reading)
        reading.is_whole = False
        node = end_early(reading)
    if reading.is_lost:
        node = None
        lose_tokens(reading, 1)
    return ParsedBlock(
        node=node,
        is_whole=reading.is_whole and node is not None,
        tokens=tuple(token for token in reading.tokens if token.terminal != _NOTHING),
        lost_names=frozenset(reading.lost_names),
        clause_number=_clause_number(reading) if reading.is_of_clause else None,
        diagnostics=tuple(reading.diagnostics),
    )


def _clause_number(reading: Reading) -> str | None:
    found = (token for token in reading.tokens if token.terminal == "CLAUSE_NUMBER")
    number = next(found, None)
    return None if number is None else str(number.value)
