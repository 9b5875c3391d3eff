"""What the language leaves out is told by its own message, which says what to write instead."""

import pytest

from checking.village import FILE, NOT_USED, VOCABULARY, meant, village
from pointrules.checking.check import check_ruleset
from pointrules.diagnostics.diagnostic import Diagnostic
from pointrules.source.source_file import source_file
from pointrules.syntax.parse_dsl import parse_ruleset


def diagnostics(text: str) -> tuple[tuple[Diagnostic, ...], list[str]]:
    """What the parser says, and the codes that checking adds."""
    parsed = parse_ruleset(source_file(FILE, text))
    checked = check_ruleset(parsed.syntax, "digest", parsed.diagnostics)
    added = [item.code for item in checked.diagnostics if item.code != NOT_USED]
    return parsed.diagnostics, added


LEFT_OUT = (
    ("lottery-left-out", "激励「年货」⟦抽奖⟧：20 分 一次"),
    ("lottery-left-out", "条款 1 乱倒垃圾 的，⟦抽签⟧ 决定 扣 2 分"),
    ("transfer-left-out", "条款 1 志愿服务 的，⟦转让⟧ 1 分 给 受助人"),
    ("transfer-left-out", "条款 1 志愿服务 的，每 1 小时 ⟦转给⟧ 受助人 1 分"),
    ("analogy-left-out", "条款 1 乱倒垃圾 的，⟦比照⟧ 3.1 扣 2 分"),
    ("repeat-unsaid", "条款 1 乱倒垃圾 的，每次 扣 2 分；⟦再犯⟧加倍；每年最多扣 9 分"),
    ("repeat-unsaid", "条款 1 乱倒垃圾 的，每次 扣 2 分；第二次⟦加倍⟧；每年最多扣 9 分"),
    (
        "article-head",
        "条款 1 乱倒垃圾 的，每次 扣 2 分。\n⟦第七条⟧ 「互助」邻里互助 的，每次 加 2 分，不设上限",
    ),
    ("fine-left-out", "条款 1 乱倒垃圾 的，⟦罚款⟧ 50 元"),
    ("fine-left-out", "条款 1 乱倒垃圾 的，每次 扣 2 分，每年最多扣 9 分，并 ⟦罚款⟧ 50 元"),
    ("holidays-left-out", "条款 1 乱倒垃圾 的，每次 扣 2 分，每年最多扣 9 分，⟦遇节假日⟧顺延"),
)


@pytest.mark.parametrize(("code", "marked"), LEFT_OUT)
def test_what_is_left_out_has_its_message(code: str, marked: str) -> None:
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    before = len(village())
    text = village(marked.replace("⟦", "").replace("⟧", ""))

    found, added = diagnostics(text)

    assert [(item.code, item.span.start - before, item.span.end - before) for item in found] == [
        (code, start, end)
    ]
    assert added == []


def test_a_declared_name_may_hold_such_a_word() -> None:
    words = VOCABULARY.replace("行为 邻里互助、", "行为 邻里互助、被行政罚款、参照学习、")
    rules = "条款 1 被行政罚款 的，每次 扣 2 分，每年最多扣 9 分"

    meant(village(rules, vocabulary=words))
