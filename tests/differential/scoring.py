"""Stages of a candidate: value, escalation, best-of, limits, posting; counted anew each time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from differential.calendars import along, days_of, moved, whole
from differential.judging import Judging, bests, first_who, keys_of, precedes
from differential.world import Act, Entered, Met, Passed, RefusedError, Step, Who, of_kind
from pointrules.model.account import Account
from pointrules.model.clause import ScoringClause
from pointrules.model.limit import Beyond, Limit
from pointrules.model.number import Number, size
from pointrules.model.period import Period
from pointrules.model.ruleset import Ruleset
from pointrules.model.scan import (
    Counted,
    Direction,
    LetThrough,
    Occurrences,
    OwnerKind,
    Per,
    RunningSum,
    Scan,
    WhileValid,
    Window,
)
from pointrules.model.subject import SubjectKind
from pointrules.model.value import (
    ByRunningSum,
    Constant,
    Discretion,
    Ladder,
    Lookup,
    PerQuantity,
)
from pointrules.records.record import Record

_LENGTHS = list(Period)


@dataclass(eq=False)
class Asked:
    """What a clause would give for a record, on its way."""

    act: Act
    clause: ScoringClause
    worth: Number
    steps: tuple[Step, ...]
    is_preceded: bool


class Scoring(Judging):
    """From a record to lines of the book."""

    def score(self, record: Record) -> None:
        try:
            self.scored[record.id] = "refused"
            self.scored[record.id] = self.outcome(record)
        except RefusedError as refusal:
            if refusal.args == ("pending",):
                self.scored[record.id] = "pending"

    def outcome(self, record: Record) -> str:
        ruleset = self.edition_on(record.occurred_on)
        if ruleset is None:
            self.outside.add(record.id)
            return "refused"
        judged = self.judged.get(record.id)
        matching = self.judge(record, ruleset) if judged is None else judged
        if not matching:
            return "scored" if record.id in self.closed_something else "unmatched"
        asked: list[Asked] = []
        for clause in matching:
            if any(key.name not in record.attributes for key in keys_of(clause, ruleset)):
                raise RefusedError("key")
            if clause.value is not None:
                asked.append(self.asked(clause, record, ruleset, matching))
        if len(matching) > 1 and any(clause.judged_first for clause in matching):
            for item in asked:
                if item.worth < 0:
                    item.steps += (("judged", 0, item.worth, 0),)
                    item.worth = 0
        # All that met the condition counts from here on.
        self.met += [
            Met(self.roots(clause, ruleset), record, first_who(clause, record, ruleset))
            for clause in matching
        ]
        compared = sorted(
            (item for item in asked if bests(item.clause, ruleset)),
            key=lambda item: -size(item.worth),
        )
        for place in asked:
            item = compared.pop(0) if bests(place.clause, ruleset) else place
            kinds = {ruleset.account(name).subject_kind for name in item.clause.accounts}
            amount, steps = item.worth, item.steps
            for kind in (SubjectKind.PERSON, SubjectKind.HOUSEHOLD):
                if kind in kinds:
                    who = (kind, of_kind(kind, record) or "")
                    amount, steps = self.let_through(item, who, amount, steps)
        return "scored"

    def asked(
        self,
        clause: ScoringClause,
        record: Record,
        ruleset: Ruleset,
        matching: Iterable[ScoringClause],
    ) -> Asked:
        worth = before = self.worth_of(clause, record, ruleset)
        steps: tuple[Step, ...] = ()
        if clause.escalation is not None:
            ordinal = 1 + len(self.earlier(clause.escalation.scan, record, clause, ruleset))
            reached = [s.factor for s in clause.escalation.steps if s.ordinal <= ordinal]
            worth = whole(worth * (reached[-1] if reached else 1))
            if reached and reached[-1] != 1:
                steps += (("escalation", ordinal, before, worth),)
        is_preceded = precedes(matching, clause)
        if is_preceded:
            steps += (("preceded", 0, worth, 0),)
            worth = 0
        for name in clause.accounts:
            if (Fraction(worth) / ruleset.account(name).precision).denominator != 1:
                raise RefusedError("too fine")
        replaced = [clears.flag for clears in clause.clears if clears.is_replaced]
        if replaced and not any((record.id, flag) in self.cleared for flag in replaced):
            steps += (("nothing", 0, worth, 0),)
            worth = 0
        act = Act(
            record.id,
            clause,
            ruleset,
            record,
            record.rules_on,
            record.occurred_on,
            record.person,
            record.attributes,
        )
        return Asked(act, clause, worth, steps, is_preceded)

    def earlier(
        self, scan: Scan, record: Record, clause: ScoringClause, ruleset: Ruleset
    ) -> list[Record]:
        """The earlier occurrences in the window, of the clause or of the kind."""
        who = first_who(clause, record, ruleset)
        root = self.root(ruleset, scan.owner) if scan.owner.kind is OwnerKind.CLAUSE else None
        of_kind_asked = isinstance(scan.transfer, Occurrences) and scan.transfer.of_kind
        if isinstance(scan.window, WhileValid):
            return [
                item.act.record
                for item in self.passed
                if item.act.record is not None
                and item.who == who
                and (root in item.roots)
                and same_matter(scan, item.act, record)
                and item.valid
                and item.act.occurred_on <= record.occurred_on
                and any(last is None or record.occurred_on <= last for last in item.valid)
            ]
        found: dict[str, Record] = {}
        for item in self.met:
            if of_kind_asked:
                belongs = (
                    item.record.behaviour == record.behaviour
                    and of_kind(who[0], item.record) == who[1]
                )
            else:
                belongs = root in item.roots and item.who == who
            if (
                belongs
                and same_matter(scan, item.record, record)
                and within(scan.window, item.record.occurred_on, record.occurred_on, ruleset)
            ):
                found[item.record.id] = item.record
        return list(found.values())

    def worth_of(self, clause: ScoringClause, record: Record, ruleset: Ruleset) -> Number:
        match clause.value:
            case Constant(points):
                return points
            case PerQuantity(attribute, schedule):
                return along(schedule, number(record, attribute.name))
            case Lookup(attributes, rows, otherwise):
                given = tuple(record.attributes.get(item.name) for item in attributes)
                if None in given:
                    raise RefusedError("attribute")
                found = [row.points for row in rows if row.values == given]
                cell = found[0] if found else otherwise
                assert cell is not None
                return cell
            case ByRunningSum(scan):
                transfer = scan.transfer
                assert isinstance(transfer, RunningSum)
                name = None if transfer.attribute is None else transfer.attribute.name
                added = 1 if name is None else number(record, name)
                before: Number = 0
                for other in self.earlier(scan, record, clause, ruleset):
                    if name is None or name in other.attributes:
                        before += 1 if name is None else number(other, name)
                schedule = transfer.schedule
                return whole(along(schedule, before + added) - along(schedule, before))
            case Ladder(scan, steps):
                ordinal = 1 + len(self.earlier(scan, record, clause, ruleset))
                return [step.points for step in steps if step.ordinal <= ordinal][-1]
            case Discretion():
                return 0 if record.decided is None else record.decided
            case _:
                raise NotImplementedError(clause.value)

    # ---- the stages

    def let_through(
        self, item: Asked, who: Who, amount: Number, steps: tuple[Step, ...]
    ) -> tuple[Number, tuple[Step, ...]]:
        """What a candidate is given for `who`, entered in all accounts of that kind."""
        act, clause, ruleset = item.act, item.clause, item.act.ruleset
        former = self.taken_back(act, clause, who) if not item.is_preceded else None
        amount, steps, is_raise = self.compared(item, who, amount, steps)
        passed = self.passes_clause(act, who, item.worth, amount, steps, is_raise=is_raise)
        passed[0].may_be_replaced = not item.is_preceded
        amount, steps = passed[0].given, passed[1]
        for name in clause.accounts:
            account = ruleset.account(name)
            if account.subject_kind is who[0]:
                self.post(passed[0], account, steps, former)
        return amount, steps

    def passes_clause(  # noqa: PLR0913
        self,
        act: Act,
        who: Who,
        worth: Number,
        amount: Number,
        steps: tuple[Step, ...],
        *,
        is_raise: bool,
    ) -> tuple[Passed, tuple[Step, ...]]:
        clause, ruleset = act.clause, act.ruleset
        category = () if clause.category is None else ruleset.category(clause.category).limits
        amount, steps = self.limited(
            (*clause.limits, *category), act, who, amount, steps, is_raise=is_raise, balance=0
        )
        roots, took = self.roots(clause, ruleset), is_raise or amount != 0
        passed = Passed(act, roots, who, worth, amount, took, is_raise)
        self.passed.append(passed)
        return passed, steps

    def taken_back(self, act: Act, clause: ScoringClause, who: Who) -> Passed | None:
        """The record that stood before, where only the last one counts."""
        if clause.last_counts is None:
            return None
        scan = clause.last_counts.scan
        root = self.root(act.ruleset, scan.owner)
        stood = [
            item
            for item in self.passed
            if root in item.roots
            and item.who == who
            and item.may_be_replaced
            and same_matter(scan, item.act, act)
            and within(scan.window, item.act.rules_on, act.rules_on, act.ruleset)
        ]
        if not stood:
            return None
        stood[-1].is_replaced = True
        return stood[-1]

    def compared(
        self, item: Asked, who: Who, amount: Number, steps: tuple[Step, ...]
    ) -> tuple[Number, tuple[Step, ...], bool]:
        """Best-of: of each matter what stands is found by letting all of it pass again."""
        is_raise = False
        act, ruleset = item.act, item.act.ruleset
        for best in bests(item.clause, ruleset):
            scan = best.scan
            stood: list[Passed] = []
            for other in self.passed:
                if (
                    other.worth * amount > 0
                    and other.who == who
                    and self.is_of(scan.owner, ruleset, other.roots)
                    and same_matter(scan, other.act, act)
                ):
                    then = in_window(stood, scan.window, other.act, ruleset)
                    if all(size(one.worth) < size(other.worth) for one in then):
                        stood.append(other)
            rivals = in_window(stood, scan.window, act, ruleset)
            if amount and rivals:
                top = max(rivals, key=lambda one: size(one.worth))
                kept = min(max(size(item.worth) - size(top.worth), 0), size(amount))
                is_raise = is_raise or top.takes_a_time
                if kept != size(amount):
                    after = whole(kept if amount > 0 else -kept)
                    steps += (("best-of", top.worth, whole(amount), after),)
                    amount = after
        return amount, steps, is_raise

    def post(
        self, passed: Passed, account: Account, steps: tuple[Step, ...], former: Passed | None
    ) -> None:
        """One account's own limits on its own copy, then its ends, then the book."""
        act, who, name = passed.act, passed.who, account.name
        withheld = self.withheld(name, who, act.rules_on)
        balance = whole(self.balance(name, who) + withheld)
        was = 0 if former is None else former.stands.get(name, 0)
        amount, steps = self.limited(
            account.limits,
            act,
            who,
            passed.given,
            steps,
            is_raise=passed.is_raise,
            balance=balance - was,
        )
        amount, steps = stopped(account, balance - was, amount, steps)
        passed.posted[name] = amount
        rival = None
        if was:
            assert former is not None
            rival = former.act.id
            steps += (("last", was, amount, whole(amount - was)),)
            amount = whole(amount - was)
            if amount > 0:  # a smaller deduction gives points, which fill the account as others do
                net = [item for item in account.limits if is_net(item)]
                amount, steps = self.limited(
                    net, act, who, amount, steps, is_raise=False, balance=balance
                )
            amount, steps = stopped(account, balance, amount, steps)
        floor = account.running_floor
        passes = withheld and floor is not None and amount < 0
        is_told = any(step[0] == "floor" for step in steps)
        if passes and not is_told and balance - withheld + amount < (floor or 0):
            # Only since what is withheld is there: that is told.
            steps += (("floor", balance, amount, amount),)
        passed.stands[name] = whole(was + amount)
        if act.record is not None:
            passed.valid.append(self.valid_until(act, account, amount, act.rules_on))
        kind = "settlement" if act.record is None else "award"
        self.enter_given(Entered(act.rules_on, who, name, kind, amount, act, steps, rival))

    def limited(  # noqa: PLR0913
        self,
        limits: Iterable[Limit],
        act: Act,
        who: Who,
        amount: Number,
        steps: tuple[Step, ...],
        *,
        is_raise: bool,
        balance: Number,
    ) -> tuple[Number, tuple[Step, ...]]:
        """The least room of all limits; of those that reject, the first to be asked."""
        if not amount:
            return amount, steps
        tight: list[tuple[bool, Number, int, int, Number]] = []
        for place, limit in enumerate(limits):
            transfer, window = limit.scan.transfer, limit.scan.window
            assert isinstance(transfer, LetThrough)
            assert isinstance(window, Period)
            of_balance = is_net(limit)
            if amount < 0 and of_balance:
                continue
            if not of_balance and (transfer.direction is Direction.GAIN) != (amount > 0):
                continue
            is_times = transfer.counted is Counted.TIMES
            if is_times and is_raise:
                continue
            used = balance if of_balance else self.used(limit, act, who, gains=amount > 0)
            room = transfer.maximum - used
            if room > 0 if is_times else size(amount) <= room:
                continue
            room = 0 if is_times else max(room, 0)
            accepts = limit.beyond is not Beyond.REFUSE
            tight.append((accepts, room, _LENGTHS.index(window), place, used))
        if not tight:
            return amount, steps
        accepts, room, _, _, used = min(tight)
        kept = room if accepts else 0
        after = whole(kept if amount > 0 else -kept)
        return after, (*steps, ("limit", used, whole(amount), after))

    def used(self, limit: Limit, act: Act, who: Who, *, gains: bool) -> Number:
        """What earlier candidates were given of the same limit, in the same period."""
        scan, transfer = limit.scan, limit.scan.transfer
        assert isinstance(transfer, LetThrough)
        if scan.window is Period.RECORD:
            return 0
        total: Number = 0
        for item in self.passed:
            owner = scan.owner
            account = owner.name if owner.kind is OwnerKind.ACCOUNT else None
            if item.who != who or item.is_replaced:
                continue
            if account is None and not self.is_of(owner, act.ruleset, item.roots):
                continue
            got = item.given if account is None else item.posted.get(account, 0)
            if got == 0 or (got > 0) != gains or not same_matter(scan, item.act, act):
                continue
            if not within(scan.window, item.act.rules_on, act.rules_on, act.ruleset):
                continue
            if transfer.counted is Counted.TIMES:
                total += 0 if item.is_raise else 1
            else:
                total += size(got)
        return whole(total)


