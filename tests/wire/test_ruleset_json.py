"""A ruleset's JSON leaves nothing out, says nothing twice, and is exact."""

import json
from fractions import Fraction
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import Struct

from pointrules.api.rulesets import CheckedRulesets, check_files, check_text
from pointrules.intake.village_folder import village_folder
from pointrules.model.condition import SubjectAttribute
from pointrules.model.number import Number
from pointrules.model.subject import SubjectKind
from pointrules.model.unit import UNITS
from pointrules.model.vocabulary import Attribute, NumericType
from pointrules.source.source_file import Span, source_file
from pointrules.wire.read_ruleset_json import read_ruleset_json, reader
from pointrules.wire.ruleset_form import Parts, Plain, form_of
from pointrules.wire.ruleset_json import content_digest, ruleset_document, ruleset_json, written
from pointrules.wire.ruleset_json_error import RulesetJsonError
from pointrules.wire.ruleset_kinds import KINDS
from wire.any_model import SOURCES, structs_of_model, unions_of_model, values
from wire.told import is_told

VILLAGE = """细则「柳树村积分细则」
  版本 2023.1，自 2023-01-01 起施行

词表
  行为 志愿服务（时长：小时）

账户「积分」按户：长期累积，精确到 0.1 分

条款 1 「志愿服务」
  志愿服务 的，每满 1 小时 加 1.5 分；不设上限。

评议：审核通过的，计分；按 发生日期 归期。
"""

FOLDERS = sorted((Path(__file__).parents[2] / "rulesets").glob("*/SOURCE.md"))


def checked_folder(folder: Path) -> CheckedRulesets:
    return check_files(list(village_folder(folder).rulesets))


@pytest.fixture(scope="module")
def village() -> CheckedRulesets:
    return check_text(VILLAGE, "柳树村.points")


def test_every_type_of_a_choice_has_a_word_and_no_other_type_has() -> None:
    chosen = {member for members in unions_of_model() for member in members if member is not int}
    assert set(KINDS) == chosen


def test_no_word_stands_for_two_types() -> None:
    assert len(set(KINDS.values())) == len(KINDS)


def test_words_are_small_letters_and_hyphens() -> None:
    assert [word for word in KINDS.values() if not word.replace("-", "").isalpha()] == []
    assert [word for word in KINDS.values() if word != word.lower()] == []


@pytest.mark.parametrize("page", FOLDERS, ids=lambda page: page.parent.name)
def test_every_field_of_a_shipped_ruleset_is_told(page: Path) -> None:
    checked = checked_folder(page.parent)
    assert checked.editions
    for ruleset in checked.editions:
        document = json.loads(ruleset_json(ruleset, checked.sources, None))
        assert is_told(ruleset, document["ruleset"], checked.sources)


