"""What settlements leave to say: records they only look at, and what they could not know."""

from collections.abc import Iterable

from pointrules.ledger.ledger import LineOutcome, NotSettled
from pointrules.records.reason import Reason, ReasonCode
from pointrules.report.headings import HEADINGS
from pointrules.report.ledger_words import LedgerWords
from pointrules.report.section import Section
from pointrules.report.wording_settlement import FOR_SETTLEMENT, NOT_SETTLED


def is_for_settlement(line: LineOutcome) -> bool:
    """Whether the record scores nothing by itself, and is read when a clause is settled."""
    return line.reason is not None and line.reason.code is ReasonCode.READ_AT_SETTLEMENT


def for_settlement(lines: Iterable[LineOutcome], words: LedgerWords) -> list[Section]:
    """Records that score nothing by themselves, told together: there may be one a day."""
    counted: dict[tuple[str, Reason], int] = {}
    for line in lines:
        if line.reason is not None and is_for_settlement(line):
            key = (line.behaviour or "", line.reason)
            counted[key] = counted.get(key, 0) + 1
    colon = HEADINGS[words.language].colon
    told = tuple(
        f"{behaviour} × {count}{colon}{words.reason(reason)}"
        for (behaviour, reason), count in counted.items()
    )
    title = FOR_SETTLEMENT[words.language].format(sum(counted.values()))
    return [Section(title, told)] if told else []


def not_settled(items: Iterable[NotSettled], words: LedgerWords) -> list[Section]:
    """Settlements that gave nothing because something was not known."""
    told = tuple(f"{words.subject(item.subject)} {words.not_settled(item)}" for item in items)
    return [Section(NOT_SETTLED[words.language].format(len(told)), told)] if told else []
