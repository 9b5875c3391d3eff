"""A number without its unit, or with one that nobody knows."""

from pointrules.diagnostics.suggestion import nearness, suggest
from pointrules.syntax.block_reports import report_name
from pointrules.syntax.mend_name import cut_name
from pointrules.syntax.parse_table import END
from pointrules.syntax.reading import Reading
from pointrules.syntax.scanner import unit_symbols
from pointrules.syntax.tokens import Token


def mend_unit(reading: Reading, position: int, end: int) -> int:
    """Put a unit in, or take the unknown word up to `end` for one; where to go on."""
    after = reading.state.copy()
    after.feed(Token("UNIT", "", position, position, is_mended=True))
    number = reading.tokens[-1]
    follows = reading.scanner.choose(position, after.takes)
    if follows is not None or end == position:
        _insert_unit(reading)
        return position
    cut = cut_name(reading, position, end, after, position)
    if number.end == position and _is_misspelt_name(reading, number.start, cut):
        # 四星 where 三星 is declared: no number of an unknown unit, but a name.
        reading.state = reading.before_number
        reading.tokens.pop()
        report_name(reading, number.start, cut)
        name = reading.scanner.raw[number.start : cut]
        reading.take(Token("NAME", name, number.start, cut, is_mended=True))
        return cut
    found = reading.scanner.raw[position:cut]
    near = suggest(found, unit_symbols(reading.names))
    reading.report("unknown-unit", position, cut, choices=near, found=found)
    reading.take(Token("UNIT", "", position, cut, is_mended=True))
    return cut


def mend_end(reading: Reading) -> None:
    """加 5, where nothing follows that would miss its unit."""
    is_number = reading.tokens[-1].terminal == "NUMBER"
    if is_number and reading.state.takes("UNIT") and not reading.state.takes(END):
        _insert_unit(reading)


def _insert_unit(reading: Reading) -> None:
    number = reading.tokens[-1]
    written = reading.scanner.raw[number.start : number.end]
    example = _with_likely_unit(written, reading.tokens)
    reading.report("unit-missing", number.start, number.end, number=written, example=example)
    reading.take(Token("UNIT", "", number.end, number.end, is_mended=True))


def _is_misspelt_name(reading: Reading, start: int, end: int) -> bool:
    """Whether what was cut as number and unit is rather a name, and nearly a declared one."""
    word = reading.scanner.raw[start:end]
    could_be = reading.before_number.takes("NAME") and not word[0].isdigit()
    return could_be and nearness(word, reading.names.names) < 1


def _with_likely_unit(number: str, tokens: list[Token]) -> str:
    """The number with units that its place allows: after 加 only points, after 最多 also times."""
    before = tokens[-2].terminal if len(tokens) > 1 else ""
    if before in ("ADD", "DEDUCT", "BASE"):
        return f"{number} 分"
    if before == "AT_MOST":
        return f"{number} 分、{number} 次"
    return f"{number} 分、{number} 小时、{number} 元"
