"""What is left to say: records that clauses only look at, and what settlements could not know."""

from collections.abc import Iterable

from pointrules.ledger.ledger import LineOutcome, NotSettled
from pointrules.records.reason import Reason, ReasonCode
from pointrules.report.headings import HEADINGS
from pointrules.report.ledger_words import LedgerWords
from pointrules.report.section import Section
from pointrules.report.wording_settlement import (
    FOR_SETTLEMENT,
    FOR_SETTLEMENT_OF_UNMATCHED,
    IN_A_ROW,
    IN_A_ROW_OF_UNMATCHED,
    NOT_SETTLED,
)

_ONLY_READ = {
    ReasonCode.READ_AT_SETTLEMENT: (FOR_SETTLEMENT, FOR_SETTLEMENT_OF_UNMATCHED),
    ReasonCode.READ_IN_A_ROW: (IN_A_ROW, IN_A_ROW_OF_UNMATCHED),
}


def is_only_read(line: LineOutcome) -> bool:
    """Whether the record scores nothing by itself, and is read for others or at a settlement."""
    return line.reason is not None and line.reason.code in _ONLY_READ


def only_read(lines: Iterable[LineOutcome], words: LedgerWords) -> list[Section]:
    """Records that score nothing by themselves, told together: there may be one a day."""
    counted: dict[ReasonCode, dict[tuple[str, Reason], int]] = {}
    for line in lines:
        if line.reason is not None and is_only_read(line):
            found = counted.setdefault(line.reason.code, {})
            key = (line.behaviour or "", line.reason)
            found[key] = found.get(key, 0) + 1
    colon = HEADINGS[words.language].colon
    return [
        Section(
            title[words.language].format(sum(counted[code].values())),
            tuple(
                f"{behaviour} × {count}{colon}{words.reason(reason)}"
                for (behaviour, reason), count in counted[code].items()
            ),
        )
        for code, (title, _) in _ONLY_READ.items()
        if code in counted
    ]


def only_read_of_unmatched(lines: Iterable[LineOutcome], words: LedgerWords) -> list[str]:
    """How many of the lines that match no clause are read all the same."""
    codes = [line.reason.code for line in lines if line.reason is not None]
    return [
        note[words.language].format(count)
        for code, (_, note) in _ONLY_READ.items()
        if (count := codes.count(code))
    ]


def not_settled(items: Iterable[NotSettled], words: LedgerWords) -> list[Section]:
    """Settlements that gave nothing because something was not known."""
    told = tuple(f"{words.subject(item.subject)} {words.not_settled(item)}" for item in items)
    return [Section(NOT_SETTLED[words.language].format(len(told)), told)] if told else []
