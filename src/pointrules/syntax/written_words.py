"""How the words of a ruleset are written, and what stands between two of them."""

from datetime import date

from msgspec import Struct

from pointrules.model.period import MonthDay
from pointrules.model.unit import PERCENT
from pointrules.source.folding import fold
from pointrules.source.language import Language
from pointrules.syntax.names import DeclaredNames
from pointrules.syntax.scanner import QUOTES, Scanner
from pointrules.syntax.spellings import SIGNS, WRITTEN_SIGNS, Spelling, spellings
from pointrules.syntax.tokens import Token

_ENGLISH_SIGNS = {name: sign for sign, name in SIGNS.items() if sign != "。"}
SIGN_NAMES = frozenset(SIGNS.values())
_QUOTE_PREFERENCE = ("「", "“", "『", "《", '"')

_JOINED = frozenset(
    {
        ("EVERY", "AT_MOST"),
        ("EACH_TIME", "AT_MOST"),
        ("NUMBER", "SPANS"),
        ("EVER", "AT_MOST"),
        ("TOTAL", "AT_MOST"),
        ("CUT", "AT_MOST"),
        ("EACH_ITEM", "AT_MOST"),
        ("ADD", "AT_MOST"),
        ("DEDUCT", "AT_MOST"),
        ("NUMBER", "ITEMS"),
        ("AT_MOST", "ADD"),
        ("AT_MOST", "DEDUCT"),
        ("UNIT", "BOUND"),
        ("UNIT", "ONWARD"),
        ("UNIT", "COUNTED"),
        ("BY", "SUBJECT"),
        ("PERIOD_END", "RESET"),
        ("PERIOD_END", "CARRY"),
        ("AT_MOST", "CARRY"),
        ("EVERY", "MONTHDAY"),
        ("THIS", "INSIDE"),
        ("THIS", "CUMULATIVE"),
        ("APPROVED", "SUCH"),
        ("NO_OBJECTION", "SUCH"),
        ("PASS", "SUCH"),
        ("CUT", "ROUND"),
        ("RATE", "ROUND"),
        ("ORDINAL", "NUMBER"),
        ("NUMBER", "TIMES_ONWARD"),
        ("NUMBER", "TIMES"),
        ("NUMBER", "WITHIN"),
        ("NUMBER", "FOLD"),
        ("NUMBER", "DAYS_VALID"),
        ("TOP", "NUMBER"),
        ("NUMBER", "DAY_NUMBER"),
        ("NUMBER", "TENTHS"),
        ("EACH_TIME", "LEAST"),
        ("NUMBER", "PLACES"),
    }
)
"""Words that Chinese joins: 每月最多加 12 分, 0 元起, 按户, 第二次起.

Digits are never joined to what is beside them: 第 2 次起.
"""

_WITH_SINGULAR = frozenset({"UNIT", "DAYS_VALID", "PLACES"})
"""Terminals whose last English spelling is the one for a single thing: 1 point, 2 points."""


class Word(Struct, frozen=True):
    """A token as it is written."""

    terminal: str
    text: str
    is_quoted: bool = False


