"""What growth the rest must bring for a growth promise to be kept."""

from __future__ import annotations

from decimal import Decimal

from tracker.assessment.growth import COMPOUNDED
from tracker.assessment.required import Required, Step
from tracker.assessment.sight import Sight
from tracker.domain.indicator import Measure
from tracker.domain.period import Period
from tracker.domain.target import Of, Reading

HUNDRED = Decimal(100)


def growth_needed(sight: Sight) -> Required | None:
    """The growth still needed, in %: in the rest of a year by base weights, or on average over the years left."""
    latest, by, goal = sight.latest, sight.stage.by, sight.stage.value
    if latest is None or by is None or goal is None or latest.bound or latest.period.last >= by.last:
        return None
    if sight.target.of is Of.AVERAGE_GROWTH or sight.target.reading in COMPOUNDED:
        return average_needed(sight, latest.value, goal, latest.period, by)
    weight = base_weight(sight, latest.period)
    if weight is None or not sight.in_window or not sight.promises_growth:
        return None
    rest = (goal - weight * latest.value) / (1 - weight)
    return Required(goal - latest.value, rest, sight.unit, Step.REST, Decimal(1), latest.value, None)


def base_weight(sight: Sight, period: Period) -> Decimal | None:
    """The share of last year's level that had come in by the same day; None where last year's levels are missing.

    Rates are no levels: an indicator that is itself a growth has no base to weigh by.

    With it, growth g so far and a promise G for the year, the rest must grow by (G - w g) / (1 - w).
    """
    if sight.indicator.measure is Measure.GROWTH:
        return None
    part, whole = (level(sight, p) for p in (period.a_year_before(), Period.of_year(period.year - 1)))
    if not part or not whole or not 0 < part < whole or not period.is_year_to_date:
        return None
    return part / whole


def level(sight: Sight, period: Period) -> Decimal | None:
    """The indicator's own value in a period."""
    return sight.figures[period].value if period in sight.figures else None


def average_needed(sight: Sight, so_far: Decimal, goal: Decimal, known: Period, by: Period) -> Required | None:
    """The geometric average the years left must bring: a root of what the promise leaves after the years known."""
    if not (known.is_plan or known.is_year) or so_far <= -HUNDRED or goal <= -HUNDRED:
        return None
    years = known.last.year - known.first.year + 1
    left = by.last.year - known.last.year
    over_all = sight.target.reading is Reading.CUMULATIVE
    whole, done = (1, 1) if over_all else (years + left, years)
    factor = (1 + goal / HUNDRED) ** whole / (1 + so_far / HUNDRED) ** done
    needed = (factor ** (Decimal(1) / left) - 1) * HUNDRED
    average = None if over_all else so_far
    return Required(goal - so_far, needed, sight.unit, Step.YEAR, Decimal(left), average, None)
