"""Points by ordinal: which time it is, and what that gives."""

from pointrules.ledger.entry import Valuation
from pointrules.model.number import number_text
from pointrules.model.period import Period
from pointrules.model.scan import Occurrences, Scan
from pointrules.model.value import Ladder
from pointrules.report.wording_period import this_window
from pointrules.report.wording_quantity import amount_words
from pointrules.source.language import Language


def ladder_words(ladder: Ladder, valuation: Valuation, language: Language) -> str:
    """`一年内第 2 次：扣 5 分`, `第 1 次：警告`."""
    assert valuation.ordinal is not None, "a ladder goes by the ordinal"
    step = ladder.step(valuation.ordinal)
    given = amount_words(valuation.points, language)
    if step.is_warning:
        given = "警告" if language is Language.ZH else "a warning"
    ordinal = number_text(valuation.ordinal)
    if language is Language.EN:
        return f"number {ordinal}{occurrence_words(ladder.scan, language)}: {given}"
    return f"{occurrence_words(ladder.scan, language)}第 {ordinal} 次：{given}"


def occurrence_words(scan: Scan, language: Language) -> str:
    """Over what an occurrence is counted: `一年内`, `本年同类`; in English with a space before."""
    transfer = scan.transfer
    of_kind = isinstance(transfer, Occurrences) and transfer.of_kind
    window = "" if scan.window is Period.EVER else this_window(scan.window, language)
    if language is Language.EN:
        return f"{' of the kind' if of_kind else ''}{f' {window}' if window else ''}"
    return f"{window}{'同类' if of_kind else ''}"
