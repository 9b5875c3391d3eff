"""What can be wrong with who gets it (计给), by role or account, and for how many (乘)."""

from pointrules.diagnostics.diagnostic import Severity
from pointrules.diagnostics.message import LabelText, Message

_FIRST = LabelText("first", "第一处在这里", "the first one is here")

MESSAGES_OF_BENEFICIARIES: tuple[Message, ...] = (
    Message(
        code="beneficiary-missing",
        severity=Severity.ERROR,
        zh="账户“{account}”与别的账户一起记，没有写计给谁",
        en="the account “{account}” is entered beside others, and it is not said who gets it",
        help_zh="写：计给 本户、本组，或只记入一种账户",
        help_en="say 计给 本户、本组, or enter accounts of one kind only",
        page_zh="一条记录写的是一户、一人或一个组。同一条既记户的分又记组的分，"
        "要写明组的那一份从哪里来：“计给 本户、本组”就是记到这一户和它所在的组。",
        page_en="A record names one household, person or group. A clause that enters accounts of a "
        "household and of a group says where the group's share comes from: 计给 本户、本组 is "
        "this household and the group that it belongs to.",
        wrong="志愿服务 的，每次 加 5 分，记入 积分、小组分，不设上限",
        right="志愿服务 的，每次 加 5 分，记入 积分、小组分，计给 本户、本组，不设上限",
    ),
    Message(
        code="beneficiary-twice",
        severity=Severity.ERROR,
        zh="计给里把同一个人写了两次",
        en="the same beneficiary stands twice",
        help_zh="删去一次",
        help_en="delete one",
        page_zh="计给后面每人写一次，一个人只得一份。",
        page_en="Everyone after 计给 stands once and gets it once.",
        wrong="志愿服务 的，每次 加 5 分，计给 户主、户主，不设上限",
        right="志愿服务 的，每次 加 5 分，计给 户主、配偶，不设上限",
        labels=(_FIRST,),
    ),
    Message(
        code="beneficiary-without-account",
        severity=Severity.ERROR,
        zh="计给的是{kind}，这一条却没有记入按{kind}的账户",
        en="a {kind} is to get it, but the clause enters no account kept by {kind}",
        help_zh="记入这种账户，或改写计给谁",
        help_en="enter such an account, or name another beneficiary",
        page_zh="本户的分记入按户的账户，本组的分记入按组的账户。户的分不会分到个人：要给个人，"
        "写 计给 户主 或 计给 本人。个人的分可以记入按户的账户，算在他所在的户。",
        page_en="What a household gets enters an account kept by household, what a group gets one "
        "kept by group. A household's points are not shared out to persons: write 计给 户主 or "
        "计给 本人 for that. A person's points may enter the account of the person's household.",
        wrong="账户「个人分」按人：长期累积\n…\n"
        "  志愿服务 的，每次 加 5 分，记入 个人分，计给 本户，不设上限",
        right="  志愿服务 的，每次 加 5 分，记入 个人分，计给 户主，不设上限",
        terms=("kind",),
    ),
    Message(
        code="account-without-beneficiary",
        severity=Severity.ERROR,
        zh="账户“{account}”按{kind}记分，计给里没有{kind}",
        en="the account “{account}” is kept by {kind}, and no {kind} is among the beneficiaries",
        help_zh="在计给里补上，或不记入这个账户",
        help_en="add one after 计给, or do not enter this account",
        page_zh="写了计给，就只有写到的得分。记入的每个账户都要有人得分，否则它永远是空的。",
        page_en="After 计给 only those named get points. Every account that the clause enters "
        "needs somebody, or it stays empty for good.",
        wrong="志愿服务 的，每次 加 5 分，记入 积分、小组分，计给 本户，不设上限",
        right="志愿服务 的，每次 加 5 分，记入 积分、小组分，计给 本户、本组，不设上限",
        terms=("kind",),
    ),
    Message(
        code="roles-with-beneficiary",
        severity=Severity.ERROR,
        zh="“按 角色”已经说明计给谁",
        en="the words 按 角色 say already who gets it",
        help_zh="删去计给，或写 计给 各方",
        help_en="delete 计给, or write 计给 各方",
        page_zh="“按 角色 扣：书记 5 分，主任 3 分”就是记给这两个角色的当事人。再写一次计给，"
        "两处可能不一样。",
        page_en="按 角色 扣：书记 5 分，主任 3 分 goes to the parties in these two roles. Said "
        "once more, the two could differ.",
        wrong="打架 的，按 角色 扣：书记 5 分，主任 3 分，计给 书记，不设上限",
        right="打架 的，按 角色 扣：书记 5 分，主任 3 分，不设上限",
    ),
    Message(
        code="multiplied-by-no-number",
        severity=Severity.ERROR,
        zh="“{attribute}”不是数得清的数，不能乘",
        en="“{attribute}” counts nothing, so points cannot be multiplied by it",
        help_zh="乘一个以人、户、个等为单位的属性，如：乘 人数",
        help_en="multiply by an attribute in people, households or pieces, as in 乘 人数",
        page_zh="“乘 人数”是有几个人就算几份。文本和时长不是份数；按时长计分写 每 1 小时 加 …。",
        page_en="乘 人数 counts the points once for each member. Texts and hours are no number of "
        "members; points by the hour are 每 1 小时 加 ….",
        wrong="志愿服务 的，每次 加 2 分，乘 时长，不设上限",
        right="志愿服务 的，每次 加 2 分，乘 人数，不设上限",
    ),
    Message(
        code="multiplied-by-other-subject",
        severity=Severity.ERROR,
        zh="得分的人没有“{attribute}”这个属性",
        en="those who get the points have no “{attribute}”",
        help_zh="乘得分的户或人自己的属性",
        help_en="multiply by an attribute of the household or person who gets them",
        page_zh="按户记分，可以乘户的属性，不能乘某一个人的属性：一户有好几个人，不知道是谁的。",
        page_en="Points of a household can be multiplied by an attribute of the household, not of "
        "a person: there are several persons, and nobody knows which is meant.",
        wrong="词表\n  人（子女数：个）\n…\n  志愿服务 的，每次 加 2 分，乘 子女数，不设上限",
        right="词表\n  户（人数：人）\n…\n  志愿服务 的，每次 加 2 分，乘 人数，不设上限",
    ),
    Message(
        code="multiplied-running-sum",
        severity=Severity.ERROR,
        zh="累计的分值不能再乘人数",
        en="points on a running sum cannot be multiplied",
        help_zh="去掉乘，或改成按每次的数量计分",
        help_en="delete 乘, or give points by each record's own quantity",
        page_zh="累计计分得的是前后两次的差。人数中途变了，前面的分就对不上了。",
        page_en="On a running sum a record gets the difference. When the number of members changes "
        "on the way, what was given before no longer fits.",
        wrong="捐款 的，按 本年累计 金额 累进 加：0 元起 每满 100 元 1 分，乘 人数",
        right="捐款 的，每满 100 元 加 1 分，乘 人数，不设上限",
    ),
    Message(
        code="members-of-collective",
        severity=Severity.ERROR,
        zh="账户“{account}”不是按户或按人的，没有在册人数",
        en="“{account}” is not kept by household or person, so it has no 在册人数",
        help_zh="乘这个组、组织或村自己的属性",
        help_en="multiply by an attribute of the group, organisation or village",
        page_zh="“在册人数”数的是一户当天在册的人。组和村的人数登记成它们自己的属性。",
        page_en="在册人数 counts the members of a household who are listed that day. The members "
        "of a group or village are registered as an attribute of its own.",
        wrong="清洁日 的，每次 加 2 分，乘 在册人数，记入 小组分，不设上限",
        right="清洁日 的，每次 加 2 分，乘 户数，记入 小组分，不设上限",
    ),
    Message(
        code="entered-with-amounts",
        severity=Severity.ERROR,
        zh="每个账户加多少已经写明，不必再写记入",
        en="the amounts say already which accounts are entered",
        help_zh="删去记入",
        help_en="delete 记入",
        page_zh="“积分 加 5 分，荣誉积分 加 2 分”就是记入这两个账户。",
        page_en="积分 加 5 分，荣誉积分 加 2 分 enters these two accounts.",
        wrong="志愿服务 的，积分 加 5 分，荣誉积分 加 2 分，记入 积分，不设上限",
        right="志愿服务 的，积分 加 5 分，荣誉积分 加 2 分，不设上限",
    ),
    Message(
        code="account-amount-twice",
        severity=Severity.ERROR,
        zh="账户“{account}”写了两个分值",
        en="the account “{account}” has two amounts",
        help_zh="留下正确的一个",
        help_en="keep the right one",
        page_zh="一个账户写一个分值。",
        page_en="An account has one amount.",
        wrong="志愿服务 的，积分 加 5 分，积分 加 2 分，不设上限",
        right="志愿服务 的，积分 加 5 分，荣誉积分 加 2 分，不设上限",
        labels=(_FIRST,),
    ),
    Message(
        code="account-amount-after-another",
        severity=Severity.ERROR,
        zh="前面已经写了分值，账户“{account}”又写了一个",
        en="an amount stands before, and the account “{account}” has another",
        help_zh="给每个账户各写一个：积分 加 5 分，荣誉积分 加 2 分",
        help_en="give each account its own: 积分 加 5 分，荣誉积分 加 2 分",
        page_zh="各账户分值不同，就每个账户都写出来，一看就知道哪个账户加几分。",
        page_en="Where accounts get different amounts, all of them are written with their names.",
        wrong="志愿服务 的，每次 加 5 分，荣誉积分 加 2 分，记入 积分，不设上限",
        right="志愿服务 的，积分 加 5 分，荣誉积分 加 2 分，不设上限",
    ),
    Message(
        code="amounts-of-both-signs",
        severity=Severity.ERROR,
        zh="同一条里有的账户加分，有的账户扣分",
        en="one clause adds to an account and deducts from another",
        help_zh="拆成两条，并写 与 … 可叠加",
        help_en="make it two clauses, with 与 … 可叠加",
        page_zh="一条要么加分要么扣分，上限才说得清是加分的上限还是扣分的上限。",
        page_en="A clause adds or deducts, so that it is clear what its limits are limits of.",
        wrong="志愿服务 的，积分 加 5 分，荣誉积分 扣 2 分，不设上限",
        right="志愿服务 的，积分 加 5 分，荣誉积分 加 2 分，不设上限",
        labels=(_FIRST,),
    ),
    Message(
        code="amounts-in-limited-category",
        severity=Severity.ERROR,
        zh="类别“{category}”有上限，其中的条款各账户分值不同",
        en="the category “{category}” has limits, and its clause an amount for each account",
        help_zh="把上限写在条款或账户里",
        help_en="write the limits in the clause or in the accounts",
        page_zh="类别的上限对各账户是同一个数。各账户分值不同，就说不清该按哪个账户的分算用了多少。",
        page_en="A category's limit is one number for all accounts. Where they get different "
        "amounts nobody can say which of them uses it up.",
        wrong="类别「公益」：每年最多加 10 分\n…\n条款 1 归入 公益\n"
        "  志愿服务 的，积分 加 5 分，荣誉积分 加 2 分",
        right="类别「公益」\n…\n条款 1 归入 公益\n"
        "  志愿服务 的，积分 加 5 分，荣誉积分 加 2 分，每年最多加 10 分",
        labels=(LabelText("limit", "上限在这里", "the limit is here"),),
    ),
)
