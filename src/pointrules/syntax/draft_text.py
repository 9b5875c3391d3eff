"""The text of a draft: clauses in full, those left 待定 with their words, and what was assumed."""

from collections.abc import Iterator

from pointrules.model.scan import Direction
from pointrules.syntax.draft_clauses import Scored
from pointrules.syntax.draft_columns import plain
from pointrules.syntax.draft_phrases import Award, Ladder, Limit
from pointrules.syntax.draft_rows import RowKind
from pointrules.syntax.draft_ruleset import ACCOUNT, RESERVED, Draft, DraftedClause
from pointrules.syntax.draft_words import one_line, quoted

_ATTRIBUTES = {"小时": "时长", "分钟": "时长", "元": "金额", "万元": "金额"}
_KIND_WORDS = {
    RowKind.TITLE: "标题",
    RowKind.HEAD: "表头",
    RowKind.REPEATED_HEAD: "重复的表头",
    RowKind.SECTION: "小标题",
    RowKind.CONTINUED: "并入上一行",
}
_ASSUMED = (
    ("施行日期和版本", "表里没有。先填了 版本 0 和 2099-01-01；改好后删去这一条"),
    ("年度从哪天起", "表里没有。先填了 1月1日；改好后删去这一条"),
    (
        "账户：按户还是按人，从哪天起算，期末怎么办",
        "表里没有。先填了按户、1月1日 起算、期末清零；改好后删去这一条",
    ),
    (
        "评议：哪些记录算数，按哪个日期算",
        "表里没有。先填了审核通过的计分、按发生日期；改好后删去这一条",
    ),
)


def draft_text(draft: Draft, source: str) -> str:
    """The ruleset, before it is put into canonical form; `source` names the file."""
    lines = [
        f"# 从“{one_line(source)}”读出的草稿。读懂的写成了条款，读不懂的写“待定”，原话都在。",
        "# 表里没有写的，先填了才能检查：见下面 0 开头的几条，请村里定，改好后删去。",
        f"细则{quoted(draft.title)}",
        "  版本 0，自 2099-01-01 起施行",
        "",
        "年度 自 1月1日 起",
        "",
        *_vocabulary(draft),
        f"账户「{ACCOUNT}」按户：{_precision(draft)}1月1日 起算，期末清零",
        "",
    ]
    categories = _categories(draft)
    lines += [f"类别{quoted(category)}：记入 {ACCOUNT}" for category in categories.values()]
    lines += [""] if categories else []
    lines += [
        line
        for number, words, reason in assumptions(draft)
        for line in _draft_line(number, words, reason)
    ]
    for clause in draft.clauses:
        lines += ["", *_clause_lines(clause, categories.get(clause.category, ""))]
    lines += ["", "评议：审核通过的，计分；按 发生日期 归期"]
    left = list(_left(draft))
    lines += ["", *left] if left else []
    return "\n".join(lines) + "\n"


def assumptions(draft: Draft) -> list[tuple[str, str, str]]:
    """What someone has to decide that is no row: number, matter, and what was done about it.

    The draft must say more than the table does, and the file may hold more than the draft says.
    """
    taken = {clause.number for clause in draft.clauses}
    said = list(_ASSUMED)
    if _precision(draft):
        said.append(
            (
                "账户精确到几分",
                f"按表里最细的分值先填了{_precision(draft).rstrip('，')}；定好后删去这一条",
            )
        )
    if draft.has_unsigned_gains:
        said.append(("没有写正负号的分值", "同一列有写负号的，没有写的按加分读；定好后删去这一条"))
    left = [one_line(table.grid.zh) or "表" for table in draft.unread]
    left += [f"隐藏的工作表“{one_line(sheet)}”" for sheet in draft.beside.hidden_sheets]
    left += [
        f"{one_line(table.grid.zh)}隐藏的 {table.grid.column_words(column)}"
        for table in draft.tables
        for column in table.grid.unread_columns
    ]
    if draft.beside.paragraphs:
        left.append(f"表格外面的 {len(draft.beside.paragraphs)} 段文字")
    said += [(f"没有读的：{words}", "请看过；要紧的写成条款，再删去这一条") for words in left]
    prefix = "0"
    while any(number.startswith(f"{prefix}.") for number in taken):
        prefix += "0"
    return [(f"{prefix}.{index}", words, reason) for index, (words, reason) in enumerate(said, 1)]


def _draft_line(number: str, words: str, reason: str) -> Iterator[str]:
    yield f"条款 {number} {quoted(words)} 待定，因为{quoted(reason)}"


