"""Whether what clauses quote still stands in the articles of the regulation above them.

The meeting changes an article and nobody changes the rule below it: points are then no longer those
that were voted on. So a quote is held against its article, and against the headings that article
stands under, by what it says: spaces, punctuation and the width of signs are layout.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from msgspec import Struct

from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic, Label
from pointrules.source.folding import fold
from pointrules.syntax import tree

_MOST_DIAGNOSTICS = 200
_LONGEST_ARTICLE = 100_000  # of characters; longer ones are not compared
_MOST_SENTENCES = 500
_LAYOUT = re.compile(r"(?<=\d)(?:([.-])(?=\d)|,(?=\d))|[^\w%‰℃+]|_")
_LEFT_OUT = re.compile(r"…+|\.{3,}|·{3,}")
_SENTENCE = re.compile(r"[^。；;！？!?]+[。；;！？!?]?")
_BETWEEN = "\n"  # parts of the regulation that no quote goes across


class _Standing(Struct, frozen=True):
    """An article, what it says without its layout, and the one that it stands under, if any."""

    article: tree.Article
    own: str
    under: "_Standing | None"

    @property
    def content(self) -> str:
        """All that a quote below the article may be taken from."""
        return self.own if self.under is None else f"{self.own}{_BETWEEN}{self.under.content}"


def quote_mistakes(syntax: tree.RulesetSyntax) -> Iterator[Diagnostic]:
    """Warn of each clause whose quote stands in its article no longer, or in another one."""
    if not syntax.articles:
        return
    standing = _standing(syntax.articles)
    starts = [article.span.start for article in syntax.articles]
    told = 0
    for block in syntax.blocks:
        text = _quote_of(block.node)
        index = bisect_right(starts, block.node.span.start) - 1
        if text is None or index < 0 or told == _MOST_DIAGNOSTICS:
            continue
        found = _mistake(text, standing[index], standing)
        if found is not None:
            told += 1
            yield found


def _quote_of(node: tree.BlockNode) -> tree.Text | None:
    """The text of a clause where its author wrote one, and did not take the article's words."""
    clause = node.clause if isinstance(node, tree.Amendment) else node
    if not isinstance(clause, tree.Clause) or clause.text is None:
        return None
    return clause.text if clause.text.span.start > clause.span.start else None


def _mistake(text: tree.Text, here: _Standing, standing: Sequence[_Standing]) -> Diagnostic | None:
    parts = [content for part in _LEFT_OUT.split(text.text) if (content := _content(part))]
    content = here.content
    if len(content) > _LONGEST_ARTICLE or _holds(content, parts):
        return None
    for other in standing:
        if len(other.own) <= _LONGEST_ARTICLE and _holds(other.own, parts):
            label = Label(other.article.heading, "stands")
            name = other.article.number or other.article.title
            return diagnose(
                "quote-of-other-article", text.span, quoted=text.text, article=name, labels=(label,)
            )
    label = Label(here.article.heading, "stands")
    stands = _nearest_sentence(here.article, text.text)
    return diagnose(
        "quote-not-in-article", text.span, quoted=text.text, stands=stands, labels=(label,)
    )


def _standing(articles: Sequence[tree.Article]) -> Sequence[_Standing]:
    """The articles in order, each under the last one before it whose heading is of a higher level.

    Levels are six at most, and so are the articles that stand one under the other.
    """
    found: list[_Standing] = []
    above: list[_Standing] = []
    for article in articles:
        while above and above[-1].article.level >= article.level:
            above.pop()
        own = _own_content(article)
        found.append(_Standing(article, own, above[-1] if above else None))
        above.append(found[-1])
    return found


def _own_content(article: tree.Article) -> str:
    words = "".join(text.text for text in article.words)
    return f"{_content(article.number + article.title)}{_BETWEEN}{_content(words)}"


def _content(text: str) -> str:
    return _LAYOUT.sub(lambda sign: sign[1] or "", fold(text)).lower()


def _holds(content: str, parts: Sequence[str]) -> bool:
    """Whether all parts stand in the content, one behind the other."""
    position = 0
    for part in parts:
        found = content.find(part, position)
        if found < 0:
            return False
        position = found + len(part)
    return True


def _nearest_sentence(article: tree.Article, quoted: str) -> str:
    """The sentence of the article that has most in common with what is quoted."""
    said = (
        match.group().strip() for text in article.words for match in _SENTENCE.finditer(text.text)
    )
    sentences = [*filter(None, [article.title]), *islice(said, _MOST_SENTENCES)]
    wanted = _pairs(quoted)
    return max(sentences, key=lambda sentence: _likeness(_pairs(sentence), wanted), default="")


def _pairs(text: str) -> frozenset[str]:
    content = _content(text[:_LONGEST_ARTICLE])
    return frozenset(map("".join, pairwise(content)))


def _likeness(pairs: frozenset[str], wanted: frozenset[str]) -> tuple[int, int]:
    """How many pairs of characters they share, and how few stand in one of them alone."""
    return len(pairs & wanted), -len(pairs ^ wanted)
