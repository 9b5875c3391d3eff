"""From a finished production of the grammar to its node of the tree, one function for each."""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Literal, TypeAlias, cast

from pointrules.model.account_period import DebtCarry, MonthsFrom
from pointrules.model.closed_day import ClosedDay
from pointrules.model.condition import Comparison
from pointrules.model.measure import Measure
from pointrules.model.number import Number, RoundingMode
from pointrules.model.period import DurationUnit, MonthDay, Period
from pointrules.model.review import Kin, RulingDate, StageWord
from pointrules.model.scan import Direction
from pointrules.model.subject import SubjectKind
from pointrules.source.source_file import Span
from pointrules.syntax import tree
from pointrules.syntax.build_board import BOARD_BUILDERS
from pointrules.syntax.build_incentive import INCENTIVE_BUILDERS
from pointrules.syntax.children import Children, Node
from pointrules.syntax.tokens import Token

# ---- words


def _text(c: Children) -> tree.Text:
    return tree.Text("".join(str(item.value) for item in c.items), c.span)


def _quantity(c: Children) -> tree.Quantity:
    return tree.Quantity(c.number(), str(c.token("UNIT").value), c.span)


def _newname(c: Children) -> tree.NewName:
    token = c.token("NEWNAME", "STRING")
    return tree.NewName(str(token.value), c.span, token.terminal == "STRING")


# ---- 细则, 年度, 评议


def _edition(c: Children) -> tree.Edition:
    title, *parts = c.nodes()
    return tree.Edition(title, tuple(parts), c.span)


def _version(c: Children) -> tree.Version:
    return tree.Version(c.clause_numbers()[0], c.span)


def _in_force(c: Children) -> tree.InForce:
    return tree.InForce(c.day(), c.span)


def _in_force_until(c: Children) -> tree.InForceUntil:
    return tree.InForceUntil(c.day(), c.span)


def _basis(c: Children) -> tree.Basis:
    return tree.Basis(c.one(tree.Text), c.span)


def _passed(c: Children) -> tree.Passed:
    return tree.Passed(c.one(tree.Text), c.day(), c.span)


def _attendance(c: Children) -> tree.Attendance:
    kind = c.token("ENTITLED", "PRESENT", "IN_FAVOUR").terminal
    return tree.Attendance(
        cast("Literal['ENTITLED', 'PRESENT', 'IN_FAVOUR']", kind), c.one(tree.Quantity), c.span
    )


def _filed(c: Children) -> tree.Filed:
    return tree.Filed(c.one(tree.Text), c.day(), c.span)


def _uses_template(c: Children) -> tree.UsesTemplate:
    return tree.UsesTemplate(c.one(tree.Text), c.clause_numbers()[0], c.span)


def _year(c: Children) -> tree.Year:
    return tree.Year(cast("MonthDay", c.token("MONTHDAY").value), c.span)


def _review(c: Children) -> tree.Review:
    return tree.Review(c.nodes(), c.span)


def _counts_when(c: Children) -> tree.CountsWhen:
    return tree.CountsWhen(c.nodes(), c.span)


def _approved(c: Children) -> tree.Approved:
    return tree.Approved(c.span)


def _stages(c: Children) -> tree.Stages:
    return tree.Stages(c.all(tree.Stage), c.span)


def _stage(c: Children) -> tree.Stage:
    names = c.names()
    body = names[0] if names else c.one(tree.Text)
    return tree.Stage(body, StageWord(str(c.token("STAGE").value)), c.span)


def _recusal(c: Children) -> tree.Recuses:
    kin = tuple(
        (Kin(str(item.value)), c.span_of(item))
        for item in c.items
        if isinstance(item, Token) and item.terminal == "KIN"
    )
    return tree.Recuses(kin, str(c.token("CONSEQUENCE").value) == "refuse", c.span)


def _notice(c: Children) -> tree.Notice:
    return tree.Notice(c.one(tree.Quantity), c.span)


def _no_objection(c: Children) -> tree.NoObjection:
    return tree.NoObjection(c.span)


def _filing_deadline(c: Children) -> tree.FilingDeadline:
    return tree.FilingDeadline(c.one(tree.Quantity), c.has("OF_AWARDS"), c.span)


def _ruling_date(c: Children) -> tree.RulingDateIs:
    return tree.RulingDateIs(RulingDate(str(c.token("DATE_KIND").value)), c.span)


# ---- 词表, 参数


def _vocabulary(c: Children) -> tree.Vocabulary:
    return tree.Vocabulary(c.nodes(), c.span)


def _behaviours(c: Children) -> tree.Behaviours:
    return tree.Behaviours(c.all(tree.Behaviour), c.span)


def _behaviour(c: Children) -> tree.Behaviour:
    attributes = next((item for item in c.nodes() if isinstance(item, _Attributes)), None)
    return tree.Behaviour(
        c.one(tree.NewName), attributes.items if attributes is not None else (), c.span
    )


def _aliases(c: Children) -> tree.Aliases:
    return tree.Aliases(c.all(tree.NewName), c.span)


class _Attributes:
    """The bracketed list of attributes, on its way into a behaviour or subject."""

    __slots__ = ("items", "span")

    def __init__(self, items: tuple[tree.Attribute, ...], span: Span) -> None:
        self.items = items
        self.span = span


def _attributes(c: Children) -> _Attributes:
    return _Attributes(c.all(tree.Attribute), c.span)


def _holds_gains(c: Children) -> tree.HoldsGains:
    return tree.HoldsGains(next(iter(c.names()), None), c.span)


def _lowers_points(c: Children) -> tree.LowersPoints:
    measure = Measure(str(c.token("CLEARS_POINTS", "LOWERED_TO").value))
    to = c.optional(tree.Quantity)
    return tree.LowersPoints(next(iter(c.names()), None), measure, to, c.span)


