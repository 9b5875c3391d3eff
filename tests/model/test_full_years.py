from datetime import date

import pytest

from pointrules.model.condition import anniversary, full_years


@pytest.mark.parametrize(
    ("born", "day", "years"),
    [
        (date(2005, 5, 10), date(2023, 5, 9), 17),
        (date(2005, 5, 10), date(2023, 5, 10), 18),
        (date(2005, 5, 10), date(2005, 5, 10), 0),
        (date(2005, 5, 10), date(2005, 5, 9), -1),
        (date(1980, 2, 29), date(2022, 2, 27), 41),
        (date(1980, 2, 29), date(2022, 2, 28), 42),
        (date(1980, 2, 29), date(2024, 2, 28), 43),
        (date(1980, 2, 29), date(2024, 2, 29), 44),
    ],
)
def test_the_anniversary_completes_the_year(born: date, day: date, years: int) -> None:
    assert full_years(born, day) == years


def test_an_anniversary_beyond_the_calendar_is_its_last_year() -> None:
    assert anniversary(date(9000, 3, 1), 2000) == date(9999, 3, 1)
