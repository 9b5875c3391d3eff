"""Messages about names."""

from pointrules.diagnostics.diagnostic import Severity
from pointrules.diagnostics.message import LabelText, Message, Offer

_FIRST = LabelText("first", "第一次在这里", "first here")

MESSAGES_OF_NAMES = (
    Message(
        code="unknown-name",
        severity=Severity.ERROR,
        zh="没有叫“{name}”的{kind}",
        en="there is no {kind} called “{name}”",
        help_zh="先写明这个名称，再使用它；检查有没有错字",
        help_en="declare the name before you use it, and check its spelling",
        page_zh="细则里用到的名称都要先登记：行为、属性、判定写在词表里，账户、类别、等级各有一段。"
        "没有登记的名称一律报错，不会当成新名称，免得一个错字让整条条款落空。",
        page_en="Every name is declared: behaviours, attributes and flags in the vocabulary, "
        "accounts, categories and grades in blocks of their own. An unknown name is an error and "
        "never a new name, so that a slip of the pen cannot make a rule match nothing.",
        wrong="词表\n  行为 乱倒垃圾\n条款 1\n  乱到垃圾 的，每次 扣 5 分，每年最多扣 20 分",
        right="词表\n  行为 乱倒垃圾\n条款 1\n  乱倒垃圾 的，每次 扣 5 分，每年最多扣 20 分",
        offer=Offer.MEANT,
        terms=("kind",),
    ),
    Message(
        code="name-is-keyword",
        severity=Severity.ERROR,
        zh="“{name}”是固定用词，不能作名称",
        en="“{name}” is a word of the language and cannot be a name",
        help_zh="换一个名称，比如加上一两个字",
        help_en="choose another name, a longer one for instance",
        page_zh="“每次”“最多”“小时”这些词在细则里有固定的意思。同一个词又作名称，"
        "一句话就有两种读法。",
        page_en="Words such as 每次, 最多 or 小时 have fixed meanings. Were one a name too, a "
        "sentence could be read in two ways.",
        wrong="词表\n  行为 评议",
        right="词表\n  行为 参加评议会",
    ),
    Message(
        code="fact-is-built-in",
        severity=Severity.ERROR,
        zh="“{name}”不用在词表里登记，户情表里本来就有",
        en="“{name}” need not be declared: the table of facts has it already",
        help_zh="删去这一项；在户情表的“属性”一栏直接写“{name}”",
        help_en="take it out, and write “{name}” under 属性 in the table of facts",
        page_zh="在册，户的户主，人的户、配偶、父母，和他们的组、组织、村，户情表都认得，"
        "细则不用登记：“属性”写户主，“值”写那个人的编号。细则里直接用：计给 户主、计给 父母。",
        page_en="The table of facts knows who is listed (在册), the head (户主) of a household, "
        "the household (户), spouse (配偶) and parents (父母) of a person, and the group, "
        "organisation and village of both. Write 户主 under 属性 and the person's id under 值; "
        "a clause says 计给 户主.",
        wrong="词表\n  户（户主：文本；人数：人）",
        right="词表\n  户（人数：人）",
    ),
    Message(
        code="name-begins-with-digit",
        severity=Severity.ERROR,
        zh="名称“{name}”不能以数字开头",
        en="the name “{name}” cannot begin with a number",
        help_zh="换一个不以数字开头的名称",
        help_en="choose a name that begins with a letter or another character",
        page_zh="“5分钟服务”会被看成 5 分。名称以文字开头，数和名称才分得清。",
        page_en="5分钟服务 would be read as 5 分 (points). Names that begin with a word keep "
        "numbers and names apart.",
        wrong="词表\n  行为 5分钟服务",
        right="词表\n  行为 短时服务",
    ),
    Message(
        code="name-ends-in-keyword",
        severity=Severity.WARNING,
        zh="名称“{name}”以“{keyword}”结尾，不留空格时容易读错",
        en="the name “{name}” ends in “{keyword}” and may be misread without spaces",
        help_zh="换一个名称，或使用时在名称后面留空格",
        help_en="choose another name, or write a space after it",
        page_zh="词与词之间可以不留空格，这时按最长的名称来读。名称以“时”“的”“且”结尾，"
        "会把细则里的这个字吞进去。",
        page_en="Spaces between words may be left out, and then the longest name is read. A name "
        "that ends in 时, 的 or 且 swallows that word of the rule.",
        wrong="词表\n  行为 收看教育、收看教育时",
        right="词表\n  行为 收看教育、收看教育期间发言",
    ),
    Message(
        code="declared-twice",
        severity=Severity.ERROR,
        zh="“{name}”写了两次",
        en="“{name}” is declared twice",
        help_zh="删去一处，或给其中一个换名称",
        help_en="delete one of the two, or give one another name",
        page_zh="一个名称只能指一样东西。写两次，细则里用到它时就不知道指哪一个。",
        page_en="A name stands for one thing. Declared twice, nobody knows which one a rule means.",
        wrong="词表\n  行为 卫生检查、志愿服务\n  行为 卫生检查",
        right="词表\n  行为 卫生检查、志愿服务",
        labels=(_FIRST,),
    ),
    Message(
        code="wrong-kind-of-name",
        severity=Severity.ERROR,
        zh="“{name}”是{kind}，这里要写{wanted}",
        en="“{name}” is of kind “{kind}”, but here belongs: {wanted}",
        help_zh="换成合适的名称",
        help_en="use a name of the right kind",
        page_zh="名称是有的，但种类不对，比如在“记入”后面写了类别，而那里要写账户。",
        page_en="The name exists but is of another kind, as a category after 记入, where an "
        "account belongs.",
        wrong="类别「公益」：记入 公益",
        right="类别「公益」：记入 积分",
        offer=Offer.ALLOWED,
        terms=("kind", "wanted"),
    ),
    Message(
        code="alias-of-many",
        severity=Severity.ERROR,
        zh="“又称 {name}”跟在几个行为后面，不知道是哪一个的别名",
        en="“又称 {name}” follows several behaviours: whose other name is it",
        help_zh="有别名的行为单独写一行",
        help_en="give a behaviour with other names a line of its own",
        page_zh="“又称”给前面的一个行为加别名。前面列了好几个行为，就看不出别名属于哪一个。",
        page_en="又称 gives another name to the one behaviour before it. After a list it is not "
        "clear to which.",
        wrong="行为 乱倒垃圾、乱堆柴草，又称 乱扔垃圾",
        right="行为 乱倒垃圾，又称 乱扔垃圾\n行为 乱堆柴草",
    ),
    Message(
        code="name-begins-with-keyword",
        severity=Severity.WARNING,
        zh="名称“{name}”以“{keyword}”开头，去掉后是另一个名称",
        en="the name “{name}” is another name with “{keyword}” before it",
        help_zh="换一个名称，或者只留一个，用“{keyword}”来说反面",
        help_en="choose another name, or keep one of the two and say {keyword} for the contrary",
        page_zh="“低保”和“非低保”都是名称时，不留空格的“非低保”读作后一个名称，"
        "写的人也许想说“不是低保户”。",
        page_en="Where both 低保 and 非低保 are names, 非低保 without a space is read as the "
        "second, and the "
        "author may have meant “not 低保”.",
        wrong="户（低保：是否；非低保：是否）",
        right="户（低保：是否）",
    ),
)
