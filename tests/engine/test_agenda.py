"""What happens besides records comes in one order, whoever put it there and when."""

from collections.abc import Callable

import pytest

from engine.building import day
from pointrules.engine.agenda import Agenda, Phase


def test_events_come_by_day_phase_place_and_subject_then_as_they_were_added() -> None:
    happened: list[str] = []
    agenda = Agenda(day("2024-12-31"))

    def add(name: str, on: str, phase: Phase, place: int, subject_id: str) -> None:
        agenda.add(day(on), phase, place, subject_id, lambda: happened.append(name))

    add("second day", "2024-01-02", Phase.RESET, 0, "")
    add("floor", "2024-01-01", Phase.FLOOR, 0, "")
    add("base of b", "2024-01-01", Phase.BASE, 0, "b")
    add("base of a", "2024-01-01", Phase.BASE, 0, "a")
    add("base of the second account", "2024-01-01", Phase.BASE, 1, "a")
    add("reset", "2024-01-01", Phase.RESET, 1, "")
    add("base of a again", "2024-01-01", Phase.BASE, 0, "a")
    agenda.happen_before_records_of(day("2024-01-01"))
    assert happened == [
        "reset",
        "base of a",
        "base of a again",
        "base of b",
        "base of the second account",
    ]
    assert agenda.next_day == day("2024-01-01")
    agenda.happen_all()
    assert happened[5:] == ["floor", "second day"]


def test_an_event_may_add_later_ones_and_none_comes_after_the_last_day() -> None:
    happened: list[str] = []
    agenda = Agenda(day("2024-01-10"))

    def again(on: str) -> Callable[[], None]:
        def happens() -> None:
            happened.append(on)
            following = str(int(on[-2:]) + 3).zfill(2)
            agenda.add(day(f"2024-01-{following}"), Phase.EXPIRY, 0, "", again(following))

        return happens

    agenda.add(day("2024-01-03"), Phase.EXPIRY, 0, "", again("2024-01-03"))
    agenda.happen_all()
    assert happened == ["2024-01-03", "06", "09"]
    assert agenda.next_day > day("2024-01-10")


@pytest.mark.parametrize("phase", [Phase.RESET, Phase.EXPIRY, Phase.OPENING_VETO])
def test_what_opens_a_day_comes_before_its_records(phase: Phase) -> None:
    happened: list[Phase] = []
    agenda = Agenda(day("2024-12-31"))
    agenda.add(day("2024-05-01"), phase, 0, "", lambda: happened.append(phase))
    agenda.happen_before_records_of(day("2024-05-01"))
    assert happened == [phase]


@pytest.mark.parametrize("phase", [Phase.SETTLE_MONTH, Phase.FLOOR, Phase.CLOSING_VETO])
def test_what_closes_a_day_comes_after_its_records(phase: Phase) -> None:
    happened: list[Phase] = []
    agenda = Agenda(day("2024-12-31"))
    agenda.add(day("2024-05-01"), phase, 0, "", lambda: happened.append(phase))
    agenda.happen_before_records_of(day("2024-05-01"))
    assert not happened
    agenda.happen_before_records_of(day("2024-05-02"))
    assert happened == [phase]
