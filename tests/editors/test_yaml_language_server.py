"""What an author sees in an editor: a real server for YAML, installed from the npm registry."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from editors.language_server import LanguageServer
from pointrules.syntax.yaml_schema import yaml_schema_text

pytestmark = pytest.mark.editors

PACKAGE = "yaml-language-server"
PINNED = "1.25.0"
_PATIENCE = 180

SETTINGS = {
    "yaml": {
        "validate": True,
        "completion": True,
        "hover": True,
        "schemaStore": {"enable": False},
    }
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        pytest.skip("EDITORS NOT TESTED: node and npm are not installed")
    folder = tmp_path_factory.mktemp("node")
    command = [npm, "install", "--prefix", str(folder), "--no-save", "--no-package-lock"]
    command += ["--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1"]
    command += ["--fetch-timeout=30000", f"{PACKAGE}@{PINNED}"]
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=_PATIENCE,
        )
    except subprocess.TimeoutExpired:
        pytest.skip("EDITORS NOT TESTED: the npm registry does not answer")
    if done.returncode != 0:
        told = [line for line in done.stderr.splitlines() if line.startswith("npm error")]
        reason = " / ".join(told[:3]) or "npm install fails"
        pytest.skip(f"EDITORS NOT TESTED: {PACKAGE} cannot be installed: {reason}")
    program = folder / "node_modules" / PACKAGE / "bin" / PACKAGE
    with LanguageServer([node, str(program), "--stdio"], SETTINGS) as started:
        yield started


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("schema") / "ruleset_yaml.schema.json"
    path.write_text(yaml_schema_text(), encoding="utf-8")
    return path


@pytest.fixture
def written(schema: Path) -> Callable[[str], str]:
    """The text of a file with the line that names its schema."""
    return lambda text: f"# yaml-language-server: $schema={schema.as_uri()}\n{text}"


FILE = Path("/village/友谊村.yaml")

KEYS_OF_ACCOUNT = ["限", "起算", "基础", "新户基础", "精确到", "期末", "上限"]


def test_heads_are_offered_where_a_block_begins(
    server: LanguageServer, written: Callable[[str], str]
) -> None:
    labels = server.completions(FILE, written("- 年度: 1月1日\n- ‸"))
    assert {"细则", "词表", "账户", "条款", "激励", "例", "clause"} <= set(labels)
    assert "期末" not in labels


def test_keys_of_a_block_are_offered_in_the_language_of_its_head(
    server: LanguageServer, written: Callable[[str], str]
) -> None:
    labels = server.completions(FILE, written("- 账户: 积分\n  按: 户\n  ‸"))
    assert set(KEYS_OF_ACCOUNT) <= set(labels)
    assert "计分" not in labels
    assert "base" not in labels
    english = server.completions(FILE, written("- account: 积分\n  ‸"))
    assert {"by", "base", "at period end"} <= set(english)
    assert "基础" not in english


def test_keys_of_an_incentive_are_those_of_its_kind(
    server: LanguageServer, written: Callable[[str], str]
) -> None:
    assert server.completions(FILE, written("- 激励: 年终分红\n  ‸")) == ["类型"]
    labels = server.completions(FILE, written("- 激励: 年终分红\n  类型: 分红\n  ‸"))
    assert {"总额", "余款"} <= set(labels)
    assert "基准利率" not in labels


def test_a_clause_that_is_not_scored_is_offered_no_points(
    server: LanguageServer, written: Callable[[str], str]
) -> None:
    labels = server.completions(FILE, written("- 条款: 1.1\n  处理: 不计分\n  ‸"))
    assert set(labels) == {"条文", "归入"}


VALUES = (
    ("- 账户: 积分\n  按: ‸", {"户", "人", "组", "组织", "村"}),
    ("- account: 积分\n  by: ‸", {"household", "person", "group", "organisation", "village"}),
    ("- 激励: 年终分红\n  类型: ‸", {"贷款", "兑换", "荣誉", "分红"}),
    ("- 账户: 积分\n  期末: ‸", {"清零", "正分清零", "负分清零", "结转"}),
    ("- 账户: 积分\n  期末:\n    - ‸", {"清零", "正分清零", "负分清零", "结转"}),
    ("- 条款: 1.1\n  结算: ‸", {"每日", "每周", "每月", "每季度", "每半年", "每年"}),
    ("- 榜单: 红榜\n  并列: ‸", {"并列同名次", "并列不占名次", "并列按编号"}),
)


@pytest.mark.parametrize(("marked", "wanted"), VALUES)
def test_values_are_offered(
    server: LanguageServer, written: Callable[[str], str], marked: str, wanted: set[str]
) -> None:
    assert set(server.completions(FILE, written(marked))) == wanted


def test_beginnings_of_a_phrase_are_offered_with_an_example(
    server: LanguageServer, written: Callable[[str], str]
) -> None:
    labels = server.completions(FILE, written("- 条款: 1.1\n  处理: ‸"))
    assert {"不计分", "人工评议", "待定", "人工评议，由 评议会，因为「年终评定」"} == set(labels)


def test_hovering_tells_what_a_key_is_for(
    server: LanguageServer, written: Callable[[str], str]
) -> None:
    told = server.hover(FILE, written("- 账户: 积分\n  期‸末: 结转\n"))
    assert "一期结束时" in told
    assert "what becomes of the points" in server.hover(
        FILE, written("- account: 积分\n  at per‸iod end: carried over\n")
    )
    assert "分记在哪里" in server.hover(FILE, written("- 账‸户: 积分\n  按: 户\n"))


MISTAKES = (
    ("- 账户: 积分\n  按: 户\n  基础: 1 分\n  基楚: 1 分", "5: 这一段没有这一项"),
    ("- 条歀: 1.1\n", "2: 这一段没有段首词"),
    ("- 账户: 积分\n  基础: 1 分", "2: 这一段缺少：按"),
    ("- 条款: 1.1\n  情形: 卫生检查", "2: 这一段缺少：计分"),
    ("- 条款: 1.1\n  处理: 不计分\n  计分: 加 1 分", "4: 这一段没有这一项，或者不能和别的项同写"),
    (
        "- 条款: 1.1\n  情形: 卫生检查\n  当: 低保\n  计分: 加 1 分",
        "4: “当”不能和“情形”写在同一段里",
    ),
    ("- 账户: 积分\n  按: 户\n  基础:", "4: 要写一句话，如“100 分”"),
    ("- 账户: 积分\n  按: 户\n  基础: 100", "4: 要写一句话，如“100 分”"),
    ("- 词表: 行为\n  行为: 卫生检查", "2: 后面不写内容"),
    ("细则: 友谊村\n版本: 2023.1", "2: 细则要写成一段一段"),
    ("- 激励: 年终分红\n  总额: 1 元", "2: 这一段缺少：类型"),
    ("- 激励: 年终分红\n  类型: 奖金\n  总额: 1 元", "3: 类型要写：贷款、兑换、荣誉、分红"),
)


@pytest.mark.parametrize(("text", "wanted"), MISTAKES)
def test_a_mistake_is_marked_at_its_line(
    server: LanguageServer, written: Callable[[str], str], text: str, wanted: str
) -> None:
    (said,) = server.diagnostics(FILE, written(text))
    assert said.startswith(wanted)


WHOLE = """- 细则: 白果村积分细则
  版本: 2023.10
  施行: 2023年1月1日
- 年度: 1月1日
- 词表:
  行为: [卫生检查（等次：优秀、良好、差）, 志愿服务（时长：小时）]
  户: [低保：是否，可不填]
- 账户: 积分
  按: 户
  基础: 100 分
  期末: 结转
- 条款: 1.10
  条文: 010110
  情形: 卫生检查
  计分: 按 等次 加
  档: [优秀 10 分, 良好 6 分, 其余 不加分]
  上限:
    - 每月最多加 15 分
- clause: 2
  when: 行为 是 志愿服务 且 低保
  points: 每满 1 小时 加 2 分
  limit: 每年最多加 30 分
- 评议:
  计分: 审核通过
  归期: 发生日期
"""


def test_a_right_ruleset_gives_no_diagnostics(
    server: LanguageServer, written: Callable[[str], str]
) -> None:
    assert server.diagnostics(FILE, written(WHOLE)) == []


def test_every_ruleset_of_the_library_gives_none(
    server: LanguageServer, written: Callable[[str], str], checkout: Path
) -> None:
    for path in sorted((checkout / "rulesets").glob("*/*.yaml")):
        assert server.diagnostics(FILE, written(path.read_text(encoding="utf-8"))) == [], path
