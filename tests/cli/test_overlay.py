"""Rulesets that use a template: where it is looked for, and what `overlay` says."""

import json
from pathlib import Path

import pytest

from cli.willow_village import FACTS, RECORDS, RULESET, Run

TEMPLATE = RULESET.replace("柳树村积分细则", "镇积分标准") + "自设 最多 1 项，每项最多 2 分\n"
OVERLAY = """细则「柳树村积分细则」
  版本 2023.1，自 2023-01-01 起施行
  沿用「镇积分标准」2023.1

修改 条款 1 「参加志愿服务，每小时得 1 分」 归入 村务
  志愿服务 的，每满 1 小时 加 1 分，每月最多加 10 分。
"""
COUNTS = "《柳树村积分细则》版本 2023.1：条款 2 条：计分 2、结算 0、人工评议 0、不计分 0、待定 0\n"
CHANGES = "  沿用《镇积分标准》2023.1：修改 1 条、删除 0 条、自设 0 条、改参数 0 个\n"


def files(folder: Path, template: str, *, overlay: str = OVERLAY) -> Path:
    """A village's folder whose template is at `template`, seen from there."""
    village = folder / "柳树村"
    place = village / template
    place.parent.mkdir(parents=True, exist_ok=True)
    village.mkdir(exist_ok=True)
    place.write_text(TEMPLATE, encoding="utf-8")
    (village / "柳树村.points").write_text(overlay, encoding="utf-8")
    (village / "records.csv").write_text(RECORDS, encoding="utf-8")
    (village / "facts.csv").write_text(FACTS, encoding="utf-8")
    return village


@pytest.mark.parametrize("place", ["模板/镇.points", "templates/镇.points", "镇.points"])
def test_a_template_is_found_beside_the_ruleset_and_in_its_folders(
    run: Run, tmp_path: Path, place: str
) -> None:
    village = files(tmp_path, place)
    ended = run("evaluate", village, "--as-of", "2023-12-31")
    assert (ended.code, ended.err) == (0, "")
    assert "柳-01          7" in ended.out


def test_a_template_beside_the_ruleset_is_no_edition_of_the_village(
    run: Run, tmp_path: Path
) -> None:
    ended = run("check", files(tmp_path, "镇.points"))
    assert (ended.code, ended.out) == (0, f"{COUNTS}{CHANGES}没有发现问题\n")


def test_json_names_what_differs(run: Run, tmp_path: Path) -> None:
    ended = run("check", "--format", "json", files(tmp_path, "模板/镇.points"))
    (found,) = json.loads(ended.out)["rulesets"]
    assert found["template"] == {
        "title": "镇积分标准",
        "edition": "2023.1",
        "amended": ["1"],
        "deleted": [],
        "own": [],
        "parameters": [],
    }


def test_another_folder_of_templates_must_be_named(run: Run, tmp_path: Path) -> None:
    village = files(tmp_path, "../县/镇.points")
    ended = run("check", village)
    assert ended.code == 1
    assert ended.out.startswith("错误[template-missing]：")
    for command in ("check", "test", "overlay"):
        assert run(command, village, "--templates", tmp_path / "县").code == 0


def test_a_template_alone_is_no_village(run: Run, tmp_path: Path) -> None:
    village = files(tmp_path, "模板/镇.points")
    alone = village / "模板" / "镇.points"
    text = TEMPLATE.replace("评议：审核通过的，计分；按 发生日期 归期。\n", "")
    alone.write_text(text, encoding="utf-8")
    tables = ("--records", village / "records.csv", "--facts", village / "facts.csv")
    ended = run("evaluate", alone, *tables, "--as-of", "2023-12-31")
    assert (ended.code, ended.out) == (2, "")
    assert "只有模板" in ended.err


def test_a_mistake_of_the_template_is_told_once_and_with_the_template(
    run: Run, tmp_path: Path
) -> None:
    village = files(tmp_path, "镇.points")
    broken = TEMPLATE.replace("每次 扣 5 分", "每次 扣 5")
    (village / "镇.points").write_text(broken, encoding="utf-8")
    ended = run("check", village)
    assert ended.out.count("错误[unit-missing]") == 1
    assert ended.out.count("错误[template-has-errors]") == 1


def test_overlay_says_what_differs(run: Run, tmp_path: Path) -> None:
    ended = run("overlay", files(tmp_path, "模板/镇.points"))
    assert ended.code == 0
    title = "「参加志愿服务，每小时得 {} 分」 归入 村务 "
    says = "志愿服务 的，每满 1 小时 加 {} 分，每月最多加 10 分。"
    assert ended.out.splitlines()[2:] == [
        "修改 1 条",
        "  1",
        f"    模板：{title.format(2)}{says.format(2)}",
        f"    本村：{title.format(1)}{says.format(1)}",
    ]


def test_overlay_of_a_ruleset_without_template(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.points"
    path.write_text(RULESET, encoding="utf-8")
    assert run("overlay", path).out == "《柳树村积分细则》版本 2023.1，没有沿用模板\n"


def test_the_receipt_covers_the_template(run: Run, tmp_path: Path) -> None:
    village = files(tmp_path, "模板/镇.points")
    before = run("evaluate", village, "--as-of", "2023-12-31").out.splitlines()[-1]
    template = village / "模板" / "镇.points"
    template.write_text(f"{TEMPLATE}# 一句注释\n", encoding="utf-8")
    after = run("evaluate", village, "--as-of", "2023-12-31").out.splitlines()[-1]
    assert before != after


def test_fmt_knows_the_names_of_the_template(run: Run, tmp_path: Path) -> None:
    village = files(tmp_path, "模板/镇.points", overlay=OVERLAY.replace(" 的，每满 1", "的,每满1"))
    path = village / "柳树村.points"
    assert run("fmt", path).code == 0
    assert path.read_text(encoding="utf-8") == OVERLAY
    english = run("fmt", "--lang", "en", path)
    assert english.code == 0
    assert "amend clause 1" in path.read_text(encoding="utf-8")
    assert run("check", village).code == 0
