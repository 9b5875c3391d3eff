"""Text and the places in it."""
