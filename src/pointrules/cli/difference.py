"""What would change in a file, as `diff -u` shows it."""

from pointrules.source.display_width import visible

_WITHOUT_END = "\\ No newline at end of file\n"


def difference(name: str, before: str, after: str) -> str:
    """The unified difference, each line with a line end."""
    from difflib import unified_diff  # noqa: PLC0415 - only where it is asked for

    shown = visible(name)
    lines = unified_diff(_lines(before), _lines(after), shown, shown)
    return "".join(line if line.endswith("\n") else f"{line}\n{_WITHOUT_END}" for line in lines)


def _lines(text: str) -> list[str]:
    """Lines end at a line feed and at nothing else."""
    lines = [f"{line}\n" for line in text.split("\n")]
    last = lines.pop()[:-1]
    return [*lines, last] if last else lines
