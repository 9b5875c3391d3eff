"""`pointrules test` runs examples, `pointrules rule` explains codes."""

from pathlib import Path

from cli.willow_village import EXAMPLE, MISSPELT, RULESET, Run, village
from pointrules.diagnostics.catalogue import codes


def test_an_example_that_is_met_ends_with_0(run: Run, tmp_path: Path) -> None:
    ended = run("test", village(tmp_path, ruleset=RULESET + EXAMPLE.format(points=6)))
    assert ended.code == 0
    assert ended.out.startswith("通过 「三小时得六分」")
    assert ended.out.endswith("1 个例，通过 1 个，未通过 0 个\n")
    english = run("--lang", "en", "test", tmp_path).out
    assert english.endswith("\n1 example, 1 passed, 0 failed\n")


def test_an_example_that_fails_ends_with_1_and_says_why(run: Run, tmp_path: Path) -> None:
    ended = run("test", village(tmp_path, ruleset=RULESET + EXAMPLE.format(points=7)))
    assert ended.code == 1
    assert "7" in ended.out
    assert "6" in ended.out
    assert ended.out.endswith("1 个例，通过 0 个，未通过 1 个\n")


def test_examples_of_several_villages_run_together(run: Run, tmp_path: Path) -> None:
    text = RULESET + EXAMPLE.format(points=6)
    ended = run(
        "test", village(tmp_path / "东", ruleset=text), village(tmp_path / "西", ruleset=text)
    )
    assert (ended.code, ended.out.splitlines()[-1]) == (0, "2 个例，通过 2 个，未通过 0 个")


def test_a_ruleset_with_mistakes_is_not_tested(run: Run, tmp_path: Path) -> None:
    ended = run("test", village(tmp_path, ruleset=MISSPELT))
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith("错误[unknown-name]：")


def test_a_code_is_explained_with_examples(run: Run) -> None:
    ended = run("rule", "too-deep")
    assert ended.code == 0
    assert ended.out.startswith("too-deep（错误）\n")
    assert "有问题的写法：" in ended.out
    assert run("rule", "too-deep", "--lang", "en").out.startswith("too-deep (error)\n")


def test_a_code_may_be_copied_with_its_brackets(run: Run) -> None:
    assert run("rule", "[too-deep]").out == run("rule", "too-deep").out


def test_a_misspelt_code_gets_a_suggestion(run: Run) -> None:
    ended = run("rule", "too-dep")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == "错误：没有“too-dep”这个代码\n  = 帮助：是不是想写“too-deep”？\n"


def test_without_a_code_all_are_listed(run: Run) -> None:
    ended = run("rule")
    assert ended.code == 0
    listed = [line.split()[0] for line in ended.out.splitlines() if line[2] != " "]
    assert listed == list(codes())
