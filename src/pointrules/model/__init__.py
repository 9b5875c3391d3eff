"""What a ruleset means, however it was written."""
