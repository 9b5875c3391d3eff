"""The articles of a regulation that holds its own rules, and what has become of each."""

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from pointrules.source.source_file import Span


class ArticleState(StrEnum):
    """ENCODED: points follow from it. NOTHING: nobody has said yet what becomes of it.

    An article with a clause that is to be settled still (待定) is a DRAFT, whatever else it has.
    """

    ENCODED = "encoded"
    MANUAL = "manual"
    UNSCORED = "unscored"
    DRAFT = "draft"
    NOTHING = "nothing"


class Article(Struct, frozen=True):
    """An article as its heading says it: 第三条, 房前屋后; `place` is the heading."""

    number: str
    title: str
    place: Span
    state: ArticleState


def count_articles(articles: Iterable[Article]) -> tuple[tuple[ArticleState, int], ...]:
    """How many articles are in each state, in the order of the states."""
    states = [article.state for article in articles]
    return tuple((state, states.count(state)) for state in ArticleState)
