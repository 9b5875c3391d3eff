"""Messages about the blocks and keys of a ruleset in YAML."""

from pointrules.diagnostics.diagnostic import Severity
from pointrules.diagnostics.message import Message, Offer

_CLAUSE = """
- 条款: 2.1
  情形: 邻里互助
  计分: 每次 加 2 分
  上限: 每月最多加 10 分
"""

MESSAGES_OF_YAML_KEYS = (
    Message(
        code="yaml-blocks-expected",
        severity=Severity.ERROR,
        zh="细则要写成一段一段，每段以“- ”开头",
        en="a ruleset is a list of blocks, each beginning with “- ”",
        help_zh="在每一段的第一行前面写“- ”，这一段的其他行缩进两格",
        help_en="write “- ” before the first line of each block, and indent its other lines by two",
        page_zh="一份细则是一串段落：细则、词表、账户、条款……顺序有意义，同一种段落可以有很多。"
        "所以整个文件是一个列表，每一段是列表的一项。",
        page_en="A ruleset is a row of blocks: ruleset, vocabulary, account, clauses. Their "
        "order matters and one kind may come many times, so the file is a list of them.",
        wrong="细则: 友谊村积分管理细则\n版本: 2023.1",
        right="- 细则: 友谊村积分管理细则\n  版本: 2023.1",
    ),
    Message(
        code="yaml-block-expected",
        severity=Severity.ERROR,
        zh="这里要写一段：一个段首词和它的各项",
        en="a block is expected here: a head word and its keys",
        help_zh="写成“- 条款: 2.1”，下一行起写这一段的各项",
        help_en="write “- clause: 2.1”, and its keys in the lines below",
        page_zh="列表的每一项是一段，段里每一行是“键: 值”。只有一句话、或者列表里套列表，"
        "都看不出是哪一种段落。",
        page_en="Each item of the list is a block of keys and values. A bare sentence, or a list "
        "in the list, does not say which kind of block it is.",
        wrong="- 邻里互助 的，每次 加 2 分",
        right=_CLAUSE,
    ),
    Message(
        code="yaml-head-missing",
        severity=Severity.ERROR,
        zh="这一段没有段首词，不知道是哪一种段落",
        en="no head word says which kind of block this is",
        help_zh="写上段首词：细则、年度、词表、参数、账户、类别、条款、评议、等级、榜单、激励、例",
        help_en="write its head word: ruleset, year, vocabulary, parameter, account, category, "
        "clause, review, grade, board, incentive, example",
        page_zh="每一段有一个段首词作键，如“条款: 2.1”。没有它，其他各项不知道归谁。",
        page_en="One key of each block is its head word, such as “clause: 2.1”. Without it nobody "
        "knows what the other keys belong to.",
        wrong="- 情形: 邻里互助\n  计分: 每次 加 2 分",
        right=_CLAUSE,
    ),
    Message(
        code="yaml-unknown-key",
        severity=Severity.ERROR,
        zh="“{head}”这一段没有“{found}”这一项",
        en="a block of {head} has no key “{found}”",
        help_zh="没有专门一项的内容，写在“另外”下面",
        help_en="what has no key of its own goes under “further”",
        page_zh="写错一个字的项如果不声不响地跳过，上限就会失效，分就会算错。所以不认识的项一律是错误。",
        page_en="If a misspelt key were passed over, a limit would be lost and a total be wrong. "
        "So every unknown key is an error.",
        wrong="- 条款: 2.1\n  情形: 邻里互助\n  计分: 每次 加 2 分\n  上线: 每月最多加 10 分",
        right=_CLAUSE,
        offer=Offer.MEANT,
    ),
    Message(
        code="yaml-key-missing",
        severity=Severity.ERROR,
        zh="“{head}”这一段缺少：{keys}",
        en="a block of {head} lacks: {keys}",
        help_zh="补上这一项；列出几项的，至少写一项",
        help_en="add it; where several are named, at least one of them",
        page_zh="缺了必要的一项，这一段说不完整。比如条款没有“计分”，就不知道加几分。",
        page_en="Without it the block does not say enough: a clause without “points” does not say "
        "how many.",
        wrong="- 条款: 2.1\n  情形: 邻里互助",
        right=_CLAUSE,
    ),
    Message(
        code="yaml-keys-clash",
        severity=Severity.ERROR,
        zh="“{second}”不能和“{first}”写在同一段里",
        en="“{second}” cannot stand in one block with “{first}”",
        help_zh="只留一个；两件事写成两条条款",
        help_en="keep one of them; write two clauses for two things",
        page_zh="一条条款只有一个前提：情形、之一、当，写其中一个。不计分、人工评议、待定的条款写“处理”，"
        "没有前提也没有分值。",
        page_en="A clause has one guard: situation, any of, or when. A clause that is not scored, "
        "decided by people or to be settled has “treated”, and neither guard nor points.",
        wrong="- 条款: 2.1\n  处理: 不计分\n  计分: 每次 加 2 分",
        right=_CLAUSE,
    ),
    Message(
        code="yaml-wrong-key",
        severity=Severity.ERROR,
        zh="这一句不该写在“{key}”下面",
        en="this does not belong under “{key}”",
        help_zh="换到该写的那一项",
        help_en="put it under the key that is for it",
        page_zh="每一项只装一种内容，接平台的程序按项取用。写错了位置，别人就找不到它。",
        page_en="Each key holds one kind of part, and programs look for it there. Elsewhere nobody "
        "would find it.",
        wrong="- 条款: 2.1\n  情形: 邻里互助\n  计分: 每次 加 2 分\n  再犯: 每月最多加 10 分",
        right=_CLAUSE,
        offer=Offer.ALLOWED,
    ),
    Message(
        code="yaml-value-missing",
        severity=Severity.ERROR,
        zh="“{key}”后面没有内容",
        en="nothing stands behind “{key}”",
        help_zh="写上内容，或者删掉这一项",
        help_en="write its value, or delete the key",
        page_zh="空着的一项看起来写了，其实什么也没有说。",
        page_en="An empty key looks as if something were said, and says nothing.",
        wrong="- 条款: 2.1\n  情形: 邻里互助\n  计分: 每次 加 2 分\n  上限:",
        right=_CLAUSE,
    ),
    Message(
        code="yaml-value-unwanted",
        severity=Severity.ERROR,
        zh="“{key}”后面不写内容",
        en="no value stands behind “{key}”",
        help_zh="把内容移到下面的各项里",
        help_en="move it to the keys below",
        page_zh="词表和评议没有名字，冒号后面空着，内容写在下面的各项里。",
        page_en="Vocabulary and review have no name; what they say stands under their keys.",
        wrong="- 评议: 审核通过",
        right="- 评议:\n  计分: 审核通过",
    ),
    Message(
        code="yaml-phrase-expected",
        severity=Severity.ERROR,
        zh="“{key}”后面要写一句话",
        en="a phrase is expected behind “{key}”",
        help_zh="写成一行文字；句子里的冒号用全角“：”，或者给整句加引号",
        help_en="write one line of text; a colon in it is full-width “：”, or the phrase is quoted",
        page_zh="句子里的半角冒号加空格，YAML 会当成又一层键和值。用全角冒号，或者给整句加引号。",
        page_en="YAML takes a colon with a space for one more level. Use the full-width colon, or "
        "quote the whole phrase.",
        wrong="- 词表:\n  户:\n    小组: 文本",
        right="- 词表:\n  户: 小组：文本",
    ),
)
