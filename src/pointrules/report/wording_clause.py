"""Clauses by number and in the regulation's own words."""

from pointrules.model.clause import Clause, ScoringClause
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