class WordWriter:
    """Writes tokens of one text in canonical form; the author's choice of words stays.

    With `language`, keywords and units are put into that language.
    """

    __slots__ = ("_language", "_scanner")

    def __init__(self, text: str, language: Language | None) -> None:
        self._scanner = Scanner(text, DeclaredNames())
        self._language = language

    @property
    def scanner(self) -> Scanner:
        """The text as it was cut."""
        return self._scanner

    def word(self, token: Token, language: Language, before: Token | None) -> Word:
        """The token as it is written in a block of that language, behind `before`."""
        terminal = token.terminal
        written = self._scanner.folded[token.start]
        if terminal == "STRING" or (terminal in ("NAME", "PARAMETER_NAME") and written in QUOTES):
            return Word(terminal, quoted(str(token.value), written), is_quoted=True)
        if terminal in SIGN_NAMES:
            return self._sign(terminal, language)
        if terminal in spellings().by_terminal:
            return Word(terminal, self._keyword(token, language, before))
        if terminal == "NUMBER":
            return Word(terminal, self._scanner.folded[token.start : token.end])
        return Word(terminal, _value_text(token, language))

    def _sign(self, terminal: str, language: Language) -> Word:
        if terminal == "DASH":
            return Word("TO", spellings().written("TO", "", language))
        signs = WRITTEN_SIGNS if language is Language.ZH else _ENGLISH_SIGNS
        return Word(terminal, signs[terminal])

    def _keyword(self, token: Token, language: Language, before: Token | None) -> str:
        """The author's own spelling; in the other language a sign for a sign, a word for a word."""
        known = spellings().by_terminal[token.terminal]
        if all(spelling.value != token.value for spelling in known):
            return str(token.value)  # a unit that the ruleset itself declares
        written = self.spelling(token, language)
        if _is_sign(written):
            target = language
        else:
            target = self._language or written.language
            if written.language is target:
                return written.text
        alike = [
            spelling.text
            for spelling in known
            if spelling.value == token.value
            and spelling.language is target
            and _is_sign(spelling) is _is_sign(written)
        ]
        is_singular = target is Language.EN and token.terminal in _WITH_SINGULAR and _is_one(before)
        return alike[-1 if is_singular else 0]

    def spelling(self, token: Token, preferred: Language) -> Spelling:
        """How the keyword is spelled in the text; some, such as %, are of both languages."""
        low = self._scanner.low
        found = [
            spelling
            for spelling in spellings().by_terminal[token.terminal]
            if spelling.value == token.value and spelling.end_in(low, token.start) == token.end
        ]
        if not found:
            # Said by a key that stands for it, and not in these words.
            return next(
                spelling
                for spelling in spellings().by_terminal[token.terminal]
                if spelling.value == token.value and spelling.language is preferred
            )
        return next((item for item in found if item.language is preferred), found[0])


def _is_sign(spelling: Spelling) -> bool:
    """Whether it is ≥ or % rather than a word."""
    return not spelling.text[0].isalpha()


def _is_one(token: Token | None) -> bool:
    return token is not None and token.terminal == "NUMBER" and token.value == 1


def _value_text(token: Token, language: Language) -> str:
    """A date, the number of a clause, or a name."""
    value = token.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, MonthDay):
        return f"{value.month}月{value.day}日"
    text = str(value)
    if token.terminal == "CLAUSE_NUMBER" and language is Language.ZH:
        return text.replace("(", "（").replace(")", "）")
    return text


def quoted(text: str, opening: str) -> str:
    """In 「」, or in the first pair whose end does not occur in `text`.

    A text that has the ends of all pairs is written in pieces, which read as one.
    """
    folded = fold(text)
    fitting = next((mark for mark in _QUOTE_PREFERENCE if QUOTES[mark] not in folded), None)
    if fitting is not None:
        return f"{fitting}{text}{QUOTES[fitting]}"
    if opening in QUOTES and QUOTES[opening] not in folded:
        return f"{opening}{text}{QUOTES[opening]}"
    reach = {mark: folded.index(QUOTES[mark]) for mark in _QUOTE_PREFERENCE}
    farthest = max(_QUOTE_PREFERENCE, key=lambda mark: reach[mark])
    cut = reach[farthest]
    return f"{farthest}{text[:cut]}{QUOTES[farthest]}{quoted(text[cut:], opening)}"


# ---- what stands beside what


def space(left: Word, right: Word, language: Language, *, is_plain: bool) -> str:
    """What stands between two words; with `is_plain` no words are joined."""
    if language is Language.EN:
        return _english_space(left, right)
    if left.terminal in SIGN_NAMES or right.terminal in SIGN_NAMES:
        return ""
    if left.is_quoted or right.is_quoted:
        return " " if left.terminal == "CLAUSE_NUMBER" else ""
    if left.terminal == "NUMBER" and right.text == PERCENT.symbol:
        return ""
    is_chinese = not left.text.isascii() and not right.text.isascii()
    is_joined = is_chinese and (left.terminal, right.terminal) in _JOINED
    return "" if is_joined and not is_plain else " "


def _english_space(left: Word, right: Word) -> str:
    if right.terminal in SIGN_NAMES and right.terminal != "LPAR":
        return ""
    if left.terminal in ("LPAR", "LISTSEP"):
        return ""
    return "" if left.terminal == "NUMBER" and right.text == PERCENT.symbol else " "
