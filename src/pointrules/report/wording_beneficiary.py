"""Words for subjects and for whom a record names: head of the household, spouse, parties."""

from collections.abc import Sequence

from pointrules.ledger.entry import Adjustment
from pointrules.model.beneficiary import Own, PartiesOf, Relation
from pointrules.model.clause import ScoringClause
from pointrules.model.multiplier import Multiplier
from pointrules.model.number import number_text
from pointrules.model.subject import SubjectKind
from pointrules.model.value import ByRole
from pointrules.records.record import Party
from pointrules.report.wording_quantity import points_words, size_of
from pointrules.source.language import Language

SUBJECT_KINDS = {
    Language.ZH: {
        SubjectKind.HOUSEHOLD: "户",
        SubjectKind.PERSON: "人",
        SubjectKind.GROUP: "组",
        SubjectKind.ORGANISATION: "组织",
        SubjectKind.VILLAGE: "村",
    },
    Language.EN: {kind: kind.value for kind in SubjectKind},
}

RELATIONS = {
    Language.ZH: {
        Relation.HEAD: "户主",
        Relation.SPOUSE: "配偶",
        Relation.PARENTS: "父母",
        Relation.MEMBERS: "家庭成员",
        Relation.GROUP: "组",
        Relation.ORGANISATION: "组织",
        Relation.VILLAGE: "村",
    },
    Language.EN: {
        Relation.HEAD: "head",
        Relation.SPOUSE: "spouse",
        Relation.PARENTS: "parents",
        Relation.MEMBERS: "members",
        Relation.GROUP: "group",
        Relation.ORGANISATION: "organisation",
        Relation.VILLAGE: "village",
    },
}

_OWN = {
    Language.ZH: {Own.PERSON: "本人", Own.HOUSEHOLD: "本户"},
    Language.EN: {Own.PERSON: "the person", Own.HOUSEHOLD: "the household"},
}
_EVERY_PARTY = {Language.ZH: "各方", Language.EN: "every party"}
_BELONGED_TO = (Relation.GROUP, Relation.ORGANISATION, Relation.VILLAGE)


def parties_words(parties: Sequence[Party], language: Language) -> str:
    """`（书记 王五、主任 赵六）`."""
    named = [f"{party.role} {party.subject.id}" for party in parties]
    return f"（{'、'.join(named)}）" if language is Language.ZH else f" ({', '.join(named)})"


def multiplier_words(multiplier: Multiplier, adjustment: Adjustment, language: Language) -> str:
    """`乘 人数：2 × 4 = 8 分`."""
    chinese = language is Language.ZH
    operand = multiplier.operand
    if operand is None:
        name = "在册人数" if chinese else "listed members"
    else:
        name = operand.attribute.name
    each, times = number_text(size_of(adjustment.before)), number_text(adjustment.used)
    product = points_words(size_of(adjustment.after), language)
    said = f"乘 {name}：" if chinese else f"multiplied by {name}: "
    return f"{said}{each} × {times} = {product}"


def beneficiaries_words(clause: ScoringClause, language: Language) -> str | None:
    """`户主、配偶`: whom a clause names after 计给; None where it names nobody."""
    if not clause.beneficiaries or isinstance(clause.value, ByRole):
        return None  # a role is told with its points
    names: list[str] = []
    for item in clause.beneficiaries:
        match item.who:
            case Relation():
                own = item.who in _BELONGED_TO and language is Language.ZH
                names.append(("本" if own else "") + RELATIONS[language][item.who])
            case Own():
                names.append(_OWN[language][item.who])
            case PartiesOf(roles):
                names.extend(roles or (_EVERY_PARTY[language],))
    if any(item.otherwise for item in clause.beneficiaries):
        return ("或" if language is Language.ZH else " or ").join(names)
    return ("、" if language is Language.ZH else ", ").join(names)
