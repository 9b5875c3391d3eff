"""Words for whom a line is about, and who is missing, unknown or not meant."""

from collections.abc import Mapping

from pointrules.records.reason import ReasonCode
from pointrules.source.language import Language

REASONS_OF_SUBJECTS: Mapping[ReasonCode, Mapping[Language, str]] = {
    ReasonCode.HOUSEHOLD_UNKNOWN: {
        Language.ZH: (
            "户情表里没有“{household}”这一户[（“{person}”登记在这一户）]；请改正，或在户情表里登记"
        ),
        Language.EN: (
            "no facts name household “{household}”[, of which “{person}” is a member]; "
            "correct it, or register it"
        ),
    },
    ReasonCode.PERSON_UNKNOWN: {
        Language.ZH: "户情表里没有“{person}”这个人；请改正，或在户情表里登记",
        Language.EN: "no facts name person “{person}”; correct it, or register it",
    },
    ReasonCode.SUBJECT_MISSING: {
        Language.ZH: "没有填是哪一户、哪一人，请补填",
        Language.EN: "neither household nor person is given; fill one in",
    },
    ReasonCode.SUBJECT_NOT_LISTED: {
        Language.ZH: (
            "[户“{household}”][人“{person}”][组“{group}”][组织“{organisation}”]"
            "[村“{village}”]在 {day} 不在册；"
            "请检查日期，或改正户情表"
        ),
        Language.EN: (
            "[household “{household}” ][person “{person}” ][group “{group}” "
            "][organisation “{organisation}” ][village “{village}” ]is not listed on "
            "{day}; check the date, or correct the facts"
        ),
    },
    ReasonCode.PERSON_WITHOUT_HOUSEHOLD: {
        Language.ZH: (
            "[{clause}按户计分，][“{person}”在 {day} ]不属于任何一户；请检查日期，或在户情表里登记"
        ),
        Language.EN: (
            "[{clause} is for households, and this person][“{person}”] belongs to no "
            "household[ on {day}]; check the date, or register it"
        ),
    },
    ReasonCode.PERSON_OF_OTHER_HOUSEHOLD: {
        Language.ZH: (
            "“{person}”在 {day} 不是“{household}”的人，而是“{expected}”的；请改正其中一项"
        ),
        Language.EN: (
            "“{person}” does not belong to “{household}” on {day} but to “{expected}”; "
            "correct one of them"
        ),
    },
    ReasonCode.PERSON_MISSING: {
        Language.ZH: "[{clause}][账户“{account}”的分]按人计，这里没有填是哪一人，请补填",
        Language.EN: (
            "points[ of the account “{account}”][ by {clause}] are for persons, and no person is "
            "given; fill it in"
        ),
    },
    ReasonCode.COLLECTIVE_UNKNOWN: {
        Language.ZH: "户情表里没有“{value}”这个{kind}；请改正，或在户情表里登记",
        Language.EN: (
            "no facts name the {kind} “{value}”; correct it, or register it in the facts"
        ),
    },
    ReasonCode.ROLE_UNKNOWN: {
        Language.ZH: (
            "词表里没有角色“{value}”；请改正，或在细则的词表里登记[。是不是想写“{nearest}”？]"
        ),
        Language.EN: (
            "the vocabulary has no role “{value}”; correct it, or declare it in the "
            "ruleset[; did you mean “{nearest}”?]"
        ),
    },
    ReasonCode.PARTY_TWICE: {
        Language.ZH: "当事人“{value}”写了两次，请删去一次",
        Language.EN: "the party “{value}” stands here twice; delete one",
    },
    ReasonCode.PARTY_MISSING: {
        Language.ZH: "{clause}计给当事人[（{roles}）]，这里没有填，请补填",
        Language.EN: ("{clause} is for parties[ ({roles})], and none is named here; fill them in"),
    },
    ReasonCode.PARTY_UNFIT: {
        Language.ZH: (
            "{clause}计给{role}“{subject}”，可是记入的账户都不是按{kind}的，请检查当事人"
        ),
        Language.EN: (
            "{clause} is for {role} “{subject}”, but none of its accounts is kept by "
            "{kind}; check the parties"
        ),
    },
    ReasonCode.OUTSIDE_POPULATION: {
        Language.ZH: (
            "{clause}记入的账户“{account}”限定了对象，"
            "[户“{household}”][人“{person}”][组“{group}”][组织“{organisation}”]"
            "[村“{village}”]在 {day} 不在其中[（那天的“{attribute}”是“{value}”）]；"
            "请检查日期，或改正户情表"
        ),
        Language.EN: (
            "{clause} enters “{account}”, which is not for[ household “{household}”][ "
            "person “{person}”][ group “{group}”][ organisation “{organisation}”][ "
            "village “{village}”] as it is on {day}[, when “{attribute}” is “{value}”]; "
            "check the date, or correct the facts"
        ),
    },
    ReasonCode.POPULATION_UNKNOWN: {
        Language.ZH: (
            "账户“{account}”限什么人，"
            "要看[户“{household}”][人“{person}”][组“{group}”][组织“{organisation}”][村“{village}”]的“{attribute}”，"
            "{day} 没有登记；请在户情表里登记"
        ),
        Language.EN: (
            "whom “{account}” is for depends on the “{attribute}” of[ household "
            "“{household}”][ person “{person}”][ group “{group}”][ organisation "
            "“{organisation}”][ village “{village}”], which nobody registered for {day}; "
            "register it"
        ),
    },
    ReasonCode.SUBJECT_KIND_MISSING: {
        Language.ZH: "{clause}按{kind}计分，这里没有填是哪一{kind}，请补填",
        Language.EN: "{clause} gives points by {kind}, and none is named here; fill it in",
    },
    ReasonCode.RELATION_MISSING: {
        Language.ZH: (
            "{clause}要看[户“{household}”][人“{person}”]的“{relation}”，{day} 没有登记；"
            "请在户情表里登记"
        ),
        Language.EN: (
            "{clause} needs the {relation} of[ household “{household}”][ person "
            "“{person}”], which the facts do not name on {day}; register it"
        ),
    },
    ReasonCode.NOBODY_RELATED: {
        Language.ZH: (
            "{clause}计给{relations}，[户“{household}”][人“{person}”]在 {day} 登记的是没有，"
            "没有人可计；登记错了的，请改正户情表"
        ),
        Language.EN: (
            "{clause} is for {relations}, and the facts say that[ household “{household}”][ "
            "person “{person}”] has none on {day}; correct the facts if they are wrong"
        ),
    },
    ReasonCode.RELATED_UNKNOWN: {
        Language.ZH: (
            "[户“{household}”][人“{person}”]在 {day} 登记的“{relation}”是“{value}”，"
            "户情表里没有，或当日不在册；请改正户情表"
        ),
        Language.EN: (
            "the {relation} of[ household “{household}”][ person “{person}”] on {day} is "
            "“{value}”, who is not listed then; correct the facts"
        ),
    },
}
