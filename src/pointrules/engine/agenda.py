"""What happens in a run besides records: events by day, phase, place and subject.

What has no record of its own happens through here, from bases to vetoes. An event may add later
ones while the run goes on: an entry made today adds the day on which it expires.
"""

from collections.abc import Callable
from datetime import date
from enum import IntEnum
from heapq import heappop, heappush


class Phase(IntEnum):
    """The order of what happens on one day (R17, R32).

    A day begins with the flags that its records open and withdraw. Then it opens what is new: all
    accounts close before any opens, and each opens before records. What is spent leaves after what
    the day gave. The day closes with settlements, the shortest period first, then floors and
    ceilings, flags that points open, and vetoes.
    """

    FLAGS = 0
    RESET = 1
    CARRY = 2
    BASE = 3
    EXPIRY = 4
    RELEASE = 5
    OPENING_VETO = 6
    RECORDS = 7
    SPENDING = 8
    SETTLE_MONTH = 9
    SETTLE_QUARTER = 10
    SETTLE_HALF_YEAR = 11
    SETTLE_YEAR = 12
    FLOOR = 13
    TRIGGERS = 14
    CLOSING_VETO = 15


class Agenda:
    """Lets the events of a run happen in their order, up to `last_day`; later ones never do.

    Only flags are opened on later days too, since later records are judged.

    `next_day` is the day of the next event. Where two events tie in day, phase, place and subject,
    the one added first happens first.
    """

    def __init__(self, last_day: date) -> None:
        self.next_day = date.max
        self._last_day = last_day
        self._added = 0
        self._heap: list[tuple[date, Phase, int, str, int, Callable[[], None]]] = []

    def add(
        self,
        day: date,
        phase: Phase,
        place: int,
        subject_id: str,
        happens: Callable[[], None],
    ) -> None:
        """Let `happens` be called on `day`; `subject_id` is "" where many subjects are concerned.

        `place` is that of the account or clause in its ruleset.
        """
        if day > self._last_day and phase is not Phase.FLAGS:
            return
        self._added += 1
        heappush(self._heap, (day, phase, place, subject_id, self._added, happens))
        self.next_day = self._heap[0][0]

    def happen_before_records_of(self, day: date) -> None:
        """Let all happen that comes before the records of `day`.

        Where `next_day` is later there is nothing to call this for.
        """
        heap = self._heap
        while heap and (heap[0][0] < day or (heap[0][0] == day and heap[0][1] < Phase.RECORDS)):
            self._happen_next()

    def happen_all(self) -> None:
        """Let all that is left happen."""
        while self._heap:
            self._happen_next()

    def _happen_next(self) -> None:
        happens = heappop(self._heap)[-1]
        self.next_day = self._heap[0][0] if self._heap else date.max
        happens()
