"""Clauses by number and in the regulation's own words."""

from pointrules.model.clause import Clause, ScoringClause
from pointrules.model.overlay import ChangeKind
from pointrules.model.ruleset import Ruleset
from pointrules.model.scan import Owner, OwnerKind
from pointrules.report.headings import HEADINGS
from pointrules.source.language import Language


def clause_reference(number: str, language: Language) -> str:
    """A clause named inside a sentence: `第 4.1 条`, `第三条`, `条款 E01`."""
    if language is Language.EN:
        return f"clause {number}"
    if number.startswith("第"):
        return number
    if number.replace(".", "").isdigit():
        return f"第 {number} 条"
    return f"条款 {number}"


def clause_words(clause: Clause, language: Language) -> str:
    """The number and the regulation's text; a clause without text is known by its behaviours."""
    if clause.text is not None:
        if language is Language.ZH:
            return f"{clause.number}「{clause.text}」"
        return f"{clause.number} “{clause.text}”"
    if isinstance(clause, ScoringClause):
        return f"{clause.number} {HEADINGS[language].joint.join(clause.behaviours)}"
    return clause.number


def clause_notes(ruleset: Ruleset, number: str, language: Language) -> str:
    """What else there is to say of a clause: whose it is, whose counters it goes on with."""
    return _whose(ruleset, number, language) + _succession(ruleset, number, language)


def _whose(ruleset: Ruleset, number: str, language: Language) -> str:
    """（本村自设）, （本村修改）; nothing where the clause is the template's, or there is none."""
    change = None if ruleset.overlay is None else ruleset.overlay.change_of(number)
    if change is ChangeKind.OWN:
        return "（本村自设）" if language is Language.ZH else " (the village's own)"
    if change is ChangeKind.AMENDED:
        return "（本村修改）" if language is Language.ZH else " (amended by the village)"
    return ""


def _succession(ruleset: Ruleset, number: str, language: Language) -> str:
    """（接续上一版 3.1）, where the number does not tell whose counters a clause goes on with."""
    owner = Owner(OwnerKind.CLAUSE, number)
    in_chinese = language is Language.ZH
    for succession in ruleset.successions:
        before = succession.predecessor
        if succession.owner != owner or before == number:
            continue
        if before is None:
            return "（重新起算）" if in_chinese else " (counted afresh)"
        if in_chinese:
            return f"（接续上一版 {before}）"
        return f" (goes on with {before} of the edition before)"
    return ""
