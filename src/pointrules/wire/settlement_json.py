"""What settlements found, and what they could not know, as it crosses the border."""

from datetime import date
from typing import Literal, TypeAlias, assert_never

from pydantic import Field

from pointrules.ledger.ground import Measured, Observation, Settled, Tallied
from pointrules.ledger.past_ground import PastGrade
from pointrules.model.closed_day import ClosedDay
from pointrules.model.condition import TallyKind
from pointrules.model.measure import Measure
from pointrules.model.number import number_text
from pointrules.wire.past_json import WirePastGrade
from pointrules.wire.wire_model import NumberText, WireModel, WireSubject


class WireTallied(WireModel):
    """What the records of a behaviour came to over some days, both included."""

    kind: Literal["tallied"] = "tallied"
    behaviour: str
    tally: TallyKind
    summed: str | None = Field(description="the attribute that was summed, or whose mean was taken")
    first_day: date | None = Field(description="null where all earlier days count")
    last_day: date
    records: int = Field(description="of the behaviour")
    matching: int = Field(description="of these, as the clause asks")
    number: NumberText = Field(
        description="the count, the sum, the mean (perhaps 271/3) or the share in per cent"
    )


class WireMeasured(WireModel):
    """What a measure was before the settlement."""

    kind: Literal["measured"] = "measured"
    account: str
    at: ClosedDay | None = Field(description="of which day that was over; null just before it")
    measure: Measure
    points: NumberText


WireObservation: TypeAlias = WireTallied | WireMeasured | WirePastGrade


class WireSettled(WireModel):
    """A clause was settled: what was found, each part of a row by itself, in order of time."""

    kind: Literal["settled"] = "settled"
    subject: WireSubject = Field(description="who was settled; maybe a member of the household")
    found: tuple[WireObservation, ...]


def wire_settled(settled: Settled) -> WireSettled:
    """`settled` as it crosses the border."""
    subject = WireSubject(kind=settled.subject.kind, id=settled.subject.id)
    return WireSettled(subject=subject, found=tuple(_observation(item) for item in settled.found))


def _observation(item: Observation) -> WireObservation:
    match item:
        case Tallied(asked, first, last, records, matching, number):
            tally = asked.tally
            return WireTallied(
                behaviour=tally.behaviour,
                tally=tally.kind,
                summed=None if tally.summed is None else tally.summed.name,
                first_day=first,
                last_day=last,
                records=records,
                matching=matching,
                number=number_text(number),
            )
        case Measured(asked, points):
            return WireMeasured(
                account=asked.account,
                at=asked.at,
                measure=asked.measure,
                points=number_text(points),
            )
        case PastGrade(grade, at, day, level):
            return WirePastGrade(grade=grade, at=at, day=day, level=level)
        case _:
            assert_never(item)
