"""What reading one block gave, whatever notation it stands in."""

from msgspec import Struct

from pointrules.diagnostics.diagnostic import Diagnostic
from pointrules.syntax.children import Node


class BlockResult(Struct, frozen=True, kw_only=True):
    """The block's node, None where too much of it is lost, and what is wrong with it.

    `lost_names` may be declared in parts that could not be read; `clause_number` is that of a
    clause, also where nothing else of it could be read.
    """

    node: Node | None
    is_whole: bool
    lost_names: frozenset[str]
    clause_number: str | None
    diagnostics: tuple[Diagnostic, ...]
