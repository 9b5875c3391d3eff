"""The front door: functions that open files; everything behind them is pure.

A mistake in a ruleset is a diagnostic, a line that does not fit is a refused line of the ledger,
and a file or call that cannot be worked with at all is a `PointRulesError`. The doors are apart, so
that checking a ruleset need not load the engine.
"""
