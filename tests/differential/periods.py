"""What the ends and beginnings of accounts' periods bring, day by day."""

from datetime import date
from fractions import Fraction

from differential.calendars import ONE_DAY, account_days, moved, rounded, whole
from differential.world import Who, World, yesterday
from pointrules.model.account import Account, PeriodEnd
from pointrules.model.account_period import Carry, DebtCarry, MonthsFrom, NewcomerBase, ProRata
from pointrules.model.number import Number
from pointrules.model.period import Duration, DurationUnit


class Periods(World):
    """Resets, carries, bases, floors and ceilings."""

    def close_periods(self, last: date) -> None:
        """What the day after the last day of a period brings."""
        ruleset = self.edition_on(last)
        if ruleset is None:
            return
        ending = [item for item in ruleset.accounts if account_days(item, last).last == last]
        day = last + ONE_DAY
        carried: list[tuple[str, Who, Number]] = []
        for account in ending:
            debts = self.open_deductions(account, day)
            for who in sorted(self.holders(account)):
                balance = self.balance(account.name, who)
                self.enter(day, who, account.name, "reset", -balance)
                if account.period_end is PeriodEnd.CARRY:
                    carried.append((account.name, who, carry_of(account.carry, balance)))
                elif account.period_end is PeriodEnd.RESET_POSITIVE and balance < 0:
                    carried.append((account.name, who, balance))
                elif who in debts:
                    carried.append((account.name, who, debts[who]))
        for name, who, points in carried:
            self.enter(day, who, name, "carry", points)

    def open_deductions(self, account: Account, day: date) -> dict[Who, Number]:
        """What records took that opened a flag which is still open."""
        found: dict[Who, Number] = {}
        for item in self.book:
            record = None if item.act is None else item.act.record
            if item.account != account.name or record is None or item.points >= 0:
                continue
            if any(
                flag.flag == account.open_flag
                and flag.who == item.who
                and flag.record_id == record.id
                and flag.covers(day)
                for flag in self.opened
            ):
                found[item.who] = whole(found.get(item.who, 0) + item.points)
        return found

    def raise_and_lower(self, day: date) -> None:
        ruleset = self.edition_on(day)
        for account in () if ruleset is None else ruleset.accounts:
            floor, ceiling = account.closing_floor, account.closing_ceiling
            if account_days(account, day).last != day:
                continue
            everyone = self.everyone(account.subject_kind)
            listed = {who for who in everyone if self.is_listed(who, day)}
            for who in sorted(self.holders(account) | listed):
                balance = self.balance(account.name, who)
                if floor is not None and balance < floor.below:
                    self.enter(day, who, account.name, "floor", floor.to - balance)
                elif ceiling is not None and balance > ceiling.above:
                    self.enter(day, who, account.name, "ceiling", ceiling.to - balance)

    def give_bases(self, day: date) -> None:
        """On the first day of those since all is ready that finds the subject listed."""
        ruleset = self.edition_on(day)
        for account in () if ruleset is None else ruleset.accounts:
            days = account_days(account, day)
            for who in self.everyone(account.subject_kind):
                if not self.is_listed(who, day) or any(
                    (name, whose) == (account.name, who) and on >= days.first
                    for name, whose, on in self.bases
                ):
                    continue
                earlier = yesterday(day)
                while earlier >= days.first and self.has_account(account.name, earlier):
                    if self.is_listed(who, earlier):
                        break
                    earlier -= ONE_DAY
                else:
                    self.bases.add((account.name, who, day))
                    points = self.base_of(account, who, days.first, day)
                    self.enter(day, who, account.name, "base", points)

    def base_of(self, account: Account, who: Who, first: date, day: date) -> Number:
        spells = [spell.first for spell in self.facts.of_kind(who[0])[who[1]].spells]
        match account.newcomers:
            case NewcomerBase(points):
                return points if min(spells) > first else account.base
            case ProRata(from_month, rounding):
                since = max(on for on in spells if on <= day)
                months = [
                    moved(first, Duration(n, DurationUnit.MONTH), 1)
                    for n in range(account.period_months)
                ]
                if since <= first:
                    return account.base
                # Months that begin later are left; the one begun counts where that is said.
                left = sum(begins > since for begins in months)
                left += from_month is MonthsFrom.THIS
                part = Fraction(account.base * left, account.period_months)
                return rounded(part, rounding)
            case _:
                return account.base


def carry_of(carry: Carry | None, balance: Number) -> Number:
    if carry is None:
        return balance
    if balance < 0 and carry.debts is DebtCarry.ALL:
        return balance
    if balance < 0 and carry.debts is DebtCarry.NONE:
        return 0
    part = rounded(Fraction(balance) * carry.share, carry.rounding)
    return part if carry.at_most is None else min(part, carry.at_most)
