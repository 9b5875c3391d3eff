"""The catalogue of messages: from a code and its arguments to words, in either language."""

from collections.abc import Mapping
from string import Formatter
from types import MappingProxyType

from pointrules.diagnostics.diagnostic import Diagnostic, Fix, Label, Severity
from pointrules.diagnostics.message import Message, Offer
from pointrules.diagnostics.messages_of_account_periods import MESSAGES_OF_ACCOUNT_PERIODS
from pointrules.diagnostics.messages_of_accounts import MESSAGES_OF_ACCOUNTS
from pointrules.diagnostics.messages_of_beneficiaries import MESSAGES_OF_BENEFICIARIES
from pointrules.diagnostics.messages_of_boards import MESSAGES_OF_BOARDS
from pointrules.diagnostics.messages_of_clauses import MESSAGES_OF_CLAUSES
from pointrules.diagnostics.messages_of_conditions import MESSAGES_OF_CONDITIONS
from pointrules.diagnostics.messages_of_editions import MESSAGES_OF_EDITIONS
from pointrules.diagnostics.messages_of_examples import MESSAGES_OF_EXAMPLES
from pointrules.diagnostics.messages_of_exchanges import MESSAGES_OF_EXCHANGES
from pointrules.diagnostics.messages_of_files import MESSAGES_OF_FILES
from pointrules.diagnostics.messages_of_flags import MESSAGES_OF_FLAGS
from pointrules.diagnostics.messages_of_ladders import MESSAGES_OF_LADDERS
from pointrules.diagnostics.messages_of_left_out import MESSAGES_OF_LEFT_OUT
from pointrules.diagnostics.messages_of_loans import MESSAGES_OF_LOANS
from pointrules.diagnostics.messages_of_markdown import MESSAGES_OF_MARKDOWN
from pointrules.diagnostics.messages_of_names import MESSAGES_OF_NAMES
from pointrules.diagnostics.messages_of_review import MESSAGES_OF_REVIEW
from pointrules.diagnostics.messages_of_scans import MESSAGES_OF_SCANS
from pointrules.diagnostics.messages_of_settlements import MESSAGES_OF_SETTLEMENTS
from pointrules.diagnostics.messages_of_shares import MESSAGES_OF_SHARES
from pointrules.diagnostics.messages_of_successions import MESSAGES_OF_SUCCESSIONS
from pointrules.diagnostics.messages_of_syntax import MESSAGES_OF_SYNTAX
from pointrules.diagnostics.messages_of_templates import MESSAGES_OF_TEMPLATES
from pointrules.diagnostics.messages_of_validity import MESSAGES_OF_VALIDITY
from pointrules.diagnostics.messages_of_values import MESSAGES_OF_VALUES
from pointrules.diagnostics.messages_of_yaml import MESSAGES_OF_YAML
from pointrules.diagnostics.messages_of_yaml_keys import MESSAGES_OF_YAML_KEYS
from pointrules.diagnostics.terms import TERMS
from pointrules.source.display_width import visible
from pointrules.source.language import Language
from pointrules.source.source_file import Span

LONGEST_ARGUMENT = 60
"""Of longer words of a ruleset a message shows this many characters."""

MESSAGES: tuple[Message, ...] = (
    *MESSAGES_OF_FILES,
    *MESSAGES_OF_SYNTAX,
    *MESSAGES_OF_MARKDOWN,
    *MESSAGES_OF_NAMES,
    *MESSAGES_OF_VALUES,
    *MESSAGES_OF_CLAUSES,
    *MESSAGES_OF_SCANS,
    *MESSAGES_OF_BENEFICIARIES,
    *MESSAGES_OF_FLAGS,
    *MESSAGES_OF_LADDERS,
    *MESSAGES_OF_CONDITIONS,
    *MESSAGES_OF_SETTLEMENTS,
    *MESSAGES_OF_LEFT_OUT,
    *MESSAGES_OF_ACCOUNTS,
    *MESSAGES_OF_ACCOUNT_PERIODS,
    *MESSAGES_OF_REVIEW,
    *MESSAGES_OF_BOARDS,
    *MESSAGES_OF_VALIDITY,
    *MESSAGES_OF_LOANS,
    *MESSAGES_OF_EXCHANGES,
    *MESSAGES_OF_SHARES,
    *MESSAGES_OF_EDITIONS,
    *MESSAGES_OF_SUCCESSIONS,
    *MESSAGES_OF_TEMPLATES,
    *MESSAGES_OF_EXAMPLES,
    *MESSAGES_OF_YAML,
    *MESSAGES_OF_YAML_KEYS,
)

_CATALOGUE: Mapping[str, Message] = MappingProxyType({entry.code: entry for entry in MESSAGES})

_SEVERITY_WORDS = {
    Severity.ERROR: ("错误", "error"),
    Severity.WARNING: ("警告", "warning"),
}


