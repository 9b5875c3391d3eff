"""`pointrules new`: a ruleset to start from, or a draft out of a regulation's table."""

from datetime import UTC, datetime
from pathlib import Path

import click

from pointrules.api.draft import DraftedRuleset, draft_from_table, starting_ruleset
from pointrules.api.fixes import write_as_utf_8
from pointrules.cli.commands import COMMANDS
from pointrules.cli.failure import ExitCode
from pointrules.cli.options import complete_path, path_of
from pointrules.cli.spoken import Argument, Command, Option
from pointrules.cli.words import Words
from pointrules.cli.wrong_use import WrongUse
from pointrules.source.errors import quotable
from pointrules.source.language import Language

_ENDING = ".points"
_DEFAULT_NAME = "积分细则"
_WRITTEN = Words("已写好：{path}", "written: {path}")
_EXISTS = Words("文件“{path}”已经有了，没有改动", "the file “{path}” exists; it was not changed")
_FORCE = Words(
    "换一个名字，或者加 --force 覆盖它", "choose another name, or add --force to replace it"
)
_NO_NAME = Words("“{name}”不能作文件名", "“{name}” cannot name a file")
_NOT_POINTS = Words("细则写成 .points 文件", "a ruleset is written to a file that ends in .points")
_NEXT = Words("接下来：pointrules check {path}", "next: pointrules check {path}")
_TABLE = Words(
    "{place}：{rows} 行，写成条款 {scoring}，待定 {undecided}，不是条款 {others}",
    "{place}: rows {rows}, clauses {scoring}, 待定 {undecided}, others {others}",
)
_THE_TABLE = Words("表格", "the table")
_UNREAD = Words(
    "{place}没有认出表头，没有读（{rows} 行，原话在草稿末尾的注解里）",
    "{place} has no row that names its columns, and was not read ({rows} rows, kept as comments)",
)
_HIDDEN_SHEET = Words("隐藏的工作表“{sheet}”没有读", "the hidden sheet “{sheet}” was not read")
_HIDDEN_COLUMNS = Words(
    "{place}：隐藏的 {columns} 没有读", "{place}: hidden columns were not read: {columns}"
)
_BESIDE = Words(
    "表格外面还有 {count} 段文字，没有读", "{count} paragraphs outside the tables were not read"
)
_GUESSED = Words(
    "文件按 GB18030 编码读取；如有乱码，请另存为 UTF-8",
    "the file was read as GB18030; if it looks garbled, save it as UTF-8",
)
_LIMITS = Words(
    "表里没有写上限的加分 {count} 条，check 会一条一条问",
    "{count} awards have no limit in the table; check asks for each",
)
_ASSUMED = Words(
    "表里没有、先填了的：施行日期、版本、年度、账户、评议，见草稿里 0 开头的条款",
    "put in though the table does not say it: date, edition, year, account, review; "
    "see the clauses whose numbers begin with 0",
)


@click.command(
    cls=Command,
    words=COMMANDS["new"].then(
        Words(
            "从表格读：读懂的行写成条款，其余写“待定”，原话都在；数一个也不猜。"
            "读 .xlsx 和 .docx 要先 pip install 'pointrules[table]'。",
            "From a table: rows that are understood make clauses, all others are 待定 and keep "
            "their words; no number is guessed. "
            "For .xlsx and .docx: pip install 'pointrules[table]'.",
        )
    ),
)
@click.argument(
    "name",
    cls=Argument,
    required=False,
    placeholder=Words("名称", "NAME"),
    words=Words(
        "细则的名称，也是文件名；不写就叫“积分细则”，或用表格的名字",
        "title of the ruleset, and name of its file; else 积分细则, or the table's own name",
    ),
)
@click.option(
    "--from-table",
    "table",
    cls=Option,
    callback=path_of,
    shell_complete=complete_path,
    placeholder=Words("表格", "TABLE"),
    words=Words(
        "读村里的积分表（.xlsx .docx .csv），写成草稿",
        "read the village's table (.xlsx .docx .csv) into a draft",
    ),
)
@click.option(
    "-o",
    "--output",
    cls=Option,
    callback=path_of,
    shell_complete=complete_path,
    placeholder=Words("文件", "FILE"),
    words=Words("写到这个文件", "write to this file"),
)
@click.option(
    "--force",
    cls=Option,
    is_flag=True,
    words=Words("文件已经有了也覆盖", "replace the file if it is there"),
)
@click.pass_obj
def new(
    language: Language,
    name: str | None,
    *,
    table: Path | None,
    output: Path | None,
    force: bool,
) -> ExitCode:
    """Nothing that is there is lost, unless it was asked for."""
    path = output or _path(name, table, language)
    if path.suffix.lower() != _ENDING:
        raise WrongUse(_NOT_POINTS.into(language))
    if path.exists() and not force:
        raise WrongUse(_EXISTS.into(language, path=quotable(str(path))), _FORCE.into(language))
    title = Path(name).name if name is not None else (table or path).stem
    title = title.removesuffix(_ENDING) or _DEFAULT_NAME
    if table is None:
        _write(path, starting_ruleset(title, datetime.now(UTC).astimezone().date()), language)
    else:
        drafted = draft_from_table(table, title)
        _write(path, drafted.text, language)
        for line in _account(drafted, language):
            click.echo(line)
    click.echo(_NEXT.into(language, path=path))
    return ExitCode.FINE


def _path(name: str | None, table: Path | None, language: Language) -> Path:
    if name is None:
        return Path(f"{table.stem if table is not None else _DEFAULT_NAME}{_ENDING}")
    if not Path(name).name.strip(".") or "\0" in name:
        raise WrongUse(_NO_NAME.into(language, name=quotable(name)))
    return Path(f"{name.removesuffix(_ENDING)}{_ENDING}")


def _write(path: Path, text: str, language: Language) -> None:
    write_as_utf_8(path, text)
    click.echo(_WRITTEN.into(language, path=path))


def _account(drafted: DraftedRuleset, language: Language) -> list[str]:
    """What became of every row, and what was not read."""
    lines = []
    for part in drafted.accounts():
        place = (part.grid.zh if language is Language.ZH else part.grid.en) or _THE_TABLE.into(
            language
        )
        if not part.is_read:
            lines.append(_UNREAD.into(language, place=place, rows=part.rows))
            continue
        lines.append(
            _TABLE.into(
                language,
                place=place,
                rows=part.rows,
                scoring=part.scoring,
                undecided=part.undecided,
                others=part.others,
            )
        )
        if part.grid.unread_columns:
            columns = "、".join(map(part.grid.column_words, part.grid.unread_columns))
            lines.append(_HIDDEN_COLUMNS.into(language, place=place, columns=columns))
    tables = drafted.tables
    lines += [_HIDDEN_SHEET.into(language, sheet=sheet) for sheet in tables.beside.hidden_sheets]
    if tables.beside.paragraphs:
        lines.append(_BESIDE.into(language, count=len(tables.beside.paragraphs)))
    if tables.is_guessed:
        lines.append(_GUESSED.into(language))
    if drafted.draft.without_limit:
        lines.append(_LIMITS.into(language, count=len(drafted.draft.without_limit)))
    lines.append(_ASSUMED.into(language))
    return lines
