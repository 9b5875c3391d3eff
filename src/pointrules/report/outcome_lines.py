"""Lines of the log as they are told: those that did not count, and those that somebody marked."""

from collections.abc import Iterable

from pointrules.ledger.ledger import LineOutcome, Outcome
from pointrules.records.reason import Reason
from pointrules.report.headings import HEADINGS
from pointrules.report.ledger_words import LedgerWords


def outcome_line(line: LineOutcome, words: LedgerWords) -> str:
    """A line that did not count: where it stands, what it was, and why."""
    return _told(line, line.reason, words)


def marked_lines(lines: Iterable[LineOutcome], words: LedgerWords) -> list[str]:
    """Records that count, but that somebody should look at, and why."""
    return [
        _told(line, line.mark, words)
        for line in lines
        if line.outcome is Outcome.SCORED and line.mark is not None
    ]


def _told(line: LineOutcome, reason: Reason | None, words: LedgerWords) -> str:
    place = f"{line.at.file}:{line.at.number}"
    known = [
        *([line.occurred_on.isoformat()] if line.occurred_on is not None else []),
        *([line.record_id] if line.record_id is not None else []),
        *(subject.id for subject in line.subjects),
        *([line.behaviour] if line.behaviour is not None else []),
    ]
    said = " ".join([place, *known])
    if reason is None:
        return said
    return f"{said}{HEADINGS[words.language].colon}{words.reason(reason)}"
