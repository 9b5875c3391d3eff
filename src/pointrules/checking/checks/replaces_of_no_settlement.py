"""替代 names something that is not settled, or the clause itself."""

from collections.abc import Iterator

from pointrules.checking.meaning import Meaning
from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic
from pointrules.source.source_file import Span
from pointrules.syntax import tree


def replaces_of_no_settlement(meaning: Meaning) -> Iterator[Diagnostic]:
    """Only what another settlement gave in the period can be replaced by this one."""
    if not meaning.has_all_sentences:
        return
    settled = {clause.number: clause for clause in meaning.settlements}
    for clause in meaning.settlements:
        for number in clause.replaces:
            other = settled.get(number)
            same = (
                other is not None
                and other.subject_kind is clause.subject_kind
                and other.direction is clause.direction
            )
            if same and number != clause.number:
                continue
            yield diagnose(
                "replaces-no-settlement",
                _place(clause.number, number, meaning),
                clause=clause.number,
                number=number,
            )


def _place(clause: str, number: str, meaning: Meaning) -> Span:
    written = next(item for item in meaning.written.values() if item.number.text == clause)
    assert isinstance(written.body, tree.Settlement), "a settlement was written as one"
    for tail in written.body.tails:
        if isinstance(tail, tree.Replaces):
            for item in tail.numbers:
                if item.text == number:
                    return item.span
    return written.number.span
