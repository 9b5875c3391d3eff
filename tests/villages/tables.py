"""Facts and log lines of generated villages."""

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import strategies as st

from villages.clauses import DECIDER
from villages.features import Feature, Mix
from villages.village import FIRST_DAY, LAST_DAY, Row

HOUSEHOLDS = ("张家", "李家")
MEMBERS = {"张三": "张家", "张四": "张家", "李五": "李家"}
EVER = "2020-01-01"

days = st.one_of(
    st.dates(FIRST_DAY, LAST_DAY),
    st.dates(date(2023, 6, 20), date(2023, 7, 20)),
    st.dates(date(2023, 12, 20), date(2024, 1, 20)),
    st.dates(date(2023, 3, 1), date(2023, 4, 30)),
)


def fact(  # noqa: PLR0913, PLR0917
    kind: str, subject: str, attribute: str, value: str, first: str, until: str = ""
) -> Row:
    """One row; until is exclusive."""
    cells = {
        "subject_kind": kind,
        "subject": subject,
        "attribute": attribute,
        "value": value,
        "from": first,
    }
    return cells | ({"until": until} if until else {})


@st.composite
def households(draw: st.DrawFn, name: str) -> list[Row]:
    """One that comes late, goes and returns, or leaves; some attributes nobody registered."""
    pick = st.sampled_from
    whole = [fact("户", name, "在册", "是", EVER)]
    listed = [
        [fact("户", name, "在册", "是", "2023-05-15")],
        [
            fact("户", name, "在册", "是", EVER, "2023-06-01"),
            fact("户", name, "在册", "是", "2023-08-10"),
        ],
        [fact("户", name, "在册", "是", EVER, "2024-02-01")],
    ]
    poor = [
        [fact("户", name, "低保", "是", EVER)],
        [fact("户", name, "低保", "否", EVER)],
        [
            fact("户", name, "低保", "否", EVER, "2023-06-15"),
            fact("户", name, "低保", "是", "2023-06-15"),
        ],
        [],
    ]
    rows = [*draw(pick([whole, whole, whole, whole, *listed])), *draw(pick(poor))]
    if draw(st.integers(0, 3)):
        rows.append(fact("户", name, "人数", draw(pick(["3", "2", "1"])), EVER))
    if draw(st.booleans()):
        rows.append(fact("户", name, "整改期限", draw(pick(["2023-06-30", "2023-09-15"])), EVER))
    if draw(st.integers(0, 3)):
        head = next(person for person, home in MEMBERS.items() if home == name)
        rows.append(fact("户", name, "户主", head, EVER))
    return rows


@st.composite
def facts(draw: st.DrawFn, mix: Mix) -> tuple[Row, ...]:
    """Households and members, one of whom may move."""
    pick = st.sampled_from
    rows: list[Row] = []
    for name in HOUSEHOLDS:
        rows += draw(households(name))
    for person, home in MEMBERS.items():
        if person == "李五" and draw(st.booleans()):
            rows.append(fact("人", person, "户", "李家", EVER, "2023-07-05"))
            rows.append(fact("人", person, "户", "张家", "2023-07-05"))
        else:
            rows.append(fact("人", person, "户", home, EVER))
        if Feature.WHO in mix:
            born = draw(pick(["1980-01-01", "2005-06-28", "2008-01-01", None]))
            if born is not None:
                rows.append(fact("人", person, "出生日期", born, "2008-01-01"))
            away = draw(pick(["是", "否", "否", None]))
            if away is not None:
                rows.append(fact("人", person, "外出", away, EVER))
    if Feature.WHO in mix:
        spouse = draw(pick(["李五", "无"]))
        rows.append(fact("人", "张三", "配偶", spouse, EVER))
        rows.append(fact("人", "张四", "父母", draw(pick(["张三", "张三、李五"])), EVER))
    if Feature.COLLECTIVES in mix:
        rows.append(fact("户", "张家", "组", "一组", EVER, "2023-07-05"))
        rows.append(fact("户", "张家", "组", "二组", "2023-07-05"))
        rows.append(fact("户", "李家", "组", "一组", EVER))
        rows += [fact("组", name, "在册", "是", EVER) for name in ("一组", "二组")]
        rows.append(fact("村", "白果村", "在册", "是", EVER))
    return tuple(rows)


