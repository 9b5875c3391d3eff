"""Exact numbers: whole ones as int, all others as fractions, and rounding where a rule says so."""

from enum import StrEnum
from fractions import Fraction
from typing import TypeAlias

from msgspec import Struct

Number: TypeAlias = int | Fraction
"""An exact number. Whole numbers are always `int`, so that the common case stays fast."""


def simplified(value: Number) -> Number:
    """`value` as an int where it is whole."""
    return value.numerator if value.denominator == 1 else value


def size(value: Number) -> Number:
    """How far `value` is from 0."""
    return -value if value < 0 else value


def parse_number(text: str) -> Number:
    """The number written as `text`: digits with at most one decimal point and a leading minus.

    Raises:
        ValueError: `text` is anything else (an exponent, a fraction, an underscore, …).
    """
    digits = text.removeprefix("-")
    whole, point, decimals = digits.partition(".")
    if not (whole.isascii() and whole.isdigit()) or (
        point and not (decimals.isascii() and decimals.isdigit())
    ):
        msg = f"not a plain number: {text!r}"
        raise ValueError(msg)
    return simplified(Fraction(text))


def number_text(value: Number) -> str:
    """`value` in digits: a decimal where it ends, else a fraction such as `1/3`."""
    if value.denominator == 1:
        return str(value.numerator)
    denominator = value.denominator
    places = 0
    while denominator % 10 == 0:
        denominator //= 10
        places += 1
    for prime in (2, 5):
        while denominator % prime == 0:
            denominator //= prime
            places += 1
    if denominator != 1:
        return f"{value.numerator}/{value.denominator}"
    scaled = abs(value) * 10**places
    digits = str(scaled.numerator // scaled.denominator).rjust(places + 1, "0")
    text = f"{digits[:-places]}.{digits[-places:]}".rstrip("0").removesuffix(".")
    return f"-{text}" if value < 0 else text


class RoundingMode(StrEnum):
    """How a fraction is rounded; always by size, so that −1.25 cut to 0.1 is −1.2."""

    DOWN = "down"
    UP = "up"
    HALF_UP = "half-up"


class Rounding(Struct, frozen=True):
    """Round to a multiple of `step`, which is above 0."""

    mode: RoundingMode
    step: Number

    def of(self, value: Number) -> Number:
        """`value` rounded."""
        steps = Fraction(-value if value < 0 else value) / self.step
        whole = steps.numerator // steps.denominator
        rest = steps - whole
        if (self.mode is RoundingMode.UP and rest > 0) or (
            self.mode is RoundingMode.HALF_UP and rest >= Fraction(1, 2)
        ):
            whole += 1
        size = simplified(Fraction(whole * self.step))
        return -size if value < 0 else size
