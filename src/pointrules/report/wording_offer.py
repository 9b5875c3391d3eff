"""What an incentive offers, in one cell of a table."""

from typing import assert_never

from pointrules.ledger.exchange_quote import ExchangeQuote
from pointrules.ledger.honour_quote import HonourQuote
from pointrules.ledger.loan_quote import LoanQuote
from pointrules.ledger.offer import Quote
from pointrules.ledger.pool_share import PoolShare
from pointrules.report.wording_eligibility import barred_words
from pointrules.report.wording_exchange import short_exchange_words
from pointrules.report.wording_loan import short_loan_words
from pointrules.report.wording_pool import short_share_words
from pointrules.source.language import Language


def short_offer_words(quote: Quote, language: Language) -> str:
    """What is offered, or what bars from it."""
    if not quote.is_eligible:
        return barred_words(quote.requirements, language, is_listed=quote.is_listed)
    match quote:
        case LoanQuote():
            return short_loan_words(quote, language)
        case ExchangeQuote():
            return short_exchange_words(quote, language)
        case HonourQuote():
            return "授予" if language is Language.ZH else "granted"
        case PoolShare():
            return short_share_words(quote, language)
        case _:
            assert_never(quote)
