"""New rulesets: a small one to start from, and drafts out of the tables of a regulation."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct

from pointrules.api.rulesets import check_text
from pointrules.diagnostics.catalogue import message
from pointrules.diagnostics.diagnostic import Diagnostic, Severity
from pointrules.intake.regulation_error import RegulationError
from pointrules.intake.regulation_read import RegulationTables
from pointrules.intake.regulation_table import read_regulation
from pointrules.source.language import Language
from pointrules.source.source_file import source_file
from pointrules.syntax.draft_ruleset import (
    Draft,
    DraftedClause,
    TableAccount,
    accounts_of,
    draft_of,
    undecided_instead,
)
from pointrules.syntax.draft_text import draft_text
from pointrules.syntax.draft_words import quoted
from pointrules.syntax.format_dsl import format_ruleset

_FOR_AN_AUTHOR = frozenset(("limit-missing",))
"""Errors that ask what the table does not say; a draft may have them, and no others."""
_ROUNDS = 5

_STARTING = """# 一份最小的细则。改成村里的内容，再运行 pointrules check 和 pointrules test。
细则{title}
  版本 1，自 {first_day} 起施行  # 改成施行日期

年度 自 1月1日 起

# 能登记什么行为，登记时还要写什么
词表
  行为 志愿服务（时长：小时）
  行为 乱倒垃圾

# 分记在户上还是人身上，从哪天起算，期末怎么办
账户「积分」按户：1月1日 起算，期末清零

条款 1 「参加志愿服务，每满一小时加 2 分，每月最多加 20 分」
  志愿服务 的，每满 1 小时 加 2 分，每月最多加 20 分。

条款 2 「乱倒垃圾，每次扣 5 分」
  乱倒垃圾 的，每次 扣 5 分。

# 哪些记录算数，按哪个日期算
评议：审核通过的，计分；按 发生日期 归期。

# 把说好的数写成例，pointrules test 来核对
例「三小时得六分」
  当「张家」{first_day} 志愿服务 时长 3 小时
  那么 加 6 分，依据 1
"""


class DraftedRuleset(Struct, frozen=True):
    """The text of a draft, and what it was made of."""

    text: str
    draft: Draft
    tables: RegulationTables

    def accounts(self) -> tuple[TableAccount, ...]:
        """For each table what became of its rows."""
        return accounts_of(self.draft)


def starting_ruleset(title: str, first_day: date) -> str:
    """A small ruleset that `check` accepts, with comments; in canonical form."""
    text = _STARTING.format(title=quoted(title), first_day=first_day.isoformat())
    formatted = format_ruleset(source_file("", text))
    assert formatted.text is not None, "what is made here can be read"
    return formatted.text


def draft_from_table(path: Path, title: str) -> DraftedRuleset:
    """A draft out of all tables in the file; `title` is for tables that have none.

    What is understood makes clauses. All other rows are clauses left 待定, with their words.

    Raises:
        RegulationError: the file cannot be read, or none of its tables has a head.
    """
    tables = read_regulation(path)
    drafted = draft_from_grids(tables, path.name, title)
    if len(drafted.draft.unread) == len(tables.grids):
        raise RegulationError("regulation-without-head", file=str(path))
    return drafted


def draft_from_grids(tables: RegulationTables, source: str, title: str) -> DraftedRuleset:
    """A draft out of tables that have been read; `source` is how the draft calls their file."""
    draft = draft_of(tables.grids, title, tables.beside)
    for _ in range(_ROUNDS):
        text = draft_text(draft, source)
        formatted = format_ruleset(source_file("", text))
        text = formatted.text or text
        refused = dict(_refused(draft, text))
        if not refused:
            return DraftedRuleset(text, draft, tables)
        draft = undecided_instead(draft, refused)
    everything = {clause.number: "读出来的条款通不过检查" for clause in draft.clauses}
    draft = undecided_instead(draft, everything)
    formatted = format_ruleset(source_file("", draft_text(draft, source)))
    assert formatted.text is not None, "clauses that are all 待定 can be read"
    return DraftedRuleset(formatted.text, draft, tables)


def _refused(draft: Draft, text: str) -> Iterator[tuple[str, str]]:
    """The clauses that the checker does not accept, by number, each with its reason."""
    for diagnostic in check_text(text).diagnostics:
        is_error = diagnostic.severity is Severity.ERROR
        if is_error and diagnostic.code not in _FOR_AN_AUTHOR:
            number = _clause_at(draft, text, diagnostic)
            words = message(diagnostic, Language.ZH)
            if number is not None:
                yield number, f"读出来的条款通不过检查：{words}"
            else:
                yield from ((clause.number, words) for clause in draft.scoring)


def _clause_at(draft: Draft, text: str, diagnostic: Diagnostic) -> str | None:
    """The clause that a diagnostic is about: by its number, or by its behaviour in 词表."""
    by_behaviour: Mapping[str, DraftedClause] = {
        quoted(clause.behaviour): clause for clause in draft.scoring if clause.behaviour is not None
    }
    before = text[: diagnostic.span.start].splitlines() or [""]
    start = text.rfind("\n", 0, diagnostic.span.start) + 1
    end = text.find("\n", diagnostic.span.start)
    line = text[start : end if end >= 0 else len(text)]
    if line.startswith("  行为"):
        found = line.removeprefix("  行为").lstrip()
        return next(
            (item.number for name, item in by_behaviour.items() if found.startswith(name)), None
        )
    for written in (line, *reversed(before)):
        if written.startswith("条款 "):
            number = written.split()[1].replace("（", "(").replace("）", ")")
            known = {clause.number.lower(): clause.number for clause in draft.clauses}
            return known.get(number.lower())
    return None
