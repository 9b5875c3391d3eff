"""The county template of 文登 and a village that uses it: the source's rows, and a recount."""

from collections import Counter, defaultdict
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from pointrules.api.evaluation import Evaluation
from pointrules.api.examples import run_all_examples
from pointrules.api.rulesets import CheckedRulesets, check_files, check_text
from pointrules.ledger.ledger import Outcome
from pointrules.model.clause import ManualClause, ScoringClause, SettlementClause, UnscoredClause
from pointrules.model.measure import Measure
from pointrules.model.number import Number
from pointrules.model.schedule import schedule_value
from pointrules.model.subject import Subject, SubjectKind
from pointrules.model.value import (
    ByAccount,
    ByRole,
    ByRunningSum,
    Constant,
    Lookup,
    PerQuantity,
)
from pointrules.records.reason import ReasonCode
from rulesets.evaluated import evaluated
from rulesets.wendeng_by_hand import recounted

NEW_YEARS_EVE, END_OF_JANUARY = date(2021, 12, 31), date(2022, 1, 31)
VILLAGE, DISTRICT = "信用积分", "区级积分"
BOTH = (VILLAGE, DISTRICT)

FIXED = {
    "H3": 5,
    "H6": 5,  # printed twice, as 10 and as 5
    "V3": 1,
    "V4": 1,
    "V5": 2,
    "V6": 3,
    "V7": 5,
    "V8": 5,
    "V9": 10,
    "V10": 2,
    "V11": 1,
    "V12": 1,
    "V13": 1,
    "V14": 1,
    "V15": 1,
    "V16": 2,
    "C1": 10,
    "C4": 10,
    "C5": 50,
    "C6": 100,
    "E1.1": 1,
    "G1": 30,
    "G2": 10,
    "G3": 10,
    "G4": 5,
    "G5": 5,
    "G6": 5,
    "G7": 5,
    "G8": 2,
    "G9": 5,
    "G10": 10,
    "G11": 2,
    "G13": 5,
    "G14": 2,
    "H7": 2,  # printed twice, as 5 and as 2
    "M3": 2,
    "N1": 5,
    "N2": 10,
    "N4": 20,
    "N5": 2,
    "KH2.1": -10,
    "KH2.2": -10,
    "KH3.1": -20,
    "KH3.2": -50,
    "KH6": -5,
    "KH8": -5,
    "KH9": -5,
    "KH10.1": -10,
    "KH10.2": -50,
    "KG1": -50,
    "KG2.1": -50,
    "KG2.2": -100,
    "KG3.1": -50,
    "KG3.2": -80,
    "KG3.3": -100,
    "KG4": -80,
    "KE1": -5,
    "KE2": -10,
    "KE3": -5,
    "KE4": -1,
    "KO1": -10,
    "KO2": -5,
    "KO3": -5,
    "KO4": -10,
    "KO5.1": -10,
    "KO6": -20,
    "KO7": -50,
    "KB1": -5,
    "KB2": -10,
    "KB5": -20,
    "KB6": -50,
    "KC1": -5,
    "KC2": -10,
    "KC4": -50,
    "KC5": -50,
    "KC6": -100,
    "KZ1": -50,
    "KZ2": -50,
    "KZ4": -20,
    "KZ5": -50,
    "KZ7": -5,
    "KZ8": -5,
    "KZ9": -20,
    "KZ10": -5,  # the village's table misprints 55
    "VT1.2": -60,
    "P1": 15,
    "P2": 10,
    "P3": 2,
}
"""Points of the source's rows by clause; those with several values are in `TABLES`."""

TABLES: dict[str, tuple[int, ...]] = {
    "H1": (5, 10),
    "H2": (5, 10),
    "H4": (5, 10),
    "H5": (5, 10, 20),
    "M1": (5, 10),
    "M4": (5, 10),
    "V17": (1, 2, 2, 3),
    "G15": (5, 10, 20, 30),
    "A1.1": (100, 60, 30, 25, 20, 10, 5, 3),
    "A1.2": (100, 60, 30, 25, 20, 10, 5),
    "N3": (20, 40, 60),
    "KH1": (-10, -20, -40, -50),
    "KH4": (-5, -3),
    "KH5": (-5, -10, -15, -20),
    "KH7": (-4, -2),
    "KO5.2": (-10, -20),
    "KB3": (-20, -50),
    "KB4": (-20, -50),
    "KC3": (-20, -50),
    "KZ3": (-10, -20),
    "KZ6": (-5, -10),
}

