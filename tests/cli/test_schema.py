"""`pointrules schema` writes the schemas that are kept with the documentation."""

from pathlib import Path

from cli.willow_village import Run


def test_the_schema_of_rulesets_json_is_the_one_of_the_documentation(
    run: Run, checkout: Path
) -> None:
    kept = checkout / "docs" / "schema" / "ruleset.schema.json"
    ended = run("schema", "--of", "ruleset-json")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == kept.read_text(encoding="utf-8")


def test_it_can_be_written_to_a_file_once(run: Run, tmp_path: Path) -> None:
    output = tmp_path / "schema.json"
    assert run("schema", "--of", "ruleset-json", "-o", output).code == 0
    assert run("schema", "--of", "ruleset-json", "-o", output).code == 2
    assert run("schema", "--of", "ruleset-json", "-o", output, "--force").code == 0


def test_it_is_that_of_rulesets_in_yaml_where_nothing_else_is_said(
    run: Run, checkout: Path
) -> None:
    kept = (checkout / "docs" / "schema" / "ruleset_yaml.schema.json").read_text(encoding="utf-8")
    assert run("schema").out == kept
    assert run("schema", "--of", "ruleset-yaml").out == kept


def test_of_what_there_is_none_is_said(run: Run) -> None:
    ended = run("schema", "--of", "ruleset-xml")
    assert ended.code == 2
    assert "ruleset-yaml" in ended.err
