"""Generated rulesets are told whole in JSON, come back and give the same ledger."""

import json

from hypothesis import given, settings
from msgspec.structs import replace

from engines import ENGINES
from pointrules.records.log import log_from
from pointrules.source.source_file import source_file
from pointrules.wire.read_ruleset_json import read_ruleset_json
from pointrules.wire.ruleset_json import digest_of_sources, ruleset_json
from villages.village import LAST_DAY, WrittenVillage
from villages.whole import villages
from wire.told import is_told


@settings(max_examples=15)
@given(villages())
def test_a_rulesets_json_tells_all_and_comes_back_equal_and_gives_the_same_ledger(
    village: WrittenVillage,
) -> None:
    editions, read = [], []
    for text, edition in zip(village.texts, village.editions, strict=True):
        source = source_file("village.points", text)
        # The village's own digests are no digests; those of its text are looked at on reading.
        told = replace(edition, digest=digest_of_sources([source]))
        editions.append(told)
        sources = {source.name: source}
        as_json = ruleset_json(told, sources, None)
        assert is_told(told, json.loads(as_json)["ruleset"], sources)
        read.append(read_ruleset_json(as_json))
    assert read == editions
    for engine in ENGINES.values():
        first, second = (
            engine(
                tuple(found),
                village.facts,
                log_from(village.lines, tuple(found), village.facts, LAST_DAY, LAST_DAY),
                LAST_DAY,
                LAST_DAY,
            )
            for found in (editions, read)
        )
        assert first == second
