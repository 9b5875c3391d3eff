"""From the written form to the meaning, or to diagnostics."""
