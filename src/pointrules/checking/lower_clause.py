"""条款: guard, effect and everything that follows after commas."""

from collections.abc import Sequence
from typing import TypeVar

from msgspec import Struct, field

from pointrules.checking.clause_setting import ClauseSetting
from pointrules.checking.limits import MAX_ROWS
from pointrules.checking.lower_account import entered_accounts
from pointrules.checking.lower_amounts import accounts_with_amounts, lower_by_account
from pointrules.checking.lower_beneficiary import lower_beneficiaries, lower_multiplier
from pointrules.checking.lower_best_of import lower_best_of
from pointrules.checking.lower_bound import is_without_bare_bounds
from pointrules.checking.lower_escalation import lower_escalation
from pointrules.checking.lower_flag import WrittenFlag, lower_clears, lower_flags
from pointrules.checking.lower_guard import Guarded, lower_guard
from pointrules.checking.lower_last_counts import lower_last_counts, without_last_counts
from pointrules.checking.lower_limit import LimitSetting, lower_limits
from pointrules.checking.lower_schedule import ValueTails
from pointrules.checking.lower_settlement import WrittenSettlement, lower_settlement
from pointrules.checking.lower_stacking import lower_stacking
from pointrules.checking.lower_table import report_row
from pointrules.checking.lower_validity import WrittenValidity, lower_validity, validity_row
from pointrules.checking.lower_value import GivesPoints, direction_of, lower_value
from pointrules.checking.resolve import Scope
from pointrules.checking.value_types import points_in
from pointrules.diagnostics.diagnostic import Label
from pointrules.model.account import Account, Category
from pointrules.model.clause import (
    BestOf,
    Clause,
    DraftClause,
    Escalation,
    LastCounts,
    ManualClause,
    ScoringClause,
    UnscoredClause,
)
from pointrules.model.limit import Limit
from pointrules.model.multiplier import Multiplier
from pointrules.model.period import Period
from pointrules.model.scan import Direction
from pointrules.model.subject import SubjectKind
from pointrules.model.trigger import TriggerClause
from pointrules.model.validity import Validity
from pointrules.model.value import Value
from pointrules.source.source_file import Span
from pointrules.syntax import tree

_T = TypeVar(
    "_T",
    tree.GivenTo,
    tree.Multiplied,
    tree.BestOf,
    tree.Entered,
    tree.Rounding,
    tree.Reached,
    tree.Unlimited,
    tree.Instead,
    tree.JudgedFirst,
    tree.EntryValidity,
    tree.ValidityClock,
)
_OF_POINTS = (
    tree.Limit,
    tree.Beyond,
    tree.LastCounts,
    tree.Unlimited,
    tree.Escalation,
    tree.BestOf,
    tree.Rounding,
    tree.Reached,
    tree.Multiplied,
    tree.AccountAmount,
    tree.EntryValidity,
    tree.ValidityClock,
    tree.ValidityRow,
    tree.LadderStep,
    tree.BareBound,
)
_OF_FLAGS = (tree.NamedRow, tree.AlsoFlag, tree.FlagEnd)


