"""How a notation of keys and values parts a block: its head, and which key says which part.

A key stands for the words that its phrase begins and ends with, so that a value says only the rest:
`基础: 100 分` is 基础 100 分. Reading, writing and the schema for editors all go by these tables.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal, TypeAlias

from msgspec import Struct

from pointrules.source.language import Language
from pointrules.syntax.spellings import spellings

Word: TypeAlias = tuple[str, str]
"""A terminal and its value."""


class Key(Struct, frozen=True):
    """One key of a block, in both languages.

    Its value is parsed from the start `phrase`, between the words `lead` and `trail`; what the
    author writes of `trail` himself is not added. `holds` are the productions that may stand there.
    Several values are so many phrases, or one whose parts are joined by `join`. `is_text`: the
    value is the words of a text. `is_loose`: it may stand anywhere behind the others, and the order
    of these keys is that of the ruleset. `opened_by` are words that begin its value in the language
    itself, where no lead does.
    """

    zh: str
    en: str
    phrase: str
    holds: tuple[str, ...] = ()
    lead: tuple[Word, ...] = ()
    trail: tuple[Word, ...] = ()
    join: str | None = None
    is_text: bool = False
    is_loose: bool = False
    opened_by: tuple[str, ...] = ()

    @property
    def is_rows(self) -> bool:
        """Whether its values are the rows of what another key says, and go with its phrase."""
        return not self.phrase and not self.is_text

    def text(self, language: Language) -> str:
        """How the key is written."""
        return self.zh if language is Language.ZH else self.en


Title: TypeAlias = Literal["text", "phrase", "parts", "none"]
"""What the value of a head is: the words of a text, a phrase, the block's parts, or nothing."""


class Outline(Struct, frozen=True):
    """One kind of block: its head word, what the head's value is, and its keys in order.

    `behind_head` are words between the head and its value; `title` says how the value is read: a
    phrase by `phrase`, between `lead` and `trail`. `needs` are keys of which each block must have
    one, or one of several. `kind` tells apart those that share a head.
    """

    head: str
    production: str
    title: Title
    keys: tuple[Key, ...]
    needs: tuple[tuple[str, ...], ...] = ()
    behind_head: tuple[Word, ...] = ()
    lead: tuple[Word, ...] = ()
    trail: tuple[Word, ...] = ()
    phrase: str = ""
    kind: str = ""

    def text(self, language: Language) -> str:
        """How the head is written as a key."""
        return spellings().written(self.head, "", language)

    @property
    def parts(self) -> Key:
        """The head as the key of the block's parts, where that is what stands behind it."""
        return Key(self.text(Language.ZH), self.text(Language.EN), self.phrase, is_loose=True)

    def key(self, name: str) -> Key | None:
        """The key of that Chinese or English name."""
        return next((key for key in self.keys if name in (key.zh, key.en)), None)


def _words(*terminals: str) -> tuple[Word, ...]:
    """Words of terminals that have one meaning only."""
    return tuple((terminal, "") for terminal in terminals)


def _loose(  # noqa: PLR0913, PLR0917 (a row of a table)
    zh: str,
    en: str,
    phrase: str,
    holds: str,
    lead: str = "",
    trail: str = "",
    *,
    join: str | None = None,
    is_text: bool = False,
) -> Key:
    return Key(
        zh,
        en,
        phrase,
        tuple(holds.split()),
        _words(*lead.split()),
        _words(*trail.split()),
        join,
        is_text,
        is_loose=True,
    )


FURTHER = ("另外", "further")
"""The key for whatever part of a block has no key of its own, or comes later than its key."""


def _further(phrase: str) -> Key:
    return Key(*FURTHER, phrase, is_loose=True)


def _attributes_of(zh: str, en: str, value: str) -> Key:
    return Key(
        zh,
        en,
        "phrase_entries",
        ("subject_attributes",),
        (("SUBJECT", value), ("LPAR", "")),
        (("RPAR", ""),),
        "SEMICOLON",
        is_loose=True,
    )