def _bounds_grade(c: Children) -> tree.BoundsGrade:
    comparison = c.optional_token("COMPARE")
    return tree.BoundsGrade(
        next(iter(c.names()), None),
        Comparison.AT_MOST if comparison is None else Comparison(str(comparison.value)),
        c.one(tree.NewName),
        c.span,
    )


def _subject_attributes(c: Children) -> tree.SubjectAttributes:
    kind = SubjectKind(str(c.token("SUBJECT").value))
    return tree.SubjectAttributes(kind, c.one(_Attributes).items, c.span)


def _attribute(c: Children) -> tree.Attribute:
    kind = c.one(tree.UnitType, tree.KindType, tree.ValuesType)
    return tree.Attribute(
        c.one(tree.NewName),
        cast("tree.UnitType | tree.KindType | tree.ValuesType", kind),
        c.has("OPTIONAL"),
        c.span,
    )


def _attribute_unit(c: Children) -> tree.UnitType:
    return tree.UnitType(str(c.token("UNIT").value), c.span)


def _attribute_kind(c: Children) -> tree.KindType:
    kind = cast("Literal['text', 'yes-no', 'date']", str(c.token("TYPE").value))
    return tree.KindType(kind, c.span)


def _attribute_values(c: Children) -> tree.ValuesType:
    return tree.ValuesType(c.all(tree.NewName), c.span)


def _name_list(
    kind: Literal["flags", "deciders", "roles", "units"],
) -> Callable[[Children], tree.NameList]:
    def build(c: Children) -> tree.NameList:
        return tree.NameList(kind, c.all(tree.NewName), c.span)

    return build


def _parameter(c: Children) -> tree.Parameter:
    adjustable = c.optional(tree.Adjustable)
    return tree.Parameter(c.one(tree.Text), c.one(tree.Quantity), adjustable, c.span)


def _adjustable(c: Children) -> tree.Adjustable:
    lowest, highest = _range(c)
    return tree.Adjustable(lowest, highest, c.span)


# ---- 账户, 类别, 上限


def _account(c: Children) -> tree.Account:
    name, *parts = c.nodes()
    kind = SubjectKind(str(c.token("SUBJECT").value))
    population = c.optional(tree.Restriction)
    parts = [part for part in parts if part is not population]
    return tree.Account(name, kind, population, tuple(parts), c.span)


def _account_start(c: Children) -> tree.AccountStart:
    every, start = c.optional_token("EVERY"), c.optional_token("MONTHDAY")
    return tree.AccountStart(
        None if every is None else Period(str(every.value)),
        None if start is None else cast("MonthDay", start.value),
        c.number() if c.has("NUMBER") else None,
        c.span,
    )


def _base(c: Children) -> tree.Base:
    return tree.Base(c.one(tree.Quantity), c.span)


def _newcomer_base(c: Children) -> tree.NewcomerBase:
    return tree.NewcomerBase(c.one(tree.Quantity), c.span)


def _pro_rata(c: Children) -> tree.ProRata:
    first = c.optional_token("MONTHS_FROM")
    return tree.ProRata(None if first is None else MonthsFrom(str(first.value)), c.span)


def _precision(c: Children) -> tree.Precision:
    return tree.Precision(c.one(tree.Quantity), c.span)


def _running_floor(c: Children) -> tree.RunningFloor:
    return tree.RunningFloor(c.span)


def _closing_floor(c: Children) -> tree.ClosingFloor:
    below, to = c.all(tree.Quantity)
    return tree.ClosingFloor(below, to, c.span)


def _closing_ceiling(c: Children) -> tree.ClosingCeiling:
    above, to = c.all(tree.Quantity)
    return tree.ClosingCeiling(above, to, c.span)


_EndKind: TypeAlias = Literal["RESET", "RESET_POSITIVE", "RESET_NEGATIVE", "CARRY", "KEEP"]


def _period_end(c: Children) -> tree.PeriodEnd:
    kind = c.token("RESET", "RESET_POSITIVE", "RESET_NEGATIVE", "CARRY", "KEEP").terminal
    return tree.PeriodEnd(cast("_EndKind", kind), c.optional(tree.Quantity), c.span)


def _carry_at_most(c: Children) -> tree.CarryAtMost:
    return tree.CarryAtMost(c.one(tree.Quantity), c.span)


def _debts(c: Children) -> tree.Debts:
    return tree.Debts(DebtCarry(str(c.token("DEBTS").value)), c.span)


def _open_deductions(c: Children) -> tree.OpenDeductions:
    return tree.OpenDeductions(c.names()[0], c.span)


def _net_limit(c: Children) -> tree.NetLimit:
    return tree.NetLimit(c.one(tree.Quantity), c.span)


def _category(c: Children) -> tree.Category:
    name, *parts = c.nodes()
    return tree.Category(name, tuple(parts), c.span)


def _continues(c: Children) -> tree.Continues:
    return tree.Continues(c.optional(tree.Text) or c.clause_numbers()[0], c.span)


def _afresh(c: Children) -> tree.Afresh:
    return tree.Afresh(c.span)


def _entered(c: Children) -> tree.Entered:
    return tree.Entered(c.names(), c.span)


def _limit(c: Children) -> tree.Limit:
    every = c.optional_token("EVERY")
    if every is not None:
        period = Period(str(every.value))
    else:
        period = Period.RECORD if c.has("EACH_TIME") else Period.EVER
    direction = c.direction() if c.has("ADD", "DEDUCT") else None
    quantity = c.one(tree.Quantity)
    return tree.Limit(_matter(c), period, direction, quantity, c.has("BEYOND"), c.span)


def _matter(c: Children) -> tree.Matter:
    """What keeps one counter apart from another: attributes, the person, both or nothing."""
    same = c.optional(tree.Matter)
    person = c.optional_token("BY_PERSON")
    if person is None:
        return same or tree.Matter((), False, None)  # noqa: FBT003
    span = c.span_of(person)
    if same is None or same.span is None:
        return tree.Matter((), True, span)  # noqa: FBT003
    return tree.Matter(same.attributes, True, span.to(same.span))  # noqa: FBT003


