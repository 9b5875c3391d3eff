"""An example that explains a result by a limit that the ruleset does not have."""

from collections.abc import Iterator

from pointrules.checking.meaning import Meaning
from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic
from pointrules.model.example import ExpectsLimit
from pointrules.model.limit import is_same_rule
from pointrules.syntax import tree


def example_unknown_limit(meaning: Meaning) -> Iterator[Diagnostic]:
    """Such an example can never hold; most likely a limit was changed and the example forgotten."""
    sentences = sum(isinstance(item.body, tree.Sentence) for item in meaning.written.values())
    if not meaning.syntax.is_whole or len(meaning.scoring) < sentences:
        return
    limits = [clause.limits for clause in meaning.scoring]
    limits += [category.limits for category in meaning.categories]
    limits += [account.limits for account in meaning.accounts]
    known = [item for items in limits for item in items]
    for example in meaning.examples:
        for expectation in example.expectations:
            if isinstance(expectation, ExpectsLimit) and not any(
                is_same_rule(item, expectation.limit) for item in known
            ):
                yield diagnose("example-unknown-limit", expectation.origin)