_EDITION = Outline(
    "EDITION",
    "edition",
    "text",
    (
        _loose("版本", "version", "phrase_edition", "version", "VERSION"),
        _loose("施行", "in force from", "phrase_edition", "in_force", "SINCE", "IN_FORCE"),
        _loose("施行至", "in force until", "phrase_edition", "in_force_until", "UNTIL", "ENDS"),
        _loose("依据", "based on", "phrase_edition", "basis", "BASIS", is_text=True),
        _loose("通过", "passed by", "phrase_edition", "passed", "PASSED"),
        _loose("应到", "entitled", "phrase_edition", "attendance", "ENTITLED"),
        _loose("实到", "present", "phrase_edition", "attendance", "PRESENT"),
        _loose("赞成", "in favour", "phrase_edition", "attendance", "IN_FAVOUR"),
        _loose("备案", "filed with", "phrase_edition", "filed", "FILED"),
        _loose("沿用", "uses", "phrase_edition", "uses_template", "USES"),
        _further("phrase_edition"),
    ),
    (("版本", "施行", "施行至", "依据", "通过", "应到", "实到", "赞成", "备案", "沿用", "另外"),),
)

_YEAR = Outline(
    "YEAR",
    "year",
    "phrase",
    (),
    lead=_words("SINCE"),
    trail=_words("ONWARD"),
    phrase="phrase_year",
)

_VOCABULARY = Outline(
    "VOCABULARY",
    "vocabulary",
    "none",
    (
        _loose("行为", "behaviour", "phrase_entries", "behaviours aliases", "BEHAVIOUR"),
        _attributes_of("户", "household", "household"),
        _attributes_of("人", "person", "person"),
        _attributes_of("组", "group", "group"),
        _attributes_of("组织", "organisation", "organisation"),
        _attributes_of("村", "village", "village"),
        _loose(
            "判定",
            "flag",
            "phrase_entries",
            "flags holds_gains clears_points lowers_points bounds_grade",
            "FLAG",
        ),
        _loose("评议人", "decider", "phrase_entries", "deciders", "DECIDER"),
        _loose("角色", "role", "phrase_entries", "roles", "ROLE"),
        _loose("单位", "unit", "phrase_entries", "units", "UNIT_WORD"),
        _further("phrase_entries"),
    ),
    (
        (
            "行为",
            "户",
            "人",
            "组",
            "组织",
            "村",
            "判定",
            "评议人",
            "角色",
            "单位",
            "另外",
        ),
    ),
)

_PARAMETER = Outline(
    "PARAMETER",
    "parameter",
    "text",
    (
        Key("值", "value", "phrase_quantity", ("quantity",)),
        Key(
            "可在",
            "may be set from",
            "phrase_adjustable",
            ("adjustable",),
            _words("ADJUSTABLE"),
            _words("CHOSEN"),
        ),
    ),
    (("值",),),
)

_ACCOUNT = Outline(
    "ACCOUNT",
    "account",
    "text",
    (
        Key("按", "by", "phrase_subject", (), _words("BY")),
        Key("限", "only for", "phrase_restriction", ("restriction",), _words("ONLY")),
        _loose("起算", "first day", "phrase_account", "account_start", trail="RECKONED"),
        _loose("基础", "base", "phrase_account", "base", "BASE"),
        _loose(
            "新户基础", "base for newcomers", "phrase_account", "newcomer_base", "NEWCOMER_BASE"
        ),
        _loose("精确到", "precise to", "phrase_account", "precision", "PRECISION"),
        _loose(
            "期末",
            "at period end",
            "phrase_account",
            "period_end carry_at_most closing_floor closing_ceiling",
            "PERIOD_END",
        ),
        _loose("上限", "limit", "phrase_account", "limit net_limit running_ceiling beyond"),
        _loose("下限", "floor", "phrase_account", "running_floor"),
        _loose(
            "有效期", "validity", "phrase_account", "validity_of_entries validity_row", "VALIDITY"
        ),
        _loose("取整", "rounding", "phrase_account", "rounding"),
        _further("phrase_account"),
    ),
    (
        ("按",),
        ("起算", "基础", "新户基础", "精确到", "期末", "上限", "下限", "有效期", "取整", "另外"),
    ),
)

