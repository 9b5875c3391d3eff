"""What is told to the author of a ruleset."""
