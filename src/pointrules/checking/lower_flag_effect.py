"""What the flags of a vocabulary do to points and grades, from the closed list of effects."""

from collections.abc import Iterable

from pointrules.checking.resolve import Scope, key_of
from pointrules.checking.value_types import fits_precision, points_in
from pointrules.diagnostics.diagnostic import Label
from pointrules.diagnostics.suggestion import suggest
from pointrules.model.account import Account
from pointrules.model.condition import Comparison
from pointrules.model.flag import BoundsGrade, Flag, FlagEffect, HoldsGains, LowersPoints
from pointrules.model.grade import Grade
from pointrules.model.measure import Measure
from pointrules.model.number import Number
from pointrules.syntax import tree

NAMED_FOR_EFFECT: dict[str, FlagEffect] = {
    "暂停加分": HoldsGains(()),
    "本期清零": LowersPoints((), Measure.PERIOD, 0),
    "余额清零": LowersPoints((), Measure.BALANCE, 0),
}
"""A flag that is called by the words of an effect has it without saying so again."""


def lower_flag_effects(
    blocks: Iterable[tuple[tree.Vocabulary, bool]], scope: Scope
) -> tuple[Flag, ...]:
    """All flags that are declared, each with the effects that follow its names."""
    flags: list[Flag] = []
    for vocabulary, _ in blocks:
        names: tuple[tree.NewName, ...] = ()
        written: list[tree.FlagEffect] = []
        for entry in vocabulary.entries:
            match entry:
                case tree.HoldsGains() | tree.LowersPoints() | tree.BoundsGrade():
                    if names:
                        written.append(entry)
                    else:
                        scope.reporter.report("effect-without-flag", entry.span)
                case _:
                    flags += _flags(names, written, scope)
                    is_flags = isinstance(entry, tree.NameList) and entry.kind == "flags"
                    names = entry.names if is_flags and isinstance(entry, tree.NameList) else ()
                    written = []
        flags += _flags(names, written, scope)
    return tuple(flags)


def _flags(
    names: Iterable[tree.NewName], written: Iterable[tree.FlagEffect], scope: Scope
) -> Iterable[Flag]:
    effects: list[FlagEffect] = []
    places: dict[object, tree.FlagEffect] = {}
    for item in written:
        effect = _effect(item, scope)
        if effect is None:
            continue
        # One account can only be lowered to one number, and a grade bounded to one level.
        keys: list[object] = [(type(effect), getattr(effect, "grade", None))]
        if not isinstance(effect, BoundsGrade):
            keys = [(type(effect), name) for name in effect.accounts or scope.accounts]
        earlier = next((places[key] for key in keys if key in places), None)
        if earlier is not None:
            label = Label(earlier.span, "first")
            scope.reporter.report("part-twice", item.span, part="flag-effect", labels=(label,))
            continue
        places |= dict.fromkeys(keys, item)
        effects.append(effect)
    for name in names:
        own = NAMED_FOR_EFFECT.get(name.text.strip())
        yield Flag(
            name.text.strip(),
            tuple(effects) if effects or own is None else (own,),
            name.span,
        )


def _effect(item: tree.FlagEffect, scope: Scope) -> FlagEffect | None:
    match item:
        case tree.HoldsGains(account):
            accounts = _accounts(account, scope)
            return None if accounts is None else HoldsGains(tuple(a.name for a in accounts))
        case tree.LowersPoints(account, measure, to, _):
            accounts = _accounts(account, scope)
            points: Number | None = 0 if to is None else points_in(to, scope)
            if accounts is None or points is None:
                return None
            reached = accounts or tuple(scope.accounts.values())
            if to is not None and not fits_precision(points, reached, to.span, scope):
                return None
            return LowersPoints(tuple(a.name for a in accounts), measure, points)
        case tree.BoundsGrade():
            return _bounds_grade(item, scope)


def _accounts(name: tree.Name | None, scope: Scope) -> tuple[Account, ...] | None:
    """The account that is named, none where all are meant; None after saying it is unknown."""
    if name is None:
        return ()
    key = scope.key(name, "account")
    account = None if key is None else scope.accounts.get(key)
    return None if account is None else (account,)


def _bounds_grade(item: tree.BoundsGrade, scope: Scope) -> BoundsGrade | None:
    if item.comparison is not Comparison.AT_MOST:
        scope.reporter.report("grade-bound-from-below", item.span, level=item.level.text)
        return None
    grade = _grade(item, scope)
    if grade is None:
        return None
    wanted = key_of(item.level.text)
    level = next((level for level in grade.levels if key_of(level) == wanted), None)
    if level is None:
        near = suggest(item.level.text, grade.levels) or grade.levels
        scope.reporter.report(
            "unknown-name", item.level.span, name=item.level.text, kind="level", choices=near
        )
        return None
    return BoundsGrade(grade.name, level)


def _grade(item: tree.BoundsGrade, scope: Scope) -> Grade | None:
    if item.grade is not None:
        key = scope.key(item.grade, "grade")
        return None if key is None else scope.grades.get(key)
    declared = tuple(scope.names_of_kinds("grade"))
    if len(declared) == 1:
        return scope.grades.get(key_of(declared[0]))
    scope.reporter.report("grade-bound-unclear", item.span, choices=declared)
    return None