_CATEGORY = Outline(
    "CATEGORY",
    "category",
    "text",
    (
        _loose("记入", "enters", "phrase_category", "entered", "ENTER"),
        _loose("上限", "limit", "phrase_category", "limit beyond"),
        _loose("取", "counts", "phrase_category", "best_of last_counts"),
        _loose(
            "有效期", "validity", "phrase_category", "validity_of_entries validity_row", "VALIDITY"
        ),
        _loose(
            "接续", "goes on with", "phrase_category", "continues_name", "CONTINUES", is_text=True
        ),
        _further("phrase_category"),
    ),
    (("记入", "上限", "取", "有效期", "接续", "另外"),),
)

_GROUP = Outline(
    "GROUP",
    "clause_group",
    "text",
    (
        Key("条款", "clause", "phrase_numbers", opened_by=("CLAUSE_NUMBER",)),
        Key("取", "counts", "phrase_best", ("best_of",)),
    ),
    (("条款",), ("取",)),
)

_EFFECTS = (
    "constant",
    "per_quantity",
    "by_table",
    "by_running_sum",
    "by_role",
    "account_amount",
    "discretion",
    "ladder_step",
    "granted",
    "clears",
    "by_tally",
)
_ROWS = (
    "named_row",
    "pair_row",
    "group_row",
    "step_row",
    "bracket_row",
    "linear_row",
    "otherwise_row",
)

_CLAUSE_KEYS = (
    Key("条文", "text", "", ("text",), is_text=True),
    Key("归入", "under", "phrase_name", (), _words("INTO")),
    Key("处理", "treated", "phrase_disposition", ("unscored", "manual", "draft")),
    Key(
        "结算",
        "settled",
        "phrase_settle",
        ("settles_each", "settles_yearly", "settles_by"),
        trail=_words("SETTLE"),
    ),
    Key(
        "情形",
        "situation",
        "phrase_guard",
        ("situation_guard", "points_guard", "streak_guard", "settled_guard"),
        trail=_words("SUCH"),
    ),
    Key("之一", "any of", "phrase_guard", ("any_guard",), _words("ANY_OF", "COLON"), (), "LISTSEP"),
    Key("当", "when", "phrase_guard", ("when_guard",), _words("WHEN"), _words("AT")),
    Key("计分", "points", "phrase_scoring", (*_EFFECTS, *_ROWS)),
    Key("档", "rows", "", _ROWS, join="COMMA"),
    _loose("上限", "limit", "phrase_tails", "limit beyond unlimited"),
    _loose("取", "counts", "phrase_tails", "best_of last_counts"),
    _loose("记入", "enters", "phrase_tails", "entered", "ENTER"),
    _loose("再犯", "repeated", "phrase_tails", "escalation ladder_step"),
    _loose("计给", "credited to", "phrase_tails", "given_to", "GIVEN_TO"),
    _loose("有效期", "validity", "phrase_tails", "validity_of_entries lasting_row", "VALIDITY"),
    _loose("叠加", "adds up with", "phrase_tails", "adds", "WITH", "STACKS"),
    _loose("优先于", "goes before", "phrase_tails", "precedes", "PRECEDES"),
    _loose("接续", "goes on with", "phrase_tails", "continues", "CONTINUES"),
    _further("phrase_tails"),
)
_CLAUSE_NEEDS = (("处理", "结算", "情形", "之一", "当"),)

_CLAUSE = Outline("CLAUSE", "clause", "phrase", _CLAUSE_KEYS, _CLAUSE_NEEDS, phrase="phrase_number")
_AMENDMENT = Outline(
    "AMEND",
    "amendment",
    "phrase",
    _CLAUSE_KEYS,
    _CLAUSE_NEEDS,
    behind_head=_words("CLAUSE"),
    phrase="phrase_number",
)
_DELETION = Outline(
    "DELETE",
    "deletion",
    "phrase",
    (Key("因为", "because", "phrase_because", (), _words("BECAUSE"), is_text=True),),
    behind_head=_words("CLAUSE"),
    phrase="phrase_numbers",
)
_LOCKED = Outline(
    "LOCKED", "locked", "phrase", (), behind_head=_words("CLAUSE"), phrase="phrase_numbers"
)
_OPEN = Outline(
    "OPEN", "locked", "phrase", (), behind_head=_words("CLAUSE"), phrase="phrase_numbers"
)
_OWN_CLAUSES = Outline("OWN_CLAUSES", "own_clauses", "parts", (), phrase="phrase_own")