@st.composite
def record(draw: st.DrawFn, line_id: str, mix: Mix, *, kind: str = "") -> Row:
    """One record; now and then wanting something, or not fitting."""
    pick = st.sampled_from
    occurred = draw(days)
    entered = occurred + timedelta(days=draw(pick([0, 0, 3, 25, 45])))
    behaviours = ["甲", "甲", "甲", "乙", "乙", "丙"]
    if Feature.FLAGS in mix:
        behaviours += ["违建", "违建", "违建", "验收", "整改"]
    if Feature.COLLECTIVES in mix:
        behaviours += ["清洁日", "清洁日", "组评比", "村庄评比"]
    behaviour = draw(pick(behaviours))
    cells = {
        "id": line_id,
        "occurred_on": occurred.isoformat(),
        "entered_on": entered.isoformat(),
        "behaviour": behaviour,
        "status": draw(pick(["approved"] * 14 + ["pending"])),
    }
    if behaviour in {"甲", "乙", "丙"}:
        cells["时长"] = draw(pick(["2", "1", "3", "0.5"]))
        cells["级别"] = draw(pick(["省级", "市级", "县级"]))
        cells["事项"] = draw(pick(["好人", "孝亲"]))
        if draw(st.integers(0, 3)) == 0:
            cells["拆除日期"] = (occurred + timedelta(days=draw(pick([0, 10, 100])))).isoformat()
        if draw(st.integers(0, 2)) == 0 and Feature.DISCRETION in mix:
            cells |= {"decided": draw(pick(["3", "5", "1", "6"])), "decided_by": DECIDER}
    if behaviour == "组评比":
        cells["group"] = draw(pick(["一组", "二组"]))
    elif behaviour == "村庄评比":
        cells["village"] = "白果村"
    elif draw(st.integers(0, 3)):
        cells["person"] = draw(pick(["张三", "张四", "张三", "李五"]))
    else:
        cells["household"] = draw(pick(["张家", "张家", "李家"]))
    if Feature.WHO in mix and draw(st.booleans()):
        cells["parties"] = draw(pick(["书记:张三", "书记:张三;主任:李五", "主任:张四;书记:张四"]))
    if kind:
        cells["kind"] = kind
    if Feature.REVIEW in mix and cells["status"] != "pending":
        reviewed = occurred + timedelta(days=draw(pick([0, 2, 40])))
        cells["reviewed_on"] = reviewed.isoformat()
        cells["reviewed_by"] = draw(pick(["评分组", "评分组", "三水镇"]))
        cells["reviewers"] = draw(pick(["李五", "张三", "张四"]))
        if draw(st.integers(0, 3)):
            cells["noticed_on"] = (reviewed + timedelta(days=draw(pick([0, 1, 30])))).isoformat()
        if draw(st.integers(0, 5)) == 0:
            cells["objection"] = draw(pick(["未决", "不成立", "成立"]))
    return cells


@st.composite
def second_thoughts(draw: st.DrawFn, mix: Mix, lines: Sequence[Row]) -> list[Row]:
    """Voids, replacements, repeats, steps of a review, redemptions."""
    pick = st.sampled_from
    made: list[Row] = []
    kinds = ["void", "replace", "repeat"]
    if Feature.REVIEW in mix:
        kinds += ["review"] * 6
    for n in range(draw(pick([0, 0, 1, 2])) + (3 if Feature.REVIEW in mix else 0)):
        about = draw(pick([*lines]))
        entered = date.fromisoformat(about["entered_on"]) + timedelta(days=draw(pick([0, 9, 60])))
        head = {"id": f"v{n}", "entered_on": entered.isoformat(), "refers_to": about["id"]}
        match draw(pick(kinds)):
            case "void":
                made.append(head | {"kind": "void"})
            case "replace":
                cells = {**draw(record(f"v{n}", mix, kind="replace")), "refers_to": about["id"]}
                made.append(cells)
            case "repeat":
                made.append({**about, "entered_on": entered.isoformat()})
            case _:
                said = {"status": "approved", "reviewed_on": entered.isoformat()}
                said |= {"reviewed_by": draw(pick(["三水镇", "评分组"])), "reviewers": "李五"}
                made.append(head | {"kind": "review"} | said)
    if Feature.SPENDING in mix:
        for n in range(draw(pick([2, 1, 3]))):
            day = draw(days).isoformat()
            made.append(
                {
                    "id": f"x{n}",
                    "kind": "redeem",
                    "occurred_on": day,
                    "entered_on": day,
                    "household": draw(pick(HOUSEHOLDS)),
                    "account": "积分",
                    "points": draw(pick(["3", "8"])),
                    "status": draw(pick(["approved"] * 3 + ["pending", "rejected"])),
                }
            )
    return made


@st.composite
def logs(draw: st.DrawFn, mix: Mix) -> tuple[Row, ...]:
    """Up to a dozen and a half records, and what was said of them afterwards."""
    count = draw(st.sampled_from([12, 16, 8, 3]))
    lines = [draw(record(f"r{n:02}", mix)) for n in range(count)]
    return (*lines, *draw(second_thoughts(mix, lines)))