def lower_clause(clause: tree.Clause, scope: Scope, *, is_whole: bool) -> Clause | None:
    """A clause; None after saying what is wrong with it."""
    category: Category | None = None
    is_sound = True
    if clause.category is not None:
        key = scope.key(clause.category, "category")
        category = None if key is None else scope.categories.get(key)
        is_sound = category is not None
    number = clause.number.text
    text = None if clause.text is None else clause.text.text
    name = None if category is None else category.name
    match clause.body:
        case tree.Unscored(reason):
            if reason is None:
                if is_whole:
                    scope.reporter.report("reason-missing", clause.body.span)
                return None
            unscored = UnscoredClause(number, text, name, reason.text, clause.span)
            return unscored if is_sound else None
        case tree.Manual(by_whom, reason):
            why = None if reason is None else reason.text
            who = None if by_whom is None else _decider(by_whom, scope)
            is_sound = is_sound and (by_whom is None or who is not None)
            return ManualClause(number, text, name, who, why, clause.span) if is_sound else None
        case tree.Draft(reason):
            scope.reporter.report("clause-to-be-settled", clause.number.span, clause=number)
            why = None if reason is None else reason.text
            return DraftClause(number, text, name, why, clause.span) if is_sound else None
        case tree.Sentence(guard):
            parts = _parts_of(clause.body, scope)
            if isinstance(guard, tree.PointsGuard):
                trigger = _trigger(clause, guard, name, parts, scope, is_whole=is_whole)
                return trigger if is_sound else None
            guarded = lower_guard(guard, number, scope)
            accounts = _accounts(clause, category, parts, scope, is_whole=is_whole)
            setting = ClauseSetting(
                number,
                scope,
                is_whole,
                None if guarded is None else guarded.behaviours,
                accounts or (),
            )
            lowered = _scoring(clause, name, parts, guarded, setting)
            return lowered if is_sound and accounts is not None else None
        case tree.Settlement():
            parts = _parts_of(clause.body, scope)
            accounts = _accounts(clause, category, parts, scope, is_whole=is_whole)
            setting = ClauseSetting(number, scope, is_whole, (), accounts or ())
            written = WrittenSettlement(
                text,
                name,
                clause.body,
                ValueTails(parts.rows, parts.rounding, parts.reached, ()),
                parts.limits,
                parts.flags,
                parts.validity,
                clause.span,
            )
            settled = lower_settlement(written, setting)
            if parts.unlimited is not None and settled is not None:
                is_sound = (
                    not _is_unlimited_and_limited(parts, settled.limits, setting) and is_sound
                )
            return settled if is_sound and parts.is_sound and accounts is not None else None


def _decider(by_whom: tree.ByWhom, scope: Scope) -> str | None:
    """Who decides: a declared decider, or a body that is quoted."""
    who = by_whom.who
    if isinstance(who, tree.Text):
        return who.text
    key = scope.key(who, "decider")
    return None if key is None else scope.deciders.get(key)


# ---- the parts of a sentence


class _Parts(Struct):
    """What follows the effect, by kind, in order."""

    rows: list[tree.Row] = field(default_factory=list)
    steps: list[tree.LadderStep] = field(default_factory=list)
    flags: list[WrittenFlag] = field(default_factory=list)
    clears: list[tree.Clears] = field(default_factory=list)
    instead: tree.Instead | None = None
    judged_first: tree.JudgedFirst | None = None
    escalations: list[tree.Escalation] = field(default_factory=list)
    stackings: list[tree.Adds | tree.Precedes] = field(default_factory=list)
    limits: list[object] = field(default_factory=list)
    best_of: tree.BestOf | None = None
    entered: tree.Entered | None = None
    given_to: tree.GivenTo | None = None
    multiplied: tree.Multiplied | None = None
    amounts: list[tree.AccountAmount] = field(default_factory=list)
    rounding: tree.Rounding | None = None
    reached: tree.Reached | None = None
    unlimited: tree.Unlimited | None = None
    validity: WrittenValidity = field(default_factory=WrittenValidity)
    is_sound: bool = True


def _parts_of(sentence: tree.Sentence | tree.Settlement, scope: Scope) -> _Parts:
    parts = _Parts()
    flag: tree.NamedRow | None = None
    is_after_unknown = False
    if isinstance(sentence.effect, tree.NamedRow):
        flag = sentence.effect
        parts.flags.append(WrittenFlag(flag, None))
    elif isinstance(sentence.effect, tree.Clears):
        parts.clears.append(sentence.effect)
    for tail in sentence.tails:
        opened: tree.NamedRow | None = None
        match tail:
            case tree.AlsoFlag(row):
                opened = row
            case tree.NamedRow(name) if scope.is_of_kind(name, "flag"):
                opened = tail
            case tree.FlagEnd(_, span):
                if flag is None:
                    parts.is_sound = False
                    if not is_after_unknown:
                        scope.reporter.report("until-without-flag", span)
                else:
                    parts.flags[-1] = WrittenFlag(flag, tail)
            case _:
                _take(tail, parts, scope)
        if opened is not None:
            parts.flags.append(WrittenFlag(opened, None))
        flag = opened
        is_after_unknown = isinstance(tail, tree.NamedRow) and not tail.name.is_declared
    if len(parts.rows) > MAX_ROWS:
        scope.reporter.report("too-many-rows", parts.rows[MAX_ROWS].span, limit=str(MAX_ROWS))
        parts.rows = []
        parts.is_sound = False
    return parts


