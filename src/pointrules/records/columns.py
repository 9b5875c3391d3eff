"""The columns that tables of records and of facts have, and the fixed words of their cells."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from msgspec import Struct

from pointrules.model.beneficiary import Relation
from pointrules.model.ruleset import Ruleset
from pointrules.model.subject import SubjectKind
from pointrules.source.folding import fold


class Column(Struct, frozen=True):
    """A column that every table of its kind may have, under either spelling."""

    name: str
    chinese: str
    required: bool = False


RECORD_COLUMNS = (
    Column("id", "编号", required=True),
    Column("occurred_on", "发生日期", required=True),
    Column("entered_on", "登记日期", required=True),
    Column("behaviour", "行为", required=True),
    Column("household", "户"),
    Column("person", "人"),
    Column("group", "组"),
    Column("organisation", "组织"),
    Column("village", "村"),
    Column("parties", "当事人"),
    Column("decided", "裁量分值"),
    Column("decided_by", "裁量人"),
    Column("status", "状态", required=True),
    Column("reviewed_on", "审核日期"),
    Column("reviewed_by", "审核单位"),
    Column("reviewers", "审核人"),
    Column("noticed_on", "公示日期"),
    Column("objection", "异议"),
    Column("kind", "类型"),
    Column("refers_to", "所指编号"),
    Column("account", "兑换账户"),
    Column("points", "兑换分值"),
    Column("goods", "兑换物品"),
)
"""Beside these, one column for each attribute of any edition's vocabulary, under its own name."""

FACT_COLUMNS = (
    Column("subject_kind", "主体类型", required=True),
    Column("subject", "主体", required=True),
    Column("attribute", "属性", required=True),
    Column("value", "值", required=True),
    Column("from", "起", required=True),
    Column("until", "止"),
    Column("entered_on", "登记日期"),
)

SUBJECT_COLUMNS = ("household", "person", "group", "organisation", "village", "parties")
"""Every line fills one of them; household and person, and the parties, may go together."""
REDEMPTION_COLUMNS = frozenset({"account", "points", "goods"})
"""Those that only a redemption fills in."""

FIXED_RECORD_COLUMNS = frozenset(column.name for column in RECORD_COLUMNS)


class LineKind(StrEnum):
    """What a line of the log does."""

    RECORD = "record"
    VOID = "void"
    REPLACE = "replace"
    REVIEW = "review"
    REDEEM = "redeem"


class Status(StrEnum):
    """How far the review of a line has come."""

    PENDING = "pending"
    APPROVED = "approved"
    REJECTED = "rejected"


class Objection(StrEnum):
    """How an objection to a record stands."""

    OPEN = "open"
    UPHELD = "upheld"
    DISMISSED = "dismissed"


KIND_WORDS: Mapping[str, LineKind] = MappingProxyType(
    {
        "record": LineKind.RECORD,
        "记录": LineKind.RECORD,
        "void": LineKind.VOID,
        "作废": LineKind.VOID,
        "replace": LineKind.REPLACE,
        "更正": LineKind.REPLACE,
        "review": LineKind.REVIEW,
        "审核": LineKind.REVIEW,
        "redeem": LineKind.REDEEM,
        "兑换": LineKind.REDEEM,
    }
)
STATUS_WORDS: Mapping[str, Status] = MappingProxyType(
    {
        "pending": Status.PENDING,
        "待审核": Status.PENDING,
        "approved": Status.APPROVED,
        "审核通过": Status.APPROVED,
        "通过": Status.APPROVED,
        "rejected": Status.REJECTED,
        "未通过": Status.REJECTED,
        "不通过": Status.REJECTED,
    }
)
OBJECTION_WORDS: Mapping[str, Objection] = MappingProxyType(
    {
        "open": Objection.OPEN,
        "未决": Objection.OPEN,
        "upheld": Objection.UPHELD,
        "成立": Objection.UPHELD,
        "dismissed": Objection.DISMISSED,
        "不成立": Objection.DISMISSED,
        "withdrawn": Objection.DISMISSED,
        "已撤回": Objection.DISMISSED,
        "none": Objection.DISMISSED,
        "无": Objection.DISMISSED,
    }
)
"""Any other text is that of an open objection."""
SUBJECT_KIND_WORDS: Mapping[str, SubjectKind] = MappingProxyType(
    {
        "household": SubjectKind.HOUSEHOLD,
        "户": SubjectKind.HOUSEHOLD,
        "person": SubjectKind.PERSON,
        "人": SubjectKind.PERSON,
        "group": SubjectKind.GROUP,
        "组": SubjectKind.GROUP,
        "organisation": SubjectKind.ORGANISATION,
        "组织": SubjectKind.ORGANISATION,
        "village": SubjectKind.VILLAGE,
        "村": SubjectKind.VILLAGE,
    }
)
YES_NO_WORDS: Mapping[str, bool] = MappingProxyType(
    {"是": True, "yes": True, "否": False, "no": False}
)
LISTED_WORDS = frozenset({"listed", "在册"})
"""The attribute of facts that says whether a subject is on the register."""
MEMBERSHIP_WORDS = frozenset({"household", "户"})
"""The attribute of a person's facts that names the household."""
_OF_BOTH = {
    "group": Relation.GROUP,
    "组": Relation.GROUP,
    "小组": Relation.GROUP,
    "organisation": Relation.ORGANISATION,
    "组织": Relation.ORGANISATION,
    "village": Relation.VILLAGE,
    "村": Relation.VILLAGE,
}
RELATION_WORDS: Mapping[SubjectKind, Mapping[str, Relation]] = MappingProxyType(
    {
        SubjectKind.HOUSEHOLD: {"head": Relation.HEAD, "户主": Relation.HEAD, **_OF_BOTH},
        SubjectKind.PERSON: {
            "spouse": Relation.SPOUSE,
            "配偶": Relation.SPOUSE,
            "parents": Relation.PARENTS,
            "父母": Relation.PARENTS,
            **_OF_BOTH,
        },
        SubjectKind.GROUP: {"village": Relation.VILLAGE, "村": Relation.VILLAGE},
        SubjectKind.ORGANISATION: {"village": Relation.VILLAGE, "村": Relation.VILLAGE},
        SubjectKind.VILLAGE: {},
    }
)
"""The attributes of facts that name others; an attribute that a ruleset declares goes before."""


