"""`check --fix` and `--diff`: only what keeps the meaning, and the file stays what it was."""

import codecs
import json
from pathlib import Path

import pytest

from cli.willow_village import MISSPELT, RULESET, Run, village
from pointrules.api import fixes

COMMA = RULESET.replace("每年最多扣 20 分", "每年最多扣 2,000 分")
MENDED = RULESET.replace("每年最多扣 20 分", "每年最多扣 2000 分")
BOTH = COMMA.replace("乱倒垃圾 的，", "乱到垃圾 的，")


def written(tmp_path: Path, content: str | bytes, name: str = "𠮷 村.points") -> Path:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_what_can_be_fixed_is_offered(run: Run, tmp_path: Path) -> None:
    ended = run("check", written(tmp_path, COMMA))
    assert ended.code == 1
    assert ended.out.endswith("\n1 个错误\n加上 --fix 可自动修改 1 处\n")


def test_a_name_is_not_offered(run: Run, tmp_path: Path) -> None:
    assert run("check", written(tmp_path, MISSPELT)).out.endswith("\n1 个错误\n")


def test_fix_writes_and_tells_what_is_left(run: Run, tmp_path: Path) -> None:
    path = written(tmp_path, COMMA)
    ended = run("check", "--fix", path)
    assert (ended.code, ended.err) == (0, f"已改 1 处：{path}\n")
    assert ended.out.endswith("没有发现问题\n")
    assert path.read_text(encoding="utf-8") == MENDED


def test_fix_makes_only_what_keeps_the_meaning(run: Run, tmp_path: Path) -> None:
    path = written(tmp_path, BOTH)
    ended = run("check", "--fix", path)
    assert ended.code == 1
    assert ended.out.endswith(
        "\n1 个错误\n另有 1 处改了会换意思，要您决定：用 --diff --unsafe-fixes 看看\n"
    )
    assert path.read_text(encoding="utf-8") == BOTH.replace("2,000", "2000")


def test_whoever_asks_for_it_gets_the_rest_too(run: Run, tmp_path: Path) -> None:
    path = written(tmp_path, BOTH)
    ended = run("check", "--fix", "--unsafe-fixes", "--lang", "en", path)
    assert (ended.code, ended.err) == (0, f"fixed 2: {path}\n")
    assert path.read_text(encoding="utf-8") == MENDED


def test_diff_shows_and_writes_nothing(run: Run, tmp_path: Path) -> None:
    path = written(tmp_path, BOTH)
    ended = run("check", "--diff", path)
    assert ended.code == 1
    assert ended.out == (
        f"--- {path}\n+++ {path}\n@@ -15,6 +15,6 @@\n"
        "   志愿服务 的，每满 1 小时 加 2 分，每月最多加 10 分。\n \n"
        " 条款 2 「乱倒垃圾的」 归入 村务\n"
        "-  乱到垃圾 的，每次 扣 5 分，每年最多扣 2,000 分。\n"
        "+  乱到垃圾 的，每次 扣 5 分，每年最多扣 2000 分。\n"
        " \n 评议：审核通过的，计分；按 发生日期 归期。\n"
    )
    assert ended.err == (
        f"要改 1 处：{path}\n改后还有 1 个错误\n"
        "另有 1 处改了会换意思，要您决定：用 --diff --unsafe-fixes 看看\n"
    )
    assert path.read_text(encoding="utf-8") == BOTH


def test_diff_with_all_fixes_shows_the_name_too(run: Run, tmp_path: Path) -> None:
    ended = run("check", "--diff", "--unsafe-fixes", written(tmp_path, BOTH))
    assert "+  乱倒垃圾 的，每次 扣 5 分，每年最多扣 2000 分。\n" in ended.out
    assert "改后还有" not in ended.err


def test_diff_of_nothing_ends_as_check_does(run: Run, tmp_path: Path) -> None:
    ended = run("check", "--diff", written(tmp_path, RULESET))
    assert (ended.code, ended.out, ended.err) == (0, "", "没有可以自动修改的\n")
    ended = run("check", "--diff", written(tmp_path, MISSPELT))
    assert (ended.code, ended.out) == (1, "")


