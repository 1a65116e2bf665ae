"""How far an observation stands from what is asked for."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from tracker.assessment.evidence import Observation
from tracker.assessment.pathway import Asked
from tracker.domain.units import Unit

HUNDRED = Decimal(100)


class Gap(NamedTuple):
    """Actual less asked for: in `unit`, in percent of it, to the stages' ends, and in months of the path."""

    value: Decimal | None
    unit: Unit
    percent: Decimal | None
    to_stage: Decimal | None
    to_target: Decimal | None
    months: Decimal | None


def gap(
    observation: Observation, asked: Asked | None, unit: Unit, stage: Decimal | None, target: Decimal | None
) -> Gap:
    """The distances of one observation; a negative number of months is behind, whichever way is the better one."""
    value = None if asked is None else observation.value - asked.value
    return Gap(
        value,
        unit,
        value / asked.value * HUNDRED if value is not None and asked and asked.value > 0 else None,
        None if stage is None else observation.value - stage,
        None if target is None else observation.value - target,
        value / asked.slope if value is not None and asked and asked.value > 0 and asked.slope else None,
    )


def ratio(part: Decimal, whole: Decimal | None) -> Decimal | None:
    """A share of a whole, where the whole is known and not zero."""
    return part / whole if whole else None
