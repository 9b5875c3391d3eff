"""Whether a JSON says all of a part of the model, judged without the code that writes it."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Any

from msgspec import Struct
from msgspec.structs import fields

from pointrules.model.condition import SubjectAttribute
from pointrules.source.source_file import SourceFile, Span
from pointrules.wire.ruleset_kinds import KINDS


def is_told(value: object, told: Any, sources: Mapping[str, SourceFile]) -> bool:
    """Every field under its key, every value exact, every place by its line."""
    match value:
        case Span(file, start, end):
            text = sources[file].text
            first, last = text[:start], text[:end]
            return bool(
                told
                == {
                    "file": file,
                    "line": first.count("\n") + 1,
                    "column": len(first) - first.rfind("\n"),
                    "end_line": last.count("\n") + 1,
                    "end_column": len(last) - last.rfind("\n"),
                }
            )
        case Struct():
            keys = {field.name: field.name for field in fields(value)}
            if isinstance(value, SubjectAttribute):
                keys["kind"] = "subject_kind"
            kind = {"kind"} if type(value) in KINDS else set()
            return (
                set(told) == kind | set(keys.values())
                and (not kind or told["kind"] == KINDS[type(value)])
                and all(is_told(getattr(value, name), told[keys[name]], sources) for name in keys)
            )
        case tuple():
            return len(told) == len(value) and all(
                is_told(item, each, sources) for item, each in zip(value, told, strict=True)
            )
        case _ if isinstance(told, dict):
            kind_of_number = Fraction if type(value) is int else type(value)
            return told["kind"] == KINDS[kind_of_number] and is_told(value, told["value"], sources)
        case StrEnum():
            return bool(told == value.value)
        case date():
            return bool(told == f"{value:%Y-%m-%d}")
        case None | bool() | str():
            return type(told) is type(value) and bool(told == value)
        case int() | Fraction():
            whole = value.denominator == 1
            return type(told) is (int if whole else str) and Fraction(told) == value
        case _:
            return False
