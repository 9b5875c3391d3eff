"""The statement of one household or person: every entry explained, up to the loan quote."""

from pointrules.ledger.entry import Entry
from pointrules.ledger.flag_interval import FlagInterval
from pointrules.ledger.ground import Settled
from pointrules.ledger.ledger import Ledger, Outcome
from pointrules.ledger.offer import Offers
from pointrules.ledger.overspent import overspent
from pointrules.model.account import Account
from pointrules.model.number import Number, number_text, simplified
from pointrules.model.ruleset import Ruleset, edition_on
from pointrules.model.subject import Subject
from pointrules.report.headings import HEADINGS, Headings
from pointrules.report.held_section import held_lines
from pointrules.report.ledger_words import LedgerWords
from pointrules.report.outcome_lines import marked_lines, outcome_line
from pointrules.report.section import Section
from pointrules.report.settlement_sections import (
    is_only_read,
    not_settled,
    only_read,
)
from pointrules.report.statement_offers import offer_sections
from pointrules.report.table import table_lines
from pointrules.report.templating import text_template
from pointrules.report.wording_quantity import points_words, signed_text
from pointrules.source.display_width import display_width
from pointrules.source.language import Language

RECEIPT_DIGITS = 12
_NOT_SCORED = (
    Outcome.PENDING,
    Outcome.REFUSED,
    Outcome.UNMATCHED,
    Outcome.VOIDED,
    Outcome.REPEATED,
)


def statement(
    ledger: Ledger,
    offers: Offers,
    subject: Subject,
    language: Language,
    *,
    members: tuple[Subject, ...] = (),
) -> str:
    """What happened to the points of `subject`, entry by entry, and what they give.

    `members` are persons of the household whose own accounts are told too. The words are those of
    the editions that ruled each entry.
    """
    words = LedgerWords(ledger, language)
    heads = HEADINGS[language]
    everyone = (subject, *members)
    sections = [
        _account_section(ledger, owner, account, words)
        for owner in everyone
        for account in _accounts(ledger, owner)
    ]
    if not sections:
        sections.append(_elsewhere(ledger, subject, words))
    sections += _not_scored(ledger, everyone, words)
    sections += _held(ledger, everyone, words)
    mine = [line for line in ledger.outcomes if not set(everyone).isdisjoint(line.subjects)]
    sections += only_read(mine, words)
    sections += not_settled(
        (item for item in ledger.not_settled if item.subject in everyone), words
    )
    sections += _flags(ledger, everyone, words)
    sections += offer_sections(offers, everyone, words)
    return text_template("statement.txt.j2").render(
        title=heads.statement.format(words.subject(subject)),
        subtitle=subtitle(ledger, heads),
        editions=[_edition_words(ruleset, language) for ruleset in ledger.editions],
        sections=sections,
        receipt=heads.receipt.format(ledger.receipt.digest[:RECEIPT_DIGITS]),
    )


def subtitle(ledger: Ledger, heads: Headings) -> str:
    """The dates that the ledger was made for."""
    words = heads.as_of.format(ledger.as_of)
    if ledger.known_at is not None:
        words += f"{heads.semicolon}{heads.known_at.format(ledger.known_at)}"
    return words


def _edition_words(ruleset: Ruleset, language: Language) -> str:
    edition = ruleset.edition
    last = edition.last_day
    if language is Language.ZH:
        until = f"至 {last} " if last is not None else "起"
        said = f"{edition.title} {edition.version}，{edition.first_day} {until}施行"
        if ruleset.overlay is not None:
            said += f"，沿用《{ruleset.overlay.title}》{ruleset.overlay.version}"
        if edition.enactment is not None:
            said += f"，{edition.enactment.passed_on} {edition.enactment.body}通过"
        return said
    until = f"to {last}" if last is not None else "on"
    said = f"{edition.title} {edition.version}, in force from {edition.first_day} {until}"
    if ruleset.overlay is not None:
        said += f", using “{ruleset.overlay.title}” {ruleset.overlay.version}"
    if edition.enactment is not None:
        said += f", passed by {edition.enactment.body} on {edition.enactment.passed_on}"
    return said


def _accounts(ledger: Ledger, subject: Subject) -> tuple[Account, ...]:
    """The subject's accounts: those in force on `as_of`, then any others that have entries."""
    current = edition_on(ledger.editions, ledger.as_of) or ledger.editions[-1]
    used = {entry.account for entry in ledger.entries if entry.subject == subject}
    found: dict[str, Account] = {}
    for ruleset in (current, *reversed(ledger.editions)):
        for account in ruleset.accounts:
            is_own = account.subject_kind is subject.kind
            if is_own and (ruleset is current or account.name in used):
                found.setdefault(account.name, account)
    return tuple(found.values())


