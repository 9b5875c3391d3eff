"""Messages about counters that go on from one edition to the next."""

from pointrules.diagnostics.diagnostic import Severity
from pointrules.diagnostics.message import LabelText, Message, Offer

MESSAGES_OF_SUCCESSIONS = (
    Message(
        code="continues-unknown",
        severity=Severity.ERROR,
        zh="上一版（{version}）没有{kind}“{name}”，接续不了",
        en="the edition before ({version}) has no {kind} “{name}” to go on with",
        help_zh="写上一版里的编号或名称",
        help_en="name a clause or category of the edition before",
        page_zh="“接续”让这一条接着用上一版那一条的计数：用掉的上限、累计的数量、再犯的次数。上一版得有那一条。",
        page_en="With 接续 a clause goes on with the counters of one of the edition before: what "
        "its limits have let through, its sums, its repeats. That clause must be there.",
        wrong="条款 3.2 志愿服务 的，加 2 分；接续 9.9",
        right="条款 3.2 志愿服务 的，加 2 分；接续 3.1",
        offer=Offer.MEANT,
        terms=("kind",),
    ),
    Message(
        code="clause-number-reused",
        severity=Severity.ERROR,
        zh="条款 {clause} 在版本 {version} 里管的是“{before}”，现在是“{after}”",
        en="in edition {version} clause {clause} was about “{before}”, now it is about “{after}”",
        help_zh="写 接续 {clause}（计数接着数）或 重新起算（从零开始），也可以换一个编号",
        help_en="write 接续 {clause} (its counters go on), or 重新起算 (they begin afresh), or "
        "renumber it",
        page_zh="换版时计数按条款编号接着数。编号没变，管的事变了，旧的计数就会算到新的事上：用掉的上限、累计的数量、"
        "再犯的次数。所以要写明。",
        page_en="Counters run on by the number of a clause. Where the number stays and the matter "
        "changes, what was counted for the old matter would weigh on the new one, so it is said.",
        wrong="旧版：条款 3.1 志愿服务 的，每次 加 2 分\n新版：条款 3.1 乱倒垃圾 的，每次 扣 2 分",
        right="旧版：条款 3.1 志愿服务 的，每次 加 2 分\n"
        "新版：条款 3.1 乱倒垃圾 的，每次 扣 2 分；重新起算",
        labels=(LabelText("before", "上一次在这里", "it was here"),),
    ),
    Message(
        code="continued-twice",
        severity=Severity.ERROR,
        zh="{kind}“{name}”的计数有两处接着数：“{first}”和“{second}”",
        en="the counters of {kind} “{name}” go on in two places: “{first}” and “{second}”",
        help_zh="只留一处接续，另一处写 重新起算",
        help_en="let one go on, and write 重新起算 in the other",
        page_zh="两条用同一个计数，一条用掉的余地另一条就没有了，村民看不出来。",
        page_en="Two clauses on one counter would use up each other's room, and nobody would see "
        "why.",
        wrong="条款 3.1 志愿服务 的，加 2 分\n条款 3.2 义务劳动 的，加 2 分；接续 3.1",
        right="条款 3.1 志愿服务 的，加 2 分；重新起算\n条款 3.2 义务劳动 的，加 2 分；接续 3.1",
        labels=(LabelText("first", "第一处", "the first place"),),
        terms=("kind",),
    ),
)