def _same(c: Children) -> tree.Matter:
    return tree.Matter(c.names(), False, c.span)  # noqa: FBT003


def _last_counts(c: Children) -> tree.LastCounts:
    return tree.LastCounts(c.span)


def _beyond(c: Children) -> tree.Beyond:
    return tree.Beyond(c.span)


def _best_of(c: Children) -> tree.BestOf:
    this = c.optional_token("THIS")
    period = Period(str(this.value)) if this is not None else None
    return tree.BestOf(period, _matter(c), c.span)


def _clause_group(c: Children) -> tree.ClauseGroup:
    return tree.ClauseGroup(c.one(tree.Text), c.clause_numbers(), c.one(tree.BestOf), c.span)


# ---- conditions


def _situation(c: Children) -> tree.Situation:
    return tree.Situation(c.names()[0], c.all(tree.Pair), c.span)


def _pair(c: Children) -> tree.Pair:
    names = c.names()
    value: tree.PairValue
    if len(names) > 1:
        value = names[1]
    elif c.has("DATE"):
        value = c.day()
    elif c.has("YES", "NO"):
        value = tree.YesNo(c.has("YES"), c.span_of(c.token("YES", "NO")))
    else:
        value = c.nodes()[0]
    return tree.Pair(names[0], value, c.span)


def _bounded(c: Children) -> tree.Bounded:
    written = str(c.token("COMPARE", "BOUND").value)
    comparison = Comparison.AT_LEAST if written == "from" else Comparison(written)
    return tree.Bounded(comparison, c.one(tree.Quantity), c.span)


def _group(c: Children) -> Node:
    return c.nodes()[0]


def _behaviour_is(c: Children) -> tree.BehaviourIs:
    return tree.BehaviourIs(c.names(), c.has("IS_NOT"), c.span)


def _is(c: Children) -> tree.Is:
    attribute, *values = (
        c.name_of(item) if isinstance(item, Token) else item
        for item in c.items
        if not isinstance(item, Token) or item.terminal == "NAME"
    )
    return tree.Is(attribute, tuple(values), c.has("IS_NOT"), c.span)


def _compares(c: Children) -> tree.Compares:
    names = c.names()
    bounded = c.optional(tree.Bounded)
    if bounded is not None:
        return tree.Compares(names[0], bounded.comparison, bounded.quantity, c.span)
    comparison = Comparison(str(c.token("COMPARE").value))
    return tree.Compares(names[0], comparison, names[1] if len(names) > 1 else c.day(), c.span)


def _occurred(c: Children) -> tree.Occurred:
    kind = RulingDate(str(c.token("DATE_KIND").value))
    return tree.Occurred(kind, Comparison(str(c.token("COMPARE").value)), c.day(), c.span)


def _none_of(c: Children) -> tree.NoneOf:
    this = c.optional_token("THIS")
    period = Period(str(this.value)) if this is not None else None
    return tree.NoneOf(period, c.names()[0], c.all(tree.Pair), c.span)


def _on_register(c: Children) -> tree.OnRegister:
    return tree.OnRegister(str(c.token("ON_REGISTER").value), c.span)


def _tally(c: Children) -> tree.Tally:
    behaviour, *summed = c.names()
    summed_up = summed[0] if summed else None
    is_share, is_mean = c.has("SHARE"), c.has("AVERAGE")
    return tree.Tally(behaviour, c.all(tree.Pair), summed_up, is_share, is_mean, c.span)


def _tallies(c: Children) -> tree.Tallies:
    return tree.Tallies(_this(c), c.one(tree.Tally), c.one(tree.Bounded), c.span)


def _this(c: Children) -> Period:
    return Period(str(c.token("THIS").value))


def _in_a_row(c: Children) -> tree.InARow:
    none_of = c.optional(tree.NoneOf)
    if none_of is not None:
        return tree.InARow(c.number(), _span_of_time(c), none_of, c.span)
    tally, bounded = c.one(tree.Tally), c.one(tree.Bounded)
    each = tree.TallyIs(tally, bounded, tally.span.to(bounded.span))
    return tree.InARow(c.number(), _span_of_time(c), each, c.span)


def _span_of_time(c: Children) -> Period | None:
    word = str(c.token("SPANS").value)
    return None if word == "times" else Period(word)


def _bare(c: Children) -> tree.Bare:
    return tree.Bare(c.names()[0], c.span)


def _measures(c: Children) -> tree.Measures:
    measure = Measure(str(c.token("MEASURE").value))
    at = c.optional_token("CLOSED_DAY")
    day = None if at is None else ClosedDay(str(at.value))
    return tree.Measures(c.names()[0], day, measure, c.one(tree.Bounded), c.span)


def _past_grade(c: Children) -> tree.PastGrade:
    levels = [
        c.name_of(item) if isinstance(item, Token) else item
        for item in c.items
        if isinstance(item, tree.Text) or (isinstance(item, Token) and item.terminal == "NAME")
    ][1:]
    compare = c.optional_token("COMPARE")
    comparison = None if compare is None else Comparison(str(compare.value))
    at = ClosedDay(str(c.token("CLOSED_DAY").value))
    return tree.PastGrade(c.names()[0], at, comparison, tuple(levels), c.has("IS_NOT"), c.span)


def _ranked(c: Children) -> tree.Ranked:
    return tree.Ranked(c.names()[0], c.number(), c.span)


def _not(c: Children) -> tree.Not:
    return tree.Not(c.nodes()[0], c.span)


def _and(c: Children) -> tree.And:
    return tree.And(c.nodes(), c.span)


def _or(c: Children) -> tree.Or:
    return tree.Or(c.nodes(), c.span)


# ---- 条款