BY_NUMBER: dict[str, dict[int, Number]] = {
    "V1": {9: 0, 10: 2, 20: 5, 50: 10, 80: 15, 100: 20, 150: 25, 200: 30, 250: 40, 300: 50},
    "V2": {3: 0, 4: 1, 9: 2, 20: 5},
    "C2": {100: 1, 1000: 10, 1399: 10, 1400: 11, 5000: 20, 10000: 30, 20000: 40, 50000: 70},
    "C3": {9: 0, 10: Fraction(1, 10), 95: Fraction(9, 10)},
    "E1.2": {100: 2, 1000: 2, 1001: 3, 5000: 3, 5001: 5, 10000: 5, 10001: 10},
    "G12": {5000: 2, 5001: 3, 9999: 3},
    "M2": {1: 5, 1000000: 10, 2000000: 20, 5000000: 50},
}
"""What a clause gives for so many hours or yuan, before limits."""

VILLAGE_ONLY = {
    *(
        "VT1.2",
        "H7",
        "E1.1",
        "C3",
        "A1.1",
        "N4",
        "KH3.2",
        "KH10.2",
        "KG1",
        "KG2.1",
        "KG2.2",
        "KG3.1",
    ),
    *("KG3.2", "KG3.3", "KG4", "KE3", "KE4", "KZ7", "KZ8", "KZ9", "G8", "G9", "G10", "G11", "G12"),
    *("V2", "V3", "V4", "V5", "V6", "V9", "V10", "V11", "V12", "V13", "V14", "V15", "V16", "V17"),
}
DISTRICT_ONLY = {"V1", "A1.2", "P1", "P2", "P3"}
POINTLESS = {"VT1", "VT3"}
"""Clauses that only open or close flags."""

MISTAKES = {
    "2021-001": ReasonCode.NO_EDITION_IN_FORCE,
    "2021-029": ReasonCode.OUTSIDE_POPULATION,  # at school
    "2021-054": ReasonCode.OUTSIDE_POPULATION,  # moved out
    "2021-071": ReasonCode.PERSON_UNKNOWN,
    "2021-099": ReasonCode.ID_HAS_OTHER_CONTENT,
    "2021-103": ReasonCode.SUBJECT_NOT_LISTED,  # deceased the day before
    "2021-116": ReasonCode.OUTSIDE_POPULATION,  # an open case
    "2021-137": ReasonCode.OUTSIDE_POPULATION,  # 18 the next day
    "2021-155": ReasonCode.VALUE_NOT_LISTED,
    "2021-156": ReasonCode.ATTRIBUTE_MISSING,
    "2021-185": ReasonCode.OBJECTION_UPHELD,
    "2021-186": ReasonCode.BEHAVIOUR_UNKNOWN,
    "2021-196": ReasonCode.PARTY_MISSING,
    "2021-200": ReasonCode.RELATION_MISSING,
    "2021-906": ReasonCode.REFERENCE_UNKNOWN,
}

OTHER_CONTENT = "2021-099"
"""Entered twice, the second time as another act: the first line stands."""


@pytest.fixture(scope="module")
def template(folder: Path) -> CheckedRulesets:
    return check_files([folder / "templates" / "wendeng-rural.points"])


@pytest.fixture(scope="module")
def new_years_eve(folder: Path, checked: CheckedRulesets) -> Evaluation:
    return evaluated(folder, checked, NEW_YEARS_EVE)


@pytest.fixture(scope="module")
def end_of_january(folder: Path, checked: CheckedRulesets) -> Evaluation:
    return evaluated(folder, checked, END_OF_JANUARY)


def _balance(village: Evaluation, person: str, account: str = VILLAGE) -> Number:
    return village.measures[Subject(SubjectKind.PERSON, person), account, Measure.BALANCE]


def _level(village: Evaluation, person: str) -> str:
    [held] = [item for item in village.offers.grades if item.subject.id == person]
    return held.level


def _points(clause: ScoringClause | SettlementClause) -> tuple[Number, ...]:
    match clause.value:
        case Constant(points):
            return (points,)
        case Lookup(rows=rows, otherwise=otherwise):
            return (*(row.points for row in rows), *(() if otherwise is None else (otherwise,)))
        case ByRole(rows=rows) | ByAccount(rows=rows):
            return tuple(points for _, points in rows)
        case _:
            return ()


# ---- the template


def test_template_and_village_are_free_of_errors_and_warnings(
    template: CheckedRulesets, checked: CheckedRulesets
) -> None:
    assert template.diagnostics == ()
    assert checked.diagnostics == ()


def test_examples_of_template_and_village_come_out_as_written(
    template: CheckedRulesets, checked: CheckedRulesets
) -> None:
    results = [*run_all_examples(template.editions), *run_all_examples(checked.editions)]
    assert len(results) == 37
    assert [result.example.title for result in results if not result.is_met] == []


