"""An example that explains a result by a limit that the ruleset does not have."""

from collections.abc import Iterator

from pointrules.checking.meaning import Meaning
from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic
from pointrules.model.example import ExpectsLimit
from pointrules.model.limit import is_same_rule


def example_unknown_limit(meaning: Meaning) -> Iterator[Diagnostic]:
    """Such an example can never hold; most likely a limit was changed and the example forgotten."""
    if not meaning.has_all_sentences:
        return
    limits = [clause.limits for clause in meaning.scoring]
    limits += [clause.limits for clause in meaning.settlements]
    limits += [category.limits for category in meaning.categories]
    limits += [account.limits for account in meaning.accounts]
    known = [item for items in limits for item in items]
    for example in meaning.examples:
        for expectation in example.expectations:
            if isinstance(expectation, ExpectsLimit) and not any(
                is_same_rule(item, expectation.limit) for item in known
            ):
                yield diagnose("example-unknown-limit", expectation.origin)
