"""Exchanges quoted at a ledger's date: what points would buy."""

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache

from pointrules.engine.eligibility import are_met, requirements
from pointrules.engine.offer_desk import OfferDesk, OfferMoment
from pointrules.ledger.entry import EntryKind
from pointrules.ledger.exchange_quote import ExchangeQuote, GoodQuote, SpendingRoom
from pointrules.model.exchange import Exchange, Good, SpendingLimit
from pointrules.model.measure import Measure
from pointrules.model.number import Number, simplified
from pointrules.model.opening import next_open
from pointrules.model.period import Period, period_of
from pointrules.model.subject import Subject

_next_open = lru_cache(maxsize=64)(next_open)


def exchange_quote(desk: OfferDesk, exchange: Exchange, subject: Subject) -> ExchangeQuote:
    """What the subject could exchange; one who is not eligible is shown balances only."""
    as_of = desk.as_of
    required = requirements(desk, exchange.eligibility, subject)
    is_listed = desk.facts.is_listed(subject, as_of)
    is_eligible = is_listed and are_met(required)
    balances = tuple(
        (name, desk.points(subject, name, Measure.BALANCE)) for name in exchange.accounts
    )
    precision = max(desk.ruleset.account(name).precision for name in exchange.accounts)
    rooms = tuple(_room(desk, exchange, limit, subject) for limit in exchange.limits)
    usable = _usable(exchange, precision, balances, rooms) if is_eligible else 0
    level, factor = _discount(desk, exchange, subject)
    goods = tuple(_good(exchange, good, usable, factor, balances) for good in exchange.goods)
    return ExchangeQuote(
        exchange=exchange,
        subject=subject,
        as_of=as_of,
        requirements=required,
        is_listed=is_listed,
        is_eligible=is_eligible,
        balances=balances,
        next_open=_next_open(exchange.openings, as_of, desk.ruleset.year_start),
        rooms=rooms,
        usable=usable,
        level=level,
        factor=factor,
        goods=goods if is_eligible else (),
    )


def _room(
    desk: OfferDesk, exchange: Exchange, limit: SpendingLimit, subject: Subject
) -> SpendingRoom:
    """What was spent in the period of the date, and what the limit leaves of it."""
    used: Number = 0
    if limit.period is not Period.RECORD:
        days = period_of(limit.period, desk.as_of, desk.ruleset.year_start)
        used = simplified(
            -sum(
                (
                    entry.points
                    for name in exchange.accounts
                    for entry in desk.accounts.get((subject, name), ())
                    if entry.kind is EntryKind.SPENDING and days.covers(entry.day)
                ),
                Fraction(0),
            )
        )
    return SpendingRoom(limit, used, max(0, simplified(Fraction(limit.points) - used)))


def _usable(
    exchange: Exchange,
    precision: Number,
    balances: Sequence[tuple[str, Number]],
    rooms: Sequence[SpendingRoom],
) -> Number:
    held = [max(balance, 0) for _, balance in balances]
    if exchange.parts:
        # So many portions as every account can give, each one a multiple of its precision.
        portions = min(
            int(balance // (part * precision))
            for balance, part in zip(held, exchange.parts, strict=True)
        )
        usable = Fraction(portions * sum(exchange.parts) * precision)
    else:
        usable = Fraction(sum(held))
    if exchange.least_balance is not None and usable < exchange.least_balance:
        return 0
    usable = min((usable, *(Fraction(room.room) for room in rooms)))
    if exchange.least_each is not None and usable < exchange.least_each:
        return 0
    return simplified(usable)


def _discount(desk: OfferDesk, exchange: Exchange, subject: Subject) -> tuple[str | None, Number]:
    if exchange.discount is None:
        return None, 1
    grade = next(item for item in desk.ruleset.grades if item.name == exchange.discount.grade)
    rank = OfferMoment(desk, subject).grade_rank(grade.name)
    if rank is None:
        return None, 1
    level = grade.levels[rank]
    return level, dict(exchange.discount.factors).get(level, 1)


def _good(
    exchange: Exchange,
    good: Good,
    usable: Number,
    factor: Number,
    balances: Sequence[tuple[str, Number]],
) -> GoodQuote:
    exact = simplified(Fraction(good.points) * factor)
    price = exact
    if factor != 1 and exchange.discount is not None and exchange.discount.rounding is not None:
        price = exchange.discount.rounding.of(exact)
    count = int(usable // price) if price else 0
    short = simplified(max(Fraction(price) - usable, Fraction(0)))
    missing = _missing(exchange, price, short, balances) if short else 0
    cash: Number | None = None
    if short and usable and exchange.top_up is not None:
        cash = simplified(Fraction(short) * exchange.top_up)
    takes = _takes(exchange, price, balances) if count else ()
    return GoodQuote(good, exact, price, count, takes, missing, cash)


def _missing(
    exchange: Exchange, price: Number, short: Number, balances: Sequence[tuple[str, Number]]
) -> Number:
    """How many more points the account needs; 0 where it is a limit that keeps the good away."""
    if exchange.parts:
        return short
    if len(balances) == 1:
        # A debt has to be made good before the first point can be spent.
        held = Fraction(balances[0][1])
    else:
        held = Fraction(sum(max(balance, 0) for _, balance in balances))
    needed = max(price, exchange.least_balance or 0)
    return simplified(max(needed - held, Fraction(0)))


def _takes(
    exchange: Exchange, price: Number, balances: Sequence[tuple[str, Number]]
) -> tuple[tuple[str, Number], ...]:
    if exchange.parts:
        whole = sum(exchange.parts)
        return tuple(
            (name, simplified(Fraction(price) * part / whole))
            for (name, _), part in zip(balances, exchange.parts, strict=True)
        )
    left = price
    takes: list[tuple[str, Number]] = []
    for name, balance in balances:
        taken = simplified(Fraction(min(max(balance, 0), left)))
        left = simplified(Fraction(left) - taken)
        takes.append((name, taken))
    return tuple(takes)
