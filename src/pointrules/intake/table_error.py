"""A table that cannot be read at all, and what to do about it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar

from pointrules.source.errors import PointRulesError, Wording
from pointrules.source.language import Language


def _both(zh: tuple[str, str], en: tuple[str, str]) -> Mapping[Language, Wording]:
    return {Language.ZH: Wording(*zh), Language.EN: Wording(*en)}


_SAVE_AS_UTF8 = (
    "请在表格软件里另存为“CSV UTF-8”",
    "Save it from the spreadsheet as “CSV UTF-8”",
)
_WORDINGS: Mapping[str, Mapping[Language, Wording]] = MappingProxyType(
    {
        "file-missing": _both(
            ("找不到文件“{file}”", "检查文件名和所在的文件夹"),
            ("There is no file “{file}”", "Check its name and folder"),
        ),
        "file-is-directory": _both(
            ("“{file}”是文件夹，不是表格", "写出文件夹里那张表的文件名"),
            ("“{file}” is a folder, not a table", "Name the table inside it"),
        ),
        "file-not-regular": _both(
            ("“{file}”不是普通文件", "先把内容存成文件，再读这个文件"),
            ("“{file}” is not a regular file", "Save the contents to a file and read that"),
        ),
        "file-unreadable": _both(
            ("文件“{file}”打不开", "检查是否有读取权限，是否正被别的程序占用"),
            ("The file “{file}” cannot be opened", "Check permissions, and whether it is in use"),
        ),
        "file-empty": _both(
            ("“{file}”是空的", "第一行写列名，以下每行一条"),
            ("“{file}” is empty", "Put column names on line 1 and one item on each further line"),
        ),
        "file-too-big": _both(
            ("“{file}”超过 {limit} MiB", "把表格按年或按村拆成几个文件"),
            ("“{file}” is larger than {limit} MiB", "Split it by year or by village"),
        ),
        "file-binary": _both(
            ("“{file}”不是文本文件", _SAVE_AS_UTF8[0]),
            ("“{file}” is not a text file", _SAVE_AS_UTF8[1]),
        ),
        "encoding-unknown": _both(
            ("“{file}”的文字编码认不出来", _SAVE_AS_UTF8[0]),
            ("The encoding of “{file}” is unknown", _SAVE_AS_UTF8[1]),
        ),
        "ending-unknown": _both(
            ("不读以“{ending}”结尾的文件：“{file}”", "能读的是 .csv .tsv .jsonl .ndjson"),
            (
                "Files ending in “{ending}” are not read: “{file}”",
                "What is read: .csv .tsv .jsonl .ndjson",
            ),
        ),
        "ending-missing": _both(
            (
                "文件名“{file}”没有扩展名，看不出是哪一种表",
                "按内容改名，以 .csv .tsv .jsonl 或 .ndjson 结尾",
            ),
            (
                "The name “{file}” has no ending to tell what kind of table it is",
                "Rename it by what it holds: .csv .tsv .jsonl or .ndjson",
            ),
        ),
        "column-unknown": _both(
            ("“{file}”第 {line} 行：没有名为“{column}”的列", "能用的列：{known}"),
            (
                "“{file}” line {line}: there is no column “{column}”",
                "Columns that can be used: {known}",
            ),
        ),
        "column-misspelt": _both(
            ("“{file}”第 {line} 行：没有名为“{column}”的列", "是不是想写“{nearest}”？"),
            (
                "“{file}” line {line}: there is no column “{column}”",
                "Did you mean “{nearest}”?",
            ),
        ),
        "column-doubled": _both(
            ("“{file}”第 {line} 行：“{column}”和“{other}”是同一列", "删去其中一列"),
            (
                "“{file}” line {line}: “{column}” and “{other}” are the same column",
                "Delete one of them",
            ),
        ),
        "column-missing": _both(
            ("“{file}”第 {line} 行：缺少“{column}”列", "补上这一列；全部列名见 docs/records.md"),
            (
                "“{file}” line {line}: the column “{column}” is missing",
                "Add it; docs/records.md lists all columns",
            ),
        ),
        "column-missing-either": _both(
            ("“{file}”第 {line} 行：“{column}”至少要有一列", "补上其中一列"),
            ("“{file}” line {line}: one of “{column}” is needed", "Add one of these columns"),
        ),
        "separator-unknown": _both(
            ("“{file}”第 {line} 行：列与列不是用逗号分开的", "用英文逗号或制表符分隔"),
            (
                "“{file}” line {line}: the columns are not separated by commas",
                "Separate them by commas or tabs",
            ),
        ),
        "attribute-named-as-column": _both(
            (
                "属性“{attribute}”与表格的固定列同名，“{file}”无法填写它",
                "在细则的词表里给这个属性换一个名字",
            ),
            (
                "“{file}” cannot carry “{attribute}”: a fixed column has the same name",
                "Give the attribute another name in the ruleset's vocabulary",
            ),
        ),
        "line-too-long": _both(
            ("“{file}”第 {line} 行超过 {limit} 个字", "检查是否少了换行，或引号没有配对"),
            (
                "“{file}” line {line} is longer than {limit} characters",
                "Check for a missing line end or an unpaired quote",
            ),
        ),
        "too-many-cells": _both(
            ("“{file}”第 {line} 行超过 {limit} 格", "检查是否少了换行"),
            (
                "“{file}” line {line} has more than {limit} cells",
                "Check for a missing line end",
            ),
        ),
        "quotes-broken": _both(
            ("“{file}”第 {line} 行：双引号没有配对", "补上引号；格子里的双引号要写两遍"),
            (
                "“{file}” line {line}: double quotes do not pair",
                "Add the missing one; inside a cell, write a double quote twice",
            ),
        ),
        "json-broken": _both(
            ("“{file}”第 {line} 行不是一个完整的 JSON 对象", '每行写一个，如 {{"编号": "r1"}}'),
            (
                "“{file}” line {line} is not one whole JSON object",
                'Write one on each line, such as {{"id": "r1"}}',
            ),
        ),
        "json-nested": _both(
            ("“{file}”第 {line} 行：“{column}”的值里又有列表或对象", "每个值只写文字、数或是否"),
            (
                "“{file}” line {line}: the value of “{column}” is a list or an object",
                "Write a text, a number, true or false",
            ),
        ),
        "json-not-a-number": _both(
            ("“{file}”第 {line} 行：“{value}”不是数", "写出数值；没有数值的，不写这一项"),
            (
                "“{file}” line {line}: “{value}” is not a number",
                "Write a number, or leave the key out",
            ),
        ),
        "value-of-other-kind": _both(
            (
                "“{file}”第 {line} 行：“{column}”的值是 {kind}，读不了",
                "交来文字、整数、Decimal、Fraction、日期或 True/False；小数不要用 float",
            ),
            (
                "“{file}” line {line}: the value of “{column}” is a {kind}, which is not read",
                "Hand over str, int, Decimal, Fraction, date or bool; never a float",
            ),
        ),
        "text-broken": _both(
            ("“{file}”第 {line} 行有残缺的字符", "检查导出程序的文字编码"),
            (
                "“{file}” line {line} holds half a character",
                "Check the encoding of the exporting program",
            ),
        ),
    }
)


class TableError(PointRulesError):
    """A file of records or facts that cannot be read as a table; nothing of it is used."""

    wordings: ClassVar[Mapping[str, Mapping[Language, Wording]]] = _WORDINGS
