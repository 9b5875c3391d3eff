"""The named sums over an account's entries. A rule must name one; none is a default."""

from enum import StrEnum


class Measure(StrEnum):
    """What of an account is meant.

    BALANCE (余额) sums all entries. PERIOD (本期) sums the account's current period without
    spending. LIFETIME (历年累计) leaves out base, carry, reset and spending. GAINS (累计加分) sums
    awards above 0 only. MONTH, QUARTER and YEAR (本月得分 …) are LIFETIME within the calendar
    month, the calendar quarter, and the year of the ruleset. LOSSES (累计扣分) is the size of
    awards below 0: of all times, of the calendar month, or of the year of the ruleset.
    """

    BALANCE = "balance"
    PERIOD = "period"
    LIFETIME = "lifetime"
    GAINS = "gains"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    LOSSES = "losses"
    MONTH_LOSSES = "month-losses"
    YEAR_LOSSES = "year-losses"
