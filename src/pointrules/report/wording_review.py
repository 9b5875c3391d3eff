"""Words for the stages of a review, and for those who stand aside."""

from pointrules.model.review import Kin, StageWord
from pointrules.source.language import Language

STAGES = {
    Language.ZH: {
        StageWord.SELF: "自评",
        StageWord.PEERS: "互评",
        StageWord.FIRST: "初审",
        StageWord.SECOND: "复审",
        StageWord.RECHECK: "复核",
        StageWord.REVIEW: "审核",
        StageWord.DELIBERATION: "审议",
        StageWord.DECISION: "审定",
        StageWord.FINAL: "终审",
    },
    Language.EN: {
        StageWord.SELF: "self-evaluation",
        StageWord.PEERS: "peer evaluation",
        StageWord.FIRST: "first review",
        StageWord.SECOND: "second review",
        StageWord.RECHECK: "recheck",
        StageWord.REVIEW: "review",
        StageWord.DELIBERATION: "deliberation",
        StageWord.DECISION: "decision",
        StageWord.FINAL: "final review",
    },
}

KIN = {
    Language.ZH: {
        Kin.SELF: "本人",
        Kin.SPOUSE: "配偶",
        Kin.PARENTS: "父母",
        Kin.CHILDREN: "子女",
        Kin.HOUSEHOLD: "同户人",
    },
    Language.EN: {
        Kin.SELF: "self",
        Kin.SPOUSE: "spouse",
        Kin.PARENTS: "parent",
        Kin.CHILDREN: "child",
        Kin.HOUSEHOLD: "fellow member of the household",
    },
}
