"""What each remaining period must bring for a promise to be kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from tracker.assessment.aims import keeps
from tracker.assessment.evidence import Observation
from tracker.assessment.pathway import Held
from tracker.domain.calendar import Releases
from tracker.domain.indicator import Indicator
from tracker.domain.target import Stage
from tracker.domain.units import Unit, whole_up


class Step(StrEnum):
    """The length of the periods a remaining effort is shared over."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"
    REST = "rest-of-year"
    MEAN = "rest-of-year-average"


MONTHS: Mapping[Step, int] = {Step.MONTH: 1, Step.QUARTER: 3, Step.HALF_YEAR: 6, Step.YEAR: 12}
RHYTHM: Mapping[Releases, Step] = {
    Releases.MONTHLY: Step.MONTH,
    Releases.MONTHLY_NO_JANUARY: Step.MONTH,
    Releases.QUARTERLY: Step.QUARTER,
    Releases.HALF_YEARLY: Step.HALF_YEAR,
    Releases.YEARLY: Step.YEAR,
}


class Required(NamedTuple):
    """What is left, shared over the periods left, beside the average and the best period so far, in `unit`."""

    left: Decimal
    value: Decimal
    unit: Unit
    per: Step
    periods_left: Decimal
    average_so_far: Decimal | None
    best_so_far: Decimal | None


def required(
    stage: Stage, series: Sequence[Observation], indicator: Indicator, unit: Unit, way: Held
) -> Required | None:
    """The effort left until a stage ends; None where it is undated, unquantified, over, or compared as it stands."""
    if stage.by is None or stage.value is None or way is Held.AS_IT_STANDS:
        return None
    latest = series[-1]
    step = step_of(indicator, latest, stage)
    months = months_between(latest.period.last, stage.by.last)
    if months <= 0:
        return None
    kept = keeps(stage, latest.value, higher=indicator.higher_is_better)
    left = remaining(Decimal(0) if kept else stage.value - latest.value, higher=indicator.higher_is_better)
    share = left / (Decimal(months) / MONTHS[step])
    pace = paces(series, step, way)
    return Required(
        left,
        whole_up(share, unit),
        unit,
        step,
        Decimal(months) / MONTHS[step],
        average(latest, pace, step, way),
        best(pace, higher=indicator.higher_is_better),
    )


def remaining(distance: Decimal, *, higher: bool) -> Decimal:
    """What is still to be done; nothing once the value is reached."""
    return max(distance, Decimal(0)) if higher else min(distance, Decimal(0))


def step_of(indicator: Indicator, latest: Observation, stage: Stage) -> Step:
    """Months within the stage's own year, years for a way of several years, unless releases say otherwise."""
    within = stage.by is not None and latest.period.year == stage.by.year
    declared = RHYTHM[indicator.releases] if indicator.releases else Step.MONTH if within else Step.YEAR
    return Step.MONTH if within and declared is Step.YEAR else declared


def months_between(day: date, later: date) -> int:
    """Whole months from the end of one day's month to the end of another's."""
    return (later.year - day.year) * 12 + later.month - day.month


def paces(series: Sequence[Observation], step: Step, way: Held) -> list[Decimal]:
    """What each period so far brought, per step: of a flow within the latest year, of a level between observations."""
    if way is Held.PRO_RATED:
        mine = [o for o in series if o.period.first == series[-1].period.first]
        starts = [(mine[0].period.first - timedelta(days=1), Decimal(0))]
    else:
        mine, starts = list(series), []
    points = [*starts, *((o.period.last, o.value) for o in mine)]
    return [
        (b - a) * MONTHS[step] / months_between(day, later)
        for (day, a), (later, b) in pairwise(points)
        if months_between(day, later) >= MONTHS[step]
    ]


def average(latest: Observation, pace: Sequence[Decimal], step: Step, way: Held) -> Decimal | None:
    """What a period brought on average so far."""
    if way is Held.PRO_RATED and latest.period.month_count:
        return latest.value * MONTHS[step] / latest.period.month_count
    return sum(pace, Decimal(0)) / len(pace) if pace else None


def best(pace: Sequence[Decimal], *, higher: bool) -> Decimal | None:
    """The best period so far."""
    return (max if higher else min)(pace, default=None)