def _clause(c: Children) -> tree.Clause:
    body = c.optional(tree.Unscored, tree.Manual, tree.Draft, tree.Settlement)
    head = [item for item in c.items if isinstance(item, tree.Text | Token)]
    category = None
    for before, item in pairwise(head):
        if isinstance(before, Token) and before.terminal == "INTO":
            category = c.name_of(cast("Token", item))
    if body is None:
        guard = c.one(
            tree.SituationGuard, tree.AnyGuard, tree.WhenGuard, tree.PointsGuard, tree.StreakGuard
        )
        position = list(c.items).index(guard)
        rest = [item for item in c.items[position + 1 :] if not isinstance(item, Token)]
        body = _sentence(c, cast("tree.Guard", guard), rest)
    return tree.Clause(
        c.clause_numbers()[0],
        next((item for item in c.items[:4] if isinstance(item, tree.Text)), None),
        category,
        cast("tree.Unscored | tree.Manual | tree.Draft | tree.Sentence | tree.Settlement", body),
        c.span,
    )


def _amendment(c: Children) -> tree.Amendment:
    return tree.Amendment(_clause(c), c.span)


def _deletion(c: Children) -> tree.Deletion:
    return tree.Deletion(c.clause_numbers(), c.optional(tree.Text), c.span)


def _locked(c: Children) -> tree.Locked:
    return tree.Locked(c.has("OPEN"), c.clause_numbers(), c.span)


def _own_clauses(c: Children) -> tree.OwnClauses:
    return tree.OwnClauses(c.nodes(), c.span)


def _own_count(c: Children) -> tree.OwnCount:
    direction = c.direction() if c.has("ADD", "DEDUCT") else None
    return tree.OwnCount(direction, c.number(), c.span)


def _own_amount(c: Children) -> tree.OwnAmount:
    direction = c.direction() if c.has("ADD", "DEDUCT") else None
    return tree.OwnAmount(direction, c.one(tree.Quantity), c.span)


def _own_unbounded(c: Children) -> tree.OwnUnbounded:
    return tree.OwnUnbounded(c.span)


def _sentence(c: Children, guard: tree.Guard, rest: Sequence[Node]) -> tree.Sentence:
    effect, *tails = rest
    return tree.Sentence(
        guard, effect, tuple(tails), Span(c.file, guard.span.start, rest[-1].span.end)
    )


def _settlement(c: Children) -> tree.Settlement:
    when = c.one(tree.SettlesEach, tree.SettlesYearly, tree.SettlesBy)
    guard = c.optional(_SettledGuard)
    effect, *tails = (item for item in c.nodes() if item is not when and item is not guard)
    return tree.Settlement(
        cast("tree.SettlesEach | tree.SettlesYearly | tree.SettlesBy", when),
        None if guard is None else guard.condition,
        effect,
        tuple(tails),
        c.span,
    )


class _SettledGuard:
    """A settlement's condition, apart from the effect, which may be a name like it."""

    __slots__ = ("condition", "span")

    def __init__(self, condition: tree.Condition, span: Span) -> None:
        self.condition = condition
        self.span = span


def _settled_guard(c: Children) -> _SettledGuard:
    return _SettledGuard(c.nodes()[0], c.span)


def _settles_each(c: Children) -> tree.SettlesEach:
    return tree.SettlesEach(Period(str(c.token("EVERY").value)), c.span)


def _settles_yearly(c: Children) -> tree.SettlesYearly:
    day = cast("MonthDay", c.token("MONTHDAY").value)
    return tree.SettlesYearly(Period(str(c.token("EVERY").value)), day, c.span)


def _settles_by(c: Children) -> tree.SettlesBy:
    names = c.names()
    return tree.SettlesBy(names[0] if names else c.day(), c.span)


def _by_tally(c: Children) -> list[Node]:
    tally = tree.ByTally(
        _this(c),
        c.one(tree.Tally),
        c.has("STEPPED"),
        c.has("PROGRESSIVE"),
        c.direction(),
        c.span,
    )
    return [tally, c.nodes()[-1]]


def _replaces(c: Children) -> tree.Replaces:
    return tree.Replaces(c.clause_numbers(), c.span)


def _streak_guard(c: Children) -> tree.StreakGuard:
    return tree.StreakGuard(c.number(), _span_of_time(c), c.one(tree.Situation), c.span)


def _unscored(c: Children) -> tree.Unscored:
    return tree.Unscored(c.optional(tree.Text), c.span)


def _manual(c: Children) -> tree.Manual:
    return tree.Manual(c.optional(tree.ByWhom), c.optional(tree.Text), c.span)


def _by_whom(c: Children) -> tree.ByWhom:
    return tree.ByWhom(c.optional(tree.Text) or c.names()[0], c.span)


def _draft(c: Children) -> tree.Draft:
    return tree.Draft(c.optional(tree.Text), c.span)


def _situation_guard(c: Children) -> tree.SituationGuard:
    situation, *conditions = c.nodes()
    return tree.SituationGuard(situation, tuple(conditions), c.span)


def _any_guard(c: Children) -> tree.AnyGuard:
    return tree.AnyGuard(c.all(tree.Situation), c.span)


def _when_guard(c: Children) -> tree.WhenGuard:
    return tree.WhenGuard(c.nodes()[0], c.span)


def _points_guard(c: Children) -> tree.PointsGuard:
    measure = Measure(str(c.token("MEASURE").value))
    return tree.PointsGuard(c.names()[0], measure, c.one(tree.Bounded), c.span)


def _parameter_use(c: Children) -> tree.ParameterUse:
    return tree.ParameterUse(str(c.token("PARAMETER_NAME").value), c.span)


def _amount(c: Children) -> tree.Amount:
    return cast("tree.Amount", c.nodes()[-1])


def _constant(c: Children) -> tree.Constant:
    return tree.Constant(c.direction(), _amount(c), c.span)


def _per_quantity(c: Children) -> tree.PerQuantity:
    quantity = c.one(tree.Quantity)
    return tree.PerQuantity(c.has("PER_FULL"), quantity, c.direction(), _amount(c), c.span)


