"""Why a line did not count, free of language: reports turn codes and arguments into words.

What each code carries; an argument in brackets is left out where there is nothing to say.

| code | arguments |
|---|---|
| field-missing | column |
| field-unreadable | column, value, expected |
| kind-unknown | value, (nearest) |
| status-unknown | value |
| columns-differ | value: the first cell beyond the last column |
| behaviour-unknown | value, (nearest) |
| attribute-unknown | attribute, (nearest) |
| attribute-missing | behaviour, attribute |
| attribute-not-of-behaviour | behaviour, attribute, value, (nearest) |
| attribute-unreadable | attribute, value, expected, (unit) |
| value-not-listed | attribute, value, (nearest) |
| no-edition-in-force | day, version, first_day, (last_day): of the edition next to that day |
| household-unknown | household, (person): the person whose membership names it |
| person-unknown | person |
| subject-missing | none |
| subject-not-listed | household, person, group, organisation or village; day |
| person-without-household | person, day |
| person-of-other-household | person, household: as given, expected: as in the facts, day |
| person-missing | account |
| collective-unknown | kind, value: the id |
| role-unknown | value, (nearest) |
| party-twice | value |
| id-has-other-content | value: the id, line |
| reference-unknown, reference-not-a-record | refers_to |
| already-voided | refers_to, line: of the void |
| voided, replaced | line: of the void or of the replacing line, record: its id |
| voids | refers_to |
| repeated | line: of the one that stands |
| rejected-by-review | (day): the day of the review, (body, stage): whose it was |
| stage-missing | body, stage, (day): the day of the review, where it is still to come |
| stage-too-early | body, stage, day: of it, value: day of the stage before |
| reviewed-by-other | value, bodies: those that review, (nearest) |
| reviewers-missing | (body) |
| reviewer-not-aside | reviewer, (person, kin): whose kin the reviewer is |
| awaits-review | (day): the day of the review, where it is still to come |
| review-date-missing, objection-upheld | none |
| notice-missing | days: how many it lasts |
| notice-not-over | days: how many are missing, day: the first that counts |
| objection-open | (objection): its text |
| noticed-before-occurrence | day: of occurrence, value: day of posting |
| entered-before-review | day: of the review, value: day of entering |
| filed-too-late | day: the last one, value: day of entering |
| reviews | refers_to |
| account-unknown | value, (nearest) |
| redemption-not-replaced | refers_to |
| points-lapse | account |
| account-not-exchanged | account, accounts: those of the exchanges |
| redeemed | account, points, (goods) |
| awaits-confirmation | account, points, (goods), (day): of the review, where it is to come |
| balance-exceeded | account, points, balance |
| reviewed-before-occurrence | day: of occurrence, value: day of the review |
| entered-before-occurrence | day: of occurrence, value: day of entering |
| fact-overlaps | attribute, value, household or person, line: of the other |
| ends-before-it-begins | first_day, last_day: the two cells |

`column` is a canonical English name (`records.columns` knows the Chinese one); `expected` is a
word of `Expected`; `unit` is the symbol of an attribute's unit; days are ISO dates; `line` is a
number where the other line stands in the same file, else `file:number`.
The engine's own codes (condition, decided, amount, clause) are told where they are made.
"""

from enum import StrEnum

from msgspec import Struct