def _take(tail: tree.Tail, parts: _Parts, scope: Scope) -> None:
    parts.limits.append(tail)  # a limit must know what stands right after it
    match tail:
        case tree.Escalation():
            parts.escalations.append(tail)
        case tree.Adds() | tree.Precedes():
            parts.stackings.append(tail)
        case tree.Clears() | tree.Instead() | tree.JudgedFirst():
            _take_of_flags(tail, parts, scope)
        case tree.BestOf():
            parts.best_of = _once(parts.best_of, tail, "best-of", scope)
        case tree.Entered():
            parts.entered = _once(parts.entered, tail, "entered", scope)
        case tree.GivenTo():
            parts.given_to = _once(parts.given_to, tail, "given-to", scope)
        case tree.Multiplied():
            parts.multiplied = _once(parts.multiplied, tail, "multiplied", scope)
        case tree.AccountAmount():
            parts.amounts.append(tail)
        case tree.Rounding():
            parts.rounding = _once(parts.rounding, tail, "rounding", scope)
        case tree.Reached():
            parts.reached = _once(parts.reached, tail, "reached", scope)
        case tree.Unlimited():
            parts.unlimited = _once(parts.unlimited, tail, "unlimited", scope)
        case tree.EntryValidity() | tree.ValidityClock() | tree.ValidityRow():
            _take_of_validity(tail, parts, scope)
        case (
            tree.Limit()
            | tree.Beyond()
            | tree.LastCounts()
            | tree.FlagEnd()
            | tree.AlsoFlag()
            | tree.Continues()
            | tree.Afresh()
            | tree.BareBound()
            | tree.Replaces()
        ):
            pass
        case tree.LadderStep():
            parts.steps.append(tail)
        case _:
            _take_row(tail, parts)


def _take_of_flags(
    tail: tree.Clears | tree.Instead | tree.JudgedFirst, parts: _Parts, scope: Scope
) -> None:
    match tail:
        case tree.Clears():
            parts.clears.append(tail)
        case tree.Instead():
            parts.instead = _once(parts.instead, tail, "instead", scope)
        case tree.JudgedFirst():
            parts.judged_first = _once(parts.judged_first, tail, "judged-first", scope)


def _take_of_validity(
    tail: tree.EntryValidity | tree.ValidityClock | tree.ValidityRow, parts: _Parts, scope: Scope
) -> None:
    said = parts.validity
    match tail:
        case tree.EntryValidity():
            said.validity = _once(said.validity, tail, "entry-validity", scope)
        case tree.ValidityClock():
            said.clock = _once(said.clock, tail, "validity-clock", scope)
        case tree.ValidityRow():
            said.rows.append(tail)


def _take_row(row: tree.Row, parts: _Parts) -> None:
    """A row that tells a time, behind a validity with rows, is one of its own."""
    of_validity = validity_row(row) if parts.validity.takes_rows else None
    if of_validity is None:
        parts.rows.append(row)
    else:
        parts.validity.rows.append(of_validity)


def _once(before: _T | None, tail: _T, word: str, scope: Scope) -> _T:
    if before is None:
        return tail
    label = Label(before.span, "first")
    scope.reporter.report("part-twice", tail.span, part=word, labels=(label,))
    return before


def _accounts(
    clause: tree.Clause, category: Category | None, parts: _Parts, scope: Scope, *, is_whole: bool
) -> tuple[Account, ...] | None:
    """Its own, else its category's, else the only account there is; None after saying it lacks."""
    body = clause.body
    if isinstance(body, tree.Sentence) and isinstance(body.effect, tree.AccountAmount):
        return accounts_with_amounts(body, parts.entered, scope)
    if parts.entered is not None:
        return entered_accounts(parts.entered.accounts, scope)
    if category is not None and category.accounts:
        return tuple(
            account for account in scope.accounts.values() if account.name in category.accounts
        )
    if clause.category is not None and category is None:
        return None
    declared = tuple(scope.names_of_kinds("account"))
    if len(declared) == 1 and not scope.lost_names and scope.is_whole:
        return tuple(scope.accounts.values()) or None
    if not declared or not scope.is_whole:
        return None
    accounts = tuple(scope.accounts.values())
    kinds = {account.subject_kind for account in accounts}
    gives_points = (
        not isinstance(clause.body, tree.Sentence | tree.Settlement)
        or not isinstance(clause.body.effect, tree.NamedRow | tree.Clears)
        or parts.instead is not None
    )
    if not gives_points and len(accounts) == len(declared) and len(kinds) == 1:
        return accounts  # only whose flag it opens matters
    if is_whole:
        scope.reporter.report(
            "account-missing", clause.number.span, clause=clause.number.text, choices=declared
        )
    return None


