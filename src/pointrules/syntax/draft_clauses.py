"""From an item's row to a clause: what all its cells say together, or why it is left 待定."""

import re
from collections.abc import Sequence
from fractions import Fraction

from msgspec import Struct

from pointrules.model.scan import Direction
from pointrules.syntax.draft_columns import Role, plain
from pointrules.syntax.draft_grid import Trouble
from pointrules.syntax.draft_phrases import (
    RULE_WORDS,
    Award,
    Decider,
    EachTime,
    Ladder,
    Limit,
    Phrase,
    PhraseContext,
    Unlimited,
    Unread,
    decided_range,
    phrases_of,
    read_ladder,
    read_phrase,
)
from pointrules.syntax.draft_rows import Entry, ItemRow
from pointrules.syntax.draft_words import name_of, one_line, shortened


class Scored(Struct, frozen=True):
    """What a row gives or takes; `limits` are none where the table says none."""

    award: Award | Ladder
    direction: Direction
    decider: str | None
    limits: tuple[Limit, ...]
    is_unlimited: bool


class ReadRow(Struct, frozen=True):
    """A row with what it was understood to say.

    `names` are what its behaviour could be called, the shortest first; `unread_notes` are words
    beside the clause that hold no rule.
    """

    row: ItemRow
    names: tuple[str, ...]
    scored: Scored | None
    reasons: tuple[str, ...]
    unread_notes: tuple[str, ...] = ()


_TROUBLES = {
    Trouble.DATE: "存的是日期，多半是表格软件把“5-10”改成了日期；把格子改成文本重写",
    Trouble.NO_VALUE: "是公式，文件里没有存算出来的数；用表格软件打开再保存一次",
    Trouble.ERROR: "是一个出错的公式",
    Trouble.FORMAT: "显示的数和存的数可能不一样",
    Trouble.STRUCK: "划掉了",
    Trouble.REVISED: "有没有接受的修订",
    Trouble.NESTED: "里面又有一张表",
    Trouble.FOOTNOTE: "有脚注，脚注没有读",
    Trouble.HIDDEN: "在隐藏的行里",
}
_BLANKS = frozenset(("", "-", "--", "/", "\\", "无", "*"))
_TOTALS = re.compile(
    r"(?:本项|本类|分值|积分|得分|加分|扣分)?(?:小计|合计|总计|共计|总分|累计)(?:分值?|得分)?:?"
)
_BASES = re.compile(r"基础分|基本分|基础积分|初始分|起始分|起评分|底分|满分")
_LONGEST_NOTE_IN_NAME = 20
_LONGEST_NAME = 40
_SCORE = re.compile(
    r"[0-9]分|[一二两三四五六七八九]分(?!之)|封顶|上限|加倍|翻倍|减半|清零|否决|酌情"
    r"|(?:最多|最高|不超过|限)[0-9一二两三四五六七八九十]+次"
)


def read_row(row: ItemRow) -> ReadRow:
    """What the row says, each of its phrases understood, or every reason why not."""
    said = _Said(row)
    for entry in row.entries:
        said.read(entry)
    for words in row.more_words:
        said.read_note(words)
    scored = said.scored() if not said.reasons else None
    if any(_TOTALS.fullmatch(plain(words)) for words in (said.item, *row.categories)):
        said.reasons.append("是合计的行")
    if _BASES.search(plain(said.item)):
        said.reasons.append("是基础分或满分，不是每次加减几分")
    names = _names(row, said.item, said.descriptions)
    if not names:
        said.reasons.append("没有写是什么项目")
        scored = None
    reasons = tuple(dict.fromkeys(said.reasons))
    return ReadRow(row, names, scored if not reasons else None, reasons, tuple(said.notes))


