"""乘 人数: a value that counts once for every member."""

from dataclasses import dataclass

from pointrules.model.condition import Operand
from pointrules.source.source_file import Span


@dataclass(frozen=True, slots=True)
class Multiplier:
    """The value is multiplied by `operand` as on the date of occurrence.

    None is 在册人数: how many listed persons belong to the beneficiary's household on that day.
    """

    operand: Operand | None
    origin: Span
