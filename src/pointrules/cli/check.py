"""`pointrules check`: every mistake of the rulesets, in one run."""

from pathlib import Path

import click

from pointrules.api import folders
from pointrules.api.clause_counts import accounts_of_clauses
from pointrules.api.rulesets import check_villages
from pointrules.api.unread import unread_file
from pointrules.cli.commands import COMMANDS
from pointrules.cli.failure import ExitCode
from pointrules.cli.machine_form import FORMS, write_machine_form
from pointrules.cli.mend import offers, show_diff, write_fixes
from pointrules.cli.options import (
    choice_option,
    language_option,
    paths_argument,
    templates_option,
)
from pointrules.cli.problems import ending, show_problems
from pointrules.cli.spoken import Command, Option
from pointrules.cli.words import Words
from pointrules.cli.wrong_use import WrongUse
from pointrules.diagnostics.diagnostic import Applicability, Severity
from pointrules.source.errors import PointRulesError
from pointrules.source.language import Language

_TEXT = FORMS[0]
_DIFF_IS_TEXT = Words(
    "--diff 不能和 --format {form} 一起用", "--diff does not go with --format {form}"
)
_NOT_BOTH = Words("二者去掉一个", "leave out one of them")
_UNSAFE_ALONE = Words("--unsafe-fixes 不能单独用", "--unsafe-fixes does nothing alone")
_WITH_FIX = Words("和 --diff 或 --fix 一起用", "use it with --diff or --fix")


@click.command(
    cls=Command,
    words=COMMANDS["check"].then(
        Words(
            "几个文件算同一个村的几个版本，每个文件夹算一个村。只有警告也算通过。",
            "Several files are editions of one village, each folder is a village of its own. "
            "Warnings alone are no failure.",
        )
    ),
)
@paths_argument
@templates_option
@click.option(
    "--by-folder",
    cls=Option,
    is_flag=True,
    words=Words(
        "写的是文件时，连同它所在的文件夹一起检查：每个文件夹算一个村",
        "for each file check the folder that it is in: each folder is a village",
    ),
)
@click.option(
    "--fix",
    cls=Option,
    is_flag=True,
    words=Words("改好能自动修改、不会改变意思的，写回文件", "make the fixes that keep the meaning"),
)
@click.option(
    "--diff",
    cls=Option,
    is_flag=True,
    words=Words("显示 --fix 会怎样改，不改写", "only show what --fix would change"),
)
@click.option(
    "--unsafe-fixes",
    cls=Option,
    is_flag=True,
    words=Words(
        "--fix 和 --diff 也包括会改变意思的修改，例如换一个名称",
        "with --fix and --diff, also those that change the meaning, such as another name",
    ),
)
@choice_option(
    "--fail-level",
    "fail_level",
    ("error", "warning"),
    Words(
        "从哪一级起以 1 结束：error 错误（默认），warning 警告也算",
        "what ends with 1: errors (the default), or warnings too",
    ),
)
@choice_option(
    "--format",
    "form",
    FORMS,
    Words(
        "输出形式：text 给人看（默认），json 给编辑器和程序，sarif 给代码扫描，"
        "github 给 GitHub Actions",
        "form of the output: text for people (the default), json for editors and programs, "
        "sarif for code scanning, github for GitHub Actions",
    ),
)
@language_option
@click.pass_obj
def check(  # noqa: PLR0913 - one for each option
    language: Language,
    paths: tuple[Path, ...],
    *,
    templates: tuple[Path, ...],
    by_folder: bool,
    fix: bool,
    diff: bool,
    unsafe_fixes: bool,
    fail_level: str,
    form: str,
) -> ExitCode:
    """End with 0 where no problem is of the level that fails."""
    if diff and form != _TEXT:
        raise WrongUse(_DIFF_IS_TEXT.into(language, form=form), _NOT_BOTH.into(language))
    if unsafe_fixes and not (fix or diff):
        raise WrongUse(_UNSAFE_ALONE.into(language), _WITH_FIX.into(language))
    fails = tuple(Severity) if fail_level == "warning" else (Severity.ERROR,)
    kinds: tuple[Applicability, ...] = ()
    if fix or diff:
        kinds = tuple(Applicability) if unsafe_fixes else (Applicability.SAFE,)
    try:
        groups = folders.by_folder(paths) if by_folder else (paths,)
        if diff:
            return show_diff(groups, templates, kinds, fails, language)
        ended = write_fixes(groups, templates, kinds, language) if fix else ExitCode.FINE
        villages = [item for group in groups for item in check_villages(group, templates)]
    except PointRulesError as error:
        unread = unread_file(error)
        if unread is not None and form != _TEXT:
            # Whoever reads the document learns there which file it is that cannot be read.
            write_machine_form(form, [unread], language, was_read=False)
        raise
    if form == _TEXT:
        counts = [line for checked in villages for line in accounts_of_clauses(checked, language)]
        more = offers(villages, kinds, language)
        show_problems(villages, language, notes=counts, offers=more)
    else:
        write_machine_form(form, villages, language)
    return max(ended, ending(villages, fails))
