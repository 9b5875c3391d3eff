"""What open flags do to points: gains are held, accounts are kept lowered (R8, R9, R39).

Everything that a record or a settlement gives or takes passes here on its way into the book, after
all limits. A held gain has used its room; only its entry comes later. What a lowered account was
kept from, a repair lets enter.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from pointrules.engine.after_repair import Missing, Worth, worths
from pointrules.engine.agenda import Agenda, Phase
from pointrules.engine.book import Book
from pointrules.engine.opened_flag import OpenedFlag
from pointrules.engine.rules import EditionRules, rules_on
from pointrules.ledger.entry import Adjustment, Entry, EntryKind, KeptAtZero, ReleasedFrom
from pointrules.ledger.flag_ground import (
    FlagGround,
    KeptBack,
    LapsedWithPeriod,
    ReturnedByRepair,
    TakenByFlag,
)
from pointrules.ledger.held_gain import HeldGain
from pointrules.ledger.measures import measure
from pointrules.model.account import Account
from pointrules.model.clause import LastCounts
from pointrules.model.flag import HoldsGains, LowersPoints
from pointrules.model.number import Number, simplified
from pointrules.model.subject import Subject, SubjectKind

_ONE_DAY = timedelta(days=1)
_RETURNS, _RELEASES = 0, 1
"""On one day what a repair gives back comes before gains that were held."""


class _Withheld(Struct, eq=False):
    """Points that come back when every flag in `waits_for` was withdrawn by a record.

    `entry` is what would have entered; None for what `taken_by` took when it opened.
    """

    account: str
    subject: Subject
    missing: Missing
    entry: Entry | None
    taken_by: OpenedFlag | None
    waits_for: list[OpenedFlag]


class FlagEffects:
    """The flags that do something to points, and what waits for their end."""

    def __init__(self, editions: Sequence[EditionRules], book: Book, agenda: Agenda) -> None:
        self.openers: Callable[[str, Subject, date], frozenset[str]] | None = None
        self._editions = editions
        self._book = book
        self._agenda = agenda
        self._active: dict[tuple[SubjectKind, str], list[OpenedFlag]] = {}
        self._held: dict[tuple[SubjectKind, str], list[Entry]] = {}
        self._withheld: dict[tuple[SubjectKind, str], list[_Withheld]] = {}
        self._back: dict[tuple[SubjectKind, str], list[_Withheld]] = {}

    def _openers(self, subject: Subject, flag: str, day: date) -> frozenset[str]:
        """The records for which `flag` is open on the subject on `day`."""
        assert self.openers is not None, "flags have effects once they are known"
        return self.openers(flag, subject, day)

    # ---- flags that open and close

    def begin(self, opened: OpenedFlag) -> None:
        """A flag opens: what it lowers is lowered on the day of what opened it."""
        subject = opened.subject
        points = [e for e in opened.effects if isinstance(e, HoldsGains | LowersPoints)]
        if not points:
            return
        self._active.setdefault((subject.kind, subject.id), []).append(opened)
        if opened.last_day is not None and any(isinstance(e, HoldsGains) for e in points):
            self._release_on(opened.last_day + _ONE_DAY, subject)
        by_record = opened.record_id is not None
        phase = Phase.OPENING_VETO if by_record else Phase.CLOSING_VETO
        for effect in points:
            if isinstance(effect, LowersPoints):
                lower = partial(self._lower, opened, effect)
                self._agenda.add(opened.reached_on, phase, 0, subject.id, lower)

    def end(self, closed: OpenedFlag, day: date) -> None:
        """A record closes a flag before its time; `day` is free."""
        subject = closed.subject
        if any(isinstance(effect, LowersPoints) for effect in closed.effects):
            give_back = partial(self._give_back, closed, day)
            self._agenda.add(day, Phase.RELEASE, _RETURNS, subject.id, give_back)
        if any(isinstance(effect, HoldsGains) for effect in closed.effects):
            self._release_on(day, subject)

    def _release_on(self, day: date, subject: Subject) -> None:
        release = partial(self._release, day, subject)
        self._agenda.add(day, Phase.RELEASE, _RELEASES, subject.id, release)

    # ---- points on their way into the book

    def enter(self, entry: Entry) -> None:
        """Enter what a record or a settlement gave, hold it, or enter it as 0."""
        if not self._active or not entry.points:
            self._book.enter(entry)
            return
        key = (entry.subject.kind, entry.subject.id)
        flags = self._active.get(key)
        if flags is None:
            self._book.enter(entry)
            return
        waits = entry.points > 0 or self._takes_back_held(entry)
        if waits and self._holding(flags, entry.account, entry.day) is not None:
            self._held.setdefault(key, []).append(entry)
            return
        lowering = [
            flag for flag in flags if flag.lowers(entry.account) and _keeps_down(flag, entry)
        ]
        if not lowering:
            self._book.enter(entry)
            return
        flag = lowering[0]
        adjustment = Adjustment(KeptAtZero(flag.flag, flag.clause), 0, entry.points, 0)
        adjustments = (*entry.adjustments, adjustment)
        self._book.enter(replace(entry, points=0, adjustments=adjustments))
        record_id = None if entry.record is None else entry.record.id
        missing = Missing(entry.day, entry.points, record_id)
        self._withheld.setdefault(key, []).append(
            _Withheld(entry.account, entry.subject, missing, entry, None, lowering)
        )

    def _takes_back_held(self, entry: Entry) -> bool:
        """Whether the entry lowers what a record before it gave, which is held itself."""
        key = (entry.subject.kind, entry.subject.id)
        held = {
            item.record.id
            for item in self._held.get(key, ())
            if item.account == entry.account and item.record is not None
        }
        return any(
            isinstance(item.cause, LastCounts) and item.rival in held for item in entry.adjustments
        )

    def withheld(self, account: str, kind: SubjectKind, subject_id: str, day: date) -> Number:
        """What has passed its limits already but is in no balance: limits of balances count it.

        That are held gains, and what a repair on `day` would bring back. What is held has passed at
        its place (R8): an award must not fill the room that it has taken, and a deduction finds it
        there, though its entry comes later.
        """
        key = (kind, subject_id)
        if key not in self._active:
            return 0
        held = (entry.points for entry in self._held.get(key, ()) if entry.account == account)
        kept = [
            item
            for item in self._withheld.get(key, ())
            if item.account == account and not _is_lost(item, day)
        ]
        worth = (item.points for item in self._worths(key, kept, day)) if kept else ()
        return simplified(sum(held, 0) + sum(worth, 0))

    def held_gains(self, as_of: date) -> tuple[HeldGain, ...]:
        """The gains that are still held on `as_of`."""
        found = []
        for key, entries in self._held.items():
            for entry in entries:
                flag = self._holding(self._active[key], entry.account, as_of)
                if entry.day <= as_of and flag is not None:
                    found.append(HeldGain(entry, flag.interval(as_of)))
        found.sort(key=lambda item: (item.entry.day, item.entry.subject, item.entry.account))
        return tuple(found)

    # ---- on the agenda

    def _lower(self, opened: OpenedFlag, effect: LowersPoints) -> None:
        """Take what lies above the number that the flag lowers to."""
        if opened.last_day is not None and opened.last_day < opened.first_day:
            return  # withdrawn on the day of its opening
        day, subject = opened.reached_on, opened.subject
        rules = rules_on(self._editions, day)
        if rules is None:
            return
        for account in rules.ruleset.accounts:
            if account.subject_kind is not subject.kind or (
                effect.accounts and account.name not in effect.accounts
            ):
                continue
            found = self._measure(account, subject, effect, day)
            if found <= effect.to:
                continue
            taken = simplified(effect.to - found)
            ground = TakenByFlag(
                opened.flag, opened.clause, opened.record_id, effect.measure, found, effect.to
            )
            self._enter_veto(account.name, subject, day, taken, opened.edition, ground)
            self._withheld.setdefault((subject.kind, subject.id), []).append(
                _Withheld(account.name, subject, Missing(day, -taken), None, opened, [opened])
            )

    def _give_back(self, closed: OpenedFlag, day: date) -> None:
        """After a repair: what was taken comes back, and what was kept at 0 enters (R39).

        What another open flag keeps down as well goes on waiting for that one.
        """
        subject = closed.subject
        key = (subject.kind, subject.id)
        items = self._withheld.get(key, [])
        self._withheld[key] = [item for item in items if closed not in item.waits_for]
        comes_back: list[_Withheld] = []
        for item in items:
            if closed not in item.waits_for or _is_lost(item, day):
                continue
            waits_for = [flag for flag in item.waits_for if flag is not closed]
            waits_for += [
                flag
                for flag in self._active[key]
                if flag not in waits_for and flag.lowers(item.account) and flag.covers(day)
            ]
            if waits_for:
                item.waits_for = waits_for
                self._withheld[key].append(item)
            else:
                comes_back.append(item)
        worth = self._worths(key, comes_back, day)
        for item, left in zip(comes_back, worth, strict=True):
            self._return(item, left, closed, day)
            item.missing.back_on = day
        self._back.setdefault(key, []).extend(comes_back)

    def _return(self, item: _Withheld, left: Worth, closed: OpenedFlag, day: date) -> None:
        taken, worth = item.missing.points, left.points
        if item.entry is not None and worth == taken:
            self._book.enter(_released(item.entry, closed.flag, day))
            return
        if (
            item.entry is not None
            and not worth
            and not any(end.left_without or end.left_together for end in left.ends)
        ):
            return  # nothing of that period was left anyway
        taken_by = item.taken_by or closed
        names = (closed.flag, closed.closed_by or "", taken_by.flag)
        why: FlagGround
        kept = None
        if item.entry is not None:
            record = item.entry.record
            kept = KeptBack(None if record is None else record.id)
        if worth == taken:
            why = ReturnedByRepair(*names, taken, item.missing.day)
        else:
            why = LapsedWithPeriod(*names, taken, item.missing.day, worth, kept, left.ends)
        self._enter_veto(item.account, item.subject, day, worth, taken_by.edition, why)

    def _release(self, day: date, subject: Subject) -> None:
        """Let held gains enter, unless another flag holds them on."""
        key = (subject.kind, subject.id)
        waiting = self._held.pop(key, [])
        for entry in waiting:
            flag = self._holding(self._active[key], entry.account, entry.day)
            name = "" if flag is None else flag.flag
            if self._holding(self._active[key], entry.account, day) is not None:
                self._held.setdefault(key, []).append(entry)
            else:
                self.enter(_released(entry, name, day))

    # ---- questions

    @staticmethod
    def _holding(flags: Sequence[OpenedFlag], account: str, day: date) -> OpenedFlag | None:
        return next((flag for flag in flags if flag.holds(account) and flag.covers(day)), None)

    def _measure(
        self, account: Account, subject: Subject, effect: LowersPoints, day: date
    ) -> Number:
        entries = self._book.entries_of(account.name, subject.id)
        rules = rules_on(self._editions, day)
        year_start = (rules or self._editions[0]).ruleset.year_start
        return measure(entries, subject, account, effect.measure, as_of=day, year_start=year_start)

    def _worths(
        self, key: tuple[SubjectKind, str], items: Sequence[_Withheld], day: date
    ) -> list[Worth]:
        """What each is on `day`, after what has come back already: ends of periods take theirs."""
        back = self._back.get(key, [])
        found: dict[int, Worth] = {}
        for account in dict.fromkeys(item.account for item in items):
            own = [item for item in items if item.account == account]
            missing = [item.missing for item in (*back, *own) if item.account == account]
            entries = self._book.entries_of(account, key[1])
            openers = partial(self._openers, own[0].subject)
            worth = worths(missing, account, self._editions, entries, day, openers)
            found.update(zip(map(id, own), worth[-len(own) :], strict=True))
        return [found[id(item)] for item in items]

    def _enter_veto(  # noqa: PLR0913, PLR0917
        self,
        account: str,
        subject: Subject,
        day: date,
        points: Number,
        edition: str,
        ground: FlagGround,
    ) -> None:
        kind = EntryKind.VETO
        self._book.enter(
            Entry(subject, account, day, kind, points, edition, None, None, None, (), ground)
        )


def _released(entry: Entry, flag: str, day: date) -> Entry:
    """The entry as it enters on `day`, after all."""
    late = Adjustment(ReleasedFrom(flag, entry.day), 0, entry.points, entry.points)
    return replace(entry, day=day, adjustments=(*entry.adjustments, late))


def _keeps_down(flag: OpenedFlag, entry: Entry) -> bool:
    """Whether it is open on the day of the entry, or had been on the day of what is entered."""
    if flag.covers(entry.day):
        return True
    if entry.record is None or flag.closed_by is not None:
        return False
    return flag.covers(entry.record.occurred_on)


def _is_lost(item: _Withheld, day: date) -> bool:
    """Whether a flag ran out before anyone withdrew it: then what it took stays taken."""
    return any(
        flag.closed_by is None and flag.last_day is not None and flag.last_day < day
        for flag in item.waits_for
    )