def _account_section(
    ledger: Ledger, subject: Subject, account: Account, words: LedgerWords
) -> Section:
    heads = HEADINGS[words.language]
    title = heads.account.format(words.subject(subject), account.name)
    entries = [
        entry
        for entry in ledger.entries
        if entry.subject == subject and entry.account == account.name
    ]
    if not entries:
        return Section(title, (heads.no_entries,))
    rows: list[tuple[str, str, str, str]] = [heads.columns]
    balance: Number = 0
    for entry in entries:
        balance = simplified(balance + entry.points)
        rows.append(
            (
                entry.day.isoformat(),
                signed_text(entry.points),
                number_text(balance),
                words.entry(entry),
            )
        )
    table = table_lines(rows, right=frozenset({1, 2}))
    # The details of an entry hang under its words, so that the columns of numbers stay clear.
    hang = " " * (display_width(table[0]) - display_width(heads.columns[-1]))
    lines = [table[0]]
    for entry, line in zip(entries, table[1:], strict=True):
        lines.append(line)
        lines += [hang + detail for detail in _details(entry, words)]
    lines.append(heads.total.format(points_words(balance, words.language)))
    lines += [
        heads.overspent.format(
            points_words(item.spent, words.language),
            points_words(item.owed, words.language),
        )
        for item in overspent(entries)
    ]
    return Section(title, tuple(lines))


def _elsewhere(ledger: Ledger, subject: Subject, words: LedgerWords) -> Section:
    """Where the points of someone without an account went: into the household's."""
    households = {
        entry.subject
        for entry in ledger.entries
        if entry.record is not None and entry.record.person == subject.id
    }
    heads = HEADINGS[words.language]
    named = heads.semicolon.join(words.subject(household) for household in sorted(households))
    return Section(words.subject(subject), (heads.no_own_account.format(named or "—"),))


def _details(entry: Entry, words: LedgerWords) -> list[str]:
    source, value = words.source(entry), words.valuation(entry)
    if isinstance(entry.ground, Settled) and value is not None:
        return [
            *words.found(entry.ground, entry.subject),
            value,
            *(words.adjustment(entry, adjustment) for adjustment in entry.adjustments),
        ]
    if source is None or value is None:
        return []
    joint = HEADINGS[words.language].semicolon
    return [
        f"{source}{joint}{value}",
        *([] if entry.ground is None else [words.ground(entry) or ""]),
        *(words.adjustment(entry, adjustment) for adjustment in entry.adjustments),
    ]


def _not_scored(ledger: Ledger, everyone: tuple[Subject, ...], words: LedgerWords) -> list[Section]:
    heads = HEADINGS[words.language]
    sections = []
    for outcome in _NOT_SCORED:
        lines = tuple(
            outcome_line(line, words)
            for line in ledger.outcomes
            if line.outcome is outcome
            and not set(everyone).isdisjoint(line.subjects)
            and not is_only_read(line)
        )
        if lines:
            title = heads.not_scored.format(words.outcome(outcome), len(lines))
            sections.append(Section(title, lines))
    own = (line for line in ledger.outcomes if not set(everyone).isdisjoint(line.subjects))
    marked = marked_lines(own, words)
    if marked:
        sections.append(Section(heads.marked.format(len(marked)), tuple(marked)))
    return sections


def _is_open(flag: FlagInterval, ledger: Ledger) -> bool:
    return flag.last_day is None or flag.last_day >= ledger.as_of


def _held(ledger: Ledger, everyone: tuple[Subject, ...], words: LedgerWords) -> list[Section]:
    lines = held_lines(ledger, everyone, words)
    return [Section(HEADINGS[words.language].held, lines)] if lines else []


def _flags(ledger: Ledger, everyone: tuple[Subject, ...], words: LedgerWords) -> list[Section]:
    heads = HEADINGS[words.language]
    lines = [
        f"{words.subject(flag.subject)} {words.flag(flag)}"
        + ("" if flag.closed_by is not None or _is_open(flag, ledger) else heads.flag_is_over)
        for flag in ledger.flags
        if flag.subject in everyone
    ]
    has_flags = any(ruleset.vocabulary.flags for ruleset in ledger.editions)
    if not has_flags:
        return []
    return [Section(heads.flags, tuple(lines) or (heads.no_flags,))]
