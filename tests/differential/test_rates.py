"""Quoted rates against the arithmetic of a sentence: base, less the rounded cut, within bounds."""

from fractions import Fraction
from math import ceil, floor

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from engine.lending import loan
from pointrules.engine.loans import rate_steps
from pointrules.model.loan import NoLowestRate, RateRounding, RoundedStage
from pointrules.model.number import Number, Rounding, RoundingMode
from pointrules.model.schedule import Linear

whole = st.one_of(st.integers(-(10**40), 10**40), st.integers(-700, 7000))
points = st.one_of(whole, st.builds(Fraction, whole, st.just(10)))
percents = st.builds(Fraction, st.integers(1, 1000), st.sampled_from([1, 10, 100]))


def rounded(value: Fraction, rounding: Rounding) -> Fraction:
    """None of these values is below 0."""
    steps = value / rounding.step
    count = {
        RoundingMode.DOWN: floor(steps),
        RoundingMode.UP: ceil(steps),
        RoundingMode.HALF_UP: floor(steps + Fraction(1, 2)),
    }[rounding.mode]
    return Fraction(count * rounding.step)


@given(st.data())
def test_a_rate_is_what_its_sentence_says(data: st.DataObject) -> None:
    draw = data.draw
    at: Number = draw(points)
    start, step, cut = draw(st.integers(0, 300)), draw(st.integers(1, 300)), draw(percents)
    base, lowest = draw(percents), draw(st.one_of(st.none(), percents))
    largest = draw(st.one_of(st.none(), percents))
    full_steps = draw(st.booleans())
    stage = draw(st.sampled_from([None, *RoundedStage]))
    rounding = Rounding(draw(st.sampled_from(RoundingMode)), Fraction(1, 100))
    terms = replace(
        loan(floor=lowest),
        base_rate=base,
        cut=Linear(start, step, cut, full_steps, None),
        rounding=None if stage is None else RateRounding(stage, rounding),
        largest_cut=largest,
    )
    steps = Fraction(max(at - start, 0)) / step
    wanted = (floor(steps) if full_steps else steps) * cut
    if stage is RoundedStage.CUT:
        wanted = rounded(wanted, rounding)
    if largest is not None:
        wanted = min(wanted, largest)
    wanted = max(base - wanted, Fraction(0))
    if stage is RoundedStage.RATE:
        wanted = rounded(wanted, rounding)
    if lowest is not None:
        wanted = max(wanted, lowest)
    assert isinstance(terms.lowest_rate, NoLowestRate) == (lowest is None)
    quoted = rate_steps(terms, at)
    assert quoted[-1].after == wanted
    assert not any(isinstance(item, float) for each in quoted for item in (each.before, each.after))
