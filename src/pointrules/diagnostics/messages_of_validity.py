"""Messages about how long entries are valid."""

from pointrules.diagnostics.diagnostic import Severity
from pointrules.diagnostics.message import LabelText, Message

_DECLARED = LabelText("declared", "在这里登记", "declared here")

MESSAGES_OF_VALIDITY = (
    Message(
        code="validity-row-stray",
        severity=Severity.ERROR,
        zh="这一行不是前面的有效期里的",
        en="this row does not belong to the validity before it",
        help_zh="按级别的写取值和年限，按分值的写几分以上和年限，前面先写：有效期 按 级别：…，"
        "或：有效期：…",
        help_en="write 有效期 按 级别： and values, or 有效期： and bounds in points, each "
        "with a length",
        page_zh="有效期可以一样长，可以按一个列举的属性（国家级 5 年），"
        "也可以按一笔分的大小（10 分以上 "
        "2 年）。两种不能混在一起，行要跟在它后面。",
        page_en="A validity is the same for all, or goes by a listed attribute, or by the size of "
        "the entry. The last two cannot be mixed, and their rows follow them.",
        wrong="有效期 按 级别：国家级 5 年，10 分以上 2 年",
        right="有效期 按 级别：国家级 5 年，其余 1 年",
    ),
    Message(
        code="validity-level-missing",
        severity=Severity.ERROR,
        zh="没有写这些的有效期：{levels}",
        en="no validity is given for {levels}",
        help_zh="一个一个写上，或用“其余 1 年”“其余 长期有效”",
        help_en="give one for each, or write 其余 1 年 or 其余 长期有效",
        page_zh="每个取值都要有年限，不然那样的一笔分什么时候到期没有答案。",
        page_en="Every value needs a length, or nobody can say when such an entry lapses.",
        wrong="有效期 按 级别：国家级 5 年，省级 3 年",
        right="有效期 按 级别：国家级 5 年，省级 3 年，其余 1 年",
    ),
    Message(
        code="validity-otherwise-missing",
        severity=Severity.ERROR,
        zh="没有写其余的有效期多长",
        en="how long the others are valid is not said",
        help_zh="最后写：其余 1 年，或：其余 长期有效",
        help_en="end with 其余 1 年 or 其余 长期有效",
        page_zh="按分值大小定有效期的，分值小的那些也要有年限。",
        page_en="Where the size of an entry decides, the smaller ones need a length too.",
        wrong="有效期：10 分以上 2 年",
        right="有效期：10 分以上 2 年，其余 1 年",
    ),
    Message(
        code="validity-level-of-account",
        severity=Severity.ERROR,
        zh="账户和结算没有记录的级别，不能按属性定有效期",
        en="accounts and settlements know no attributes of records",
        help_zh="写到条款或类别里；账户里可以写：有效期 1 年，或按分值：有效期：10 分以上 2 "
        "年，其余 1 年",
        help_en="say it in the clauses or their category; an account may say 有效期 1 年, or "
        "by points",
        page_zh="一个账户记着许多行为的分，不是每种都有级别。哪些条款按级别，写在条款或类别里；"
        "账户的有效期管没有另写的。",
        page_en="An account holds the points of many behaviours, not all of which have levels. "
        "Clauses or categories say theirs; the account's holds for all others.",
        wrong="账户「荣誉积分」按户：长期累积，有效期 按 级别：国家级 5 年，其余 1 年",
        right="类别「表彰」：记入 荣誉积分；有效期 按 级别：国家级 5 年，其余 1 年",
    ),
    Message(
        code="validity-level-of-settlement",
        severity=Severity.ERROR,
        zh="结算没有记录，也就没有级别，这样的有效期对它没有答案",
        en="a settlement has no record with a level, so this validity has no answer for it",
        help_zh="在结算的条款里写它自己的有效期，如：有效期 1 年，或：长期有效",
        help_en="give the settlement a validity of its own, as 有效期 1 年 or 长期有效",
        page_zh="类别里按级别定有效期，管类别里的记录。结算的分不是从一条记录来的，要另写。",
        page_en="A validity by levels rules the records of a category. What a settlement gives "
        "comes from no one record, so it says its own.",
        wrong="类别「荣誉」：有效期 按 级别：…\n条款 2 归入 荣誉 每年 结算：…，加 10 分。",
        right="类别「荣誉」：有效期 按 级别：…\n条款 2 归入 荣誉 每年 结算：…，加 10 分，"
        "有效期 1 年。",
        labels=(LabelText("settlement", "这一条是结算", "this is a settlement"),),
    ),
    Message(
        code="validity-clock-not-a-date",
        severity=Severity.ERROR,
        zh="“{attribute}”不是日期，有效期不能从它算起",
        en="“{attribute}” is no date that a validity could run from",
        help_zh="用一个日期属性，如：行为 违建（拆除日期：日期，可不填）",
        help_en="name an attribute of type 日期, as 行为 违建（拆除日期：日期，可不填）",
        page_zh="一直持续的行为，从它结束那天起算有效期；结束的日子记在记录的一个日期属性里。",
        page_en="An act that goes on is valid from the day it ends, which a record has as a date.",
        wrong="违建 的，扣 20 分，有效期 1 年，自 面积 之日起",
        right="违建 的，扣 20 分，有效期 1 年，自 拆除日期 之日起",
        labels=(_DECLARED,),
    ),
    Message(
        code="validity-clock-without-validity",
        severity=Severity.ERROR,
        zh="写了从哪天起，没有写有效期多长",
        en="it says from when, and nothing says for how long",
        help_zh="写：有效期 1 年，自 … 之日起；或把有效期写在类别或账户里",
        help_en="write 有效期 1 年，自 … 之日起, or give the category or the account a validity",
        page_zh="“自 … 之日起”说有效期从哪天算起，多长要另写，可以写在条款、类别或账户里。",
        page_en="自 … 之日起 says from when a validity runs; how long is said by clause, category "
        "or account.",
        wrong="违建 的，扣 20 分，自 拆除日期 之日起",
        right="违建 的，扣 20 分，有效期 1 年，自 拆除日期 之日起",
    ),
    Message(
        code="validity-window-unclear",
        severity=Severity.ERROR,
        zh="第 {clause} 条写“有效期内”，可是没有一个说得清的有效期",
        en="clause {clause} says 有效期内, and there is no one validity that it could mean",
        help_zh="在条款里写有效期，如：有效期 1 年；有效期内 第 2 次起 加倍",
        help_en="give the clause a validity, as 有效期 1 年；有效期内 第 2 次起 加倍",
        page_zh="“有效期内 第 2 次起”数的是那天还有效的前几次，所以这条的分要有有效期；"
        "记入几个账户、各账户有效期不同的，也要在条款里写明一个。",
        page_en="有效期内 第 2 次起 counts the earlier times that are still valid on the day, "
        "so the "
        "points of the clause need a validity, and one that does not differ by account.",
        wrong="赌博 的，每次 扣 30 分；有效期内 第 2 次起 加倍",
        right="赌博 的，每次 扣 30 分，有效期 1 年；有效期内 第 2 次起 加倍",
    ),
    Message(
        code="validity-in-closing-account",
        severity=Severity.ERROR,
        zh="有有效期的分记入账户“{account}”，而它{why}",
        en="points with a validity enter the account “{account}”, which {why}",
        help_zh="记入长期累积或期末全部结转的账户，或在条款里写：长期有效",
        help_en="enter an account kept for good or carried in full, or write 长期有效 in the "
        "clause",
        page_zh="+10 分，期末清零 −10 分，到期又 −10 分，平白欠了 10 分。"
        "所以到期的分只能记在不清零、"
        "不补平、不封顶、不兑换的账户里。",
        page_en="+10, reset −10, lapsed −10 leaves −10 out of nothing. So points that lapse enter "
        "accounts that are neither reset nor spent from, raised, lowered or bounded.",
        wrong="账户「积分」按户：1月1日 起算，期末清零，有效期 1 年",
        right="账户「积分」按户：长期累积，有效期 1 年",
        labels=(LabelText("account", "这个账户", "this account"),),
        terms=("why",),
    ),
)
