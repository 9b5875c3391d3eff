"""资格: who may have what an incentive offers."""

from msgspec import Struct

from pointrules.checking.lower_condition import lower_offer_condition
from pointrules.checking.parts import Parts
from pointrules.model.condition import Condition
from pointrules.model.subject import SubjectKind
from pointrules.syntax import tree


class Eligible(Struct, frozen=True):
    """Who is eligible; `condition` None is everyone."""

    condition: Condition | None


def lower_eligibility(
    parts: Parts[tree.ExchangePart] | Parts[tree.PoolPart] | Parts[tree.Eligibility],
    kind: SubjectKind | None,
    missing: str | None = None,
) -> Eligible | None:
    """Who is eligible, everyone where the block does not say; None after saying what is wrong."""
    written = parts.only(tree.Eligibility, "eligibility", missing)
    if written is None or written.condition is None:
        return None if written is None and missing is not None else Eligible(None)
    condition = lower_offer_condition(written.condition, kind, parts.scope)
    if condition is None:
        parts.is_sound = False
        return None
    return Eligible(condition)
