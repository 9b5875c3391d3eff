"""How many clauses a ruleset has of each kind, in words."""

from collections.abc import Mapping
from types import MappingProxyType

from pointrules.model.clause_counts import ClauseCounts, ClauseKind
from pointrules.model.overlay import ChangeKind, Overlay
from pointrules.source.language import Language

_WORDS: Mapping[ClauseKind, tuple[str, str]] = MappingProxyType(
    {
        ClauseKind.SCORED: ("计分", "scored"),
        ClauseKind.SETTLED: ("结算", "settled"),
        ClauseKind.MANUAL: ("人工评议", "decided by people"),
        ClauseKind.UNSCORED: ("不计分", "not scored"),
        ClauseKind.DRAFT: ("待定", "to be settled"),
    }
)


def clause_counts_words(title: str, version: str, counts: ClauseCounts, language: Language) -> str:
    """《…》版本 1：条款 38 条：计分 28、结算 2、人工评议 3、不计分 5、待定 0."""
    in_chinese = language is Language.ZH
    kinds = [
        f"{_WORDS[kind][0]} {count}" if in_chinese else f"{count} {_WORDS[kind][1]}"
        for kind, count in counts.by_kind
    ]
    if in_chinese:
        return f"《{title}》版本 {version}：条款 {counts.total} 条：{'、'.join(kinds)}"
    noun = "clause" if counts.total == 1 else "clauses"
    return f"“{title}” {version}: {counts.total} {noun}: {', '.join(kinds)}"


def overlay_counts_words(overlay: Overlay, language: Language) -> str:
    """沿用《县标准》2020.1：修改 2 条、删除 1 条、自设 3 条、参数 1 个."""
    kinds = [change.kind for change in overlay.clauses]
    amended, deleted, own = (kinds.count(kind) for kind in ChangeKind)
    parameters = len(overlay.parameters)
    if language is Language.ZH:
        return (
            f"  沿用《{overlay.title}》{overlay.version}："
            f"修改 {amended} 条、删除 {deleted} 条、自设 {own} 条、改参数 {parameters} 个"
        )
    return (
        f"  using “{overlay.title}” {overlay.version}: {amended} amended, {deleted} deleted, "
        f"{own} of its own, {parameters} of the parameters changed"
    )