def _by_table(c: Children) -> list[Node]:
    table = tree.ByTable(c.names(), c.direction(), c.span)
    return [table, c.nodes()[-1]]


def _by_sum(c: Children) -> list[Node]:
    names = c.names()
    attribute = names[0] if names else None
    sums = tree.BySum(
        c.optional(tree.Running), attribute, c.has("PROGRESSIVE"), c.direction(), c.span
    )
    return [sums, c.nodes()[-1]]


def _by_role(c: Children) -> list[Node]:
    return [tree.ByRole(c.direction(), c.span), c.nodes()[-1]]


def _account_amount(c: Children) -> tree.AccountAmount:
    return tree.AccountAmount(c.names()[0], c.direction(), _amount(c), c.span)


def _given_to(c: Children) -> tree.GivenTo:
    receivers: list[tree.Receiver] = []
    for item in c.items:
        if isinstance(item, Token) and item.terminal in _RECEIVERS:
            word = "head" if item.terminal == "HEAD" else str(item.value)
            who = c.name_of(item) if item.terminal == "NAME" else word
            receivers.append(tree.Receiver(who, c.span_of(item)))
    first_only = any(isinstance(item, Token) and item.terminal == "OR" for item in c.items)
    return tree.GivenTo(tuple(receivers), first_only, c.span)


_RECEIVERS = frozenset({"OWN", "HEAD", "RELATIVE", "NAME"})


def _multiplied(c: Children) -> tree.Multiplied:
    names = c.names()
    return tree.Multiplied(names[0] if names else None, c.span)


def _rolled(c: Children) -> tree.Rolled:
    kind = c.optional_token("SUBJECT")
    return tree.Rolled(
        "head" if c.has("HEAD") else "mean",
        None if kind is None else SubjectKind(str(kind.value)),
        c.span,
    )


def _running(c: Children) -> tree.Running:
    this = c.optional_token("THIS")
    return tree.Running(Period.EVER if this is None else Period(str(this.value)), c.span)


def _discretion(c: Children) -> tree.Discretion:
    lowest, highest = _range(c)
    signs = [
        Direction.GAIN if item.terminal == "ADD" else Direction.LOSS
        for item in c.items
        if isinstance(item, Token) and item.terminal in ("ADD", "DEDUCT")
    ]
    return tree.Discretion(c.names()[0], signs[0], signs[-1], lowest, highest, c.span)


def _range(c: Children) -> tuple[tree.Quantity, tree.Quantity]:
    """1 到 5 分: both ends, each with its unit."""
    highest = c.one(tree.Quantity)
    number = c.token("NUMBER")
    unit = c.optional_token("UNIT")
    lowest = tree.Quantity(
        cast("Number", number.value),
        highest.unit if unit is None else str(unit.value),
        c.span_of(number),
    )
    return lowest, highest


def _validity_of_entries(c: Children) -> tree.EntryValidity:
    names = c.names()
    return tree.EntryValidity(
        c.optional(tree.Quantity), names[0] if names else None, c.optional(tree.ValidityRow), c.span
    )


def _validity_row(c: Children) -> tree.ValidityRow:
    names = c.names()
    return tree.ValidityRow(
        names[0] if names else None, c.optional(tree.Bounded), c.optional(tree.Quantity), c.span
    )


def _validity_clock(c: Children) -> tree.ValidityClock:
    return tree.ValidityClock(c.names()[0], c.span)


def _ladder_step(c: Children) -> tree.LadderStep:
    window = c.optional(tree.Rolling, tree.Calendar, tree.StillValid)
    amount = c.optional(tree.Quantity, tree.ParameterUse)
    return tree.LadderStep(
        window=cast("tree.Rolling | tree.Calendar | tree.StillValid | None", window),
        of_kind=c.has("OF_KIND"),
        ordinal=c.number(),
        is_onward=c.has("TIMES_ONWARD"),
        is_warning=c.has("WARNING"),
        direction=c.direction() if c.has("ADD", "DEDUCT") else None,
        amount=cast("tree.Amount | None", amount),
        span=c.span,
    )


def _running_ceiling(c: Children) -> tree.RunningCeiling:
    return tree.RunningCeiling(c.one(tree.Quantity), c.span)


def _bare_bound(c: Children) -> tree.BareBound:
    return tree.BareBound(c.has("LOWEST"), c.one(tree.Quantity), c.span)


def _named_row(c: Children) -> tree.NamedRow:
    return tree.NamedRow(c.names()[0], c.optional(tree.Quantity), c.span)


def _pair_row(c: Children) -> tree.PairRow:
    first, second = c.names()
    return tree.PairRow(first, second, c.one(tree.Quantity), c.span)


def _group_row(c: Children) -> tree.GroupRow:
    first, second = c.names()
    return tree.GroupRow(first, second, c.one(tree.Quantity), c.span)


def _step_row(c: Children) -> tree.StepRow:
    return tree.StepRow(c.one(tree.Bounded), c.one(tree.Quantity), c.span)


def _bracket_row(c: Children) -> tree.BracketRow:
    step, points = c.all(tree.Quantity)
    return tree.BracketRow(c.one(tree.Bounded), c.has("PER_FULL"), step, points, c.span)


def _linear_row(c: Children) -> tree.LinearRow:
    step, points = c.all(tree.Quantity)
    return tree.LinearRow(c.has("PER_FULL"), step, points, c.span)


def _otherwise_row(c: Children) -> tree.OtherwiseRow:
    return tree.OtherwiseRow(c.optional(tree.Quantity), c.span)


def _also_flag(c: Children) -> tree.AlsoFlag:
    return tree.AlsoFlag(tree.NamedRow(c.names()[0], c.optional(tree.Quantity), c.span), c.span)


