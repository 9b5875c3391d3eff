"""Sizes and depths beyond which a ruleset is refused: no village's rules are so large."""

MAX_BLOCKS = 10_000
MAX_ROWS = 1_000
MAX_CONDITION_DEPTH = 50
LONGEST_DURATION_IN_YEARS = 200
"""So far from any day of a record the calendar does not end."""
