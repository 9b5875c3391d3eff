"""Rulesets drawn from the grammar itself: any block, any part of it, any spelling of its words.

What they mean makes no sense; that each is read as it was drawn is what the language promises.
"""

from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction
from itertools import pairwise

from hypothesis import event
from hypothesis import strategies as st
from msgspec import Struct

from pointrules.model.period import MonthDay
from pointrules.source.folding import fold
from pointrules.source.language import Language
from pointrules.syntax.blocks import cut_blocks
from pointrules.syntax.grammar_tables import parse_table
from pointrules.syntax.parser_state import ParserState
from pointrules.syntax.scanner import NAMED_HEADS, QUOTES, WORD_RUN
from pointrules.syntax.spellings import Spelling, spellings
from pointrules.syntax.tokens import Token
from sentences.declarations import (
    DECLARATIONS,
    EXPECTED,
    LEVELS,
    NAMED_IN_HEADS,
    NAMES,
    OWN_UNITS,
    PARAMETERS,
)
from sentences.derivations import START, Derivation, Rule, Slot, rules, shortest, slots
from sentences.spelled import Word

_MOST_WORDS = 40
"""A block goes on in the shortest way behind so many."""

_DEEPEST = 24
_MOST_BLOCKS = 4

# ---- words

_SIGNS = {
    "COLON": (":", "：", "∶"),
    "COMMA": ("，", ",", "﹐"),
    "SEMICOLON": ("；", ";"),
    "STOP": ("。", ".", "．", "｡"),
    "LISTSEP": ("、", "､"),
    "LPAR": ("（", "("),
    "RPAR": ("）", ")"),
    "DASH": ("-", "—", "～", "~", "－"),
}
_NUMERALS = {"零": 0, "三": 3, "两": 2, "十二": 12, "二十": 20, "一百零五": 105, "三千": 3000}
_CLAUSE_NUMBERS = (
    "3.1",
    "3.10",
    "12",
    "第三条",
    "第二十条第三款",
    "（一）",
    "(2)",
    "E01",
    "3-2",
    "一",
    "010110",
    "1e",
    "２．１",
)
HOSTILE = (
    "",
    " ",
    "true",
    "null",
    "yes",
    "3.10",
    "010110",
    "1e5",
    "2023-07-01",
    "=1+1",
    "~",
    "- 甲",
    "? 甲",
    "甲: 乙",
    "甲：乙",
    "甲 # 乙",
    "# 甲",
    "＃",
    "{甲: 乙}",
    "[甲, 乙]",
    "&甲 *甲",
    "!甲",
    "| 甲",
    "> 甲",
    "'甲'",
    '"甲"',
    "「甲」",
    "“甲”『乙』",
    "《甲》",
    "%甲 @乙 `丙",
    "\\n \\",
    "  两边有空  ",
    "\u3000全角空格\u3000",
    "\t",
    "🌾𠮷👨‍👩‍👧",
    "\ufeff\u200b",
    "\u0085\u2028\u2029",
    "---",
    "...",
    "```",
    "条款 9.9",
    "，。；：、（）",
    "e\u0301",
)
"""What quoted texts must stand: signs of other notations, spaces, words that look like values."""

_NEW_NAMES = (
    "新词",
    "打扫卫生",
    "甲·乙",
    "加分项",
    "2023年度评比",
    "及时率",
    "条款说明",
    "𠮷田",
    "Wifi_2",
    "龘",
)
_QUOTED_NAMES = (
    *_NEW_NAMES,
    "新 词",
    "true",
    "null",
    "# 井",
    "- 横",
    "~",
    "{花}",
    "[方]",
    "& 和",
    "* 星",
    "! 叹",
    "| 竖",
    "@ 村",
    "`反",
    "=1+1",
    "🌾 丰收",
    " 两边有空 ",
    "\u3000全角",
    "甲：乙",
    "甲, 乙",
    "'单'",
    "《书》",
)
"""Names that can be declared in quotes without being taken for a word of another block."""

_FULL_WIDTH = {code: code + 0xFEE0 for code in range(ord("!"), ord("~") + 1)}
_LETTERS = st.characters(exclude_characters="\n", exclude_categories=["Cs"])
_TEXTS = st.one_of(st.sampled_from(HOSTILE), st.text(_LETTERS, max_size=8))


class Style(Struct, frozen=True):
    """How the words of a block are spelled."""

    languages: tuple[Language, ...]
    is_full_width: bool


_STYLES = st.builds(
    Style,
    st.sampled_from(((Language.ZH,), (Language.EN,), (Language.ZH, Language.EN))),
    st.booleans(),
)


@st.composite
def words_of(draw: st.DrawFn, found: Sequence[Slot]) -> tuple[Word, ...]:
    """A block's terminals, each in some spelling that the language allows there."""
    style = draw(_STYLES)
    state = ParserState(parse_table(), "drawn")
    words: list[Word] = []
    for index in range(len(found)):
        word = draw(_word(found, index, style, state.takes))
        state.feed(Token(word.terminal, word.value, index, index + 1))
        words.append(word)
    return tuple(words)


