"""Which records count (评议), from when, and which of their dates rules."""

from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

from pointrules.model.period import Duration
from pointrules.source.source_file import Span


class RulingDate(StrEnum):
    """The one date that rules order, limit period and total (归期).

    NOTICED is the first day that counts after a full notice (公示期满日期).
    """

    OCCURRED = "occurred"
    REVIEWED = "reviewed"
    ENTERED = "entered"
    NOTICED = "noticed"


class FilingDeadline(Struct, frozen=True):
    """申报期限: how long after it occurred a record may still be entered.

    With `gains_only` (加分 申报期限) a behaviour that clauses only take points for is exempt.
    """

    duration: Duration
    gains_only: bool


class StageWord(StrEnum):
    """What a body's part in a review is called, 自评 and 互评 among neighbours too."""

    SELF = "self-evaluation"
    PEERS = "peer-evaluation"
    FIRST = "first-review"
    SECOND = "second-review"
    RECHECK = "recheck"
    REVIEW = "review"
    DELIBERATION = "deliberation"
    DECISION = "decision"
    FINAL = "final-review"


class ReviewStage(Struct, frozen=True):
    """One body that must approve (评分组 初审); each body has one stage."""

    body: str
    word: StageWord


class Kin(StrEnum):
    """Whom a reviewer must not judge: 本人, 配偶, 父母, 子女, 同户."""

    SELF = "self"
    SPOUSE = "spouse"
    PARENTS = "parents"
    CHILDREN = "children"
    HOUSEHOLD = "household"


class Recusal(Struct, frozen=True):
    """审核人 须回避: `kin` as seen from whom the record is about.

    A record that such a reviewer approved is refused, or else counts and is marked.
    """

    kin: tuple[Kin, ...]
    refuses: bool


class Review(Struct, frozen=True):
    """What a record must have been through to count.

    With `asks_approval` only approved records count, approved by each of `stages` in their order
    where there are any; rejected ones never do. `notice_days` is how
    many full days the notice lasts (公示满), 0 where none is asked. With `asks_no_objection` an
    open objection holds a record up and an upheld one refuses it. Edition and attributes always
    follow the date of occurrence.
    """

    asks_approval: bool
    stages: tuple[ReviewStage, ...]
    notice_days: int
    asks_no_objection: bool
    filing: FilingDeadline | None
    recusal: Recusal | None
    ruling_date: RulingDate
    origin: Span

    def notice_ends(self, noticed_on: date) -> date:
        """The first day after the notice: the day of posting is not counted (R28)."""
        return noticed_on + timedelta(days=self.notice_days + 1)
