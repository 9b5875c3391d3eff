"""An invented village whose ruleset has no mistake, block by block, to put one mistake into."""

from pointrules.checking.check import Checked, check_ruleset
from pointrules.diagnostics.diagnostic import Diagnostic
from pointrules.model.ruleset import Ruleset
from pointrules.source.source_file import source_file
from pointrules.syntax.parse_dsl import parse_ruleset

EDITION = "细则「试验村积分细则」\n  版本 1，自 2023-01-01 起施行\n"
YEAR = "年度 自 1月1日 起\n"
VOCABULARY = """词表
  行为 卫生检查（等次：优秀、良好、差）
  行为 志愿服务（时长：小时）
  行为 表彰（级别：县级、乡级；名次：第一、第二；事项：文本）
  行为 捐款（金额：元）
  行为 拾捡（袋数：袋；斤两：斤）
  行为 乱倒垃圾，又称 乱扔垃圾
  行为 邻里互助、行政处罚
  行为 体检（日期甲：日期；合格：是否）
  户（人数：人；小组：文本；低保：是否；片区：一组、二组）
  人（党员：是否）
  判定 取消评优
  评议人 评议会
"""
ACCOUNT = "账户「积分」按户：1月1日 起算，期末清零\n"
REVIEW = "评议：审核通过的，计分；按 发生日期 归期。\n"
FILE = "试验村.points"
NOT_USED = "behaviour-of-no-clause"


def village(  # noqa: PLR0913 - one keyword for each block
    rules: str = "",
    *,
    edition: str = EDITION,
    year: str = YEAR,
    vocabulary: str = VOCABULARY,
    accounts: str = ACCOUNT,
    review: str = REVIEW,
) -> str:
    """The whole file, with `rules` at its end and any block said otherwise."""
    return f"{edition}\n{year}\n{vocabulary}\n{accounts}\n{review}\n{rules}"


def read(text: str, *, every_behaviour_used: bool = False) -> Checked:
    """Parse, which must find nothing wrong, and check; few texts here use every behaviour."""
    parsed = parse_ruleset(source_file(FILE, text))
    assert [item.code for item in parsed.diagnostics] == []
    checked = check_ruleset(parsed.syntax, "digest")
    if every_behaviour_used:
        return checked
    found = tuple(item for item in checked.diagnostics if item.code != NOT_USED)
    return Checked(checked.ruleset, found)


def codes_of_parser_and_checker(text: str) -> tuple[list[str], list[str]]:
    """What the parser finds, and what the checker has to add."""
    parsed = parse_ruleset(source_file(FILE, text))
    checked = check_ruleset(parsed.syntax, "digest", parsed.diagnostics)
    added = [item.code for item in checked.diagnostics if item.code != NOT_USED]
    return [item.code for item in parsed.diagnostics], added


def meant(text: str) -> Ruleset:
    """The ruleset that the text means; nothing may be wrong with it."""
    checked = read(text)
    assert [(item.code, item.arguments) for item in checked.diagnostics] == []
    assert checked.ruleset is not None
    return checked.ruleset


def the_only_mistake(marked: str, *, every_behaviour_used: bool = False) -> Diagnostic:
    """The one diagnostic of a text in which ⟦ ⟧ stand around the place that it must point at."""
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    text = marked.replace("⟦", "").replace("⟧", "")
    found = read(text, every_behaviour_used=every_behaviour_used).diagnostics
    places = [(item.code, text[item.span.start : item.span.end]) for item in found]
    assert len(found) == 1, places
    assert (found[0].span.start, found[0].span.end) == (start, end), places
    return found[0]
