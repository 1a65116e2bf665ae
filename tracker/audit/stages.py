"""The stages of a promise, each against the one before: a later stage never asks for less."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from tracker.audit.findings import Evidence, Finding, Outcome, Side, fixed
from tracker.audit.ledger import Ledger
from tracker.domain.indicator import Indicator, Measure
from tracker.domain.target import Aim, Of, Stage, Target

LEVELS = frozenset({Of.VALUE, Of.INCREASE, Of.TOTAL, Of.DIFFERENCE})
"""What is promised step by step; a growth rate may well be lower in a later year."""


def stages(ledger: Ledger) -> Iterator[Finding]:
    """Every two stages of a promise that follow each other."""
    for target in ledger.portfolio.targets:
        indicator = ledger.portfolio.indicators[target.indicator]
        if target.of not in LEVELS or indicator.measure is Measure.GROWTH:
            continue
        dated = [stage for stage in target.stages if stage.by and stage.value is not None]
        for before, after in pairwise(dated):
            yield step(target, indicator, before, after)


def step(target: Target, indicator: Indicator, before: Stage, after: Stage) -> Finding:
    """One stage after another; what is promised anew for each year may be lowered, what is built up may not."""
    earlier, later = before.value or Decimal(0), after.value or Decimal(0)
    rising = after.aim is Aim.AT_LEAST or (after.aim is not Aim.AT_MOST and indicator.higher_is_better)
    keeps = later >= earlier if rising else later <= earlier
    yearly = indicator.measure is Measure.FLOW and target.of is Of.VALUE
    outcome = Outcome.HOLDS if keeps else Outcome.CONDITIONAL if yearly else Outcome.FAILS
    left, right = (promised(target, indicator, value) for value in (later, earlier))
    facts = (("before", before.by), ("after", after.by), ("target", target.id))
    return Finding(
        "stages", outcome, indicator.id, str(after.by), left, right, "steps" if keeps else "steps-back", facts
    )


def promised(target: Target, indicator: Indicator, value: Decimal) -> Side:
    """The number of one stage."""
    return fixed(value, indicator.unit, declared(target))


def declared(target: Target) -> Evidence:
    """Where a promise is declared."""
    return Evidence(target.indicator, target.location, locator=target.locator)
