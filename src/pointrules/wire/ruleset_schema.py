"""The JSON Schema of a ruleset's JSON, made from the same forms as the JSON itself."""

import inspect
import json
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, assert_never

from msgspec import Struct

from pointrules.model.beneficiary import Who
from pointrules.model.clause import Clause
from pointrules.model.condition import Condition, Operand
from pointrules.model.example import Expectation
from pointrules.model.flag import FlagEffect, FlagEnd
from pointrules.model.incentive import Incentive
from pointrules.model.opening import Opening
from pointrules.model.scan import Transfer, Window
from pointrules.model.schedule import Schedule
from pointrules.model.settlement import SettledWhen
from pointrules.model.validity import ValidityRule
from pointrules.model.value import Value
from pointrules.model.vocabulary import AttributeType, AttributeValue
from pointrules.wire.ruleset_document import FORMAT, VERSION, RulesetDocument
from pointrules.wire.ruleset_form import (
    LARGEST_INTEGER,
    Form,
    Listed,
    Maybe,
    OneOf,
    Parts,
    Plain,
    Several,
    Valued,
    Word,
    form_of,
    keys_of,
)
from pointrules.wire.ruleset_json import Json
from pointrules.wire.ruleset_kinds import KINDS

_Schema = dict[str, Json]

_CHOICES: Mapping[Form, str] = {
    form_of(union): name
    for name, union in (
        ("AttributeType", AttributeType),
        ("AttributeValue", AttributeValue),
        ("Clause", Clause),
        ("Condition", Condition),
        ("Expectation", Expectation),
        ("FlagEffect", FlagEffect),
        ("FlagEnd", FlagEnd),
        ("Incentive", Incentive),
        ("Opening", Opening),
        ("Operand", Operand),
        ("Schedule", Schedule),
        ("SettledWhen", SettledWhen),
        ("Transfer", Transfer),
        ("ValidityRule", ValidityRule),
        ("Value", Value),
        ("Who", Who),
        ("Window", Window),
    )
}
"""Choices that have a definition of their own; others stand where they are used."""

_INTEGER: _Schema = {"type": "integer", "minimum": -LARGEST_INTEGER, "maximum": LARGEST_INTEGER}
_PLAIN: Mapping[Plain, _Schema] = {
    Plain.TEXT: {"type": "string"},
    Plain.TRUTH: {"type": "boolean"},
    Plain.WHOLE: _INTEGER,
    Plain.NUMBER: {"$ref": "#/$defs/Number"},
    Plain.DAY: {"$ref": "#/$defs/Day"},
    Plain.PLACE: {"$ref": "#/$defs/Place"},
}
_COUNTED: _Schema = {"type": "integer", "minimum": 1}
_DEFINED: Mapping[Plain, tuple[str, _Schema]] = {
    Plain.NUMBER: (
        "Number",
        {
            "description": "An exact number: an integer where it is whole and no larger than "
            "2^53 - 1, or else text, a decimal that ends or a fraction in lowest terms. "
            "Never a float.",
            "anyOf": [
                _INTEGER,
                {"type": "string", "pattern": "^-?[0-9]+(\\.[0-9]+|/[0-9]+)?$"},
            ],
        },
    ),
    Plain.DAY: (
        "Day",
        {
            "description": "A day of the calendar, as 2024-01-31.",
            "type": "string",
            "format": "date",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        },
    ),
    Plain.PLACE: (
        "Place",
        {
            "description": "A stretch of one of the sources, up to but not including its end. "
            "Lines and columns begin at 1; columns are code points.",
            "type": "object",
            "properties": {
                "file": {"type": "string"},
                "line": _COUNTED,
                "column": _COUNTED,
                "end_line": _COUNTED,
                "end_column": _COUNTED,
            },
            "required": ["file", "line", "column", "end_line", "end_column"],
            "additionalProperties": False,
        },
    ),
}


def ruleset_schema_text() -> str:
    """The schema as a file of its own."""
    return json.dumps(ruleset_schema(), ensure_ascii=False, indent=2) + "\n"


def ruleset_schema() -> dict[str, Json]:
    """The schema, in draft 2020-12, one definition for each type of the model."""
    definitions = _Definitions()
    whole = definitions.of_parts(RulesetDocument)
    properties = whole["properties"]
    assert isinstance(properties, dict), "an object has properties"
    properties |= {
        "format": {"const": FORMAT},
        "version": {"const": VERSION},
        "sources": {"minItems": 1, "maxItems": 2, **_mapping(properties["sources"])},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "pointrules ruleset",
        **whole,
        "$defs": dict(sorted(definitions.found.items())),
    }


def _mapping(schema: Json) -> _Schema:
    assert isinstance(schema, dict), "a schema is an object"
    return schema


class _Definitions:
    """Schemas that are referred to, each made when it is first met."""

    def __init__(self) -> None:
        self.found: dict[str, Json] = {}

    def of(self, form: Form) -> _Schema:
        """The schema of a form, or a reference to it."""
        match form:
            case Plain():
                return self._of_plain(form)
            case Word(words):
                return self._referred(words.__name__, lambda: _of_words(words))
            case Listed(item):
                return {"type": "array", "items": self.of(item)}
            case Several(items):
                return {
                    "type": "array",
                    "prefixItems": [self.of(item) for item in items],
                    "minItems": len(items),
                    "maxItems": len(items),
                }
            case Parts(struct):
                return self._referred(struct.__name__, lambda: self.of_parts(struct))
            case Valued(kind, inner):
                return _closed({"kind": {"const": kind}, "value": self.of(inner)})
            case Maybe(inner):
                return {"anyOf": [self.of(inner), {"type": "null"}]}
            case OneOf(choices):
                if form in _CHOICES:
                    return self._referred(_CHOICES[form], lambda: self._one_of(choices))
                return self._one_of(choices)
            case _:
                assert_never(form)

    def of_parts(self, struct: type[Struct]) -> _Schema:
        """The schema of a struct: every key is there, and no other."""
        kind: _Schema = {"kind": {"const": KINDS[struct]}} if struct in KINDS else {}
        keys = {key.key: self.of(key.form) for key in keys_of(struct)}
        return {**_described(struct), **_closed(kind | keys)}

    def _one_of(self, choices: tuple[tuple[str, Parts | Valued], ...]) -> _Schema:
        return {"oneOf": [self.of(form) for _, form in choices]}

    def _of_plain(self, form: Plain) -> _Schema:
        if form in _DEFINED:
            name, schema = _DEFINED[form]
            self.found[name] = schema
        return dict(_PLAIN[form])

    def _referred(self, name: str, make: Any) -> _Schema:
        if name not in self.found:
            self.found[name] = {}  # a condition may hold conditions
            self.found[name] = make()
        return {"$ref": f"#/$defs/{name}"}


def _closed(properties: Mapping[str, Json]) -> _Schema:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


def _of_words(words: type[StrEnum]) -> _Schema:
    return {**_described(words), "enum": [word.value for word in words]}


def _described(described: type) -> _Schema:
    text = inspect.getdoc(described)
    return {} if text is None else {"description": text}
