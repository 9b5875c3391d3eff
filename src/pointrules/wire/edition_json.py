"""Editions on the wire: what they change of a template, and whose counters go on in them."""

from datetime import date

from pydantic import Field

from pointrules.model.overlay import ChangeKind, Overlay
from pointrules.model.ruleset import Ruleset
from pointrules.model.scan import OwnerKind
from pointrules.wire.wire_model import WireModel


class WireTemplate(WireModel):
    """The template that an edition uses, and the numbers of the clauses that are not as in it."""

    title: str
    version: str
    amended: tuple[str, ...]
    deleted: tuple[str, ...]
    own: tuple[str, ...]
    parameters: tuple[str, ...] = Field(description="those with another value")


class WireSuccession(WireModel):
    """A clause or category whose counters are not those that its number or name had before."""

    kind: OwnerKind
    name: str
    goes_on_with: str | None = Field(
        description="whose counters of the edition before it goes on with; null: counted afresh"
    )


class WireEdition(WireModel):
    """An edition of the ruleset that took part."""

    title: str
    version: str
    first_day: date
    last_day: date | None = Field(description="the last day in force; null until another follows")
    template: WireTemplate | None
    successions: tuple[WireSuccession, ...]
    digest: str = Field(description="of its text, and of the template's")


def wire_edition(ruleset: Ruleset) -> WireEdition:
    """An edition by its title and days."""
    edition, overlay = ruleset.edition, ruleset.overlay
    return WireEdition(
        title=edition.title,
        version=edition.version,
        first_day=edition.first_day,
        last_day=edition.last_day,
        template=None if overlay is None else _template(overlay),
        successions=tuple(
            WireSuccession(
                kind=item.owner.kind, name=item.owner.name, goes_on_with=item.predecessor
            )
            for item in ruleset.successions
        ),
        digest=ruleset.digest,
    )


def _template(overlay: Overlay) -> WireTemplate:
    numbers = {
        kind: tuple(change.number for change in overlay.clauses if change.kind is kind)
        for kind in ChangeKind
    }
    return WireTemplate(
        title=overlay.title,
        version=overlay.version,
        amended=numbers[ChangeKind.AMENDED],
        deleted=numbers[ChangeKind.DELETED],
        own=numbers[ChangeKind.OWN],
        parameters=tuple(change.name for change in overlay.parameters),
    )