def _trigger(  # noqa: PLR0913
    clause: tree.Clause,
    guard: tree.PointsGuard,
    category: str | None,
    parts: _Parts,
    scope: Scope,
    *,
    is_whole: bool,
) -> TriggerClause | None:
    """A clause that looks at points: it can only open flags."""
    sentence = clause.body
    if not isinstance(sentence, tree.Sentence):
        raise TypeError(sentence)
    scope.reporter.uses_measure(guard.measure, guard.span)
    key = scope.key(guard.account, "account")
    account = None if key is None else scope.accounts.get(key)
    bound = points_in(guard.bounded.quantity, scope, signed=True)
    stray = next((tail for tail in sentence.tails if not isinstance(tail, _OF_FLAGS)), None)
    unfit = [
        *([] if isinstance(sentence.effect, tree.NamedRow) else [sentence.effect.span]),
        *([] if stray is None else [stray.span]),
        *(row.span for row in parts.rows),
    ]
    if unfit:
        scope.reporter.report("points-open-flags-only", unfit[0], clause=clause.number.text)
        return None
    if account is None or bound is None:
        return None
    setting = ClauseSetting(clause.number.text, scope, is_whole, None, (account,))
    flags = lower_flags(parts.flags, (account.subject_kind,), setting)
    if flags is None or not parts.is_sound:
        return None
    return TriggerClause(
        clause.number.text,
        None if clause.text is None else clause.text.text,
        category,
        account.name,
        guard.measure,
        guard.bounded.comparison,
        bound,
        flags,
        clause.span,
    )


def _scoring(
    clause: tree.Clause,
    category: str | None,
    parts: _Parts,
    guarded: Guarded | None,
    setting: ClauseSetting,
) -> ScoringClause | None:
    sentence = clause.body
    if not isinstance(sentence, tree.Sentence):
        raise TypeError(sentence)
    effect = sentence.effect
    is_sound = parts.is_sound
    for part in parts.limits:
        if isinstance(part, tree.Replaces):
            setting.scope.reporter.report("replaces-outside-settlement", part.span)
            is_sound = False
    kinds = tuple(
        kind
        for kind in SubjectKind
        if any(account.subject_kind is kind for account in setting.accounts)
    )
    flags = lower_flags(parts.flags, kinds, setting)
    clears = lower_clears(parts.clears, parts.instead, kinds, setting)
    is_sound = not _is_stray(parts, effect, setting) and is_sound
    stacking = lower_stacking(parts.stackings, setting)
    value: Value | None = None
    validity: Validity | None = None
    limits: tuple[Limit, ...] = ()
    escalation: Escalation | None = None
    best_of: BestOf | None = None
    last_counts: LastCounts | None = None
    multiplier: Multiplier | None = None
    beneficiaries = lower_beneficiaries(parts.given_to, sentence, setting)
    if isinstance(effect, tree.NamedRow | tree.Clears):
        direction = Direction.NET
        is_sound = not _has_points_parts(parts, setting) and is_sound
        if parts.instead is not None and isinstance(effect, tree.Clears):
            direction = Direction.LOSS
            value = lower_value(
                tree.Constant(direction, parts.instead.amount, parts.instead.span),
                ValueTails([], None, None, []),
                setting,
            )
            is_sound = is_sound and value is not None
    else:
        tails = ValueTails(parts.rows, parts.rounding, parts.reached, parts.steps)
        direction = direction_of(effect, tails)
        value, has_value = _value(effect, tails, parts, sentence, setting)
        is_sound = has_value and is_sound
        multiplier = lower_multiplier(parts.multiplied, value, setting)
        last_counts, is_last_sound = lower_last_counts(parts.limits, value, setting)
        lowered_limits = lower_limits(
            without_last_counts(parts.limits),
            LimitSetting(setting.owner, direction, setting.accounts, setting.record_attribute),
            setting.scope,
        )
        escalation = lower_escalation(parts.escalations, value, setting)
        best_of = lower_best_of(parts.best_of, setting)
        validity, has_validity = lower_validity(
            parts.validity, setting.record_attribute, setting.scope, is_whole=setting.is_whole
        )
        is_sound = is_sound and has_validity
        is_sound = (
            is_sound
            and value is not None
            and lowered_limits is not None
            and is_last_sound
            and (multiplier is not None or parts.multiplied is None)
            and is_without_bare_bounds(parts.limits, setting.scope, of_account=False)
            and (escalation is not None or not parts.escalations)
            and (best_of is not None or parts.best_of is None)
        )
        limits = lowered_limits or ()
        is_sound = not _is_unlimited_and_limited(parts, limits, setting) and is_sound
    if not is_sound or guarded is None or flags is None or clears is None or stacking is None:
        return None
    if beneficiaries is None:
        return None
    return ScoringClause(
        clause.number.text,
        None if clause.text is None else clause.text.text,
        category,
        () if value is None else tuple(account.name for account in setting.accounts),
        tuple(behaviour.name for behaviour in guarded.behaviours),
        guarded.condition,
        value,
        direction,
        escalation,
        best_of,
        last_counts,
        limits,
        parts.unlimited is not None,
        stacking,
        flags,
        clears,
        parts.judged_first is not None,
        beneficiaries,
        multiplier,
        validity,
        clause.span,
    )


