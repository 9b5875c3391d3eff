"""Messages about which records count (评议)."""

from pointrules.diagnostics.diagnostic import Severity
from pointrules.diagnostics.message import LabelText, Message

MESSAGES_OF_REVIEW = (
    Message(
        code="ruling-date-unasked",
        severity=Severity.ERROR,
        zh="按{kind}的日期归期，可是计分不要求{kind}",
        en="the date of {kind} is to rule, but records count without it",
        help_zh="在“计分”前面加上这项要求，或者按 发生日期 归期",
        help_en="ask for it before 计分, or write 按 发生日期 归期",
        page_zh="要求了公示，才有公示期满的日期；要求了审核，才有审核日期。没有要求的，记录里不一定有这个日期。",
        page_en="Only what is asked for has a date on every record that counts: a notice its end, "
        "a review its day.",
        wrong="评议：审核通过的，计分；按 公示期满日期 归期。",
        right="评议：审核通过，公示满 3 天 的，计分；按 公示期满日期 归期。",
        terms=("kind",),
    ),
    Message(
        code="stage-twice",
        severity=Severity.ERROR,
        zh="“{body}”审了两个环节",
        en="“{body}” has two stages",
        help_zh="一个单位只审一个环节；两个环节是两拨人的，各起一个名称",
        help_en="let each body have one stage; where two groups of people act, name both",
        page_zh="记录里只写审核单位，靠它分辨是哪个环节。同一个单位审两遍，等于审一遍。",
        page_en="A record names the body that reviewed it, which tells the stage. The same body "
        "twice is no second review.",
        wrong="词表 评议人 评分组\n"
        "评议：经 评分组 初审、评分组 复核 通过 的，计分；按 发生日期 归期。",
        right="词表 评议人 评分组、乡镇\n"
        "评议：经 评分组 初审、乡镇 复核 通过 的，计分；按 发生日期 归期。",
        labels=(LabelText("first", "第一个环节在这里", "its first stage is here"),),
    ),
    Message(
        code="recusal-without-review",
        severity=Severity.ERROR,
        zh="要审核人回避，可是计分不要求审核",
        en="reviewers are to stand aside, but records count without review",
        help_zh="在“计分”前面写上 审核通过，或者删去回避这一句",
        help_en="ask for 审核通过 before 计分, or delete the sentence",
        page_zh="没有审核，就没有审核人，也就没有谁可以回避。",
        page_en="Without a review there is no reviewer who could stand aside.",
        wrong="评议：公示满 3 天 的，计分；按 发生日期 归期；审核人 须回避 本人，违者 退回。",
        right="评议：审核通过，公示满 3 天 的，计分；按 发生日期 归期；"
        "审核人 须回避 本人，违者 退回。",
    ),
)
