"""What is parsed from one start of the grammar: stretches of text, with words between them."""

from typing import TypeAlias

from msgspec import Struct

from pointrules.syntax.parse_table import BLOCK
from pointrules.syntax.tokens import Token


class Stretch(Struct, frozen=True):
    """Text to be cut into words, from `start` up to, not including, `end`."""

    start: int
    end: int


class Given(Struct, frozen=True):
    """A word that stands in no text, since the notation says it in its own way.

    Of several the parser takes the first that fits; where none does, one `is_needed` or is left
    out.
    """

    tokens: tuple[Token, ...]
    is_needed: bool = False


Piece: TypeAlias = Token | Given | Stretch


class Phrase(Struct, frozen=True):
    """Pieces that make one node of the tree; its first token, if it is one, always fits.

    `terminal` is the head word of the block that it is or belongs to, `is_misspelt` if that word is
    not spelled right.
    """

    terminal: str
    pieces: tuple[Piece, ...]
    start: str = BLOCK
    is_misspelt: bool = False
