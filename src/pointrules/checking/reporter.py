"""Where the stages of checking put what they have to tell the author."""

from msgspec import Struct, field

from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic, Fix, Label
from pointrules.model.measure import Measure
from pointrules.model.period import Period
from pointrules.source.source_file import Span


class Reporter(Struct):
    """Collects the diagnostics of one file, and where it speaks of a year."""

    diagnostics: list[Diagnostic] = field(default_factory=list)
    year_uses: list[Span] = field(default_factory=list)

    def report(
        self,
        code: str,
        span: Span,
        *,
        choices: tuple[str, ...] = (),
        labels: tuple[Label, ...] = (),
        fix: Fix | None = None,
        **arguments: str,
    ) -> None:
        """Tell the author."""
        self.diagnostics.append(
            diagnose(code, span, choices=choices, labels=labels, fix=fix, **arguments)
        )

    def uses_period(self, period: Period, span: Span) -> None:
        """Remember that a rule runs by the year: which year, the ruleset must say."""
        if period is Period.YEAR:
            self.year_uses.append(span)

    def uses_measure(self, measure: Measure, span: Span) -> None:
        """Remember that a measure is that of the year."""
        if measure in (Measure.YEAR, Measure.YEAR_LOSSES):
            self.year_uses.append(span)
