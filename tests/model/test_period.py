"""Durations: what looks back agrees with what looks forward."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pointrules.model.period import Duration, DurationUnit

durations = st.builds(Duration, st.integers(1, 40), st.sampled_from(DurationUnit))
days = st.dates(date(1950, 1, 1), date(2150, 1, 1))


@given(durations, days)
def test_the_first_day_is_the_earliest_from_which_the_duration_reaches(
    duration: Duration, day: date
) -> None:
    first = duration.first_day_before(day)
    assert duration.last_day_from(first) >= day
    assert duration.last_day_from(first - timedelta(days=1)) < day


@pytest.mark.parametrize(
    ("unit", "day", "first"),
    [
        (DurationUnit.YEAR, date(2024, 3, 1), date(2023, 3, 1)),  # the anniversary is inside
        (DurationUnit.YEAR, date(2025, 2, 28), date(2024, 2, 28)),
        (DurationUnit.YEAR, date(2024, 2, 29), date(2023, 3, 1)),  # 28 February 2023 has run out
        (DurationUnit.MONTH, date(2023, 3, 31), date(2023, 3, 1)),  # 28 February reaches 28 March
        (DurationUnit.MONTH, date(2023, 6, 30), date(2023, 5, 30)),  # and so does 31 May
        (DurationUnit.DAY, date(2023, 3, 1), date(2023, 2, 28)),
    ],
)
def test_one_unit_back(unit: DurationUnit, day: date, first: date) -> None:
    assert Duration(1, unit).first_day_before(day) == first
