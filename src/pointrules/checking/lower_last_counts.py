"""每月最多 1 次，以最后一次为准: of one matter and period the last record counts, not the first."""

from collections.abc import Sequence

from pointrules.checking.clause_setting import ClauseSetting
from pointrules.checking.lower_matter import lower_matter
from pointrules.checking.resolve import Scope
from pointrules.diagnostics.diagnostic import Label
from pointrules.model.clause import LastCounts
from pointrules.model.period import Period
from pointrules.model.scan import LastOne, Scan
from pointrules.model.unit import TIME
from pointrules.model.value import ByRunningSum, Value
from pointrules.syntax import tree


def without_last_counts(parts: Sequence[object]) -> list[object]:
    """The parts without 以最后一次为准 and the limit before it, which is no limit then."""
    kept: list[object] = []
    for part in parts:
        if isinstance(part, tree.LastCounts):
            if kept and isinstance(kept[-1], tree.Limit):
                kept.pop()
        else:
            kept.append(part)
    return kept


def lower_last_counts(
    parts: Sequence[object], value: Value | None, setting: ClauseSetting
) -> tuple[LastCounts | None, bool]:
    """What makes the last record count, and whether nothing is wrong with it."""
    report = setting.scope.reporter.report
    found: LastCounts | None = None
    for index, part in enumerate(parts):
        if not isinstance(part, tree.LastCounts):
            continue
        limit = parts[index - 1] if index else None
        if not isinstance(limit, tree.Limit):
            report("last-counts-without-limit", part.span)
            return None, False
        if limit.quantity.unit != TIME.symbol or limit.quantity.number != 1:
            report("last-counts-of-several", limit.quantity.span)
            return None, False
        if found is not None:
            labels = (Label(found.origin, "first"),)
            report("part-twice", part.span, part="last-counts", labels=labels)
            return None, False
        best = next((item for item in parts if isinstance(item, tree.BestOf)), None)
        if best is not None:
            report("last-counts-with-best-of", part.span, labels=(Label(best.span, "other"),))
            return None, False
        if isinstance(value, ByRunningSum):
            report("last-counts-with-running-sum", part.span)
            return None, False
        if limit.period is Period.RECORD:
            report("limit-unit", limit.quantity.span, found=limit.quantity.unit)
            return None, False
        matter = lower_matter(
            limit.matter, setting.record_attribute, setting.accounts, setting.scope
        )
        if matter is None:
            return None, False
        setting.scope.reporter.uses_period(limit.period, limit.span)
        key, per = matter
        found = LastCounts(
            Scan(setting.owner, limit.period, key, LastOne(), per), limit.span.to(part.span)
        )
    return found, True


def is_without_last_counts(parts: Sequence[object], scope: Scope) -> bool:
    """Whether no part says 以最后一次为准; it is said of clauses only."""
    said = next((part for part in parts if isinstance(part, tree.LastCounts)), None)
    if said is not None:
        scope.reporter.report("last-counts-elsewhere", said.span)
    return said is None
