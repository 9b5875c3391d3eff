"""A loan quote step by step."""

from pointrules.ledger.loan_quote import LoanQuote, RateStep, RateStepKind
from pointrules.model.loan import (
    LineByPoints,
    LineDecidedBy,
    Loan,
    LowestRate,
    RateDecidedBy,
    RateTable,
)
from pointrules.model.number import Number, number_text
from pointrules.model.schedule import Band, Linear
from pointrules.model.unit import POINT
from pointrules.report.wording_eligibility import barred_words
from pointrules.report.wording_measure import MEASURES
from pointrules.report.wording_quantity import points_words, rate_text, yuan_words
from pointrules.report.wording_schedule import band_edge, rounding_words
from pointrules.source.language import Language


def rate_step_words(step: RateStep, loan: Loan, language: Language) -> str:
    """One step of the rate's arithmetic: `5% − 0.58 = 4.42%`."""
    chinese = language is Language.ZH
    before, after = number_text(step.before), number_text(step.after)
    cut_unit = "个百分点" if chinese else "percentage points"
    change = f"{before} → {after}"
    rates = f"{rate_text(step.before)} → {rate_text(step.after)}"
    if step.before == step.after:
        same = "，不变" if chinese else ", unchanged"
        change, rates = after + same, rate_text(step.after) + same
    match step.kind:
        case RateStepKind.BAND:
            words = _band(step, loan, language)
        case RateStepKind.STEPS:
            words = _steps(step, loan, language)
        case RateStepKind.CUT:
            assert isinstance(loan.cut, Linear), "a table has no cut"
            by = number_text(loan.cut.per_step)
            words = f"{before} × {by} = {after} {cut_unit}"
            words = f"降幅：{words}" if chinese else f"cut: {words}"
        case RateStepKind.CUT_ROUNDED:
            words = f"{'降幅' if chinese else 'cut '}{_rounding(loan, cut_unit, language)}"
            words += f"：{change}" if chinese else f": {change}"
        case RateStepKind.LARGEST_CUT:
            assert loan.largest_cut is not None, "the loan names its largest cut"
            most = number_text(loan.largest_cut)
            words = (
                f"降幅最多 {most} {cut_unit}：" if chinese else f"at most {most} {cut_unit} off: "
            )
            words += change
        case RateStepKind.RATE:
            assert loan.base_rate is not None, "a rate that is cut begins at a base"
            base = number_text(loan.base_rate)
            words = f"{base}% − {before} = {rate_text(step.after)}"
            words = f"利率：{words}" if chinese else f"rate: {words}"
        case RateStepKind.RATE_ROUNDED:
            words = f"{'利率' if chinese else 'rate '}{_rounding(loan, '', language)}%"
            words += f"：{rates}" if chinese else f": {rates}"
        case RateStepKind.LOWEST_RATE:
            assert isinstance(loan.lowest_rate, LowestRate), "the loan names its lowest rate"
            least = rate_text(loan.lowest_rate.percent)
            words = f"最低利率 {least}：{rates}" if chinese else f"lowest rate {least}: {rates}"
        case RateStepKind.NOT_BELOW_ZERO:
            words = f"利率不低于 0：{rates}" if chinese else f"no rate is below 0: {rates}"
    return words


def measured_words(quote: LoanQuote, language: Language) -> str:
    """The points that the rate is read from: `按 积分 历年累计：583 分`."""
    measure = MEASURES[language][quote.loan.measure]
    points = points_words(quote.points, language)
    if language is Language.ZH:
        return f"按 {quote.loan.account} {measure}：{points}"
    return f"by {quote.loan.account}, {measure}: {points}"


def quoted_words(quote: LoanQuote, language: Language) -> str:
    """The rate, or who decides it."""
    match quote.loan.cut:
        case RateDecidedBy(decider):
            return f"利率由 {decider} 核定" if language is Language.ZH else f"rate set by {decider}"
        case _:
            assert quote.rate is not None, "whoever is eligible is quoted a rate"
            return rate_text(quote.rate)


