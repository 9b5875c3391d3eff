"""What has become of each article of a regulation in Markdown.

An article is a heading that says something of its own: one with a number, or with words or rules
below it. A heading over other headings is none where it has no number, or only leads to them: the
title of the regulation, the name of a chapter, 有下列情形之一的：.
"""

from collections.abc import Iterator
from itertools import pairwise

from pointrules.model.article import Article, ArticleState
from pointrules.syntax import tree

_LEADS_ON = ("：", ":")
_NO_RULES = (tree.Vocabulary, tree.Example)  # words and proofs: no article is meant by them alone
_BY_WEIGHT = (
    ArticleState.DRAFT,
    ArticleState.ENCODED,
    ArticleState.MANUAL,
    ArticleState.UNSCORED,
)


def articles_of(syntax: tree.RulesetSyntax) -> Iterator[Article]:
    """The articles in order, with their states; none where the ruleset is no regulation."""
    rules = sorted(
        (block.node.span.start, _state(block.node))
        for block in syntax.blocks
        if not isinstance(block.node, _NO_RULES)
    )
    index = 0
    for article, following in pairwise((*syntax.articles, None)):
        assert article is not None, "only the last is followed by none"
        while index < len(rules) and rules[index][0] < article.span.start:
            index += 1
        states: set[ArticleState] = set()
        while index < len(rules) and rules[index][0] < article.span.end:
            states.add(rules[index][1])
            index += 1
        is_over_others = following is not None and following.level > article.level
        if _says_something(article, is_over_others=is_over_others, has_rules=bool(states)):
            state = next((item for item in _BY_WEIGHT if item in states), ArticleState.NOTHING)
            yield Article(article.number, article.title, article.heading, state)


def _says_something(article: tree.Article, *, is_over_others: bool, has_rules: bool) -> bool:
    if is_over_others:
        leads_on = not article.words or article.words[-1].text.endswith(_LEADS_ON)
        return bool(article.number) and (has_rules or not leads_on)
    return has_rules or bool(article.words) or (bool(article.number) and not article.is_chapter)


def _state(node: tree.BlockNode) -> ArticleState:
    clause = node.clause if isinstance(node, tree.Amendment) else node
    match clause:
        case tree.Clause(body=tree.Draft()):
            return ArticleState.DRAFT
        case tree.Clause(body=tree.Manual()):
            return ArticleState.MANUAL
        case tree.Clause(body=tree.Unscored()):
            return ArticleState.UNSCORED
        case _:
            return ArticleState.ENCODED
