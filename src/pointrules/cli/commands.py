"""The commands there are, in the order in which a village meets them, each in one line.

Kept apart from the commands themselves, so that a list of them needs none to be loaded.
"""

from collections.abc import Mapping
from types import MappingProxyType

from pointrules.cli.words import Words

COMMANDS: Mapping[str, Words] = MappingProxyType(
    {
        "new": Words(
            "写一份新细则：最小的一份，或者从村里的积分表（Excel、Word）读出草稿。",
            "Write a new ruleset: a small one, or a draft out of a table (Excel, Word).",
        ),
        "check": Words(
            "检查细则，一次列出全部错误和警告。",
            "Check rulesets and report every error and warning in one run.",
        ),
        "fmt": Words(
            "整理细则的格式：空格、标点、引号、换行。用词、数字、注释和空行都保留。",
            "Write rulesets in canonical form: spaces, punctuation, quotes, line breaks.",
        ),
        "evaluate": Words(
            "给全村计分：各户积分、等级、榜单、各项激励，以及每一行记录的去向。",
            "Score a village: points, grades, boards, offers, and what became of every line.",
        ),
        "explain": Words(
            "说明一户（或一人）每一分的来历，以及各项激励的每一步。",
            "Explain every point of one household or person, and what it is offered, step by step.",
        ),
        "test": Words(
            "运行细则里的“例”：应得什么，实得什么，为什么。",
            "Run the examples (例) of rulesets: what was expected, what came out, and why.",
        ),
        "convert": Words(
            "把细则转换成另一种写法，或供程序读的 JSON。",
            "Write a ruleset in another notation, or as JSON for programs.",
        ),
        "schema": Words(
            "写出 JSON Schema，供编辑器和程序核对。",
            "Write a JSON Schema, for editors and programs to validate with.",
        ),
        "overlay": Words(
            "说明村里的细则改了所沿用的模板（县标准等）的什么。",
            "Tell what a village's ruleset changes of the template that it uses.",
        ),
        "rule": Words(
            "解释 check 报告的代码：什么意思，为什么要紧，错例和对例。",
            "Explain a code that check reports, with a wrong and a right example.",
        ),
    }
)
"""Each is found under its name in the module of that name in this package."""
