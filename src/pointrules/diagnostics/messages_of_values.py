"""Messages about units, attributes, tables, bands and rounding."""

from pointrules.diagnostics.diagnostic import Severity
from pointrules.diagnostics.message import LabelText, Message, Offer

_FIRST = LabelText("first", "第一次在这里", "first here")
_DECLARED = LabelText("declared", "在这里声明", "declared here")

MESSAGES_OF_VALUES = (
    Message(
        code="unit-clash",
        severity=Severity.ERROR,
        zh="单位是“{found}”，这里要用“{wanted}”",
        en="the unit is “{found}”, but “{wanted}” belongs here",
        help_zh="改成“{wanted}”，或换一个属性",
        help_en="use “{wanted}”, or another attribute",
        page_zh="小时和次、元和分不能互相换算，放在一起比较或相加没有意义。同类单位（元和万元、"
        "小时和分钟）会自动换算。",
        page_en="Hours and times, or yuan and points, do not convert and cannot be compared or "
        "added. Units of one kind (元 and 万元, 小时 and 分钟) convert by themselves.",
        wrong="词表\n  行为 志愿服务（时长：小时）\n条款 1\n"
        "  志愿服务 的，每满 1 次 加 2 分，每年最多加 80 分",
        right="词表\n  行为 志愿服务（时长：小时）\n条款 1\n"
        "  志愿服务 的，每满 1 小时 加 2 分，每年最多加 80 分",
        labels=(_DECLARED,),
    ),
    Message(
        code="value-not-of-attribute",
        severity=Severity.ERROR,
        zh="“{attribute}”没有“{value}”这个取值",
        en="“{value}” is no value of “{attribute}”",
        help_zh="改成词表里列出的取值，或在词表里补上",
        help_en="use a value from the vocabulary, or add this one there",
        page_zh="词表列出了这个属性的全部取值。写了列表外的取值，条款永远碰不上，村民的分就漏了。",
        page_en="The vocabulary lists all values of the attribute. A clause with another value "
        "would never match, and villagers would miss their points.",
        wrong="词表\n  行为 卫生检查（等次：优秀、合格）\n条款 1\n"
        "  卫生检查 等次 良好 的，每次 加 3 分，每年最多加 30 分",
        right="词表\n  行为 卫生检查（等次：优秀、合格）\n条款 1\n"
        "  卫生检查 等次 合格 的，每次 加 3 分，每年最多加 30 分",
        labels=(_DECLARED,),
        offer=Offer.ALLOWED,
    ),
    Message(
        code="attribute-not-of-behaviour",
        severity=Severity.ERROR,
        zh="行为“{behaviour}”没有属性“{attribute}”",
        en="the behaviour “{behaviour}” has no attribute “{attribute}”",
        help_zh="在词表里给这个行为加上属性，或换一个属性",
        help_en="give the behaviour this attribute in the vocabulary, or use another one",
        page_zh="记录一个行为时，只登记词表里给它写明的属性。没有登记的内容，规则无从判断。",
        page_en="A record has the attributes that the vocabulary gives its behaviour. A rule "
        "cannot judge by what nobody records.",
        wrong="词表\n  行为 捐款（金额：元）\n条款 1\n"
        "  捐款 的，每满 1 小时 加 2 分，每年最多加 40 分",
        right="词表\n  行为 捐款（金额：元）\n条款 1\n"
        "  捐款 的，每满 100 元 加 1 分，每年最多加 40 分",
        labels=(_DECLARED,),
        offer=Offer.ALLOWED,
    ),
    Message(
        code="which-attribute",
        severity=Severity.ERROR,
        zh="行为“{behaviour}”有几个以“{unit}”为单位的属性",
        en="the behaviour “{behaviour}” has several attributes in “{unit}”",
        help_zh="改用条件写明按哪一个属性，或给属性换单位",
        help_en="name the attribute in a condition, or give the attributes different units",
        page_zh="“每满 1 小时”靠单位找到属性。有两个属性用同一个单位，就不知道按哪一个算。",
        page_en="每满 1 小时 finds its attribute by the unit. With two attributes in one unit it "
        "is not clear which counts.",
        wrong="行为 志愿服务（时长：小时；路程：小时）",
        right="行为 志愿服务（时长：小时；路程：公里）",
        offer=Offer.ALLOWED,
    ),
    Message(
        code="not-a-number-attribute",
        severity=Severity.ERROR,
        zh="属性“{attribute}”不是数，不能比大小",
        en="the attribute “{attribute}” is no number and cannot be compared with one",
        help_zh="用“是”或直接写取值，如：等次 优秀",
        help_en="use 是, or write the value itself, as in 等次 优秀",
        page_zh="只有带单位的属性（时长、金额、年龄）能比大小、能按数量计分。"
        "列举的取值和文本只能说是或不是。",
        page_en="Only attributes with a unit (hours, money, age) compare or score by quantity. "
        "Listed values and texts are equal or not.",
        wrong="当 行为 是 卫生检查 且 等次 ≥ 2 次 时 每次 加 5 分",
        right="当 行为 是 卫生检查 且 等次 是 优秀 时 每次 加 5 分",
        labels=(_DECLARED,),
    ),
    Message(
        code="not-an-enumerated-attribute",
        severity=Severity.ERROR,
        zh="属性“{attribute}”没有列出取值，不能按它列表",
        en="the attribute “{attribute}” has no listed values to make a table of",
        help_zh="在词表里列出取值，或改为按数量计分",
        help_en="list its values in the vocabulary, or score by quantity",
        page_zh="“按 级别 加”要给每个取值一个分值，所以取值要列在词表里。文本和数没有这样的列表。",
        page_en="按 级别 加 gives points for each value, so all values are listed in the "
        "vocabulary. Texts and numbers have no such list.",
        wrong="行为 表彰（级别：文本）",
        right="行为 表彰（级别：国家级、省级、市级）",
        labels=(_DECLARED,),
    ),
    Message(
        code="not-a-yes-no-attribute",
        severity=Severity.ERROR,
        zh="属性“{attribute}”不是“是否”，不能单独作条件",
        en="the attribute “{attribute}” is not yes or no and cannot stand alone as a condition",
        help_zh="写明它是什么，如：{attribute} 是 …",
        help_en="say what it is, as in {attribute} 是 …",
        page_zh="“低保”这样的是否属性可以单独写成条件。别的属性要写明等于什么、大于什么。",
        page_en="A yes-or-no attribute such as 低保 may stand alone. Others say what they equal or "
        "exceed.",
        wrong="当 行为 是 志愿服务 且 片区 时 每次 加 2 分",
        right="当 行为 是 志愿服务 且 片区 是 一组 时 每次 加 2 分",
        labels=(_DECLARED,),
    ),
    Message(
        code="single-value-enumeration",
        severity=Severity.ERROR,
        zh="属性“{name}”只有一个取值“{value}”",
        en="the attribute “{name}” has the single value “{value}”",
        help_zh="补上其他取值；如果它是单位，先声明：单位 {value}；如果随便填写，写：文本",
        help_en="list the other values; a unit is declared first, 单位 {value}; free words: 文本",
        page_zh="只有一个取值的属性分不出情况，多半是把没有声明的单位或类型写在了这里。",
        page_en="An attribute of one value tells nothing apart. Most likely it is a unit that was "
        "not declared.",
        wrong="行为 植树（数量：株）",
        right="单位 株\n行为 植树（数量：株）",
    ),
    Message(
        code="table-cell-missing",
        severity=Severity.ERROR,
        zh="表里没有写：{cells}",
        en="the table says nothing for: {cells}",
        help_zh="补上分值，或写：其余 不加分",
        help_en="add their points, or write 其余 不加分",
        page_zh="属性的每个取值都要有分值，漏写的不会当作 0 分。确实不给分的，写明“其余 不加分”。",
        page_en="Each value of the attribute has its points; one that is left out is not taken for "
        "0. Where none are given, say 其余 不加分.",
        wrong="表彰 的，按 级别 加：国家级 100 分，省级 60 分",
        right="表彰 的，按 级别 加：国家级 100 分，省级 60 分，其余 不加分",
    ),
    Message(
        code="table-cell-twice",
        severity=Severity.ERROR,
        zh="“{cell}”在表里写了两次",
        en="“{cell}” stands twice in the table",
        help_zh="留下正确的一处",
        help_en="keep the right one",
        page_zh="同一个取值写了两个分值，就不知道给哪一个。",
        page_en="With two amounts for one value nobody knows which is given.",
        wrong="按 级别 加：省级 60 分，市级 30 分，省级 50 分",
        right="按 级别 加：省级 60 分，市级 30 分",
        labels=(_FIRST,),
    ),
    Message(
        code="bands-not-rising",
        severity=Severity.ERROR,
        zh="“{lower}”这一档没有排在它该在的位置",
        en="the band at {lower} is out of order",
        help_zh="各档按从高到低或从低到高排列",
        help_en="put the bands in order, falling or rising",
        page_zh="分档要按顺序写，一眼能看出一户在哪一档。顺序乱了，往往是写错了一个数。",
        page_en="Bands are written in order, so that one sees at once where a household is. Out of "
        "order there is usually a wrong number.",
        wrong="超过 160 分 五星；超过 120 分 三星；超过 140 分 四星；其余 二星",
        right="超过 160 分 五星；超过 140 分 四星；超过 120 分 三星；其余 二星",
    ),
    Message(
        code="band-twice",
        severity=Severity.ERROR,
        zh="“{number}”这一档写了两次",
        en="the band at {number} stands twice",
        help_zh="改正其中一档的数",
        help_en="correct the number of one of them",
        page_zh="两档从同一个数开始，就不知道算哪一档。",
        page_en="Two bands begin at one number, and nobody knows which one holds.",
        wrong="120 分以上 三星；120 分以上 四星；其余 二星",
        right="120 分以上 三星；140 分以上 四星；其余 二星",
        labels=(_FIRST,),
    ),
    Message(
        code="band-without-start",
        severity=Severity.ERROR,
        zh="分档要写从多少起，不能写到多少为止",
        en="a band says where it begins, not where it ends",
        help_zh="写“120 分以上”“超过 120 分”或“120 分起”",
        help_en="write 120 分以上, 超过 120 分 or 120 分起",
        page_zh="每一档从一个数开始，到下一档为止；最低的一档写“其余”。"
        "只写上界的档和别的档会重叠。",
        page_en="Each band begins at a number and goes on to the next; the lowest is 其余. Bands "
        "that give only their end overlap with others.",
        wrong="120 分以下 二星；120 分以上 三星",
        right="120 分以上 三星；其余 二星",
    ),
    Message(
        code="range-reversed",
        severity=Severity.ERROR,
        zh="范围从 {first} 到 {last}，前大后小",
        en="the range from {first} to {last} runs backwards",
        help_zh="小的写在前面：{last} 到 {first}",
        help_en="put the smaller one first: {last} to {first}",
        page_zh="酌情的范围从小写到大。倒过来写，多半是有一个数写错了。",
        page_en="A range is written from the smaller to the larger number. Reversed, one of them "
        "is likely wrong.",
        wrong="由 评议会 酌情 加 5 到 1 分",
        right="由 评议会 酌情 加 1 到 5 分",
    ),
    Message(
        code="step-not-positive",
        severity=Severity.ERROR,
        zh="“每 {number}”不能是 0",
        en="a step of {number} leads nowhere",
        help_zh="写一个大于 0 的数",
        help_en="write a number above 0",
        page_zh="“每满 0 小时加 2 分”没有意义，分会加到没有尽头。",
        page_en="Points for every 0 hours would never end.",
        wrong="志愿服务 的，每满 0 小时 加 2 分",
        right="志愿服务 的，每满 1 小时 加 2 分",
    ),
    Message(
        code="not-a-whole-number",
        severity=Severity.ERROR,
        zh="“{found}”应当是整数",
        en="“{found}” is not a whole number",
        help_zh="去掉小数部分",
        help_en="leave the decimals out",
        page_zh="人、户、次、天等是一个一个数的，没有半次半户。",
        page_en="People, households, times and days are counted one by one; there is no half of "
        "one.",
        wrong="每年最多 2.5 次",
        right="每年最多 2 次",
    ),
    Message(
        code="rounding-missing",
        severity=Severity.ERROR,
        zh="{why}可能算出零头，没有写怎样取整",
        en="{why} can leave a fraction, and no rounding is said",
        help_zh="写明：舍去到、四舍五入到或进位到 多少分；或改用“每满”",
        help_en="say 舍去到, 四舍五入到 or 进位到 how many points, or use 每满 for full steps",
        page_zh="志愿服务 100 分钟、每小时 2 分，按比例是 3.33… 分。舍去、进位还是四舍五入，"
        "各村不同，所以必须写明，不设默认。",
        page_en="100 minutes at 2 points an hour are 3.33… points in proportion. Villages cut, "
        "round up or round half up; so it is said, and nothing is a default.",
        wrong="志愿服务 的，每 1 小时 加 2 分，每年最多加 80 分",
        right="志愿服务 的，每 1 小时 加 2 分，舍去到 0.1 分，每年最多加 80 分",
        terms=("why",),
    ),
    Message(
        code="finer-than-precision",
        severity=Severity.ERROR,
        zh="“{points}”分比账户“{account}”的精度 {precision} 分还细",
        en="{points} points are finer than the precision of the account “{account}”, {precision}",
        help_zh="改成 {precision} 分的倍数，或在账户里写更细的精度",
        help_en="use a multiple of {precision}, or give the account a finer precision",
        page_zh="账户的精度是一笔流水最小的单位，没有写明时是 1 分。比它还细的分记不进去，"
        "账就对不上。",
        page_en="An account's precision is the smallest amount of an entry, 1 point where none is "
        "said. Finer points could not be entered, and the sums would not agree.",
        wrong="账户「积分」按户：1月1日 起算，期末清零\n条款 1\n  乱倒垃圾 的，每次 扣 0.5 分",
        right="账户「积分」按户：1月1日 起算，精确到 0.5 分，期末清零\n条款 1\n"
        "  乱倒垃圾 的，每次 扣 0.5 分",
        labels=(LabelText("account", "账户在这里", "the account is here"),),
    ),
    Message(
        code="negative-number",
        severity=Severity.ERROR,
        zh="“{number}”不能小于 0",
        en="“{number}” cannot be below 0",
        help_zh="写大于 0 的数；要扣分，写“扣”",
        help_en="write a number above 0; to take points away, write 扣",
        page_zh="加和扣已经说明方向，数里再带负号，就说不清是加还是扣。数量、期限也没有负的。",
        page_en="加 and 扣 already say the direction; with a minus sign nobody knows which is "
        "meant. "
        "Quantities and durations are never negative.",
        wrong="乱倒垃圾 的，每次 加 -5 分",
        right="乱倒垃圾 的，每次 扣 5 分",
    ),
    Message(
        code="no-attribute-of-unit",
        severity=Severity.ERROR,
        zh="行为“{behaviour}”没有以“{unit}”为单位的属性",
        en="the behaviour “{behaviour}” has no attribute in “{unit}”",
        help_zh="在词表里给行为加上这样的属性，或换一个单位",
        help_en="give the behaviour such an attribute in the vocabulary, or use another unit",
        page_zh="“每满 1 小时”要从记录里读出小时数。行为没有这样的属性，就没有数可算。",
        page_en="每满 1 小时 reads the hours from the record. A behaviour without such an "
        "attribute has no "
        "number to count.",
        wrong="行为 志愿服务\n志愿服务 的，每满 1 小时 加 2 分",
        right="行为 志愿服务（时长：小时）\n志愿服务 的，每满 1 小时 加 2 分",
    ),
    Message(
        code="count-without-period",
        severity=Severity.ERROR,
        zh="按次数计分，没有写在多长时间里累计",
        en="points by a number of times, but it is not said over which time they add up",
        help_zh="写：按 本年累计 次数，或：按 历年累计 次数",
        help_en="write 按 本年累计 次数, or 按 历年累计 次数",
        page_zh="一条记录总是一次。次数要在一段时间里累计才有多少。",
        page_en="One record is always one time. Times are many only over a period.",
        wrong="志愿服务 的，按 次数 达到 加：5 次起 2 分",
        right="志愿服务 的，按 本年累计 次数 达到 加：5 次起 2 分，取最高档",
    ),
    Message(
        code="rounding-without-fraction",
        severity=Severity.ERROR,
        zh="这里算不出零头，不用写取整",
        en="nothing here can give a fraction, so there is nothing to round",
        help_zh="删去取整，或把“每满”改成“每”",
        help_en="delete the rounding, or write 每 instead of 每满",
        page_zh="取整写在可能算出零头的地方。“每满”只算满的，定额也没有零头，"
        "写了取整，读的人会以为是按比例算。",
        page_en="Rounding belongs where a fraction can arise. 每满 counts full steps only and a "
        "fixed amount "
        "has none; rounding there makes a reader think of proportion.",
        wrong="志愿服务 的，每满 1 小时 加 2 分，舍去到 1 分",
        right="志愿服务 的，每 1 小时 加 2 分，舍去到 1 分",
    ),
    Message(
        code="row-without-points",
        severity=Severity.ERROR,
        zh="“{value}”这一行没有写分值",
        en="the row “{value}” has no points",
        help_zh="在后面写分值，如 5 分",
        help_en="write the points after it, as 5 分",
        page_zh="表里的每一行写一个取值和它的分值。不给分的，写 0 分，或用“其余 不加分”。",
        page_en="A row is a value and its points. What gives none has 0 分, or falls under 其余 "
        "不加分.",
        wrong="按 级别 加：国家级，省级 60 分",
        right="按 级别 加：国家级 100 分，省级 60 分",
    ),
    Message(
        code="table-of-many",
        severity=Severity.ERROR,
        zh="表最多按两个属性列",
        en="a table goes by two attributes at most",
        help_zh="把其余的属性写进条件，分成几条条款",
        help_en="put the other attributes into conditions of several clauses",
        page_zh="按三个属性列的表，没有人能对照着看。",
        page_en="Nobody can read a table by three attributes.",
        wrong="表彰 的，按 级别、名次、年份 加：…",
        right="表彰 的，按 级别、名次 加：…",
    ),
    Message(
        code="too-many-rows",
        severity=Severity.ERROR,
        zh="表的行数超过 {limit}",
        en="the table has more than {limit} rows",
        help_zh="改用“其余”，或换一种写法",
        help_en="use 其余, or say it in another way",
        page_zh="村里的表只有几行到几十行。行数这么多，多半是把记录抄进了细则。",
        page_en="A village's table has some rows or some tens. So many are likely records that "
        "were copied "
        "into the ruleset.",
        wrong="按 姓名 加：张三 1 分，李四 1 分，…",
        right="志愿服务 的，每次 加 1 分，每年最多加 20 分",
    ),
)
