"""The ruleset as its author wrote it."""
