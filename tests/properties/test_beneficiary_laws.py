"""计给: who is named by facts gets what who is named by the record would."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import assume, given

from engines import ENGINES, Engine
from pointrules.ledger.ledger import Ledger
from villages.features import Feature
from villages.tables import EVER, HOUSEHOLDS, MEMBERS, fact
from villages.village import Row, WrittenVillage
from villages.whole import villages

every_engine = pytest.mark.parametrize("engine", ENGINES.values(), ids=list(ENGINES))
PLAIN = [Feature.SCANS, Feature.PERIODS, Feature.VALIDITY, Feature.SETTLEMENTS, Feature.SPENDING]
HEADS = {"张家": "张三", "李家": "李五"}


def of_persons(village: WrittenVillage) -> WrittenVillage:
    """The same where every record names a person, none moves, and no condition looks back."""
    texts = tuple(
        re.sub(r"连续 2 次 (.) 级别 县级", r"\1", text).replace("且 本月 没有 丙 ", "")
        for text in village.texts
    )
    rows = [
        {**row} | ({"person": HEADS[row["household"]]} if "household" in row else {})
        for row in village.rows
        if "account" not in row
    ]
    rows = [{key: cell for key, cell in row.items() if key != "household"} for row in rows]
    facts = [row for row in village.facts_rows if row["attribute"] not in {"户", "户主"}]
    facts += [fact("人", person, "户", home, EVER) for person, home in MEMBERS.items()]
    facts += [fact("户", home, "户主", head, EVER) for home, head in HEADS.items()]
    return replace(village, texts=texts, rows=tuple(rows), facts_rows=tuple(facts))


def given_to(village: WrittenVillage, whom: str) -> WrittenVillage:
    """Every clause of records gives to `whom`."""
    texts = tuple(
        re.sub(r"(条款 \d[^\n]*\n[^\n]*?)；记入", rf"\1；计给 {whom}；记入", text)
        for text in village.texts
    )
    return replace(village, texts=texts)


def told(ledger: Ledger) -> list[tuple[object, ...]]:
    return [
        (entry.day, entry.subject, entry.account, entry.kind, entry.points)
        for entry in ledger.entries
    ]


@every_engine
@given(village=villages(among=PLAIN))
def test_given_to_the_person_is_as_if_nothing_were_said(
    engine: Engine, village: WrittenVillage
) -> None:
    plain = of_persons(village)
    said = given_to(plain, "本人")
    assume(plain.is_legal and said.is_legal)
    assert told(said.ledger(engine)) == told(plain.ledger(engine))


@every_engine
@given(village=villages(among=[Feature.SCANS, Feature.PERIODS, Feature.VALIDITY]))
def test_the_head_gets_what_a_record_of_the_head_would_give(
    engine: Engine, village: WrittenVillage
) -> None:
    plain = of_persons(village)
    to_heads = [_with(row, "person", lambda home: HEADS[home]) for row in plain.rows]
    to_homes = [_with(row, "household", lambda home: home) for row in plain.rows]
    recorded = given_to(plain, "本人").with_rows(to_heads)
    found = given_to(plain, "户主").with_rows(to_homes)
    assume(recorded.is_legal and found.is_legal)
    assert told(found.ledger(engine)) == told(recorded.ledger(engine))


def _with(row: Row, column: str, of_home: Callable[[str], str]) -> Row:
    """The same line about somebody else of that household; a void is about nobody."""
    if "person" not in row:
        return row
    cells = {key: cell for key, cell in row.items() if key not in {"person", "household"}}
    return cells | {column: of_home(MEMBERS[row["person"]])}


def test_heads_are_of_their_households() -> None:
    assert {MEMBERS[head] for head in HEADS.values()} == set(HOUSEHOLDS)
