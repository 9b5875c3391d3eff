"""激励 of kind 兑换: from which accounts, when, what for how many points."""

from collections.abc import Sequence
from fractions import Fraction
from math import gcd

from pointrules.checking.lower_eligibility import lower_eligibility
from pointrules.checking.lower_grade_condition import is_grade_of, is_of_subject, level_named
from pointrules.checking.lower_opening import lower_openings
from pointrules.checking.parts import Parts
from pointrules.checking.resolve import Scope, key_of
from pointrules.checking.value_types import above_zero, fits_precision, is_multiple
from pointrules.diagnostics.diagnostic import Label
from pointrules.model.account import Account
from pointrules.model.exchange import Discount, Exchange, Good, SpendingLimit
from pointrules.model.measure import Measure
from pointrules.model.number import Number, Rounding, number_text, simplified
from pointrules.model.unit import POINT, YUAN
from pointrules.source.source_file import Span
from pointrules.syntax import tree

_TENTHS = 10


def lower_exchange(exchange: tree.Exchange, scope: Scope, *, is_whole: bool) -> Exchange | None:
    """An exchange; None after saying what is missing or wrong."""
    parts = Parts(exchange.name, exchange.parts, scope, is_whole=is_whole)
    accounts, ratio = _accounts(parts)
    kind = accounts[0].subject_kind if accounts else None
    eligible = lower_eligibility(parts, kind)
    openings = lower_openings(parts)
    worth = _yuan_per_point(parts, parts.only(tree.Worth, "worth"))
    top_up = _yuan_per_point(parts, parts.only(tree.TopUp, "top-up"))
    goods = _goods(parts, worth)
    discount = _discount(parts, accounts)
    if parts.is_sound:
        _prices_fit(goods, discount, accounts, ratio, parts)
    least_balance = _points(parts, parts.only(tree.LeastBalance, "least-balance"))
    least_each = _points(parts, parts.only(tree.LeastEach, "least-each"))
    limits = _limits(parts)
    if not parts.is_sound or eligible is None:
        return None
    return Exchange(
        exchange.name.text.strip(),
        eligible.condition,
        tuple(account.name for account in accounts),
        ratio,
        openings,
        goods,
        worth,
        top_up,
        discount,
        least_balance,
        least_each,
        limits,
        exchange.name.span,
    )


# ---- from which accounts


def _accounts(
    parts: Parts[tree.ExchangePart],
) -> tuple[tuple[Account, ...], tuple[Number, ...]]:
    """The accounts in their order, and their parts where they have any."""
    scope = parts.scope
    purses = parts.only(tree.Purses, "purses", "exchange-account-missing")
    if purses is None:
        return (), ()
    found: list[Account] = []
    for purse in purses.purses:
        if purse.measure is not Measure.BALANCE:
            parts.wrong("exchange-not-balance", purse.span)
            continue
        key = scope.key(purse.account, "account")
        account = None if key is None else scope.accounts.get(key)
        if account is None or (
            found and not is_of_subject(account.name, found[0].subject_kind, purse.span, scope)
        ):
            parts.is_sound = False
        elif account in found:
            parts.wrong("exchange-account-twice", purse.span, account=account.name)
        else:
            found.append(account)
    order = purses.order
    if order is None:
        if len(purses.purses) > 1:
            parts.wrong("exchange-order-missing", purses.span)
        return tuple(found), ()
    if len(purses.purses) == 1:
        parts.wrong("exchange-order-without-need", order.span)
    elif order.parts and (len(order.parts) != len(purses.purses) or 0 in order.parts):
        parts.wrong("exchange-ratio", order.span)
    return tuple(found), _lowest_terms(order.parts)


