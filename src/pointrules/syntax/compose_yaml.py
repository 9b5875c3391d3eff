"""YAML text to nodes with their places. Values are never loaded: all of them stay text."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic, Severity
from pointrules.source.source_file import SourceFile, Span
from pointrules.syntax.yaml_failures import YamlFailure, failure_slip
from pointrules.syntax.yaml_indents import odd_indents
from pointrules.syntax.yaml_lines import LineReader
from pointrules.syntax.yaml_nodes import YamlComment, YamlNode, YamlScalar, YamlSequence
from pointrules.syntax.yaml_slips import COLONS, Slip, diagnosed
from pointrules.syntax.yaml_text import TextEdit, YamlText, edited, yaml_text
from pointrules.syntax.yaml_tree import TreeMaker

_MOST_OF_ONE_KIND = 20


class ComposedYaml(Struct, frozen=True):
    """What a file says as YAML. `root` is None where nothing can be said with certainty."""

    root: YamlNode | None
    comments: tuple[YamlComment, ...]
    diagnostics: tuple[Diagnostic, ...]


def compose_yaml(source: SourceFile) -> ComposedYaml:
    """Read `source` as YAML; mistakes that can be mended safely are read as mended."""
    text, unprintable = yaml_text(source.text)
    diagnostics = [
        diagnose("yaml-control-character", Span(source.name, place, place + 1))
        for place in unprintable[:_MOST_OF_ONE_KIND]
    ]
    slips, edits = odd_indents(source.text[text.place(0) :])
    diagnostics += (diagnosed(source, text, slip) for slip in slips[:_MOST_OF_ONE_KIND])
    if edits:
        text = edited(text, edits)
    maker = TreeMaker(source, text)
    failure = _feed(maker, text)
    is_certain = all(slip.is_mended for slip in slips)
    if failure is not None or _may_lack_colons(maker.root):
        further = LineReader(text.text).read()
        diagnostics += (diagnosed(source, text, slip) for slip in further)
        is_certain = is_certain and all(slip.is_mended for slip in further)
        if further:
            text = edited(text, _apart(further))
            maker = TreeMaker(source, text)
            failure = _feed(maker, text)
        if failure is not None:
            is_certain = False
            slip = failure_slip(text.text, failure)
            if not _is_said(source, text, slip, diagnostics):
                diagnostics.append(diagnosed(source, text, slip))
    if failure is None:
        diagnostics += maker.diagnostics
    root = maker.root if is_certain else None
    if isinstance(root, YamlScalar) and root.start == root.end:
        root = None
    if root is None and not diagnostics:
        diagnostics.append(diagnose("not-a-ruleset", Span(source.name, 0, 0)))
    comments = maker.comments() if failure is None else ()
    return ComposedYaml(root, comments, _in_order(diagnostics))


def _may_lack_colons(root: YamlNode | None) -> bool:
    """Keys whose colons YAML does not see are one long text to it: all of them, or an item."""
    values = root.items if isinstance(root, YamlSequence) else (root,)
    return any(
        isinstance(value, YamlScalar)
        and value.start == value.inner_start
        and any(colon in value.text for colon in ":" + COLONS)
        for value in values
    )


def _apart(slips: Iterable[Slip]) -> list[TextEdit]:
    """The edits in the order of their places, without any that would change what another does."""
    kept: list[TextEdit] = []
    every = [edit for slip in slips for edit in slip.edits]
    for edit in sorted(every, key=lambda item: (item.start, item.end)):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept


def _is_said(
    source: SourceFile, text: YamlText, slip: Slip, diagnostics: Sequence[Diagnostic]
) -> bool:
    """Whether the parser only stumbles over a mistake that is diagnosed already."""
    line = source.position(text.place(slip.start)).line
    lines = {
        source.position(item.span.start).line
        for item in diagnostics
        if item.severity is Severity.ERROR
    }
    return line in lines or line - 1 in lines


def _feed(maker: TreeMaker, text: YamlText) -> YamlFailure | None:
    """Give the events of `text` to `maker`; where YAML gives up, say what it said."""
    # Loading the library takes longer than reading a small ruleset.
    import yaml  # noqa: PLC0415

    loader = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader
    try:
        maker.take(yaml.parse(text.text, Loader=loader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        context = error.context_mark
        return YamlFailure(
            error.problem or "",
            len(text.text) if mark is None else mark.index,
            None if context is None else context.index,
        )
    except (ValueError, OverflowError):
        # The parser in Python has no bounds for the numbers in escapes and directives.
        return YamlFailure("", len(text.text), text.text.find('"', maker.last_end()))
    return None


def _in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(diagnostics, key=lambda item: item.span.start))