@st.composite
def _word(
    draw: st.DrawFn, found: Sequence[Slot], index: int, style: Style, takes: Callable[[str], bool]
) -> Word:
    head, slot = found[0].terminal, found[index]
    terminal = slot.terminal
    match terminal:
        case "NAME":
            return draw(_names(slot, head, takes))
        case "PARAMETER_NAME":
            name = draw(st.sampled_from(PARAMETERS))
            is_quoted = not takes("STRING") and draw(st.booleans())
            return Word(terminal, name, draw(_quoted(name)) if is_quoted else name)
        case "NEWNAME":
            name = draw(st.sampled_from(_NEW_NAMES))
            return Word(terminal, name, name)
        case "STRING":
            before = {item.terminal for item in found[1:index]}
            is_of_head = head in NAMED_HEADS and before <= {"STRING"}
            is_name = is_of_head or slot.production == "newname"
            text = draw(st.sampled_from(_QUOTED_NAMES) if is_name else _TEXTS)
            return Word(terminal, text, draw(_quoted(text)))
        case "UNIT" if head != "VOCABULARY" and draw(st.integers(0, 5)) == 5:
            unit = draw(st.sampled_from(OWN_UNITS))
            return Word(terminal, unit, unit)
        case _:
            pass
    if terminal in _SIGNS:
        return Word(terminal, "", draw(st.sampled_from(_SIGNS[terminal])))
    if terminal in spellings().by_terminal:
        spelling = draw(st.sampled_from(_spellings_in(terminal, style.languages)))
        text = spelling.text.upper() if style.is_full_width else spelling.text
        return Word(terminal, spelling.value, text)
    word = draw(_written_out(terminal))
    if style.is_full_width:
        return Word(terminal, word.value, word.text.translate(_FULL_WIDTH))
    return word


@st.composite
def _names(draw: st.DrawFn, slot: Slot, head: str, takes: Callable[[str], bool]) -> Word:
    """A name that is known in such a block, one that makes sense there more often than not."""
    names: Sequence[str] = EXPECTED.get((slot.production, slot.nth), NAMES)
    if draw(st.integers(0, 4)) == 4:
        names = NAMES
    # A vocabulary is read before its own names are known, a grade before its levels are.
    if head == "VOCABULARY":
        names = NAMED_IN_HEADS
    elif head == "GRADE":
        names = [name for name in names if name not in LEVELS]
    name = draw(st.sampled_from(names))
    if _is_keyword(name, takes):
        name = next(item for item in NAMED_IN_HEADS if not _is_keyword(item, takes))
    is_quoted = not takes("STRING") and draw(st.booleans())
    return Word("NAME", name, draw(_quoted(name)) if is_quoted else name)


def _spellings_in(terminal: str, languages: Sequence[Language]) -> list[Spelling]:
    return [item for item in spellings().by_terminal[terminal] if item.language in languages]


def _is_keyword(name: str, takes: Callable[[str], bool]) -> bool:
    """Whether a name, written bare, is a keyword where it stands."""
    return any(
        item.text == name.lower() and takes(item.terminal)
        for item in spellings().by_first.get(name[0].lower(), ())
    )


@st.composite
def _quoted(draw: st.DrawFn, text: str) -> str:
    folded = fold(text)
    pairs = [opening for opening, closing in QUOTES.items() if closing not in folded]
    opening = draw(st.sampled_from(pairs))
    return f"{opening}{text}{QUOTES[opening]}"


@st.composite
def _written_out(draw: st.DrawFn, terminal: str) -> Word:
    """A number, a day, or the number of a clause."""
    match terminal:
        case "NUMBER":
            return draw(_numbers)
        case "DATE":
            day = draw(st.dates(date(1950, 1, 1), date(2999, 12, 31)))
            year, month, number = day.year, day.month, day.day
            written = (
                day.isoformat(),
                f"{year}/{month}/{number}",
                f"{year}年{month}月{number}日",
                f"{year}年{month:02}月{number:02}日",
            )
            return Word(terminal, day, draw(st.sampled_from(written)))
        case "MONTHDAY":
            day = draw(st.dates(date(2001, 1, 1), date(2001, 12, 31)))
            value = MonthDay(day.month, day.day)
            return Word(terminal, value, f"{day.month}月{day.day}日")
        case "CLAUSE_NUMBER":
            text = draw(st.sampled_from(_CLAUSE_NUMBERS))
            return Word(terminal, fold(text), text)
        case _:
            msg = f"{terminal} is spelled in no known way"
            raise AssertionError(msg)


def _decimal(whole: int, tenths: int) -> Word:
    number = Fraction(10 * whole + tenths, 10)
    value = int(number) if number.denominator == 1 else number
    return Word("NUMBER", value, f"{whole}.{tenths}")


