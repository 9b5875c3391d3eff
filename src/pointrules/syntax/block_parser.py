"""Parsing one block or phrase, and going on after a mistake so that one run reports them all.

A mistake is reported and, where it is plain what kind of word was meant, mended in place, so that
the sentence goes on. Otherwise the text is skipped to the next separator or line, and the parser
taken back to the last separator or line start from which the text there can go on: what was built
before stays, only the part in between is lost.
"""

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from itertools import islice

from msgspec import Struct

from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Applicability, Diagnostic, Edit, Fix
from pointrules.diagnostics.suggestion import nearness, suggest
from pointrules.source.edit_distance import LONGEST_WORD, edit_distance
from pointrules.syntax.bare_before import BareBefore, bare_before_at
from pointrules.syntax.children import Node
from pointrules.syntax.left_out import left_out_at
from pointrules.syntax.names import DeclaredNames
from pointrules.syntax.parse_table import BLOCK, END, ParseTable
from pointrules.syntax.parser_state import Made, ParserState
from pointrules.syntax.phrase import Given, Phrase, Stretch
from pointrules.syntax.places import AS_WRITTEN, Places
from pointrules.syntax.scanner import (
    NAMED_HEADS,
    WORD_RUN,
    Candidate,
    Scanner,
    name_begun,
    unit_symbols,
)
from pointrules.syntax.spellings import Spelling, spellings
from pointrules.syntax.tokens import Token

DEEPEST_STACK = 400
"""The parser's stack grows by about three for each bracket, 且 or 非 inside another."""

_MOST_OF_ONE_BLOCK = 20
_NEXT_SIGN = re.compile(r"[,;:。()\n]")
_TRUSTED_AFTER = 2  # so many words must fit after a new start before a misfit is a new mistake
_WORDS_TRIED = 3  # so many words are tried where reading may go on
_MOST_PLACES_TRIED = 1000  # text without end that fits nowhere is no clause
_SHORTEST_GUESSED = 2  # one character is near to too many
_SEPARATORS = ",;。"
_OF_CLAUSES = ("CLAUSE", "AMEND")
_CLAUSE_STARTS = (
    # After the guard, and after the effect: where a clause can go on when its beginning is lost.
    ("CLAUSE", "CLAUSE_NUMBER", "NAME", "SUCH", "COMMA"),
    ("CLAUSE", "CLAUSE_NUMBER", "NAME", "SUCH", "ADD", "NUMBER", "UNIT", "COMMA"),
)
_SAMPLES = {
    "NAME": "〈名称〉",
    "NEWNAME": "〈名称〉",
    "PARAMETER_NAME": "〈参数〉",
    "STRING": "「…」",
    "NUMBER": "〈数〉",
    "UNIT": "分",
    "DATE": "2023-06-01",
    "MONTHDAY": "1月1日",
    "CLAUSE_NUMBER": "3.1",
    "COLON": "：",
    "COMMA": "，",
    "SEMICOLON": "；",
    "STOP": "。",
    "LISTSEP": "、",
    "LPAR": "（",
    "RPAR": "）",
    "DASH": "到",
}
_MOST_CHOICES = 8
_PER = ("PER", "PER_FULL")
_FIT_ANYWHERE = ("NEWNAME", "CLAUSE_NUMBER")
_INSERTED_SIGNS = ("COMMA", "COLON", "LPAR", "RPAR", "LISTSEP")
_SIGNS = ("COMMA", "SEMICOLON", "STOP")
_VALUES = ("NO", "YES")
_NOTHING = ""
_LIKELY_MISSING = ("SUCH", "AT", "INTO", "COLON", "COMMA", "IS", "ADD")


class ParsedBlock(Struct, frozen=True):
    """What one block or phrase gave. `node` is None where too much of it is lost."""

    node: Node | None
    is_whole: bool
    tokens: tuple[Token, ...]
    lost_names: frozenset[str]
    clause_number: str | None
    diagnostics: tuple[Diagnostic, ...]


class _Checkpoint(Struct):
    """A place to go back to: the parser as it was there, and how many tokens it had taken."""

    state: ParserState
    tokens: int


