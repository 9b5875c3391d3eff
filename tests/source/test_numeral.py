import pytest
from hypothesis import given
from hypothesis import strategies as st

from pointrules.source.numeral import NUMERAL_CHARACTERS, AmbiguousNumeral, chinese_number


def write_below_ten_thousand(number: int, *, is_first: bool) -> str:
    """As a schoolbook writes it: 一千零五, 一百一十; 十二 only at the very beginning."""
    digits = "零一二三四五六七八九"
    padded = f"{number:04}"
    text = ""
    for digit, unit in zip(padded, ("千", "百", "十", ""), strict=True):
        if digit == "0":
            if text and not text.endswith("零"):
                text += "零"
        else:
            text += digits[int(digit)] + unit
    text = text.rstrip("零")
    return text.removeprefix("一") if is_first and text.startswith("一十") else text


def write(number: int) -> str:
    if number == 0:
        return "零"
    high, low = divmod(number, 10000)
    if not high:
        return write_below_ten_thousand(low, is_first=True)
    text = write_below_ten_thousand(high, is_first=True) + "万"
    if not low:
        return text
    gap = "零" if low < 1000 else ""
    return text + gap + write_below_ten_thousand(low, is_first=False)


def test_every_number_below_a_hundred_thousand_is_read_as_written() -> None:
    for number in range(100_000):
        assert chinese_number(write(number)) == number, write(number)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("五", 5),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("两", 2),
        ("一百零五", 105),
        ("一百〇五", 105),
        ("两百", 200),
        ("三千二百", 3200),
        ("一万", 10_000),
        ("两万", 20_000),
        ("十二万", 120_000),
        ("十万五千", 105_000),
        ("一亿零五万", 100_050_000),
        ("二〇二三", 2023),
        ("二零二三", 2023),
        ("一〇", 10),
    ],
)
def test_proper_numerals_are_read(text: str, number: int) -> None:
    assert chinese_number(text) == number


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("四五", (4, 5, 45)),
        ("三五", (3, 5, 35)),
        ("两三", (2, 3)),
        ("一百一", (101, 110)),
        ("三百五", (305, 350)),
        ("两千五", (2005, 2500)),
        ("一万五", (10_005, 15_000)),
        ("十万五", (100_005, 105_000)),
        ("十五六", (15, 16)),
        ("二三十", (20, 30)),
        ("两三百", (200, 300)),
        ("一百二三十", (120, 130)),
    ],
)
def test_numerals_with_two_readings_are_not_read(text: str, readings: tuple[int, ...]) -> None:
    assert chinese_number(text) == AmbiguousNumeral(text, readings)


@pytest.mark.parametrize(
    "text",
    ["", "半", "两半", "万", "百五", "二十两", "两十", "十十", "零五", "一百零", "一千五十",
     "一零百", "一万零五千", "一百零零五", "两两", "五分", "5", "壹", "一点五", "二" * 21],
)  # fmt: skip
def test_what_is_no_proper_numeral_is_none(text: str) -> None:
    assert chinese_number(text) is None


@given(st.text(alphabet=sorted(NUMERAL_CHARACTERS), max_size=24))
def test_any_string_of_numeral_characters_has_an_answer(text: str) -> None:
    answer = chinese_number(text)
    if isinstance(answer, AmbiguousNumeral):
        assert len(set(answer.readings)) >= 2
        assert list(answer.readings) == sorted(answer.readings)
