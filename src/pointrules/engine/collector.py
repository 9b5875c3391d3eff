"""Python's cycle collector, at rest while records are scored.

Scoring makes objects by the million that are all kept and never form a cycle; looking through them
for cycles again and again takes a sixth of the time.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Let the collector rest, and work again afterwards if it did before."""
    was_working = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_working:
            gc.enable()