@pytest.mark.parametrize("struct", structs_of_model(), ids=lambda struct: struct.__name__)
@settings(max_examples=5, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_part_comes_back_equal(struct: type[Struct], data: st.DataObject) -> None:
    value = data.draw(values(struct))
    form = form_of(struct)
    told = json.loads(json.dumps(written(form, value, SOURCES)))
    assert reader(form)(told, SOURCES) == value


def test_the_head_says_what_and_of_what(village: CheckedRulesets) -> None:
    [ruleset] = village.editions
    document = ruleset_document(ruleset, village.sources, "1.2.3")
    assert list(document) == [
        "format",
        "version",
        "pointrules",
        "name",
        "digest",
        "sources",
        "ruleset",
        "content_digest",
    ]
    assert document["format"] == "pointrules-ruleset"
    assert (document["version"], document["pointrules"]) == (1, "1.2.3")
    assert document["name"] == "柳树村积分细则"
    assert document["sources"] == [{"file": "柳树村.points", "text": VILLAGE}]


def test_the_digests_can_be_worked_out_by_anyone(village: CheckedRulesets) -> None:
    [ruleset] = village.editions
    document = json.loads(ruleset_json(ruleset, village.sources, None))
    assert document["digest"] == sha256(VILLAGE.encode()).hexdigest()
    said = document.pop("content_digest")
    line = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert said == sha256(line.encode()).hexdigest()


def test_a_clause_is_told_with_its_place(village: CheckedRulesets) -> None:
    [ruleset] = village.editions
    [clause] = json.loads(ruleset_json(ruleset, village.sources, None))["ruleset"]["clauses"]
    assert (clause["kind"], clause["number"]) == ("scoring-clause", "1")
    assert clause["value"]["kind"] == "per-quantity"
    assert clause["value"]["schedule"] == {
        "kind": "linear",
        "start": 0,
        "step": 1,
        "per_step": "1.5",
        "full_steps": True,
        "rounding": None,
    }
    assert (clause["origin"]["line"], clause["origin"]["column"]) == (9, 1)


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (0, 0),
        (-7, -7),
        (2**53 - 1, 9007199254740991),
        (2**53, "9007199254740992"),
        (-(2**53), "-9007199254740992"),
        (Fraction(5, 2), "2.5"),
        (Fraction(-1, 100), "-0.01"),
        (Fraction(7, 3), "7/3"),
    ],
)
def test_a_number_is_an_integer_or_exact_text(number: Number, told: object) -> None:
    assert written(Plain.NUMBER, number, {}) == told
    assert reader(Plain.NUMBER)(told, {}) == number


def test_the_kind_of_subject_does_not_take_the_place_of_the_kind() -> None:
    nowhere = Span("村.points", 0, 0)
    hours = Attribute("时长", NumericType(UNITS["小时"]), optional=False, origin=nowhere)
    told = written(Parts(SubjectAttribute), SubjectAttribute(SubjectKind.PERSON, hours), SOURCES)
    assert isinstance(told, dict)
    assert (told["kind"], told["subject_kind"]) == ("subject-attribute", "person")


def test_other_texts_are_not_taken_for_the_rulesets(village: CheckedRulesets) -> None:
    [ruleset] = village.editions
    other = {"柳树村.points": source_file("柳树村.points", VILLAGE + "\n")}
    with pytest.raises(RulesetJsonError) as told:
        ruleset_json(ruleset, other, None)
    assert told.value.code == "ruleset-sources-missing"


def test_a_templates_text_stands_after_the_rulesets_own(tmp_path: Path) -> None:
    template = VILLAGE.replace("柳树村积分细则", "镇积分标准")
    overlay = (
        "细则「柳树村积分细则」\n  版本 2023.1，自 2023-01-01 起施行\n  沿用「镇积分标准」2023.1\n"
    )
    # By its name the template comes first, by its place second.
    (tmp_path / "a.points").write_text(template, encoding="utf-8")
    own = tmp_path / "b.points"
    own.write_text(overlay, encoding="utf-8")
    checked = check_files([own])
    [ruleset] = checked.editions
    text = ruleset_json(ruleset, checked.sources, None)
    assert [source["text"] for source in json.loads(text)["sources"]] == [overlay, template]
    assert is_told(ruleset, json.loads(text)["ruleset"], checked.sources)


def test_half_a_surrogate_pair_of_a_host_is_escaped_and_comes_back() -> None:
    checked = check_text(VILLAGE.replace("「志愿服务」", "「志愿\ud800服务」"))
    [ruleset] = checked.editions
    text = ruleset_json(ruleset, checked.sources, None)
    assert "志愿\\ud800服务" in text.encode().decode()
    assert read_ruleset_json(text) == ruleset


def test_the_same_ruleset_gives_the_same_text(village: CheckedRulesets) -> None:
    [first] = village.editions
    [second] = check_text(VILLAGE, "柳树村.points").editions
    assert ruleset_json(first, village.sources, None) == ruleset_json(second, village.sources, None)


def test_the_content_digest_leaves_itself_out(village: CheckedRulesets) -> None:
    [ruleset] = village.editions
    document = ruleset_document(ruleset, village.sources, None)
    assert content_digest(document) == document["content_digest"]