def stopped(
    account: Account, balance: Number, amount: Number, steps: tuple[Step, ...]
) -> tuple[Number, tuple[Step, ...]]:
    """扣完为止, 加满为止."""
    floor, ceiling = account.running_floor, account.running_ceiling
    if amount < 0 and floor is not None and balance + amount < floor:
        after = whole(-max(balance - floor, 0))
        return after, (*steps, *([("floor", balance, amount, after)] if after != amount else []))
    if amount > 0 and ceiling is not None and balance + amount > ceiling:
        after = whole(max(ceiling - balance, 0))
        return after, (*steps, *([("ceiling", balance, amount, after)] if after != amount else []))
    return amount, steps


def is_net(limit: Limit) -> bool:
    transfer = limit.scan.transfer
    return isinstance(transfer, LetThrough) and transfer.direction is Direction.NET


def same_matter(scan: Scan, one: Act | Record, other: Act | Record) -> bool:
    if scan.per is Per.PERSON and one.person != other.person:
        return False
    if scan.window is Period.RECORD and one.id != other.id:
        return False
    return all(one.attributes.get(key.name) == other.attributes.get(key.name) for key in scan.key)


def within(window: Window, earlier: date, day: date, ruleset: Ruleset) -> bool:
    """Whether what happened at `earlier` is in the window of `day`."""
    if window is Period.RECORD:
        return True  # the same record was asked for
    if isinstance(window, Period):
        return days_of(window, day, ruleset).covers(earlier)
    if isinstance(window, WhileValid):
        raise NotImplementedError(window)
    first, last = min(earlier, day), max(earlier, day)
    return last <= moved(first, window, 1)


def in_window(items: Iterable[Passed], window: Window, act: Act, ruleset: Ruleset) -> list[Passed]:
    day = act.occurred_on
    return [item for item in items if within(window, item.act.occurred_on, day, ruleset)]


def number(record: Record, name: str) -> Number:
    found = record.attributes.get(name)
    if found is None:
        raise RefusedError("attribute")
    assert isinstance(found, (int, Fraction))
    return found
