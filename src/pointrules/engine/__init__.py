"""Rulesets applied to records."""
