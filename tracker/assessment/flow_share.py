"""What a year will total, from its figures so far and from how earlier years filled up."""

from collections.abc import Sequence
from math import isfinite, sqrt

from tracker.assessment.prospect import Forecast, around

EVEN_YEARS = 0.5
"""Imagined earlier years in which every month brought the same."""
USUAL_MISS, USUAL_YEARS = 0.09, 0.55
"""Scale of the error in the months to come, as a share of them, in other flows; and how many earlier years that weighs."""
OWN_MISS = 0.97
"""Mean absolute error of this flow's own earlier years to the scale of the t distribution."""

Year = tuple[float, float]
"""Sum of an earlier year over the same months, and over the whole year."""


def project_total(so_far: float, months: int, past: Sequence[Year]) -> Forecast | None:
    """The year's total after so many months, from earlier years in order; None without one, or where the sums make no shares."""
    years = [(part, whole) for part, whole in past if isfinite(part) and isfinite(whole) and whole > 0 and 0 <= part <= whole]
    if not years or not 0 < months < 12 or not isfinite(so_far) or so_far < 0:
        return None
    rest = months_to_come(so_far, months, years)
    misses = []
    for index in range(1, len(years)):
        part, whole = years[index]
        expected = months_to_come(part, months, years[:index])
        misses.append(abs(whole - part - expected) / expected if expected > 0 else 0.0)
    scale = (USUAL_YEARS * USUAL_MISS + OWN_MISS * sum(misses)) / (USUAL_YEARS + len(misses))
    return around(so_far + rest, scale * rest, len(years), "seasonal-share", (so_far, None))


def months_to_come(so_far: float, months: int, years: Sequence[Year]) -> float:
    """What the rest of the year brings: this year's pace by the seasonal share, and last year's rest, weighed by how much is known."""
    shares = sum(part / whole for part, whole in years)
    share = (shares + EVEN_YEARS * months / 12) / (len(years) + EVEN_YEARS)
    part, whole = years[-1]
    trust = sqrt(months / 12)
    return trust * so_far * (1 - share) / share + (1 - trust) * (whole - part)
