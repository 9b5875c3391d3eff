"""Words of what the language leaves out: told by their own messages where no name stands there.

So are words that do not say enough, such as 再犯.
"""

import re

_ARTICLE = re.compile(r"第 ?[0-9零〇一二三四五六七八九十百]+ ?条")
_LONGEST_ARTICLE = 8
_CODES = {
    "再犯": "repeat-unsaid",
    "屡犯": "repeat-unsaid",
    "累犯": "repeat-unsaid",
    "抽奖": "lottery-left-out",
    "抽签": "lottery-left-out",
    "摇号": "lottery-left-out",
    "抽取": "lottery-left-out",
    "转让": "transfer-left-out",
    "转赠": "transfer-left-out",
    "转给": "transfer-left-out",
    "赠送给": "transfer-left-out",
    "类推": "analogy-left-out",
    "比照": "analogy-left-out",
    "参照": "analogy-left-out",
    "罚款": "fine-left-out",
    "罚金": "fine-left-out",
    "没收": "fine-left-out",
    "遇节假日": "holidays-left-out",
    "遇法定节假日": "holidays-left-out",
    "节假日顺延": "holidays-left-out",
    "顺延": "holidays-left-out",
}


def left_out_at(text: str, position: int) -> tuple[int, str, str] | None:
    """Where the word of something left out begins, the word, and its message's code."""
    for word, code in _CODES.items():
        if text.startswith(word, position):
            return position, word, code
    article = _ARTICLE.search(
        text, max(0, position - _LONGEST_ARTICLE), position + _LONGEST_ARTICLE
    )
    if article is not None and article.start() <= position < article.end():
        return article.start(), article.group(), "article-head"
    if position > 0 and text.startswith("加倍", position - 1):
        return position - 1, "加倍", "repeat-unsaid"  # its 加 has been read as giving points
    return None