def _flag_end(c: Children) -> tree.FlagEnd:
    last = c.optional_token("PERIOD_LAST_DAY")
    if last is not None:
        return tree.FlagEnd(Period(str(last.value)), c.span)
    following = c.optional_token("NEXT_LAST_DAY")
    if following is not None:
        return tree.FlagEnd(tree.NextEnd(Period(str(following.value)), c.span), c.span)
    if c.has("UNTIL_CLEARED"):
        return tree.FlagEnd(tree.Withdrawn(c.span), c.span)
    if c.has("DAY_OF"):
        return tree.FlagEnd(tree.DayOf(c.names(), c.span), c.span)
    return tree.FlagEnd(c.day(), c.span)


def _clears(c: Children) -> tree.Clears:
    return tree.Clears(c.names(), c.span)


def _instead(c: Children) -> tree.Instead:
    return tree.Instead(_amount(c), c.span)


def _judged_first(c: Children) -> tree.JudgedFirst:
    return tree.JudgedFirst(c.span)


def _unlimited(c: Children) -> tree.Unlimited:
    return tree.Unlimited(c.span)


def _escalation(c: Children) -> tree.Escalation:
    window = c.optional(tree.Rolling, tree.Calendar, tree.StillValid)
    numbers = [
        cast("Number", item.value)
        for item in c.items
        if isinstance(item, Token) and item.terminal == "NUMBER"
    ]
    return tree.Escalation(
        cast("tree.Rolling | tree.Calendar | tree.StillValid | None", window),
        c.has("OF_KIND"),
        numbers[0],
        2 if c.has("DOUBLED") else numbers[1],
        c.span,
    )


def _rolling(c: Children) -> tree.Rolling:
    return tree.Rolling(c.number(), DurationUnit(str(c.token("WITHIN").value)), c.span)


def _calendar(c: Children) -> tree.Calendar:
    return tree.Calendar(Period(str(c.token("THIS").value)), c.span)


def _while_valid(c: Children) -> tree.StillValid:
    return tree.StillValid(c.span)


def _adds(c: Children) -> tree.Adds:
    return tree.Adds(c.clause_numbers(), c.span)


def _precedes(c: Children) -> tree.Precedes:
    return tree.Precedes(c.clause_numbers(), c.span)


def _rounding(c: Children) -> tree.Rounding:
    return tree.Rounding(RoundingMode(str(c.token("ROUND").value)), c.one(tree.Quantity), c.span)


def _reached(c: Children) -> tree.Reached:
    return tree.Reached(c.has("HIGHEST_STEP"), c.span)


# ---- 等级, 激励


def _grade(c: Children) -> tree.Grade:
    bands = c.all(tree.Band, tree.OtherwiseBand)
    return tree.Grade(
        c.one(tree.Text),
        c.measured(),
        cast("tuple[tree.Band | tree.OtherwiseBand, ...]", bands),
        c.span,
    )


def _band(c: Children) -> tree.Band:
    return tree.Band(c.one(tree.Bounded), c.one(tree.NewName), c.span)


def _otherwise_band(c: Children) -> tree.OtherwiseBand:
    return tree.OtherwiseBand(c.one(tree.NewName), c.span)


def _incentive(c: Children) -> tree.Loan:
    name, *parts = c.nodes()
    return tree.Loan(name, tuple(parts), c.span)


def _eligibility(c: Children) -> tree.Eligibility:
    nodes = c.nodes()
    return tree.Eligibility(nodes[0] if nodes else None, c.span)


def _base_rate(c: Children) -> tree.BaseRate:
    return tree.BaseRate(c.one(tree.Quantity), c.span)


def _rate_measure(c: Children) -> tree.RateMeasure:
    return tree.RateMeasure(c.measured(), c.span)


def _rate_start(c: Children) -> tree.RateStart:
    return tree.RateStart(c.one(tree.Quantity), c.span)


def _rate_cut(c: Children) -> tree.RateCut:
    step, cut = c.all(tree.Quantity)
    return tree.RateCut(c.has("PER_FULL"), step, cut, c.span)


def _in_proportion(c: Children) -> tree.InProportion:
    return tree.InProportion(c.span)


def _rate_rounding(c: Children) -> tree.RateRounding:
    mode = RoundingMode(str(c.token("ROUND").value))
    return tree.RateRounding(c.has("CUT"), mode, c.one(tree.Quantity), c.span)


def _largest_cut(c: Children) -> tree.LargestCut:
    return tree.LargestCut(c.one(tree.Quantity), c.span)


def _lowest_rate(c: Children) -> tree.LowestRate:
    return tree.LowestRate(c.one(tree.Quantity), c.span)


def _no_lowest_rate(c: Children) -> tree.NoLowestRate:
    return tree.NoLowestRate(c.one(tree.Text), c.span)


def _line_band(c: Children) -> tree.LineBand:
    *least, most = c.all(tree.Quantity)
    number = c.optional_token("NUMBER")
    if number is not None:
        least = [tree.Quantity(cast("Number", number.value), most.unit, c.span_of(number))]
    return tree.LineBand(c.one(tree.Bounded), least[0] if least else None, most, c.span)


def _rate_table(c: Children) -> tree.RateTable:
    return tree.RateTable(c.measured(), c.one(tree.LineBand), c.span)


def _rate_decided(c: Children) -> tree.RateDecided:
    return tree.RateDecided(c.one(tree.Text), c.span)


def _line_by_points(c: Children) -> tree.LineByPoints:
    return tree.LineByPoints(c.measured(), c.one(tree.LineBand), c.span)


def _line_decided(c: Children) -> tree.LineDecided:
    return tree.LineDecided(c.one(tree.Text), c.span)


def _validity(c: Children) -> tree.Validity:
    return tree.Validity(c.number(), c.span)


# ---- 例


