"""What an edition's vocabulary and review say about reading a record's line."""

from collections import defaultdict
from collections.abc import Mapping

from msgspec import Struct

from pointrules.model.review import Review
from pointrules.model.ruleset import Ruleset
from pointrules.model.scan import Direction
from pointrules.model.vocabulary import AttributeValue, Behaviour
from pointrules.records.columns import FIXED_RECORD_COLUMNS
from pointrules.records.reason import ReasonCode
from pointrules.records.values import UnfitError, ValueReader, nearby, needed, value_reader
from pointrules.source.folding import fold


class BehaviourPlan(Struct, frozen=True):
    """How records of one behaviour are read under one edition.

    `columns` are read as attributes, called `names`; `known` are all that its lines may fill in.
    """

    name: str
    columns: tuple[tuple[str, ValueReader, bool], ...]
    names: frozenset[str]
    known: frozenset[str]


class EditionPlan(Struct, frozen=True):
    """How lines are read under one edition; behaviours `without_deadline` may be filed late."""

    review: Review
    without_deadline: frozenset[str]
    behaviours: Mapping[str, BehaviourPlan]
    attributes: frozenset[str]
    roles: tuple[str, ...]


def edition_plan(ruleset: Ruleset) -> EditionPlan:
    """The plan of `ruleset`."""
    behaviours: dict[str, BehaviourPlan] = {}
    attributes: set[str] = set()
    for behaviour in ruleset.vocabulary.behaviours:
        plan = _behaviour_plan(behaviour)
        attributes |= plan.names
        for name in (behaviour.name, *behaviour.aliases):
            behaviours.setdefault(name, plan)
            behaviours.setdefault(fold(name), plan)
    without_deadline = _only_deducted(ruleset) if _spares_deductions(ruleset) else frozenset[str]()
    roles = ruleset.vocabulary.roles
    return EditionPlan(ruleset.review, without_deadline, behaviours, frozenset(attributes), roles)


def _spares_deductions(ruleset: Ruleset) -> bool:
    filing = ruleset.review.filing
    return filing is not None and filing.gains_only


def _only_deducted(ruleset: Ruleset) -> frozenset[str]:
    """The behaviours that clauses take points for and give none."""
    directions: dict[str, set[Direction]] = defaultdict(set)
    for clause in ruleset.scoring_clauses:
        for behaviour in clause.behaviours:
            directions[behaviour].add(clause.direction)
    return frozenset(name for name, found in directions.items() if found == {Direction.LOSS})


def _behaviour_plan(behaviour: Behaviour) -> BehaviourPlan:
    names = frozenset(item.name for item in behaviour.attributes)
    return BehaviourPlan(
        behaviour.name,
        tuple((item.name, value_reader(item), item.optional) for item in behaviour.attributes),
        names,
        names | FIXED_RECORD_COLUMNS,
    )


def attributes_in(
    fields: Mapping[str, str], plan: EditionPlan
) -> tuple[str, dict[str, AttributeValue]]:
    """The behaviour that a line names, and its attributes as they are declared.

    Raises:
        UnfitError: either cannot be read, or one is missing or too many.
    """
    word = needed(fields, "behaviour")
    behaviour = plan.behaviours.get(word) or plan.behaviours.get(fold(word))
    if behaviour is None:
        raise UnfitError(
            ReasonCode.BEHAVIOUR_UNKNOWN, **nearby(word, tuple(plan.behaviours), value=word)
        )
    attributes: dict[str, AttributeValue] = {}
    for name, read, optional in behaviour.columns:
        text = fields.get(name)
        if text is not None:
            attributes[name] = read(text)
        elif not optional:
            raise UnfitError(ReasonCode.ATTRIBUTE_MISSING, behaviour=behaviour.name, attribute=name)
    if not behaviour.known.issuperset(fields):
        raise _surplus(min(fields.keys() - behaviour.known), fields, behaviour, plan)
    return behaviour.name, attributes


def _surplus(
    name: str, fields: Mapping[str, str], behaviour: BehaviourPlan, plan: EditionPlan
) -> UnfitError:
    if name not in plan.attributes:
        known = tuple(sorted(plan.attributes))
        return UnfitError(ReasonCode.ATTRIBUTE_UNKNOWN, **nearby(name, known, attribute=name))
    return UnfitError(
        ReasonCode.ATTRIBUTE_NOT_OF_BEHAVIOUR,
        **nearby(
            name,
            tuple(sorted(behaviour.names)),
            behaviour=behaviour.name,
            attribute=name,
            value=fields[name],
        ),
    )
