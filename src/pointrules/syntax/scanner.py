"""Cutting words out of text that need not have spaces between them.

At each place the scanner lists what could start there: keywords, signs, declared names, numbers,
dates, quoted texts. The parser says which of them really shift, and the longest of those wins, a
keyword before a name of the same length. So the cut is the same with and without spaces.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from pointrules.model.number import number_text, parse_number
from pointrules.model.period import MonthDay
from pointrules.model.unit import TIME, UNITS
from pointrules.source.folding import fold
from pointrules.source.numeral import AmbiguousNumeral, chinese_number
from pointrules.syntax.names import DeclaredNames
from pointrules.syntax.spellings import SIGNS, spellings
from pointrules.syntax.tokens import Token, TokenValue

HAN = r"\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
WORD_RUN = re.compile(rf"[{HAN}A-Za-z0-9_·]+")
"""What a newly declared bare name may consist of."""

_GAP = re.compile(r"(?:\s|#[^\n]*)+")
_NUMERAL = "零〇一二两三四五六七八九十百千万亿"
_DIGITS = re.compile(r"-?\d+(?:\.\d+)?")
_LEADING_ZERO = re.compile(r"-?0[0-9]")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d.])")
_LONGEST_NUMBER = 40  # of characters; Python itself refuses to read numbers of thousands of digits
_CHINESE_DIGITS = re.compile(f"[{_NUMERAL}]+")
_UNITS_AFTER_THOUSAND = ("克", "米")  # 三千克 is 3 千克, not 3000 克
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})-(\d{1,2})|/(\d{1,2})/(\d{1,2})|年(\d{1,2})月(\d{1,2})日)")
_MONTH_DAY = re.compile(r"(\d{1,2})月(\d{1,2})日")
_CLAUSE_NUMBER = re.compile(
    rf"第[{_NUMERAL}\d]+条(?:第[{_NUMERAL}\d]+[款项])*"
    rf"|\([{_NUMERAL}\d]+\)"
    r"|[a-z]*\d+[a-z]?(?:[.\-]\d+[a-z]?)*"
    rf"|[{_NUMERAL}]+"
)


def is_clause_number(text: str) -> bool:
    """Whether folded text can stand as the number of a clause."""
    return _CLAUSE_NUMBER.fullmatch(text.lower()) is not None


QUOTES = {"“": "”", "「": "」", "『": "』", "《": "》", '"': '"'}

Oddity: TypeAlias = Literal[
    "thousands-comma",
    "ambiguous-numeral",
    "bad-date",
    "unclosed-quote",
    "bad-numeral",
    "leading-zero",
]
"""What can be wrong inside one word, though it is clear which kind of word was meant."""


class Candidate(Struct, frozen=True):
    """A word that could start here; `oddity` says what is wrong inside it, if anything.

    `readings` are what the odd word may have meant.
    """

    terminal: str
    value: TokenValue
    length: int
    oddity: Oddity | None = None
    readings: tuple[str, ...] = ()

    def token(self, start: int) -> Token:
        """The candidate, chosen, as the token that begins at `start`."""
        return Token(self.terminal, self.value, start, start + self.length, self.oddity is not None)


NAMED_HEADS = frozenset({"ACCOUNT", "BOARD", "CATEGORY", "GRADE", "INCENTIVE", "PARAMETER"})
"""Head words whose quoted text is a name, and not a sentence."""


def name_begun(unclosed: Candidate) -> Candidate:
    """Of a quoted name that is never closed, as much as can be a name: 积分 of 「积分 按户：…."""
    run = WORD_RUN.match(str(unclosed.value))
    if run is None:
        return unclosed
    return replace(unclosed, value=run.group(), length=1 + run.end())


_ORDINAL, _TIME, _COUNT = "第", TIME.symbol, "次数"
_KEYWORD, _NAME, _OTHER = range(3)  # which of two words of one length wins


class Scanner:
    """One text with the names that may stand in it bare."""

    __slots__ = ("_by_first", "_names", "_parameters", "_units", "folded", "low", "raw")

    def __init__(self, text: str, names: DeclaredNames) -> None:
        self.raw = text
        self.folded = fold(text)
        self.low = _ascii_low(self.folded)
        self._by_first = spellings().by_first
        self.declare(names)

    def declare(self, names: DeclaredNames) -> None:
        """Take `names` for the declared ones from here on."""
        self._names = _index(names.names)
        self._parameters = _index(names.parameters)
        self._units = _index(names.units)

    def skip_gap(self, position: int) -> int:
        """Past white space and comments."""
        found = _GAP.match(self.folded, position)
        return found.end() if found else position

    def choose(self, position: int, takes: Callable[[str], bool]) -> Candidate | None:
        """The word that begins at `position`, among those that the parser takes."""
        best: Candidate | None = None
        best_rank = _OTHER
        taken: dict[str, bool] = {}
        for candidate, rank in self._candidates(position):
            if best is not None and (
                candidate.length < best.length
                or (candidate.length == best.length and rank >= best_rank)
            ):
                continue
            terminal = candidate.terminal
            if terminal not in taken:
                taken[terminal] = takes(terminal)
            if taken[terminal]:
                best, best_rank = candidate, rank
        return best

    def _candidates(self, position: int) -> Iterator[tuple[Candidate, int]]:
        """Everything that could begin at `position`, with its rank."""
        first = self.low[position]
        if first in QUOTES:
            yield from self._quoted(position)
            return
        sign = SIGNS.get(first)
        if sign is not None:
            yield Candidate(sign, "", 1), _KEYWORD
        for spelling in self._by_first.get(first, ()):
            end = spelling.end_in(self.low, position)
            if end is not None:
                length = end - position
                yield Candidate(spelling.terminal, spelling.value, length), _KEYWORD
        shortest = self._ordinal_length(position) if first == _ORDINAL else 0
        for terminal, index in (
            ("NAME", self._names),
            ("PARAMETER_NAME", self._parameters),
            ("UNIT", self._units),
        ):
            for low, name in index.get(first, ()):
                if len(low) <= shortest:
                    break
                if self.low.startswith(low, position) and not self.cuts_word(position + len(low)):
                    yield Candidate(terminal, name, len(low)), _NAME
                    break  # they are in order of length: the others are shorter
        yield from self._written_out(position, first)

    def _ordinal_length(self, position: int) -> int:
        """How much of 第二次 a name may not cover: declared places (第二) are no part of it."""
        end = position + 1
        while end < len(self.low) and (self.low[end] in _NUMERAL or self.low[end].isdigit()):
            end += 1
        after = self.skip_gap(end)
        # 名次 第二 次数: what is counted, and no ordinal.
        is_ordinal = self.low.startswith(_TIME, after) and not self.low.startswith(_COUNT, after)
        return end - position if is_ordinal and end > position + 1 else 0

    def _written_out(self, position: int, first: str) -> Iterator[tuple[Candidate, int]]:
        """Numbers, dates, clause numbers and new names."""
        if first.isdigit() or first == "-":
            yield from self._dates(position)
            yield from self._digits(position)
        elif first in _NUMERAL:
            yield from self._chinese_numerals(position)
        number = _CLAUSE_NUMBER.match(self.low, position)
        if number:
            text = self.folded[position : number.end()]
            yield Candidate("CLAUSE_NUMBER", text, len(text)), _OTHER
        run = WORD_RUN.match(self.folded, position)
        if run:
            yield Candidate("NEWNAME", run.group(), run.end() - position), _OTHER

    def _quoted(self, position: int) -> Iterator[tuple[Candidate, int]]:
        closing = QUOTES[self.low[position]]
        line_end = self.folded.find("\n", position)
        line_end = len(self.folded) if line_end < 0 else line_end
        end = self.folded.find(closing, position + 1, line_end)
        if end < 0:
            text = self.raw[position + 1 : line_end]
            yield Candidate("STRING", text, line_end - position, "unclosed-quote"), _OTHER
            return
        text = self.raw[position + 1 : end]
        length = end + 1 - position
        yield Candidate("STRING", text, length), _KEYWORD
        low = _ascii_low(fold(text).strip())
        for terminal, index in (("NAME", self._names), ("PARAMETER_NAME", self._parameters)):
            for known, declared in index.get(low[:1], ()):
                if low == known:
                    yield Candidate(terminal, declared, length), _NAME
                    break

    def _dates(self, position: int) -> Iterator[tuple[Candidate, int]]:
        found = _DATE.match(self.folded, position)
        if found:
            year, *parts = (int(part) for part in found.groups() if part is not None)
            length = found.end() - position
            try:
                day = date(year, parts[0], parts[1])
            except ValueError:
                yield Candidate("DATE", date(2000, 1, 1), length, "bad-date"), _OTHER
            else:
                yield Candidate("DATE", day, length), _OTHER
        found = _MONTH_DAY.match(self.folded, position)
        if found:
            month, day_of_month = (int(part) for part in found.groups())
            length = found.end() - position
            try:
                date(2001, month, day_of_month)  # not a leap year: 29 February is no yearly day
            except ValueError:
                yield Candidate("MONTHDAY", MonthDay(1, 1), length, "bad-date"), _OTHER
            else:
                yield Candidate("MONTHDAY", MonthDay(month, day_of_month), length), _OTHER

    def _digits(self, position: int) -> Iterator[tuple[Candidate, int]]:
        thousands = _THOUSANDS.match(self.folded, position)
        if thousands and len(thousands.group()) <= _LONGEST_NUMBER:
            digits = thousands.group().replace(",", "")
            yield (
                Candidate(
                    "NUMBER",
                    parse_number(digits),
                    len(thousands.group()),
                    "thousands-comma",
                    (digits,),
                ),
                _OTHER,
            )
        found = _DIGITS.match(self.folded, position)
        if found and len(found.group()) > _LONGEST_NUMBER:
            yield Candidate("NUMBER", 0, len(found.group()), "bad-numeral"), _OTHER
        elif found and _LEADING_ZERO.match(found.group()):
            meant = number_text(parse_number(found.group()))
            candidate = Candidate(
                "NUMBER", parse_number(found.group()), len(found.group()), "leading-zero", (meant,)
            )
            yield candidate, _OTHER
        elif found and found.group().isascii():
            yield Candidate("NUMBER", parse_number(found.group()), len(found.group())), _OTHER

    def _chinese_numerals(self, position: int) -> Iterator[tuple[Candidate, int]]:
        found = _CHINESE_DIGITS.match(self.folded, position)
        assert found is not None, "a numeral begins with a numeral character"
        text = found.group()
        if (
            len(text) > 1
            and text[-1] == "千"
            and self.folded.startswith(_UNITS_AFTER_THOUSAND, found.end())
        ):
            text = text[:-1]
        number = chinese_number(text)
        if isinstance(number, AmbiguousNumeral):
            readings = tuple(str(reading) for reading in number.readings)
            yield (
                Candidate("NUMBER", number.readings[0], len(text), "ambiguous-numeral", readings),
                _OTHER,
            )
        elif number is None:
            yield Candidate("NUMBER", 0, len(text), "bad-numeral"), _OTHER
        else:
            yield Candidate("NUMBER", number, len(text)), _OTHER

    def cuts_word(self, end: int) -> bool:
        """Whether a Latin word or number would be cut in two at `end`."""
        return end < len(self.low) and _is_latin(self.low[end - 1]) and _is_latin(self.low[end])


def unit_symbols(names: DeclaredNames) -> tuple[str, ...]:
    """The units that may stand in the text."""
    return (*UNITS, *sorted(names.units))


def _is_latin(character: str) -> bool:
    return character.isascii() and (character.isalnum() or character == "_")


_LOW = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}


def _ascii_low(text: str) -> str:
    """Latin capitals made small; nothing else, since other alphabets change length."""
    return text.translate(_LOW)


def _index(names: frozenset[str]) -> dict[str, list[tuple[str, str]]]:
    """Names by first character, the longest first."""
    index: dict[str, list[tuple[str, str]]] = {}
    for name in sorted(names, key=lambda item: (-len(item), item)):
        low = _ascii_low(name)
        index.setdefault(low[0], []).append((low, name))
    return index