class ReasonCode(StrEnum):
    """Every way a line of the log or of the facts can fail to count."""

    FIELD_MISSING = "field-missing"
    FIELD_UNREADABLE = "field-unreadable"
    KIND_UNKNOWN = "kind-unknown"
    STATUS_UNKNOWN = "status-unknown"
    COLUMNS_DIFFER = "columns-differ"
    BEHAVIOUR_UNKNOWN = "behaviour-unknown"
    ATTRIBUTE_UNKNOWN = "attribute-unknown"
    ATTRIBUTE_MISSING = "attribute-missing"
    ATTRIBUTE_NOT_OF_BEHAVIOUR = "attribute-not-of-behaviour"
    ATTRIBUTE_UNREADABLE = "attribute-unreadable"
    VALUE_NOT_LISTED = "value-not-listed"
    NO_EDITION_IN_FORCE = "no-edition-in-force"
    HOUSEHOLD_UNKNOWN = "household-unknown"
    PERSON_UNKNOWN = "person-unknown"
    SUBJECT_MISSING = "subject-missing"
    SUBJECT_NOT_LISTED = "subject-not-listed"
    PERSON_WITHOUT_HOUSEHOLD = "person-without-household"
    PERSON_OF_OTHER_HOUSEHOLD = "person-of-other-household"
    PERSON_MISSING = "person-missing"
    COLLECTIVE_UNKNOWN = "collective-unknown"
    ROLE_UNKNOWN = "role-unknown"
    PARTY_TWICE = "party-twice"
    PARTY_MISSING = "party-missing"
    PARTY_UNFIT = "party-unfit"
    OUTSIDE_POPULATION = "outside-population"
    POPULATION_UNKNOWN = "population-unknown"
    SUBJECT_KIND_MISSING = "subject-kind-missing"
    RELATION_MISSING = "relation-missing"
    NOBODY_RELATED = "nobody-related"
    RELATED_UNKNOWN = "related-unknown"
    ID_HAS_OTHER_CONTENT = "id-has-other-content"
    REFERENCE_UNKNOWN = "reference-unknown"
    REFERENCE_NOT_A_RECORD = "reference-not-a-record"
    ALREADY_VOIDED = "already-voided"
    VOIDED = "voided"
    VOIDS = "voids"
    REPLACED = "replaced"
    REPEATED = "repeated"
    REJECTED_BY_REVIEW = "rejected-by-review"
    AWAITS_REVIEW = "awaits-review"
    REVIEW_DATE_MISSING = "review-date-missing"
    NOTICE_MISSING = "notice-missing"
    NOTICE_NOT_OVER = "notice-not-over"
    NOTICED_BEFORE_OCCURRENCE = "noticed-before-occurrence"
    OBJECTION_OPEN = "objection-open"
    OBJECTION_UPHELD = "objection-upheld"
    FILED_TOO_LATE = "filed-too-late"
    REVIEWS = "reviews"
    STAGE_MISSING = "stage-missing"
    STAGE_TOO_EARLY = "stage-too-early"
    REVIEWED_BY_OTHER = "reviewed-by-other"
    REVIEWERS_MISSING = "reviewers-missing"
    REVIEWER_NOT_ASIDE = "reviewer-not-aside"
    ACCOUNT_UNKNOWN = "account-unknown"
    REDEMPTION_NOT_REPLACED = "redemption-not-replaced"
    POINTS_LAPSE = "points-lapse"
    ACCOUNT_NOT_EXCHANGED = "account-not-exchanged"
    REDEEMED = "redeemed"
    AWAITS_CONFIRMATION = "awaits-confirmation"
    BALANCE_EXCEEDED = "balance-exceeded"
    ENTERED_BEFORE_REVIEW = "entered-before-review"
    REVIEWED_BEFORE_OCCURRENCE = "reviewed-before-occurrence"
    CONDITION_UNKNOWN = "condition-unknown"
    PAST_UNKNOWN = "past-unknown"
    DECIDED_MISSING = "decided-missing"
    DECIDED_OUT_OF_RANGE = "decided-out-of-range"
    DECIDED_BY_OTHER = "decided-by-other"
    DECIDED_UNASKED = "decided-unasked"
    AMOUNT_TOO_FINE = "amount-too-fine"
    CLOCK_BEFORE_OCCURRENCE = "clock-before-occurrence"
    READ_AT_SETTLEMENT = "read-at-settlement"
    READ_IN_A_ROW = "read-in-a-row"
    NOTHING_TALLIED = "nothing-tallied"
    NOTHING_AVERAGED = "nothing-averaged"
    TALLIED_ATTRIBUTE_MISSING = "tallied-attribute-missing"
    SETTLED_ATTRIBUTE_UNKNOWN = "settled-attribute-unknown"
    SETTLED_WITHOUT_HOUSEHOLD = "settled-without-household"
    NO_CLAUSE_MATCHES = "no-clause-matches"
    FACT_OVERLAPS = "fact-overlaps"
    ENDS_BEFORE_IT_BEGINS = "ends-before-it-begins"
    ENTERED_BEFORE_OCCURRENCE = "entered-before-occurrence"


class Expected(StrEnum):
    """What a cell should have held."""

    DAY = "day"
    NUMBER = "number"
    WHOLE_NUMBER = "whole-number"
    NUMBER_WITHOUT_COMMA = "number-without-comma"
    NOT_NEGATIVE = "not-negative"
    ABOVE_ZERO = "above-zero"
    OTHER_UNIT = "other-unit"
    YES_NO = "yes-no"
    SUBJECT_KIND = "subject-kind"
    EMPTY = "empty"
    PARTIES = "parties"
    ONE_SUBJECT = "one-subject"


class Reason(Struct, frozen=True):
    """A code, and the words and numbers that belong into its sentence, by name.

    `more` are further reasons of the same line: all that a pending record waits for.
    """

    code: ReasonCode
    arguments: tuple[tuple[str, str], ...] = ()
    more: tuple["Reason", ...] = ()
