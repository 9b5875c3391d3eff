"""`check --fix` and `check --diff`: what is changed, and how it is told."""

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

import click

from pointrules.api.fixes import Change, Mended, mend_villages, write_change
from pointrules.api.rulesets import CheckedRulesets
from pointrules.cli.difference import difference
from pointrules.cli.failure import ExitCode, tell_error, tell_system_error
from pointrules.cli.problems import ending
from pointrules.cli.words import Words
from pointrules.diagnostics.diagnostic import Applicability, Severity
from pointrules.diagnostics.render_text import summary_line
from pointrules.source.errors import PointRulesError
from pointrules.source.language import Language

_FIXED = Words("已改 {count} 处：{path}", "fixed {count}: {path}")
_WOULD_FIX = Words("要改 {count} 处：{path}", "would fix {count}: {path}")
_NOTHING = Words("没有可以自动修改的", "nothing can be fixed")
_LEFT = Words("改后还有 {summary}", "left after that: {summary}")
_MAY_FIX = Words("加上 --fix 可自动修改 {count} 处", "{count} can be fixed with --fix")
_MAY_ASK = Words(
    "另有 {count} 处改了会换意思，要您决定：用 --diff --unsafe-fixes 看看",
    "{count} more would change the meaning: see --diff --unsafe-fixes",
)


def show_diff(
    groups: Sequence[Sequence[Path]],
    templates: Sequence[Path],
    kinds: Collection[Applicability],
    fails: Collection[Severity],
    language: Language,
) -> ExitCode:
    """The differences, and on standard error what they come to; 1 where there are any."""
    mended = mend_villages(groups, templates, kinds)
    for change in mended.changes:
        click.echo(difference(str(change.path), change.before, change.after), nl=False)
    for line in _told_of_diff(mended, kinds, language):
        click.echo(line, err=True)
    changes = ExitCode.PROBLEMS if mended.changes else ExitCode.FINE
    return max(changes, ending(mended.villages, fails))


def _told_of_diff(
    mended: Mended, kinds: Collection[Applicability], language: Language
) -> Iterable[str]:
    for change in mended.changes:
        yield _WOULD_FIX.into(language, count=change.fixes, path=change.path)
    if not mended.changes:
        yield _NOTHING.into(language)
    left = [item.severity for checked in mended.villages for item in checked.diagnostics]
    if left:
        summary = summary_line(left.count(Severity.ERROR), left.count(Severity.WARNING), language)
        yield _LEFT.into(language, summary=summary)
    yield from offers(mended.villages, kinds, language)


def write_fixes(
    groups: Sequence[Sequence[Path]],
    templates: Sequence[Path],
    kinds: Collection[Applicability],
    language: Language,
) -> ExitCode:
    """Write each file; one that cannot be written does not keep the others from it."""
    ended = ExitCode.FINE
    for change in mend_villages(groups, templates, kinds).changes:
        try:
            write_change(change)
        except PointRulesError as error:
            tell_error(error, language)
            ended = ExitCode.WRONG_USE
        except OSError as error:
            tell_system_error(error, language)
            ended = ExitCode.WRONG_USE
        else:
            _tell_fixed(change, language)
    return ended


def _tell_fixed(change: Change, language: Language) -> None:
    click.echo(_FIXED.into(language, count=change.fixes, path=change.path), err=True)


def offers(
    villages: Iterable[CheckedRulesets], kinds: Collection[Applicability], language: Language
) -> list[str]:
    """How many fixes there still are beyond those of `kinds`, which are made or shown already.

    Those that change the meaning are mentioned only to whoever asked for fixes.
    """
    found = [
        item.fix.applicability
        for checked in villages
        for item in checked.diagnostics
        if item.fix is not None and item.fix.applicability not in kinds
    ]
    safe, ask = found.count(Applicability.SAFE), found.count(Applicability.ASK)
    lines = [_MAY_FIX.into(language, count=safe)] if safe else []
    if ask and kinds:
        lines.append(_MAY_ASK.into(language, count=ask))
    return lines