@pytest.mark.parametrize(
    ("encode", "bom"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("gb18030", b""),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_encoding_mark_and_line_ends_stay(
    run: Run, tmp_path: Path, encode: str, bom: bytes, end: str
) -> None:
    path = written(tmp_path, bom + COMMA.replace("\n", end).encode(encode))
    path.chmod(0o640)
    assert run("check", "--fix", path).code == 0
    assert path.read_bytes() == bom + MENDED.replace("\n", end).encode(encode)
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_changed_meanwhile_is_left_alone_and_the_others_are_not(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed, other = (
        village(tmp_path / "东", ruleset=COMMA),
        village(tmp_path / "西", ruleset=COMMA),
    )
    mended = fixes.mend_villages([[changed, other]])
    path = changed / "柳树村.points"
    path.write_text(COMMA + "# 刚写的\n", encoding="utf-8")
    monkeypatch.setattr("pointrules.cli.mend.mend_villages", lambda *_: mended)
    ended = run("check", "--fix", changed, other)
    assert ended.code == 2
    assert ended.err == (
        f"错误：“{path}”刚才被别的程序改过，没有改写\n"
        "  = 帮助：关掉正在编辑它的程序，再运行一遍\n"
        f"已改 1 处：{other / '柳树村.points'}\n"
    )
    assert path.read_text(encoding="utf-8") == COMMA + "# 刚写的\n"
    assert (other / "柳树村.points").read_text(encoding="utf-8") == MENDED
    assert ended.out.endswith("\n1 个错误\n")


def test_a_file_that_may_not_be_written_is_told(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, COMMA)
    monkeypatch.setattr("os.access", lambda *_: False)
    ended = run("check", "--fix", path)
    assert ended.code == 2
    assert ended.err.startswith(f"错误：打不开“{path}”\n")
    assert path.read_text(encoding="utf-8") == COMMA


def test_a_link_stays_a_link(run: Run, tmp_path: Path) -> None:
    path = written(tmp_path, COMMA)
    link = tmp_path / "link.points"
    link.symlink_to(path)
    assert run("check", "--fix", link).code == 0
    assert link.is_symlink()
    assert path.read_text(encoding="utf-8") == MENDED


def test_a_file_that_has_two_names_is_mended_once(run: Run, tmp_path: Path) -> None:
    folder = village(tmp_path / "东", ruleset=COMMA)
    path = folder / "柳树村.points"
    ended = run("check", "--fix", folder, path, folder / ".." / "东")
    assert (ended.code, ended.err) == (0, f"已改 1 处：{path}\n")
    assert path.read_text(encoding="utf-8") == MENDED


@pytest.mark.parametrize("form", ["json", "sarif", "github"])
def test_a_difference_is_text(run: Run, tmp_path: Path, form: str) -> None:
    ended = run("check", "--diff", "--format", form, written(tmp_path, COMMA))
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == (f"错误：--diff 不能和 --format {form} 一起用\n  = 帮助：二者去掉一个\n")


def test_unsafe_fixes_alone_do_nothing(run: Run, tmp_path: Path) -> None:
    ended = run("check", "--unsafe-fixes", written(tmp_path, BOTH))
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.endswith("和 --diff 或 --fix 一起用\n")


def test_json_after_fixing_holds_what_is_left(run: Run, tmp_path: Path) -> None:
    path = written(tmp_path, BOTH)
    ended = run("check", "--fix", "--format", "json", path)
    assert ended.code == 1
    assert [item["code"] for item in json.loads(ended.out)["diagnostics"]] == ["unknown-name"]


def test_a_template_that_lies_elsewhere_is_not_changed(run: Run, tmp_path: Path) -> None:
    shelf = tmp_path / "县"
    shelf.mkdir()
    county = written(shelf, COMMA, "county.points")
    own = "细则「柳家屯细则」\n  版本 1，自 2023-01-01 起施行\n  沿用「柳树村积分细则」2023.1\n"
    ended = run("check", "--fix", "--templates", shelf, written(tmp_path, own))
    assert (ended.code, ended.err) == (1, "")
    assert "template-has-errors" in ended.out
    assert county.read_text(encoding="utf-8") == COMMA


YAML = """- 细则: 柳树村积分细则
  版本: 2023.1
  施行: 2023-01-01
- 年度: 1月1日
- 词表:
  行为: 乱倒垃圾
- 账户: 积分
  按: 户
  起算: 1月1日
  期末: 结转
- 类别: 村务
  记入: 积分
- 条款: 2
  条文: 乱倒垃圾的
  归入: 村务
  情形: 乱倒垃圾 的
  计分: 每次 扣 5 分
  上限: 每年最多扣 2000 分
- 评议:
  计分: 审核通过
  归期: 发生日期
"""


def test_yaml_is_mended_where_it_stands(run: Run, tmp_path: Path) -> None:
    slips = YAML.replace("细则: 柳", "细则：柳").replace("  版本", "\u3000版本")
    slips = slips.replace("2000", "2,000").replace("\n", "\r\n")
    path = written(tmp_path, codecs.BOM_UTF8 + slips.encode(), "柳树村.yaml")
    ended = run("check", "--fix", path)
    assert (ended.code, ended.err) == (0, f"已改 3 处：{path}\n"), ended.out
    assert path.read_bytes() == codecs.BOM_UTF8 + YAML.replace("\n", "\r\n").encode()


def test_markdown_is_mended_within_its_fences(run: Run, tmp_path: Path) -> None:
    page = f"# 办法\n\n一次罚 1,000 分的说法\n\n```points\n{COMMA}```\n"
    path = written(tmp_path, page, "柳树村.md")
    run("check", "--fix", path)
    assert path.read_text(encoding="utf-8") == page.replace("2,000", "2000")
