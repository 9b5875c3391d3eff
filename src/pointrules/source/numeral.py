"""Chinese numerals, strictly: what can be read in two ways is not read at all.

Whole numbers only. 半 is no number, nor are the characters for bank notes (壹 贰 叁).
"""

from msgspec import Struct

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")}
_DIGITS |= {"〇": 0, "两": 2}
_PLACES = {"十": 1, "百": 2, "千": 3}
_GROUPS = {"亿": 8, "万": 4}
_ZEROS = "零〇"
_LIANG = "两"  # stands before 百 千 万 亿 or alone, never before 十 or as a last digit

NUMERAL_CHARACTERS = frozenset(_DIGITS) | frozenset(_PLACES) | frozenset(_GROUPS)
"""Every character that a Chinese numeral can hold."""

_LONGEST = 20


class AmbiguousNumeral(Struct, frozen=True):
    """A numeral that people read in different ways; `readings` rise and are at least two.

    三百五 is 305 or 350; 四五 is 4 (or 5) or 45; 二三十 is 20 or 30.
    """

    text: str
    readings: tuple[int, ...]


def chinese_number(text: str) -> int | AmbiguousNumeral | None:
    """The number that `text` writes, or its readings; None where it is no proper numeral."""
    if not text or len(text) > _LONGEST or not NUMERAL_CHARACTERS.issuperset(text):
        return None
    if all(character in _DIGITS for character in text):
        return _digit_string(text)
    number = _spelled_out(text)
    if number is not None:
        return number
    readings = _cut_short(text) or _either_digit(text)
    return AmbiguousNumeral(text, readings) if readings else None


def _digit_string(text: str) -> int | AmbiguousNumeral | None:
    """A single digit, or digits place by place as years are written: 二〇二三."""
    if len(text) == 1:
        return _DIGITS[text]
    if _is_either_pair(text):
        first, second = (_DIGITS[character] for character in text)
        positional = () if _LIANG in text else (first * 10 + second,)
        return AmbiguousNumeral(text, (first, second, *positional))
    if _LIANG in text or _DIGITS[text[0]] == 0:
        return None
    number = 0
    for character in text:
        number = number * 10 + _DIGITS[character]
    return number


def _is_either_pair(text: str) -> bool:
    """Two digits that mean one or the other in speech: 四五, 两三, 三五."""
    if len(text) != 2:  # noqa: PLR2004 - a pair
        return False
    first, second = (_DIGITS.get(character, 0) for character in text)
    return first > 0 and (second == first + 1 or text == "三五")


def _spelled_out(text: str) -> int | None:
    """一百零五: places fall, and 零 stands exactly where a place is left out."""
    total = 0
    last: int | None = None  # the lowest place read so far
    rest = text
    for unit, base in _GROUPS.items():
        group, found, after = rest.partition(unit)
        if not found:
            continue
        value = _section(group, base, last)
        if value is None:
            return None
        total += value
        last, rest = base, after
    if not rest:
        return total
    value = _section(rest, 0, last)
    return None if value is None else total + value


def _section(text: str, base: int, last: int | None) -> int | None:
    """Up to four places, the lowest of them being `base`."""
    total = 0
    zero = False
    index = 0
    while index < len(text):
        character = text[index]
        index += 1
        if character in _ZEROS:
            if zero or last is None or last == base:
                return None
            zero = True
            continue
        if character == "十" and last is None:
            digit, place = 1, 1
        else:
            digit = _DIGITS.get(character, 0)
            place = _PLACES.get(text[index], 0) if index < len(text) else 0
            index += place > 0
        if digit == 0 or not _suits_place(character, place, is_alone=text == _LIANG and base > 0):
            return None
        place += base
        if last is not None and (place >= last or (place < last - 1) != zero):
            return None
        total += digit * 10**place
        last, zero = place, False
    return None if zero or not text else total


def _suits_place(character: str, place: int, *, is_alone: bool) -> bool:
    return character != _LIANG or place >= _PLACES["百"] or is_alone


def _cut_short(text: str) -> tuple[int, ...]:
    """三百五: the last digit may be ones, or what follows the place before it."""
    if len(text) < 3 or text[-1] in _ZEROS + _LIANG or text[-1] not in _DIGITS:  # noqa: PLR2004 - 一百一
        return ()
    unit = {**_PLACES, **_GROUPS}.get(text[-2], 0)
    number = _spelled_out(text[:-1])
    if unit < _PLACES["百"] or number is None:
        return ()
    digit = _DIGITS[text[-1]]
    return (number + digit, number + digit * 10 ** (unit - 1))


def _either_digit(text: str) -> tuple[int, ...]:
    """二三十, 十五六: one of two neighbouring digits is meant."""
    for index in range(len(text) - 1):
        if _is_either_pair(text[index : index + 2]):
            first = _spelled_out(text[: index + 1] + text[index + 2 :])
            second = _spelled_out(text[:index] + text[index + 1 :])
            if first is not None and second is not None:
                return (first, second)
    return ()
