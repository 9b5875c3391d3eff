"""A regulation's table that cannot be read, and what to do about it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar

from pointrules.source.errors import PointRulesError, Wording
from pointrules.source.language import Language


def _both(zh: tuple[str, str], en: tuple[str, str]) -> Mapping[Language, Wording]:
    return {Language.ZH: Wording(*zh), Language.EN: Wording(*en)}


_WORDINGS: Mapping[str, Mapping[Language, Wording]] = MappingProxyType(
    {
        "regulation-missing": _both(
            ("找不到文件“{file}”", "检查文件名和所在的文件夹"),
            ("There is no file “{file}”", "Check its name and folder"),
        ),
        "regulation-not-a-file": _both(
            ("“{file}”不是普通文件", "写出那张表的文件名"),
            ("“{file}” is not a regular file", "Name the table itself"),
        ),
        "regulation-unreadable": _both(
            ("文件“{file}”打不开", "检查是否有读取权限，是否正被别的程序占用"),
            ("The file “{file}” cannot be opened", "Check permissions, and whether it is in use"),
        ),
        "regulation-too-big": _both(
            (
                "“{file}”太大：{what} 超过 {limit} MiB",
                "把细则的表格复制到一个新文件里，再读新文件",
            ),
            (
                "“{file}” is too large: {what} is more than {limit} MiB",
                "Copy the regulation's table into a new file, and read that",
            ),
        ),
        "regulation-too-wide": _both(
            (
                "“{file}”的表格太大：超过 {limit} {what}",
                "把细则的表格复制到一个新文件里，再读新文件",
            ),
            (
                "“{file}” holds a table of more than {limit} {what}",
                "Copy the regulation's table into a new file, and read that",
            ),
        ),
        "regulation-old-format": _both(
            (
                "“{file}”是旧格式（.xls .doc .et .wps），或者加了密码",
                "用表格软件或文字软件打开，去掉密码，另存为 .xlsx 或 .docx",
            ),
            (
                "“{file}” is of an old format (.xls .doc .et .wps), or locked by a password",
                "Open it, remove the password, and save it as .xlsx or .docx",
            ),
        ),
        "regulation-other-format": _both(
            ("“{file}”不是 .xlsx、.docx 或 .csv 的表格", "另存为其中一种"),
            ("“{file}” is no table in .xlsx, .docx or .csv", "Save it as one of these"),
        ),
        "regulation-damaged": _both(
            ("“{file}”读不了，文件可能坏了", "打开这个文件，另存一份，再读新的一份"),
            ("“{file}” cannot be read; it may be damaged", "Open it, save it anew, and read that"),
        ),
        "regulation-not-text": _both(
            ("“{file}”的文字读不出来", "请在表格软件里另存为“CSV UTF-8”，或 .xlsx"),
            (
                "The text of “{file}” cannot be read",
                "Save it from the spreadsheet as “CSV UTF-8”, or as .xlsx",
            ),
        ),
        "regulation-without-table": _both(
            ("“{file}”里没有表格", "把细则写成表格：类别、项目、分值、上限、说明"),
            (
                "“{file}” holds no table",
                "Write the regulation as a table: 类别, 项目, 分值, 上限, 说明",
            ),
        ),
        "regulation-without-head": _both(
            (
                "“{file}”里没有认出表头",
                "在表格上面写一行列名，至少要有“项目”和“分值”",
            ),
            (
                "No row of “{file}” names the columns",
                "Write a row of column names above: at least 项目 and 分值",
            ),
        ),
        "reader-missing": _both(
            ("读 {ending} 文件要另装一个组件", "运行：pip install 'pointrules[table]'"),
            (
                "Reading {ending} files needs one more component",
                "Run: pip install 'pointrules[table]'",
            ),
        ),
    }
)


class RegulationError(PointRulesError):
    """A file from which no draft can be made; nothing of it is used."""

    wordings: ClassVar[Mapping[str, Mapping[Language, Wording]]] = _WORDINGS
