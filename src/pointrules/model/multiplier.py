"""乘 人数: a value that counts once for every member."""

from msgspec import Struct

from pointrules.model.condition import Operand
from pointrules.source.source_file import Span


class Multiplier(Struct, frozen=True):
    """The value is multiplied by `operand` as on the date of occurrence.

    None is 在册人数: how many listed persons belong to the beneficiary's household on that day.
    """

    operand: Operand | None
    origin: Span