def _is_stray(parts: _Parts, effect: tree.Effect, setting: ClauseSetting) -> bool:
    """Words about flags in a clause that they have nothing to do with."""
    report = setting.scope.reporter.report
    is_stray = False
    if parts.instead is not None and not isinstance(effect, tree.Clears):
        report("instead-without-flag", parts.instead.span)
        is_stray = True
    if parts.judged_first is not None and not parts.flags:
        report("judged-first-without-flag", parts.judged_first.span)
        is_stray = True
    elif (
        parts.judged_first is not None
        and not isinstance(effect, tree.NamedRow | tree.Clears)
        and effect.direction is Direction.LOSS
    ):
        label = Label(effect.span, "deduction")
        report("judged-first-with-deduction", parts.judged_first.span, labels=(label,))
        is_stray = True
    return is_stray


def _has_stray_amounts(parts: _Parts, setting: ClauseSetting) -> bool:
    """One amount for all accounts stands first, and another for one account after it."""
    for amount in parts.amounts[:1]:
        setting.scope.reporter.report(
            "account-amount-after-another", amount.span, account=amount.account.text
        )
    return bool(parts.amounts)


def _value(
    effect: GivesPoints | tree.AccountAmount,
    tails: ValueTails,
    parts: _Parts,
    sentence: tree.Sentence,
    setting: ClauseSetting,
) -> tuple[Value | None, bool]:
    """What the effect gives, and whether nothing stands beside it that belongs elsewhere."""
    if isinstance(effect, tree.AccountAmount):
        return lower_by_account(sentence, setting), True
    if isinstance(effect, tree.LadderStep) and parts.escalations:
        span = parts.escalations[0].span
        setting.scope.reporter.report("ladder-with-escalation", span)
        parts.escalations.clear()
        return None, False
    value = lower_value(effect, tails, setting)
    return value, not _has_stray_amounts(parts, setting)


def _has_points_parts(parts: _Parts, setting: ClauseSetting) -> bool:
    """A clause that only opens a flag has nothing to limit, to double or to round."""
    report = setting.scope.reporter.report
    for row in parts.rows:
        report_row(row, setting)
    stray: list[Span] = [part.span for part in parts.limits if isinstance(part, _OF_POINTS)]
    for span in stray[:1]:
        report("points-missing", span, clause=setting.number)
    return bool(stray or parts.rows)


def _is_unlimited_and_limited(
    parts: _Parts, limits: Sequence[object], setting: ClauseSetting
) -> bool:
    if parts.unlimited is None:
        return False
    lasting = [
        part
        for part in parts.limits
        if isinstance(part, tree.Limit) and part.period is not Period.RECORD
    ]
    if not lasting or not limits:
        return False
    label = Label(lasting[0].span, "limit")
    setting.scope.reporter.report("unlimited-with-limit", parts.unlimited.span, labels=(label,))
    return True
