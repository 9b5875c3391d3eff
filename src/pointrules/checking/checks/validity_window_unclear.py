"""有效期内 第 2 次起, and the accounts that a clause enters do not agree on how long that is."""

from collections.abc import Iterator

from pointrules.checking.meaning import Meaning
from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic
from pointrules.model.clause import ScoringClause
from pointrules.model.scan import WhileValid
from pointrules.model.value import Ladder


def validity_window_unclear(meaning: Meaning) -> Iterator[Diagnostic]:
    """Whether an earlier time still counts must not depend on the account that is asked."""
    for clause in meaning.scoring:
        if not _looks_back_while_valid(clause):
            continue
        accounts = [item for item in meaning.accounts if item.name in clause.accounts]
        found = [meaning.validity(clause, account) for account in accounts]
        rules = [None if item is None else item.rule for item in found]
        if None in rules or any(rule != rules[0] for rule in rules):
            span = meaning.number_span(clause)
            yield diagnose("validity-window-unclear", span, clause=clause.number)


def _looks_back_while_valid(clause: ScoringClause) -> bool:
    scans = [] if clause.escalation is None else [clause.escalation.scan]
    if isinstance(clause.value, Ladder):
        scans.append(clause.value.scan)
    return any(isinstance(scan.window, WhileValid) for scan in scans)
