"""The words that tell apart what may stand in one place of a ruleset's JSON: `"kind": "and"`.

A type that is one of several in any place carries its word wherever it stands. The words are
written down here, so that a class can be renamed and the JSON stays what it is.
"""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from types import MappingProxyType

from pointrules.model import (
    account_period,
    beneficiary,
    board,
    clause,
    condition,
    example,
    exchange,
    flag,
    honour,
    loan,
    opening,
    period,
    pool,
    scan,
    schedule,
    settlement,
    trigger,
    validity,
    value,
    vocabulary,
)

KINDS: Mapping[type, str] = MappingProxyType(
    {
        # clauses
        clause.ScoringClause: "scoring-clause",
        clause.SettlementClause: "settlement-clause",
        trigger.TriggerClause: "trigger-clause",
        clause.UnscoredClause: "unscored-clause",
        clause.ManualClause: "manual-clause",
        clause.DraftClause: "draft-clause",
        # what a clause gives
        value.Constant: "constant",
        value.PerQuantity: "per-quantity",
        value.Lookup: "lookup",
        value.ByRunningSum: "by-running-sum",
        value.ByRole: "by-role",
        value.ByAccount: "by-account",
        value.Discretion: "discretion",
        value.Ladder: "ladder",
        settlement.ByTally: "by-tally",
        # conditions, and what they look at
        condition.BehaviourIs: "behaviour-is",
        condition.IsOneOf: "is-one-of",
        condition.ComparesNumber: "compares-number",
        condition.EqualsNumber: "equals-number",
        condition.ComparesDate: "compares-date",
        condition.ComparesDays: "compares-days",
        condition.AgeCompares: "age-compares",
        condition.IsTrue: "is-true",
        condition.FlagIsOpen: "flag-is-open",
        condition.NoRecordOf: "no-record-of",
        condition.GradeCompares: "grade-compares",
        condition.MeasureCompares: "measure-compares",
        condition.IsAmong: "is-among",
        condition.OnRegister: "on-register",
        condition.TallyCompares: "tally-compares",
        condition.NoneTallied: "none-tallied",
        condition.PeriodsInARow: "periods-in-a-row",
        condition.RecordsInARow: "records-in-a-row",
        condition.Not: "not",
        condition.And: "and",
        condition.Or: "or",
        condition.RecordAttribute: "record-attribute",
        condition.SubjectAttribute: "subject-attribute",
        # types of attributes, and the values of an example's records and facts
        vocabulary.EnumeratedType: "enumerated",
        vocabulary.NumericType: "numeric",
        vocabulary.TextType: "any-text",
        vocabulary.DateType: "date",
        vocabulary.YesNoType: "yes-no",
        Fraction: "number",
        str: "text",
        bool: "truth",
        date: "day",
        # scans and schedules
        period.Period: "period",
        period.Duration: "duration",
        scan.WhileValid: "while-valid",
        scan.LetThrough: "let-through",
        scan.RunningSum: "running-sum",
        scan.HighestSoFar: "highest-so-far",
        scan.LastOne: "last-one",
        scan.Occurrences: "occurrences",
        schedule.Linear: "linear",
        schedule.Banded: "banded",
        schedule.Progressive: "progressive",
        # accounts and validity
        account_period.NewcomerBase: "newcomer-base",
        account_period.ProRata: "pro-rata",
        validity.FixedValidity: "fixed-validity",
        validity.LevelValidity: "level-validity",
        validity.SizeValidity: "size-validity",
        # flags
        flag.HoldsGains: "holds-gains",
        flag.LowersPoints: "lowers-points",
        flag.BoundsGrade: "bounds-grade",
        flag.UntilPeriodEnd: "until-period-end",
        flag.UntilNextPeriodEnd: "until-next-period-end",
        flag.UntilRecordOf: "until-record-of",
        flag.UntilCleared: "until-cleared",
        # who, and when
        beneficiary.Own: "own",
        beneficiary.Relation: "relation",
        beneficiary.PartiesOf: "parties-of",
        settlement.SettlesEach: "settles-each",
        settlement.SettlesYearly: "settles-yearly",
        settlement.SettlesOn: "settles-on",
        settlement.SettlesByAttribute: "settles-by-attribute",
        # boards and incentives
        board.TopRanks: "top-ranks",
        board.TopShare: "top-share",
        loan.Loan: "loan",
        exchange.Exchange: "exchange",
        honour.Honour: "honour",
        pool.Pool: "pool",
        loan.RateTable: "rate-table",
        loan.RateDecidedBy: "rate-decided-by",
        loan.LowestRate: "lowest-rate",
        loan.NoLowestRate: "no-lowest-rate",
        loan.LineByPoints: "line-by-points",
        loan.LineDecidedBy: "line-decided-by",
        opening.AlwaysOpen: "always-open",
        opening.OpenDays: "open-days",
        opening.OpenWeekdays: "open-weekdays",
        opening.OpenEdge: "open-edge",
        opening.OpenSeason: "open-season",
        opening.OpenSpan: "open-span",
        # what an example expects
        example.ExpectsPoints: "expects-points",
        example.ExpectsClause: "expects-clause",
        example.ExpectsLimit: "expects-limit",
        example.ExpectsFlag: "expects-flag",
        example.ExpectsMeasure: "expects-measure",
        example.ExpectsGrade: "expects-grade",
        example.ExpectsPlace: "expects-place",
        example.ExpectsRate: "expects-rate",
        example.ExpectsLine: "expects-line",
        example.ExpectsEligibility: "expects-eligibility",
        example.ExpectsPrice: "expects-price",
        example.ExpectsShare: "expects-share",
        example.ExpectsNoMatch: "expects-no-match",
        example.ExpectsRefusal: "expects-refusal",
    }
)
"""An enumeration, or a plain value, stands with its word as `{"kind": …, "value": …}`."""

KEYS: Mapping[tuple[type, str], str] = MappingProxyType(
    {
        (condition.SubjectAttribute, "kind"): "subject_kind",
    }
)
"""Fields whose key is not their name: `kind` is taken."""
