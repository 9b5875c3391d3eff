"""Messages about how YAML itself is written, whatever its keys mean."""

from pointrules.diagnostics.diagnostic import Severity
from pointrules.diagnostics.message import LabelText, Message

MESSAGES_OF_YAML = (
    Message(
        code="yaml-unreadable",
        severity=Severity.ERROR,
        zh="从这里起不合 YAML 的写法，读不下去",
        en="from here on this is no YAML that can be read",
        help_zh="检查这一行和上一行：缩进对齐，冒号后空一格，引号和括号成对",
        help_en="check this line and the one before: indentation, a space after each colon, "
        "quotes and brackets in pairs",
        page_zh="YAML 靠缩进、冒号和连字符分出层次。这里接不上前面的层次，后面的内容都读不准，"
        "所以不猜。",
        page_en="YAML tells levels by indentation, colons and hyphens. This does not fit to what "
        "stands before, and what follows cannot be read with certainty.",
        wrong="行为: ]卫生检查",
        right="行为: 卫生检查",
    ),
    Message(
        code="yaml-control-character",
        severity=Severity.ERROR,
        zh="这里有一个看不见的控制字符",
        en="an invisible control character stands here",
        help_zh="删掉这个字符，重新输入这几个字",
        help_en="delete it and type the words anew",
        page_zh="控制字符看不见，多半是从别的软件粘贴来的，或者文件损坏了。",
        page_en="Such characters cannot be seen; they come from another program, or the file is "
        "damaged.",
        wrong="标题: 卫\N{REPLACEMENT CHARACTER}生检查（第二个字是控制字符）",
        right="标题: 卫生检查",
    ),
    Message(
        code="yaml-escape-not-text",
        severity=Severity.ERROR,
        zh="双引号里的反斜杠写法得出了控制字符",
        en="a backslash in these double quotes stands for a control character",
        help_zh="去掉反斜杠；反斜杠本身写成两个，或者改用单引号",
        help_en="take the backslash out; write two for one, or use single quotes",
        page_zh="双引号里的反斜杠有特殊意思，\\0 是空字符，\\a 是响铃。细则里不会有这些字符，"
        "多半是想写反斜杠本身。",
        page_en="In double quotes a backslash is special: \\0 is a null character, \\a a bell. No "
        "ruleset needs these; a backslash was meant, most likely.",
        wrong='标题: "卫生\\0检查"',
        right='标题: "卫生检查"',
    ),
    Message(
        code="yaml-duplicate-key",
        severity=Severity.ERROR,
        zh="同一处写了两个“{key}”",
        en="“{key}” is written twice in one place",
        help_zh="删掉一个；如果是两条内容，各用一个“- ”开头分成两项",
        help_en="delete one of them; if they are two items, begin each with “- ”",
        page_zh="同一层里每个键只能写一次。普通软件只认最后一个，前面的不声不响就丢了，"
        "所以这里两个都不采用。",
        page_en="On one level each key stands once. Ordinary programs keep the last one and lose "
        "the others without a word; here neither counts.",
        wrong="编号: 3.1\n标题: 卫生检查\n编号: 3.2",
        right="- 编号: 3.1\n  标题: 卫生检查\n- 编号: 3.2\n  标题: 乱倒垃圾",
        labels=(LabelText("first", "第一次写在这里", "written here first"),),
    ),
    Message(
        code="yaml-complex-key",
        severity=Severity.ERROR,
        zh="键只能是一段文字，不能是列表或者另一组键",
        en="a key is a text, never a list nor other keys",
        help_zh="把键写成文字；几项内容写在冒号后面",
        help_en="write a text as the key; lists stand behind the colon",
        page_zh="YAML 允许用列表当键，但没有人读得懂，细则也用不着。常见的原因是冒号前多了方括号、"
        "花括号，或者行首多了问号。",
        page_en="YAML lets a list be a key, which nobody understands and no ruleset needs. Often a "
        "bracket before the colon or a question mark at the beginning of a line is too many.",
        wrong="[卫生检查, 乱倒垃圾]: 加 5 分",
        right="卫生检查: 加 5 分\n乱倒垃圾: 扣 5 分",
    ),
    Message(
        code="yaml-merge-key",
        severity=Severity.ERROR,
        zh="不能用“<<”合并另一组键",
        en="“<<” to merge other keys is not read",
        help_zh="把要用的各行直接写在这里",
        help_en="write the lines that are needed here",
        page_zh="“<<”把别处的内容并进来，谁覆盖谁看不出来。细则是给村民核对的，"
        "每一条都要写在看得见的地方。",
        page_en="With “<<” nobody sees which value wins. A ruleset is checked by villagers: all of "
        "a clause stands where the clause is.",
        wrong="共同: &共\n  每次: 加 5 分\n卫生检查:\n  <<: *a",
        right="卫生检查:\n  每次: 加 5 分",
    ),
    Message(
        code="yaml-unknown-anchor",
        severity=Severity.ERROR,
        zh="“*{name}”引用的内容前面没有",
        en="nothing before this is named “&{name}”",
        help_zh="先用 &{name} 标出要引用的内容；如果星号是文字，加上引号",
        help_en="mark with &{name} what is meant, before this; quote it if the * is text",
        page_zh="星号开头的值是引用：它代表前面用 & 标出的内容。没有标出，就不知道引用什么。",
        page_en="A value that begins with * stands for what was marked with & before. Nothing is "
        "marked so.",
        wrong="行为: *a",
        right='行为: "*a"',
    ),
    Message(
        code="yaml-alias-within-itself",
        severity=Severity.ERROR,
        zh="“*{name}”引用了它自己所在的内容",
        en="“*{name}” refers to what it is part of",
        help_zh="删掉这个引用，写出真正的内容",
        help_en="delete it and write what is meant",
        page_zh="引用自己，展开起来没有尽头。",
        page_en="What contains itself has no end.",
        wrong="条款: &a\n  - *a",
        right="条款:\n  - 卫生检查",
    ),
    Message(
        code="yaml-tag",
        severity=Severity.ERROR,
        zh="不能用“{tag}”指定类型",
        en="a type such as “{tag}” is not read",
        help_zh="删掉它；如果感叹号是文字的一部分，给整个值加上引号",
        help_en="delete it; quote the whole value if the ! is part of the text",
        page_zh="感叹号开头的是 YAML 的类型标记。细则里所有的值都当文字读，类型由写在哪里决定，"
        "所以用不着，也不读。",
        page_en="What begins with ! tells YAML a type. All values of a ruleset are texts, and what "
        "they mean follows from where they stand.",
        wrong="编号: !!str 3.10",
        right="编号: 3.10",
    ),
    Message(
        code="yaml-directive",
        severity=Severity.ERROR,
        zh="不用写百分号开头的 YAML 指令",
        en="no directive of YAML, a line with a percent sign in front, is read",
        help_zh="删掉这一行",
        help_en="delete the line",
        page_zh="百分号开头的行是给 YAML 软件看的指令，细则里用不着。",
        page_en="Lines that begin with % tell YAML programs what to do. A ruleset needs none.",
        wrong="%YAML 1.1\n---\n行为: 卫生检查",
        right="行为: 卫生检查",
    ),
    Message(
        code="yaml-several-documents",
        severity=Severity.ERROR,
        zh="一个文件里写了几份文档",
        en="there are several documents in one file",
        help_zh="一版细则一个文件：把“---”后面的部分另存为一个文件",
        help_en="an edition is a file: save what follows “---” as another one",
        page_zh="一行“---”会把文件分成几份文档。一个文件只放一版细则，后面几份没有读。",
        page_en="A line “---” parts a file into documents. A file is one edition of a ruleset; "
        "what follows was not read.",
        wrong="行为: 卫生检查\n---\n行为: 乱倒垃圾",
        right="行为: 卫生检查",
    ),
    Message(
        code="yaml-too-deep",
        severity=Severity.ERROR,
        zh="层次套得太深，超过 {limit} 层",
        en="this is nested deeper than {limit} levels",
        help_zh="检查括号是不是多打了；细则用不了这么多层",
        help_en="check for brackets typed too often; no ruleset needs as many levels",
        page_zh="细则只有几层。套得这么深，多半是文件坏了，或者不是细则。",
        page_en="A ruleset has a few levels. A file as deep as this is damaged, or no ruleset.",
        wrong="行为: [[[[[[[[卫生检查]]]]]]]]",
        right="行为: 卫生检查",
    ),
    Message(
        code="yaml-too-many-values",
        severity=Severity.ERROR,
        zh="文件里的内容超过 {limit} 项",
        en="the file has more than {limit} values",
        help_zh="一个文件只放一版细则；引用的内容按展开后计算",
        help_en="a file holds one edition of a ruleset; what aliases repeat is counted each time",
        page_zh="一版细则只有几百到几千项。这么多，多半是选错了文件，"
        "或者一层层的引用展开后大得没有边。",
        page_en="An edition has hundreds or thousands of values. So many are another file, or "
        "aliases of aliases that grow without measure.",
        wrong="pointrules check 全部记录.yaml",
        right="pointrules check 友谊村细则.yaml",
    ),
    Message(
        code="yaml-value-too-long",
        severity=Severity.ERROR,
        zh="一个值超过 {limit} 个字",
        en="one value has more than {limit} characters",
        help_zh="检查引号是不是没有另一半，或者选错了文件",
        help_en="check for a quote that is not closed, or for a wrong file",
        page_zh="细则里没有这么长的一段话，多半是漏了引号，或者选错了文件。",
        page_en="Nothing in a ruleset is as long: a quote was not closed, or it is another file.",
        wrong="pointrules check 全部记录.yaml",
        right="pointrules check 友谊村细则.yaml",
    ),
)
