"""What is said of a block or phrase whose words do not fit, in the language's own words."""

from pointrules.diagnostics.diagnostic import Applicability
from pointrules.diagnostics.suggestion import suggest
from pointrules.syntax.parse_table import END
from pointrules.syntax.parser_state import ParserState
from pointrules.syntax.reading import Reading
from pointrules.syntax.scanner import Candidate
from pointrules.syntax.spellings import spellings
from pointrules.syntax.tokens import Token

SAMPLES = {
    "NAME": "〈名称〉",
    "NEWNAME": "〈名称〉",
    "PARAMETER_NAME": "〈参数〉",
    "STRING": "「…」",
    "NUMBER": "〈数〉",
    "UNIT": "分",
    "DATE": "2023-06-01",
    "MONTHDAY": "1月1日",
    "CLAUSE_NUMBER": "3.1",
    "COLON": "：",
    "COMMA": "，",
    "SEMICOLON": "；",
    "STOP": "。",
    "LISTSEP": "、",
    "LPAR": "（",
    "RPAR": "）",
    "DASH": "到",
}
"""How a message shows what has no spelling of its own."""

MOST_CHOICES = 8
"""No message lists more words."""

_VALUES = ("NO", "YES")


def could_stand(state: ParserState) -> tuple[str, ...]:
    """What could stand here instead, in the language's own words."""
    words = (_sample(terminal) for terminal in state.taken() if terminal != END)
    return tuple(dict.fromkeys(words))[:MOST_CHOICES]


def report_head(reading: Reading, head: Token) -> None:
    """A head word that is not spelled right, though it is plain which was meant."""
    meant = _sample(head.terminal)
    reading.report(
        "unknown-head",
        head.start,
        head.end,
        choices=(meant,),
        fix=reading.fix(Applicability.ASK, head.start, head.end, meant),
        found=reading.scanner.raw[head.start : head.end],
    )


def report_missing(reading: Reading, terminal: str, start: int, end: int) -> None:
    """A word is left out before what stands from `start` to `end`."""
    last, raw = reading.tokens[-1], reading.scanner.raw
    if terminal in _VALUES and last.terminal == "NAME":
        name = raw[last.start : last.end]
        reading.report("value-missing", last.start, last.end, name=name)
        return
    reading.report("word-missing", start, end, found=raw[start:end], missing=_sample(terminal))


def report_name(reading: Reading, start: int, end: int, terminal: str = "NAME") -> None:
    """A name, or the name of a parameter, that nothing declares."""
    name = reading.scanner.raw[start:end]
    known = reading.names.names if terminal == "NAME" else reading.names.parameters
    near = suggest(name, sorted(known))
    fix = None
    if len(near) == 1:
        fix = reading.fix(Applicability.ASK, start, end, near[0])
    kind = "name" if terminal == "NAME" else "parameter"
    reading.report("unknown-name", start, end, choices=near, fix=fix, name=name, kind=kind)


def report_unfinished(reading: Reading) -> None:
    """The text ends where more must follow."""
    last = reading.tokens[-1]
    reading.report("unfinished", last.end, last.end, choices=could_stand(reading.state))


def report_oddity(reading: Reading, position: int, word: Candidate) -> None:
    """A number, date or quoted text that something is wrong with, though its kind is plain."""
    end = position + word.length
    found = reading.scanner.raw[position:end]
    match word.oddity:
        case "thousands-comma":
            (meant,) = word.readings
            fix = reading.fix(Applicability.SAFE, position, end, meant)
            reading.report("thousands-comma", position, end, fix=fix, found=found, meant=meant)
        case "ambiguous-numeral":
            *others, second = word.readings
            first = "、".join(others)
            reading.report(
                "ambiguous-numeral", position, end, found=found, first=first, second=second
            )
        case "leading-zero":
            (meant,) = word.readings
            reading.report("leading-zero", position, end, found=found, meant=meant)
        case "bad-numeral" | "bad-date" as code:
            reading.report(code, position, end, found=found)
        case "unclosed-quote":
            reading.report("unclosed-quote", position, position + 1, found=found[0])
        case None:
            pass


def _sample(terminal: str) -> str:
    return SAMPLES.get(terminal) or spellings().by_terminal[terminal][0].text