def _lowest_terms(parts: tuple[Number, ...]) -> tuple[Number, ...]:
    """2 to 6 is 1 to 3."""
    if not parts or not all(isinstance(part, int) for part in parts):
        return parts
    common = gcd(*(int(part) for part in parts)) or 1
    return tuple(int(part) // common for part in parts)


# ---- prices


def _yuan_per_point(
    parts: Parts[tree.ExchangePart], written: tree.Worth | tree.TopUp | None
) -> Number | None:
    if written is None:
        return None
    points = above_zero(written.points, POINT, parts.scope)
    yuan = above_zero(written.yuan, YUAN, parts.scope)
    if points is None or yuan is None:
        parts.is_sound = False
        return None
    return simplified(Fraction(yuan) / points)


def _goods(parts: Parts[tree.ExchangePart], worth: Number | None) -> tuple[Good, ...]:
    heads = [part for part in parts.parts if isinstance(part, tree.Prices)]
    loose = [part for part in parts.parts if isinstance(part, tree.Price)]
    parts.only(tree.Prices, "prices")
    if not heads and loose:
        parts.missing("prices-missing")
        return ()
    if not heads and worth is None:
        parts.missing("exchange-of-nothing")
        return ()
    found: list[Good] = []
    first: dict[str, Span] = {}
    for price in (*(head.price for head in heads), *loose):
        name = price.good.text.strip()
        if key_of(name) in first:
            label = Label(first[key_of(name)], "first")
            parts.wrong("good-twice", price.good.span, label=label, good=name)
        first.setdefault(key_of(name), price.good.span)
        points = _price(parts, price, worth)
        if points is None:
            parts.is_sound = False
        else:
            found.append(Good(name, points, price.span))
    return tuple(found)


def _price(
    parts: Parts[tree.ExchangePart], price: tree.Price, worth: Number | None
) -> Number | None:
    scope = parts.scope
    unit = scope.units.get(price.quantity.unit)
    if unit is None or unit.dimension != YUAN.dimension:
        return above_zero(price.quantity, POINT, scope)
    yuan = above_zero(price.quantity, YUAN, scope)
    if worth is None:
        parts.wrong("price-without-worth", price.quantity.span)
        return None
    return None if yuan is None else simplified(Fraction(yuan) / worth)


def _discount(parts: Parts[tree.ExchangePart], accounts: Sequence[Account]) -> Discount | None:
    scope = parts.scope
    head = parts.only(tree.Discount, "discount")
    rounding = parts.only(tree.DiscountRounding, "rounding")
    more = [part for part in parts.parts if isinstance(part, tree.DiscountRow)]
    if head is None:
        for stray in (*more[:1], *((rounding,) if rounding is not None else ())):
            parts.wrong("discount-without-grade", stray.span)
        return None
    key = scope.key(head.grade, "grade")
    grade = None if key is None else scope.grades.get(key)
    if grade is None or not accounts:
        parts.is_sound = False
        return None
    if not is_grade_of(grade, accounts[0].subject_kind, head.grade.span, scope):
        parts.is_sound = False
    factors: dict[str, Number] = {}
    for row in (head.row, *more):
        level = level_named(row.level, grade, scope)
        if level is None:
            parts.is_sound = False
        elif not 0 < row.tenths < _TENTHS:
            parts.wrong("discount-not-tenths", row.span, number=number_text(row.tenths))
        elif level in factors:
            parts.wrong("discount-twice", row.span, level=level)
        else:
            factors[level] = simplified(Fraction(row.tenths) / _TENTHS)
    step: Number | None = None
    if rounding is not None:
        step = above_zero(rounding.quantity, POINT, scope)
        if step is None:
            parts.is_sound = False
    rule = None if rounding is None or step is None else Rounding(rounding.mode, step)
    return Discount(grade.name, tuple(factors.items()), rule)


def _prices_fit(
    goods: Sequence[Good],
    discount: Discount | None,
    accounts: Sequence[Account],
    ratio: Sequence[Number],
    parts: Parts[tree.ExchangePart],
) -> None:
    """Every price, in full and discounted, must be an amount that each account can give."""
    for good in goods:
        prices: list[Number] = [good.points]
        for _, factor in () if discount is None else discount.factors:
            cut = simplified(Fraction(good.points) * factor)
            if discount is not None and discount.rounding is not None:
                cut = discount.rounding.of(cut)
            elif not all(is_multiple(cut, account.precision) for account in accounts):
                parts.wrong(
                    "discount-rounding-missing",
                    good.origin,
                    good=good.name,
                    price=number_text(cut),
                )
                return
            prices.append(cut)
        whole = sum(ratio)
        for price in prices:
            for index, account in enumerate(accounts):
                part = Fraction(price) * ratio[index] / whole if whole else price
                if not fits_precision(simplified(part), (account,), good.origin, parts.scope):
                    parts.is_sound = False
                    return


# ---- how much


def _points(
    parts: Parts[tree.ExchangePart], written: tree.LeastBalance | tree.LeastEach | None
) -> Number | None:
    if written is None:
        return None
    points = above_zero(written.quantity, POINT, parts.scope)
    if points is None:
        parts.is_sound = False
    return points


def _limits(parts: Parts[tree.ExchangePart]) -> tuple[SpendingLimit, ...]:
    found: dict[str, SpendingLimit] = {}
    for part in parts.parts:
        if not isinstance(part, tree.ExchangeLimit):
            continue
        parts.scope.reporter.uses_period(part.period, part.span)
        points = above_zero(part.quantity, POINT, parts.scope)
        if points is None:
            parts.is_sound = False
        elif part.period in found:
            parts.wrong("exchange-limit-twice", part.span)
        else:
            found[part.period] = SpendingLimit(part.period, points)
    return tuple(found.values())
