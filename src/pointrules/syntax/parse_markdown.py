"""A regulation in Markdown to a tree: the rules in its fences, the articles that they stand under.

Everything outside the fences is blanked, character for character, and the rest read as the language
itself. So each place in the tree is the place in the Markdown.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic
from pointrules.source.edit_distance import edit_distance
from pointrules.source.folding import fold
from pointrules.source.source_file import SourceFile, Span
from pointrules.syntax import parse_dsl, tree
from pointrules.syntax.article_number import article_outside_headings, numbered_heading
from pointrules.syntax.blocks import cut_blocks
from pointrules.syntax.markdown_blocks import (
    Fence,
    Heading,
    MarkdownBlock,
    Prose,
    markdown_blocks,
)
from pointrules.syntax.markdown_words import in_a_row, plain_words
from pointrules.syntax.names import DeclaredNames
from pointrules.syntax.names_first import ParsedRuleset
from pointrules.syntax.scanner import Scanner

LANGUAGE = "points"
"""The word behind the signs of a fence that holds rules."""

MOST_LINES = 200_000

_NO_NAMES = DeclaredNames()
_LINE = re.compile(r"[^\r\n]+")
_NO_FENCE = re.compile(
    rf"^[ \t\u3000>]*([`｀~～'‘’·]{{2,}}[ \t]*{LANGUAGE}(?![a-z]))(?=[^`\n]*$)",
    re.IGNORECASE | re.MULTILINE,
)
_LONGEST_NUMBER = 40  # characters of a paragraph that may be an article's number
_SIGNS = ("```", "~~~")
_FIRST_WORD = re.compile(r"[^\s{,;]*")
_SLIPS = 1


class _Regulation(Struct, frozen=True):
    """What a Markdown text holds: its articles, its fences of rules, and what is wrong with it."""

    articles: tuple[tree.Article, ...]
    fences: tuple[Fence, ...]
    errors: tuple[Diagnostic, ...]
    warnings: tuple[Diagnostic, ...]


def parse_ruleset(source: SourceFile, known: DeclaredNames = _NO_NAMES) -> ParsedRuleset:
    """Read a ruleset; `known` are the names of the template that it uses, if any.

    A clause without a text takes the words of its article. Where a fence itself is wrong, nothing
    else is said: what it holds is not known.
    """
    regulation = _regulation(source)
    if regulation.errors:
        syntax = tree.RulesetSyntax(source.name, (), frozenset(), frozenset(), is_whole=False)
        return ParsedRuleset(syntax, (), known, regulation.errors)
    rules, strays = _rules_alone(source, regulation.fences)
    parsed = parse_dsl.parse_ruleset(rules, known)
    words = _WordsAbove(regulation.articles)
    told = [*strays, *regulation.warnings, *parsed.diagnostics]
    told.sort(key=lambda item: (item.span.start, item.span.end))
    return replace(
        parsed,
        syntax=replace(
            parsed.syntax,
            blocks=tuple(
                replace(item, node=words.given_to(item.node)) for item in parsed.syntax.blocks
            ),
            is_whole=parsed.syntax.is_whole and not strays,
            articles=regulation.articles,
        ),
        diagnostics=tuple(told),
    )


def edition_head(source: SourceFile) -> tree.Edition | None:
    """What the text says of itself in 细则, read alone; None where that cannot be read."""
    regulation = _regulation(source)
    if regulation.errors:
        return None
    return parse_dsl.edition_head(_rules_alone(source, regulation.fences)[0])


def fences_of_rules(source: SourceFile) -> tuple[Fence, ...]:
    """The fences that hold rules, none where one of them is wrong."""
    regulation = _regulation(source)
    return () if regulation.errors else regulation.fences


def holds_rules(text: str) -> bool:
    """Whether a Markdown text is a regulation with rules, well written or not, and no other one."""
    if LANGUAGE not in fold(text).lower() or text.count("\n") > MOST_LINES:
        return False
    return any(
        _is_of_rules(block)
        if isinstance(block, Fence)
        else isinstance(block, Prose) and _NO_FENCE.search(text[block.start : block.end])
        for block in markdown_blocks(text)
    )


# ---- the text in parts


def _regulation(source: SourceFile) -> _Regulation:
    if len(source.line_starts) > MOST_LINES:
        start = source.line_starts[MOST_LINES]
        too_long = (
            diagnose("too-many-lines", Span(source.name, start, start), limit=str(MOST_LINES)),
        )
        return _Regulation((), (), too_long, ())
    blocks = tuple(markdown_blocks(source.text))
    fences = tuple(block for block in blocks if isinstance(block, Fence) and _is_of_rules(block))
    errors = [error for block in blocks for error in _wrong_with(block, source)]
    if not fences and not errors:
        errors.append(diagnose("no-points-fence", Span(source.name, 0, 0)))
    warnings = [warning for block in blocks for warning in _rules_untold(block, source)]
    warnings += _articles_untold(blocks, source)
    return _Regulation(tuple(_articles(source, blocks)), fences, tuple(errors), tuple(warnings))


def _is_of_rules(fence: Fence) -> bool:
    return _language(fence) == LANGUAGE


def _language(fence: Fence) -> str:
    word = _FIRST_WORD.match(fold(fence.info).strip())
    assert word is not None, "any text begins with some or no characters"
    return word.group().lower()


def _wrong_with(block: MarkdownBlock, source: SourceFile) -> Iterator[Diagnostic]:
    """Why a fence that was meant to hold rules cannot be read."""
    if isinstance(block, Prose):
        for line in _NO_FENCE.finditer(source.text[block.start : block.end]):
            start, found = block.start + line.start(1), line[1]
            span = Span(source.name, start, start + len(found))
            if found.startswith(_SIGNS):
                yield diagnose("fence-indented", span, found=found)
            else:
                yield diagnose("fence-of-other-signs", span, found=found)
    if not isinstance(block, Fence):
        return
    span = Span(source.name, block.start, block.end)
    language = _language(block)
    if language != LANGUAGE:
        if edit_distance(language[: 2 * len(LANGUAGE)], LANGUAGE) <= _SLIPS:
            yield diagnose("fence-misspelt", span, found=language)
    elif block.is_quoted:
        yield diagnose("fence-in-quote", span)
    elif not block.is_closed:
        yield diagnose("fence-unclosed", span)


def _rules_untold(block: MarkdownBlock, source: SourceFile) -> Iterator[Diagnostic]:
    """A fence that begins with rules and does not say so: they would be left out unseen."""
    if not isinstance(block, Fence) or block.info:
        return
    scanner = Scanner(source.text[block.body : block.body_end], _NO_NAMES)
    chunks = cut_blocks(scanner.low)
    if chunks and not chunks[0].is_misspelt and chunks[0].start == scanner.skip_gap(0):
        first = chunks[0]
        found = scanner.raw[first.start : first.head_end]
        span = Span(source.name, block.start, block.end)
        yield diagnose("fence-without-language", span, found=found)


def _articles_untold(blocks: Sequence[MarkdownBlock], source: SourceFile) -> Iterator[Diagnostic]:
    """Articles that are no headings: nobody would be told that they are nothing yet."""
    found: list[tuple[Prose, str]] = []
    for block in blocks:
        if isinstance(block, Prose) and not block.is_quoted:
            name = article_outside_headings(
                source.text[block.start : block.start + _LONGEST_NUMBER]
            )
            if name is not None:
                found.append((block, name))
    if found:
        block, name = found[0]
        span = Span(source.name, block.start, block.start + len(name))
        yield diagnose("article-without-heading", span, found=name, count=str(len(found)))


# ---- rules


def _rules_alone(
    source: SourceFile, fences: Sequence[Fence]
) -> tuple[SourceFile, Sequence[Diagnostic]]:
    """The text with blanks for all that is no rule; what begins a fence and no block is told."""
    text = source.text
    strays: list[Diagnostic] = []
    kept: list[tuple[int, int]] = []
    for fence in fences:
        scanner = Scanner(text[fence.body : fence.body_end], _NO_NAMES)
        chunks = cut_blocks(scanner.low)
        start = scanner.skip_gap(0)
        first = chunks[0].start if chunks else len(scanner.raw)
        if start < first:
            line = scanner.raw[start:first].partition("\n")[0].rstrip()
            span = Span(source.name, fence.body + start, fence.body + start + len(line))
            strays.append(diagnose("fence-begins-without-head", span, found=line))
            kept.append((fence.body + first, fence.body_end))
        else:
            kept.append((fence.body, fence.body_end))
    parts: list[str] = []
    position = 0
    for start, end in kept:
        parts += [_blank(text[position:start]), text[start:end]]
        position = end
    parts.append(_blank(text[position:]))
    return SourceFile(source.name, "".join(parts), source.line_starts), strays


def _blank(text: str) -> str:
    return _LINE.sub(lambda line: " " * len(line.group()), text)


# ---- articles


class _Section(Struct):
    """An article on its way: the prose under its heading, in pieces."""

    heading: Heading
    pieces: list[list[Prose]]


def _articles(source: SourceFile, blocks: Iterable[MarkdownBlock]) -> Iterator[tree.Article]:
    section: _Section | None = None
    for block in blocks:
        match block:
            case Heading():
                if section is not None:
                    yield _article(source, section, block.begin)
                section = _Section(block, [[]])
            case Prose() if section is not None:
                section.pieces[-1].append(block)
            case Fence() if section is not None and _is_of_rules(block):
                section.pieces.append([])
            case _:
                pass
    if section is not None:
        yield _article(source, section, len(source.text))


def _article(source: SourceFile, section: _Section, end: int) -> tree.Article:
    heading = section.heading
    numbered = numbered_heading(plain_words(source.text[heading.start : heading.end]))
    words = (_words(source, piece) for piece in section.pieces)
    return tree.Article(
        numbered.number,
        numbered.title,
        heading.level,
        numbered.is_chapter,
        Span(source.name, heading.start, heading.end),
        tuple(text for text in words if text.text),
        Span(source.name, heading.begin, end),
    )


def _words(source: SourceFile, piece: Sequence[Prose]) -> tree.Text:
    paragraphs = [
        plain_words(source.text[prose.start : prose.end], is_quoted=prose.is_quoted)
        for prose in piece
    ]
    start, end = (piece[0].start, piece[-1].end) if piece else (0, 0)
    return tree.Text(
        in_a_row([words for words in paragraphs if words]), Span(source.name, start, end)
    )


class _WordsAbove:
    """For each place in the text the words of its article that stand nearest above."""

    def __init__(self, articles: Sequence[tree.Article]) -> None:
        self._articles = articles
        self._starts = [article.span.start for article in articles]

    def given_to(self, node: tree.BlockNode) -> tree.BlockNode:
        """The block; a clause, or one that is amended, with a text."""
        match node:
            case tree.Clause(text=None, span=span):
                return replace(node, text=self._at(span.start))
            case tree.Amendment(clause) if clause.text is None:
                return replace(node, clause=replace(clause, text=self._at(clause.span.start)))
            case _:
                return node

    def _at(self, position: int) -> tree.Text | None:
        index = bisect_right(self._starts, position) - 1
        if index < 0:
            return None
        article = self._articles[index]
        above = [words for words in article.words if words.span.end <= position]
        if above:
            return above[-1]
        is_leaf = (
            index + 1 == len(self._articles) or self._articles[index + 1].level <= article.level
        )
        return tree.Text(article.title, article.heading) if article.title and is_leaf else None
