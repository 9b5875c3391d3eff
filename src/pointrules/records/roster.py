"""Who belongs to whom on a day: the members of a household, of a group, of an organisation."""

from collections import defaultdict
from datetime import date

from pointrules.model.beneficiary import Relation
from pointrules.model.subject import COLLECTIVES, Subject, SubjectKind
from pointrules.records.facts import MEMBERSHIP, Facts


class Roster:
    """The facts, read the other way round; made when first asked, since most rulesets never do."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self._persons: dict[str, list[str]] | None = None

    def persons_of(self, household: str, day: date) -> tuple[str, ...]:
        """The ids of the listed persons who belong to `household` on `day`, in order."""
        if self._persons is None:
            self._persons = _by_household(self.facts)
        facts = self.facts
        return tuple(
            person
            for person in self._persons.get(household, ())
            if facts.household_of(person, day) == household
            and facts.is_listed(Subject(SubjectKind.PERSON, person), day)
        )

    def households_of(self, collective: Subject, day: date) -> tuple[str, ...]:
        """The ids of the listed households of a group, organisation or village on `day`."""
        assert collective.kind in COLLECTIVES, "households belong to groups, not to each other"
        relation = Relation(collective.kind.value)
        facts = self.facts
        return tuple(
            household
            for household in facts.households
            if collective.id in facts.related(SubjectKind.HOUSEHOLD, household, relation, day)
            and facts.is_listed(Subject(SubjectKind.HOUSEHOLD, household), day)
        )


def _by_household(facts: Facts) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for person in sorted(facts.persons):
        timeline = facts.persons[person].timelines.get(MEMBERSHIP)
        if timeline is not None:
            for household in {value for _, value in timeline.pieces if isinstance(value, str)}:
                found[household].append(person)
    return found