def _example(c: Children) -> tree.Example:
    title = c.one(tree.Text)
    word = ""
    givens: list[Node] = []
    asked: list[Node] = []
    expectations: list[Node] = []
    for item in c.items:
        if isinstance(item, Token):
            word = item.terminal if item.terminal in ("GIVEN", "WHEN", "EXPECT") else word
        elif item is not title and not isinstance(item, tree.SettledOn):
            {"GIVEN": givens, "WHEN": asked, "EXPECT": expectations}[word].append(item)
    settled_on = c.optional(tree.SettledOn)
    return tree.Example(title, tuple(givens), tuple(asked), settled_on, tuple(expectations), c.span)


def _settled_on(c: Children) -> tree.SettledOn:
    return tree.SettledOn(c.day(), c.span)


def _event(c: Children) -> tree.Event:
    return tree.Event(
        cast("tree.Who | tree.Collective", c.one(tree.Who, tree.Collective)),
        c.day(),
        c.names()[0],
        c.all(tree.Pair),
        c.optional(tree.Parties),
        c.optional(tree.Decided),
        c.span,
    )


def _parties(c: Children) -> tree.Parties:
    return tree.Parties(c.all(tree.Party), c.span)


def _party(c: Children) -> tree.Party:
    return tree.Party(c.names()[0], c.one(tree.Who), c.span)


def _given_relation(c: Children) -> tree.GivenRelation:
    word = c.token("HEAD", "RELATIVE", "SUBJECT")
    relation = "head" if word.terminal == "HEAD" else str(word.value)
    persons = tuple(
        str(item.value) for item in c.items if isinstance(item, Token) and item.terminal == "STRING"
    )
    return tree.GivenRelation(c.one(tree.Who), relation, persons, c.span)


def _decided(c: Children) -> tree.Decided:
    return tree.Decided(c.names()[0], c.direction(), c.one(tree.Quantity), c.span)


def _given_facts(c: Children) -> tree.GivenFacts:
    return tree.GivenFacts(
        cast("tree.Who | tree.Collective", c.one(tree.Who, tree.Collective)),
        c.all(tree.Pair),
        c.span,
    )


def _given_measure(c: Children) -> tree.GivenMeasure:
    measure = Measure(str(c.token("MEASURE").value))
    return tree.GivenMeasure(c.one(tree.Who), c.names()[0], measure, c.one(tree.Quantity), c.span)


def _given_spending(c: Children) -> tree.GivenSpending:
    return tree.GivenSpending(c.one(tree.Who), c.day(), c.names()[0], c.one(tree.Quantity), c.span)


def _given_listed(c: Children) -> tree.GivenListed:
    return tree.GivenListed(c.one(tree.Who), c.day() if c.has("DATE") else None, c.span)


def _collective(c: Children) -> tree.Collective:
    kind = SubjectKind(str(c.token("SUBJECT").value))
    return tree.Collective(kind, str(c.token("STRING").value), c.span)


def _who(c: Children) -> tree.Who:
    texts = [str(item.value) for item in c.items if item.terminal == "STRING"]
    return tree.Who(texts[0], texts[1] if len(texts) > 1 else None, c.span)


def _expects_points(c: Children) -> tree.ExpectsPoints:
    names = c.names()
    return tree.ExpectsPoints(
        names[0] if names else None, c.direction(), c.one(tree.Quantity), c.span
    )


def _expects_nothing(c: Children) -> tree.ExpectsPoints:
    return tree.ExpectsPoints(None, Direction.GAIN, None, c.span)


def _expects_clause(c: Children) -> tree.ExpectsClause:
    return tree.ExpectsClause(c.clause_numbers()[0], c.span)


def _expects_limit(c: Children) -> tree.ExpectsLimit:
    return tree.ExpectsLimit(c.one(tree.Limit), c.span)


def _expects_name(c: Children) -> tree.ExpectsName:
    names = c.names()
    return tree.ExpectsName(names[0], names[1] if len(names) > 1 else None, c.span)


def _expects_measure(c: Children) -> tree.ExpectsMeasure:
    measure = Measure(str(c.token("MEASURE").value))
    return tree.ExpectsMeasure(c.names()[0], measure, c.one(tree.Quantity), c.span)


def _expects_place(c: Children) -> tree.ExpectsPlace:
    return tree.ExpectsPlace(c.names()[0], c.number(), c.span)


def _expects_rate(c: Children) -> tree.ExpectsRate:
    return tree.ExpectsRate(c.names()[0], c.one(tree.Quantity), c.span)


def _expects_line(c: Children) -> tree.ExpectsLine:
    return tree.ExpectsLine(c.names()[0], c.one(tree.Quantity), c.span)


def _expects_ineligible(c: Children) -> tree.ExpectsIneligible:
    return tree.ExpectsIneligible(c.names()[0], c.span)


def _expects_no_match(c: Children) -> tree.ExpectsNoMatch:
    return tree.ExpectsNoMatch(c.span)


def _expects_refusal(c: Children) -> tree.ExpectsRefusal:
    return tree.ExpectsRefusal(c.span)


