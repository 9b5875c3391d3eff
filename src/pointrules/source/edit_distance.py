"""How far apart two words are, and which known names a misspelt word may have meant."""

from collections.abc import Iterable

LONGEST_WORD = 64
"""Longer words are never compared: nobody misspells a paragraph."""


def edit_distance(a: str, b: str) -> int:
    """The fewest letters to put in, take out, change or swap with a neighbour to make `b` of `a`.

    This is optimal string alignment: no stretch of letters is touched twice.
    """
    before_last: list[int] = []
    last = list(range(len(b) + 1))
    for i, left in enumerate(a, start=1):
        row = [i]
        for j, right in enumerate(b, start=1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (left != right))
            if i > 1 and j > 1 and left == b[j - 2] and a[i - 2] == right:
                cost = min(cost, before_last[j - 2] + 1)
            row.append(cost)
        before_last, last = last, row
    return last[-1]


def nearest_name(word: str, names: Iterable[str]) -> str | None:
    """The one of `names` that `word` most likely meant, None where none is near.

    A third of the letters may differ, at least one, but never all of them. Of equally near names
    one that only lacks or adds letters comes first, then the order of code points.
    """
    if len(word) > LONGEST_WORD:
        return None
    allowed = max(1, len(word) // 3)
    best: tuple[int, bool, str] | None = None
    for name in names:
        if abs(len(name) - len(word)) > allowed:
            continue
        distance = edit_distance(word, name)
        if distance > allowed or distance >= max(len(word), len(name)):
            continue
        candidate = (distance, name not in word and word not in name, name)
        best = candidate if best is None else min(best, candidate)
    return None if best is None else best[2]
