"""Messages about conditions: what they read, and where."""

from pointrules.diagnostics.diagnostic import Severity
from pointrules.diagnostics.message import LabelText, Message, Offer

_DECLARED = LabelText("declared", "在这里登记", "declared here")

MESSAGES_OF_CONDITIONS = (
    Message(
        code="condition-never-true",
        severity=Severity.ERROR,
        zh="条款 {clause} 的条件对哪种行为都不成立",
        en="the condition of clause {clause} holds for no behaviour",
        help_zh="一条记录只有一种行为；几种行为都算的，用“或”或“属于”",
        help_en="a record is of one behaviour; where several will do, write 或 or 属于",
        page_zh="一条记录只记一种行为，所以“行为 是 甲 且 行为 是 乙”永远不成立，"
        "这一条就永远不计分。",
        page_en="A record is of one behaviour, so “行为 是 甲 且 行为 是 乙” never holds, and "
        "the clause never "
        "scores anything.",
        wrong="当 行为 是 志愿服务 且 行为 是 邻里互助 时 每次 加 2 分",
        right="当 行为 属于 志愿服务、邻里互助 时 每次 加 2 分",
    ),
    Message(
        code="value-missing",
        severity=Severity.ERROR,
        zh="只写了“{name}”，属性和取值没有写全",
        en="only “{name}” stands here: an attribute and its value belong together",
        help_zh="先写属性，再写取值，如：等次 优秀",
        help_en="write the attribute and then its value, as in 等次 优秀",
        page_zh="只写“检查优秀”，不知道优秀是哪个属性的取值；只写“检查等次”，不知道是哪个等次。",
        page_en="With the value alone nobody knows of which attribute it is, and with the "
        "attribute alone nobody knows which value is meant.",
        wrong="卫生检查 优秀 的，每次 加 5 分，不设上限",
        right="卫生检查 等次 优秀 的，每次 加 5 分，不设上限",
    ),
    Message(
        code="value-of-other-type",
        severity=Severity.ERROR,
        zh="属性“{attribute}”要写的是：{wanted}",
        en="the attribute “{attribute}” takes: {wanted}",
        help_zh="按词表里登记的种类写",
        help_en="write what the vocabulary declares for it",
        page_zh="词表里登记了每个属性的种类：列举的取值、带单位的数、文本、日期，或者是否。"
        "条件和例里要写同一种，写成别的就没法比较。",
        page_en="The vocabulary says what each attribute is: one of a list, a number with its "
        "unit, text, a "
        "date, yes or no. Conditions and examples write the same kind, or nothing can be compared.",
        wrong="行为 志愿服务（时长：小时）\n志愿服务 时长 优秀 的，每次 加 2 分",
        right="行为 志愿服务（时长：小时）\n志愿服务 时长 2 小时以上 的，每次 加 2 分",
        labels=(_DECLARED,),
        terms=("wanted",),
    ),
    Message(
        code="exact-value-needed",
        severity=Severity.ERROR,
        zh="例里的“{attribute}”要写一个准确的数",
        en="in an example “{attribute}” is an exact number",
        help_zh="写一个数，如 2 小时，不写以上、以下",
        help_en="write one number, without 以上 or 以下",
        page_zh="例说的是一件具体的事。“2 小时以上”是条件，不是事实，算不出该得多少分。",
        page_en="An example tells of one thing that happened. “2 小时以上” is a condition and "
        "not a fact, and "
        "gives no points to compare.",
        wrong="当「张家」2023-07-03 志愿服务 时长 2 小时以上",
        right="当「张家」2023-07-03 志愿服务 时长 2 小时",
    ),
    Message(
        code="attribute-of-other-subject",
        severity=Severity.ERROR,
        zh="“{attribute}”是人的属性，这份激励是给户的",
        en="“{attribute}” is an attribute of persons, and this incentive is for households",
        help_zh="改用户的属性，或按记在人上的账户给",
        help_en="use an attribute of households, or an account kept for persons",
        page_zh="按户的账户算出的激励给一户人家，不知道该看哪一个人的属性。",
        page_en="An incentive on a household account goes to a household, and nobody can say "
        "which person's "
        "attribute is meant.",
        wrong="人（党员：是否）\n资格：党员",
        right="户（低保：是否）\n资格：非 低保",
    ),
    Message(
        code="record-in-eligibility",
        severity=Severity.ERROR,
        zh="资格里没有记录，不能读记录的行为、日期和属性",
        en="eligibility is not about a record: it has no behaviour, date or attribute of one",
        help_zh="写等级、积分、判定、户或人的属性，或：本年 没有 …",
        help_en="write a grade, points, a flag, an attribute of the subject, or 本年 没有 …",
        page_zh="资格在报价的那一天看一户的情况，那时没有哪一条记录可以读。"
        "要看有没有做过某件事，写“本年 没有 …”。",
        page_en="Eligibility looks at a household on the day of the quote; there is no record "
        "to read. "
        "To ask whether something was done, write 本年 没有 ….",
        wrong="资格：行为 是 志愿服务",
        right="资格：本年 没有 乱倒垃圾",
    ),
    Message(
        code="grade-in-clause",
        severity=Severity.ERROR,
        zh="条款里不能看当天的等级和积分，只能看过完了的日子的",
        en="a clause cannot read grades or points of the day itself, only of days that are over",
        help_zh="写明是哪一天的：星级 上年末 不低于 四星、积分 前一日 余额 ≥ 100 分；或改用判定",
        help_en="say of which day: 星级 上年末 不低于 四星, 积分 前一日 余额 ≥ 100 分; "
        "or use a flag",
        page_zh="积分由条款算出来。条款再去看积分，先算哪一条就会改变结果，谁也说不清。",
        page_en="Points come out of the clauses. A clause that reads points would make the "
        "result depend on "
        "which clause is taken first, and nobody could explain it.",
        wrong="当 行为 是 志愿服务 且 星级 不低于 三星 时 每次 加 2 分",
        right="当 行为 是 志愿服务 且 星级 上年末 不低于 三星 时 每次 加 2 分",
    ),
    Message(
        code="not-a-level",
        severity=Severity.ERROR,
        zh="等级“{grade}”没有这一级",
        en="the grade “{grade}” has no such level",
        help_zh="写等级里列出的名称",
        help_en="write one of the levels that the grade lists",
        page_zh="等级只能和它自己的各级比较，比如“星级 不低于 三星”。",
        page_en="A grade is compared with its own levels, as in “星级 不低于 三星”.",
        wrong="资格：星级 不低于 100 分",
        right="资格：星级 不低于 三星",
        offer=Offer.ALLOWED,
    ),
    Message(
        code="none-without-period",
        severity=Severity.ERROR,
        zh="没有写在多长时间里没有“{behaviour}”",
        en="it is not said during which time there is no “{behaviour}”",
        help_zh="写：本年 没有 {behaviour}，或：本月 没有 {behaviour}",
        help_en="write 本年 没有 {behaviour}, or 本月 没有 {behaviour}",
        page_zh="“没有乱倒垃圾”是今年没有，还是从来没有？写明期间，老账才不会算到今年头上。",
        page_en="No littering this year, or never at all? With a period, an old matter does not "
        "count against "
        "a household for good.",
        wrong="当 行为 是 志愿服务 且 没有 乱倒垃圾 时 每次 加 2 分",
        right="当 行为 是 志愿服务 且 本年 没有 乱倒垃圾 时 每次 加 2 分",
    ),
    Message(
        code="period-of-flag",
        severity=Severity.ERROR,
        zh="判定“{flag}”自己有期限，前面不写期间",
        en="the flag “{flag}” has an end of its own, so no period stands before it",
        help_zh="写：没有 {flag}",
        help_en="write 没有 {flag}",
        page_zh="判定在开始和结束之间有效，“没有 取消评优”就是这一天没有生效的判定。",
        page_en="A flag holds from its opening to its end; 没有 取消评优 says that it is not "
        "open on that day.",
        wrong="资格：本年 没有 取消评优",
        right="资格：没有 取消评优",
    ),
    Message(
        code="not-a-date-attribute",
        severity=Severity.ERROR,
        zh="属性“{attribute}”不是日期，不能和日期比早晚",
        en="the attribute “{attribute}” is no date and cannot be compared with one",
        help_zh="写两个日期，如：办结日 不晚于 期限，或：答复日 不晚于 发生日期 后 7 天",
        help_en="write two dates, as in 办结日 不晚于 期限 or 答复日 不晚于 发生日期 后 7 天",
        page_zh="比早晚的两边都是日期：词表里登记为“日期”的属性，或者发生日期。"
        "“后 7 天”从那天起数 7 天，当天不算。",
        page_en="Both sides are dates: attributes declared as 日期, or the date of occurrence. "
        "后 7 天 is seven days later, the day itself not counted.",
        wrong="当 行为 是 交办 且 办结日 不晚于 事项 后 7 天 时 每次 加 2 分",
        right="当 行为 是 交办 且 办结日 不晚于 期限 时 每次 加 2 分",
        labels=(LabelText("declared", "在这里登记", "declared here"),),
    ),
    Message(
        code="date-of-condition",
        severity=Severity.ERROR,
        zh="条件只能看发生日期",
        en="conditions read the date of occurrence only",
        help_zh="写：发生日期",
        help_en="write 发生日期",
        page_zh="一件事符合不符合条款，看它发生的那一天。"
        "审核、登记的早晚只决定记在哪一期（评议里写明），"
        "不决定给不给分。",
        page_en="Whether an act meets a clause depends on the day it happened. When it was "
        "reviewed or "
        "entered may decide the period (评议 says so), never whether it scores.",
        wrong="当 行为 是 志愿服务 且 登记日期 ≥ 2023-07-01 时 每次 加 2 分",
        right="当 行为 是 志愿服务 且 发生日期 ≥ 2023-07-01 时 每次 加 2 分",
    ),
)
