"""A settlement at a date on which the edition is not in force."""

from collections.abc import Iterator

from pointrules.checking.meaning import Meaning
from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic
from pointrules.model.settlement import SettlesOn


def settlement_outside_edition(meaning: Meaning) -> Iterator[Diagnostic]:
    """The edition of the day settles (R25): of any other day this one never would."""
    edition = meaning.edition
    if edition is None:
        return
    for clause in meaning.settlements:
        if not isinstance(clause.when, SettlesOn):
            continue
        day = clause.when.day
        is_over = edition.last_day is not None and day > edition.last_day
        if day < edition.first_day or is_over:
            yield diagnose(
                "settlement-outside-edition",
                meaning.number_span(clause),
                clause=clause.number,
                day=day.isoformat(),
            )
