"""Messages about how a ruleset is written."""

from pointrules.diagnostics.diagnostic import Severity
from pointrules.diagnostics.message import LabelText, Message, Offer

MESSAGES_OF_SYNTAX = (
    Message(
        code="unexpected-text",
        severity=Severity.ERROR,
        zh="“{found}”不能写在这里",
        en="“{found}” cannot stand here",
        help_zh="对照同类条款的写法",
        help_en="compare it with a clause of the same kind",
        page_zh="读到这里，前面的话还没说完，或者已经说完了，接不上这个词。常见的原因是漏了“的，”，"
        "或者漏了单位、逗号。",
        page_en="What stands before does not go on with this word. Often 的 and a comma, a unit or "
        "a comma is missing.",
        wrong="条款 1\n  乱倒垃圾 每次 扣 5 分",
        right="条款 1\n  乱倒垃圾 的，每次 扣 5 分",
        offer=Offer.ALLOWED,
    ),
    Message(
        code="unfinished",
        severity=Severity.ERROR,
        zh="这一段没有写完",
        en="this block is not finished",
        help_zh="把后半句补上",
        help_en="write the rest of the sentence",
        page_zh="一段到下一个开头词（条款、账户、等级等）为止，到那里话还没有说完。"
        "不完整的条款不会计分。",
        page_en="A block goes on to the next head word (clause, account, grade …), and there its "
        "sentence is not complete. A clause that is not complete scores nothing.",
        wrong="条款 1\n  乱倒垃圾 的，每次 扣",
        right="条款 1\n  乱倒垃圾 的，每次 扣 5 分",
        offer=Offer.ALLOWED,
    ),
    Message(
        code="unclosed-quote",
        severity=Severity.ERROR,
        zh="引号“{found}”没有另一半",
        en="the quote “{found}” is not closed",
        help_zh="在同一行补上后引号；长文字可以分几行，每行各用一对引号",
        help_en="close it on the same line; a long text may be several quoted pieces, one a line",
        page_zh="引号里的文字要在同一行结束，否则后面的话都会被当成引文。",
        page_en="A quoted text ends on its own line; otherwise the rules after it would be taken "
        "for text.",
        wrong="账户「积分 按户：1月1日 起算，期末清零",
        right="账户「积分」按户：1月1日 起算，期末清零",
    ),
    Message(
        code="text-before-first-block",
        severity=Severity.ERROR,
        zh="“{found}”不属于任何一段",
        en="“{found}” belongs to no block",
        help_zh="说明文字前面加 #；正文从“细则「…」”开始",
        help_en="put # before a remark; rules begin with 细则「…」",
        page_zh="文件的第一段之前只能有空行和 # 开头的说明。写在那里的话不知道归谁。",
        page_en="Before the first block only empty lines and remarks after # may stand. A rule "
        "written there belongs to nothing.",
        wrong="友谊村的规则\n细则「友谊村积分管理细则」",
        right="# 友谊村的规则\n细则「友谊村积分管理细则」",
    ),
    Message(
        code="unknown-head",
        severity=Severity.ERROR,
        zh="“{found}”不是段落的开头词",
        en="“{found}” begins no block",
        help_zh="开头词有：细则、年度、词表、参数、账户、类别、同组、条款、评议、等级、榜单、激励、例",
        help_en="blocks begin with 细则 年度 词表 参数 账户 类别 同组 条款 评议 等级 榜单 激励 例, "
        "or the English words",
        page_zh="每一段以固定的开头词开始，比如“条款 3.1”“账户「积分」”。写错了开头词，"
        "整段都读不出来。",
        page_en="Each block begins with one of a few words, as in 条款 3.1 or 账户「积分」. With "
        "another word the whole block cannot be read.",
        wrong="条例 3.1\n  卫生检查 的，每次 加 5 分",
        right="条款 3.1\n  卫生检查 的，每次 加 5 分",
        offer=Offer.MEANT,
    ),
    Message(
        code="unknown-keyword",
        severity=Severity.ERROR,
        zh="没有“{found}”这个写法",
        en="“{found}” is no word of the language",
        help_zh="换成固定的写法，或者给名称加引号",
        help_en="use one of the fixed words, or quote a name",
        page_zh="这里要写一个固定的词（如“每月”“最多”“取最高”），现在的词和它差一点。写法固定，"
        "大家读到的意思才一样。",
        page_en="A fixed word such as 每月, 最多 or 取最高 belongs here, and what stands here is "
        "nearly one. Fixed words make everybody read the same.",
        wrong="每月最大加 12 分",
        right="每月最多加 12 分",
        offer=Offer.MEANT,
    ),
    Message(
        code="word-missing",
        severity=Severity.ERROR,
        zh="“{found}”前面少了“{missing}”",
        en="“{missing}” is missing before “{found}”",
        help_zh="补上“{missing}”",
        help_en="write “{missing}” there",
        page_zh="一句话里少了一个必要的词或标点，补上这一个就能读通。写全了，大家读到的意思才一样。",
        page_en="One word or sign that the sentence needs is left out; with it the sentence can be "
        "read.",
        wrong="条款 1\n  卫生检查 等次 优秀 每次 加 5 分，不设上限",
        right="条款 1\n  卫生检查 等次 优秀 的，每次 加 5 分，不设上限",
    ),
    Message(
        code="thousands-comma",
        severity=Severity.ERROR,
        zh="“{found}”里的逗号会把数断开",
        en="the comma in “{found}” splits the number",
        help_zh="写成 {meant}",
        help_en="write {meant}",
        page_zh="逗号用来分开两部分内容，1,000 会被看成 1 和 000。数里不要写千位逗号。",
        page_en="A comma parts two pieces, so 1,000 would be 1 and 000. Write numbers without it.",
        wrong="捐款 的，每 1,000 元 加 1 分",
        right="捐款 的，每 1000 元 加 1 分",
    ),
    Message(
        code="ambiguous-numeral",
        severity=Severity.ERROR,
        zh="“{found}”可以读成 {first}，也可以读成 {second}",
        en="“{found}” can be read as {first} or as {second}",
        help_zh="改用阿拉伯数字：{first} 或 {second}",
        help_en="write it in digits: {first} or {second}",
        page_zh="口语里“三百五”是 350，照字面却是 305；“四五”是四到五，还是四十五？"
        "村民和银行要读出同一个数，所以请用数字写明。",
        page_en="In speech 三百五 is 350, by the letter it is 305; 四五 is four or five, or 45. A "
        "villager and a bank must read the same number, so write digits.",
        wrong="乱倒垃圾 的，每次 扣 四五 分",
        right="乱倒垃圾 的，每次 扣 4 分",
    ),
    Message(
        code="leading-zero",
        severity=Severity.ERROR,
        zh="“{found}”以 0 开头",
        en="“{found}” begins with 0",
        help_zh="写成 {meant}；如果数字写颠倒了，改过来",
        help_en="write {meant}, or put the digits in their right order",
        page_zh="20 分写颠倒了就成了 02 分，读起来却是 2 分。"
        "以 0 开头的数多半是写错了，不会当作没看见。",
        page_en="20 分 with its digits swapped is 02 分, which would be read as 2. A number that "
        "begins with 0 is most likely a slip, and not passed over.",
        wrong="卫生检查 的，每次 加 02 分，每月最多加 12 分",
        right="卫生检查 的，每次 加 2 分，每月最多加 12 分",
    ),
    Message(
        code="bad-numeral",
        severity=Severity.ERROR,
        zh="“{found}”不是一个写得通的数",
        en="“{found}” is no number that can be read",
        help_zh="改用阿拉伯数字",
        help_en="write it in digits",
        page_zh="中文数字要写得完整，如五、十二、一百零五。写不通的数不会猜。",
        page_en="Chinese numerals are read strictly, as 五, 十二 or 一百零五. What is no number is "
        "not guessed at.",
        wrong="乱倒垃圾 的，每次 扣 十百 分",
        right="乱倒垃圾 的，每次 扣 10 分",
    ),
    Message(
        code="bad-date",
        severity=Severity.ERROR,
        zh="“{found}”不是一个真实的日期",
        en="“{found}” is not a real date",
        help_zh="日期写成 2023-06-01 或 2023年6月1日",
        help_en="write dates as 2023-06-01 or 2023年6月1日",
        page_zh="日历上没有这一天，比如 2 月 30 日；每年都用的月日不能是 2 月 29 日，"
        "因为多数年份没有这一天。",
        page_en="The calendar has no such day, as with 30 February. A day of every year cannot be "
        "29 February, which most years lack.",
        wrong="版本 2023.1，自 2023-02-30 起施行",
        right="版本 2023.1，自 2023-03-01 起施行",
    ),
    Message(
        code="bare-before",
        severity=Severity.ERROR,
        zh="“{found}”没说含不含那一天",
        en="“{found}” does not say whether the day itself is in",
        help_zh="含那天写：截至 {day}；不含写：截至 {day_before}",
        help_en="with the day write 截至 {day}, without it 截至 {day_before}",
        page_zh="“6 月 30 日前”有人读作 30 日还来得及，有人读作 29 日为止。"
        "差的那一天，正是最多人赶着办的一天。“截至”“至”都含那一天，年份也要写。",
        page_en="Some read it with the day, some without, and the last day is when most people "
        "come. 截至 and 至 include the day; the year is written too.",
        wrong="2024-06-30 前 没有 整改验收 的，扣 10 分",
        right="截至 2024-06-30 没有 整改验收 的，扣 10 分",
    ),
    Message(
        code="unit-missing",
        severity=Severity.ERROR,
        zh="“{number}”后面没有单位",
        en="“{number}” has no unit",
        help_zh="写明单位，如 {example}",
        help_en="say which, as {example}",
        page_zh="单位总要写出来。只写“加 5”，看不出是 5 分还是 5 倍；只写“满 2”，看不出是 2 "
        "小时还是 2 次。",
        page_en="Units are always written. 加 5 could be five points or five times, 满 2 two hours "
        "or two times.",
        wrong="志愿服务 的，每满 1 加 2 分",
        right="志愿服务 的，每满 1 小时 加 2 分",
    ),
    Message(
        code="unknown-unit",
        severity=Severity.ERROR,
        zh="没有“{found}”这个单位",
        en="there is no unit “{found}”",
        help_zh="换成已有的单位，或在词表里登记：单位 {found}",
        help_en="use a known unit, or declare it in the vocabulary: 单位 {found}",
        page_zh="常用单位不用登记：分、次、元、万元、小时、天、人、户、亩、公斤等。"
        "其他计数的单位要先在词表里登记。",
        page_en="Common units (分 次 元 万元 小时 天 人 户 亩 公斤 …) are known. Declare others, "
        "for things to count, in the vocabulary.",
        wrong="词表\n  行为 植树（数量：颗）",
        right="词表\n  行为 植树（数量：棵）",
        offer=Offer.MEANT,
    ),
    Message(
        code="percent-for-cut",
        severity=Severity.ERROR,
        zh="降息写成“{found}”，说不清降多少",
        en="a rate cut of “{found}” can be read in two ways",
        help_zh="写成百分点或基点，如 0.1 个百分点、10 个基点",
        help_en="write percentage points or basis points: 0.1 个百分点, 10 基点",
        page_zh="利率 5% 降 10%，可以是降到 4.5%，也可以是减去 10 个百分点。"
        "说“个百分点”就只有一种意思。",
        page_en="5 % less 10 % may be 4.5 %, or ten percentage points less. 个百分点 (percentage "
        "points) means one thing only.",
        wrong="每 100 分 降 0.1%",
        right="每 100 分 降 0.1 个百分点",
    ),
    Message(
        code="block-twice",
        severity=Severity.ERROR,
        zh="“{found}”这一段写了两次",
        en="the block “{found}” stands twice",
        help_zh="合成一段，或删去一段",
        help_en="join the two, or delete one",
        page_zh="一版细则里，细则、年度、评议各只能有一段。写了两段，就不知道听哪一段的。",
        page_en="An edition has one 细则, one 年度 and one 评议. With two, nobody knows which one "
        "holds.",
        wrong="年度 自 1月1日 起\n年度 自 7月1日 起",
        right="年度 自 1月1日 起",
        labels=(LabelText("first", "第一次在这里", "first here"),),
    ),
)
