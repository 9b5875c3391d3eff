"""A village that is written down: rulesets in the language, tables as rows; whatever fails prints.

Unlike the villages of `strategies`, these come through parser and checker, so that everything in
them is something an author may write.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import Any, TypeAlias

from engines import Engine
from pointrules.checking.check import check_ruleset
from pointrules.checking.editions import PlacedEdition, check_editions
from pointrules.diagnostics.diagnostic import Severity
from pointrules.ledger.ledger import Ledger
from pointrules.model.ruleset import Ruleset
from pointrules.records.facts import Facts
from pointrules.records.line import LineNumber, RawLine
from pointrules.records.log import Log, log_from
from pointrules.records.read_facts import facts_from
from pointrules.source.source_file import Span, source_file
from pointrules.syntax.parse_dsl import parse_ruleset

Row: TypeAlias = Mapping[str, str]

FIRST_DAY = date(2023, 1, 1)
LAST_DAY = date(2024, 6, 30)


class NotARulesetError(Exception):
    """A text that the checker refuses; the message says why."""


@dataclass(frozen=True)
class WrittenVillage:
    """Texts of its editions in order of their days, rows of its facts, rows of its log."""

    texts: tuple[str, ...]
    facts_rows: tuple[Row, ...]
    rows: tuple[Row, ...]
    features: frozenset[str] = field(default=frozenset())

    @property
    def editions(self) -> tuple[Ruleset, ...]:
        """What the texts mean."""
        return _editions(self.texts)

    @property
    def is_legal(self) -> bool:
        """Whether the checker takes the texts."""
        try:
            _editions(self.texts)
        except NotARulesetError:
            return False
        return True

    @property
    def facts(self) -> Facts:
        """What the rows of facts say; none is refused."""
        lines = [
            RawLine(LineNumber("facts.csv", n), row) for n, row in enumerate(self.facts_rows, 2)
        ]
        facts, refused = facts_from(lines, self.editions, None)
        assert refused == ()
        return facts

    @property
    def lines(self) -> tuple[RawLine, ...]:
        """The rows of the log, as lines of one file."""
        return tuple(
            RawLine(LineNumber("records.csv", n), row) for n, row in enumerate(self.rows, 2)
        )

    def log(self, known_at: date = LAST_DAY, lines: Sequence[RawLine] | None = None) -> Log:
        """What the rows of the log say, or other lines in their place."""
        read = self.lines if lines is None else lines
        return log_from(read, self.editions, self.facts, known_at, known_at)

    def ledger(
        self, engine: Engine, as_of: date = LAST_DAY, lines: Sequence[RawLine] | None = None
    ) -> Ledger:
        """The ledger that `engine` makes of it, by what is known on the last day."""
        return engine(self.editions, self.facts, self.log(LAST_DAY, lines), as_of, LAST_DAY)

    def with_rows(self, rows: Sequence[Row]) -> "WrittenVillage":
        """The same with another log."""
        return replace(self, rows=tuple(rows))

    def __repr__(self) -> str:
        """As it would stand in files, for whoever has to count a failing one by hand."""
        tables = [
            "\n".join("  " + " ".join(f"{k}={v}" for k, v in row.items()) for row in rows)
            for rows in (self.facts_rows, self.rows)
        ]
        return "\n".join(["", *self.texts, "户情表", tables[0], "记录表", tables[1]])

    def _repr_pretty_(self, printer: Any, _cycle: bool) -> None:  # noqa: FBT001
        """Hypothesis asks for this one."""
        printer.text(repr(self))


@lru_cache(maxsize=256)
def _editions(texts: tuple[str, ...]) -> tuple[Ruleset, ...]:
    placed = []
    for text in texts:
        source = source_file("village.points", text)
        parsed = parse_ruleset(source)
        checked = check_ruleset(parsed.syntax, text, parsed.diagnostics)
        wrong = [
            (item.code, text[item.span.start : item.span.end])
            for item in checked.diagnostics
            if item.severity is Severity.ERROR
        ]
        if wrong or checked.ruleset is None:
            raise NotARulesetError(f"{wrong}\n{text}")
        placed.append(PlacedEdition(checked.ruleset, Span(source.name, 0, 0)))
    together = check_editions(placed)
    wrong = [(item.code, "") for item in together.diagnostics if item.severity is Severity.ERROR]
    if wrong:
        raise NotARulesetError(f"{wrong}\n" + "\n".join(texts))
    return together.editions
