"""What a promise of "about" tolerates where nobody said how much."""

from __future__ import annotations

from decimal import Decimal

from tracker.domain.indicator import Indicator, Measure
from tracker.domain.target import Aim, Of, Stage, Target, Tolerance

OF_RATES = Tolerance(Decimal("0.2"), relative=False, assumed=True)
OF_SHARES = Tolerance(Decimal(1), relative=False, assumed=True)
OF_AMOUNTS = Tolerance(Decimal(2), relative=True, assumed=True)
"""As offices take the word: 0.2 points of a growth, one point of a share, two per cent of anything else."""
RATES = frozenset({Of.GROWTH, Of.AVERAGE_GROWTH})


def with_tolerances(target: Target, indicator: Indicator) -> Target:
    """The target with what its stages of "about" tolerate, as declared or else as offices take the word."""
    if all(stage.tolerance or stage.aim is not Aim.ABOUT for stage in target.stages):
        return target
    usual = customary(target, indicator)
    return target._replace(stages=tuple(tolerant(stage, usual) for stage in target.stages))


def tolerant(stage: Stage, usual: Tolerance) -> Stage:
    """One stage with what it tolerates."""
    return stage._replace(tolerance=usual) if stage.aim is Aim.ABOUT and stage.tolerance is None else stage


def customary(target: Target, indicator: Indicator) -> Tolerance:
    """What is usual for the kind of number a promise speaks of."""
    if target.of in RATES or indicator.measure is Measure.GROWTH:
        return OF_RATES
    share = indicator.unit.kind == "percent" and target.of in {Of.VALUE, Of.INCREASE, Of.DIFFERENCE}
    return OF_SHARES if share else OF_AMOUNTS
