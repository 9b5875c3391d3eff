"""What the product answers to each kind of expected block."""

from collections.abc import Callable

from conformance.markdown_case import Case, Question


def render_statement(case: Case, question: Question) -> str:
    """The statement of `question.subject`, as `explain` prints it."""
    raise NotImplementedError(f"no statement yet for {question.subject} in “{case.title}”")


def render_check(case: Case, question: Question) -> str:
    """The diagnostics of the ruleset as text, in `question.lang`; empty when there are none."""
    raise NotImplementedError(f"no {question.lang} diagnostics yet for “{case.title}”")


def render_offer(case: Case, question: Question) -> str:
    """What `question.subject` is offered, step by step."""
    raise NotImplementedError(f"no offer yet for {question.subject} in “{case.title}”")


def render_evaluate(case: Case, question: Question) -> str:
    """What `evaluate` prints for the whole village as of `question.as_of`."""
    raise NotImplementedError(f"no evaluation yet as of {question.as_of} in “{case.title}”")


RENDERERS: dict[str, Callable[[Case, Question], str]] = {
    "statement": render_statement,
    "check": render_check,
    "offer": render_offer,
    "evaluate": render_evaluate,
}
