"""取最高 and 扣最重: which value stood, and what is left of this one."""

from pointrules.ledger.entry import Adjustment
from pointrules.model.clause import BestOf
from pointrules.model.period import Period
from pointrules.model.scan import OwnerKind, Per
from pointrules.report.wording_clause import clause_reference
from pointrules.report.wording_period import this_window
from pointrules.report.wording_quantity import points_words, size_of
from pointrules.source.language import Language


def best_of_words(
    best_of: BestOf, adjustment: Adjustment, looked_up: str | None, language: Language
) -> str:
    """The rule, what stood by which record or clause, and what this one adds to it."""
    is_loss = adjustment.before < 0
    this = points_words(size_of(adjustment.before), language)
    stood = points_words(size_of(adjustment.used), language)
    rest = points_words(size_of(adjustment.after), language)
    # An amount that another rule had lowered before is not the value that is compared here.
    difference = size_of(adjustment.before) - size_of(adjustment.used)
    is_difference = difference == size_of(adjustment.after)
    rule = _rule(best_of, language, is_loss=is_loss)
    by = _by(best_of, adjustment, language)
    if language is Language.EN:
        if adjustment.after == 0:
            return f"{rule}: {stood}{by} stand, these {this} do not add"
        if not is_difference:
            return f"{rule}: {stood}{by} stand, only {rest} more"
        return f"{rule}: {this} − {stood}{by} = {rest}"
    verb = "扣" if is_loss else "得"
    if adjustment.after == 0:
        return f"{rule}：{by}应{verb} {stood}，本次 {this}不另计"
    if not is_difference:
        return f"{rule}：{by}应{verb} {stood}，只再{'扣' if is_loss else '加'} {rest}"
    level = f"{looked_up} " if looked_up is not None else ""
    return f"{rule}：{level}{this} − {by}应{verb} {stood} = {rest}"


def _rule(best_of: BestOf, language: Language, *, is_loss: bool) -> str:
    scan = best_of.scan
    names = [attribute.name for attribute in scan.key]
    has_period = scan.window not in (Period.EVER, Period.RECORD)
    if language is Language.EN:
        window = f" {this_window(scan.window, language)}" if has_period else ""
        same = f" of the same {', '.join(names)}" if names else ""
        person = " of each person" if scan.per is Per.PERSON else ""
        record = " of one record" if scan.window is Period.RECORD else ""
        group = f"group “{scan.owner.name}”: " if scan.owner.kind is OwnerKind.GROUP else ""
        best = "heaviest" if is_loss else "best"
        return f"{group}only the {best}{record}{person}{same}{window}"
    window = this_window(scan.window, language) if has_period else ""
    if window and isinstance(scan.window, Period):
        window += "内"
    same = f"同一{'、'.join(names)}" if names else ""
    if scan.window is Period.RECORD:
        same = "同一记录"
    group = f"同组「{scan.owner.name}」" if scan.owner.kind is OwnerKind.GROUP else ""
    person = "按人" if scan.per is Per.PERSON else ""
    return f"{group}{window}{person}{same}{'扣最重' if is_loss else '取最高'}"


def _by(best_of: BestOf, adjustment: Adjustment, language: Language) -> str:
    """By which record it stands; by which clause, where both are of one record."""
    if best_of.scan.window is Period.RECORD and adjustment.rival_clause is not None:
        reference = clause_reference(adjustment.rival_clause, language)
        return f" by {reference}" if language is Language.EN else f"{reference}"
    if adjustment.rival is None:
        return ""
    if language is Language.EN:
        return f" from record {adjustment.rival}"
    return f"记录 {adjustment.rival} "
