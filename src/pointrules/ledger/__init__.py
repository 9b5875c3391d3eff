"""What follows from the records: entries, totals, offers."""
