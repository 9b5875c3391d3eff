"""Pools on the wire: each share, and the whole."""

from datetime import date
from typing import Literal

from pydantic import Field

from pointrules.ledger.pool_share import PoolDivision, PoolShare
from pointrules.model.measure import Measure
from pointrules.model.number import number_text, simplified
from pointrules.model.pool import Remainder
from pointrules.wire.eligibility_json import WireRequirement, wire_requirements
from pointrules.wire.wire_model import NumberText, WireModel, WireSubject, Words
from pointrules.wire.wire_words import WireWords


class WirePoolShare(WireModel):
    """What one subject gets, in yuan; nothing is transferred by it."""

    kind: Literal["pool"] = "pool"
    name: str
    subject: WireSubject
    as_of: date
    listed: bool
    eligible: bool
    requirements: tuple[WireRequirement, ...]
    points: NumberText
    counted: NumberText = Field(description="the points that count; 0 where they are below 0")
    of_points: NumberText = Field(description="the counted points of all")
    exact: NumberText = Field(description="before it is cut")
    cut: NumberText
    extra: NumberText = Field(description="the remainder, where it goes to this subject")
    yuan: NumberText = Field(description="cut and extra together")
    words: tuple[Words, ...]


class WirePool(WireModel):
    """The whole: all shares and what is kept make the total exactly."""

    name: str
    account: str
    measure: Measure
    total: NumberText = Field(description="yuan")
    of_points: NumberText
    remainder_goes: Remainder
    remainder: NumberText
    kept: NumberText
    words: Words


def wire_share(share: PoolShare, words: WireWords) -> WirePoolShare:
    """A share as it crosses the border."""
    return WirePoolShare(
        name=share.name,
        subject=WireSubject(kind=share.subject.kind, id=share.subject.id),
        as_of=share.as_of,
        listed=share.is_listed,
        eligible=share.is_eligible,
        requirements=wire_requirements(share.requirements, words),
        points=number_text(share.points),
        counted=number_text(share.counted),
        of_points=number_text(share.of_points),
        exact=number_text(share.exact),
        cut=number_text(share.cut),
        extra=number_text(share.extra),
        yuan=number_text(simplified(share.yuan)),
        words=tuple(words.share_lines(share)),
    )


def wire_pool(division: PoolDivision, words: WireWords) -> WirePool:
    """A whole pool as it crosses the border."""
    pool = division.pool
    return WirePool(
        name=pool.name,
        account=pool.account,
        measure=pool.measure,
        total=number_text(pool.total),
        of_points=number_text(division.of_points),
        remainder_goes=pool.remainder,
        remainder=number_text(division.remainder),
        kept=number_text(division.kept),
        words=words.division(division),
    )
