"""JSON Schemas of what is read and written here, for editors and other programs."""

from enum import StrEnum
from typing import assert_never


class SchemaOf(StrEnum):
    """What there is a schema of.

    RULESET_YAML: a ruleset as people write it in YAML. RULESET_JSON: what `convert --to json`
    writes.
    """

    RULESET_YAML = "ruleset-yaml"
    RULESET_JSON = "ruleset-json"


def schema_text(of: SchemaOf) -> str:
    """The schema as the text of a file."""
    match of:
        case SchemaOf.RULESET_YAML:
            # Imported where it is used: each has a schema of its own.
            from pointrules.syntax.yaml_schema import yaml_schema_text  # noqa: PLC0415

            return yaml_schema_text()
        case SchemaOf.RULESET_JSON:
            from pointrules.wire.ruleset_schema import ruleset_schema_text  # noqa: PLC0415

            return ruleset_schema_text()
        case _:
            assert_never(of)
