"""Messages about rulesets that are written in Markdown, inside the regulation itself."""

from pointrules.diagnostics.diagnostic import Severity
from pointrules.diagnostics.message import LabelText, Message

_FENCED = """
### 第三条 乱倒垃圾

```points
条款 3
  乱倒垃圾 的，每次 扣 5 分
```
"""

MESSAGES_OF_MARKDOWN = (
    Message(
        code="no-points-fence",
        severity=Severity.ERROR,
        zh="这份 Markdown 文件里没有写规则的围栏",
        en="this Markdown file holds no fenced rules",
        help_zh="在条文下面另起一行写 ```points，接着写规则，最后一行写 ```",
        help_en="below an article write a line ```points, then its rules, then a line ```",
        page_zh="在 Markdown 里，只有 ```points 和 ``` 之间的是规则，其余都是村规民约的正文。"
        "一道围栏也没有，就没有规则可以计分。",
        page_en="In Markdown only what stands between ```points and ``` is a rule; everything else "
        "is the text of the regulation. Without such a fence there is nothing to score by.",
        wrong="### 第三条 乱倒垃圾\n\n条款 3\n  乱倒垃圾 的，每次 扣 5 分",
        right=_FENCED,
    ),
    Message(
        code="fence-unclosed",
        severity=Severity.ERROR,
        zh="这道围栏没有结束",
        en="this fence is not closed",
        help_zh="在规则的最后一行下面另起一行，写同样多的 ```",
        help_en="below the last line of the rules write a line with as many ```",
        page_zh="围栏从 ```points 开始，到单独一行的 ``` 结束。没有结束，"
        "后面的条文都会被当成规则来读。在列表里，围栏的每一行都要和列表的文字对齐。",
        page_en="A fence begins with ```points and ends at a line of ```. Without that line all "
        "articles below would be read as rules. In a list each of its lines must be indented as "
        "far as the words of the list.",
        wrong="```points\n条款 3\n  乱倒垃圾 的，每次 扣 5 分\n\n### 第四条 邻里互助",
        right=_FENCED,
    ),
    Message(
        code="fence-in-quote",
        severity=Severity.ERROR,
        zh="写规则的围栏不能放在引用（>）里",
        en="fenced rules cannot stand in a quote (>)",
        help_zh="去掉这几行开头的 >",
        help_en="take the > off these lines",
        page_zh="引用里的话是别处的话，不是这份村规民约的规则。",
        page_en="What is quoted was said elsewhere, and is no rule of this regulation.",
        wrong="> ```points\n> 条款 3\n>   乱倒垃圾 的，每次 扣 5 分\n> ```",
        right=_FENCED,
    ),
    Message(
        code="fence-of-other-signs",
        severity=Severity.ERROR,
        zh="“{found}”不是围栏，下面的规则读不到",
        en="“{found}” begins no fence, and the rules below are not read",
        help_zh="换成三个半角的反引号：```points（英文输入法下，键盘左上角 Esc 下面的键）",
        help_en="write three plain back quotes: ```points (the key below Esc)",
        page_zh="围栏用三个半角反引号 ``` 或三个波浪号 ~~~。全角的｀｀｀、引号、间隔号看上去像，"
        "Markdown 不认。",
        page_en="A fence is made of three back quotes ``` or three tildes ~~~. Wide ones, "
        "quotation marks and dots look alike, and Markdown does not take them for a fence.",
        wrong="｀｀｀points\n条款 3\n  乱倒垃圾 的，每次 扣 5 分\n｀｀｀",
        right=_FENCED,
    ),
    Message(
        code="fence-indented",
        severity=Severity.ERROR,
        zh="“{found}”前面空格太多，不是围栏，下面的规则读不到",
        en="“{found}” is indented too far to be a fence, and the rules below are not read",
        help_zh="顶格写；在列表里，和列表的文字对齐",
        help_en="begin it at the margin, or in a list where the words of the list begin",
        page_zh="Markdown 里，比周围的文字多缩进四格以上的一行只是照排的文字，不会开始一道围栏。",
        page_en="In Markdown a line indented by four or more is text as it stands, and begins no "
        "fence.",
        wrong="      ```points\n      条款 3\n        乱倒垃圾 的，每次 扣 5 分\n      ```",
        right=_FENCED,
    ),
    Message(
        code="fence-misspelt",
        severity=Severity.ERROR,
        zh="围栏写的是“{found}”，里面的规则读不到",
        en="the fence says “{found}”, and the rules in it are not read",
        help_zh="是规则的话，写成 ```points",
        help_en="if it holds rules, write ```points",
        page_zh="只有写着 points 的围栏才当规则读，写错一个字母，里面的规则就都漏掉了。",
        page_en="Only fences that say points are read as rules; with one wrong letter all rules in "
        "it would be left out.",
        wrong="```ponits\n条款 3\n  乱倒垃圾 的，每次 扣 5 分\n```",
        right=_FENCED,
    ),
    Message(
        code="fence-without-language",
        severity=Severity.WARNING,
        zh="这道围栏没有写 points，里面的“{found}”不会当规则读",
        en="this fence does not say points, and “{found}” in it is not read as a rule",
        help_zh="是规则的话，写成 ```points；不是的话，写成 ```text",
        help_en="write ```points if it holds rules, and ```text if it does not",
        page_zh="没有写明的围栏不知道放的是什么，里面的内容不读。看上去是规则，多半是漏了 points。",
        page_en="A fence that does not say what it holds is not read. This one looks like rules: "
        "points was likely left out.",
        wrong="```\n条款 3\n  乱倒垃圾 的，每次 扣 5 分\n```",
        right=_FENCED,
    ),
    Message(
        code="fence-begins-without-head",
        severity=Severity.ERROR,
        zh="围栏开头的“{found}”不属于任何一段",
        en="“{found}” at the beginning of the fence belongs to no block",
        help_zh="每道围栏从“条款 3”这样的开头词写起；一条规则不能分写在两道围栏里",
        help_en="begin each fence with a head word such as 条款 3; no rule goes on in the next",
        page_zh="一段规则到围栏结束为止，不会接到下一道围栏里去：中间的条文说的可能是另一件事。",
        page_en="A block ends where its fence ends, and does not go on in the next one: the "
        "article in between may be about something else.",
        wrong="```points\n乱倒垃圾 的，每次 扣 5 分\n```",
        right=_FENCED,
    ),
    Message(
        code="too-many-lines",
        severity=Severity.ERROR,
        zh="文件超过 {limit} 行",
        en="the file has more than {limit} lines",
        help_zh="一个文件只放一版村规民约；检查是不是选错了文件",
        help_en="a file holds one edition of a regulation; check that it is the right file",
        page_zh="一份村规民约只有几百行。这么多行的文件多半是选错了。",
        page_en="A regulation has some hundreds of lines. A file of so many is likely another one.",
        wrong="pointrules check 全部会议记录.md",
        right="pointrules check 友谊村村规民约.md",
    ),
    Message(
        code="quote-not-in-article",
        severity=Severity.WARNING,
        zh="“{quoted}”和条文不一致，条文现在是“{stands}”",
        en="“{quoted}” is not what the article says; it says “{stands}” now",
        help_zh="条文改过的，规则也要对照着改；只是引文旧了，删去引文，条款就用条文的原话",
        help_en="if the article was changed, see to the rule too; if only the quote is old, take "
        "it out, and the clause has the article's own words",
        page_zh="条款里引用的话，应当是围栏上面那一条的原话（空格、标点不算）。"
        "条文在村民会议上改了而规则没有跟着改，计的分就不是大家通过的那个数。"
        "引文中间可以用省略号略去一部分。",
        page_en="What a clause quotes should stand in the article above its fence, whatever its "
        "spaces and punctuation. If the meeting changed the article and nobody changed the rule, "
        "points are no longer those that were voted on. Parts may be left out with ….",
        wrong="### 第三条 乱倒垃圾的，每次扣 5 分\n\n```points\n"
        "条款 3「乱倒垃圾的，每次扣 3 分」\n  乱倒垃圾 的，每次 扣 3 分\n```",
        right="### 第三条 乱倒垃圾的，每次扣 5 分\n\n```points\n"
        "条款 3「乱倒垃圾的，每次扣 5 分」\n  乱倒垃圾 的，每次 扣 5 分\n```",
        labels=(LabelText("stands", "条文在这里", "the article says so here"),),
    ),
    Message(
        code="quote-of-other-article",
        severity=Severity.WARNING,
        zh="“{quoted}”是“{article}”的话，不是上面这一条的",
        en="“{quoted}” are words of “{article}”, not of the article above",
        help_zh="把这道围栏移到那一条下面，或者改引这一条的话",
        help_en="move the fence below that article, or quote this one",
        page_zh="规则写在哪一条下面，就是哪一条的规则。引的是别条的话，多半是条文移动了位置，"
        "或者规则放错了地方。",
        page_en="A rule belongs to the article that it stands below. If it quotes another one, the "
        "articles were moved, or the rule stands in the wrong place.",
        wrong="### 第三条 乱倒垃圾的，每次扣 5 分\n\n### 第四条 邻里互助的，每次加 2 分\n\n"
        "```points\n条款 3「乱倒垃圾的，每次扣 5 分」\n  乱倒垃圾 的，每次 扣 5 分\n```",
        right="### 第三条 乱倒垃圾的，每次扣 5 分\n\n```points\n"
        "条款 3「乱倒垃圾的，每次扣 5 分」\n  乱倒垃圾 的，每次 扣 5 分\n```\n\n"
        "### 第四条 邻里互助的，每次加 2 分",
        labels=(LabelText("stands", "这句话在这一条里", "it stands in this article"),),
    ),
    Message(
        code="article-without-heading",
        severity=Severity.WARNING,
        zh="“{found}”写成了正文，不是标题，不能逐条交代着落（这样的共 {count} 处）",
        en="“{found}” is text and no heading, so that it is not accounted for ({count} in all)",
        help_zh="行首写半角的 #，后面空一格：### 第三条 …",
        help_en="begin the line with # and a space: ### 第三条 …",
        page_zh="只有标题才是条文。写成一段正文的“第三条 …”、漏了空格的“##第三条”、全角的“＃”，"
        "Markdown 都不当标题，它有没有写成规则就没有人知道，上一条也会把它的话当成自己的。",
        page_en="Only headings are articles. A paragraph 第三条 …, ##第三条 without its space and "
        "a wide ＃ are text to Markdown: nobody is told whether they are rules, and their words "
        "belong to the article before.",
        wrong="##第三条 乱倒垃圾的，每次扣 5 分",
        right="## 第三条 乱倒垃圾的，每次扣 5 分",
    ),
)
