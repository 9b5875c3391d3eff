"""Terminals of a sentence with their values and texts."""

from datetime import date

from msgspec import Struct

from pointrules.model.period import MonthDay
from pointrules.source.language import Language
from pointrules.syntax.spellings import WRITTEN_SIGNS, Spelling, spellings
from pointrules.syntax.tokens import TokenValue
from sentences.declarations import EXPECTED, NAMES, PARAMETERS
from sentences.derivations import Slot


class Word(Struct, frozen=True):
    """A terminal as it is written, and the value with which it must be read."""

    terminal: str
    value: TokenValue
    text: str

    @property
    def meaning(self) -> tuple[str, TokenValue]:
        """What the parser makes its tree of."""
        return self.terminal, self.value


def plain_word(slot: Slot, meaning: str | None = None) -> Word:
    """The word that anybody would write; of a keyword with several meanings, `meaning`."""
    terminal = slot.terminal
    if terminal in WRITTEN_SIGNS:
        return Word(terminal, "", WRITTEN_SIGNS[terminal] if terminal != "DASH" else "-")
    if terminal in spellings().by_terminal:
        return keyword_word(
            next(
                item
                for item in spellings().by_terminal[terminal]
                if item.language is Language.ZH and meaning in (None, item.value)
            )
        )
    match terminal:
        case "NAME":
            names = EXPECTED.get((slot.production, slot.nth), NAMES)
            return name_word(names[slot.nth % len(names)])
        case "PARAMETER_NAME":
            return Word(terminal, PARAMETERS[0], PARAMETERS[0])
        case "NEWNAME":
            return Word(terminal, "新词", "新词")
        case "STRING":
            return Word(terminal, "某文", "「某文」")
        case "NUMBER":
            return Word(terminal, 3 + slot.nth, str(3 + slot.nth))
        case "DATE":
            return Word(terminal, date(2023, 7, 1 + slot.nth), f"2023-07-0{1 + slot.nth}")
        case "MONTHDAY":
            return Word(terminal, MonthDay(1, 15 + slot.nth), f"1月{15 + slot.nth}日")
        case "CLAUSE_NUMBER":
            return Word(terminal, f"3.{1 + slot.nth}", f"3.{1 + slot.nth}")
        case _:
            msg = f"{terminal} is spelled in no known way"
            raise AssertionError(msg)


def keyword_word(spelling: Spelling) -> Word:
    """A keyword or a unit, spelled so."""
    return Word(spelling.terminal, spelling.value, spelling.text)


def name_word(name: str) -> Word:
    """A declared name, bare."""
    return Word("NAME", name, name)
