from fractions import Fraction

import pytest

from pointrules.diagnostics.suggestion import nearness, suggest

BEHAVIOURS = (
    "卫生检查",
    "志愿服务",
    "乱倒垃圾",
    "捐款",
    "邻里互助",
    "红白喜事",
    "垃圾分类",
    "献血",
)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("乱到垃圾", "乱倒垃圾"),
        ("乱倒拉圾", "乱倒垃圾"),
        ("志愿服物", "志愿服务"),
        ("志愿者服务", "志愿服务"),
        ("卫生检", "卫生检查"),
        ("捐钱", "捐款"),
    ],
)
def test_the_name_that_was_meant_comes_first(written: str, meant: str) -> None:
    assert suggest(written, BEHAVIOURS)[:1] == (meant,)


def test_a_name_without_a_common_character_is_never_suggested() -> None:
    assert suggest("分", ("加", "扣")) == ()
    assert suggest("孝老爱亲", BEHAVIOURS) == ()


def test_a_single_character_is_not_near_all_names_that_hold_it() -> None:
    assert suggest("圾", BEHAVIOURS) == ()


def test_at_most_three_names_are_suggested_and_each_once() -> None:
    names = ("卫生检查一", "卫生检查二", "卫生检查三", "卫生检查一", "卫生检查四")

    assert suggest("卫生检查", names) == ("卫生检查一", "卫生检查二", "卫生检查三")


def test_the_word_itself_is_not_suggested() -> None:
    assert suggest("捐款", ("捐款",)) == ()


def test_letter_case_makes_no_difference() -> None:
    assert suggest("Dedcut", ("deduct",)) == ("deduct",)
    assert nearness("DEDUCT", ("deduct",)) == 0


def test_nearness_is_the_share_of_edits() -> None:
    assert nearness("乱到垃圾", BEHAVIOURS) == Fraction(1, 4)
    assert nearness("志愿者服务", BEHAVIOURS) == Fraction(1, 5)
    assert nearness("捐款", BEHAVIOURS) == 0


def test_what_is_farther_than_a_half_is_not_near() -> None:
    assert nearness("捐献物资", BEHAVIOURS) == 1
    assert nearness("甲乙丙", BEHAVIOURS) == 1
    assert nearness("献", BEHAVIOURS) == Fraction(1, 2)
    assert nearness("献", ()) == 1
