"""Flags and the gains that they hold, on the wire."""

from datetime import date
from typing import Literal, assert_never

from pydantic import Field

from pointrules.ledger.flag_interval import FlagInterval
from pointrules.ledger.held_gain import HeldGain
from pointrules.ledger.ledger import Ledger
from pointrules.model.flag import BoundsGrade, FlagEffect, HoldsGains, LowersPoints, UntilRecordOf
from pointrules.model.measure import Measure
from pointrules.model.number import number_text
from pointrules.wire.wire_model import NumberText, WireModel, WireSubject


class WireFlagEffect(WireModel):
    """What a flag does to points or grades."""

    kind: Literal["holds-gains", "lowers-points", "bounds-grade"]
    accounts: tuple[str, ...] = Field(description="none for all of the subject")
    measure: Measure | None
    to: NumberText | None
    grade: str | None
    level: str | None


class WireFlag(WireModel):
    """A flag that was open on a subject, both days included."""

    subject: WireSubject
    flag: str
    first_day: date
    last_day: date | None = Field(description="null while only a record can close it")
    clause: str
    record: str | None = Field(description="id of the record that opened it; null for points")
    closed_by: str | None = Field(description="id of the record that closed it before its time")
    waits_for: tuple[str, ...] = Field(description="the behaviours of which a record closes it")
    effects: tuple[WireFlagEffect, ...]


class WireHeld(WireModel):
    """A gain that waits for the end of a flag; no balance counts it."""

    subject: WireSubject
    account: str
    day: date = Field(description="the day on which it would have entered")
    points: NumberText
    clause: str | None
    record: str | None
    flag: str
    last_day: date | None


def wire_flags(ledger: Ledger) -> tuple[WireFlag, ...]:
    """All flags, by subject, name and day."""
    ordered = sorted(
        ledger.flags,
        key=lambda flag: (
            flag.subject,
            flag.flag,
            flag.first_day,
            flag.record_id or "",
            flag.clause,
        ),
    )
    return tuple(_flag(flag) for flag in ordered)


def wire_held(ledger: Ledger) -> tuple[WireHeld, ...]:
    """All gains that are held."""
    return tuple(_held(item) for item in ledger.held)


def _flag(flag: FlagInterval) -> WireFlag:
    end = flag.end
    return WireFlag(
        subject=WireSubject(kind=flag.subject.kind, id=flag.subject.id),
        flag=flag.flag,
        first_day=flag.first_day,
        last_day=flag.last_day,
        clause=flag.clause,
        record=flag.record_id,
        closed_by=flag.closed_by,
        waits_for=end.behaviours if isinstance(end, UntilRecordOf) else (),
        effects=tuple(_effect(effect) for effect in flag.effects),
    )


def _held(item: HeldGain) -> WireHeld:
    entry = item.entry
    return WireHeld(
        subject=WireSubject(kind=entry.subject.kind, id=entry.subject.id),
        account=entry.account,
        day=entry.day,
        points=number_text(entry.points),
        clause=None if entry.clause is None else entry.clause.number,
        record=None if entry.record is None else entry.record.id,
        flag=item.flag.flag,
        last_day=item.flag.last_day,
    )


def _effect(effect: FlagEffect) -> WireFlagEffect:
    match effect:
        case HoldsGains(accounts):
            return WireFlagEffect(
                kind="holds-gains", accounts=accounts, measure=None, to=None, grade=None, level=None
            )
        case LowersPoints(accounts, measure, to):
            return WireFlagEffect(
                kind="lowers-points",
                accounts=accounts,
                measure=measure,
                to=number_text(to),
                grade=None,
                level=None,
            )
        case BoundsGrade(grade, level):
            return WireFlagEffect(
                kind="bounds-grade", accounts=(), measure=None, to=None, grade=grade, level=level
            )
        case _:
            assert_never(effect)
