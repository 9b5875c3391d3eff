"""Messages about whole files."""

from pointrules.diagnostics.diagnostic import Severity
from pointrules.diagnostics.message import Message

_EMPTY = """
（空文件）
"""
_SMALLEST = """
细则「友谊村积分管理细则」
  版本 2023.1，自 2023-06-01 起施行
"""

MESSAGES_OF_FILES = (
    Message(
        code="file-not-read",
        severity=Severity.ERROR,
        zh="读不到文件",
        en="the file cannot be read",
        help_zh="检查文件名和位置，并确认有权限打开它",
        help_en="check the name and the place of the file, and that you may open it",
        page_zh="文件不存在，或者没有权限打开。细则读不到，就不能计分。",
        page_en="The file does not exist or may not be opened. Without its ruleset nothing is "
        "scored.",
        wrong="pointrules check 友谊村细则",
        right="pointrules check 友谊村细则.points",
    ),
    Message(
        code="not-a-file",
        severity=Severity.ERROR,
        zh="这不是普通文件，而是文件夹、管道或设备",
        en="this is no regular file, but a folder, a pipe or a device",
        help_zh="先把细则存成一个文本文件，再写出那个文件的名字",
        help_en="save the ruleset to a text file, and give the name of that file",
        page_zh="细则要从普通文件里读，同一个文件随时可以再读一遍、再核对一遍。管道和设备做不到。",
        page_en="A ruleset is read from a regular file, which can be read and checked again at any "
        "time. Pipes and devices cannot.",
        wrong="pointrules check /dev/stdin",
        right="pointrules check 友谊村细则.points",
    ),
    Message(
        code="not-text",
        severity=Severity.ERROR,
        zh="文件不是可读的文本",
        en="the file is not readable text",
        help_zh="用记事本打开，另存为 UTF-8 编码的文本文件",
        help_en="open it in a text editor and save it as UTF-8 text",
        page_zh="细则要保存为纯文本，编码用 UTF-8。图片和压缩文件都读不出文字，"
        "哪种编码都对不上的文件也读不出。",
        page_en="A ruleset is plain text, best stored as UTF-8. Pictures, archives and files that "
        "fit no encoding hold no text that could be read.",
        wrong="友谊村细则.jpg",
        right="友谊村细则.points（UTF-8 文本）",
    ),
    Message(
        code="office-file",
        severity=Severity.ERROR,
        zh="这是 Word、WPS、Excel 或 PDF 文件，不是纯文本",
        en="this is a Word, WPS, Excel or PDF file, not plain text",
        help_zh="把文字复制到记事本，保存为 UTF-8 文本，文件名以 .points 结尾",
        help_en="copy the words into a text editor and save them as UTF-8 text, ending in .points",
        page_zh="办公软件的文件里除了文字还有版式，改一个扩展名并不会变成文本。把文字复制出来，"
        "存成纯文本即可。",
        page_en="Such files hold layout beside the words, and a new ending does not make them "
        "text. Copy the words out and save them as plain text.",
        wrong="友谊村细则.docx",
        right="友谊村细则.points（UTF-8 文本）",
    ),
    Message(
        code="damaged-text",
        severity=Severity.ERROR,
        zh="第 {line} 行有损坏的字符",
        en="line {line} holds damaged characters",
        help_zh="打开文件，重新输入这一行的乱码，再保存为 UTF-8",
        help_en="type the garbled characters of this line anew and save the file as UTF-8",
        page_zh="文件几乎全是 UTF-8 编码，只有个别字节不是，多半是传输中断或两种编码拼在了一起。"
        "猜着读会把字读错，所以不读。",
        page_en="Nearly all of the file is UTF-8, but some bytes are not: a transfer broke off, or "
        "two encodings were joined. A guess would misread the words, so nothing is read.",
        wrong="乱倒垃\N{REPLACEMENT CHARACTER} 的，每次 扣 5 分",
        right="乱倒垃圾 的，每次 扣 5 分",
    ),
    Message(
        code="too-large",
        severity=Severity.ERROR,
        zh="文件太大，超过 {limit} MiB",
        en="the file is larger than {limit} MiB",
        help_zh="一个文件只放一版细则；检查是不是选错了文件",
        help_en="a file holds one edition of a ruleset; check that it is the right file",
        page_zh="一版细则只有几十到几百条。这么大的文件多半是选错了，比如选成了记录表或者照片。",
        page_en="An edition has some tens or hundreds of clauses. A file of this size is likely "
        "another one: a table of records, or a photograph.",
        wrong="pointrules check 全部照片.zip",
        right="pointrules check 友谊村细则.points",
    ),
    Message(
        code="too-many-blocks",
        severity=Severity.ERROR,
        zh="文件里的段落超过 {limit} 段",
        en="the file has more than {limit} blocks",
        help_zh="一个文件只放一版细则",
        help_en="a file holds one edition of a ruleset",
        page_zh="一版细则只有几十到几百段。段落这么多，多半是把许多村的细则拼在了一个文件里。",
        page_en="An edition has some tens or hundreds of blocks. So many are likely the rulesets "
        "of many villages in one file.",
        wrong="pointrules check 全县细则.points",
        right="pointrules check 友谊村细则.points",
    ),
    Message(
        code="too-deep",
        severity=Severity.ERROR,
        zh="条件套得太深，超过 {limit} 层",
        en="the condition is nested deeper than {limit} levels",
        help_zh="把条件拆成几条条款",
        help_en="split the condition over several clauses",
        page_zh="条件里的括号一层套一层，没有人能读懂，也无法向村民解释。把它拆开，"
        "一条条款说一件事。",
        page_en="Nobody can read a condition of so many parentheses, or explain it to a villager. "
        "Split it, so that one clause says one thing.",
        wrong="条款 1 当 ((((((低保)))))) 时 每次 加 5 分",
        right="条款 1 当 低保 时 每次 加 5 分",
    ),
    Message(
        code="encoding-gb18030",
        severity=Severity.WARNING,
        zh="文件按 GB18030 编码读取",
        en="the file was read as GB18030",
        help_zh="另存为 UTF-8，以免换一台电脑变成乱码",
        help_en="save it as UTF-8, so that other computers read the same",
        page_zh="旧版记事本默认用 GBK 或 GB18030 保存。文件能读，但换一个系统或软件可能变成乱码。"
        "建议另存为 UTF-8。",
        page_en="Old text editors save Chinese as GBK or GB18030. It could be read, but other "
        "systems may garble it. Save it as UTF-8.",
        wrong="友谊村细则.points（GB18030 编码）",
        right="友谊村细则.points（UTF-8 编码）",
    ),
    Message(
        code="not-converted",
        severity=Severity.ERROR,
        zh="这一段换一种写法以后意思会变，所以没有写出",
        en="this block would not say the same in the other notation, so nothing is written",
        help_zh="检查引号里有没有看不见的控制字符，删掉它们再转换",
        help_en="look for invisible control characters in quoted texts, and delete them",
        page_zh="转换以后会再读一遍，和原来的意思一样才写出。对不上的多半是引号里有控制字符，"
        "YAML 装不下。",
        page_en="What is written is read again first, and must say the same. What cannot is most "
        "often a control character in a quoted text, which YAML does not hold.",
        wrong="条款 1「保持\N{REPLACEMENT CHARACTER}干净」不计分（第三个字是控制字符）",
        right="条款 1「保持干净」不计分",
    ),
    Message(
        code="not-a-ruleset",
        severity=Severity.ERROR,
        zh="文件里没有细则",
        en="the file holds no ruleset",
        help_zh="第一行写：细则「…」",
        help_en="begin with: 细则「…」",
        page_zh="文件是空的，或者只有注释，没有任何一段。每个文件写一版细则，从“细则”开头。",
        page_en="The file is empty or holds only comments. Each file is one edition of a ruleset "
        "and begins with 细则 (ruleset).",
        wrong=_EMPTY,
        right=_SMALLEST,
    ),
)
