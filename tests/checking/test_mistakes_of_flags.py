"""Mistakes in what flags are declared to do, each one diagnostic at its place."""

import pytest

from checking.village import FILE, VOCABULARY, meant, the_only_mistake, village
from pointrules.model.flag import BoundsGrade, Flag, HoldsGains, LowersPoints
from pointrules.model.measure import Measure
from pointrules.source.source_file import source_file
from pointrules.syntax.parse_dsl import parse_ruleset

STARS = "等级「星级」按 积分 本期：满 90 分 五星；满 60 分 三星；其余 二星\n"
TOWN = "等级「镇级」按 积分 本期：满 90 分 甲等；其余 乙等\n"

MISTAKES = (
    ("part-twice", "一票否决：本期清零，⟦余额清零⟧", ""),
    ("part-twice", "一票否决：本期清零，⟦积分 余额清零⟧", ""),
    ("part-twice", "一票否决：暂停加分，⟦暂停加分⟧", ""),
    ("part-twice", "一票否决：等级不高于 三星，⟦星级 不高于 二星⟧", STARS),
    ("unit-clash", "一票否决：本期降至 ⟦60 元⟧", ""),
    ("finer-than-precision", "一票否决：本期降至 ⟦0.5 分⟧", ""),
    ("grade-bound-from-below", "一票否决：⟦星级 不低于 三星⟧", STARS),
    ("grade-bound-unclear", "一票否决：⟦等级不高于 三星⟧", ""),
    ("grade-bound-unclear", "一票否决：⟦等级不高于 三星⟧", STARS + TOWN),
    ("unknown-name", "一票否决：星级 不高于 ⟦四星⟧", STARS),
    ("wrong-kind-of-name", "一票否决：⟦星级⟧ 本期清零", STARS),
)


def declared(flag: str) -> str:
    return VOCABULARY.replace("判定 取消评优", f"判定 取消评优\n  判定 {flag}")


@pytest.mark.parametrize(("code", "flag", "rules"), MISTAKES)
def test_a_mistake_in_an_effect_is_one_diagnostic_at_its_place(
    code: str, flag: str, rules: str
) -> None:
    assert the_only_mistake(village(rules, vocabulary=declared(flag))).code == code


def test_an_effect_stands_behind_a_flag() -> None:
    vocabulary = VOCABULARY.replace("  判定 取消评优\n", "") + "  ⟦本期清零⟧\n"
    assert the_only_mistake(village(vocabulary=vocabulary)).code == "effect-without-flag"


@pytest.mark.parametrize("effect", ["取消兑换", "降至 60 分", "扣 60 分"])
def test_an_effect_that_is_none_is_said_with_the_closed_list(effect: str) -> None:
    text = village(vocabulary=declared(f"一票否决：{effect}"))
    (found,) = parse_ruleset(source_file(FILE, text)).diagnostics
    assert found.code == "flag-effect-unknown"
    assert text[found.span.start : found.span.end] == effect


def flags_of(flag: str, rules: str = "") -> tuple[Flag, ...]:
    return meant(village(rules, vocabulary=declared(flag))).vocabulary.flags


def test_a_flag_called_by_its_effect_has_it() -> None:
    assert flags_of("暂停加分")[-1].effects == (HoldsGains(()),)


def test_several_flags_share_the_effects_behind_them() -> None:
    _, one, other = flags_of("否决甲、否决乙：本期清零，积分 暂停加分，等级不高于 三星", STARS)
    assert one.effects == other.effects
    assert one.effects == (
        LowersPoints((), Measure.PERIOD, 0),
        HoldsGains(("积分",)),
        BoundsGrade("星级", "三星"),
    )


def test_a_flag_without_a_colon_does_nothing_by_itself() -> None:
    assert flags_of("停止兑换")[-1].effects == ()


@pytest.mark.parametrize("name", ["撤销取消评优", "授予取消评优"])
def test_a_flag_called_like_the_withdrawal_of_another_is_told(name: str) -> None:
    found = the_only_mistake(village(vocabulary=declared(f"⟦{name}⟧")))
    assert found.code == "name-begins-with-keyword"


def test_a_behaviour_called_like_the_day_of_another_is_told() -> None:
    vocabulary = VOCABULARY.replace("行政处罚", "行政处罚、⟦行政处罚之日⟧")
    assert the_only_mistake(village(vocabulary=vocabulary)).code == "name-ends-in-keyword"
