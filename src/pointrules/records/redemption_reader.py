"""From one line to a redemption."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from pointrules.model.account import Account
from pointrules.model.exchange import Exchange
from pointrules.model.number import Number, number_text
from pointrules.model.ruleset import Ruleset
from pointrules.model.subject import Subject, SubjectKind
from pointrules.model.validity import FixedValidity
from pointrules.records.line import RawLine
from pointrules.records.reason import Expected, Reason, ReasonCode
from pointrules.records.record_reader import RecordReader
from pointrules.records.redemption import Redemption, RedemptionRequest
from pointrules.records.review import ReviewStep, Today, approval_of, read_step
from pointrules.records.values import UnfitError, nearby, needed, occurrence, read_points
from pointrules.source.folding import fold

_COLUMNS = frozenset(
    {
        "id",
        "occurred_on",
        "entered_on",
        "kind",
        "household",
        "person",
        "group",
        "organisation",
        "village",
        "status",
        "reviewed_on",
        "reviewed_by",
        "reviewers",
        "noticed_on",
        "objection",
        "account",
        "points",
        "goods",
    }
)


def read_redemption(  # noqa: PLR0913, PLR0917
    raw: RawLine,
    line_id: str,
    entered_on: date,
    steps: Sequence[ReviewStep],
    reader: RecordReader,
    today: Today,
) -> Redemption | RedemptionRequest:
    """The redemption that the line holds, confirmed or not; `steps` are of its review, in order.

    Raises:
        UnfitError: the line cannot be used, or the redemption was turned down.
    """
    fields = raw.fields
    occurred_on = occurrence(fields, entered_on)
    _, awaited = approval_of((read_step(fields), *steps), occurred_on, today)
    surplus = fields.keys() - _COLUMNS
    if surplus:
        column = min(surplus)
        raise UnfitError(
            ReasonCode.FIELD_UNREADABLE,
            column=column,
            value=fields[column],
            expected=Expected.EMPTY,
        )
    ruleset = reader.ruleset_on(occurred_on)
    account = _account(fields, ruleset)
    household, collective = reader.named_by(fields, occurred_on, may_name_none=False)
    person = fields.get("person")
    redemption = Redemption(
        line_id,
        raw.at,
        occurred_on,
        entered_on,
        ruleset.edition.version,
        account.name,
        _subject(account, household, person, collective, occurred_on),
        _points(fields, account),
        fields.get("goods"),
        household,
        person,
        collective,
    )
    if awaited is None:
        return redemption
    told = [("account", redemption.account), ("points", number_text(redemption.points))]
    if redemption.goods is not None:
        told.append(("goods", redemption.goods))
    reason = Reason(ReasonCode.AWAITS_CONFIRMATION, (*told, *awaited.arguments))
    return RedemptionRequest(redemption, reason)


def _account(fields: Mapping[str, str], ruleset: Ruleset) -> Account:
    word = needed(fields, "account")
    for account in ruleset.accounts:
        if fold(account.name) == fold(word):
            named = _accounts_of_exchanges(ruleset)
            if named and account.name not in named:
                raise UnfitError(
                    ReasonCode.ACCOUNT_NOT_EXCHANGED,
                    account=account.name,
                    accounts="、".join(named),
                )
            if _lapses(account, ruleset):
                raise UnfitError(ReasonCode.POINTS_LAPSE, account=account.name)
            return account
    names = tuple(account.name for account in ruleset.accounts)
    raise UnfitError(ReasonCode.ACCOUNT_UNKNOWN, **nearby(word, names, value=word))


def _accounts_of_exchanges(ruleset: Ruleset) -> tuple[str, ...]:
    """Where exchanges say what they take from, nothing else is spent."""
    exchanges = (item for item in ruleset.incentives if isinstance(item, Exchange))
    return tuple(dict.fromkeys(account for item in exchanges for account in item.accounts))


def _lapses(account: Account, ruleset: Ruleset) -> bool:
    """Whether points of the account may lapse: once spent, they would be taken away twice (R38)."""
    entering = (clause for clause in ruleset.scoring_clauses if account.name in clause.accounts)
    rules = (ruleset.validity_of(clause, account) for clause in (None, *entering))
    return any(rule is not None and rule != FixedValidity(None) for rule in rules)


def _subject(
    account: Account,
    household: str | None,
    person: str | None,
    collective: Subject | None,
    day: date,
) -> Subject:
    """Whose points leave the account; the account says which kind of subject that is."""
    kind = account.subject_kind
    if kind is SubjectKind.PERSON:
        if person is None:
            raise UnfitError(ReasonCode.PERSON_MISSING, account=account.name)
        return Subject(SubjectKind.PERSON, person)
    if kind is SubjectKind.HOUSEHOLD:
        if household is None and person is not None:
            raise UnfitError(
                ReasonCode.PERSON_WITHOUT_HOUSEHOLD, person=person, day=day.isoformat()
            )
        if household is not None:
            return Subject(SubjectKind.HOUSEHOLD, household)
    elif collective is not None and collective.kind is kind:
        return collective
    raise UnfitError(ReasonCode.FIELD_MISSING, column=kind.value)


def _points(fields: Mapping[str, str], account: Account) -> Number:
    text = needed(fields, "points")
    points = read_points(text, "points")
    if points <= 0:
        raise UnfitError(
            ReasonCode.FIELD_UNREADABLE, column="points", value=text, expected=Expected.ABOVE_ZERO
        )
    if (Fraction(points) / account.precision).denominator != 1:
        raise UnfitError(
            ReasonCode.AMOUNT_TOO_FINE,
            points=number_text(points),
            account=account.name,
            precision=number_text(account.precision),
        )
    return points
