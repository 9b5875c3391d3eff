"""Incentives (激励): what points give."""

from typing import TypeAlias

from pointrules.model.exchange import Exchange
from pointrules.model.honour import Honour
from pointrules.model.loan import Loan
from pointrules.model.pool import Pool

Incentive: TypeAlias = Loan | Exchange | Honour | Pool
