"""Where a YAML parser gave up, in our words: its own are English and often a line late."""

import re

from msgspec import Struct

from pointrules.syntax.yaml_slips import Slip

_HEX = "[0-9A-Fa-f]"
_GOOD_ESCAPE = (
    r'\\(?:[tnN_/"\\ \t\r\n]'
    rf"|x(?:[2-6]{_HEX}|7[0-9A-Ea-e]|[A-Fa-f]{_HEX})"
    rf"|u(?:00(?:[2-6]{_HEX}|7[0-9A-Ea-e]|[A-Fa-f]{_HEX})|0[1-9A-Fa-f]{_HEX}{{2}}"
    rf"|(?:[1-9A-CEFa-cef]{_HEX}|[Dd][0-7]){_HEX}{{2}})"
    rf"|U(?:000[1-9A-Fa-f]|0010){_HEX}{{4}})"
)
_BEFORE_BAD_ESCAPE = re.compile(rf'"[^"\\]*(?:{_GOOD_ESCAPE}[^"\\]*)*', re.DOTALL)
_ESCAPE = re.compile(r"\\(?:x[^\"\s]{0,2}|u[^\"\s]{0,4}|U[^\"\s]{0,8}|.)?", re.DOTALL)

# What both parsers say, in words that are in both of their sentences.
_CODES = (
    ("found unexpected end of stream", "yaml-unclosed-quote"),
    ("found unexpected document", "yaml-unclosed-quote"),
    ("mapping values are not allowed", "yaml-colon-in-value"),
    ("cannot start any token", "yaml-needs-quotes"),
    ("alphabetic or numeric character", "yaml-needs-quotes"),
    ("chomping or indentation", "yaml-needs-quotes"),
    ("tag handle", "yaml-tag"),
    ("expected ':'", "yaml-line-without-colon"),
    ("expected ',' or ']'", "yaml-unclosed-bracket"),
    ("expected ',' or '}'", "yaml-unclosed-bracket"),
    ("expected key", "yaml-indentation"),
    ("<block end>", "yaml-indentation"),
    ("expected '-' indicator", "yaml-indentation"),
    ("sequence entries are not allowed", "yaml-indentation"),
)
_AT_BEGINNING = {"yaml-unclosed-quote", "yaml-line-without-colon", "yaml-unclosed-bracket"}
_WITH_SIGN = {"yaml-needs-quotes", "yaml-unclosed-bracket"}


class YamlFailure(Struct, frozen=True):
    """Where a parser gave up, in its own words, and where what it was reading began."""

    problem: str
    index: int
    context: int | None


def bad_escape(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the first escape stands that gives no text, between the double quotes at `start`."""
    good = _BEFORE_BAD_ESCAPE.match(text, start, end)
    if good is None or good.end() >= end or text[good.end()] != "\\":
        return None
    escape = _ESCAPE.match(text, good.end(), end)
    assert escape is not None, "a backslash stands here"
    return escape.span()


def failure_slip(text: str, failure: YamlFailure) -> Slip:
    """What to tell of `failure`, and where."""
    context = failure.context
    if context is not None and text[context : context + 1] == '"':
        escape = bad_escape(text, context, len(text))
        if escape is not None and escape[0] <= failure.index:
            return Slip("yaml-bad-escape", *escape)
    code = next((code for words, code in _CODES if words in failure.problem), "yaml-unreadable")
    is_at_beginning = context is not None and code in _AT_BEGINNING
    place = context if is_at_beginning and context is not None else failure.index
    if code in {"yaml-indentation", "yaml-unreadable", "yaml-line-without-colon"}:
        start, end = _line(text, place)
        return Slip(code, start, end)
    found = text[place : place + 1]
    if code == "yaml-unclosed-bracket" and found not in {"[", "{"}:
        return Slip("yaml-unreadable", *_line(text, place))
    if code == "yaml-tag":
        return Slip(code, place, place + 1, arguments=(("tag", found),))
    arguments = (("found", found),) if code in _WITH_SIGN else ()
    return Slip(code, place, min(place + 1, len(text)), arguments=arguments)


def _line(text: str, place: int) -> tuple[int, int]:
    """The words of the line at `place`, or of the last one that has some."""
    place = min(place, len(text.rstrip(" \r\n")))
    start = text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    line = text[start : len(text) if end < 0 else end]
    indent = len(line) - len(line.lstrip(" "))
    return start + indent, start + max(indent, len(line.rstrip(" \r")))