def test_rows_of_the_source_have_its_points(template: CheckedRulesets) -> None:
    [ruleset] = template.editions
    fixed: dict[str, Number] = {}
    tables: dict[str, tuple[Number, ...]] = {}
    others: set[str] = set()
    for clause in ruleset.clauses:
        if isinstance(clause, ScoringClause | SettlementClause):
            match _points(clause):
                case (points,):
                    fixed[clause.number] = points
                case ():
                    others.add(clause.number)
                case points:
                    tables[clause.number] = points
    assert fixed == FIXED
    assert tables == TABLES
    assert others == {*BY_NUMBER, *POINTLESS}


@pytest.mark.parametrize("number", sorted(BY_NUMBER))
def test_rows_by_hours_and_yuan_have_the_points_of_the_source(
    template: CheckedRulesets, number: str
) -> None:
    [ruleset] = template.editions
    [clause] = [item for item in ruleset.clauses if item.number == number]
    assert isinstance(clause, ScoringClause)
    match clause.value:
        case ByRunningSum(scan=scan):
            schedule = scan.transfer.schedule  # type: ignore[union-attr]
        case PerQuantity(schedule=schedule):
            pass
        case other:
            pytest.fail(f"{number} has {other}")
    asked = BY_NUMBER[number]
    assert {given: schedule_value(schedule, given) for given in asked} == asked


def test_clauses_enter_the_accounts_of_their_level(template: CheckedRulesets) -> None:
    [ruleset] = template.editions
    for clause in ruleset.clauses:
        if not isinstance(clause, ScoringClause | SettlementClause) or clause.number in POINTLESS:
            continue
        expected: tuple[str, ...] = BOTH
        if clause.number in VILLAGE_ONLY:
            expected = (VILLAGE,)
        elif clause.number in DISTRICT_ONLY:
            expected = (DISTRICT,)
        assert clause.accounts == expected, clause.number


def test_what_people_decide_and_what_is_not_scored(template: CheckedRulesets) -> None:
    [ruleset] = template.editions
    manual = [item.number for item in ruleset.clauses if isinstance(item, ManualClause)]
    unscored = [item.number for item in ruleset.clauses if isinstance(item, UnscoredClause)]
    assert manual == ["VT1.1", "P4"]
    assert unscored == ["P5", "P6", "P7", "P8", "P9"]


# ---- the village


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("每次 加 2 分；不设上限。", "每次 加 3 分；不设上限。", "own-clause-too-heavy"),
        ("条款 X10 「值班缺岗」", "条款 X11 「再来一项」", "own-clauses-too-many"),
        ("修改 条款 V14", "修改 条款 C2", "clause-locked"),
        ("参数「信用超市」：5 分", "参数「信用超市」：6 分", "parameter-out-of-bounds"),
    ],
)
def test_village_cannot_go_beyond_what_the_template_allows(
    folder: Path, before: str, after: str, code: str
) -> None:
    text = (folder / "wendeng-village.points").read_text(encoding="utf-8")
    assert before in text
    changed = text.replace(before, after, 1)
    if code == "own-clauses-too-many":
        sixth = "\n  值班缺岗 的，每次 扣 1 分；与 X11 可叠加。\n"
        changed += "\n条款 X10 「第六项」 归入 村级项目" + sixth
    checked = check_text(changed, templates=[folder / "templates"])
    assert code in {item.code for item in checked.diagnostics}


def test_every_line_read_has_one_of_six_outcomes(new_years_eve: Evaluation, folder: Path) -> None:
    lines = (folder / "records.csv").read_text(encoding="utf-8").splitlines()[1:]
    outcomes = Counter(item.outcome for item in new_years_eve.ledger.outcomes)
    assert outcomes == {
        Outcome.SCORED: 201,
        Outcome.UNMATCHED: 7,
        Outcome.PENDING: 3,
        Outcome.REFUSED: 17,
        Outcome.VOIDED: 3,
        Outcome.REPEATED: 1,
    }
    assert outcomes.total() == len(lines) == 232


def test_lines_left_wrong_on_purpose_are_refused_each_for_its_reason(
    new_years_eve: Evaluation,
) -> None:
    refused = {
        item.record_id: item.reason.code
        for item in new_years_eve.ledger.outcomes
        if item.outcome is Outcome.REFUSED
        and item.reason is not None
        and item.reason.code is not ReasonCode.REJECTED_BY_REVIEW
    }
    assert refused == MISTAKES
    assert new_years_eve.ledger.refused_facts == ()


def test_donations_are_marginal_and_stop_at_40(new_years_eve: Evaluation) -> None:
    given = defaultdict(list)
    for entry in new_years_eve.ledger.entries:
        if entry.clause is not None and entry.clause.number == "C2" and entry.account == VILLAGE:
            given[entry.subject.id].append(entry.points)
    # 10,000 twice and 30,000 more; 20,000; 50,000; 150 (250 more were taken out at the wish of
    # the donor).
    assert given == {
        "柳下-05-1": [30, 10, 0],
        "柳下-05-2": [40],
        "柳下-05-3": [40],
        "柳下-13-2": [1],
    }


