"""A clause of records: what it gives, within which limits, to whom, and for how long."""

from pointrules.checking.clause_parts import ClauseParts, is_unlimited_and_limited
from pointrules.checking.clause_setting import ClauseSetting
from pointrules.checking.lower_amounts import lower_by_account
from pointrules.checking.lower_beneficiary import lower_beneficiaries, lower_multiplier
from pointrules.checking.lower_best_of import lower_best_of
from pointrules.checking.lower_bound import is_without_bare_bounds
from pointrules.checking.lower_escalation import lower_escalation
from pointrules.checking.lower_flag import lower_clears, lower_flags
from pointrules.checking.lower_guard import Guarded
from pointrules.checking.lower_last_counts import lower_last_counts, without_last_counts
from pointrules.checking.lower_limit import LimitSetting, lower_limits
from pointrules.checking.lower_schedule import ValueTails
from pointrules.checking.lower_stacking import lower_stacking
from pointrules.checking.lower_table import report_row
from pointrules.checking.lower_validity import lower_validity
from pointrules.checking.lower_value import GivesPoints, direction_of, lower_value
from pointrules.diagnostics.diagnostic import Label
from pointrules.model.clause import BestOf, Escalation, LastCounts, ScoringClause
from pointrules.model.limit import Limit
from pointrules.model.multiplier import Multiplier
from pointrules.model.scan import Direction
from pointrules.model.subject import SubjectKind
from pointrules.model.validity import Validity
from pointrules.model.value import Value
from pointrules.source.source_file import Span
from pointrules.syntax import tree

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


def lower_scoring(
    clause: tree.Clause,
    category: str | None,
    parts: ClauseParts,
    guarded: Guarded | None,
    setting: ClauseSetting,
) -> ScoringClause | None:
    """The clause; None after saying what is wrong with it."""
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
        is_sound = not is_unlimited_and_limited(parts, limits, setting) and is_sound
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


def _is_stray(parts: ClauseParts, effect: tree.Effect, setting: ClauseSetting) -> bool:
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


def _has_stray_amounts(parts: ClauseParts, setting: ClauseSetting) -> bool:
    """One amount for all accounts stands first, and another for one account after it."""
    for amount in parts.amounts[:1]:
        setting.scope.reporter.report(
            "account-amount-after-another", amount.span, account=amount.account.text
        )
    return bool(parts.amounts)


def _value(
    effect: GivesPoints | tree.AccountAmount,
    tails: ValueTails,
    parts: ClauseParts,
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


def _has_points_parts(parts: ClauseParts, setting: ClauseSetting) -> bool:
    """A clause that only opens a flag has nothing to limit, to double or to round."""
    report = setting.scope.reporter.report
    for row in parts.rows:
        report_row(row, setting)
    stray: list[Span] = [part.span for part in parts.limits if isinstance(part, _OF_POINTS)]
    for span in stray[:1]:
        report("points-missing", span, clause=setting.number)
    return bool(stray or parts.rows)
