"""How text is cut into words: the longest that the parser takes, and what is odd inside one."""

from collections.abc import Callable
from fractions import Fraction

import pytest

from pointrules.model.period import MonthDay
from pointrules.syntax.names import DeclaredNames
from pointrules.syntax.scanner import Candidate, Scanner
from syntax.ruleset_texts import DECLARATIONS, words_of

NAMES = DeclaredNames(
    frozenset({"垃圾", "垃圾分类", "加分项", "A级", "每月一星"}),
    frozenset({"五分"}),
    frozenset({"辆"}),
)


def only(*terminals: str) -> Callable[[str], bool]:
    return lambda terminal: terminal in terminals


def cut(text: str, *terminals: str) -> Candidate:
    found = Scanner(text, NAMES).choose(0, only(*terminals))
    assert found is not None
    return found


def test_the_longest_name_wins() -> None:
    assert cut("垃圾分类的", "NAME") == Candidate("NAME", "垃圾分类", 4)


def test_a_longer_name_wins_over_a_keyword() -> None:
    assert cut("加分项", "ADD", "NAME") == Candidate("NAME", "加分项", 3)
    assert cut("每月一星", "EVERY", "NAME") == Candidate("NAME", "每月一星", 4)


def test_a_keyword_that_cannot_stand_here_does_not_cut_a_name() -> None:
    assert cut("每月最多", "EVERY", "NAME") == Candidate("EVERY", "month", 2)


def test_a_parameter_is_a_word_of_its_own() -> None:
    assert cut("五分", "NUMBER", "PARAMETER_NAME") == Candidate("PARAMETER_NAME", "五分", 2)
    assert cut("五分", "NUMBER") == Candidate("NUMBER", 5, 1)


def test_latin_words_are_never_cut_in_two() -> None:
    assert Scanner("adds 5", NAMES).choose(0, only("ADD")) is None
    assert Scanner("A级b", NAMES).choose(0, only("NAME")) == Candidate("NAME", "A级", 2)
    assert cut("ADD 5", "ADD") == Candidate("ADD", "", 3)


def test_an_english_keyword_may_be_spaced_in_any_way() -> None:
    assert cut("each \t time", "EACH_TIME") == Candidate("EACH_TIME", "", 11)


@pytest.mark.parametrize(
    ("text", "number", "length"),
    [
        ("5 分", 5, 1),
        ("０．５分", Fraction(1, 2), 3),
        ("-100分", -100, 4),
        ("1.50", Fraction(3, 2), 4),
        ("一百零五分", 105, 4),
        ("二〇二三年", 2023, 4),
        ("两户", 2, 1),
        ("三千克", 3, 1),
        ("三千元", 3000, 2),
    ],
)
def test_a_number_is_read_exactly(text: str, number: object, length: int) -> None:
    assert cut(text, "NUMBER") == Candidate("NUMBER", number, length)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "oddity", "readings"),
    [
        ("1,000", "thousands-comma", ("1000",)),
        ("四五", "ambiguous-numeral", ("4", "5", "45")),
        ("三百五", "ambiguous-numeral", ("305", "350")),
        ("十百", "bad-numeral", ()),
        ("9" * 41, "bad-numeral", ()),
    ],
)
def test_a_number_that_is_odd_says_why(text: str, oddity: str, readings: tuple[str, ...]) -> None:
    found = cut(text, "NUMBER")
    assert (found.oddity, found.readings, found.length) == (oddity, readings, len(text))


def test_a_place_before_a_number_of_times_is_no_ordinal() -> None:
    head = f"{DECLARATIONS}条款 1\n每年 结算 本年 比赛 名次"
    for written in (" 第二 次数 ", "第二次数"):
        words = words_of(f"{head}{written}≥ 3 次 的，加 1 分")
        assert words[-11:-8] == [("NAME", "名次"), ("NAME", "第二"), ("COUNT", "")]


@pytest.mark.parametrize("text", ["3.10", "第三条", "第3条第二款", "（一）", "E01", "3-2", "12a"])
def test_the_number_of_a_clause_is_text(text: str) -> None:
    folded = text.replace("（", "(").replace("）", ")")
    assert cut(text, "CLAUSE_NUMBER") == Candidate("CLAUSE_NUMBER", folded, len(text))


@pytest.mark.parametrize("text", ["2023-06-01", "2023/6/1", "2023年6月1日", "２０２３－６－１"])
def test_a_date_is_written_in_several_ways(text: str) -> None:
    found = cut(text, "DATE")
    assert (str(found.value), found.length, found.oddity) == ("2023-06-01", len(text), None)


def test_a_day_of_every_year_is_one_that_every_year_has() -> None:
    assert cut("2月28日", "MONTHDAY") == Candidate("MONTHDAY", MonthDay(2, 28), 5)
    assert cut("2月29日", "MONTHDAY").oddity == "bad-date"
    assert cut("2023-02-29", "DATE").oddity == "bad-date"


@pytest.mark.parametrize("text", ["“a”", "「a」", "『a』", "《a》", '"a"'])
def test_any_pair_of_quotes_holds_a_text(text: str) -> None:
    assert cut(text, "STRING") == Candidate("STRING", "a", 3)


def test_a_quoted_text_ends_on_its_line() -> None:
    found = cut("「一\n二」", "STRING")
    assert (found.value, found.length, found.oddity) == ("一", 2, "unclosed-quote")


def test_a_quoted_text_stays_as_it_is_written() -> None:
    assert cut("「ＡＢ，１」", "STRING").value == "ＡＢ，１"


def test_a_quoted_name_is_the_declared_one() -> None:
    assert cut("「ａ级」", "NAME") == Candidate("NAME", "A级", 4)
    assert Scanner("「生人」", NAMES).choose(0, only("NAME")) is None


def test_a_comment_is_a_gap() -> None:
    scanner = Scanner("  # 说明 加 5 分\n\u3000加", NAMES)
    assert scanner.skip_gap(0) == len(scanner.raw) - 1


def test_a_whole_clause_is_cut_without_spaces() -> None:
    words = words_of(f"{DECLARATIONS}条款1\n卫生检查等次优秀的,每次加五分;每月最多加12分")
    assert (
        words[-16:]
        == [
            ("CLAUSE", ""),
            ("CLAUSE_NUMBER", "1"),
            ("NAME", "卫生检查"),
            ("NAME", "等次"),
            ("NAME", "优秀"),
            ("SUCH", ""),
            ("COMMA", ""),
            ("EACH_TIME", ""),
            ("ADD", ""),
            ("NUMBER", 5),
            ("UNIT", "分"),
            ("SEMICOLON", ""),
            ("EVERY", "month"),
            ("AT_MOST", ""),
            ("ADD", ""),
            ("NUMBER", 12),
            ("UNIT", "分"),
        ][-16:]
    )
