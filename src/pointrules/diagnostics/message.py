"""What the catalogue holds for each code."""

from enum import StrEnum

from msgspec import Struct

from pointrules.diagnostics.diagnostic import Severity


class Offer(StrEnum):
    """What the choices of a diagnostic are.

    MEANT (是不是想写): names near the one that is written. ALLOWED (这里可以写): all that may stand
    here.
    """

    MEANT = "meant"
    ALLOWED = "allowed"


class LabelText(Struct, frozen=True):
    """The sentence beside a second place."""

    role: str
    zh: str
    en: str


class Message(Struct, frozen=True):
    """One mistake in words.

    `zh`, `en` and the helps are templates over the diagnostic's arguments. Of these, `terms` are
    keys of the table of terms, put into the language of the message. A message is one line, quotes
    with “ ” and has no full stop at its end; `page_zh` and `page_en` are what `explain` shows, with
    a `wrong` and a `right` piece of a ruleset.
    """

    code: str
    severity: Severity
    zh: str
    en: str
    help_zh: str
    help_en: str
    page_zh: str
    page_en: str
    wrong: str
    right: str
    labels: tuple[LabelText, ...] = ()
    offer: Offer | None = None
    terms: tuple[str, ...] = ()
