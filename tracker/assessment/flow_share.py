"""What a year will total, from its figures so far and from how earlier years filled up."""

from collections.abc import Sequence
from math import isfinite, sqrt

from tracker.assessment.prospect import Forecast, around

YEAR = 12
SMALLEST = 1e-12
"""A year whose total is a smaller part of the largest makes no share: there was no such flow yet."""
EVEN_YEARS = 0.5
"""Imagined earlier years in which every month brought the same."""
USUAL_MISS, USUAL_YEARS = 0.09, 0.55
"""Scale of the error in the months to come, as a share of them, in other flows; how many own years that weighs."""
OWN_MISS = 0.97
"""From the mean absolute error in this flow's own earlier years to the scale of the t distribution."""
WILDEST_MISS = 10.0
"""An earlier year that missed by more counts as this: hardly anything was promised then."""

Year = tuple[float, float]
"""An earlier year: its sum over the same months, and its total."""


def project_total(so_far: float, months: int, past: Sequence[Year]) -> Forecast | None:
    """The year's total after so many months, from earlier years in order; None where no earlier year makes a share."""
    if not 0 < months < YEAR or not isfinite(so_far) or so_far < 0:
        return None
    sums = [(part, whole) for part, whole in past if isfinite(whole) and 0 <= part <= whole]
    unit = max([so_far, *(whole for _, whole in sums)])
    years = [(part / unit, whole / unit) for part, whole in sums if whole > unit * SMALLEST]
    if not years:
        return None
    rest = months_to_come(so_far / unit, months, years)
    misses = [_miss(year, months, years[:index]) for index, year in enumerate(years[1:], start=1)]
    scale = (USUAL_YEARS * USUAL_MISS + OWN_MISS * sum(misses)) / (USUAL_YEARS + len(misses))
    return around(so_far + rest * unit, scale * rest * unit, len(years), "seasonal-share", (so_far, None))


def months_to_come(so_far: float, months: int, years: Sequence[Year]) -> float:
    """What the rest of the year brings: this year's pace by the usual share, and last year's rest, later less."""
    shares = sum(part / whole for part, whole in years)
    share = (shares + EVEN_YEARS * months / YEAR) / (len(years) + EVEN_YEARS)
    part, whole = years[-1]
    trust = sqrt(months / YEAR)
    return trust * so_far * (1 - share) / share + (1 - trust) * (whole - part)


def _miss(year: Year, months: int, before: Sequence[Year]) -> float:
    """How far the rest of an earlier year came from what the years before it promised, as a share of the promise."""
    part, whole = year
    expected = months_to_come(part, months, before)
    return min(WILDEST_MISS, abs(whole - part - expected) / expected) if expected > 0 else 0.0
