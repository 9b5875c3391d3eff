"""One block or phrase on its way into the tree: how far it is read, and what was said of it.

The loop over its text (`block_parser`), the mending of a wrong word (`mend_word`) and going on
elsewhere (`resume`) all move this one state, by the few moves that it has.
"""

from msgspec import Struct

from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Applicability, Diagnostic, Edit, Fix
from pointrules.syntax.names import DeclaredNames
from pointrules.syntax.parse_table import BLOCK, ParseTable
from pointrules.syntax.parser_state import ParserState
from pointrules.syntax.phrase import Phrase
from pointrules.syntax.places import Places
from pointrules.syntax.scanner import Scanner
from pointrules.syntax.tokens import Token

TRUSTED_AFTER = 2
"""So many words must fit after a new start before a misfit is a new mistake."""

_SEPARATORS = ("COMMA", "SEMICOLON", "STOP")
_OF_CLAUSES = ("CLAUSE", "AMEND")


class Checkpoint(Struct):
    """A place to go back to: the parser as it was there, and how many tokens it had taken."""

    state: ParserState
    tokens: int


class Reading(Struct, eq=False):
    """A phrase as far as it is read.

    `end` is where the stretch ends that is being read, `before_number` the parser as it was before
    the last number. `checkpoints` are by their place in the grammar. `is_whole` until something of
    the phrase is lost, `is_lost` where so much is that what is left makes no node.
    """

    table: ParseTable
    scanner: Scanner
    names: DeclaredNames
    file: str
    phrase: Phrase
    places: Places
    state: ParserState
    before_number: ParserState
    end: int = 0
    tokens: list[Token] = []
    checkpoints: dict[tuple[int, ...], Checkpoint] = {}
    diagnostics: list[Diagnostic] = []
    lost_names: set[str] = set()
    is_whole: bool = True
    is_lost: bool = False
    since_resumed: int = TRUSTED_AFTER

    @property
    def is_of_clause(self) -> bool:
        """Whether this is, or belongs to, a clause: what has a number others may refer to."""
        return self.phrase.terminal in _OF_CLAUSES

    @property
    def is_clause(self) -> bool:
        """Whether this is a clause with its head: one that can go on when its beginning is lost."""
        return self.is_of_clause and self.phrase.start == BLOCK

    def take(self, token: Token) -> None:
        """Give the parser the next word, one that it takes."""
        if token.terminal == "NUMBER":
            self.before_number = self.state.copy()
        self.state.feed(self.places.token(token))
        self.tokens.append(token)
        self.since_resumed += 1
        if token.terminal in _SEPARATORS:
            self.checkpoint()

    def checkpoint(self) -> None:
        """Remember this place, and forget earlier ones from which the same could go on."""
        place = self.state.place
        self.checkpoints.pop(place, None)
        self.checkpoints[place] = Checkpoint(self.state.copy(), len(self.tokens))

    def report(
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
        if self.since_resumed >= TRUSTED_AFTER:
            span = self.places.span(self.file, start, end)
            self.diagnostics.append(
                diagnose(code, span, choices=choices, labels=(), fix=fix, **arguments)
            )

    def fix(self, applicability: Applicability, start: int, end: int, meant: str) -> Fix | None:
        """None where the text stands otherwise in the file than it reads."""
        span = self.places.span(self.file, start, end)
        if span.end - span.start != end - start:
            return None
        return Fix(applicability, (Edit(span, meant),))
