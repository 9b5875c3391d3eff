"""Exchanges on the wire: what points would buy, with the arithmetic."""

from datetime import date
from typing import Literal

from pydantic import Field

from pointrules.ledger.exchange_quote import ExchangeQuote
from pointrules.model.number import number_text
from pointrules.model.period import Period
from pointrules.wire.eligibility_json import WireRequirement, wire_requirements
from pointrules.wire.wire_model import NumberText, WireModel, WireSubject, Words
from pointrules.wire.wire_words import WireWords


class WirePurse(WireModel):
    """Points in one account: a balance, or what is taken from it."""

    account: str
    points: NumberText


class WireSpendingRoom(WireModel):
    """A limit on spending in one period; `record` is each exchange by itself."""

    period: Period
    points: NumberText
    used: NumberText
    room: NumberText


class WireGood(WireModel):
    """A good and its price for this subject."""

    name: str
    full_price: NumberText = Field(description="points, without the discount")
    price: NumberText = Field(description="points")
    count: int = Field(description="how many the points buy")
    takes: tuple[WirePurse, ...] = Field(description="what one takes from each account")
    missing: NumberText = Field(description="points short of one")
    cash: NumberText | None = Field(description="yuan that would pay for what is missing")


class WireExchange(WireModel):
    """What a subject could exchange; nothing is transferred by it."""

    kind: Literal["exchange"] = "exchange"
    name: str
    subject: WireSubject
    as_of: date
    listed: bool
    eligible: bool
    requirements: tuple[WireRequirement, ...]
    balances: tuple[WirePurse, ...]
    open: bool = Field(description="on as_of itself")
    next_open: date | None = Field(description="the first open day from as_of on, if any")
    limits: tuple[WireSpendingRoom, ...]
    usable: NumberText = Field(description="points that may be spent")
    worth: NumberText | None = Field(description="yuan that a point stands for")
    level: str | None = Field(description="the level that a discount goes by")
    factor: NumberText = Field(description="what prices are multiplied by")
    goods: tuple[WireGood, ...]
    words: tuple[Words, ...]


def wire_exchange(quote: ExchangeQuote, words: WireWords) -> WireExchange:
    """A quote as it crosses the border."""
    worth = quote.exchange.worth
    return WireExchange(
        name=quote.name,
        subject=WireSubject(kind=quote.subject.kind, id=quote.subject.id),
        as_of=quote.as_of,
        listed=quote.is_listed,
        eligible=quote.is_eligible,
        requirements=wire_requirements(quote.requirements, words),
        balances=tuple(
            WirePurse(account=name, points=number_text(points)) for name, points in quote.balances
        ),
        open=quote.is_open,
        next_open=quote.next_open,
        limits=tuple(
            WireSpendingRoom(
                period=room.limit.period,
                points=number_text(room.limit.points),
                used=number_text(room.used),
                room=number_text(room.room),
            )
            for room in quote.rooms
        ),
        usable=number_text(quote.usable),
        worth=None if worth is None else number_text(worth),
        level=quote.level,
        factor=number_text(quote.factor),
        goods=tuple(
            WireGood(
                name=item.good.name,
                full_price=number_text(item.good.points),
                price=number_text(item.price),
                count=item.count,
                takes=tuple(
                    WirePurse(account=name, points=number_text(points))
                    for name, points in item.takes
                ),
                missing=number_text(item.missing),
                cash=None if item.cash is None else number_text(item.cash),
            )
            for item in quote.goods
        ),
        words=tuple(words.exchange_lines(quote)) if quote.is_eligible else (),
    )
