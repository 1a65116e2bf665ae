"""The list of checks, and all they find in one workspace, worst first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from tracker.audit.bounds import limits, publication
from tracker.audit.findings import ORDER, Finding, Outcome
from tracker.audit.formulas import formulas
from tracker.audit.growth import growth_of_sums, growth_on_base
from tracker.audit.ledger import Ledger, ledger_of
from tracker.audit.running import running
from tracker.audit.shares import shares
from tracker.audit.stages import stages
from tracker.audit.vintages import ranks, vintages
from tracker.domain.portfolio import Portfolio

CHECKS: tuple[Callable[[Ledger], Iterable[Finding]], ...] = (
    shares,
    formulas,
    growth_on_base,
    growth_of_sums,
    running,
    stages,
    vintages,
    ranks,
    limits,
    publication,
)


def audit(portfolio: Portfolio, known_at: date | None = None) -> tuple[Finding, ...]:
    """Every tie in a workspace, with the figures known on a day: what fails first, what cannot be worked out last."""
    ledger = ledger_of(portfolio, known_at)
    found = [finding for check in CHECKS for finding in check(ledger)]
    return tuple(sorted(found, key=place))


def place(finding: Finding) -> tuple[object, ...]:
    """Where a finding stands in the list."""
    where = tuple(str(e.location.file) + f"{e.location.line:09}" for e in finding.evidence)
    return (ORDER.index(finding.outcome), finding.indicator, finding.period, finding.check, where)


def count(findings: Iterable[Finding]) -> dict[Outcome, int]:
    """How many findings there are of each outcome."""
    outcomes = [finding.outcome for finding in findings]
    return {outcome: outcomes.count(outcome) for outcome in ORDER}