def diagnose(
    code: str,
    span: Span,
    *,
    choices: tuple[str, ...] = (),
    labels: tuple[Label, ...] = (),
    fix: Fix | None = None,
    **arguments: str,
) -> Diagnostic:
    """The diagnostic `code` at `span`; its arguments and labels must be those of its sentences."""
    entry = _CATALOGUE[code]
    wanted = placeholders(entry)
    if wanted != frozenset(arguments):
        raise AssertionError(f"{code} takes {sorted(wanted)}, not {sorted(arguments)}")
    for term in entry.terms:
        if arguments[term] not in TERMS:
            raise AssertionError(f"{code}: {term} is no term: {arguments[term]!r}")
    known_roles = {label.role for label in entry.labels}
    for label in labels:
        if label.role not in known_roles:
            raise AssertionError(f"{code} has no label {label.role!r}")
    return Diagnostic(
        code, entry.severity, span, tuple(arguments.items()), labels, tuple(choices), fix
    )


def placeholders(entry: Message) -> frozenset[str]:
    """The arguments that the sentences of `entry` take."""
    return frozenset().union(*map(template_fields, (entry.zh, entry.help_zh)))


def template_fields(template: str) -> frozenset[str]:
    """The names in braces."""
    return frozenset(name for _, name, _, _ in Formatter().parse(template) if name is not None)


def message(diagnostic: Diagnostic, language: Language) -> str:
    """What is wrong, in one line."""
    entry = _CATALOGUE[diagnostic.code]
    return _filled(entry.zh if language is Language.ZH else entry.en, diagnostic, language)


def help_text(diagnostic: Diagnostic, language: Language) -> str | None:
    """What to do, in one line: names near the written one, what may stand here, or a rule."""
    entry = _CATALOGUE[diagnostic.code]
    in_chinese = language is Language.ZH
    advice = _filled(entry.help_zh if in_chinese else entry.help_en, diagnostic, language)
    if not diagnostic.choices:
        return advice or None
    choices = ("、" if in_chinese else ", ").join(map(visible, diagnostic.choices))
    match entry.offer:
        case None:
            return advice or None
        case Offer.MEANT:
            return f"是不是想写：{choices}？" if in_chinese else f"did you mean: {choices}?"
        case Offer.ALLOWED:
            allowed = f"这里可以写：{choices}" if in_chinese else f"here may stand: {choices}"
            joined = "；" if in_chinese else "; "
            return f"{allowed}{joined}{advice}" if advice else allowed


def label_text(diagnostic: Diagnostic, label: Label, language: Language) -> str:
    """The sentence beside the second place `label`."""
    entry = _CATALOGUE[diagnostic.code]
    sentence = next(item for item in entry.labels if item.role == label.role)
    return _filled(sentence.zh if language is Language.ZH else sentence.en, diagnostic, language)


def severity_word(severity: Severity, language: Language) -> str:
    """错误 or 警告."""
    zh, en = _SEVERITY_WORDS[severity]
    return zh if language is Language.ZH else en


def codes() -> tuple[str, ...]:
    """All codes, in the order of the catalogue."""
    return tuple(_CATALOGUE)


def severity_of(code: str) -> Severity:
    """The severity of a code that exists."""
    return _CATALOGUE[code].severity


def summary(code: str, language: Language) -> str:
    """The sentence of a code that exists, with … for what differs from case to case."""
    entry = _CATALOGUE[code]
    return _with_gaps(entry.zh if language is Language.ZH else entry.en)


def explanation(code: str, language: Language) -> str:
    """Why a code that exists matters."""
    entry = _CATALOGUE[code]
    return entry.page_zh if language is Language.ZH else entry.page_en


def page(code: str, language: Language) -> str | None:
    """What `explain` shows of a code, None where there is no such code."""
    entry = _CATALOGUE.get(code)
    if entry is None:
        return None
    in_chinese = language is Language.ZH
    severity = severity_word(entry.severity, language)
    title = f"{code}（{severity}）" if in_chinese else f"{code} ({severity})"
    return "\n".join(
        (
            title,
            "",
            _with_gaps(entry.zh if in_chinese else entry.en),
            "",
            entry.page_zh if in_chinese else entry.page_en,
            "",
            "有问题的写法：" if in_chinese else "Not so:",
            "",
            *_indented(entry.wrong),
            "",
            "可以这样写：" if in_chinese else "But so:",
            "",
            *_indented(entry.right),
            "",
        )
    )


def _with_gaps(template: str) -> str:
    return template.format_map(dict.fromkeys(template_fields(template), "…"))


def _indented(piece: str) -> list[str]:
    return [f"    {line}".rstrip() for line in piece.strip("\n").split("\n")]


def _filled(template: str, diagnostic: Diagnostic, language: Language) -> str:
    terms = _CATALOGUE[diagnostic.code].terms
    return template.format_map(
        {
            name: _term(text, language) if name in terms else quotable(text)
            for name, text in diagnostic.arguments
        }
    )


def _term(key: str, language: Language) -> str:
    term = TERMS[key]
    return term.zh if language is Language.ZH else term.en


def quotable(text: str) -> str:
    """`text` as a message shows it: short, and on one line."""
    return visible(text if len(text) <= LONGEST_ARGUMENT else f"{text[:LONGEST_ARGUMENT]}…")