def line_words(quote: LoanQuote, language: Language) -> str:
    """The credit line and where it comes from."""
    line, chinese = quote.loan.line, language is Language.ZH
    match line:
        case None:
            return "额度：细则没有规定" if chinese else "line: the ruleset does not say"
        case LineDecidedBy(decider):
            return f"额度：由 {decider} 核定" if chinese else f"line: set by {decider}"
        case LineByPoints(account, measure, bands):
            assert quote.line_points is not None, "a line by points was read from points"
            reached: Band | None = None
            for band in bands.bands:
                points = quote.line_points
                if points > band.lower or (band.inclusive and points == band.lower):
                    reached = band
            held = points_words(quote.line_points, language)
            name = f"{account} {MEASURES[language][measure]}"
            if reached is None:
                if chinese:
                    return f"额度：按 {name} {held}，不到第一档，没有额度"
                return f"line: by {name} {held}, below all bands: none"
            edge = band_edge(reached.lower, POINT, language, inclusive=reached.inclusive)
            given = _line_text(quote, reached.value, language)
            if chinese:
                return f"额度：按 {name} {held}，{edge} {given}"
            return f"line: by {name} {held}, {edge}: {given}"


def short_loan_words(quote: LoanQuote, language: Language) -> str:
    """One cell of a table: the rate and the line, or why there is none."""
    chinese = language is Language.ZH
    if not quote.is_eligible:
        return barred_words(quote.requirements, language, is_listed=quote.is_listed)
    words = quoted_words(quote, language)
    if quote.line is None:
        return words
    if quote.line == 0:
        return f"{words}，没有额度" if chinese else f"{words}, no line"
    return f"{words}{'，' if chinese else ', '}{_line_text(quote, quote.line, language)}"


def _line_text(quote: LoanQuote, least: Number, language: Language) -> str:
    """One amount, or the two ends of a range: `15 万元 到 20 万元`."""
    said = yuan_words(least, language)
    if quote.line_most is None or quote.line_most == least:
        return said
    most = yuan_words(quote.line_most, language)
    return f"{said} 到 {most}" if language is Language.ZH else f"{said} to {most}"


def _band(step: RateStep, loan: Loan, language: Language) -> str:
    """Which band of a table gives the rate."""
    assert isinstance(loan.cut, RateTable), "only a table has bands of rates"
    reached: Band | None = None
    for band in loan.cut.bands.bands:
        if step.before > band.lower or (band.inclusive and step.before == band.lower):
            reached = band
    rate, chinese = rate_text(step.after), language is Language.ZH
    if reached is None:
        return f"不到第一档：基准利率 {rate}" if chinese else f"below all bands: base rate {rate}"
    edge = band_edge(reached.lower, POINT, language, inclusive=reached.inclusive)
    return f"利率：{edge} {rate}" if chinese else f"rate: {edge}: {rate}"


def _steps(step: RateStep, loan: Loan, language: Language) -> str:
    cut, chinese = loan.cut, language is Language.ZH
    assert isinstance(cut, Linear), "a table has no steps"
    before, after = points_words(step.before, language), number_text(step.after)
    size = number_text(cut.step)
    if step.before <= cut.start:
        start = points_words(cut.start, language)
        return (
            f"{before}，从 {start}起才降：0 步" if chinese else f"{before}, counted from {start}: 0"
        )
    counted = number_text(step.before)
    if cut.start != 0:
        start = f"{number_text(cut.start)}" if cut.start > 0 else f"({number_text(cut.start)})"
        counted = f"({counted} − {start})"
    if cut.full_steps:
        how = f"每满 {size} 分一步，不满不计" if chinese else f"full steps of {size} points only"
        sum_words = f"{counted} ÷ {size}，{after} 步" if chinese else f"{counted} ÷ {size}: {after}"
    else:
        how = f"每 {size} 分一步，按比例" if chinese else f"steps of {size} points, in proportion"
        sum_words = f"{counted} ÷ {size} = {after}{' 步' if chinese else ''}"
    return f"{how}：{sum_words}" if chinese else f"{how}: {sum_words}"


def _rounding(loan: Loan, unit: str, language: Language) -> str:
    assert loan.rounding is not None, "the loan says how it rounds"
    return rounding_words(loan.rounding.rounding, unit, language)
