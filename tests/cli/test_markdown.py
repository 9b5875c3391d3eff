"""A regulation in Markdown through every command."""

import json
from pathlib import Path

import pytest

from cli.willow_village import EXAMPLE, FACTS, RECORDS, RULESET, Run, village

_FRAME, _CLAUSES = RULESET.split("条款 1 ", 1)
_CLAUSES, _REVIEW = _CLAUSES.split("\n评议", 1)
_FIRST, _SECOND = _CLAUSES.split("条款 2 ", 1)
REGULATION = f"""# 柳树村积分细则

```points
{_FRAME}评议{_REVIEW}```

## 第一条 志愿服务

参加志愿服务，每小时得 2 分。

```points
条款 1 {_FIRST.rstrip()}
```

## 第二条 乱倒垃圾的

```points
条款 2 {_SECOND}{EXAMPLE.format(points=6)}```

## 第三条 婚事新办

由红白理事会登记。
"""
COUNTS = "《柳树村积分细则》版本 2023.1：条款 2 条：计分 2、结算 0、人工评议 0、不计分 0、待定 0\n"
ARTICLES = "  条文 3 条：已写成规则 2、人工评议 0、不计分 0、待定 0、还没有写 1\n"


def line_of(words: str) -> int:
    return REGULATION[: REGULATION.index(words)].count("\n") + 1


def markdown_village(folder: Path) -> Path:
    """The village with its regulation in Markdown, and two more Markdown files that are none."""
    village(folder)
    (folder / "柳树村.points").unlink()
    (folder / "村规民约.md").write_text(REGULATION, encoding="utf-8")
    (folder / "README.md").write_text("# 说明\n\n规则写在 points 围栏里。\n", encoding="utf-8")
    (folder / "SOURCE.md").write_text("# 出处\n", encoding="gb18030")
    return folder


def test_check_says_what_has_become_of_each_article(run: Run, tmp_path: Path) -> None:
    ended = run("check", markdown_village(tmp_path))
    missing = f"    还没有写：第三条 婚事新办（第 {line_of('## 第三条')} 行）\n"
    assert (ended.code, ended.out) == (0, f"{COUNTS}{ARTICLES}{missing}没有发现问题\n")


def test_the_same_in_english(run: Run, tmp_path: Path) -> None:
    ended = run("--lang", "en", "check", markdown_village(tmp_path))
    kinds = "2 encoded, 0 decided by people, 0 not scored, 0 to be settled, 1 nothing yet"
    assert ended.out.splitlines()[1:3] == [
        f"  3 articles: {kinds}",
        f"    nothing yet: 第三条 婚事新办 (line {line_of('## 第三条')})",
    ]


def test_json_counts_the_articles_and_names_those_that_are_nothing_yet(
    run: Run, tmp_path: Path
) -> None:
    folder = markdown_village(tmp_path)
    (found,) = json.loads(run("check", "--format", "json", folder).out)["rulesets"]
    assert found["articles"] == {
        "total": 3,
        "encoded": 2,
        "manual": 0,
        "unscored": 0,
        "draft": 0,
        "nothing": 1,
        "nothing_yet": [
            {
                "number": "第三条",
                "title": "婚事新办",
                "file": str(folder / "村规民约.md"),
                "line": line_of("## 第三条"),
            }
        ],
    }


def test_json_has_no_articles_for_the_language_itself(run: Run, tmp_path: Path) -> None:
    (found,) = json.loads(run("check", "--format", "json", village(tmp_path)).out)["rulesets"]
    assert found["articles"] is None


