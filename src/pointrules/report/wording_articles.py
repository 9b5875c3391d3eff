"""How many articles of a regulation are rules, in words, and which are nothing yet."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from pointrules.model.article import Article, ArticleState, count_articles
from pointrules.source.display_width import visible
from pointrules.source.language import Language

MOST_LISTED = 50

_WORDS: Mapping[ArticleState, tuple[str, str]] = MappingProxyType(
    {
        ArticleState.ENCODED: ("已写成规则", "encoded"),
        ArticleState.MANUAL: ("人工评议", "decided by people"),
        ArticleState.UNSCORED: ("不计分", "not scored"),
        ArticleState.DRAFT: ("待定", "to be settled"),
        ArticleState.NOTHING: ("还没有写", "nothing yet"),
    }
)
_JOINED = ("、", "）", ")")


def article_words(
    articles: Sequence[Article], lines: Mapping[Article, int], language: Language
) -> Iterator[str]:
    """条文 12 条：已写成规则 7、…、还没有写 2; then a line for each that is nothing yet."""
    in_chinese = language is Language.ZH
    kinds = [
        f"{_WORDS[state][0]} {count}" if in_chinese else f"{count} {_WORDS[state][1]}"
        for state, count in count_articles(articles)
    ]
    if in_chinese:
        yield f"  条文 {len(articles)} 条：{'、'.join(kinds)}"
    else:
        noun = "article" if len(articles) == 1 else "articles"
        yield f"  {len(articles)} {noun}: {', '.join(kinds)}"
    missing = [article for article in articles if article.state is ArticleState.NOTHING]
    for article in missing[:MOST_LISTED]:
        name, line = article_name(article), lines[article]
        yield (
            f"    还没有写：{name}（第 {line} 行）"
            if in_chinese
            else f"    nothing yet: {name} (line {line})"
        )
    if len(missing) > MOST_LISTED:
        more = len(missing) - MOST_LISTED
        yield f"    还有 {more} 条没有写" if in_chinese else f"    and {more} more"


def article_name(article: Article) -> str:
    """第三条 房前屋后, 三、房前屋后."""
    number, title = article.number, article.title
    return visible(f"{number}{'' if number.endswith(_JOINED) else ' '}{title}".strip())
