"""The fixed words of statements and summaries."""

from msgspec import Struct

from pointrules.source.language import Language


class Headings(Struct, frozen=True):
    """One language's titles, column heads and joints."""

    statement: str
    as_of: str
    known_at: str
    receipt: str
    account: str
    columns: tuple[str, str, str, str]
    no_entries: str
    total: str
    not_scored: str
    held: str
    flags: str
    no_flags: str
    flag_is_over: str
    grades: str
    boards: str
    board: str
    loan: str
    anyone: str
    not_listed: str
    quoted: str
    refused_loan: str
    refused_offer: str
    honoured: str
    shared: str
    yuan: str
    lines_read: str
    held_gains: str
    later_lines: str
    scored_later: str
    review_steps: str
    marked: str
    redemptions: str
    overspent: str
    overspent_of: str
    refused_facts: str
    no_own_account: str
    colon: str
    semicolon: str
    joint: str


HEADINGS = {
    Language.ZH: Headings(
        statement="{} 积分对账单",
        as_of="截至 {}",
        known_at="按截至 {} 登记的内容",
        receipt="校验码 {}",
        account="{} 账户「{}」",
        columns=("日期", "分", "余额", "事由"),
        no_entries="没有流水。",
        total="合计 {}",
        not_scored="{}（{} 条）",
        held="暂停中的加分（还没有记入）",
        flags="判定",
        no_flags="没有。",
        flag_is_over="，已结束",
        grades="等级",
        boards="榜单",
        board="榜单「{}」（{}）",
        loan="激励「{}」",
        anyone="资格不限",
        not_listed="不符合：{} 不在册",
        quoted="报价 {}，有效至 {}（含当日）",
        refused_loan="不符合资格，没有报价",
        refused_offer="不符合资格",
        honoured="符合资格，授予",
        shared="分得 {}",
        yuan="元",
        lines_read="读入 {} 行 = {}",
        redemptions="计分的行里有 {} 行是兑换",
        overspent="余额为负：已经用去 {}，现在欠 {}",
        overspent_of="{} 账户「{}」余额为负：已经用去 {}，现在欠 {}",
        marked="计分而有标记（{} 条）",
        review_steps="计分的行里有 {} 行是别的记录的审核",
        held_gains="计分的行里有 {} 笔加分压着，等判定结束才记入",
        scored_later="计分的行里有 {} 行归在 {} 以后，还没有入账",
        later_lines="另有 {} 行登记在 {} 之后，没有读入",
        refused_facts="退回的户情（{} 行）",
        no_own_account="没有个人账户，积分记在户的账户里（{}）",
        colon="：",
        semicolon="；",
        joint="、",
    ),
    Language.EN: Headings(
        statement="Statement of points: {}",
        as_of="as of {}",
        known_at="from what was entered up to {}",
        receipt="receipt {}",
        account="{} account “{}”",
        columns=("date", "points", "balance", "why"),
        no_entries="No entries.",
        total="Total: {}",
        not_scored="{} ({})",
        held="Gains held (not entered yet)",
        flags="Flags",
        no_flags="None.",
        flag_is_over=", over",
        grades="Grades",
        boards="Boards",
        board="Board “{}” ({})",
        loan="Incentive “{}”",
        anyone="open to anyone",
        not_listed="not met: not on the register on {}",
        quoted="quoted {}, valid to {} inclusive",
        refused_loan="not eligible, no quote",
        refused_offer="not eligible",
        honoured="eligible, granted",
        shared="gets {}",
        yuan="yuan",
        lines_read="{} lines read = {}",
        redemptions="{} of the scored lines are redemptions",
        overspent="the balance is below 0: {} were spent, {} are owed",
        overspent_of="{}, account “{}”: the balance is below 0: {} were spent, {} are owed",
        marked="scored, but marked ({})",
        review_steps="{} of the scored lines are steps of the review of others",
        held_gains="{} gains are held until a flag is over",
        scored_later="{} of the scored lines fall after {}: their points come later",
        later_lines="{} more lines were entered after {} and not read",
        refused_facts="refused facts ({})",
        no_own_account="no account of their own; points are in the household's ({})",
        colon=": ",
        semicolon="; ",
        joint=", ",
    ),
}
