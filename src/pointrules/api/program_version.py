"""Which version of the program this is."""


def program_version() -> str | None:
    """The installed version, None where the program runs from its source."""
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - slow to load

    try:
        return version("pointrules")
    except PackageNotFoundError:
        return None
