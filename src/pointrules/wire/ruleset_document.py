"""The whole JSON of a ruleset: what stands around it."""

from msgspec import Struct

from pointrules.model.ruleset import Ruleset

FORMAT = "pointrules-ruleset"
VERSION = 1
"""Rises when a released form of the JSON changes in any way: a key, a kind, a word."""


class SourceText(Struct, frozen=True):
    """A text that the ruleset was made from, so that its words can be read at every place."""

    file: str
    text: str


class RulesetDocument(Struct, frozen=True):
    """One edition of a village's ruleset, checked, with the texts that it was made from.

    `pointrules` is the version of the program that wrote it, null where that is not known. `name`
    is the edition's title. `digest` is of the texts: SHA-256 of the ruleset's own, with line feeds
    for line ends; where it uses a template, SHA-256 of both digests, each in hexadecimal, with a
    line feed between. `sources` are the ruleset's own text and then its template's.
    `content_digest` is SHA-256 of all the rest as one line of JSON in UTF-8, keys in order of code
    points, without spaces, nothing escaped that need not be.
    """

    format: str
    version: int
    pointrules: str | None
    name: str
    digest: str
    sources: tuple[SourceText, ...]
    ruleset: Ruleset
    content_digest: str
