"""The words and signs that a text is cut into."""

from datetime import date
from typing import TypeAlias

from msgspec import Struct

from pointrules.model.number import Number
from pointrules.model.period import MonthDay

TokenValue: TypeAlias = str | Number | date | MonthDay


class Token(Struct, frozen=True):
    """A terminal with its value, from `start` to `end` of the text.

    The value of a keyword tells which of its meanings it is; of a name, a number, a date or a
    quoted text it is what it says. `is_mended` marks one put in place of something unreadable,
    which was reported already.
    """

    terminal: str
    value: TokenValue
    start: int
    end: int
    is_mended: bool = False
