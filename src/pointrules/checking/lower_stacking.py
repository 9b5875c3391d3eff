"""与 … 可叠加, 优先于 …: how clauses that match one record stand to each other."""

from collections.abc import Sequence

from pointrules.checking.clause_setting import ClauseSetting
from pointrules.diagnostics.suggestion import suggest
from pointrules.model.clause import Stacking, StackingKind
from pointrules.syntax import tree


def lower_stacking(
    written: Sequence[tree.Adds | tree.Precedes], setting: ClauseSetting
) -> tuple[Stacking, ...] | None:
    """The clauses named must exist, and be others."""
    scope = setting.scope
    found: list[Stacking] = []
    is_sound = True
    for item in written:
        for number in item.numbers:
            if number.text == setting.number:
                scope.reporter.report("stacking-with-itself", number.span, number=number.text)
                is_sound = False
            elif number.text not in scope.clause_numbers:
                is_sound = False
                if number.text not in scope.lost_clauses:
                    scope.reporter.report(
                        "stacking-unknown-clause",
                        number.span,
                        number=number.text,
                        choices=suggest(number.text, sorted(scope.clause_numbers)),
                    )
        kind = StackingKind.ADDS if isinstance(item, tree.Adds) else StackingKind.PRECEDES
        found.append(Stacking(kind, tuple(number.text for number in item.numbers), item.span))
    return tuple(found) if is_sound else None