_REVIEW = Outline(
    "REVIEW",
    "review",
    "none",
    (
        _loose("计分", "counts", "phrase_review", "counts_when", trail="SUCH COMMA COUNTS"),
        _loose("归期", "assigned to periods", "phrase_review", "ruling_date", "BY", "RULES"),
        _loose("申报期限", "filing deadline", "phrase_review", "filing_deadline", "FILING"),
        _loose(
            "加分申报期限",
            "filing deadline of awards",
            "phrase_review",
            "filing_deadline",
            "OF_AWARDS FILING",
        ),
        _loose("回避", "stand aside", "phrase_review", "recusal", "REVIEWER RECUSES"),
        _further("phrase_review"),
    ),
    (("计分", "归期", "申报期限", "加分申报期限", "回避", "另外"),),
)

_GRADE = Outline(
    "GRADE",
    "grade",
    "text",
    (
        Key("按", "by", "phrase_measured", (), _words("BY")),
        Key("取整", "rounding", "phrase_rounding", ("rounding",)),
        _loose("档", "levels", "phrase_bands", "band otherwise_band"),
    ),
    (("按",), ("档",)),
)

_BOARD = Outline(
    "BOARD",
    "board",
    "text",
    (
        _loose("按", "by", "phrase_board", "board_measure", "BY"),
        _loose("分组", "within", "phrase_board", "board_group", "AMONG", "INSIDE"),
        _loose("前", "top", "phrase_board", "board_top", "TOP"),
        _loose("后", "bottom", "phrase_board", "board_bottom", "BOTTOM"),
        _loose("并列", "equals", "phrase_board", "board_ties"),
        _loose("限", "only for", "phrase_board", "restriction", "ONLY"),
        _further("phrase_board"),
    ),
)

_KIND = Key("类型", "kind", "phrase_incentive", opened_by=("LOAN", "EXCHANGE", "HONOUR", "POOL"))


def _incentive(kind: str, *keys: Key) -> Outline:
    return Outline("INCENTIVE", _PRODUCTIONS[kind], "text", (_KIND, *keys), (("类型",),), kind=kind)


_PRODUCTIONS = {"LOAN": "incentive", "EXCHANGE": "exchange", "HONOUR": "honour", "POOL": "pool"}

