"""How the clauses of checked rulesets are accounted for, told to people and programs."""

from collections.abc import Iterator, Mapping, Sequence

from pointrules.api.rulesets import CheckedRulesets
from pointrules.model.article import Article, ArticleState, count_articles
from pointrules.model.clause_counts import count_clauses
from pointrules.model.overlay import ChangeKind, Overlay
from pointrules.report.wording_articles import article_words
from pointrules.report.wording_clause_counts import clause_counts_words, overlay_counts_words
from pointrules.source.language import Language


def accounts_of_clauses(checked: CheckedRulesets, language: Language) -> Iterator[str]:
    """What each edition has, none where there are errors: what is wrong may be a clause."""
    for ruleset in checked.editions:
        edition = ruleset.edition
        yield clause_counts_words(
            edition.title, edition.version, count_clauses(ruleset.clauses), language
        )
        if ruleset.overlay is not None:
            yield overlay_counts_words(ruleset.overlay, language)
        articles = checked.articles.get(ruleset.digest, ())
        if articles:
            lines = {article: _line(article, checked) for article in articles}
            yield from article_words(articles, lines, language)


def accounted_for(checked: CheckedRulesets) -> Iterator[Mapping[str, object]]:
    """The same for other programs."""
    for ruleset in checked.editions:
        counts = count_clauses(ruleset.clauses)
        yield {
            "title": ruleset.edition.title,
            "edition": ruleset.edition.version,
            "in_force_from": ruleset.edition.first_day.isoformat(),
            "clauses": {
                "total": counts.total,
                **{kind.value: count for kind, count in counts.by_kind},
            },
            "template": None if ruleset.overlay is None else _template(ruleset.overlay),
            "articles": _articles(checked.articles.get(ruleset.digest, ()), checked),
        }


def _articles(articles: Sequence[Article], checked: CheckedRulesets) -> Mapping[str, object] | None:
    """None where the ruleset is no regulation in Markdown."""
    if not articles:
        return None
    return {
        "total": len(articles),
        **{state.value: count for state, count in count_articles(articles)},
        "nothing_yet": [
            {
                "number": article.number,
                "title": article.title,
                "file": article.place.file,
                "line": _line(article, checked),
            }
            for article in articles
            if article.state is ArticleState.NOTHING
        ],
    }


def _line(article: Article, checked: CheckedRulesets) -> int:
    return checked.sources[article.place.file].position(article.place.start).line


def _template(overlay: Overlay) -> Mapping[str, object]:
    return {
        "title": overlay.title,
        "edition": overlay.version,
        **{
            kind.value: [change.number for change in overlay.clauses if change.kind is kind]
            for kind in ChangeKind
        },
        "parameters": [change.name for change in overlay.parameters],
    }