_numbers = st.one_of(
    st.integers(0, 120).map(lambda number: Word("NUMBER", number, str(number))),
    st.integers(-9, -1).map(lambda number: Word("NUMBER", number, str(number))),
    st.integers(10**6, 10**20).map(lambda number: Word("NUMBER", number, str(number))),
    st.builds(_decimal, st.integers(0, 99), st.integers(0, 9)),
    st.sampled_from(sorted(_NUMERALS)).map(lambda text: Word("NUMBER", _NUMERALS[text], text)),
)

# ---- sentences


@st.composite
def derivations(draw: st.DrawFn, name: str = START) -> Derivation:
    """A derivation of the grammar, of a bounded size."""
    words = 0

    def choose(symbol: str, depth: int) -> Rule:
        nonlocal words
        is_full = words >= _MOST_WORDS or depth >= _DEEPEST
        rule = shortest(symbol) if is_full else draw(_rule_of(symbol))
        words += sum(item.isupper() for item in rule.expansion)
        return rule

    def derived(rule: Rule, depth: int) -> Derivation:
        return Derivation(
            rule,
            tuple(
                None if symbol.isupper() else derived(choose(symbol, depth), depth + 1)
                for symbol in rule.expansion
            ),
        )

    return derived(choose(name, 0), 1)


def _rule_of(symbol: str) -> st.SearchStrategy[Rule]:
    return st.sampled_from(rules()[symbol])


# ---- texts

_COMMENTS = ("#", "# 注释", "＃ 全角", "# 「没有关上", "# 条款 9 「甲」", "#：- 甲", "# 𠮷 \u3000")
_GAPS = (" ", "  ", "\u3000", "\t", "\n  ", "\r\n\t", "\n\n   ")
_BETWEEN_BLOCKS = ("\n", "\n\n", "\n\n\n", "\n# 块间\n", "  # 行末\n\n# 甲\n# 乙\n")
_BLANKS = (" ", "  ", "\t", "\u3000")
_ANY_GAPS = st.one_of(
    st.sampled_from(_GAPS),
    st.builds("  {}\n{}".format, st.sampled_from(_COMMENTS), st.sampled_from(_BLANKS)),
)
_NEED_GAPS = frozenset(head for head, follows in spellings().heads.items() if follows == "gap")


class DrawnBlock(Struct, frozen=True):
    """A block as it was drawn: its words, and the gap behind each but the last."""

    words: tuple[Word, ...]
    gaps: tuple[str, ...]

    @property
    def text(self) -> str:
        """The text, without the gap behind it."""
        pairs = zip(self.words, (*self.gaps, ""), strict=True)
        return "".join(word.text + gap for word, gap in pairs)


class Drawn(Struct, frozen=True):
    """A whole ruleset, the declarations first."""

    text: str
    blocks: tuple[DrawnBlock, ...]


@st.composite
def drawn_blocks(draw: st.DrawFn) -> DrawnBlock:
    """A block whose names are those of `DECLARATIONS`."""
    words = draw(words_of(slots(draw(derivations()))))
    pairs = list(pairwise(words))
    spaced = DrawnBlock(words, (" ",) * len(pairs))
    way = draw(st.sampled_from(("spaced", "joined", "broken")))
    event(way)
    if way == "joined":
        return DrawnBlock(words, tuple(_least_gap(*pair) for pair in pairs))
    if way == "spaced":
        return spaced
    first = [draw(st.sampled_from(_BLANKS))] * min(2, len(pairs))
    broken = DrawnBlock(words, (*first, *(draw(_ANY_GAPS) for _ in pairs[2:])))
    # A word that begins a line can be the head of a block, as 条款 3.1 can that is amended.
    is_one = len(cut_blocks(fold(broken.text).lower())) == 1
    event("a line begins like a block", not is_one)
    return broken if is_one else spaced


def _least_gap(left: Word, right: Word) -> str:
    """Nothing, where no reader would take the two words for one."""
    before, after = fold(left.text)[-1], fold(right.text)[0]
    if left.terminal in _NEED_GAPS or (_is_latin(before) and _is_latin(after)):
        return " "
    is_open = left.terminal == "NEWNAME" or (left.terminal == "CLAUSE_NUMBER" and left.text == "一")
    if is_open and WORD_RUN.match(after):
        return " "
    is_numeral = left.text in _NUMERALS and right.terminal == "UNIT"
    return " " if is_numeral and right.text[0] in "百千万米" else ""


def _is_latin(character: str) -> bool:
    return character.isascii() and (character.isalnum() or character == "_")


@st.composite
def drawn_rulesets(draw: st.DrawFn) -> Drawn:
    """A ruleset of some blocks, behind `DECLARATIONS`."""
    blocks = draw(st.lists(drawn_blocks(), min_size=1, max_size=_MOST_BLOCKS))
    between = [draw(st.sampled_from(_BETWEEN_BLOCKS)) for _ in blocks]
    pairs = zip(blocks, between, strict=True)
    text = "\n" + "".join(block.text + gap for block, gap in pairs)
    return Drawn(DECLARATIONS + text, tuple(blocks))
