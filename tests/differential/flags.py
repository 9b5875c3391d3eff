"""Flags and what they do to points: each day looks at all that was ever opened."""

from dataclasses import dataclass
from datetime import date

from differential.calendars import ONE_DAY, account_days, days_of, moved, whole
from differential.periods import Periods, carry_of
from differential.world import Act, Entered, Opened, Step, Who, of_kind
from pointrules.model.account import Account, PeriodEnd
from pointrules.model.clause import ScoringClause, SettlementClause
from pointrules.model.condition import Comparison
from pointrules.model.flag import (
    FlagEnd,
    LowersPoints,
    UntilCleared,
    UntilNextPeriodEnd,
    UntilPeriodEnd,
    UntilRecordOf,
)
from pointrules.model.number import Number, size
from pointrules.model.period import Duration
from pointrules.model.ruleset import Ruleset
from pointrules.model.subject import SubjectKind
from pointrules.model.trigger import TriggerClause
from pointrules.model.validity import FixedValidity, LevelValidity, SizeValidity, ValidityRule
from pointrules.records.record import Record


@dataclass(eq=False)
class Kept:
    """Points that only come back when every one of `waits_for` is withdrawn by a record."""

    account: str
    who: Who
    day: date
    points: Number
    entry: Entered | None
    waits_for: list[Opened]
    back_on: date | None = None


@dataclass(eq=False)
class Worth:
    """What is left of kept points, and whether any end of a period left anything at all."""

    points: Number
    left_something: bool = False


