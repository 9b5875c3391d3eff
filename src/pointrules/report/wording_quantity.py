"""Numbers with what they count, in words."""

from datetime import date

from pointrules.model.number import Number, number_text
from pointrules.model.unit import PERCENT, Unit
from pointrules.model.vocabulary import Attribute, AttributeValue, NumericType
from pointrules.source.language import Language

_TEN_THOUSAND = 10000
_RATE_PLACES = 2
_ENGLISH_SINGULAR = {"people": "person", "years of age": "year of age"}


def points_words(points: Number, language: Language) -> str:
    """`12 分`; the sign of a negative number stays."""
    if language is Language.ZH:
        return f"{number_text(points)} 分"
    return f"{number_text(points)} {'point' if points in {1, -1} else 'points'}"


def amount_words(points: Number, language: Language) -> str:
    """Points as a clause has them: `5 分`, or `扣 5 分` where they are taken."""
    if points >= 0:
        return points_words(points, language)
    size = points_words(-points, language)
    return f"扣 {size}" if language is Language.ZH else f"{size} off"


def size_of(points: Number) -> Number:
    """The points without their sign."""
    return -points if points < 0 else points


def signed_text(points: Number) -> str:
    """Points with their sign, for a column: `+5`, `-5`, `0`."""
    return f"+{number_text(points)}" if points > 0 else number_text(points)


def quantity_words(number: Number, unit: Unit, language: Language) -> str:
    """`3 小时`, `3 hours`."""
    digits = number_text(number)
    if unit == PERCENT:
        return f"{digits}%"
    if language is Language.ZH:
        return f"{digits} {unit.symbol}"
    if number == 1:
        singular = _ENGLISH_SINGULAR.get(unit.english, unit.english.removesuffix("s"))
        return f"{digits} {singular}"
    return f"{digits} {unit.english}"


def attribute_value_words(
    value: AttributeValue, attribute: Attribute | None, language: Language
) -> str:
    """A value as a record has it, with the unit of its attribute where it has one."""
    if isinstance(value, bool):
        if language is Language.ZH:
            return "是" if value else "否"
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return value
    if attribute is not None and isinstance(attribute.type, NumericType):
        return quantity_words(value, attribute.type.unit, language)
    return number_text(value)


def rate_text(percent: Number) -> str:
    """A rate as banks print it, with two decimals at least: `4.42%`, `4.50%`, `0.00%`."""
    digits = number_text(percent)
    if "/" in digits:
        return f"{digits}%"
    whole, _, decimals = digits.partition(".")
    return f"{whole}.{decimals.ljust(_RATE_PLACES, '0')}%"


def yuan_words(yuan: Number, language: Language) -> str:
    """Money: whole ten-thousands as 万元, since loans are named so."""
    if language is Language.EN:
        return f"{number_text(yuan)} yuan"
    if yuan and yuan % _TEN_THOUSAND == 0:
        return f"{number_text(yuan // _TEN_THOUSAND)} 万元"
    return f"{number_text(yuan)} 元"
