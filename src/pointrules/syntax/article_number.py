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
_BETWEEN = " \t\u3000:：、.．"


class NumberedHeading(Struct, frozen=True):
    """A heading as written, in two; `number` is empty where it has none."""

    number: str
    title: str

    @property
    def is_chapter(self) -> bool:
        """Whether it is a part of the regulation that holds articles: 第二章."""
        return _CHAPTER.match(self.number) is not None


def numbered_heading(words: str) -> NumberedHeading:
    """The number at the beginning of `words`, as it is written there, and the rest."""
    found = _NUMBER.match(fold(words))
    if found is None:
        return NumberedHeading("", words)
    return NumberedHeading(words[: found.end()], words[found.end() :].strip(_BETWEEN))
