"""A limit that is smaller than a single award."""

from collections.abc import Iterator

from pointrules.checking.meaning import Meaning
from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic
from pointrules.model.clause import ScoringClause, SettlementClause
from pointrules.model.number import Number, number_text, size
from pointrules.model.scan import Counted, LetThrough
from pointrules.model.value import ByAccount, ByRole, Constant


def limit_below_award(meaning: Meaning) -> Iterator[Diagnostic]:
    """Warn where the limit cuts even the first record of its period.

    A village that writes 每次 加 5 分，每月最多加 3 分 usually swapped the two numbers: no record
    can ever give what the clause promises.
    """
    clauses: list[ScoringClause | SettlementClause] = [*meaning.scoring, *meaning.settlements]
    for clause in clauses:
        match clause.value:
            case Constant(given):
                points: Number = size(given)
            case ByRole(rows) | ByAccount(rows):
                points = max((size(given) for _, given in rows), default=0)
            case _:
                continue
        for limit in clause.limits:
            transfer = limit.scan.transfer
            if (
                isinstance(transfer, LetThrough)
                and transfer.counted is Counted.POINTS
                and transfer.maximum < points
            ):
                yield diagnose(
                    "limit-below-award",
                    limit.origin,
                    limit=number_text(transfer.maximum),
                    points=number_text(points),
                )
