"""The number at the beginning of an article's heading: 第三条, 三、, （一）, 3.2."""

import re

from msgspec import Struct

from pointrules.source.folding import fold

_NUMERAL = "零〇一二三四五六七八九十百千"
_NUMBER = re.compile(
    rf"第 ?[{_NUMERAL}\d]+ ?[条章节编款项](?:之[{_NUMERAL}])?"
    rf"|\([{_NUMERAL}\d]+\)"
    rf"|[{_NUMERAL}]+[、.]"
    r"|[A-Za-z]?\d+(?:[.\-]\d+)+[、.]?(?![\d分元天月年日%])"
    r"|[A-Za-z]?\d+(?:[、)]|[.](?!\d)|(?=\s|$))"
)
_CHAPTER = re.compile(r"第.+[章节编]$")
_SIGNS_OF_HEADING = re.compile(r"[ \t\u3000]*[#＃](?!\d)[#＃]{0,5}[ \t\u3000]*")
"""Not #3, which is a number too."""
_ARTICLE = re.compile(
    rf"[ \t\u3000]*(?:\*\*|__)?第[ {_NUMERAL}\d]{{1,12}}条(?=(?:\*\*|__)?[ \t\u3000:：]|\*\*|__)"
)
_BETWEEN = " \t\u3000:：、.．"


class NumberedHeading(Struct, frozen=True):
    """A heading as written, in two; `number` is empty where it has none."""

    number: str
    title: str

    @property
    def is_chapter(self) -> bool:
        """Whether it is a part of the regulation that holds articles: 第二章."""
        return _CHAPTER.match(self.number) is not None


def article_outside_headings(paragraph: str) -> str | None:
    """What begins a paragraph as an article begins, though Markdown takes it for no heading.

    ##第三条 lacks its space, ＃ is no #, and **第三条** is bold text.
    """
    sign = _SIGNS_OF_HEADING.match(paragraph)
    found = _NUMBER.match(fold(paragraph), sign.end()) if sign else _ARTICLE.match(paragraph)
    return None if found is None else paragraph[: found.end()].strip()


def numbered_heading(words: str) -> NumberedHeading:
    """The number at the beginning of `words`, as it is written there, and the rest."""
    found = _NUMBER.match(fold(words))
    if found is None:
        return NumberedHeading("", words)
    return NumberedHeading(words[: found.end()], words[found.end() :].strip(_BETWEEN))
