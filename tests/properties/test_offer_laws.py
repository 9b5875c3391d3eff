"""Laws of what points give: rates and prices keep their bounds, a pool is shared whole."""

from datetime import date
from fractions import Fraction

from hypothesis import given

from pointrules.api.evaluation import Evaluation, evaluate
from pointrules.ledger.exchange_quote import ExchangeQuote
from pointrules.ledger.loan_quote import LoanQuote
from villages.features import Feature
from villages.tables import days
from villages.village import WrittenVillage
from villages.whole import villages

OFFERING = villages(always=[Feature.OFFERS])


def evaluated(village: WrittenVillage, on: date) -> Evaluation:
    """What the village knows on the day."""
    return evaluate(village.editions, records=village.rows, facts=village.facts_rows, as_of=on)


@given(village=OFFERING, on=days)
def test_shares_and_what_is_kept_make_the_pool(village: WrittenVillage, on: date) -> None:
    divisions = evaluated(village, on).offers.divisions
    assert len(divisions) == 1
    for division in divisions:
        shares = [share.yuan for share in division.shares]

        assert sum(shares) + division.kept == 1000
        assert all(isinstance(yuan, int) and yuan >= 0 for yuan in shares)
        assert all(not share.yuan for share in division.shares if share.points <= 0)


@given(village=OFFERING, on=days)
def test_a_rate_is_never_above_its_base_nor_below_the_lowest(
    village: WrittenVillage, on: date
) -> None:
    quotes = evaluated(village, on).offers.quotes
    for quote in (item for item in quotes if isinstance(item, LoanQuote)):
        assert quote.rate is None or Fraction(385, 100) <= quote.rate <= 5


@given(village=OFFERING, on=days)
def test_nobody_is_offered_more_goods_than_the_balance_buys(
    village: WrittenVillage, on: date
) -> None:
    quotes = evaluated(village, on).offers.quotes
    for quote in (item for item in quotes if isinstance(item, ExchangeQuote)):
        balance = dict(quote.balances)["积分"]
        for good in quote.goods:
            assert good.count * good.price <= max(balance, 0)
            assert good.price <= good.good.points
