"""Villages with everything that a few features bring."""

from collections.abc import Sequence

from hypothesis import assume
from hypothesis import strategies as st

from villages.features import Feature
from villages.rulesets import SECOND_DAYS, rulesets
from villages.tables import facts, logs
from villages.village import WrittenVillage


@st.composite
def villages(
    draw: st.DrawFn,
    *,
    always: Sequence[Feature] = (),
    among: Sequence[Feature] = tuple(Feature),
) -> WrittenVillage:
    """A village with the features `always`, and two or three of those `among`."""
    drawn = draw(st.lists(st.sampled_from(list(among)), min_size=2, max_size=3, unique=True))
    mix = frozenset([*always, *drawn])
    texts = [draw(rulesets(mix, "1", "2023-01-01", is_second=False))]
    if Feature.EDITIONS in mix:
        day = draw(st.sampled_from(SECOND_DAYS))
        texts.append(draw(rulesets(mix, "2", day, is_second=True)))
    village = WrittenVillage(tuple(texts), draw(facts(mix)), draw(logs(mix)), mix)
    assume(village.is_legal)
    return village
