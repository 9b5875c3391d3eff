"""Every engine, listed once: a new one gets all properties and cases for free."""

from collections.abc import Callable
from datetime import date
from typing import TypeAlias

from pointrules.engine import reference
from pointrules.ledger.ledger import Ledger
from pointrules.model.ruleset import Ruleset
from pointrules.records.facts import Facts
from pointrules.records.log import Log

Engine: TypeAlias = Callable[[tuple[Ruleset, ...], Facts, Log, date, date | None], Ledger]

ENGINES: dict[str, Engine] = {"reference": reference.evaluate}
