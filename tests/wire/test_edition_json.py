"""What a platform is told of the editions that took part."""

from engine.building import ruleset
from pointrules.model.overlay import ChangeKind, ClauseChange, Overlay, ParameterChange
from pointrules.model.scan import Owner, OwnerKind
from pointrules.model.succession import Succession
from pointrules.source.source_file import Span
from pointrules.wire.edition_json import wire_edition

HERE = Span("村.points", 0, 1)


def change(kind: ChangeKind, number: str) -> ClauseChange:
    return ClauseChange(kind, number, HERE, HERE, None)


def test_what_is_not_as_in_the_template_is_named_by_number() -> None:
    overlay = Overlay(
        "镇标准",
        "2020.1",
        (
            change(ChangeKind.OWN, "20"),
            change(ChangeKind.AMENDED, "3"),
            change(ChangeKind.OWN, "21"),
        ),
        (ParameterChange("单次分值", HERE, HERE),),
        (),
    )
    told = wire_edition(ruleset(overlay=overlay)).template
    assert told is not None
    assert told.model_dump() == {
        "title": "镇标准",
        "version": "2020.1",
        "amended": ("3",),
        "deleted": (),
        "own": ("20", "21"),
        "parameters": ("单次分值",),
    }


def test_an_edition_without_template_has_none() -> None:
    assert wire_edition(ruleset()).template is None


def test_successions_say_whose_counters_go_on() -> None:
    said = (
        Succession(Owner(OwnerKind.CLAUSE, "3.2"), "3.1", HERE),
        Succession(Owner(OwnerKind.CATEGORY, "卫生"), None, HERE),
    )
    told = wire_edition(ruleset(successions=said)).successions
    assert [(item.kind.value, item.name, item.goes_on_with) for item in told] == [
        ("clause", "3.2", "3.1"),
        ("category", "卫生", None),
    ]