class Flags(Periods):
    """Opening, closing, holding, lowering, giving back; and validity, the book's last gate."""

    def start_afresh(self) -> None:
        super().start_afresh()
        self.held: list[Entered] = []
        self.kept: list[Kept] = []
        self.back: list[Kept] = []
        self.to_take: list[tuple[date, Opened, LowersPoints]] = []
        self.to_return: list[tuple[date, Opened]] = []
        self.expiries: list[tuple[date, int, Entered]] = []
        self.closings: list[tuple[date, str, Who, str, str]] = []
        self.cleared: set[tuple[str, str]] = set()

    # ---- opening and closing

    def last_day(self, end: FlagEnd, day: date, ruleset: Ruleset) -> date | None:
        match end:
            case UntilPeriodEnd(period):
                return days_of(period, day, ruleset).last
            case UntilNextPeriodEnd(period):
                last = days_of(period, day, ruleset).last
                return None if last is None else days_of(period, last + ONE_DAY, ruleset).last
            case Duration():
                return moved(day, end, 1)
            case UntilRecordOf() | UntilCleared():
                return None
            case date():
                return end

    def open_flags(
        self,
        clause: ScoringClause | SettlementClause | TriggerClause,
        who: dict[SubjectKind, str | None],
        reached: date,
        ruleset: Ruleset,
        record: Record | None,
    ) -> None:
        for opens in clause.flags:
            name = who.get(opens.subject_kind)
            last = self.last_day(opens.end, reached, ruleset)
            first = reached if record is not None else reached + ONE_DAY
            if name is None or (last is not None and last < first):
                continue
            subject = (opens.subject_kind, name)
            if record is None and any(
                (flag.who, flag.flag, flag.clause) == (subject, opens.flag, clause.number)
                and flag.covers(first)
                for flag in self.opened
            ):
                continue
            effects = ruleset.vocabulary.flag_effects(opens.flag)
            opened = Opened(
                subject,
                opens.flag,
                first,
                last,
                clause.number,
                None if record is None else record.id,
                reached,
                effects,
                opens.end,
            )
            self.opened.append(opened)
            for effect in effects:
                if isinstance(effect, LowersPoints):
                    self.to_take.append((reached, opened, effect))
            for day, kind, whose, word, record_id in self.closings:
                if day == first and whose == subject and self.is_closed_by(opened, kind, word):
                    self.close(opened, day, record_id)
                    if kind == "clears":
                        self.cleared.add((record_id, opened.flag))

    def is_closed_by(self, flag: Opened, kind: str, word: str) -> bool:
        if kind == "clears":
            return flag.flag == word
        return isinstance(flag.end, UntilRecordOf) and word in flag.end.behaviours

    def close_flags(self, kind: str, who: Who, word: str, record: Record) -> bool:
        """Whatever of that subject a record closes; one is told of that opens later this day."""
        day = record.occurred_on
        if not any(item[:4] == (day, kind, who, word) for item in self.closings):
            self.closings.append((day, kind, who, word, record.id))
        found = [
            flag
            for flag in self.opened
            if flag.who == who
            and self.is_closed_by(flag, kind, word)
            and flag.first <= day
            and (flag.last is None or flag.last >= day)
        ]
        for flag in found:
            self.close(flag, day, record.id)
            if kind == "clears":
                self.cleared.add((record.id, word))
        return bool(found)

    def close(self, flag: Opened, day: date, record_id: str) -> None:
        if flag.first <= day and (flag.last is None or flag.last >= day):
            flag.last = day - ONE_DAY
            flag.closed_by = record_id
            self.to_return.append((day, flag))

    # ---- points on their way into the book

    def enter_given(self, entry: Entered) -> None:
        flags = [flag for flag in self.opened if flag.who == entry.who]
        if not entry.points:
            self.write(entry)
            return
        waits = entry.points > 0 or any(
            item.act is not None and item.act.id == entry.rival and item.account == entry.account
            for item in self.held
            if item.who == entry.who
        )
        if waits and any(flag.holds(entry.account) and flag.covers(entry.day) for flag in flags):
            self.held.append(entry)
            return
        lowering = [
            flag for flag in flags if flag.lowers(entry.account) and keeps_down(flag, entry)
        ]
        if not lowering:
            self.write(entry)
            return
        step: Step = ("kept", 0, entry.points, 0)
        self.write(
            Entered(
                entry.day,
                entry.who,
                entry.account,
                entry.kind,
                0,
                entry.act,
                (*entry.steps, step),
            )
        )
        self.kept.append(Kept(entry.account, entry.who, entry.day, entry.points, entry, lowering))

    def withheld(self, account: str, who: Who, day: date) -> Number:
        held = [item.points for item in self.held if (item.account, item.who) == (account, who)]
        kept = [
            item
            for item in self.kept
            if (item.account, item.who) == (account, who) and not is_lost(item, day)
        ]
        worth = [item.points for item in self.worths(kept, day)]
        return whole(sum(held, 0) + sum(worth, 0))

    def write(self, entry: Entered) -> None:
        """The last gate: what has lapsed enters as 0, what will lapse is noted (R38)."""
        act = entry.act
        if act is not None:
            account = act.ruleset.account(entry.account)
            last = self.valid_until(act, account, entry.points, entry.day)
            if last is not None and last < entry.day:
                entry.steps = (*entry.steps, ("lapsed", 0, entry.points, 0))
                entry.points = 0
            elif last is not None and entry.points:
                place = act.ruleset.accounts.index(account)
                self.expiries.append((last + ONE_DAY, place, entry))
        self.book.append(entry)

    def valid_until(self, act: Act, account: Account, points: Number, day: date) -> date | None:
        clause, ruleset = act.clause, act.ruleset
        said = [clause.validity, account.validity]
        if clause.category is not None:
            said.insert(1, ruleset.category(clause.category).validity)
        rules = [item.rule for item in said if item is not None and item.rule is not None]
        if not rules:
            return None
        duration = lasting(rules[0], points, act)
        since: object = day if act.record is None else act.occurred_on
        if clause.validity is not None and clause.validity.clock is not None:
            since = act.attributes.get(clause.validity.clock.name)
        if duration is None or not isinstance(since, date):
            return None
        return moved(since, duration, 1)

    # ---- what a day brings

    def expire(self, day: date) -> None:
        due = [item for item in self.expiries if item[0] == day]
        for _, _, entry in sorted(due, key=lambda item: (item[1], item[2].who[1])):
            self.enter(day, entry.who, entry.account, "expiry", -entry.points)

    def give_back(self, day: date) -> None:
        due = [flag for on, flag in self.to_return if on == day]
        for flag in sorted(due, key=lambda flag: flag.who[1]):
            returning: list[Kept] = []
            for item in [item for item in self.kept if flag in item.waits_for]:
                self.kept.remove(item)
                if is_lost(item, day):
                    continue
                item.waits_for = [other for other in item.waits_for if other is not flag] + [
                    other
                    for other in self.opened
                    if other.who == flag.who
                    and other not in item.waits_for
                    and other.lowers(item.account)
                    and other.covers(day)
                ]
                (self.kept if item.waits_for else returning).append(item)
            for item, worth in zip(returning, self.worths(returning, day), strict=True):
                self.bring_back(item, worth, day)
                item.back_on = day
            self.back += returning

    def bring_back(self, item: Kept, worth: Worth, day: date) -> None:
        entry, points = item.entry, worth.points
        if entry is not None and points == item.points:
            self.write(released(entry, day))
        elif entry is None or points or worth.left_something:
            self.book.append(Entered(day, item.who, item.account, "veto", points, None, ()))

    def release(self, day: date) -> None:
        ending = {flag.who for on, flag in self.to_return if on == day}
        ending |= {flag.who for flag in self.opened if flag.last == day - ONE_DAY}
        for who in sorted(ending, key=lambda item: item[1]):
            waiting = [item for item in self.held if item.who == who]
            self.held = [item for item in self.held if item.who != who]
            for entry in waiting:
                if any(
                    flag.who == who and flag.holds(entry.account) and flag.covers(day)
                    for flag in self.opened
                ):
                    self.held.append(entry)
                else:
                    self.enter_given(released(entry, day))

    def take(self, day: date, *, by_records: bool) -> None:
        due = [
            (opened, effect)
            for on, opened, effect in self.to_take
            if on == day and (opened.record_id is not None) == by_records
        ]
        ruleset = self.edition_on(day)
        for opened, effect in sorted(due, key=lambda item: item[0].who[1]):
            if ruleset is None or (opened.last is not None and opened.last < opened.first):
                continue
            for account in ruleset.accounts:
                if account.subject_kind is not opened.who[0] or (
                    effect.accounts and account.name not in effect.accounts
                ):
                    continue
                found = self.measure(account, opened.who, effect.measure, day, ruleset)
                if found > effect.to:
                    taken = whole(found - effect.to)
                    self.enter(day, opened.who, account.name, "veto", -taken)
                    self.kept.append(Kept(account.name, opened.who, day, taken, None, [opened]))

    def ask_levels(self, day: date) -> None:
        """Clauses that open flags for points, of all whom the day moved towards the level."""
        ruleset = self.edition_on(day)
        moved_today = [item for item in self.book if item.day == day]
        for who in sorted({item.who for item in moved_today}, key=lambda item: item[1]):
            for trigger in () if ruleset is None else ruleset.trigger_clauses:
                assert ruleset is not None
                account = ruleset.account(trigger.account)
                now = self.measure(account, who, trigger.measure, day, ruleset)
                before = now - self.of_day(account, who, trigger, day, ruleset)
                rises = trigger.comparison in {Comparison.AT_LEAST, Comparison.ABOVE}
                assert rises, "only levels from below are covered"
                reached = now >= trigger.bound
                if trigger.comparison is Comparison.ABOVE:
                    reached = now > trigger.bound
                if now > before and reached:
                    self.open_flags(trigger, {who[0]: who[1]}, day, ruleset, None)

    def of_day(
        self, account: Account, who: Who, trigger: TriggerClause, day: date, ruleset: Ruleset
    ) -> Number:
        kept, self.book = self.book, [item for item in self.book if item.day == day]
        found = self.measure(account, who, trigger.measure, day, ruleset)
        self.book = kept
        return found

    # ---- what is left of points when periods have ended

    def worths(self, items: list[Kept], day: date) -> list[Worth]:
        """Each end of a period since is worked out again, with one amount more at a time (R39)."""
        found = {id(item): Worth(item.points) for item in (*self.back, *items)}
        on = min((item.day for item in items), default=day)
        on = min([on, *(item.day for item in self.back)])
        while on < day and items:
            ruleset = self.edition_on(on)
            for account in () if ruleset is None else ruleset.accounts:
                if account_days(account, on).last != on:
                    continue
                for who in {item.who for item in items}:
                    self.end_again(account, who, on, [*self.back, *items], found)
            on += ONE_DAY
        return [found[id(item)] for item in items]

    def end_again(
        self, account: Account, who: Who, last: date, items: list[Kept], found: dict[int, Worth]
    ) -> None:
        entries = [
            item
            for item in self.book
            if (item.account, item.who) == (account.name, who) and item.day <= last
        ]
        closed = sum((item.points for item in entries), 0)
        bounds = [
            item.points
            for item in entries
            if item.day == last and item.kind in {"floor", "ceiling"}
        ]
        before, left = closed - sum(bounds, 0), carried(account, closed)
        for item in items:
            is_here = (item.account, item.who) == (account.name, who) and item.day <= last
            if not is_here or (item.back_on is not None and item.back_on <= last):
                continue
            worth = found[id(item)]
            before += worth.points
            now = carried(account, closed_with(account, before))
            found[id(item)] = Worth(whole(now - left), worth.left_something or bool(left or now))
            left = now


