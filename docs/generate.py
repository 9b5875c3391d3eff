"""Makes what is generated: the grammar's tables, and the pages that repeat the code.

Run `python docs/generate.py` after a change of the grammar, the spellings, the messages, the
model or the command line; `--check` only says what is out of date, and ends with 1 if anything is.
"""

import sys
from functools import partial
from pathlib import Path

import click

from pointrules.api.schema import SchemaOf, schema_text
from pointrules.cli.main import command_line
from pointrules.diagnostics.catalogue import codes, page, summary
from pointrules.source.language import Language
from pointrules.syntax.grammar_tables import tables_text
from pointrules.syntax.outline import OUTLINES
from pointrules.syntax.outline_words import words_of, words_of_keys
from pointrules.syntax.spellings import spellings

ROOT = Path(__file__).resolve().parent.parent
_MADE = "<!-- 由 docs/generate.py 生成，请勿手改 / generated, do not edit -->\n"


def checks_page() -> str:
    """Every code of a diagnostic, in both languages."""
    parts = [
        _MADE,
        "# 检查项 Checks\n",
        "`pointrules check` 报告的每一个代码，也可以用 `pointrules rule 代码` 查看。\n",
        "Every code that `pointrules check` reports; or run `pointrules rule CODE`.\n",
    ]
    for code in codes():
        parts.append(f"## {code}\n")
        for language in Language:
            text = page(code, language)
            assert text is not None, "a code of the catalogue has a page"
            body = text.split("\n", 2)[2]
            parts.append(f"```text\n{body}\n```\n")
    return "\n".join(parts)


def cli_page() -> str:
    """The help of every command, in both languages."""
    parts = [_MADE, "# 命令行 Command line\n"]
    for language in Language:
        root = click.Context(command_line, info_name="pointrules", obj=language)
        parts.append(f"```text\n{command_line.get_help(root)}\n```\n")
    for name in command_line.list_commands(root):
        command = command_line.get_command(root, name)
        assert command is not None, "a listed command exists"
        parts.append(f"## pointrules {name}\n")
        for language in Language:
            context = click.Context(command, info_name=name, parent=root, obj=language)
            parts.append(f"```text\n{command.get_help(context)}\n```\n")
    return "\n".join(parts)


def keywords_page() -> str:
    """Every spelling of every keyword."""
    table = spellings()
    parts = [
        _MADE,
        "# 用词 Keywords\n",
        "每个词的各种写法。词与词之间可以不留空格。\n",
        "`fmt` 不改作者选的写法；换语言时，词换成格子里的第一个词，符号换成第一个符号。\n",
        "Every spelling. `fmt` keeps the author's choice.\n",
        "Into the other language it writes the first word for a word, the first sign for a sign.\n",
        "| 词 terminal | 含义 value | 中文 | English |",
        "|---|---|---|---|",
    ]
    for terminal, written in table.by_terminal.items():
        for value in dict.fromkeys(spelling.value for spelling in written):
            cells = [
                "、".join(
                    f"`{spelling.text}`"
                    for spelling in written
                    if spelling.value == value and spelling.language is language
                )
                for language in Language
            ]
            parts.append(f"| {terminal} | {value} | {cells[0]} | {cells[1]} |")
    return "\n".join(parts) + "\n"


def yaml_keys_page() -> str:
    """Every block of a ruleset in YAML, and every key of it."""
    parts = [
        _MADE,
        "# YAML 的段和键 Blocks and keys\n",
        "每一种段，段首词下面是它的键。写法见 [YAML](yaml.md)。\n",
        "Every kind of block with its keys; how they are written: [YAML](yaml.md).\n",
    ]
    for outline in OUTLINES:
        words = words_of(outline)
        zh, en = (
            spellings().written(outline.head, "", language)
            + (f" {spellings().written(outline.kind, '', language)}" if outline.kind else "")
            for language in Language
        )
        example = f" 例 `{words.example}`。" if words.example else ""
        parts.append(f"## {zh} {en}\n")
        parts.append(f"{words.zh}。{example}\n\n{words.en[0].upper()}{words.en[1:]}.\n")
        if not outline.keys:
            continue
        parts += ["| 键 | key | 说什么 | what it says | 例 |", "|---|---|---|---|---|"]
        for key in outline.keys:
            about = words_of_keys(outline)[key.zh]
            cells = (f"`{key.zh}`", f"`{key.en}`", about.zh, about.en, f"`{about.example}`")
            parts.append(f"| {' | '.join(cells)} |")
        parts.append("")
    parts.append("## YAML 自己的错误 Mistakes of YAML\n")
    parts += ["| 代码 code | 说什么 | what it says |", "|---|---|---|"]
    for code in codes():
        if code.startswith("yaml-"):
            titles = (_title(code, language) for language in Language)
            parts.append(f"| [`{code}`](../checks.md#{code}) | {' | '.join(titles)} |")
    return "\n".join(parts).rstrip() + "\n"


def _title(code: str, language: Language) -> str:
    """What a diagnostic says, without what it says it of."""
    return summary(code, language).replace("|", "\\|").replace("<<", "&lt;&lt;")


GENERATED = {
    "grammars/pointrules.tables.json": tables_text,
    "docs/checks.md": checks_page,
    "docs/cli.md": cli_page,
    "docs/language/keywords.md": keywords_page,
    "docs/language/yaml_keys.md": yaml_keys_page,
    "docs/schema/ruleset.schema.json": partial(schema_text, SchemaOf.RULESET_JSON),
    "docs/schema/ruleset_yaml.schema.json": partial(schema_text, SchemaOf.RULESET_YAML),
}
"""What is generated, by the function that makes it."""


def main() -> int:
    """Write what is out of date, or with --check only name it."""
    only_check = "--check" in sys.argv[1:]
    stale = []
    for name, make in GENERATED.items():
        path = ROOT / name
        text = make()
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
            if not only_check:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8", newline="\n")
    for name in stale:
        print(f"{name} {'is out of date' if only_check else 'written'}")
    return 1 if only_check and stale else 0


if __name__ == "__main__":
    raise SystemExit(main())
