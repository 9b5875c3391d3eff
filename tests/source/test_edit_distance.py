"""Distances between words, and the nearest known name."""

import pytest

from pointrules.source.edit_distance import edit_distance, nearest_name


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [
        ("", "", 0),
        ("卫生", "", 2),
        ("卫生检查", "卫生检察", 1),
        ("卫生检查", "卫生查检", 1),
        ("志愿服务", "志愿者服务", 1),
        ("kitten", "sitting", 3),
        ("ca", "abc", 3),
    ],
)
def test_the_distance_is_the_fewest_changes(one: str, other: str, distance: int) -> None:
    assert edit_distance(one, other) == distance
    assert edit_distance(other, one) == distance


def test_a_word_with_nothing_in_common_has_no_nearest_name() -> None:
    assert nearest_name("差", ["优"]) is None
    assert nearest_name("打麻将", ["卫生检查", "捐款"]) is None


def test_of_equally_near_names_one_that_only_lacks_letters_comes_first() -> None:
    assert nearest_name("已通过", ["不通过", "未通过", "通过"]) == "通过"
    assert nearest_name("三组", ["二组", "一组"]) == "一组"


def test_very_long_words_are_not_compared() -> None:
    assert nearest_name("长" * 65, ["长" * 64]) is None