class TableShape(Struct, frozen=True):
    """The columns a table may have, by every spelling, and those it must have.

    `one_of` is a group of which at least one must be there.
    """

    spellings: Mapping[str, str]
    required: tuple[Column, ...]
    one_of: tuple[Column, ...]


class Header(Struct, frozen=True):
    """The canonical name of each column, in order; empty for a column without a name."""

    names: tuple[str, ...]


class UnknownColumn(Struct, frozen=True):
    """A column that no table of this kind has."""

    column: str


class DoubledColumn(Struct, frozen=True):
    """Two columns that mean the same."""

    column: str
    other: str


class MissingColumns(Struct, frozen=True):
    """Columns that a table of this kind must have, all or (`any_is_enough`) one of them."""

    columns: tuple[Column, ...]
    any_is_enough: bool


HeaderProblem: TypeAlias = UnknownColumn | DoubledColumn | MissingColumns


def record_shape(editions: Sequence[Ruleset]) -> TableShape:
    """The columns of a table of records under these editions.

    Where an attribute has the name of a fixed column, the fixed column wins: `attributes_lost`
    finds such attributes.
    """
    spellings: dict[str, str] = {}
    for ruleset in editions:
        for behaviour in ruleset.vocabulary.behaviours:
            for attribute in behaviour.attributes:
                spellings.setdefault(fold(attribute.name), attribute.name)
                spellings[attribute.name] = attribute.name
    spellings.update(_spellings_of(RECORD_COLUMNS))
    by_name = {column.name: column for column in RECORD_COLUMNS}
    return TableShape(
        spellings,
        tuple(column for column in RECORD_COLUMNS if column.required),
        tuple(by_name[name] for name in SUBJECT_COLUMNS),
    )


def fact_shape() -> TableShape:
    """The columns of a table of facts."""
    return TableShape(
        _spellings_of(FACT_COLUMNS),
        tuple(column for column in FACT_COLUMNS if column.required),
        (),
    )


def resolve_header(cells: Sequence[str], shape: TableShape) -> Header | HeaderProblem:
    """What the columns of a table are, or the first thing wrong with its header."""
    names: list[str] = []
    seen: dict[str, str] = {}
    for cell in cells:
        word = cell.strip()
        if not word:
            names.append("")
            continue
        name = column_of(word, shape)
        if name is None:
            return UnknownColumn(word)
        if name in seen:
            return DoubledColumn(word, seen[name])
        seen[name] = word
        names.append(name)
    missing = tuple(column for column in shape.required if column.name not in seen)
    if missing:
        return MissingColumns(missing, any_is_enough=False)
    if shape.one_of and not any(column.name in seen for column in shape.one_of):
        return MissingColumns(shape.one_of, any_is_enough=True)
    return Header(tuple(names))


def column_of(word: str, shape: TableShape) -> str | None:
    """The canonical name of the column that is written `word`; width and letter case are free."""
    name = shape.spellings.get(word)
    if name is None:
        folded = fold(word)
        name = shape.spellings.get(folded) or shape.spellings.get(folded.lower())
    return name


def attributes_lost(editions: Sequence[Ruleset]) -> tuple[str, ...]:
    """Attributes that no table can carry, since a fixed column or fact has their name."""
    record_words = _spellings_of(RECORD_COLUMNS).keys()
    lost: set[str] = set()
    for ruleset in editions:
        vocabulary = ruleset.vocabulary
        for behaviour in vocabulary.behaviours:
            lost.update(item.name for item in behaviour.attributes if item.name in record_words)
        for kind in SubjectKind:
            fixed = LISTED_WORDS
            if kind is SubjectKind.PERSON:
                fixed = fixed | MEMBERSHIP_WORDS
            lost.update(
                item.name for item in vocabulary.subject_attributes(kind) if item.name in fixed
            )
    return tuple(sorted(lost))


def _spellings_of(columns: Sequence[Column]) -> dict[str, str]:
    return {word: column.name for column in columns for word in (column.name, column.chinese)}
