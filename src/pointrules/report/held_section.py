"""Gains that wait for the end of a flag, told on a statement: how much, for what, until when."""

from pointrules.ledger.ledger import Ledger
from pointrules.model.subject import Subject
from pointrules.report.headings import HEADINGS
from pointrules.report.ledger_words import LedgerWords
from pointrules.report.wording_flag import opened_by_words, until_words
from pointrules.report.wording_quantity import points_words, signed_text
from pointrules.source.language import Language


def held_lines(
    ledger: Ledger, everyone: tuple[Subject, ...], words: LedgerWords
) -> tuple[str, ...]:
    """One line for each gain that is held, and their sum where there are several."""
    language = words.language
    lines = []
    held = [item for item in ledger.held if item.entry.subject in everyone]
    joint = HEADINGS[language].semicolon
    for item in held:
        entry, flag = item.entry, item.flag
        opened = opened_by_words(flag.clause, flag.record_id, language)
        parts = [words.entry(entry)]
        source = words.source(entry)
        if source is not None:
            parts.append(source)
        until = until_words(flag, language)
        if language is Language.ZH:
            parts.append(f"{flag.flag}（{opened}）{until}")
        else:
            parts.append(f"{flag.flag} ({opened}) {until}")
        points = signed_text(entry.points)
        lines.append(f"{entry.day} {entry.account} {points} {joint.join(parts)}")
    if len(held) > 1:
        total = points_words(sum(item.entry.points for item in held), language)
        lines.append(HEADINGS[language].total.format(total))
    return tuple(lines)
