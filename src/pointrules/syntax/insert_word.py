"""A word left out: where it is plain which, it is put in, so that the sentence goes on."""

from pointrules.diagnostics.suggestion import nearness
from pointrules.syntax.block_reports import SAMPLES, report_missing
from pointrules.syntax.parse_table import END
from pointrules.syntax.reading import Reading
from pointrules.syntax.spellings import spellings
from pointrules.syntax.tokens import Token

_PER = ("PER", "PER_FULL")
_FIT_ANYWHERE = ("NEWNAME", "CLAUSE_NUMBER")
_INSERTED_SIGNS = ("COMMA", "COLON", "LPAR", "RPAR", "LISTSEP")
_SIGNS = ("COMMA", "SEMICOLON", "STOP")
_LIKELY_MISSING = ("SUCH", "AT", "INTO", "COLON", "COMMA", "IS", "ADD")


def insert_one(reading: Reading, position: int) -> bool:
    """每小时, where 每 1 小时 is meant: the number is left out before its unit."""
    if reading.tokens[-1].terminal not in _PER or not reading.state.takes("NUMBER"):
        return False
    after = reading.state.copy()
    one = Token("NUMBER", 1, position, position, is_mended=True)
    after.feed(one)
    unit = reading.scanner.choose(position, lambda t: t == "UNIT" and after.takes(t))
    if unit is None:
        return False
    end = position + unit.length
    found = reading.scanner.raw[position:end]
    reading.report("word-missing", position, end, found=found, missing="1")
    reading.take(one)
    return True


def insert_missing_word(reading: Reading, position: int, end: int) -> bool:
    """Where one word left out, 的 say, is all that is wrong, put it in."""
    scanner = reading.scanner
    found = scanner.choose(position, lambda terminal: terminal not in _FIT_ANYWHERE)
    if found is None:
        return False
    after_found = position + found.length
    is_number = found.terminal == "NUMBER" and scanner.folded[position].isdigit()
    if found.length == 1 and after_found < end and not is_number:
        return False  # one character of an unknown word, rather than a word of its own
    is_whole_word = is_number or (found.length > 1 and after_found >= end)
    if not is_whole_word and nearness(scanner.raw[position:end], reading.names.names) < 1:
        return False
    is_sign = found.terminal in _SIGNS
    for terminal in sorted(reading.state.taken(), key=_rank):
        if terminal == END or (is_sign and terminal not in _LIKELY_MISSING):
            continue  # before a sign nearly any option would fit, and none was meant
        if terminal in SAMPLES and terminal not in _INSERTED_SIGNS:
            continue
        word = Token(terminal, _any_value(terminal), position, position, is_mended=True)
        if _goes_on_behind(reading, word, found.length):
            report_missing(reading, terminal, position, after_found)
            reading.take(word)
            return True
    return False


def _goes_on_behind(reading: Reading, word: Token, length: int) -> bool:
    """Whether behind `word` two words fit, the first of them of this length or longer."""
    scanner, position = reading.scanner, word.end
    state = reading.state.copy()
    state.feed(word)
    follows = scanner.choose(position, state.takes)
    if follows is None or follows.length < length:
        return False
    state.feed(follows.token(position))
    next_start = scanner.skip_gap(position + follows.length)
    return next_start >= reading.end or scanner.choose(next_start, state.takes) is not None


def _rank(terminal: str) -> tuple[int, str]:
    """Words that people leave out first, then the others."""
    likely = terminal in _LIKELY_MISSING
    return (_LIKELY_MISSING.index(terminal) if likely else len(_LIKELY_MISSING), terminal)


def _any_value(terminal: str) -> str:
    """Some value of a terminal that has values, for one that is put in."""
    known = spellings().by_terminal.get(terminal)
    return known[0].value if known else ""
