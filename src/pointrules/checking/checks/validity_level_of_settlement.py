"""A validity by levels, where a settlement has no record that could have one."""

from collections.abc import Iterator

from pointrules.checking.meaning import Meaning
from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic, Label
from pointrules.model.validity import LevelValidity


def validity_level_of_settlement(meaning: Meaning) -> Iterator[Diagnostic]:
    """A settlement in a category whose validity goes by levels says a length of its own."""
    for clause in meaning.settlements:
        for account in meaning.accounts:
            if account.name not in clause.accounts:
                continue
            validity = meaning.validity(clause, account)
            if validity is not None and isinstance(validity.rule, LevelValidity):
                labels = (Label(meaning.number_span(clause), "settlement"),)
                yield diagnose("validity-level-of-settlement", validity.origin, labels=labels)
                break