BUILDERS: Mapping[str, Callable[[Children], Node]] = {
    "block": _group,
    "text": _text,
    "quantity": _quantity,
    "newname": _newname,
    "edition": _edition,
    "version": _version,
    "in_force": _in_force,
    "in_force_until": _in_force_until,
    "basis": _basis,
    "passed": _passed,
    "attendance": _attendance,
    "filed": _filed,
    "year": _year,
    "review": _review,
    "counts_when": _counts_when,
    "approved": _approved,
    "stages": _stages,
    "stage": _stage,
    "recusal": _recusal,
    "notice": _notice,
    "no_objection": _no_objection,
    "filing_deadline": _filing_deadline,
    "ruling_date": _ruling_date,
    "vocabulary": _vocabulary,
    "behaviours": _behaviours,
    "behaviour": _behaviour,
    "aliases": _aliases,
    "subject_attributes": _subject_attributes,
    "attributes": _attributes,
    "attribute": _attribute,
    "attribute_unit": _attribute_unit,
    "attribute_kind": _attribute_kind,
    "attribute_values": _attribute_values,
    "flags": _name_list("flags"),
    "holds_gains": _holds_gains,
    "clears_points": _lowers_points,
    "lowers_points": _lowers_points,
    "bounds_grade": _bounds_grade,
    "deciders": _name_list("deciders"),
    "roles": _name_list("roles"),
    "units": _name_list("units"),
    "parameter": _parameter,
    "adjustable": _adjustable,
    "uses_template": _uses_template,
    "amendment": _amendment,
    "deletion": _deletion,
    "locked": _locked,
    "own_clauses": _own_clauses,
    "own_count": _own_count,
    "own_amount": _own_amount,
    "own_unbounded": _own_unbounded,
    "account": _account,
    "account_start": _account_start,
    "base": _base,
    "newcomer_base": _newcomer_base,
    "pro_rata": _pro_rata,
    "closing_ceiling": _closing_ceiling,
    "carry_at_most": _carry_at_most,
    "debts": _debts,
    "open_deductions": _open_deductions,
    "precision": _precision,
    "running_floor": _running_floor,
    "closing_floor": _closing_floor,
    "period_end": _period_end,
    "net_limit": _net_limit,
    "category": _category,
    "entered": _entered,
    "continues": _continues,
    "continues_name": _continues,
    "afresh": _afresh,
    "limit": _limit,
    "beyond": _beyond,
    "same": _same,
    "last_counts": _last_counts,
    "best_of": _best_of,
    "clause_group": _clause_group,
    "situation": _situation,
    "pair": _pair,
    "bounded": _bounded,
    "group": _group,
    "behaviour_is": _behaviour_is,
    "is_": _is,
    "is_not": _is,
    "compares": _compares,
    "occurred": _occurred,
    "none_of": _none_of,
    "on_register": _on_register,
    "tally": _tally,
    "tallies": _tallies,
    "in_a_row": _in_a_row,
    "bare": _bare,
    "measures": _measures,
    "ranked": _ranked,
    "past_compares": _past_grade,
    "past_is": _past_grade,
    "not_": _not,
    "and_": _and,
    "or_": _or,
    "clause": _clause,
    "settlement": _settlement,
    "settled_guard": _settled_guard,
    "settles_each": _settles_each,
    "settles_yearly": _settles_yearly,
    "settles_by": _settles_by,
    "by_tally": _by_tally,
    "replaces": _replaces,
    "streak_guard": _streak_guard,
    "linear_row": _linear_row,
    "settled_on": _settled_on,
    "given_listed": _given_listed,
    "given_spending": _given_spending,
    "unscored": _unscored,
    "manual": _manual,
    "by_whom": _by_whom,
    "draft": _draft,
    "situation_guard": _situation_guard,
    "any_guard": _any_guard,
    "when_guard": _when_guard,
    "points_guard": _points_guard,
    "parameter_use": _parameter_use,
    "constant": _constant,
    "per_quantity": _per_quantity,
    "by_table": _by_table,
    "by_sum": _by_sum,
    "by_role": _by_role,
    "account_amount": _account_amount,
    "given_to": _given_to,
    "multiplied": _multiplied,
    "rolled": _rolled,
    "running": _running,
    "discretion": _discretion,
    "validity_of_entries": _validity_of_entries,
    "validity_row": _validity_row,
    "lasting_row": _validity_row,
    "validity_clock": _validity_clock,
    "named_row": _named_row,
    "pair_row": _pair_row,
    "group_row": _group_row,
    "step_row": _step_row,
    "bracket_row": _bracket_row,
    "otherwise_row": _otherwise_row,
    "also_flag": _also_flag,
    "flag_end": _flag_end,
    "granted": _named_row,
    "clears": _clears,
    "instead": _instead,
    "judged_first": _judged_first,
    "unlimited": _unlimited,
    "escalation": _escalation,
    "ladder_step": _ladder_step,
    "running_ceiling": _running_ceiling,
    "bare_bound": _bare_bound,
    "rolling": _rolling,
    "calendar": _calendar,
    "while_valid": _while_valid,
    "adds": _adds,
    "precedes": _precedes,
    "rounding": _rounding,
    "reached": _reached,
    **BOARD_BUILDERS,
    **INCENTIVE_BUILDERS,
    "grade": _grade,
    "band": _band,
    "otherwise_band": _otherwise_band,
    "incentive": _incentive,
    "eligibility": _eligibility,
    "base_rate": _base_rate,
    "rate_measure": _rate_measure,
    "rate_start": _rate_start,
    "rate_cut": _rate_cut,
    "in_proportion": _in_proportion,
    "rate_rounding": _rate_rounding,
    "largest_cut": _largest_cut,
    "lowest_rate": _lowest_rate,
    "no_lowest_rate": _no_lowest_rate,
    "line_band": _line_band,
    "line_by_points": _line_by_points,
    "rate_table": _rate_table,
    "rate_decided": _rate_decided,
    "line_decided": _line_decided,
    "validity": _validity,
    "example": _example,
    "event": _event,
    "parties": _parties,
    "party": _party,
    "given_relation": _given_relation,
    "decided": _decided,
    "given_facts": _given_facts,
    "given_measure": _given_measure,
    "who": _who,
    "collective": _collective,
    "expects_points": _expects_points,
    "expects_nothing": _expects_nothing,
    "expects_clause": _expects_clause,
    "expects_limit": _expects_limit,
    "expects_name": _expects_name,
    "expects_measure": _expects_measure,
    "expects_place": _expects_place,
    "expects_rate": _expects_rate,
    "expects_line": _expects_line,
    "expects_ineligible": _expects_ineligible,
    "expects_no_match": _expects_no_match,
    "expects_refusal": _expects_refusal,
}
"""The builder of every production; a test holds this list against the grammar's."""


def build(production: str, file: str, items: Sequence[Token | Node]) -> Node:
    """The node, or the list of nodes to be spliced into the production around it."""
    return BUILDERS[production](Children(file, items))