def _vocabulary(draft: Draft) -> Iterator[str]:
    entries = [
        f"  行为 {quoted(clause.behaviour)}{_attribute(clause)}"
        for clause in draft.scoring
        if clause.behaviour is not None
    ]
    deciders = dict.fromkeys(
        clause.scored.decider for clause in draft.scoring if clause.scored is not None
    )
    entries += [f"  评议人 {quoted(decider)}" for decider in deciders if decider is not None]
    if entries:
        yield "词表"
        yield from entries
        yield ""


def _attribute(clause: DraftedClause) -> str:
    """What records of the behaviour must say: a level, or how many hours."""
    match clause.scored:
        case Scored(award=Ladder(attribute, steps)):
            return f"（{attribute}：{'、'.join(quoted(label) for label, _ in steps)}）"
        case Scored(award=Award(per=(_, unit))):
            return f"（{_ATTRIBUTES.get(unit, '数量')}：{unit}）"
        case _:
            return ""


def _precision(draft: Draft) -> str:
    numbers = [
        number
        for clause in draft.scoring
        if clause.scored is not None
        for number in numbers_of(clause.scored)
    ]
    places = max((len(number.partition(".")[2]) for number in numbers), default=0)
    return f"精确到 0.{'1'.zfill(places)} 分，" if places else ""


def numbers_of(scored: Scored) -> list[str]:
    """Every number of points or times that a clause says."""
    match scored.award:
        case Ladder(steps=steps):
            said = [number for _, number in steps]
        case Award(points=points, highest=highest):
            said = [points, highest] if highest is not None else [points]
    return [*said, *(limit.number for limit in scored.limits)]


def _categories(draft: Draft) -> dict[str, str]:
    """The names of categories; where a behaviour or attribute is called so, one of their own."""
    taken = RESERVED | {plain(item.behaviour) for item in draft.scoring if item.behaviour}
    taken |= {plain(item.scored.decider or "") for item in draft.scoring if item.scored}
    words = dict.fromkeys(clause.category for clause in draft.clauses if clause.category)
    return {word: f"{word}（类别）" if plain(word) in taken else word for word in words}


def _clause_lines(clause: DraftedClause, in_category: str) -> Iterator[str]:
    if clause.scored is not None:
        yield f"# {one_line(clause.place)}"
    for comment in clause.comments:
        yield f"# {one_line(comment)}"
    category = f" 归入 {quoted(in_category)}" if in_category else ""
    head = f"条款 {clause.number} {quoted(clause.words)}{category}"
    if clause.scored is None or clause.behaviour is None:
        yield f"{head} 待定，因为{quoted(f'{clause.place}：' + '；'.join(clause.reasons))}"
    else:
        yield f"{head}："
        yield f"  {quoted(clause.behaviour)} 的，{_sentence(clause.scored)}"


def _sentence(scored: Scored) -> str:
    verb = "加" if scored.direction is Direction.GAIN else "扣"
    match scored.award:
        case Ladder(attribute, steps):
            table = "，".join(f"{quoted(label)} {number} 分" for label, number in steps)
            first = f"按 {attribute} {verb}：{table}"
        case Award(points=points, highest=str(highest)):
            decider = quoted(scored.decider or "")
            first = f"由 {decider} 酌情 {verb} {points} 到 {highest} 分"
        case Award(points=points, per=(step, unit), is_full=is_full):
            first = f"{'每满' if is_full else '每'} {step} {unit} {verb} {points} 分"
        case Award(points=points):
            first = f"每次 {verb} {points} 分"
    limits = [_limit(limit, verb) for limit in scored.limits]
    limits += ["不设上限"] if scored.is_unlimited and verb == "加" else []
    parting = "；" if isinstance(scored.award, Ladder) else "，"
    return parting.join([first, *limits]) + "。"


def _limit(limit: Limit, verb: str) -> str:
    if limit.unit == "次":
        return f"{limit.period}最多 {limit.number} 次"
    return f"{limit.period}最多{verb} {limit.number} 分"


def _left(draft: Draft) -> Iterator[str]:
    """The words of rows that are no clause, so that nothing of the tables is lost."""
    shown = [
        other
        for table in draft.tables
        if table.head is not None
        for other in table.others
        if other.kind is not RowKind.REPEATED_HEAD
    ]
    if shown:
        yield "# 表里不是条款的行："
    for other in shown:
        yield f"#   {one_line(other.place)}（{_KIND_WORDS[other.kind]}）：{other.words}"
    for table in draft.unread:
        yield f"# {one_line(table.grid.zh)}没有认出表头，没有读："
        for other in table.others:
            yield f"#   {one_line(other.place)}：{other.words}"
    if draft.beside.paragraphs:
        yield "# 表格外面的文字，没有读："
    for paragraph in draft.beside.paragraphs:
        yield f"#   {one_line(paragraph)}"
