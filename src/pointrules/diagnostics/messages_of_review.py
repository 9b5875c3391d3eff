"""Messages about which records count (评议)."""

from pointrules.diagnostics.diagnostic import Severity
from pointrules.diagnostics.message import Message

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
)
