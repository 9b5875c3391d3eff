"""Phrases of a regulation's cells, read strictly: 每次加5分, 每月不超过20分, +5, 5—10分, 5分/次.

What can be meant in two ways is not read: the answer says why, in words for the draft.
"""

import re
from collections.abc import Sequence
from fractions import Fraction

from msgspec import Struct

from pointrules.model.scan import Direction
from pointrules.model.unit import UNITS
from pointrules.source.numeral import AmbiguousNumeral, chinese_number
from pointrules.syntax.draft_columns import PERIODS, plain


class Award(Struct, frozen=True):
    """5 分; `highest` is the other end of a range; `per` is 每满 100 元 or 每 1 棵."""

    points: str
    direction: Direction | None
    highest: str | None = None
    per: tuple[str, str] | None = None
    is_full: bool = False
    is_unsigned_number: bool = False


class Ladder(Struct, frozen=True):
    """国家级 50 分，省级 30 分: points by an attribute, whose values are the words of the cell."""

    attribute: str
    steps: tuple[tuple[str, str], ...]
    direction: Direction | None


class Limit(Struct, frozen=True):
    """每月最多 20 分, 每年最多 3 次; a `period` of 每次 bounds each record."""

    period: str
    number: str
    unit: str
    direction: Direction | None = None


class Unlimited(Struct, frozen=True):
    """不设上限."""


class Decider(Struct, frozen=True):
    """由评议会酌情."""

    name: str


class EachTime(Struct, frozen=True):
    """每次, which says nothing more."""


class Unread(Struct, frozen=True):
    """Not understood, and why not."""

    reason: str


Phrase = Award | Ladder | Limit | Unlimited | Decider | EachTime | Unread


class PhraseContext(Struct, frozen=True):
    """Where a phrase stands: in a column of limits, perhaps for a period; as a whole cell."""

    is_limit: bool = False
    period: str | None = None
    allows_bare: bool = False


_N = r"(?:[0-9]+(?:\.[0-9]+)?|[零〇一二两三四五六七八九十百千万]+)"
_GAIN = "增加|加计|加|奖励|奖|得"
_LOSS = "扣减|扣除|减去|倒扣|扣|减"
_VERB = rf"(?P<verb>{_GAIN}|{_LOSS}|计|记|积|给|赋)?"
_UNITS = "|".join(
    sorted(
        {"个小时", "千克", "千米"}
        | (UNITS.keys() - set("分次年天人户岁%") - {"个百分点", "基点", "个月"}),
        key=len,
        reverse=True,
    )
)
_TWINS = {"个小时": "小时", "千克": "公斤", "千米": "公里"}
_EACH = r"(?:每?(?:发生|参加|参与|出现|发现)一?次|每一?次|一次)?"
_PERIOD = "|".join(sorted((word for word in PERIODS if len(word) > 1), key=len, reverse=True))
_SHORT_PERIOD = "|".join(sorted(PERIODS, key=len, reverse=True))
_OF = r"(?:(?P<of>加分|扣分|减分)|积分|得分)?"
_MOST = (
    r"(?:累计|合计|总计)?(?:最高不超过|最多不超过|最多|最高|不超过|不得超过|不能超过|不高于"
    r"|上限为|上限|封顶为?|限计|限)"
)

