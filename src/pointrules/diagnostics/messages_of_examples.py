"""Messages about examples (例)."""

from pointrules.diagnostics.diagnostic import Severity
from pointrules.diagnostics.message import LabelText, Message, Offer

_GIVEN = "假如「张家」2023-07-03 卫生检查 等次 优秀"

MESSAGES_OF_EXAMPLES = (
    Message(
        code="example-subject-word",
        severity=Severity.ERROR,
        zh="例里的{kind}不这样写",
        en="in an example a {kind} is not written so",
        help_zh="户写「张家」，人写「张家」的「张三」；只有组、组织、村前面写这个字",
        help_en="write 「张家」 for a household and 「张家」的「张三」 for a person; "
        "only 组, 组织 and 村 stand before a name",
        page_zh="户和人直接写名字，人前面写他的户。组、组织、村要写明是哪一种：组「一组」。",
        page_en="Households and persons are named as they are, a person after the household. A "
        "group, an organisation or a village says which it is: 组「一组」.",
        wrong="例「一次」\n  当 户「张家」2023-07-03 清洁日\n  那么 加 2 分",
        right="例「一次」\n  当「张家」2023-07-03 清洁日\n  那么 加 2 分",
        terms=("kind",),
    ),
    Message(
        code="example-spender-missing",
        severity=Severity.ERROR,
        zh="账户“{account}”不是户的账户，这里没有写对是谁用分",
        en="the account “{account}” is not kept for households, and none of those it is kept for "
        "is named as spending",
        help_zh="按人的账户写 「张家」的「张三」，按组、组织、村的写 组织「读书会」",
        help_en="name a person, as 「张家」的「张三」, or an organisation, as 组织「读书会」",
        page_zh="用谁的分，就写谁：按户的账户写户，按人的账户写那个人，按组、组织、村的账户写那个组、组织、村。",
        page_en="Whose points are spent is said: a household's, or of an account kept for persons "
        "a person's, or those of a group, an organisation or a village.",
        wrong="账户「个人积分」按人：长期累积\n"
        "例「用分」\n  假如「张家」2023-07-03 从 个人积分 兑换 20 分\n  那么 个人积分 余额 -20 分",
        right="账户「个人积分」按人：长期累积\n"
        "例「用分」\n  假如「张家」的「张三」2023-07-03 从 个人积分 兑换 20 分\n"
        "  那么 个人积分 余额 -20 分",
        labels=(LabelText("account", "账户在这里", "the account is here"),),
    ),
    Message(
        code="example-without-expectation",
        severity=Severity.ERROR,
        zh="例“{title}”没有写结果",
        en="the example “{title}” expects nothing",
        help_zh="写：那么 加 … 分",
        help_en="write 那么 and what must come out",
        page_zh="例用来核对细则。只写经过、不写结果，就无从核对。",
        page_en="Examples test the ruleset. Without an outcome there is nothing to test.",
        wrong="例「第一次检查」\n  当「张家」2023-07-03 卫生检查 等次 优秀",
        right="例「第一次检查」\n  当「张家」2023-07-03 卫生检查 等次 优秀\n  那么 加 5 分",
    ),
    Message(
        code="example-without-record",
        severity=Severity.ERROR,
        zh="例“{title}”没有写“当”哪条记录",
        en="the example “{title}” asks about no record",
        help_zh="加一行：当「张家」2023-07-20 …",
        help_en="add a line: 当「张家」2023-07-20 …",
        page_zh="加几分、依据哪条，说的是“当”后面的记录。只有“假如”，不知道问的是哪一条。",
        page_en="Points and clauses are expected of the records after 当. With 假如 alone it is "
        "not clear which.",
        wrong="例「第一次检查」\n  " + _GIVEN + "\n  那么 加 5 分",
        right="例「第一次检查」\n  当「张家」2023-07-03 卫生检查 等次 优秀\n  那么 加 5 分",
    ),
    Message(
        code="example-outside-edition",
        severity=Severity.ERROR,
        zh="例的日期 {day} 这一版还没有施行或已经失效",
        en="the edition is not in force on {day}, the date in this example",
        help_zh="改用施行期间的日期",
        help_en="use a date on which the edition is in force",
        page_zh="记录按发生那天有效的版本计分。日期在外面，例里的记录会被退回。",
        page_en="Records are scored by the edition in force on their day, so this one would be "
        "refused.",
        wrong="版本 2023.1，自 2023-06-01 起施行\n…\n例「…」\n  当「张家」2023-01-03 …",
        right="版本 2023.1，自 2023-06-01 起施行\n…\n例「…」\n  当「张家」2023-07-03 …",
    ),
    Message(
        code="example-attribute-missing",
        severity=Severity.ERROR,
        zh="例里的“{behaviour}”没有写“{attribute}”",
        en="the “{behaviour}” of this example has no “{attribute}”",
        help_zh="补上属性和取值",
        help_en="add the attribute and its value",
        page_zh="登记这种行为必须填的属性，例里也要写。允许不填的，在词表里写“可不填”。",
        page_en="What each record of the behaviour must give, an example gives too. Attributes "
        "that may be left out are 可不填 in the vocabulary.",
        wrong="当「张家」2023-07-03 卫生检查",
        right="当「张家」2023-07-03 卫生检查 等次 优秀",
        labels=(LabelText("declared", "在这里登记", "declared here"),),
    ),
    Message(
        code="example-unknown-limit",
        severity=Severity.ERROR,
        zh="细则里没有这样的上限",
        en="the ruleset has no such limit",
        help_zh="照抄条款、类别或账户里的上限",
        help_en="copy the limit from the clause, category or account",
        page_zh="“因为”后面写的上限要和细则里的一样，时段、加扣、数都相同。",
        page_en="The limit after 因为 is one of the rules, with the same period, direction and "
        "number.",
        wrong="那么 加 2 分，因为 每月最多加 10 分",
        right="那么 加 2 分，因为 每月最多加 12 分",
        offer=Offer.ALLOWED,
    ),
    Message(
        code="example-unknown-clause",
        severity=Severity.ERROR,
        zh="没有编号为 {number} 的条款",
        en="there is no clause {number}",
        help_zh="检查编号",
        help_en="check the number",
        page_zh="“依据”后面写的是本细则里条款的编号，要一字不差。",
        page_en="After 依据 stands the number of a clause of this ruleset, to the letter.",
        wrong="那么 加 2 分，依据 3.9",
        right="那么 加 2 分，依据 3.1",
        offer=Offer.MEANT,
    ),
)
