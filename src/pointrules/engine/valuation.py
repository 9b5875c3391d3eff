"""What a clause asks for a record: its value, before escalation and limits."""

from collections.abc import Mapping
from typing import assert_never

from pointrules.engine.account_rule import Holder
from pointrules.engine.clause_rule import ClauseRule
from pointrules.engine.scan import Counter, ScanStates
from pointrules.engine.truth import as_number
from pointrules.ledger.entry import RunningQuantity, Valuation
from pointrules.model.number import Number, simplified
from pointrules.model.scan import RunningSum
from pointrules.model.schedule import schedule_value
from pointrules.model.value import (
    ByAccount,
    ByRole,
    ByRunningSum,
    Constant,
    Discretion,
    Ladder,
    Lookup,
    PerQuantity,
    Value,
)
from pointrules.model.vocabulary import AttributeValue
from pointrules.records.record import Record


def valuation_of(
    rule: ClauseRule, value: Value, record: Record, holder: Holder, states: ScanStates
) -> Valuation | str:
    """The points that `value` asks for `record`, or the name of an attribute it lacks for that.

    Reads running sums, but moves none.
    """
    match value:
        case Constant():
            return Valuation(value, (), None, value.points)
        case PerQuantity():
            name = value.attribute.name
            given = record.attributes.get(name)
            if given is None:
                return name
            points = schedule_value(value.schedule, as_number(given))
            return Valuation(value, ((name, given),), None, points)
        case Lookup():
            return _looked_up(value, record.attributes)
        case ByRunningSum():
            return _on_running_sum(rule, value, record, holder, states)
        case ByRole():
            return _by_role(value, holder.role)
        case ByAccount():
            account = holder.accounts[0].account.name
            points = next(points for name, points in value.rows if name == account)
            return Valuation(value, (), None, points)
        case Discretion():
            # Only a clause that another one goes before is asked without a decision.
            return Valuation(value, (), None, 0 if record.decided is None else record.decided)
        case Ladder():
            ordinal = ordinal_of(rule, record, holder, states)
            return Valuation(value, (), None, value.step(ordinal).points, ordinal)
        case _:
            assert_never(value)


def ordinal_of(rule: ClauseRule, record: Record, holder: Holder, states: ScanStates) -> Number:
    """Which occurrence this record is, counted from 1."""
    counter, day = rule.ordinals[record.behaviour], record.occurred_on
    key = counter.state_key(holder.kind, holder.id, day, record)
    return states.counted(counter, key, day) + 1


def quantity(counter: Counter, given: Mapping[str, AttributeValue]) -> Number | None:
    """What a record adds to a running sum: the attribute, or 1 where records are counted."""
    transfer = counter.transfer
    if not isinstance(transfer, RunningSum):
        msg = "only a running sum adds up quantities"
        raise TypeError(msg)
    if transfer.attribute is None:
        return 1
    value = given.get(transfer.attribute.name)
    return None if value is None else as_number(value)


def _looked_up(value: Lookup, given: Mapping[str, AttributeValue]) -> Valuation | str:
    inputs: list[tuple[str, AttributeValue]] = []
    for attribute in value.attributes:
        found = given.get(attribute.name)
        if found is None:
            return attribute.name
        inputs.append((attribute.name, found))
    cell = tuple(found for _, found in inputs)
    points = next((row.points for row in value.rows if row.values == cell), value.otherwise)
    if points is None:
        msg = f"the table has no cell for {cell!r} and no 其余"
        raise AssertionError(msg)
    return Valuation(value, tuple(inputs), None, points)


def _by_role(value: ByRole, role: str | None) -> Valuation:
    points = next((points for name, points in value.rows if name == role), value.otherwise)
    assert points is not None, "only parties of these roles are asked"
    assert role is not None, "a party has a role"
    return Valuation(value, (("角色", role),), None, points)


def _on_running_sum(
    rule: ClauseRule, value: ByRunningSum, record: Record, holder: Holder, states: ScanStates
) -> Valuation | str:
    """f(after) − f(before), both along the schedule of the record's own edition (R25)."""
    counter, transfer = rule.running, value.scan.transfer
    if counter is None or not isinstance(transfer, RunningSum):
        msg = "a running sum has a scan that sums"
        raise AssertionError(msg)
    added = quantity(counter, record.attributes)
    name = None if transfer.attribute is None else transfer.attribute.name
    if added is None:
        return name or ""
    key = counter.state_key(holder.kind, holder.id, record.occurred_on, record)
    before = states.counted(counter, key, record.occurred_on)
    after = simplified(before + added)
    value_before = schedule_value(transfer.schedule, before)
    value_after = schedule_value(transfer.schedule, after)
    running = RunningQuantity(before, after, value_before, value_after)
    inputs = () if name is None else ((name, added),)
    return Valuation(value, inputs, running, simplified(value_after - value_before))
