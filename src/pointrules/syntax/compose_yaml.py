"""YAML text to nodes with their places. Values are never loaded: all of them stay text."""

from collections.abc import Iterable

from msgspec import Struct

from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic
from pointrules.source.source_file import SourceFile, Span
from pointrules.syntax.yaml_nodes import YamlComment, YamlNode, YamlScalar
from pointrules.syntax.yaml_text import YamlText, yaml_text
from pointrules.syntax.yaml_tree import TreeMaker, YamlFailure

_MOST_UNPRINTABLE = 20


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
        for place in unprintable[:_MOST_UNPRINTABLE]
    ]
    maker = TreeMaker(source, text)
    failure = _feed(maker, text)
    diagnostics += maker.diagnostics
    if failure is not None:
        diagnostics.append(_of_failure(source, text, failure))
        return ComposedYaml(None, (), _in_order(diagnostics))
    root = maker.root
    if isinstance(root, YamlScalar) and root.start == root.end:
        root = None
    if root is None and not diagnostics:
        diagnostics.append(diagnose("not-a-ruleset", Span(source.name, 0, 0)))
    return ComposedYaml(root, maker.comments(), _in_order(diagnostics))


def _feed(maker: TreeMaker, text: YamlText) -> YamlFailure | None:
    """Give the events of `text` to `maker`; where YAML gives up, say what it said."""
    # Loading the library takes longer than reading a small ruleset.
    import yaml  # noqa: PLC0415

    loader = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader
    try:
        maker.take(yaml.parse(text.text, Loader=loader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        context = error.context_mark
        return YamlFailure(
            error.problem or "",
            len(text.text) if mark is None else mark.index,
            None if context is None else context.index,
        )
    return None


def _of_failure(source: SourceFile, text: YamlText, failure: YamlFailure) -> Diagnostic:
    place = text.place(failure.index)
    return diagnose("yaml-unreadable", Span(source.name, place, place))


def _in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(diagnostics, key=lambda item: item.span.start))
