"""A word that does not fit: what was meant by it.

Where that is plain, the word is reported and mended in place, so that the sentence goes on.
Otherwise reading goes on elsewhere.
"""

import re
from datetime import date

from pointrules.diagnostics.diagnostic import Applicability
from pointrules.syntax.bare_before import BareBefore, bare_before_at
from pointrules.syntax.block_reports import MOST_CHOICES, could_stand
from pointrules.syntax.insert_word import insert_missing_word, insert_one
from pointrules.syntax.left_out import left_out_at
from pointrules.syntax.mend_name import lengthen_name, take_unknown_name
from pointrules.syntax.mend_unit import mend_unit
from pointrules.syntax.near_keyword import NearKeyword, near_keyword
from pointrules.syntax.reading import Reading
from pointrules.syntax.resume import resume
from pointrules.syntax.scanner import WORD_RUN
from pointrules.syntax.tokens import Token

_NEXT_SIGN = re.compile(r"[,;:。()\n]")


def mend_word(reading: Reading, position: int) -> int | None:
    """Report what stands at `position`, and put something in its place or resume elsewhere.

    Where to go on; None where reading cannot.
    """
    scanner = reading.scanner
    left_out = left_out_at(scanner.folded, position)
    if left_out is not None:
        start, word, code = left_out
        reading.report(code, start, start + len(word), found=word)
        # A clause under a wrong head is no part of this one: what it says is not read here.
        return resume(reading, reading.end if code == "article-head" else position)
    last = reading.tokens[-1] if reading.tokens else None
    before = bare_before_at(scanner.folded, position, last)
    if before is not None:
        return _refuse_bare_before(reading, position, before)
    run = WORD_RUN.match(scanner.folded, position, reading.end)
    end = run.end() if run else position
    if reading.state.takes("UNIT"):
        return mend_unit(reading, position, end)
    if insert_one(reading, position) or insert_missing_word(reading, position, end):
        return position
    if run is None:
        return _give_up(reading, position, position + 1)
    name_end = lengthen_name(reading, position, end)
    if name_end is not None:
        return name_end
    if reading.state.takes("HOLDS_GAINS") and not reading.state.takes("BEHAVIOUR"):
        return _mend_effect(reading, position)
    keyword = near_keyword(scanner, position, end, reading.end, reading.state.taken())
    nearer_than = None if keyword is None else keyword.distance
    name_end = take_unknown_name(reading, position, end, nearer_than)
    if name_end is not None:
        return name_end
    if keyword is not None:
        return _take_keyword(reading, position, keyword)
    return _give_up(reading, position, end)


def _refuse_bare_before(reading: Reading, position: int, before: BareBefore) -> int | None:
    """A day and a bare 前: the day stays, as if nothing followed, if it was already taken."""
    start, end = position, before.end
    last = reading.tokens[-1] if reading.tokens else None
    is_after_day = last is not None and isinstance(last.value, date)
    if last is not None and is_after_day:
        start = last.start
    reading.report(
        "bare-before",
        start,
        end,
        found=reading.scanner.raw[start:end],
        day=before.day,
        day_before=before.day_before,
    )
    if not is_after_day:
        return resume(reading, end)
    reading.is_whole = False
    return end


def _mend_effect(reading: Reading, position: int) -> int:
    """What a flag does is one of a closed list: whatever else is said, up to the next sign."""
    folded = reading.scanner.folded
    sign = _NEXT_SIGN.search(folded, position, reading.end)
    end = len(folded[: sign.start() if sign else reading.end].rstrip())
    found = reading.scanner.raw[position:end]
    reading.report("flag-effect-unknown", position, end, found=found)
    reading.take(Token("HOLDS_GAINS", "", position, end, is_mended=True))
    return end


def _take_keyword(reading: Reading, position: int, near: NearKeyword) -> int:
    end = position + near.length
    spelling, choices = near.spelling, near.alike[:MOST_CHOICES]
    fix = None
    if len(choices) == 1:
        fix = reading.fix(Applicability.ASK, position, end, spelling.text)
    found = reading.scanner.raw[position:end]
    reading.report("unknown-keyword", position, end, choices=choices, fix=fix, found=found)
    reading.take(Token(spelling.terminal, spelling.value, position, end, is_mended=True))
    return end


def _give_up(reading: Reading, position: int, end: int) -> int | None:
    """Report, and go on where the text can go on."""
    found = reading.scanner.raw[position:end]
    choices = could_stand(reading.state)
    reading.report("unexpected-text", position, end, choices=choices, found=found)
    return resume(reading, end)
