"""Records and facts from tables: what does not fit is refused with its place and a reason."""
