"""Incentives (激励): what points give."""

from typing import TypeAlias

from pointrules.model.loan import Loan

Incentive: TypeAlias = Loan