_AWARD = re.compile(
    rf"{_EACH}{_VERB}(?P<sign>[+-])?(?P<n>{_N})(?P<unit>分|个?积分)?(?:/次|/每次|每次)?"
)
_RANGE = re.compile(
    rf"{_EACH}{_VERB}(?P<sign>\+)?(?P<low>{_N})分?(?:-{{1,2}}|至|到)(?P<high>{_N})(?P<unit>分)?(?:/次|每次)?"
)
_RATE_BEFORE = re.compile(
    rf"每(?P<full>满)?(?P<step>{_N})?(?P<unit>{_UNITS}){_VERB}(?P<sign>[+-])?(?P<n>{_N})(?:分|个?积分)"
)
_RATE_AFTER = re.compile(
    rf"{_VERB}(?P<sign>[+-])?(?P<n>{_N})(?:分|个?积分)(?:/每?|每)(?P<full>满)?(?P<step>{_N})?(?P<unit>{_UNITS})"
)
_LIMIT = re.compile(
    rf"(?:每户)?(?P<period>{_PERIOD})(?:内|度)?(?:累计)?{_OF}{_MOST}{_VERB}(?P<n>{_N})(?P<unit>分|次)(?:封顶|为限)?"
)
_LIMIT_CLOSED = re.compile(
    rf"(?:每户)?(?P<period>{_PERIOD})(?:累计|合计)?{_VERB}(?P<n>{_N})(?P<unit>分|次)(?:封顶|为限)"
)
_LIMIT_AFTER = re.compile(
    rf"{_MOST}{_VERB}(?P<n>{_N})(?P<unit>分|次)/每?(?P<period>{_SHORT_PERIOD})"
)
_EACH_LIMIT = re.compile(rf"(?:每次|单次){_MOST}{_VERB}(?P<n>{_N})(?P<unit>分)")
_OPEN_LIMIT = re.compile(rf"{_MOST}{_VERB}{_N}(?:分|次)?(?:封顶|为限)?|{_N}分封顶")
_CELL_LIMIT = re.compile(
    rf"(?:每户)?(?P<period>{_PERIOD})?(?:累计)?{_OF}{_MOST}?{_VERB}(?P<sign>-)?(?P<n>{_N})(?P<unit>分|次)?"
    rf"(?:封顶|为限)?(?:/每?(?P<after>{_SHORT_PERIOD}))?"
)
_UNLIMITED = re.compile(r"不设上限|不设封顶|上不封顶|不封顶|无上限|不限")
_DECIDER = re.compile(
    r"由(?P<who>[\u4e00-\u9fff]{2,15}?)(?:酌情|视情况|视情节|视情|根据情况)(?:决定|确定|评定|认定|裁定|给分|打分|赋分)?"
    r"(?P<rest>.*)"
)
_DATE = re.compile(
    r"[0-9]{1,2}月[0-9]{1,2}日?|[0-9]{1,4}[-/][0-9]{1,2}[-/][0-9]{1,4}|[0-9]{1,2}/[0-9]{1,2}|[0-9]{1,2}-[A-Za-z]{3}"
    r"|[A-Za-z]{3}-[0-9]{1,2}"
)
_STRICT_NUMBER = re.compile(r"(?:0|[1-9][0-9]{0,5})(?:\.[0-9]{1,2})?")
_STEP = re.compile(
    rf"(?P<label>[\u4e00-\u9fff]{{1,8}}?)(?:的|为|:)?{_VERB}(?P<sign>[+-])?(?P<n>{_N})(?P<unit>分)?"
)
_GRADES = frozenset(
    ("优秀", "良好", "合格", "不合格", "较好", "一般", "较差", "优", "良", "中", "好", "差")
)
_SEPARATORS = re.compile(r"[,，;；。\n、()（）]+")

RULE_WORDS = re.compile(
    r"[0-9]|[一二两三四五六七八九十百]+(?:分|次|元|户|人|天|个)|上限|封顶|最多|最高|超过|限|累计|加倍|翻倍|取消|否决|清零|重复"
    r"|同一|计给|计入|配偶|子女|家庭成员|户主|本人|除外|不含|[仅只]|酌情|视情|加分|扣分|减分|奖励|每|次年|连续|比例|双方|扣完|分别|减半|降"
)
"""Words that may be a rule: text that holds one is never left beside the clause as mere words."""


def phrases_of(text: str) -> list[str]:
    """The text cut at its punctuation, brackets and lines."""
    return [part for part in _SEPARATORS.split(text) if part.strip()]


def read_phrase(text: str, context: PhraseContext) -> Phrase:
    """What one phrase says."""
    words = plain(text)
    if words in ("每次", "次", "每发生一次", "按次", "按次计分"):
        return EachTime()
    if _UNLIMITED.fullmatch(words):
        return Unlimited()
    if context.is_limit and (found := _CELL_LIMIT.fullmatch(words)):
        return _cell_limit(found, words, context)
    if _DATE.fullmatch(words) and not _RANGE.fullmatch(words):
        return Unread(f"“{words}”像是日期，多半是表格软件把“5-10”改成了日期")
    for form in (_EACH_LIMIT, _LIMIT, _LIMIT_CLOSED, _LIMIT_AFTER):
        if found := form.fullmatch(words):
            period = "每次" if form is _EACH_LIMIT else PERIODS[found["period"]]
            return _limit(period, found)
    if _OPEN_LIMIT.fullmatch(words):
        return Unread(f"“{words}”没有写每月还是每年")
    for form in (_RATE_BEFORE, _RATE_AFTER):
        if found := form.fullmatch(words):
            return _rate(found)
    if found := _AWARD.fullmatch(words):
        return _award(found, words, context)
    if found := _RANGE.fullmatch(words):
        return _range(found, words, context)
    if found := _DECIDER.fullmatch(words):
        return Unread(f"读不懂“{words}”") if found["rest"] else Decider(found["who"])
    return Unread(f"读不懂“{words}”")


def decided_range(text: str, context: PhraseContext) -> tuple[Decider, Phrase] | None:
    """由评议会酌情加5—10分 says both in one phrase."""
    found = _DECIDER.fullmatch(plain(text))
    if found is None or not found["rest"]:
        return None
    return Decider(found["who"]), read_phrase(found["rest"], context)


def read_ladder(parts: Sequence[str], context: PhraseContext) -> tuple[Ladder, list[str]] | None:
    """Points by level or grade, and the phrases that are no step of it."""
    found = [_STEP.fullmatch(plain(part)) for part in parts]
    steps = [step for step in found if step is not None]
    labels = [step["label"] for step in steps]
    if all(label.endswith("级") for label in labels):
        attribute = "级别"
    elif _GRADES.issuperset(labels):
        attribute = "等次"
    else:
        return None
    said = {_direction(step["verb"], step["sign"]) for step in steps}
    numbers = ["0" if step["n"] == "0" else number_text(step["n"]) for step in steps]
    values = [number for number in numbers if isinstance(number, str)]
    is_clear = len(values) == len(steps) and len(set(labels)) == len(labels) > 1 == len(said)
    has_units = all(step["unit"] for step in steps) or context.allows_bare
    if not (is_clear and has_units) or set(values) == {"0"}:
        return None
    rest = [part for part, step in zip(parts, found, strict=True) if step is None]
    return Ladder(attribute, tuple(zip(labels, values, strict=True)), said.pop()), rest