class BlockParser:
    """One block of one text on its way into the tree."""

    def __init__(  # noqa: PLR0913 (a text, its names, and what of it is to be read)
        self,
        table: ParseTable,
        scanner: Scanner,
        names: DeclaredNames,
        file: str,
        phrase: Phrase,
        *,
        places: Places = AS_WRITTEN,
        made: Made | None = None,
    ) -> None:
        self._table = table
        self._scanner = scanner
        self._names = names
        self._file = file
        self._phrase = phrase
        self._places = places
        self._end = 0
        self._state = ParserState(table, file, phrase.start, made)
        self._tokens: list[Token] = []
        self._checkpoints: dict[tuple[int, ...], _Checkpoint] = {}
        self._diagnostics: list[Diagnostic] = []
        self._lost: set[str] = set()
        self._near: list[str] = []
        self._before_number = self._state
        self._is_whole = True
        self._is_lost = False
        self._since_resumed = _TRUSTED_AFTER

    def parse(self) -> ParsedBlock:
        """The block or phrase, as far as it can be read."""
        for piece in self._phrase.pieces:
            match piece:
                case Token():
                    if self._phrase.is_misspelt and not self._tokens:
                        self._report_head(piece)
                    self._take(piece)
                case Given(tokens, is_needed):
                    fitting = next((t for t in tokens if self._state.takes(t.terminal)), None)
                    if fitting is not None:
                        self._take(fitting)
                    elif is_needed:
                        return self._finished(ended_early=False)
                case Stretch(start, end):
                    self._end = end
                    if not self._tokens:
                        # Where the phrase begins, for messages about the word before.
                        self._tokens.append(Token(_NOTHING, "", start, start))
                    if not self._read(start):
                        return self._finished(ended_early=True)
        return self._finished(ended_early=False)

    def _read(self, start: int) -> bool:
        """Take the words up to the end of this stretch; false where reading could not go on."""
        position: int | None = start
        while position is not None:
            before = position
            position = self._scanner.skip_gap(before)
            if position >= self._end:
                self._mend_end()
                return True
            if self._scanner.folded.find("\n", before, position) >= 0:
                self._checkpoint()
            position = self._step(position)
            if self._state.depth > DEEPEST_STACK:
                self._report("too-deep", position or self._end, self._end, limit="50")
                self._is_lost = True
                return False
            if len(self._diagnostics) >= _MOST_OF_ONE_BLOCK:
                self._is_lost = True
                return False
        return False

    def _step(self, position: int) -> int | None:
        """Take the word at `position`; where there is none that fits, mend or go on elsewhere."""
        candidate = self._scanner.choose(position, self._state.takes)
        if candidate is None:
            return self._mend(position)
        if candidate.oddity is not None:
            self._report_oddity(position, candidate)
            is_name = len(self._tokens) == 1 and self._phrase.terminal in NAMED_HEADS
            if candidate.oddity == "unclosed-quote" and is_name:
                candidate = name_begun(candidate)
        self._take(candidate.token(position))
        return position + candidate.length

    def _mend_end(self) -> None:
        """加 5, where nothing follows that would miss its unit."""
        is_number = self._tokens[-1].terminal == "NUMBER"
        if is_number and self._state.takes("UNIT") and not self._state.takes(END):
            self._report_unit_missing()

    def _take(self, token: Token) -> None:
        if token.terminal == "NUMBER":
            self._before_number = self._state.copy()
        self._state.feed(self._places.token(token))
        self._tokens.append(token)
        self._since_resumed += 1
        if token.terminal in ("COMMA", "SEMICOLON", "STOP"):
            self._checkpoint()

    def _checkpoint(self) -> None:
        """Remember this place, and forget earlier ones from which the same could go on."""
        place = self._state.place
        self._checkpoints.pop(place, None)
        self._checkpoints[place] = _Checkpoint(self._state.copy(), len(self._tokens))

    def _finished(self, *, ended_early: bool) -> ParsedBlock:
        node: Node | None = None
        if self._state.takes(END):
            node = self._state.finish()
        else:
            if not ended_early and self._since_resumed >= _TRUSTED_AFTER:
                self._report_unfinished()
            self._is_whole = False
            for checkpoint in reversed(self._checkpoints.values()):
                if checkpoint.state.takes(END):
                    self._lose_tokens(checkpoint.tokens)
                    node = checkpoint.state.finish()
                    break
        if self._is_lost:
            node = None
            self._lose_tokens(1)
        number = next((t for t in self._tokens if t.terminal == "CLAUSE_NUMBER"), None)
        return ParsedBlock(
            node,
            self._is_whole and node is not None,
            tuple(token for token in self._tokens if token.terminal != _NOTHING),
            frozenset(self._lost),
            str(number.value)
            if number is not None and self._phrase.terminal in _OF_CLAUSES
            else None,
            tuple(self._diagnostics),
        )

    @property
    def _is_clause(self) -> bool:
        """Whether this is a clause with its head: one that can go on when its beginning is lost."""
        return self._phrase.start == BLOCK and self._phrase.terminal in _OF_CLAUSES

    # ---- mending

    def _mend(self, position: int) -> int | None:
        """Report what stands at `position`; put something in its place, or resume elsewhere."""
        left_out = left_out_at(self._scanner.folded, position)
        if left_out is not None:
            start, word, code = left_out
            self._report(code, start, start + len(word), found=word)
            # A clause under a wrong head is no part of this one: what it says is not read here.
            return self._resume(self._end if code == "article-head" else position)
        before = bare_before_at(
            self._scanner.folded, position, self._tokens[-1] if self._tokens else None
        )
        if before is not None:
            return self._report_bare_before(position, before)
        run = WORD_RUN.match(self._scanner.folded, position, self._end)
        if self._state.takes("UNIT"):
            return self._mend_unit(position, run.end() if run else position)
        if self._insert_one(position):
            return position
        if self._insert_missing_word(position, run.end() if run else position):
            return position
        if run is None:
            return self._give_up(position, position + 1)
        end = run.end()
        if self._extends_name(position) and not self._begins_other_name(position, end):
            name = self._tokens[-1]
            end = self._cut_name(position, end, self._state, name.start)
            self._report_name(name.start, end)
            self._tokens[-1] = Token("NAME", str(name.value), name.start, end, is_mended=True)
            return end
        if self._state.takes("HOLDS_GAINS") and not self._state.takes("BEHAVIOUR"):
            return self._mend_effect(position)
        keyword = self._near_keyword(position, end)
        terminal = "NAME" if self._state.takes("NAME") else "PARAMETER_NAME"
        if self._state.takes(terminal):
            after = self._state.copy()
            after.feed(Token(terminal, "", position, end, is_mended=True))
            cut = self._cut_name(position, end, after, position)
            known = self._names.names if terminal == "NAME" else self._names.parameters
            word = self._scanner.raw[position:cut]
            if keyword is None or nearness(word, known) <= keyword[1]:
                self._report_name(position, cut, terminal)
                self._take(Token(terminal, word, position, cut, is_mended=True))
                return cut
        if keyword is not None:
            return self._mend_keyword(position, keyword[0], keyword[2])
        return self._give_up(position, end)

    def _report_bare_before(self, position: int, before: BareBefore) -> int | None:
        start, end = position, before.end
        last = self._tokens[-1] if self._tokens else None
        is_after_day = last is not None and isinstance(last.value, date)
        if last is not None and is_after_day:
            start = last.start
        found = self._scanner.raw[start:end]
        self._report(
            "bare-before", start, end, found=found, day=before.day, day_before=before.day_before
        )
        if not is_after_day:
            return self._resume(end)
        self._is_whole = False
        return end

    def _insert_one(self, position: int) -> bool:
        """每小时, where 每 1 小时 is meant: the number is left out before its unit."""
        if self._tokens[-1].terminal not in _PER or not self._state.takes("NUMBER"):
            return False
        after = self._state.copy()
        one = Token("NUMBER", 1, position, position, is_mended=True)
        after.feed(one)
        unit = self._scanner.choose(position, lambda t: t == "UNIT" and after.takes(t))
        if unit is None:
            return False
        end = position + unit.length
        self._report(
            "word-missing", position, end, found=self._scanner.raw[position:end], missing="1"
        )
        self._take(one)
        return True

    def _insert_missing_word(self, position: int, end: int) -> bool:
        """Where one word left out, 的 say, is all that is wrong, put it in."""
        scanner = self._scanner
        found = scanner.choose(position, lambda terminal: terminal not in _FIT_ANYWHERE)
        if found is None:
            return False
        after_found = position + found.length
        is_number = found.terminal == "NUMBER" and scanner.folded[position].isdigit()
        if found.length == 1 and after_found < end and not is_number:
            return False  # one character of an unknown word, rather than a word of its own
        is_whole_word = is_number or (found.length > 1 and after_found >= end)
        if not is_whole_word and nearness(scanner.raw[position:end], self._names.names) < 1:
            return False
        is_sign = found.terminal in _SIGNS
        for terminal in sorted(self._state.taken(), key=_insertion_rank):
            if terminal == END or (is_sign and terminal not in _LIKELY_MISSING):
                continue  # before a sign nearly any option would fit, and none was meant
            if terminal in _SAMPLES and terminal not in _INSERTED_SIGNS:
                continue
            state = self._state.copy()
            state.feed(Token(terminal, _any_value(terminal), position, position, is_mended=True))
            follows = scanner.choose(position, state.takes)
            if follows is None or follows.length < found.length:
                continue
            beyond = state.copy()
            beyond.feed(follows.token(position))
            next_start = scanner.skip_gap(position + follows.length)
            if next_start < self._end and scanner.choose(next_start, beyond.takes) is None:
                continue
            self._report_missing(terminal, position, after_found)
            self._take(Token(terminal, _any_value(terminal), position, position, is_mended=True))
            return True
        return False

    def _mend_unit(self, position: int, end: int) -> int | None:
        """A number without its unit, or with one that nobody knows."""
        after = self._state.copy()
        after.feed(Token("UNIT", "", position, position, is_mended=True))
        number = self._tokens[-1]
        follows = self._scanner.choose(position, after.takes)
        if follows is not None or end == position:
            self._report_unit_missing()
            return position
        cut = self._cut_name(position, end, after, position)
        if number.end == position and self._is_misspelt_name(number.start, cut):
            # 四星 where 三星 is declared: no number of an unknown unit, but a name.
            self._state = self._before_number
            self._tokens.pop()
            self._report_name(number.start, cut)
            name = self._scanner.raw[number.start : cut]
            self._take(Token("NAME", name, number.start, cut, is_mended=True))
            return cut
        found = self._scanner.raw[position:cut]
        near = suggest(found, unit_symbols(self._names))
        self._report("unknown-unit", position, cut, choices=near, found=found)
        self._take(Token("UNIT", "", position, cut, is_mended=True))
        return cut

    def _report_unit_missing(self) -> None:
        number = self._tokens[-1]
        written = self._scanner.raw[number.start : number.end]
        example = _with_likely_unit(written, self._tokens)
        self._report("unit-missing", number.start, number.end, number=written, example=example)
        self._take(Token("UNIT", "", number.end, number.end, is_mended=True))

    def _is_misspelt_name(self, start: int, end: int) -> bool:
        """Whether what was cut as number and unit is rather a name, and nearly a declared one."""
        word = self._scanner.raw[start:end]
        could_be = self._before_number.takes("NAME") and not word[0].isdigit()
        return could_be and nearness(word, self._names.names) < 1

    def _extends_name(self, position: int) -> bool:
        """Whether the text just before is a name that goes on here: 卫生检查员 after 卫生检查."""
        return (
            bool(self._tokens)
            and self._tokens[-1].terminal == "NAME"
            and self._tokens[-1].end == position
            and not self._tokens[-1].is_mended
        )

    def _begins_other_name(self, position: int, end: int) -> bool:
        """Whether rather a name of its own, misspelt, follows without a space: 等次 忧秀."""
        if not self._state.takes("NAME"):
            return False
        after = self._state.copy()
        after.feed(Token("NAME", "", position, end, is_mended=True))
        cut = self._cut_name(position, end, after, position)
        known, raw = self._names.names, self._scanner.raw
        if cut - position >= _SHORTEST_GUESSED and nearness(raw[position:cut], known) < 1:
            return True
        start = self._tokens[-1].start
        longer = self._cut_name(position, end, self._state, start)
        return nearness(raw[start:longer], known) == 1

    def _cut_name(self, position: int, end: int, after: ParserState, start: int) -> int:
        """Where the unknown word ends that begins at `start` and goes on at `position`.

        Of all places where something could follow, it is the one at which the word looks most like
        a known name.
        """
        known, raw = self._names.names, self._scanner.raw
        best, best_distance = end, nearness(raw[start : min(end, start + LONGEST_WORD)], known)
        for cut in range(min(end - 1, position + LONGEST_WORD), position, -1):
            follows = self._scanner.choose(cut, lambda t: t != "NEWNAME" and after.takes(t))
            if follows is None:
                continue
            distance = nearness(raw[start:cut], known)
            if distance < best_distance or (distance == best_distance == 1):
                best, best_distance = cut, distance
        return best

    def _near_keyword(self, position: int, end: int) -> tuple[Spelling, Fraction, int] | None:
        """The keyword that fits here and is nearest to what stands here, how near, how long."""
        low = self._scanner.low
        best: tuple[Spelling, Fraction, int] | None = None
        self._near = []
        for terminal in self._state.taken():
            for spelling in spellings().by_terminal.get(terminal, ()):
                size = len(spelling.text)
                if size < _SHORTEST_GUESSED:
                    continue
                for length in (size, size + 1, size - 1):
                    if length < 1 or position + length > self._end:
                        continue
                    if position + length > max(end, position + size):
                        continue
                    if self._scanner.cuts_word(position + length):
                        continue
                    word = low[position : position + length]
                    if not set(word) & set(spelling.text):
                        continue
                    distance = Fraction(edit_distance(word, spelling.text), max(size, length))
                    edits = distance * max(size, length)
                    if distance > Fraction(1, 2) or edits > max(1, size // 3):
                        continue
                    if best is None or distance < best[1]:
                        best = (spelling, distance, length)
                        self._near = []
                    if distance == best[1]:
                        self._near.append(spelling.text)
        return best

    def _mend_keyword(self, position: int, spelling: Spelling, length: int) -> int:
        found = self._scanner.raw[position : position + length]
        choices = tuple(dict.fromkeys(self._near))[:_MOST_CHOICES]
        fix = None
        if len(choices) == 1:
            fix = self._fix(Applicability.ASK, position, position + length, spelling.text)
        self._report(
            "unknown-keyword",
            position,
            position + length,
            choices=choices,
            fix=fix,
            found=found,
        )
        end = position + length
        self._take(Token(spelling.terminal, spelling.value, position, end, is_mended=True))
        return position + length

    def _give_up(self, position: int, end: int) -> int | None:
        """Report, and go on where the text can go on."""
        self._report(
            "unexpected-text",
            position,
            end,
            choices=self._could_stand(),
            found=self._scanner.raw[position:end],
        )
        return self._resume(end)

    def _resume(self, position: int) -> int | None:
        """The next place from which reading goes on, the parser taken back to fit; None if none."""
        self._is_whole = False
        places = islice(self._places_to_resume(position), _MOST_PLACES_TRIED)
        for start, is_separator in places:
            if self._resume_at(position, start):
                self._since_resumed = _TRUSTED_AFTER if is_separator else 0
                return start
        self._lose_words(position, self._end)
        if not any(checkpoint.state.takes(END) for checkpoint in self._checkpoints.values()):
            self._is_lost = True
        return None

    def _resume_at(self, position: int, start: int) -> bool:
        """Take the parser to where most of the text from `start` on fits; false if none does."""
        best: _Checkpoint | None = None
        best_fit = (0, 0)
        is_restarted = False
        for checkpoint in reversed(self._checkpoints.values()):
            fit = self._fit(checkpoint.state, start)
            if fit > best_fit:
                best, best_fit = checkpoint, fit
        if best_fit[0] < _WORDS_TRIED and self._is_clause:
            for state in self._middles_of_clauses(start):
                fit = self._fit(state, start)
                if fit > best_fit:
                    best, best_fit = _Checkpoint(state, len(self._tokens)), fit
                    is_restarted = True
        if best is None:
            return False
        if is_restarted:
            self._is_lost = True
            self._checkpoints = {best.state.place: best}
        else:
            self._lose_tokens(best.tokens)
            self._lose_words(position, start)
        self._state = best.state.copy()
        return True

    def _middles_of_clauses(self, start: int) -> Iterator[ParserState]:
        """Places inside a clause whose beginning is lost: to go on there finds more mistakes."""
        for terminals in _CLAUSE_STARTS:
            state = ParserState(self._table, self._file)
            for terminal in terminals:
                value = 0 if terminal == "NUMBER" else ""
                state.feed(Token(terminal, value, start, start, is_mended=True))
            yield state

    def _fit(self, state: ParserState, position: int) -> tuple[int, int]:
        """How many words from `position` on the parser could take there, and up to where."""
        trial = state.copy()
        for count in range(_WORDS_TRIED):
            if position >= self._end:
                return (_WORDS_TRIED if count else 0, position)
            found = self._scanner.choose(position, trial.takes)
            if found is None:
                return (count, position if count else 0)
            trial.feed(found.token(position))
            position = self._scanner.skip_gap(position + found.length)
        return (_WORDS_TRIED, position)

    def _places_to_resume(self, position: int) -> Iterator[tuple[int, bool]]:
        """Behind each separator, and at each line start, that is not inside a quoted text."""
        text, end = self._scanner.folded, self._end
        while position < end:
            quoted = self._scanner.choose(position, lambda terminal: terminal == "STRING")
            if quoted is not None:
                position += quoted.length
                continue
            character = text[position]
            if character == "#":
                line_end = text.find("\n", position, end)
                position = end if line_end < 0 else line_end
                continue
            position += 1
            if character in _SEPARATORS or character == "\n":
                start = self._scanner.skip_gap(position)
                if start < end:
                    yield start, character in _SEPARATORS

    def _lose_tokens(self, kept: int) -> None:
        for token in self._tokens[kept:]:
            if token.terminal in ("NEWNAME", "STRING"):
                self._lost.add(str(token.value))
        if not self._is_clause:
            del self._tokens[kept:]

    def _lose_words(self, start: int, end: int) -> None:
        if self._phrase.terminal in ("VOCABULARY", "GRADE"):
            for run in WORD_RUN.finditer(self._scanner.folded, start, end):
                # A number is no name: as one it would hide the numbers of all other blocks.
                if not run.group()[0].isdigit():
                    self._lost.add(run.group())

    # ---- reporting

    def _report(
        self,
        code: str,
        start: int,
        end: int,
        *,
        choices: tuple[str, ...] = (),
        fix: Fix | None = None,
        **arguments: str,
    ) -> None:
        """Report, unless the mistake may be a mere consequence of the one just reported."""
        if self._since_resumed >= _TRUSTED_AFTER:
            span = self._places.span(self._file, start, end)
            self._diagnostics.append(
                diagnose(code, span, choices=choices, labels=(), fix=fix, **arguments)
            )

    def _report_missing(self, terminal: str, start: int, end: int) -> None:
        last = self._tokens[-1]
        if terminal in _VALUES and last.terminal == "NAME":
            name = self._scanner.raw[last.start : last.end]
            self._report("value-missing", last.start, last.end, name=name)
            return
        missing = _SAMPLES.get(terminal) or spellings().by_terminal[terminal][0].text
        found = self._scanner.raw[start:end]
        self._report("word-missing", start, end, found=found, missing=missing)

    def _report_head(self, head: Token) -> None:
        meant = spellings().by_terminal[head.terminal][0].text
        self._report(
            "unknown-head",
            head.start,
            head.end,
            choices=(meant,),
            fix=self._fix(Applicability.ASK, head.start, head.end, meant),
            found=self._scanner.raw[head.start : head.end],
        )

    def _fix(self, applicability: Applicability, start: int, end: int, meant: str) -> Fix | None:
        """None where the text stands otherwise in the file than it reads."""
        span = self._places.span(self._file, start, end)
        if span.end - span.start != end - start:
            return None
        return Fix(applicability, (Edit(span, meant),))

    def _mend_effect(self, position: int) -> int:
        """What a flag does is one of a closed list: whatever else is said, up to the next sign."""
        sign = _NEXT_SIGN.search(self._scanner.folded, position, self._end)
        end = len(self._scanner.folded[: sign.start() if sign else self._end].rstrip())
        found = self._scanner.raw[position:end]
        self._report("flag-effect-unknown", position, end, found=found)
        self._take(Token("HOLDS_GAINS", "", position, end, is_mended=True))
        return end

    def _report_name(self, start: int, end: int, terminal: str = "NAME") -> None:
        name = self._scanner.raw[start:end]
        known = self._names.names if terminal == "NAME" else self._names.parameters
        near = suggest(name, sorted(known))
        fix = None
        if len(near) == 1:
            fix = self._fix(Applicability.ASK, start, end, near[0])
        kind = "name" if terminal == "NAME" else "parameter"
        self._report("unknown-name", start, end, choices=near, fix=fix, name=name, kind=kind)

    def _report_unfinished(self) -> None:
        last = self._tokens[-1]
        self._report("unfinished", last.end, last.end, choices=self._could_stand())

    def _report_oddity(self, position: int, candidate: Candidate) -> None:
        end = position + candidate.length
        found = self._scanner.raw[position:end]
        readings = candidate.readings
        match candidate.oddity:
            case "thousands-comma":
                fix = self._fix(Applicability.SAFE, position, end, readings[0])
                self._report(
                    "thousands-comma", position, end, fix=fix, found=found, meant=readings[0]
                )
            case "ambiguous-numeral":
                self._report(
                    "ambiguous-numeral",
                    position,
                    end,
                    found=found,
                    first="、".join(readings[:-1]),
                    second=readings[-1],
                )
            case "leading-zero":
                self._report("leading-zero", position, end, found=found, meant=readings[0])
            case "bad-numeral":
                self._report("bad-numeral", position, end, found=found)
            case "bad-date":
                self._report("bad-date", position, end, found=found)
            case "unclosed-quote":
                self._report("unclosed-quote", position, position + 1, found=found[0])
            case None:
                pass

    def _could_stand(self) -> tuple[str, ...]:
        """What could stand here instead, in the language's own words."""
        words = []
        for terminal in self._state.taken():
            if terminal in _SAMPLES:
                words.append(_SAMPLES[terminal])
            elif terminal != END:
                words.append(spellings().by_terminal[terminal][0].text)
        return tuple(dict.fromkeys(words))[:_MOST_CHOICES]


def _insertion_rank(terminal: str) -> tuple[int, str]:
    """Words that people leave out first, then the others."""
    likely = terminal in _LIKELY_MISSING
    return (_LIKELY_MISSING.index(terminal) if likely else len(_LIKELY_MISSING), terminal)


def _any_value(terminal: str) -> str:
    """Some value of a terminal that has values, for one that is put in."""
    known = spellings().by_terminal.get(terminal)
    return known[0].value if known else ""


def _with_likely_unit(number: str, tokens: list[Token]) -> str:
    """The number with units that its place allows: after 加 only points, after 最多 also times."""
    before = tokens[-2].terminal if len(tokens) > 1 else ""
    if before in ("ADD", "DEDUCT", "BASE"):
        return f"{number} 分"
    if before == "AT_MOST":
        return f"{number} 分、{number} 次"
    return f"{number} 分、{number} 小时、{number} 元"