def test_many_articles_are_not_all_listed(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "村规民约.md"
    path.write_text(REGULATION + "\n## 第四条 甲\n" * 60, encoding="utf-8")
    lines = run("check", path).out.splitlines()
    assert len([line for line in lines if line.startswith("    还没有写")]) == 50
    assert "    还有 11 条没有写" in lines


def test_the_regulation_scores_as_its_rules_do(run: Run, tmp_path: Path) -> None:
    own = run("evaluate", markdown_village(tmp_path / "甲"), "--as-of", "2023-12-31")
    other = run("evaluate", village(tmp_path / "乙"), "--as-of", "2023-12-31")
    assert (own.code, own.err) == (0, "")
    assert "柳-01         10" in own.out
    assert own.out.splitlines()[:-1] == other.out.splitlines()[:-1]  # the last has the digest


def test_an_entry_is_explained_in_the_words_of_the_article(run: Run, tmp_path: Path) -> None:
    folder = markdown_village(tmp_path)
    path = folder / "村规民约.md"
    text = path.read_text(encoding="utf-8").replace("「参加志愿服务，每小时得 2 分」 ", "")
    path.write_text(text.replace("参加志愿服务，每", "参加**志愿**服务，\n每"), encoding="utf-8")
    ended = run("explain", folder, "--household", "柳-01", "--as-of", "2023-12-31")
    assert ended.code == 0
    assert "参加志愿服务，每小时得 2 分" in ended.out


def test_the_examples_of_a_regulation_are_run(run: Run, tmp_path: Path) -> None:
    ended = run("test", markdown_village(tmp_path))
    assert ended.code == 0
    assert "三小时得六分" in ended.out


def test_fmt_changes_the_fences_alone(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "村规民约.md"
    path.write_text(REGULATION.replace("条款 2 ", "条款2"), encoding="utf-8")
    assert run("fmt", path).out == f"已整理：{path}\n"
    assert path.read_text(encoding="utf-8") == REGULATION
    assert run("fmt", "--check", path).out == "1 个文件不用整理\n"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_a_regulation_is_read_in_any_encoding(run: Run, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "村规民约.md"
    path.write_bytes(REGULATION.replace("\n", "\r\n").encode(encoding))
    ended = run("check", path)
    assert ended.code == 0
    assert ARTICLES in ended.out


def test_a_folder_of_other_markdown_holds_no_ruleset(run: Run, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# points\n", encoding="utf-8")
    ended = run("check", tmp_path)
    assert ended.code == 2
    assert "里没有细则" in ended.err


HEAD = "细则「柳树村积分细则」\n  版本 2023.1，自 2023-01-01 起施行\n  沿用「镇积分标准」2023.1\n"
AMENDMENT = (
    "修改 条款 1 {quote} 归入 村务\n  志愿服务 的，每满 1 小时 加 1 分，每月最多加 10 分。\n"
)
TEMPLATE = RULESET.replace("柳树村积分细则", "镇积分标准") + "自设 不限\n"


@pytest.mark.parametrize("template", ["镇.md", "镇.points"])
@pytest.mark.parametrize("overlay", ["村.md", "村.points"])
def test_templates_work_from_and_to_markdown(
    run: Run, tmp_path: Path, template: str, overlay: str
) -> None:
    in_fence = "# 标准\n\n```points\n{}```\n"
    (tmp_path / "模板").mkdir()
    text = in_fence.format(TEMPLATE) if template.endswith(".md") else TEMPLATE
    (tmp_path / "模板" / template).write_text(text, encoding="utf-8")
    text = HEAD + AMENDMENT.format(quote="「每小时得 1 分」")
    if overlay.endswith(".md"):
        own = f"```points\n{AMENDMENT.format(quote='')}```\n"
        text = f"{in_fence.format(HEAD)}\n## 一、每小时得 1 分\n\n{own}"
    (tmp_path / overlay).write_text(text, encoding="utf-8")
    (tmp_path / "records.csv").write_text(RECORDS, encoding="utf-8")
    (tmp_path / "facts.csv").write_text(FACTS, encoding="utf-8")
    ended = run("evaluate", tmp_path, "--as-of", "2023-12-31")
    assert (ended.code, ended.err) == (0, "")
    assert "柳-01          7" in ended.out  # 3 hours and 4 hours, a point each
    assert "修改 1 条\n" in run("overlay", tmp_path).out


def test_a_warning_in_a_regulation_ends_with_0(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "村规民约.md"
    path.write_text(
        REGULATION.replace("每小时得 2 分。\n\n`", "每小时得 3 分。\n\n`"), encoding="utf-8"
    )
    ended = run("check", path)
    assert ended.code == 0
    assert ended.out.startswith("警告[quote-not-in-article]：")
    assert "条文现在是“参加志愿服务，每小时得 3 分。”" in ended.out
