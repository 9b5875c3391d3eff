"""The nodes of an example (例)."""

from typing import cast

from pointrules.model.measure import Measure
from pointrules.model.scan import Direction
from pointrules.model.subject import SubjectKind
from pointrules.syntax import tree
from pointrules.syntax.children import Builders, Children, Node
from pointrules.syntax.tokens import Token


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
        _named(c),
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
    return tree.Party(c.names()[0], _named(c), c.span)


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
    return tree.GivenFacts(_named(c), c.all(tree.Pair), c.span)


def _given_measure(c: Children) -> tree.GivenMeasure:
    measure = Measure(str(c.token("MEASURE").value))
    return tree.GivenMeasure(_named(c), c.names()[0], measure, c.one(tree.Quantity), c.span)


def _given_spending(c: Children) -> tree.GivenSpending:
    return tree.GivenSpending(_named(c), c.day(), c.names()[0], c.one(tree.Quantity), c.span)


def _given_listed(c: Children) -> tree.GivenListed:
    return tree.GivenListed(_named(c), c.day() if c.has("DATE") else None, c.span)


def _named(c: Children) -> tree.Who | tree.Collective:
    return cast("tree.Who | tree.Collective", c.one(tree.Who, tree.Collective))


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


EXAMPLE_BUILDERS: Builders = {
    "settled_on": _settled_on,
    "given_listed": _given_listed,
    "given_spending": _given_spending,
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
