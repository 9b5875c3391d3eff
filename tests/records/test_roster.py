"""Who belongs to whom, read from dated facts; everyone is invented."""

from datetime import date

from pointrules.model.beneficiary import Relation
from pointrules.model.subject import Subject, SubjectKind
from pointrules.records.facts import Facts
from pointrules.records.line import LineNumber, RawLine
from pointrules.records.read_facts import facts_from
from pointrules.records.roster import Roster

LINES = (
    "户,张家,小组,一组,2020-01-01,",
    "户,张家,户主,张一,2020-01-01,2022-01-01",
    "户,张家,户主,张二,2022-01-01,",
    "户,李家,group,一组,2020-01-01,2021-01-01",
    "户,王家,在册,是,2020-01-01,",
    "人,张一,户,张家,2020-01-01,",
    "人,张二,户,张家,2020-01-01,2023-01-01",
    "人,张二,在册,是,2020-01-01,2022-06-01",
    "人,张二,父母,张一、李一；王一,2020-01-01,",
)
COLUMNS = ("subject_kind", "subject", "attribute", "value", "from", "until")


def facts() -> Facts:
    rows = (dict(zip(COLUMNS, line.split(","), strict=True)) for line in LINES)
    raw = [
        RawLine(LineNumber("facts.csv", number), {key: cell for key, cell in row.items() if cell})
        for number, row in enumerate(rows, start=2)
    ]
    known, refused = facts_from(raw, (), None)
    assert refused == ()
    return known


def test_members_are_those_of_the_day_who_are_listed() -> None:
    roster = Roster(facts())
    assert roster.persons_of("张家", date(2022, 1, 1)) == ("张一", "张二")
    assert roster.persons_of("张家", date(2022, 6, 1)) == ("张一",)
    assert roster.persons_of("王家", date(2022, 1, 1)) == ()


def test_households_belong_to_the_group_of_the_day() -> None:
    roster = Roster(facts())
    group = Subject(SubjectKind.GROUP, "一组")
    assert roster.households_of(group, date(2020, 6, 1)) == ("张家", "李家")
    assert roster.households_of(group, date(2021, 1, 1)) == ("张家",)


def test_relations_change_with_time_and_may_be_several() -> None:
    known = facts()
    head, parents = Relation.HEAD, Relation.PARENTS
    household, person = SubjectKind.HOUSEHOLD, SubjectKind.PERSON
    assert known.related(household, "张家", head, date(2021, 12, 31)) == ("张一",)
    assert known.related(household, "张家", head, date(2022, 1, 1)) == ("张二",)
    assert known.related(household, "王家", head, date(2022, 1, 1)) == ()
    assert known.related(person, "张二", parents, date(2022, 1, 1)) == ("张一", "李一", "王一")
    assert known.related(person, "没有这个人", parents, date(2022, 1, 1)) == ()
