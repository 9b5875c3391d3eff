"""A small ruleset and register for tests; every household and person in it is invented."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import count

from engine.building import account
from pointrules.model.edition import Edition
from pointrules.model.period import NEW_YEAR
from pointrules.model.review import Review, RulingDate
from pointrules.model.ruleset import Ruleset
from pointrules.model.unit import UNITS
from pointrules.model.vocabulary import (
    Attribute,
    AttributeType,
    Behaviour,
    DateType,
    EnumeratedType,
    NumericType,
    TextType,
    Vocabulary,
    YesNoType,
)
from pointrules.records.facts import Facts
from pointrules.records.line import LineNumber, RawLine
from pointrules.records.log import Log, log_from
from pointrules.records.read_facts import facts_from
from pointrules.source.source_file import Span

NOWHERE = Span("village.points", 0, 0)
AS_OF = date(2023, 12, 31)


def attribute(name: str, kind: AttributeType, *, optional: bool = False) -> Attribute:
    return Attribute(name, kind, optional, NOWHERE)


def behaviour(name: str, *attributes: Attribute, aliases: tuple[str, ...] = ()) -> Behaviour:
    return Behaviour(name, aliases, attributes, NOWHERE)


BEHAVIOURS = (
    behaviour("卫生检查", attribute("等次", EnumeratedType(("优秀", "良好", "合格", "差")))),
    behaviour("志愿服务", attribute("时长", NumericType(UNITS["小时"]))),
    behaviour("捐款", attribute("金额", NumericType(UNITS["元"]))),
    behaviour("植树", attribute("棵数", NumericType(UNITS["棵"]))),
    behaviour(
        "表彰",
        attribute("事项", TextType()),
        attribute("公布日", DateType(), optional=True),
        attribute("是否首次", YesNoType(), optional=True),
    ),
    behaviour("乱倒垃圾", aliases=("乱扔垃圾",)),
)
HOUSEHOLD_ATTRIBUTES = (
    attribute("人数", NumericType(UNITS["人"])),
    attribute("低保", YesNoType()),
    attribute("片区", EnumeratedType(("一组", "二组"))),
)


def ruleset(  # noqa: PLR0913 - each is a thing one test varies
    version: str = "2023.1",
    first_day: date = date(2023, 6, 1),
    last_day: date | None = None,
    *,
    ruling_date: RulingDate = RulingDate.OCCURRED,
    review: Review | None = None,
    behaviours: tuple[Behaviour, ...] = BEHAVIOURS,
    household_attributes: tuple[Attribute, ...] = HOUSEHOLD_ATTRIBUTES,
) -> Ruleset:
    return Ruleset(
        edition=Edition("友谊村积分管理细则", version, first_day, last_day, (), None, None),
        digest=version,
        year_start=NEW_YEAR,
        vocabulary=Vocabulary(behaviours, household_attributes, (), (), (), ()),
        accounts=(account("积分"),),
        categories=(),
        groups=(),
        clauses=(),
        review=review
        or Review(
            asks_approval=True,
            stages=(),
            notice_days=0,
            asks_no_objection=False,
            filing=None,
            recusal=None,
            ruling_date=ruling_date,
            origin=NOWHERE,
        ),
        grades=(),
        boards=(),
        incentives=(),
        examples=(),
        successions=(),
        overlay=None,
    )


def raw_lines(rows: Sequence[Mapping[str, str]], file: str = "records.csv") -> list[RawLine]:
    """Rows as read from a file, from line 2 on; empty cells are left out."""
    numbers = count(2)
    return [
        RawLine(LineNumber(file, number), {name: cell for name, cell in row.items() if cell})
        for number, row in zip(numbers, rows, strict=False)
    ]


def fact(  # noqa: PLR0913, PLR0917 - one argument for each column
    kind: str,
    subject: str,
    name: str,
    value: str,
    first: str = "2023-01-01",
    until: str = "",
    entered_on: str = "",
) -> dict[str, str]:
    return {
        "subject_kind": kind,
        "subject": subject,
        "attribute": name,
        "value": value,
        "from": first,
        "until": until,
        "entered_on": entered_on,
    }


FACT_ROWS = (
    fact("户", "张家", "人数", "4"),
    fact("户", "李家", "人数", "2"),
    fact("户", "王家", "在册", "是", "2023-01-01", "2023-09-01"),
    fact("人", "张三", "户", "张家", "2023-01-01", "2023-08-01"),
    fact("人", "张三", "户", "李家", "2023-08-01"),
    fact("人", "赵六", "在册", "是"),
    fact("人", "钱七", "户", "钱家"),
)


def facts(rows: Sequence[Mapping[str, str]] = FACT_ROWS, known_at: date | None = None) -> Facts:
    return facts_from(raw_lines(rows, "facts.csv"), [ruleset()], known_at)[0]


def record(line_id: str = "r1", **cells: str) -> dict[str, str]:
    """An approved littering by 张家 on 3 July, entered the day after, but for `cells`."""
    return {
        "id": line_id,
        "occurred_on": "2023-07-03",
        "entered_on": "2023-07-04",
        "behaviour": "乱倒垃圾",
        "household": "张家",
        "status": "通过",
        **cells,
    }


def void(
    line_id: str, refers_to: str, entered_on: str = "2023-07-20", **cells: str
) -> dict[str, str]:
    return {
        "id": line_id,
        "kind": "作废",
        "refers_to": refers_to,
        "entered_on": entered_on,
        **cells,
    }


def replacement(
    line_id: str, refers_to: str, entered_on: str = "2023-07-10", **cells: str
) -> dict[str, str]:
    return record(line_id, kind="更正", refers_to=refers_to, entered_on=entered_on, **cells)


def review_step(
    line_id: str, refers_to: str, entered_on: str = "2023-07-10", **cells: str
) -> dict[str, str]:
    return {
        "id": line_id,
        "kind": "审核",
        "refers_to": refers_to,
        "entered_on": entered_on,
        **cells,
    }


def redemption(line_id: str = "x1", entered_on: str = "2023-07-10", **cells: str) -> dict[str, str]:
    return {
        "id": line_id,
        "kind": "兑换",
        "occurred_on": "2023-07-09",
        "entered_on": entered_on,
        "household": "张家",
        "account": "积分",
        "points": "20",
        "status": "通过",
        **cells,
    }


def log(
    *rows: Mapping[str, str],
    editions: Sequence[Ruleset] | None = None,
    known_at: date | None = None,
    as_of: date = AS_OF,
) -> Log:
    return log_from(raw_lines(rows), editions or [ruleset()], facts(), known_at, as_of)
