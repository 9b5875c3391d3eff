"""What a village changes of its template, clause by clause in the words of both."""

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from pointrules.model.overlay import Allowance, ChangeKind, ClauseChange, Overlay
from pointrules.model.ruleset import Ruleset
from pointrules.model.scan import Direction
from pointrules.source.display_width import visible
from pointrules.source.language import Language
from pointrules.source.source_file import SourceFile, Span

_COMMENT = re.compile(r"[ \t]*[#＃][^\n]*")
_WHITE = re.compile(r"\s+")


class _Headings(Struct, frozen=True):
    """One language's words."""

    uses: str
    alone: str
    kinds: Mapping[ChangeKind, str]
    parameters: str
    before: str
    after: str
    because: str
    allowance: str
    directions: Mapping[Direction | None, str]
    nothing: str
    joint: str


_HEADINGS = {
    Language.ZH: _Headings(
        uses="《{title}》版本 {version}，沿用《{template}》{edition}",
        alone="《{title}》版本 {version}，没有沿用模板",
        kinds={
            ChangeKind.AMENDED: "修改 {} 条",
            ChangeKind.DELETED: "删除 {} 条",
            ChangeKind.OWN: "自设 {} 条",
        },
        parameters="参数改了 {} 个",
        before="模板：",
        after="本村：",
        because="因为「{}」",
        allowance="{kind} {used} 项，最多 {most} 项",
        directions={None: "计分的", Direction.GAIN: "加分的", Direction.LOSS: "扣分的"},
        nothing="和模板一样",
        joint="；",
    ),
    Language.EN: _Headings(
        uses="“{title}” {version}, which uses “{template}” {edition}",
        alone="“{title}” {version}, which uses no template",
        kinds={
            ChangeKind.AMENDED: "amended: {}",
            ChangeKind.DELETED: "deleted: {}",
            ChangeKind.OWN: "its own: {}",
        },
        parameters="parameters changed: {}",
        before="template: ",
        after="village:  ",
        because="because “{}”",
        allowance="{kind}: {used} of at most {most}",
        directions={
            None: "with points",
            Direction.GAIN: "awards",
            Direction.LOSS: "deductions",
        },
        nothing="all as in the template",
        joint="; ",
    ),
}


def overlay_text(ruleset: Ruleset, sources: Mapping[str, SourceFile], language: Language) -> str:
    """Everything that is not as in the template; `sources` are both texts by name."""
    heads, edition, overlay = _HEADINGS[language], ruleset.edition, ruleset.overlay
    if overlay is None:
        return heads.alone.format(title=edition.title, version=edition.version)
    title = heads.uses.format(
        title=edition.title,
        version=edition.version,
        template=overlay.title,
        edition=overlay.version,
    )
    body = list(_body(overlay, sources, heads))
    return "\n".join((visible(title), *(body or ("", heads.nothing))))


def _body(overlay: Overlay, sources: Mapping[str, SourceFile], heads: _Headings) -> Iterator[str]:
    for kind in ChangeKind:
        changes = [change for change in overlay.clauses if change.kind is kind]
        if not changes:
            continue
        heading = heads.kinds[kind].format(len(changes))
        if kind is ChangeKind.OWN and overlay.allowances:
            heading += _allowed(overlay.allowances, heads)
        yield ""
        yield heading
        for change in changes:
            yield from _change(change, sources, heads)
    if overlay.parameters:
        yield ""
        yield heads.parameters.format(len(overlay.parameters))
    for parameter in overlay.parameters:
        before, after = _words(parameter.before, sources), _words(parameter.after, sources)
        yield visible(f"  {parameter.name}  {before} → {after}")


def _allowed(allowances: Sequence[Allowance], heads: _Headings) -> str:
    said = heads.joint.join(
        heads.allowance.format(
            kind=heads.directions[item.direction], used=item.used, most=item.most
        )
        for item in allowances
    )
    return f"（{said}）" if heads is _HEADINGS[Language.ZH] else f" ({said})"


def _change(
    change: ClauseChange, sources: Mapping[str, SourceFile], heads: _Headings
) -> Iterator[str]:
    if change.before is None or change.after is None:
        span = change.before or change.after
        words = "" if span is None else _words(span, sources)
        yield visible(f"  {change.number}  {words}")
    else:
        yield visible(f"  {change.number}")
        yield visible(f"    {heads.before}{_words(change.before, sources)}")
        yield visible(f"    {heads.after}{_words(change.after, sources)}")
    if change.reason is not None:
        yield visible(f"    {heads.because.format(change.reason)}")


def _words(span: Span, sources: Mapping[str, SourceFile]) -> str:
    """What is written there, as one line without its comments."""
    source = sources.get(span.file)
    text = "" if source is None else source.excerpt(span)
    return _WHITE.sub(" ", _COMMENT.sub("", text)).strip()
