"""The schema of a ruleset's JSON allows what is written, and nothing else."""

import copy
import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from msgspec import Struct

from pointrules.api.rulesets import check_files, check_text
from pointrules.intake.village_folder import village_folder
from pointrules.model.ruleset import Ruleset
from pointrules.source.source_file import Span
from pointrules.wire.ruleset_document import VERSION
from pointrules.wire.ruleset_form import form_of
from pointrules.wire.ruleset_json import ruleset_document, written
from pointrules.wire.ruleset_schema import ruleset_schema
from wire.any_model import SOURCES, structs_of_model, values
from wire.test_read_ruleset_json import VILLAGE, drop, put

SHAPES = {
    1: "0b2ec89c7fbb1b54c7b46106cd6ca220168c4627773ea0c1b460f318b61077f9",
}
"""Digests of the schema without its descriptions, by version."""

FOLDERS = sorted((Path(__file__).parents[2] / "rulesets").glob("*/SOURCE.md"))


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    return Draft202012Validator(ruleset_schema())


def without_descriptions(schema: Any) -> Any:
    if isinstance(schema, dict):
        # A key called description would be in `properties`, whose values are schemas, not text.
        return {
            key: without_descriptions(value)
            for key, value in schema.items()
            if key != "description" or not isinstance(value, str)
        }
    if isinstance(schema, list):
        return [without_descriptions(item) for item in schema]
    return schema


def test_the_form_is_the_one_that_its_version_names() -> None:
    shape = json.dumps(without_descriptions(ruleset_schema()), sort_keys=True)
    assert SHAPES[VERSION] == sha256(shape.encode()).hexdigest(), (
        "the JSON of rulesets has another form now: if a release of pointrules wrote this VERSION "
        "(wire/ruleset_document.py), raise it and add the new digest; if none did, replace the "
        "digest; tell of it in docs/changelog.md and docs/ruleset_json.md"
    )


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(ruleset_schema())


@pytest.mark.parametrize("page", FOLDERS, ids=lambda page: page.parent.name)
def test_every_shipped_ruleset_is_allowed(page: Path, validator: Draft202012Validator) -> None:
    checked = check_files(list(village_folder(page.parent).rulesets))
    assert checked.editions
    for ruleset in checked.editions:
        document = ruleset_document(ruleset, checked.sources, None)
        assert [error.message for error in validator.iter_errors(document)] == []


@pytest.mark.parametrize(
    "struct",
    [item for item in structs_of_model() if item not in (Ruleset, Span)],
    ids=lambda struct: struct.__name__,
)
@settings(max_examples=2, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_part_is_allowed(struct: type[Struct], data: st.DataObject) -> None:
    schema = ruleset_schema()
    part = {"$ref": f"#/$defs/{struct.__name__}", "$defs": schema["$defs"]}
    told = written(form_of(struct), data.draw(values(struct)), SOURCES)
    assert Draft202012Validator(part).is_valid(told)


_CLAUSE = ("ruleset", "clauses", 0)


@pytest.mark.parametrize(
    "change",
    [
        put("version", value=2),
        put("more", value=1),
        drop("ruleset", "digest"),
        put(*_CLAUSE, "kind", value="scored"),
        put(*_CLAUSE, "unlimited", value=0),
        put(*_CLAUSE, "value", "schedule", "per_step", value=1.5),
        put(*_CLAUSE, "value", "schedule", "per_step", value="1e9"),
        put(*_CLAUSE, "direction", value="up"),
        put(*_CLAUSE, "origin", "line", value=0),
        put("ruleset", "edition", "first_day", value="1 May"),
        put("ruleset", "examples", 0, "records", 0, "attributes", 0, value=["时长"]),
        put("sources", value=[]),
    ],
)
def test_what_is_not_written_is_not_allowed(
    change: Callable[[Any], object], validator: Draft202012Validator
) -> None:
    checked = check_text(VILLAGE)
    [ruleset] = checked.editions
    document = ruleset_document(ruleset, checked.sources, None)
    assert validator.is_valid(document)
    changed = copy.deepcopy(document)
    change(changed)
    assert not validator.is_valid(changed)