def closed_with(account: Account, balance: Number) -> Number:
    floor, ceiling = account.closing_floor, account.closing_ceiling
    if floor is not None and balance < floor.below:
        return floor.to
    if ceiling is not None and balance > ceiling.above:
        return ceiling.to
    return balance


def carried(account: Account, balance: Number) -> Number:
    match account.period_end:
        case PeriodEnd.RESET:
            return 0
        case PeriodEnd.RESET_POSITIVE:
            return min(balance, 0)
        case _:
            return carry_of(account.carry, balance)


def released(entry: Entered, day: date) -> Entered:
    step: Step = ("released", 0, entry.points, entry.points)
    return Entered(
        day, entry.who, entry.account, entry.kind, entry.points, entry.act, (*entry.steps, step)
    )


def keeps_down(flag: Opened, entry: Entered) -> bool:
    if flag.covers(entry.day):
        return True
    record = None if entry.act is None else entry.act.record
    return record is not None and flag.closed_by is None and flag.covers(record.occurred_on)


def is_lost(item: Kept, day: date) -> bool:
    """A flag that ran out before anyone withdrew it keeps what it took."""
    return any(
        flag.closed_by is None and flag.last is not None and flag.last < day
        for flag in item.waits_for
    )


def lasting(rule: ValidityRule, points: Number, act: Act) -> Duration | None:
    match rule:
        case FixedValidity(duration):
            return duration
        case LevelValidity():
            level = act.attributes.get(rule.attribute.name)
            found = [lasts for value, lasts in rule.rows if value == level]
            return found[0] if found else rule.otherwise
        case SizeValidity(bands, below):
            big = size(points)
            reached = [
                band.lasts
                for band in bands
                if big > band.lower or (band.inclusive and big == band.lower)
            ]
            return reached[-1] if reached else below


def subjects_of(record: Record) -> list[Who]:
    kinds = (SubjectKind.HOUSEHOLD, SubjectKind.PERSON)
    return [(kind, name) for kind in kinds if (name := of_kind(kind, record)) is not None]
