"""乘 人数: how many members a value counts for."""

from pointrules.engine.account_rule import Holder
from pointrules.engine.truth import as_number
from pointrules.model.condition import RecordAttribute
from pointrules.model.multiplier import Multiplier
from pointrules.model.number import Number
from pointrules.model.subject import SubjectKind
from pointrules.records.record import Record
from pointrules.records.roster import Roster


def multiplied(
    multiplier: Multiplier, record: Record, holder: Holder, roster: Roster
) -> Number | None:
    """The number on the date of occurrence; None where nobody registered it.

    A household's attribute is that of the beneficiary's household, a person's that of the person.
    """
    operand, day = multiplier.operand, record.occurred_on
    if isinstance(operand, RecordAttribute):
        given = record.attributes.get(operand.attribute.name)
        return None if given is None else as_number(given)
    household = holder.id if holder.kind is SubjectKind.HOUSEHOLD else holder.household
    if operand is None:
        return None if household is None else len(roster.persons_of(household, day))
    whose = household if operand.kind is SubjectKind.HOUSEHOLD else None
    if operand.kind is holder.kind:
        whose = holder.id
    if whose is None:
        return None
    value = roster.facts.value(operand.kind, whose, operand.attribute.name, day)
    return None if value is None else as_number(value)