def number_text(written: str) -> str | Unread:
    """The number as a ruleset writes it; never rounded, and not read where it is unclear."""
    if not written[0].isascii():
        number = chinese_number(written)
        if isinstance(number, AmbiguousNumeral):
            readings = "、".join(map(str, number.readings))
            return Unread(f"“{written}”有几种读法：{readings}")
        if number is None or not 0 < number < 1_000_000:  # noqa: PLR2004 - as many digits as below
            return Unread(f"读不懂“{written}”")
        return str(number)
    if _STRICT_NUMBER.fullmatch(written) is None:
        return Unread(f"“{written}”不像一个分值")
    number_read = Fraction(written)
    if number_read == 0:
        return Unread("写的是 0 分")
    return written.rstrip("0").rstrip(".") if "." in written else written


def _direction(verb: str | None, sign: str | None) -> Direction | None:
    said = None
    if verb is not None and verb in _GAIN.split("|"):
        said = Direction.GAIN
    elif verb is not None and verb in _LOSS.split("|"):
        said = Direction.LOSS
    signed = {"+": Direction.GAIN, "-": Direction.LOSS}.get(sign or "")
    return said or signed


def _award(found: re.Match[str], words: str, context: PhraseContext) -> Phrase:
    verb, sign = found["verb"], found["sign"]
    if verb is not None and sign is not None:
        return Unread(f"“{words}”既写了字又写了正负号")
    if found["unit"] is None and not (
        context.allows_bare and (verb or sign or found["n"] == words)
    ):
        return Unread(f"“{words}”没有写单位")
    if found["unit"] is None and not found["n"].isascii():
        return Unread(f"“{words}”没有写单位")
    number = number_text(found["n"])
    if isinstance(number, Unread):
        return number
    is_unsigned = found["n"] == words
    return Award(number, _direction(verb, sign), is_unsigned_number=is_unsigned)


def _range(found: re.Match[str], words: str, context: PhraseContext) -> Phrase:
    if found["unit"] is None and not context.allows_bare:
        return Unread(f"“{words}”没有写单位")
    low, high = number_text(found["low"]), number_text(found["high"])
    if isinstance(low, Unread):
        return low
    if isinstance(high, Unread):
        return high
    if Fraction(low) >= Fraction(high):
        return Unread(f"“{words}”的两头没有从小到大")
    return Award(low, _direction(found["verb"], found["sign"]), highest=high)


def _rate(found: re.Match[str]) -> Phrase:
    if found["verb"] is not None and found["sign"] is not None:
        return Unread(f"“{found.group()}”既写了字又写了正负号")
    number = number_text(found["n"])
    step = number_text(found["step"]) if found["step"] else "1"
    if isinstance(number, Unread):
        return number
    if isinstance(step, Unread):
        return step
    unit = _TWINS.get(found["unit"], found["unit"])
    is_full = found["full"] is not None
    if not is_full and not (UNITS[unit].counted and step == "1"):
        return Unread(
            f"“{found.group()}”没有写零头怎么算："
            f"够整份才算写“每满 {step} {unit}”，按比例写“每 {step} {unit}”和取整"
        )
    direction = _direction(found["verb"], found["sign"])
    return Award(number, direction, per=(step, unit), is_full=is_full)


def _limit(period: str, found: re.Match[str]) -> Phrase:
    """每月加分不超过20分, 每月最多加20分, -20 in a column of limits."""
    parts = found.groupdict()
    heading = parts.get("of")
    said = {
        _direction(heading[0] if heading else None, None),
        _direction(parts["verb"], parts.get("sign")),
    } - {None}
    number = number_text(parts["n"])
    unit = parts["unit"] or "分"
    if isinstance(number, Unread):
        return number
    if len(said) > 1:
        return Unread(f"“{found.group()}”一处写加，一处写扣")
    if unit == "次" and "." in number:
        return Unread(f"“{number} 次”不是整次")
    return Limit(period, number, unit, said.pop() if said else None)


def _cell_limit(found: re.Match[str], words: str, context: PhraseContext) -> Phrase:
    """20分/年, or 20 in a column 每年上限: the column says that it is a limit."""
    said = [PERIODS[word] for word in (found["period"], found["after"]) if word is not None] + (
        [context.period] if context.period else []
    )
    if not said:
        return Unread(f"上限“{words}”没有写每月还是每年")
    if len(set(said)) > 1:
        return Unread(f"上限“{words}”写了几种时段")
    if found["unit"] is None and not context.allows_bare:
        return Unread(f"上限“{words}”没有写单位")
    if found["verb"] is not None and found["sign"] is not None:
        return Unread(f"“{words}”既写了字又写了正负号")
    return _limit(said[0], found)
