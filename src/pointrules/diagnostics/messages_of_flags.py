"""Messages about flags: what they do, until when, and what opens and withdraws them."""

from pointrules.diagnostics.diagnostic import Severity
from pointrules.diagnostics.message import LabelText, Message, Offer

MESSAGES_OF_FLAGS = (
    Message(
        code="flag-effect-unknown",
        severity=Severity.ERROR,
        zh="“{found}”不是判定能有的效果",
        en="“{found}” is nothing that a flag does",
        help_zh="写：暂停加分、本期清零、余额清零、本期降至 60 分、余额降至 60 分、等级不高于 三星",
        help_en="write 暂停加分, 本期清零, 余额清零, 本期降至 60 分, 余额降至 60 分, 等级不高于 X",
        page_zh="判定只有这几种效果，每一种都写明动的是哪个数：本期、余额，还是等级。别的后果"
        "（不能兑换、不能评优）由条款和激励拿判定作条件：没有 停止兑换。这样的判定不写冒号。",
        page_en="A flag has effects from this closed list only, each saying what it moves: this "
        "period, the balance, or a grade. Any other consequence is a condition of clauses and "
        "incentives: 没有 停止兑换. Such a flag has no colon.",
        wrong="判定 一票否决：取消兑换",
        right="判定 一票否决：本期清零",
    ),
    Message(
        code="effect-without-flag",
        severity=Severity.ERROR,
        zh="这里写了效果，前面没有判定",
        en="an effect stands here, and no flag before it",
        help_zh="写在判定的冒号后面，如：判定 一票否决：本期清零",
        help_en="write it behind a flag's colon: 判定 一票否决：本期清零",
        page_zh="效果说的是判定打开期间怎样：暂停加分、本期清零、余额清零、本期降至 60 分、"
        "等级不高于 三星。它跟在判定的名字和冒号后面。",
        page_en="An effect says what a flag does while it is open, from a closed list. It stands "
        "behind the flag's name and a colon.",
        wrong="行为 行政处罚；本期清零",
        right="判定 一票否决：本期清零",
    ),
    Message(
        code="grade-bound-from-below",
        severity=Severity.ERROR,
        zh="判定只能让等级“不高于 {level}”",
        en="a flag can only keep a grade at most “{level}”",
        help_zh="写：不高于 {level}",
        help_en="write 不高于 {level}",
        page_zh="判定限制等级的上面：星级 不高于 三星。要把等级抬高，应当写成加分的条款。",
        page_en="A flag bounds a grade from above. What raises a grade is a clause that gives "
        "points.",
        wrong="判定 一票否决：星级 不低于 三星",
        right="判定 一票否决：星级 不高于 三星",
    ),
    Message(
        code="grade-bound-unclear",
        severity=Severity.ERROR,
        zh="没有写明是哪一种等级",
        en="it is not said which grade is meant",
        help_zh="写等级的名字，如：星级 不高于 三星",
        help_en="name the grade, as in 星级 不高于 三星",
        page_zh="细则里只有一种等级时，可以写“等级不高于 三星”；有几种的，要写明是哪一种；"
        "一种也没有，就没有可以限制的。",
        page_en="With one grade in the ruleset 等级不高于 三星 is clear. With several, name the "
        "one that is meant.",
        wrong="判定 一票否决：等级不高于 三星",
        right="判定 一票否决：星级 不高于 三星",
        offer=Offer.ALLOWED,
    ),
    Message(
        code="instead-without-flag",
        severity=Severity.ERROR,
        zh="“改扣”前面没有撤销判定",
        en="a deduction instead (改扣) stands here, and no flag is withdrawn",
        help_zh="写：整改验收 的，撤销 一票否决，改扣 60 分；只是扣分的，写：每次 扣 60 分",
        help_en="write 撤销 … first; where points are only deducted, write 每次 扣 60 分",
        page_zh="“改扣”是用扣分代替判定的效果，所以这一条的正文是“撤销 …”。",
        page_en="改扣 puts a deduction in place of a flag's effect, so the clause withdraws one.",
        wrong="整改验收 的，每次 加 2 分，改扣 60 分",
        right="整改验收 的，撤销 一票否决，改扣 60 分",
    ),
    Message(
        code="judged-first-without-flag",
        severity=Severity.ERROR,
        zh="写了“直接判级优先”，这一条却没有打开判定",
        en="a clause that opens no flag says 直接判级优先",
        help_zh="把它写在打开判定的那一条里",
        help_en="write it in the clause that opens the flag",
        page_zh="“直接判级优先”是说：这件事已经直接判定，就不再按别的条款扣分。",
        page_en="Where a clause with 直接判级优先 opens its flag, other clauses deduct nothing for "
        "the same record.",
        wrong="酒后驾车 的，每次 加 1 分，直接判级优先",
        right="酒后驾车 的，一票否决，至 本年末，直接判级优先",
    ),
    Message(
        code="judged-first-with-deduction",
        severity=Severity.ERROR,
        zh="直接判级优先，这一条自己的扣分就永远不算",
        en="with 直接判级优先 the clause's own deduction never counts",
        help_zh="去掉扣分，或去掉“直接判级优先”",
        help_en="leave out the deduction, or 直接判级优先",
        page_zh="打开判定的那条记录，扣分都不算，包括这一条自己的。两样都写，必有一样是多余的。",
        page_en="No deduction counts for a record that opens the flag, the clause's own included.",
        wrong="酒后驾车 的，每次 扣 20 分，并 一票否决，至 本年末，直接判级优先",
        right="酒后驾车 的，一票否决，至 本年末，直接判级优先",
        labels=(LabelText("deduction", "扣分在这里", "the deduction is here"),),
    ),
    Message(
        code="points-open-flags-only",
        severity=Severity.ERROR,
        zh="条款 {clause} 看的是积分，只能打开判定",
        en="clause {clause} looks at points, so it can only open flags",
        help_zh="写判定和期限，如：公开曝光，至 本年末",
        help_en="write a flag and its end, as in 公开曝光，至 本年末",
        page_zh="“积分 本年累计扣分 达到 10 分 的”在每天结束时看积分，第二天起打开判定。"
        "用积分再加减积分，会自己滚下去，所以不能写。",
        page_en="A clause about points is asked at each day's end and opens flags from the next "
        "day on. Points that gave points would feed on themselves.",
        wrong="积分 本年累计扣分 达到 10 分 的，每次 扣 5 分",
        right="积分 本年累计扣分 达到 10 分 的，公开曝光，至 本年末",
    ),
    Message(
        code="flag-never-withdrawn",
        severity=Severity.WARNING,
        zh="“{flag}”要到撤销为止，没有条款撤销它",
        en="“{flag}” lasts until it is withdrawn, and no clause withdraws it",
        help_zh="写一条：整改验收 的，撤销 {flag}；或者换一个期限",
        help_en="write a clause that withdraws it (撤销 {flag}), or another end",
        page_zh="没有条款撤销的判定永远不结束：分数永远清零，等级永远受限，村民没有改正的路。",
        page_en="A flag that nothing withdraws never ends: whoever has it can do nothing about it.",
        wrong="行政处罚 的，一票否决，至 撤销为止",
        right="整改验收 的，撤销 一票否决",
    ),
    Message(
        code="flag-never-opened",
        severity=Severity.WARNING,
        zh="条款 {clause} 撤销“{flag}”，没有条款打开它",
        en="clause {clause} withdraws “{flag}”, and no clause opens it",
        help_zh="写打开它的条款，或者检查名字",
        help_en="write the clause that opens it, or check the name",
        page_zh="打不开的判定用不着撤销。多半是漏了打开它的那一条，或者写成了另一个判定。",
        page_en="A flag that is never opened needs no withdrawal: a clause was forgotten, or "
        "another flag was meant.",
        wrong="整改验收 的，撤销 一票否决",
        right="行政处罚 的，一票否决，至 撤销为止",
    ),
)
