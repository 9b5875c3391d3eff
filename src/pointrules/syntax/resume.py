"""Going on behind a mistake: at a place from which the text fits somewhere the parser has been.

The text is skipped to the next separator or line, and the parser taken back to the checkpoint from
which the text there can go on: what was built before stays, only the part in between is lost.
"""

from collections.abc import Iterator
from itertools import islice

from pointrules.syntax.children import Node
from pointrules.syntax.parse_table import END
from pointrules.syntax.parser_state import ParserState
from pointrules.syntax.reading import TRUSTED_AFTER, Checkpoint, Reading
from pointrules.syntax.scanner import WORD_RUN
from pointrules.syntax.tokens import Token

_WORDS_TRIED = 3  # so many words are tried where reading may go on
_MOST_PLACES_TRIED = 1000  # text without end that fits nowhere is no clause
_SEPARATORS = ",;。"
_CLAUSE_STARTS = (
    # After the guard, and after the effect: where a clause can go on when its beginning is lost.
    ("CLAUSE", "CLAUSE_NUMBER", "NAME", "SUCH", "COMMA"),
    ("CLAUSE", "CLAUSE_NUMBER", "NAME", "SUCH", "ADD", "NUMBER", "UNIT", "COMMA"),
)


def resume(reading: Reading, position: int) -> int | None:
    """The next place from which reading goes on, the parser taken back to fit; None if none."""
    reading.is_whole = False
    for start, is_separator in islice(_places_to_resume(reading, position), _MOST_PLACES_TRIED):
        if _resume_at(reading, position, start):
            reading.since_resumed = TRUSTED_AFTER if is_separator else 0
            return start
    _lose_words(reading, position, reading.end)
    if not any(checkpoint.state.takes(END) for checkpoint in reading.checkpoints.values()):
        reading.is_lost = True
    return None


def end_early(reading: Reading) -> Node | None:
    """The node of what was read up to the last place where the text could have ended."""
    for checkpoint in reversed(reading.checkpoints.values()):
        if checkpoint.state.takes(END):
            lose_tokens(reading, checkpoint.tokens)
            return checkpoint.state.finish()
    return None


def lose_tokens(reading: Reading, kept: int) -> None:
    """Keep so many tokens only; the names that the others would declare are lost, not unknown."""
    for token in reading.tokens[kept:]:
        if token.terminal in ("NEWNAME", "STRING"):
            reading.lost_names.add(str(token.value))
    if not reading.is_clause:
        del reading.tokens[kept:]


def _lose_words(reading: Reading, start: int, end: int) -> None:
    """Any word that is skipped where names are declared may be one."""
    if reading.phrase.terminal in ("VOCABULARY", "GRADE"):
        for run in WORD_RUN.finditer(reading.scanner.folded, start, end):
            # A number is no name: as one it would hide the numbers of all other blocks.
            if not run.group()[0].isdigit():
                reading.lost_names.add(run.group())


def _resume_at(reading: Reading, position: int, start: int) -> bool:
    """Take the parser to where most of the text from `start` on fits; false if none does."""
    best: Checkpoint | None = None
    best_fit = (0, 0)
    is_restarted = False
    for checkpoint in reversed(reading.checkpoints.values()):
        fit = _fit(reading, checkpoint.state, start)
        if fit > best_fit:
            best, best_fit = checkpoint, fit
    if best_fit[0] < _WORDS_TRIED and reading.is_clause:
        for state in _middles_of_clauses(reading, start):
            fit = _fit(reading, state, start)
            if fit > best_fit:
                best, best_fit = Checkpoint(state, len(reading.tokens)), fit
                is_restarted = True
    if best is None:
        return False
    if is_restarted:
        reading.is_lost = True
        reading.checkpoints = {best.state.place: best}
    else:
        lose_tokens(reading, best.tokens)
        _lose_words(reading, position, start)
    reading.state = best.state.copy()
    return True


def _middles_of_clauses(reading: Reading, start: int) -> Iterator[ParserState]:
    """Places inside a clause whose beginning is lost: to go on there finds more mistakes."""
    for terminals in _CLAUSE_STARTS:
        state = ParserState(reading.table, reading.file)
        for terminal in terminals:
            value = 0 if terminal == "NUMBER" else ""
            state.feed(Token(terminal, value, start, start, is_mended=True))
        yield state


def _fit(reading: Reading, state: ParserState, position: int) -> tuple[int, int]:
    """How many words from `position` on the parser could take there, and up to where."""
    trial = state.copy()
    for count in range(_WORDS_TRIED):
        if position >= reading.end:
            return (_WORDS_TRIED if count else 0, position)
        found = reading.scanner.choose(position, trial.takes)
        if found is None:
            return (count, position if count else 0)
        trial.feed(found.token(position))
        position = reading.scanner.skip_gap(position + found.length)
    return (_WORDS_TRIED, position)


def _places_to_resume(reading: Reading, position: int) -> Iterator[tuple[int, bool]]:
    """Behind each separator, and at each line start, that is not inside a quoted text."""
    text, end = reading.scanner.folded, reading.end
    while position < end:
        quoted = reading.scanner.choose(position, lambda terminal: terminal == "STRING")
        if quoted is not None:
            position += quoted.length
            continue
        character = text[position]
        if character == "#":
            line_end = text.find("\n", position, end)
            position = end if line_end < 0 else line_end
            continue
        position += 1
        if character in _SEPARATORS or character == "\n":
            start = reading.scanner.skip_gap(position)
            if start < end:
                yield start, character in _SEPARATORS