def test_award_of_one_matter_pays_the_difference(new_years_eve: Evaluation) -> None:
    given = {
        account: [
            entry.points
            for entry in new_years_eve.ledger.entries
            if entry.subject.id == "柳下-12-1"
            and entry.account == account
            and entry.clause is not None
            and entry.clause.number.startswith("A1")
        ]
        for account in BOTH
    }
    assert given == {VILLAGE: [3, 17, 40, 0], DISTRICT: [20, 40, 0]}


def test_donor_is_credited_to_the_spouse_or_else_to_the_parents(new_years_eve: Evaluation) -> None:
    credited = {
        (entry.record.person, entry.subject.id, entry.points)
        for entry in new_years_eve.ledger.entries
        if entry.clause is not None and entry.clause.number == "C6" and entry.record is not None
    }
    assert credited == {
        ("柳下-06-2", "柳下-06-1", 100),
        ("柳下-07-3", "柳下-07-1", 100),
        ("柳下-07-3", "柳下-07-2", 100),
    }


def test_every_member_of_a_household_gains_once_a_quarter(new_years_eve: Evaluation) -> None:
    # The child of 03 is not 18; nobody of 10 gains twice in the last quarter.
    gained = Counter[str]()
    for entry in new_years_eve.ledger.entries:
        if entry.clause is not None and entry.clause.number in {"V11", "V12"} and entry.points:
            gained[entry.subject.id] += 1
    assert gained["柳下-03-1"] == gained["柳下-03-2"] == 4
    assert gained["柳下-03-3"] == 0
    assert {gained[f"柳下-10-{place}"] for place in range(1, 5)} == {4}


def test_direct_judgement_is_repaired_to_minus_60_or_stands(
    new_years_eve: Evaluation, end_of_january: Evaluation
) -> None:
    # 1004 taken and given back, −5 +2 −1 meanwhile, −60, then −1 −1 for the household.
    assert _balance(new_years_eve, "柳下-08-1") == 938
    assert _level(new_years_eve, "柳下-08-1") == "一星"
    assert (_balance(new_years_eve, "柳下-09-2"), _level(new_years_eve, "柳下-09-2")) == (0, "零星")
    assert _balance(end_of_january, "柳下-09-2") == 1000


def test_what_is_not_yet_put_right_weighs_in_the_next_year(end_of_january: Evaluation) -> None:
    # Put right only on 20 January; never; never. What 09 built was put right in September.
    assert _balance(end_of_january, "柳下-10-1") == 950
    assert _balance(end_of_january, "柳下-15-1") == 980
    assert _balance(end_of_january, "柳下-11-2") == 920
    assert _balance(end_of_january, "柳下-09-1") == 1000


def test_stars_have_their_bounds(new_years_eve: Evaluation) -> None:
    for person, points, level in (
        ("柳下-02-2", 1060, "四星"),
        ("柳下-01-2", Fraction("1060.1"), "五星"),
        ("柳下-01-1", 1040, "三星"),
        ("柳下-08-2", 990, "一星"),
        ("柳下-14-2", 950, "一星"),
        ("柳下-14-1", 1000, "二星"),
    ):
        assert (_balance(new_years_eve, person), _level(new_years_eve, person)) == (points, level)


def test_stars_feed_the_district_in_january(end_of_january: Evaluation) -> None:
    fed: dict[str, set[str]] = defaultdict(set)
    for entry in end_of_january.ledger.entries:
        if entry.clause is not None and entry.clause.number in {"P1", "P2", "P3"}:
            fed[str(entry.points)].add(entry.subject.id.removeprefix("柳下-"))
    assert fed == {
        "15": {"01-2", "06-1", "07-1", "07-2", "12-1"},
        "10": {"02-2", "05-1", "05-2", "05-3"},
        "2": {"01-1", "01-3", "03-1", "04-1", "14-3"},
    }


def test_special_group_is_ranked_apart(new_years_eve: Evaluation) -> None:
    ranked = {
        board.board.name: [place.subject.id for place in board.groups[0].places]
        for board in new_years_eve.offers.boards
    }
    assert ranked["重点人群榜"] == [
        "柳下-12-1",
        "柳下-01-1",
        "柳下-14-3",
        "柳下-03-2",
        "柳下-02-1",
    ]
    assert not set(ranked["重点人群榜"]) & set(ranked["普通村民榜"])


def test_balances_are_those_of_a_recount_in_plain_python(
    new_years_eve: Evaluation, folder: Path
) -> None:
    expected = recounted(folder, "2021", set(MISTAKES) - {OTHER_CONTENT})
    assert len(expected) == 44
    assert {person: _balance(new_years_eve, person) for person in expected} == expected