_LOAN = _incentive(
    "LOAN",
    _loose("资格", "eligible", "phrase_loan", "eligibility", "ELIGIBILITY"),
    _loose("基准利率", "base rate", "phrase_loan", "base_rate", "BASE_RATE"),
    _loose("按", "by", "phrase_loan", "rate_measure", "BY"),
    _loose("从", "from", "phrase_loan", "rate_start", "FROM", "ONWARD"),
    _loose("降", "lowers", "phrase_loan", "rate_cut"),
    _loose("取整", "rounding", "phrase_loan", "rate_rounding"),
    _loose("降幅最多", "rate cut at most", "phrase_loan", "largest_cut", "CUT AT_MOST"),
    _loose("最低利率", "lowest rate", "phrase_loan", "lowest_rate", "LOWEST_RATE"),
    _loose(
        "不设下限",
        "no lowest rate",
        "phrase_loan",
        "no_lowest_rate",
        "NO_LOWEST_RATE BECAUSE",
        is_text=True,
    ),
    _loose("利率", "rate", "phrase_loan", "rate_table rate_decided line_band", "RATE"),
    _loose("额度", "credit line", "phrase_loan", "line_by_points line_decided line_band", "LINE"),
    _loose("报价", "quote", "phrase_loan", "validity", "QUOTE"),
    _further("phrase_loan"),
)
_EXCHANGE = _incentive(
    "EXCHANGE",
    _loose("资格", "eligible", "phrase_exchange", "eligibility", "ELIGIBILITY"),
    _loose("折算", "worth", "phrase_exchange", "worth"),
    _loose("扣自", "from", "phrase_exchange", "purses", "FROM", "DEDUCT"),
    _loose(
        "开放",
        "open",
        "phrase_exchange",
        "open_days open_weekdays open_edge open_season open_span open_always",
        trail="OPENED",
    ),
    _loose("余额满", "least balance", "phrase_exchange", "least_balance", "LEAST_BALANCE"),
    _loose("每次至少", "each time at least", "phrase_exchange", "least_each", "EACH_TIME LEAST"),
    _loose("上限", "limit", "phrase_exchange", "exchange_limit"),
    _loose("价目", "prices", "phrase_exchange", "prices price", "PRICES", join="COMMA"),
    _loose("不够的", "what is missing", "phrase_exchange", "top_up", "SHORT_OF"),
    _loose("折扣", "discount", "phrase_exchange", "discount discount_row", "BY"),
    _loose("取整", "rounding", "phrase_exchange", "discount_rounding"),
    _further("phrase_exchange"),
)
_HONOUR = _incentive(
    "HONOUR",
    Key("按", "by", "phrase_subject", (), _words("BY")),
    _loose("资格", "eligible", "phrase_honour", "eligibility", "ELIGIBILITY"),
)
_POOL = _incentive(
    "POOL",
    _loose("资格", "eligible", "phrase_pool", "eligibility", "ELIGIBILITY"),
    _loose("总额", "total", "phrase_pool", "pool_total", "POOL_TOTAL"),
    _loose("按", "by", "phrase_pool", "pool_measure", "BY", "SHARED_OUT"),
    _loose("取整", "rounding", "phrase_pool", "pool_rounding"),
    _loose("余款", "remainder", "phrase_pool", "pool_remainder", "REMAINDER"),
    _loose("并列", "equals", "phrase_pool", "pool_ties"),
    _further("phrase_pool"),
)

_EXAMPLE = Outline(
    "EXAMPLE",
    "example",
    "text",
    (
        Key("假如", "given", "phrase_givens", (), _words("GIVEN"), (), "AND_THEN"),
        Key("当", "when", "phrase_asked", (), _words("WHEN"), (), "AND_THEN"),
        Key("截至", "as of", "phrase_settled_on", ("settled_on",), _words("DEADLINE")),
        Key("那么", "expect", "phrase_expected", (), _words("EXPECT"), (), "COMMA"),
    ),
    (("那么",),),
)

INCENTIVES: Mapping[str, Outline] = MappingProxyType(
    {outline.kind: outline for outline in (_LOAN, _EXCHANGE, _HONOUR, _POOL)}
)
"""The outlines of incentives by the terminal of their kind."""

OUTLINES: tuple[Outline, ...] = (
    _EDITION,
    _YEAR,
    _VOCABULARY,
    _PARAMETER,
    _ACCOUNT,
    _CATEGORY,
    _GROUP,
    _CLAUSE,
    _REVIEW,
    _GRADE,
    _BOARD,
    *INCENTIVES.values(),
    _EXAMPLE,
    _AMENDMENT,
    _DELETION,
    _LOCKED,
    _OPEN,
    _OWN_CLAUSES,
)
"""Every kind of block; those of incentives share a head, and are told apart by their kind."""


@cache
def outlines_by_head() -> Mapping[str, tuple[Outline, ...]]:
    """The outlines by every spelling of their head word."""
    found: dict[str, list[Outline]] = {}
    for outline in OUTLINES:
        for spelling in spellings().by_terminal[outline.head]:
            found.setdefault(spelling.text, []).append(outline)
    return {text: tuple(items) for text, items in found.items()}


@cache
def outlines_by_terminal() -> Mapping[str, tuple[Outline, ...]]:
    """The outlines by the terminal of their head word."""
    found: dict[str, list[Outline]] = {}
    for outline in OUTLINES:
        found.setdefault(outline.head, []).append(outline)
    return {terminal: tuple(items) for terminal, items in found.items()}
