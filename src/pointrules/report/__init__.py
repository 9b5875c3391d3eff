"""Ledgers for people to read."""
