"""What can be wrong with a ruleset's JSON, in words; each names its place as a path."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar

from pointrules.source.errors import PointRulesError, Wording
from pointrules.source.language import Language

_AGAIN = (
    "从细则重新生成：pointrules convert 细则文件 --to json",
    "make it again from the ruleset: pointrules convert FILE --to json",
)
_NOT_CHANGED = (
    "这样的 JSON 只供程序读，不手改；要改就改细则，再重新生成",
    "this JSON is not edited by hand: change the ruleset and make it again",
)


def _wording(zh: str, en: str, advice: tuple[str, str]) -> Mapping[Language, Wording]:
    return {Language.ZH: Wording(zh, advice[0]), Language.EN: Wording(en, advice[1])}


class RulesetJsonError(PointRulesError):
    """A JSON text that is no ruleset of this form, or a ruleset that cannot become one."""

    wordings: ClassVar[Mapping[str, Mapping[Language, Wording]]] = MappingProxyType(
        {
            "ruleset-json-unreadable": _wording(
                "第 {line} 行第 {column} 列起不是 JSON",
                "From line {line}, column {column} on this is no JSON",
                _AGAIN,
            ),
            "ruleset-json-not-utf-8": _wording(
                "不是 UTF-8 编码的文字", "This is no text in UTF-8", _AGAIN
            ),
            "ruleset-json-too-large": _wording(
                "超过 {limit} MB，不像是一份细则", "Over {limit} MB: hardly one ruleset", _AGAIN
            ),
            "ruleset-json-too-deep": _wording("括号套得太深", "It is nested too deeply", _AGAIN),
            "ruleset-json-other-format": _wording(
                "{path}：不是 pointrules 细则的 JSON",
                "{path}: this is no JSON of a pointrules ruleset",
                _AGAIN,
            ),
            "ruleset-json-other-version": _wording(
                "{path}：是第 {found} 版的写法，这里只读第 {known} 版",
                "{path}: it is of version {found}, and only version {known} is read here",
                _AGAIN,
            ),
            "ruleset-json-key-missing": _wording(
                "{path}：缺“{key}”", "{path}: “{key}” is missing", _AGAIN
            ),
            "ruleset-json-key-unknown": _wording(
                "{path}：没有“{key}”这一项", "{path}: there is no such key as “{key}”", _AGAIN
            ),
            "ruleset-json-key-twice": _wording(
                "{path}：“{key}”写了两次", "{path}: “{key}” stands here twice", _AGAIN
            ),
            "ruleset-json-kind-unknown": _wording(
                "{path}：这里没有“{kind}”这一种",
                "{path}: “{kind}” is no kind of thing here",
                _AGAIN,
            ),
            "ruleset-json-not-an-object": _wording(
                "{path}：应是对象 {{…}}", "{path}: an object {{…}} belongs here", _AGAIN
            ),
            "ruleset-json-not-a-list": _wording(
                "{path}：应是列表 […]", "{path}: a list […] belongs here", _AGAIN
            ),
            "ruleset-json-other-length": _wording(
                "{path}：列表应有 {length} 项", "{path}: the list must have {length} items", _AGAIN
            ),
            "ruleset-json-not-text": _wording(
                "{path}：应是文字", "{path}: text belongs here", _AGAIN
            ),
            "ruleset-json-not-true-or-false": _wording(
                "{path}：应是 true 或 false", "{path}: true or false belongs here", _AGAIN
            ),
            "ruleset-json-not-whole": _wording(
                "{path}：应是整数", "{path}: a whole number belongs here", _AGAIN
            ),
            "ruleset-json-not-a-number": _wording(
                '{path}：应是整数，或写成文字的小数、分数，如 "2.5"、"1/3"',
                '{path}: a whole number belongs here, or text such as "2.5" or "1/3"',
                _AGAIN,
            ),
            "ruleset-json-not-a-day": _wording(
                '{path}：应是日历上的一天，如 "2024-01-31"',
                '{path}: a day such as "2024-01-31" belongs here',
                _AGAIN,
            ),
            "ruleset-json-other-word": _wording(
                "{path}：只能是 {words}", "{path}: it can only be {words}", _AGAIN
            ),
            "ruleset-json-no-such-place": _wording(
                "{path}：原文里没有这一处", "{path}: the sources have no such place", _AGAIN
            ),
            "ruleset-json-other-text": _wording(
                "{path}：摘要值与原文（sources）不符",
                "{path}: the digest is not that of the sources",
                _NOT_CHANGED,
            ),
            "ruleset-json-changed": _wording(
                "{path}：内容和生成时不一样了",
                "{path}: the content is not what was written",
                _NOT_CHANGED,
            ),
            "ruleset-sources-missing": _wording(
                "缺细则的原文，或原文不是这份细则的",
                "The texts that the ruleset was made from are missing, or are not its own",
                (
                    "把检查这份细则得到的原文（sources）一起交来",
                    "hand over the sources that came with the checked ruleset",
                ),
            ),
        }
    )


class MisfitError(Exception):
    """Something that does not fit; the path to it grows while the readers give up in turn."""

    def __init__(self, code: str, *path: str | int, **arguments: str) -> None:
        super().__init__(code)
        self.code = code
        self.inward = [*reversed(path)]
        self.arguments = arguments

    def told(self) -> RulesetJsonError:
        """The same for the host."""
        steps = (
            f"[{step}]" if isinstance(step, int) else f".{step}" for step in reversed(self.inward)
        )
        return RulesetJsonError(self.code, path=f"${''.join(steps)}", **self.arguments)
