"""What `test` prints of the examples (例): expected, got, and why."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from pointrules.ledger.example_result import ExampleResult, ExpectationResult
from pointrules.ledger.ledger import Outcome
from pointrules.ledger.loan_quote import LoanQuote
from pointrules.model.example import (
    ExpectsClause,
    ExpectsEligibility,
    ExpectsLimit,
    ExpectsLine,
    ExpectsMeasure,
    ExpectsNoMatch,
    ExpectsPoints,
    ExpectsPrice,
    ExpectsRate,
    ExpectsRefusal,
    ExpectsShare,
)
from pointrules.report.headings import HEADINGS
from pointrules.report.ledger_words import LedgerWords
from pointrules.report.outcome_lines import outcome_line
from pointrules.source.display_width import visible
from pointrules.source.language import Language
from pointrules.source.source_file import SourceFile


class _Headings(Struct, frozen=True):
    """One language's words."""

    met: str
    failed: str
    expected: str
    got: str
    why: str
    nothing: str
    points: str
    yuan: str
    not_quoted: str
    quoted: str
    ineligible: str
    no_entry: str
    count: str
    example: str
    examples: str
    none: str


_HEADINGS = {
    Language.ZH: _Headings(
        met="通过",
        failed="未通过",
        expected="期望：",
        got="实际：",
        why="依据：",
        nothing="没有",
        points="{} 分",
        yuan="{} 元",
        not_quoted="没有报价",
        quoted="有报价",
        ineligible="不符合资格",
        no_entry="没有记分",
        count="{}，通过 {} 个，未通过 {} 个",
        example="{} 个例",
        examples="{} 个例",
        none="细则里没有例",
    ),
    Language.EN: _Headings(
        met="passed",
        failed="failed",
        expected="expected: ",
        got="got: ",
        why="because: ",
        nothing="none",
        points="{} points",
        yuan="{} yuan",
        not_quoted="no quote",
        quoted="quoted",
        ineligible="not eligible",
        no_entry="no points",
        count="{}, {} passed, {} failed",
        example="{} example",
        examples="{} examples",
        none="the rulesets have no examples",
    ),
}


def examples_text(
    results: Sequence[ExampleResult], sources: Mapping[str, SourceFile], language: Language
) -> str:
    """A line for each example; under one that failed, what differs and how it came about.

    `sources` are the rulesets' texts by name: expectations are shown in their author's words.
    """
    heads = _HEADINGS[language]
    if not results:
        return f"{heads.none}\n"
    lines: list[str] = []
    for result in results:
        origin = result.example.origin
        place = origin.file
        if origin.file in sources:
            place += f":{sources[origin.file].position(origin.start).line}"
        verdict = heads.met if result.is_met else heads.failed
        lines.append(visible(f"{verdict} 「{result.example.title}」 {place}"))
        if not result.is_met:
            lines += (f"  {visible(line)}" for line in _differences(result, sources, language))
    met = sum(result.is_met for result in results)
    every = (heads.example if len(results) == 1 else heads.examples).format(len(results))
    lines += ["", heads.count.format(every, met, len(results) - met)]
    return "\n".join(lines) + "\n"


def _differences(
    result: ExampleResult, sources: Mapping[str, SourceFile], language: Language
) -> list[str]:
    heads = _HEADINGS[language]
    words = LedgerWords(result.ledger, language)
    lines: list[str] = []
    for item in result.results:
        if not item.is_met:
            lines.append(f"{heads.expected}{_expected(item, sources)}")
            lines.append(f"{heads.got}{_got(item, result, words)}")
    return [*lines, *(f"{heads.why}{line}" for line in _why(result, words))]


def _expected(item: ExpectationResult, sources: Mapping[str, SourceFile]) -> str:
    origin = item.expectation.origin
    source = sources.get(origin.file)
    return source.excerpt(origin) if source is not None else type(item.expectation).__name__


def _got(item: ExpectationResult, result: ExampleResult, words: LedgerWords) -> str:
    heads = _HEADINGS[words.language]
    joint = HEADINGS[words.language].joint
    match item.expectation:
        case ExpectsPoints():
            return joint.join(heads.points.format(got) for got in item.got) or heads.no_entry
        case ExpectsMeasure():
            return joint.join(heads.points.format(got) for got in item.got) or heads.nothing
        case ExpectsRate():
            return joint.join(f"{got}%" for got in item.got) or heads.not_quoted
        case ExpectsLine():
            return joint.join(heads.yuan.format(got) for got in item.got) or heads.nothing
        case ExpectsEligibility(is_eligible=wanted):
            return heads.ineligible if wanted else heads.quoted
        case ExpectsPrice():
            return joint.join(heads.points.format(got) for got in item.got) or heads.nothing
        case ExpectsShare():
            return joint.join(heads.yuan.format(got) for got in item.got) or heads.nothing
        case ExpectsNoMatch() | ExpectsRefusal():
            return joint.join(words.outcome(Outcome(got)) for got in item.got) or heads.nothing
        case ExpectsLimit():
            return joint.join(_adjustments(result, words)) or heads.nothing
        case ExpectsClause():
            return joint.join(item.got) or heads.no_entry
        case _:
            return joint.join(item.got) or heads.nothing


def _adjustments(result: ExampleResult, words: LedgerWords) -> list[str]:
    return [
        words.adjustment(entry, adjustment)
        for entry in result.entries
        for adjustment in entry.adjustments
    ]


def _why(result: ExampleResult, words: LedgerWords) -> list[str]:
    """The entries of the asked records, the lines that gave none, and the loans' arithmetic."""
    joint = HEADINGS[words.language].semicolon
    lines: list[str] = []
    for entry in result.entries:
        told = [words.entry(entry), words.source(entry), words.valuation(entry)]
        told += [words.adjustment(entry, adjustment) for adjustment in entry.adjustments]
        lines.append(joint.join(part for part in told if part is not None))
    lines += (
        outcome_line(line, words) for line in result.outcomes if line.outcome is not Outcome.SCORED
    )
    asks_for_loans = any(
        isinstance(item.expectation, ExpectsRate | ExpectsLine | ExpectsEligibility)
        for item in result.results
        if not item.is_met
    )
    if asks_for_loans:
        for quote in result.quotes:
            lines += (words.requirement(requirement) for requirement in quote.requirements)
            if isinstance(quote, LoanQuote):
                lines += (words.rate_step(quote, step) for step in quote.steps)
    return lines
