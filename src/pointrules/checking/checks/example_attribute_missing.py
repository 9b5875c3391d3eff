"""A record of an example without an attribute that every such record has."""

from collections.abc import Iterator

from pointrules.checking.meaning import Meaning
from pointrules.diagnostics.catalogue import diagnose
from pointrules.diagnostics.diagnostic import Diagnostic, Label
from pointrules.model.example import ExpectsRefusal


def example_attribute_missing(meaning: Meaning) -> Iterator[Diagnostic]:
    """Such a record is refused for want of the attribute, so the example could never hold."""
    for example in meaning.examples:
        if any(isinstance(item, ExpectsRefusal) for item in example.expectations):
            continue
        for record in example.records:
            behaviour = meaning.vocabulary.behaviour(record.behaviour)
            given = {name for name, _ in record.attributes}
            for attribute in () if behaviour is None else behaviour.attributes:
                if not attribute.optional and attribute.name not in given:
                    yield diagnose(
                        "example-attribute-missing",
                        record.origin,
                        behaviour=record.behaviour,
                        attribute=attribute.name,
                        labels=(Label(attribute.origin, "declared"),),
                    )
                    break
