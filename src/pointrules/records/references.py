"""Lines about other lines: voids, replacements, and steps of a review."""

from collections import defaultdict
from collections.abc import Mapping

from msgspec.structs import replace

from pointrules.records.columns import LineKind
from pointrules.records.line import place_text
from pointrules.records.log_line import LineFate, LogLine
from pointrules.records.reason import Reason, ReasonCode
from pointrules.records.record import Record


def root_of(line_id: str, holders: Mapping[str, LogLine]) -> LogLine | ReasonCode:
    """What a void or a replacement is about, through any replacements: record or redemption."""
    passed: set[str] = set()
    while line_id not in passed:
        passed.add(line_id)
        line = holders.get(line_id)
        if line is None:
            return ReasonCode.REFERENCE_UNKNOWN
        if line.kind in (LineKind.RECORD, LineKind.REDEEM):
            return line
        if line.kind is not LineKind.REPLACE or "refers_to" not in line.raw.fields:
            return ReasonCode.REFERENCE_NOT_A_RECORD
        line_id = line.raw.fields["refers_to"]
    return ReasonCode.REFERENCE_NOT_A_RECORD


def reviewed_line(step: LogLine, holders: Mapping[str, LogLine]) -> LogLine | ReasonCode:
    """The record, replacement or redemption that a step of a review is about, and no other."""
    line = holders.get(step.raw.fields["refers_to"])
    if line is None:
        return ReasonCode.REFERENCE_UNKNOWN
    if line.kind in (LineKind.RECORD, LineKind.REPLACE, LineKind.REDEEM):
        return line
    return ReasonCode.REFERENCE_NOT_A_RECORD


def apply_references(holders: Mapping[str, LogLine]) -> None:
    """Let voids and replacements act, in order of entering, then id."""
    acting = [line for line in holders.values() if line.kind in (LineKind.VOID, LineKind.REPLACE)]
    acting.sort(key=lambda line: (line.entered_on, line.id))
    voids: dict[str, LogLine] = {}
    versions: dict[str, list[LogLine]] = defaultdict(list)
    for line in acting:
        if line.fate is LineFate.REFUSED:
            continue
        refers_to = line.raw.fields["refers_to"]
        root = root_of(refers_to, holders)
        if isinstance(root, ReasonCode):
            line.refuse(Reason(root, (("refers_to", refers_to),)))
        elif root.id in voids:
            place = place_text(voids[root.id].raw.at, line.raw.at)
            arguments = (("refers_to", refers_to), ("line", place))
            line.refuse(Reason(ReasonCode.ALREADY_VOIDED, arguments))
        elif line.kind is LineKind.REPLACE:
            versions[root.id].append(line)
        elif line.fate is LineFate.VOIDED:
            voids[root.id] = line
    for root_id in voids.keys() | versions.keys():
        _rule_out(holders[root_id], versions[root_id], voids.get(root_id))


def _rule_out(root: LogLine, versions: list[LogLine], void: LogLine | None) -> None:
    """Of a record and its replacements, let the last effective one stand, or none after a void."""
    if void is not None:
        for line in (root, *versions):
            line.void_by(void, ReasonCode.VOIDED)
        return
    effective = [index for index, line in enumerate(versions) if isinstance(line.result, Record)]
    if not effective:
        # A replacement that is still under review, or was not approved, replaces nothing.
        return
    last = versions[effective[-1]]
    for line in (root, *versions[: effective[-1]]):
        line.void_by(last, ReasonCode.REPLACED)
    if isinstance(last.result, Record):
        last.result = replace(last.result, id=root.id)