class _Said:
    """All that the cells of one row say."""

    def __init__(self, row: ItemRow) -> None:
        self.row = row
        self.reasons: list[str] = []
        self.notes: list[str] = []
        self.descriptions: list[str] = []
        self.item = ""
        self._awards: list[tuple[Award | Ladder, Entry | None]] = []
        self._limits: list[tuple[Limit, Direction | None]] = []
        self._deciders: list[str] = []
        self._is_unlimited = False

    def read(self, entry: Entry) -> None:
        """One cell."""
        cell, column = entry.cell, entry.column
        if cell.trouble is not None:
            self.reasons.append(f"{self._called(entry)}{_TROUBLES[cell.trouble]}")
            if column.role is Role.ITEM:
                self.item = self.item or cell.text
            return
        text = cell.text
        if column.role is not Role.ITEM and plain(text) in _BLANKS:
            return
        match column.role:
            case Role.ITEM:
                self._read_item(text)
            case Role.POINTS | Role.LIMIT | Role.FREQUENCY:
                if self._is_shared(entry):
                    self.reasons.append(
                        f"{self._called(entry)}是几个项目合用的一格，没有写是各算各的还是合在一起"
                    )
                else:
                    self._read_rule(entry)
            case Role.FULL_MARKS:
                self.reasons.append(f"{self._called(entry)}是满分或基础分，不是每次加减几分")
            case Role.NOTE:
                self.read_note(text)
            case Role.NUMBER | Role.CATEGORY:
                pass

    def _called(self, entry: Entry) -> str:
        return f"“{one_line(entry.column.head)}”一格"

    def _is_shared(self, entry: Entry) -> bool:
        """Whether the cell was merged over the rows of several items."""
        items = [item.cell for item in self.row.of(Role.ITEM)]
        own = items[-1] if items else None
        cell = entry.cell
        first, last = (own.row, own.last_row) if own is not None else (cell.last_row, cell.last_row)
        return cell.row < first or cell.last_row > last

    def _read_item(self, text: str) -> None:
        """The name, and the rules that some tables write behind it."""
        parts = phrases_of(text)
        rules = [(part, self._phrases(part, PhraseContext())) for part in parts[1:]]
        first = next((index for index, (_, read) in enumerate(rules) if not _is_unread(read)), None)
        if first is not None:
            for part, read in rules[first:]:
                if _is_unread(read) and not RULE_WORDS.search(plain(part)):
                    self.notes.append(part)
                else:
                    self._take(read, None)
            words = text[: text.index(rules[first][0])].rstrip(" ，,（(；;。、\n")
        else:
            words = text
        if _holds_score(words):
            self.reasons.append(f"项目“{shortened(words)}”里写着分数或上限")
        self.item = self.item or words
        if self.item != words:
            self.descriptions.append(words)

    def _read_rule(self, entry: Entry) -> None:
        column = entry.column
        is_limit = column.role is Role.LIMIT
        parts = phrases_of(entry.cell.text)
        context = PhraseContext(is_limit, column.period, column.allows_bare and len(parts) == 1)
        if not parts:
            return
        in_steps = PhraseContext(allows_bare=column.allows_bare)
        ladder = read_ladder(parts, in_steps) if column.role is Role.POINTS else None
        if ladder is not None:
            self._take(ladder[:1], entry)
            parts = ladder[1]
        reads = [self._phrases(part, context) for part in parts]
        is_words = (
            ladder is None
            and column.role is Role.POINTS
            and not RULE_WORDS.search(plain(entry.cell.text))
        )
        if is_words and len([e for e in self.row.of(Role.POINTS) if e is not entry]) > 0:
            self.descriptions.append(one_line(entry.cell.text))
            return
        for read in reads:
            self._take(read, entry)

    def read_note(self, text: str) -> None:
        """Words beside: a limit if they are one, else words without any rule, or a reason."""
        if not text.strip():
            return
        reads = [self._phrases(part, PhraseContext()) for part in phrases_of(text)]
        if all(not _is_unread(read) for read in reads):
            for read in reads:
                self._take(read, None)
        elif RULE_WORDS.search(plain(text)):
            self.reasons.append(f"说明“{shortened(text)}”可能是规则")
        else:
            self.notes.append(one_line(text))

    def _phrases(self, part: str, context: PhraseContext) -> tuple[Phrase, ...]:
        both = decided_range(part, context)
        return both if both is not None else (read_phrase(part, context),)

    def _take(self, phrases: Sequence[Phrase], entry: Entry | None) -> None:
        heading = entry.column.direction if entry is not None else None
        for phrase in phrases:
            match phrase:
                case Unread(reason):
                    self.reasons.append(reason)
                case Award() | Ladder():
                    self._awards.append((phrase, entry))
                case Limit():
                    self._limits.append((phrase, heading))
                case Unlimited():
                    self._is_unlimited = True
                case Decider(name):
                    self._deciders.append(name)
                case EachTime():
                    pass

    # ---- together

    def scored(self) -> Scored | None:
        """What the phrases say together; None with a reason."""
        if len(self._awards) != 1:
            self.reasons.append("写了不止一个分值" if self._awards else "没有写几分")
            return None
        award, entry = self._awards[0]
        direction = self._direction(award, entry)
        decider = self._decider(award)
        limits = self._limits_of(direction)
        if direction is None or self.reasons:
            return None
        return Scored(award, direction, decider, limits, self._is_unlimited)

    def _direction(self, award: Award | Ladder, entry: Entry | None) -> Direction | None:
        said = set(self.row.directions)
        if entry is not None and entry.column.direction is not None:
            said.add(entry.column.direction)
        if award.direction is not None:
            said.add(award.direction)
        column = entry.column.index if entry is not None else None
        is_number = isinstance(award, Award) and award.is_unsigned_number
        if not said and is_number and column in self.row.has_minus:
            return Direction.GAIN  # beside -20, a number without a sign is a positive one
        if not said:
            self.reasons.append("没有写是加分还是扣分")
        elif len(said) > 1:
            self.reasons.append("一处写加分，一处写扣分")
        return said.pop() if len(said) == 1 else None

    def _decider(self, award: Award | Ladder) -> str | None:
        deciders = set(self._deciders)
        if isinstance(award, Ladder) or award.highest is None:
            if deciders:
                self.reasons.append("写了由人酌情，没有写从几分到几分")
            return None
        if len(deciders) != 1:
            self.reasons.append("是一个范围，没有写由谁定几分")
            return None
        return deciders.pop()

    def _limits_of(self, direction: Direction | None) -> tuple[Limit, ...]:
        found: dict[tuple[str, str], Limit] = {}
        for limit, heading in self._limits:
            if {limit.direction, heading} - {None, direction}:
                self.reasons.append("上限和分值一个写加分，一个写扣分")
            key = (limit.period, limit.unit)
            if key in found and Fraction(found[key].number) != Fraction(limit.number):
                self.reasons.append(f"{limit.period}的上限写了两个数")
            found[key] = limit
        if self._is_unlimited and found:
            self.reasons.append("写了上限，又写不限")
        return tuple(found.values())


def _is_unread(phrases: Sequence[Phrase]) -> bool:
    return any(isinstance(phrase, Unread) for phrase in phrases)


def _holds_score(words: str) -> bool:
    """Whether a name holds what looks like points or a limit: 每次扣5分的乱倒垃圾."""
    return _SCORE.search(plain(words)) is not None


def _names(row: ItemRow, item: str, descriptions: Sequence[str]) -> tuple[str, ...]:
    """First the item alone, then with whatever else tells it from the rows beside it."""
    first = name_of(item)
    if not first:
        return ()
    with_more = [first, *(name_of(text) for text in descriptions)]
    notes = [
        name_of(entry.cell.text)
        for entry in row.of(Role.NOTE)
        if len(entry.cell.text) <= _LONGEST_NOTE_IN_NAME and name_of(entry.cell.text)
    ]
    candidates = [first, "：".join(with_more), "：".join([*with_more, *notes])]
    if len(first) > _LONGEST_NAME:
        # A sentence is no name: its beginning will do where no other row begins alike.
        beginning = name_of(phrases_of(item)[0])
        candidates = [beginning, *candidates] if beginning else candidates
    return tuple(dict.fromkeys(candidates))
