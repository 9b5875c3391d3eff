"""A name that reads as a number."""

from collections.abc import Iterator

from pointrules.checking.meaning import Meaning
from pointrules.checking.new_names import new_names
from pointrules.checking.resolve import key_of
from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic
from pointrules.source.numeral import NUMERAL_CHARACTERS
from pointrules.syntax.spellings import spellings


def name_begins_with_digit(meaning: Meaning) -> Iterator[Diagnostic]:
    """5分钟服务 would be read as 5 分, and 五分 is a quantity through and through.

    三等功 and 一组 are good names all the same: no unit makes a quantity of them.
    """
    units = {spelling.text for spelling in spellings().by_terminal["UNIT"]}
    for name in new_names(meaning.syntax):
        if not name.is_quoted and _reads_as_number(key_of(name.text), units):
            yield diagnose("name-begins-with-digit", name.span, name=name.text)


def _reads_as_number(name: str, units: set[str]) -> bool:
    if name[:1].isascii() and name[:1].isdigit():
        return True
    rest = name.lstrip("".join(NUMERAL_CHARACTERS))
    return rest != name and (not rest or rest in units)
