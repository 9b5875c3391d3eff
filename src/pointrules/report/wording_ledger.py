"""Words for the kinds of entries, outcomes, measures and subjects, and for closing entries."""

from pointrules.ledger.entry import Entry, EntryKind
from pointrules.ledger.ledger import Outcome
from pointrules.model.account import Account, PeriodEnd
from pointrules.report.wording_ground import ground_words
from pointrules.report.wording_quantity import points_words
from pointrules.source.language import Language

ENTRY_KINDS = {
    Language.ZH: {
        EntryKind.AWARD: "得分",
        EntryKind.SETTLEMENT: "结算得分",
        EntryKind.EXPIRY: "到期",
        EntryKind.FLOOR: "下限",
        EntryKind.CEILING: "封顶",
        EntryKind.VETO: "清算",
        EntryKind.BASE: "基础",
        EntryKind.CARRY: "结转",
        EntryKind.RESET: "清零",
        EntryKind.SPENDING: "使用",
    },
    Language.EN: {
        EntryKind.AWARD: "award",
        EntryKind.SETTLEMENT: "settlement",
        EntryKind.EXPIRY: "expiry",
        EntryKind.FLOOR: "floor",
        EntryKind.CEILING: "ceiling",
        EntryKind.VETO: "veto",
        EntryKind.BASE: "base",
        EntryKind.CARRY: "carry-over",
        EntryKind.RESET: "reset",
        EntryKind.SPENDING: "spending",
    },
}

OUTCOMES = {
    Language.ZH: {
        Outcome.SCORED: "计分",
        Outcome.UNMATCHED: "无条款可依",
        Outcome.PENDING: "待审核",
        Outcome.REFUSED: "退回",
        Outcome.VOIDED: "作废",
        Outcome.REPEATED: "重复",
    },
    Language.EN: {
        Outcome.SCORED: "scored",
        Outcome.UNMATCHED: "matching no clause",
        Outcome.PENDING: "pending",
        Outcome.REFUSED: "refused",
        Outcome.VOIDED: "voided",
        Outcome.REPEATED: "repeated",
    },
}


def closing_words(entry: Entry, account: Account, language: Language) -> str:
    """An entry that no record made: base, carry-over, reset or floor, by the account's own rule."""
    kind = ENTRY_KINDS[language][entry.kind]
    moved = points_words(-entry.points, language)
    came = points_words(entry.points, language)
    match entry.kind:
        case _ if entry.ground is not None:
            says = ground_words(entry, entry.ground, account, language)
        case EntryKind.BASE:
            says = ("账户基础分 {}", "the account's base, {}")[_index(language)].format(came)
        case EntryKind.CARRY:
            says = ("上期余额 {}转入本期", "the last period's {} brought in")[
                _index(language)
            ].format(came)
        case EntryKind.RESET:
            says = _reset(entry, account, language).format(moved)
        case EntryKind.FLOOR:
            says = _floor(account, language)
        case EntryKind.CEILING:
            says = _ceiling(account, language)
        case _:
            msg = f"an entry of kind {entry.kind} tells its own ground"
            raise AssertionError(msg)
    return f"{kind}：{says}" if language is Language.ZH else f"{kind}: {says}"


def _reset(entry: Entry, account: Account, language: Language) -> str:
    balance = -entry.points
    keeps_debts = account.period_end is PeriodEnd.RESET_POSITIVE
    is_carried = account.period_end is PeriodEnd.CARRY or (keeps_debts and balance < 0)
    if account.carry is not None:
        is_carried = account.carry.of(balance) != 0
    if is_carried:
        return ("上期余额 {}转出", "the last period's {} taken out, to be carried over")[
            _index(language)
        ]
    return ("上期余额 {}期满清零", "the last period's {} end with it")[_index(language)]


def _floor(account: Account, language: Language) -> str:
    floor = account.closing_floor
    assert floor is not None, "a floor entry comes from an account with a floor"
    below, to = points_words(floor.below, language), points_words(floor.to, language)
    if language is Language.ZH:
        return f"期末低于 {below}，按 {to}计"
    return f"below {below} at the period's end counts as {to}"


def _ceiling(account: Account, language: Language) -> str:
    ceiling = account.closing_ceiling
    assert ceiling is not None, "a ceiling entry comes from an account with a ceiling"
    above, to = points_words(ceiling.above, language), points_words(ceiling.to, language)
    if language is Language.ZH:
        return f"期末高于 {above}，按 {to}计"
    return f"above {above} at the period's end counts as {to}"


def _index(language: Language) -> int:
    return 0 if language is Language.ZH else 1
