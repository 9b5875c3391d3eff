"""The languages that messages and reports are written in."""

from enum import StrEnum


class Language(StrEnum):
    """Chinese is the default, English the second."""

    ZH = "zh"
    EN = "en"
