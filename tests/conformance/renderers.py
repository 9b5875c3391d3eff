"""What the product answers to each kind of expected block."""

import contextlib
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from conformance.markdown_case import Case, Question
from pointrules.api.evaluation import Evaluation, evaluate, explain, summarize
from pointrules.api.examples import examples_report, run_all_examples
from pointrules.api.overlay import overlays
from pointrules.api.rulesets import CheckedRulesets, check_files
from pointrules.diagnostics.render_text import render
from pointrules.source.language import Language


def render_statement(case: Case, question: Question) -> str:
    """The statement of `question.subject`, as `explain` prints it, without heading and receipt."""
    with _folder(case):
        evaluation = _evaluation(case, question)
        subject = evaluation.subject(question.subject)
        return _body(explain(evaluation, subject, Language(question.lang)))


def render_check(case: Case, question: Question) -> str:
    """The diagnostics of the ruleset as text, in `question.lang`; empty when there are none."""
    with _folder(case):
        checked = _checked(case)
    language = Language(question.lang)
    return "\n\n".join(
        render(diagnostic, checked.sources, language) for diagnostic in checked.diagnostics
    )


def render_offer(case: Case, question: Question) -> str:
    """Grades and loan quotes of `question.subject`, step by step, as the statement ends."""
    statement = render_statement(case, question)
    sections = statement.split("\n\n")
    headings = ("等级", "榜单", "激励", "Grades", "Boards", "Incentive")
    return "\n\n".join(section for section in sections if section.startswith(headings))


def render_evaluate(case: Case, question: Question) -> str:
    """What `evaluate` prints as of `question.as_of`, without heading and receipt."""
    with _folder(case):
        evaluation = _evaluation(case, question)
        return _body(summarize(evaluation, Language(question.lang)))


def render_examples(case: Case, question: Question) -> str:
    """What `test` prints of the examples (例) in the ruleset, failing ones with their reasons."""
    with _folder(case):
        checked = _checked(case)
    _assert_sound(checked)
    results = run_all_examples(checked.editions)
    return examples_report(results, checked.sources, Language(question.lang))


def render_overlay(case: Case, question: Question) -> str:
    """What `overlay` prints: all that is not as in the template."""
    with _folder(case):
        checked = _checked(case)
    _assert_sound(checked)
    return "\n\n".join(overlays(checked, Language(question.lang)))


RENDERERS: dict[str, Callable[[Case, Question], str]] = {
    "statement": render_statement,
    "check": render_check,
    "offer": render_offer,
    "evaluate": render_evaluate,
    "examples": render_examples,
    "overlay": render_overlay,
}


@contextmanager
def _folder(case: Case) -> Iterator[None]:
    """The case as files of a village, in a folder of their own."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        for name, text in zip(_ruleset_names(case), case.rulesets, strict=True):
            Path(name).write_text(text, encoding="utf-8")
        for number, text in enumerate(case.templates, start=1):
            Path("模板").mkdir(exist_ok=True)
            Path("模板", f"模板{number}.points").write_text(text, encoding="utf-8")
        Path("facts.csv").write_text(case.facts or _NO_FACTS, encoding="utf-8")
        Path("records.csv").write_text(case.records or _NO_RECORDS, encoding="utf-8")
        yield


_NO_FACTS = "subject_kind,subject,attribute,value,from,until\n"
_NO_RECORDS = "id,occurred_on,entered_on,behaviour,household,status\n"


def _ruleset_names(case: Case) -> list[str]:
    if len(case.rulesets) == 1:
        return ["村.points"]
    return [f"村{number}.points" for number in range(1, len(case.rulesets) + 1)]


def _checked(case: Case) -> CheckedRulesets:
    return check_files([Path(name) for name in _ruleset_names(case)])


def _evaluation(case: Case, question: Question) -> Evaluation:
    checked = _checked(case)
    _assert_sound(checked)
    assert question.as_of is not None, "a question about points has a date"
    return evaluate(
        checked.editions,
        records=Path("records.csv"),
        facts=Path("facts.csv"),
        as_of=question.as_of,
        known_at=question.known_at,
    )


def _assert_sound(checked: CheckedRulesets) -> None:
    told = [render(item, checked.sources, Language.ZH) for item in checked.diagnostics]
    assert not checked.has_errors, "\n".join(told)


def _body(text: str) -> str:
    """Without the heading and the receipt, which change with every word of the ruleset."""
    _, *sections, _ = text.rstrip("\n").split("\n\n")
    return "\n\n".join(sections)
