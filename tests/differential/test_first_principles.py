"""Every engine against a plain second evaluator, entry by entry."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from differential.first_principles import Plain, told
from engines import ENGINES, Engine
from pointrules.api.rulesets import check_files
from pointrules.intake.table_file import read_facts, read_records
from pointrules.ledger.ledger import Ledger
from pointrules.model.ruleset import Ruleset
from pointrules.records.facts import Facts
from pointrules.records.log import Log, log_from
from pointrules.records.read_facts import facts_from
from strategies import LAST_DAY, Village, villages
from villages import village as written
from villages import whole
from villages.features import Feature

every_engine = pytest.mark.parametrize("engine", ENGINES.values(), ids=list(ENGINES))


@every_engine
@given(village=villages())
def test_an_engine_enters_what_counting_anew_gives(engine: Engine, village: Village) -> None:
    log = village.log()
    check(village.ledger(engine), village.editions, village.facts, log, LAST_DAY)


COVERED = [item for item in Feature if item not in {Feature.WHO, Feature.COLLECTIVES}]


@every_engine
@pytest.mark.parametrize(
    "feature",
    [
        Feature.SCANS,
        Feature.PERIODS,
        Feature.VALIDITY,
        Feature.FLAGS,
        Feature.SETTLEMENTS,
        Feature.EDITIONS,
    ],
)
@given(data=st.data())
def test_an_engine_enters_what_counting_anew_gives_in_the_whole_language(
    engine: Engine, feature: Feature, data: st.DataObject
) -> None:
    village = data.draw(whole.villages(always=[feature], among=COVERED))
    log, editions = village.log(), village.editions
    check(village.ledger(engine), editions, village.facts, log, written.LAST_DAY)


@every_engine
@pytest.mark.parametrize("name", ["youyi", "luoyu"])
def test_two_villages_get_what_counting_anew_gives(
    engine: Engine, name: str, checkout: Path
) -> None:
    folder = checkout / "rulesets" / name
    editions = check_files([folder / f"{name}.points"]).editions
    facts, refused = facts_from(read_facts(folder / "facts.csv").lines, editions, None)
    as_of = date(2024, 1, 31)
    log = log_from(
        read_records(folder / "records.csv", editions).lines, editions, facts, None, as_of
    )
    assert not refused
    assert len(log.records) > 400
    check(engine(editions, facts, log, as_of, None), editions, facts, log, as_of)


def check(
    ledger: Ledger, editions: tuple[Ruleset, ...], facts: Facts, log: Log, as_of: date
) -> None:
    plain = Plain(editions, facts, log, as_of)
    plain.run()
    assert told(ledger) == plain.lines
    outcomes = {item.at: item.outcome.value for item in ledger.outcomes}
    assert {record.id: outcomes[record.at] for record in log.records} == plain.scored
