"""One diagnostic per file, named for what is wrong; here they are in order."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from pointrules.checking.checks.amounts_in_limited_category import amounts_in_limited_category
from pointrules.checking.checks.behaviour_of_no_clause import behaviour_of_no_clause
from pointrules.checking.checks.best_of_with_running_sum import best_of_with_running_sum
from pointrules.checking.checks.best_of_with_settlement import best_of_with_settlement
from pointrules.checking.checks.example_attribute_missing import example_attribute_missing
from pointrules.checking.checks.example_outside_edition import example_outside_edition
from pointrules.checking.checks.example_unknown_limit import example_unknown_limit
from pointrules.checking.checks.flag_never_opened import flag_never_opened
from pointrules.checking.checks.flag_never_withdrawn import flag_never_withdrawn
from pointrules.checking.checks.largest_cut_above_base import largest_cut_above_base
from pointrules.checking.checks.last_counts_with_best_of import last_counts_with_best_of
from pointrules.checking.checks.last_counts_with_validity import last_counts_with_validity
from pointrules.checking.checks.limit_below_award import limit_below_award
from pointrules.checking.checks.limit_missing import limit_missing
from pointrules.checking.checks.locked_unknown_clause import locked_unknown_clause
from pointrules.checking.checks.matter_with_settlement import matter_with_settlement
from pointrules.checking.checks.name_begins_with_digit import name_begins_with_digit
from pointrules.checking.checks.name_begins_with_keyword import name_begins_with_keyword
from pointrules.checking.checks.name_ends_in_keyword import name_ends_in_keyword
from pointrules.checking.checks.name_is_keyword import name_is_keyword
from pointrules.checking.checks.open_deductions_with_lowering import (
    open_deductions_with_lowering,
)
from pointrules.checking.checks.overlap_without_stacking import overlap_without_stacking
from pointrules.checking.checks.precedence_circle import precedence_circle
from pointrules.checking.checks.rate_without_floor import rate_without_floor
from pointrules.checking.checks.replaces_of_no_settlement import replaces_of_no_settlement
from pointrules.checking.checks.settlement_outside_edition import settlement_outside_edition
from pointrules.checking.checks.stacking_with_unscored import stacking_with_unscored
from pointrules.checking.checks.validity_clock_without_validity import (
    validity_clock_without_validity,
)
from pointrules.checking.checks.validity_in_closing_account import validity_in_closing_account
from pointrules.checking.checks.validity_level_of_settlement import validity_level_of_settlement
from pointrules.checking.checks.validity_window_unclear import validity_window_unclear
from pointrules.checking.meaning import Meaning
from pointrules.diagnostics.diagnostic import Diagnostic

Check: TypeAlias = Callable[[Meaning], Iterable[Diagnostic]]

CHECKS: tuple[Check, ...] = (
    name_is_keyword,
    name_begins_with_digit,
    name_begins_with_keyword,
    name_ends_in_keyword,
    behaviour_of_no_clause,
    limit_missing,
    limit_below_award,
    amounts_in_limited_category,
    best_of_with_running_sum,
    best_of_with_settlement,
    matter_with_settlement,
    replaces_of_no_settlement,
    settlement_outside_edition,
    last_counts_with_best_of,
    last_counts_with_validity,
    stacking_with_unscored,
    locked_unknown_clause,
    precedence_circle,
    overlap_without_stacking,
    flag_never_withdrawn,
    flag_never_opened,
    open_deductions_with_lowering,
    validity_in_closing_account,
    validity_level_of_settlement,
    validity_window_unclear,
    validity_clock_without_validity,
    rate_without_floor,
    largest_cut_above_base,
    example_outside_edition,
    example_attribute_missing,
    example_unknown_limit,
)
