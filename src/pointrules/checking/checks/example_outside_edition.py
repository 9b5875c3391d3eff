"""An example on a day when the edition is not in force."""

from collections.abc import Iterator

from pointrules.checking.meaning import Meaning
from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic
from pointrules.model.example import ExpectsRefusal
from pointrules.model.period import Interval


def example_outside_edition(meaning: Meaning) -> Iterator[Diagnostic]:
    """Its record would be refused, whatever the clauses say; unless that is what it is to show."""
    if meaning.edition is None:
        return
    in_force = Interval(meaning.edition.first_day, meaning.edition.last_day)
    for example in meaning.examples:
        if any(isinstance(item, ExpectsRefusal) for item in example.expectations):
            continue
        for record in example.records:
            if not in_force.covers(record.occurred_on):
                day = record.occurred_on.isoformat()
                yield diagnose("example-outside-edition", record.origin, day=day)
