"""Messages about templates, and about what a village changes of one."""

from pointrules.diagnostics.diagnostic import Severity
from pointrules.diagnostics.message import LabelText, Message, Offer

_TEMPLATE = LabelText("template", "模板里在这里", "here in the template")
_BOUNDS = LabelText("bounds", "模板这样规定", "the template says so")

MESSAGES_OF_TEMPLATES = (
    Message(
        code="template-missing",
        severity=Severity.ERROR,
        zh="找不到模板《{title}》版本 {version}",
        en="the template “{title}” {version} is not found",
        help_zh="把模板的文件放在细则旁边或“模板”文件夹里，或用 --templates 指明文件夹",
        help_en="put its file beside the ruleset or in a folder called templates, or name one with "
        "--templates",
        page_zh="沿用的模板按名称和版本找：先看细则所在的文件夹，再看里面的“模板”或 templates "
        "文件夹，"
        "还有 --templates 指明的。不上网找。",
        page_en="A template is looked for by title and version beside the ruleset, in a folder "
        "模板 or "
        "templates there, and in those named with --templates; never on a network.",
        wrong="沿用「县标准」2020.1（没有这个文件）",
        right="沿用「县标准」2020.1（模板/县标准.points）",
    ),
    Message(
        code="template-version-missing",
        severity=Severity.ERROR,
        zh="模板《{title}》没有版本 {version}",
        en="the template “{title}” is there, but not its edition {version}",
        help_zh="改成有的版本，或把那一版的文件放进来",
        help_en="name an edition that is there, or add the file of that one",
        page_zh="模板改了版，村里的细则不会自己跟着改：要沿用新版，就改版本号，另出一版细则，"
        "走一遍程序。",
        page_en="When a template has a new edition, no village follows by itself: it names the new "
        "one in a new edition of its own rules.",
        wrong="沿用「县标准」2020.2",
        right="沿用「县标准」2020.1",
        offer=Offer.ALLOWED,
    ),
    Message(
        code="template-ambiguous",
        severity=Severity.ERROR,
        zh="模板《{title}》版本 {version} 有几份，内容不同：{files}",
        en="there are several templates “{title}” {version}, and they differ: {files}",
        help_zh="只留一份",
        help_en="keep one of them",
        page_zh="名称和版本都相同、内容却不同的模板，不知道沿用哪一份。",
        page_en="Of two texts with the same title and edition nobody knows which one is used.",
        wrong="县标准.points 和 模板/县标准.points 都是版本 2020.1，内容不同",
        right="只有 模板/县标准.points",
    ),
    Message(
        code="template-has-errors",
        severity=Severity.ERROR,
        zh="模板《{title}》有 {count} 个错误，改好才能沿用",
        en="the template “{title}” has errors ({count}); it cannot be used until they are mended",
        help_zh="单独检查模板：{file}",
        help_en="check the template by itself: {file}",
        page_zh="模板的错误在检查模板的时候逐条报告，不在每个村的细则里重复。",
        page_en="Mistakes of a template are told when it is checked itself, not again for each "
        "village.",
        wrong="沿用「县标准」2020.1（县标准.points 里有错误）",
        right="沿用「县标准」2020.1（县标准.points 检查通过）",
    ),
    Message(
        code="template-of-template",
        severity=Severity.ERROR,
        zh="模板《{title}》自己也沿用模板《{other}》",
        en="the template “{title}” uses a template itself: “{other}”",
        help_zh="沿用最上面那份完整的细则，或把中间那份写成完整的细则",
        help_en="use the one that is complete, or write out the one between",
        page_zh="模板要是一份完整的细则。一层套一层，村民就查不到一条规定到底是谁定的；互相沿用，"
        "更没有头。",
        page_en="A template is a complete ruleset. Through several layers nobody could find who "
        "made a rule, and two that use each other have no beginning.",
        wrong="县标准：沿用「市标准」2020\n村细则：沿用「县标准」2020.1",
        right="村细则：沿用「市标准」2020",
    ),
    Message(
        code="amendment-without-template",
        severity=Severity.ERROR,
        zh="没有沿用模板，谈不上修改或删除",
        en="without a template there is nothing to amend or to delete",
        help_zh="在细则里写 沿用「…」版本号；改自己的细则，直接改那一条，另出一版",
        help_en="say 沿用 and the template in 细则; to change one's own rules, write a new edition",
        page_zh="“修改 条款”“删除 条款”是对模板说的。",
        page_en="修改 条款 and 删除 条款 speak of a template.",
        wrong="细则「白果村积分细则」\n  版本 1，自 2023-01-01 起施行\n删除 条款 4",
        right="细则「白果村积分细则」\n  版本 1，自 2023-01-01 起施行\n  沿用「县标准」2020.1\n"
        "删除 条款 4",
    ),
    Message(
        code="amends-unknown-clause",
        severity=Severity.ERROR,
        zh="模板里没有条款 {number}",
        en="the template has no clause {number}",
        help_zh="检查编号；村里自己加的，直接写 条款",
        help_en="check the number; a clause of one's own begins with 条款",
        page_zh="修改、删除的编号要和模板一字不差。",
        page_en="The number of a clause that is amended or deleted is the template's, to the "
        "letter.",
        wrong="修改 条款 3.10 …",
        right="修改 条款 3.1 …",
        offer=Offer.MEANT,
    ),
    Message(
        code="clause-locked",
        severity=Severity.ERROR,
        zh="条款 {number} 是模板不许改的",
        en="the template does not let clause {number} be changed",
        help_zh="去掉这一处；要改，请定模板的单位改",
        help_en="leave it out, or ask those who made the template",
        page_zh="模板写了 不得修改 的条款，村里不能修改，也不能删除。写了 只可修改 的，"
        "其余都不能动。",
        page_en="What a template locks (不得修改), villages neither amend nor delete. Where it "
        "says "
        "只可修改, all other clauses are locked.",
        wrong="修改 条款 9 …（模板：不得修改 条款 9）",
        right="修改 条款 3 …",
        labels=(LabelText("lock", "模板这样规定", "the template says so"),),
    ),
    Message(
        code="amended-twice",
        severity=Severity.ERROR,
        zh="条款 {number} 已经修改或删除过了",
        en="clause {number} is amended or deleted already",
        help_zh="只留一处",
        help_en="keep one of the two",
        page_zh="一条只能改一次：写两次，不知道听哪一次的。",
        page_en="A clause is changed once; of two changes nobody knows which one holds.",
        wrong="删除 条款 4\n修改 条款 4 …",
        right="修改 条款 4 …",
        labels=(LabelText("first", "第一次在这里", "first here"),),
    ),
    Message(
        code="clause-of-template",
        severity=Severity.ERROR,
        zh="条款 {number} 模板里已经有了",
        en="the template has a clause {number} already",
        help_zh="要改它，写 修改 条款 {number}；自己加的，换一个编号",
        help_en="to change it write 修改 条款 {number}; give a clause of one's own another number",
        page_zh="同一个编号不能有两条。改模板的条款要明写“修改”，村民才看得出哪些和县里不一样。",
        page_en="No number stands for two clauses. That a clause of the template is changed is "
        "said "
        "by 修改, so that villagers see where their rules differ.",
        wrong="条款 3.1 卫生检查 等次 优秀 的，加 2 分（模板里有 3.1）",
        right="修改 条款 3.1 卫生检查 等次 优秀 的，加 2 分",
        labels=(_TEMPLATE,),
    ),
    Message(
        code="said-by-template",
        severity=Severity.ERROR,
        zh="“{part}”模板已经定了，村里不能另定",
        en="the template has settled “{part}”; a village cannot settle it anew",
        help_zh="删去这一段；模板没有定的，才由村里定",
        help_en="leave it out; only what the template leaves open is the village's to say",
        page_zh="年度、评议和账户决定每一分怎么算。模板定了的，各村一样，分数才能比。",
        page_en="Year, review and accounts decide what every point is. What the template settles "
        "is "
        "alike in all villages, so that points can be compared.",
        wrong="年度 自 7月1日 起（模板：年度 自 1月1日 起）",
        right="（不写 年度）",
        labels=(_TEMPLATE,),
        terms=("part",),
    ),
    Message(
        code="parameter-not-adjustable",
        severity=Severity.ERROR,
        zh="参数“{name}”模板没有让各村自定",
        en="the template does not let villages set the parameter “{name}”",
        help_zh="删去这一段，用模板的数",
        help_en="leave it out and use the template's number",
        page_zh="模板写了“可在 … 之间自定”的参数，各村才能改。",
        page_en="Villages set those parameters for which the template gives a range: 可在 … "
        "之间自定.",
        wrong="模板：参数「单次分值」：5 分\n村里：参数「单次分值」：3 分",
        right="模板：参数「单次分值」：5 分，可在 2 到 5 分 之间自定\n村里：参数「单次分值」：3 分",
        labels=(_TEMPLATE,),
    ),
    Message(
        code="parameter-out-of-bounds",
        severity=Severity.ERROR,
        zh="参数“{name}”要在 {low} 到 {high} 之间",
        en="the parameter “{name}” must be from {low} to {high}",
        help_zh="改成范围里的数",
        help_en="write a number within the range",
        page_zh="模板让各村自定的参数有范围，两头的数也可以用。",
        page_en="A parameter that villages may set has a range; both its ends are allowed.",
        wrong="参数「单次分值」：8 分（可在 2 到 5 分 之间自定）",
        right="参数「单次分值」：3 分",
        labels=(LabelText("range", "范围在这里", "the range is here"),),
    ),
    Message(
        code="bounds-in-overlay",
        severity=Severity.ERROR,
        zh="这是模板才能说的话",
        en="only a template says this",
        help_zh="写到模板里；沿用模板的细则不再给别人划范围",
        help_en="write it into the template; who uses a template sets no bounds for others",
        page_zh="自设、不得修改、只可修改、可在 … 之间自定，都是模板给各村划的范围。"
        "沿用模板的细则写了也管不到谁。",
        page_en="自设, 不得修改, 只可修改 and 可在 … 之间自定 are bounds that a template sets for "
        "villages. "
        "In a ruleset that uses a template they bound nobody.",
        wrong="细则「白果村积分细则」… 沿用「县标准」2020.1\n自设 最多 5 项",
        right="细则「县标准」…\n自设 最多 5 项",
    ),
    Message(
        code="locked-unknown-clause",
        severity=Severity.ERROR,
        zh="没有编号为 {number} 的条款，锁不住",
        en="there is no clause {number} that could be locked",
        help_zh="检查编号",
        help_en="check the number",
        page_zh="不得修改、只可修改 后面写的是本模板里条款的编号。编号写错，想锁的那条就没锁上。",
        page_en="After 不得修改 and 只可修改 stand numbers of the template's own clauses. With a "
        "wrong "
        "one the clause that was meant stays unlocked.",
        wrong="不得修改 条款 9.9",
        right="不得修改 条款 9",
        offer=Offer.MEANT,
    ),
    Message(
        code="own-clauses-not-allowed",
        severity=Severity.ERROR,
        zh="条款 {clause} 是自己加的，模板没有说可以自设",
        en="clause {clause} is the village's own, and the template does not allow any",
        help_zh="请定模板的单位写明，如：自设 最多 5 项，每项最多 2 分；不限的写 自设 不限",
        help_en="those who made the template may allow it: 自设 最多 5 项，每项最多 2 分, or 自设 "
        "不限",
        page_zh="模板要写明各村可以自设几项、每项几分，不限也要写出来。不计分的条款可以随意加。",
        page_en="A template says how many clauses villages may add and with how many points, or "
        "that "
        "there is no bound. Clauses that give no points may always be added.",
        wrong="模板没有写 自设\n村里：条款 20 打扫祠堂 的，每次 加 2 分",
        right="模板：自设 最多 5 项，每项最多 2 分\n村里：条款 20 打扫祠堂 的，每次 加 2 分",
    ),
    Message(
        code="own-clauses-too-many",
        severity=Severity.ERROR,
        zh="自设的{kind}有 {count} 项，模板只许 {most} 项",
        en="the village has {count} of its own (each a {kind}); the template allows {most}",
        help_zh="从这一项起去掉，或并到别的条款里",
        help_en="leave out those from here on, or join some",
        page_zh="模板写明了最多自设几项。能加也能扣的，两边都算一项。",
        page_en="The template says how many clauses a village may add. One that can both give and "
        "take counts as each.",
        wrong="自设 最多 2 项 … 条款 20 … 条款 21 … 条款 22 …",
        right="自设 最多 2 项 … 条款 20 … 条款 21 …",
        labels=(_BOUNDS,),
        terms=("kind",),
    ),
    Message(
        code="own-clause-too-heavy",
        severity=Severity.ERROR,
        zh="自设的条款 {clause} 一次可能{kind}超过 {most} 分",
        en="by the village's own clause {clause} one {kind} can be more than {most} points",
        help_zh="减少分值，或写明 每次最多 {most} 分",
        help_en="lower its points, or bound it: 每次最多 {most} 分",
        page_zh="模板写明了自设的条款每项最多几分。按数量、按累计算的没有顶，要写上 每次最多加 或 "
        "每次最多扣。",
        page_en="The template says how many points a clause of one's own may give or take. What "
        "goes "
        "by quantity or by a sum has no top unless the clause says 每次最多.",
        wrong="自设 每项最多 2 分 … 条款 20 打扫祠堂 的，每次 加 5 分",
        right="自设 每项最多 2 分 … 条款 20 打扫祠堂 的，每次 加 2 分",
        labels=(_BOUNDS,),
        terms=("kind",),
    ),
    Message(
        code="own-clause-opens-flag",
        severity=Severity.ERROR,
        zh="自设的条款 {clause} 打开判定“{flag}”，会动不止这几分",
        en="the village's own clause {clause} opens the flag “{flag}”, which moves more points",
        help_zh="改用不动分的判定（如 取消评优），或请定模板的单位把它写进模板",
        help_en="open a flag without effects on points, or ask those who made the template to add "
        "it",
        page_zh="模板限定了自设的条款每项最多几分。一票否决、清零、暂停加分、等级封顶这样的判定，"
        "分量比几分重得多，"
        "要由模板来定。",
        page_en="The template bounds the points of a village's own clauses. Flags that take all "
        "points, "
        "hold gains or bound a grade weigh far more, and are the template's to define.",
        wrong="自设 每项最多 2 分 … 判定 一票否决：本期清零 … 条款 20 某事 的，一票否决，至 本年末",
        right="自设 每项最多 2 分 … 判定 取消评优 … 条款 20 某事 的，取消评优，至 本年末",
        labels=(_BOUNDS,),
    ),
)
