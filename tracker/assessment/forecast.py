"""What a short series of official figures will be some periods on, and how far that can be trusted."""

from collections.abc import Sequence
from itertools import pairwise
from math import exp, isfinite, log

from tracker.assessment.prospect import Bounds, Forecast, around
from tracker.assessment.seasonality import YEARS_NEEDED, seasonal_pattern
from tracker.assessment.smoothing import Carrier, average, damped_trend, exponential, level, return_to_mean, theta
from tracker.assessment.spread import LEVELS, RATES, calibration, spread

FEWEST = 4
WILDEST = 2.0
"""A forecast moves per step at most this many times the largest move on record."""
LAST_VALUE_PRIOR = 20
"""Imagined points in favour of the last value, for yearly and quarterly figures: they are sums, so that noise has cancelled."""


def forecast(
    values: Sequence[float | None], steps: int, per_year: int, *, growth: bool = False, bounds: Bounds = (None, None)
) -> Forecast | None:
    """The forecast so many steps after the last place of an evenly spaced series; None where fewer than four figures are known.

    A gap is None and is bridged. `growth` says that the values are rates of change, which return to their mean; levels carry
    their trend on, and when all are above zero their errors are shares of the level. `bounds` are natural limits, as 0 and 100.
    """
    places = [value if value is not None and isfinite(value) else None for value in values]
    figures = [value for value in places if value is not None]
    if len(figures) < FEWEST or steps < 1:
        return None
    last = max(i for i, value in enumerate(places) if value is not None)
    first = next(i for i, value in enumerate(places) if value is not None)
    ahead = steps + len(places) - 1 - last
    places = places[first : last + 1]
    unit = max(map(abs, figures)) or 1.0
    scaled = [None if value is None else value / unit for value in places]
    mean, scale = _rate(scaled, ahead, per_year) if growth else _level(scaled, ahead, per_year)
    settled = len(figures) / (len(figures) + ahead) if min(figures) == max(figures) else 0.0
    if not growth and min(figures) > 0 and bounds[0] is None:
        bounds = (0.0, bounds[1])
    method = "mean-reverting" if growth else "theta-damped"
    return around(mean * unit, scale * unit, len(figures), method, bounds, settled)


def _level(places: Sequence[float | None], steps: int, per_year: int) -> tuple[float, float]:
    """Mean and scale for levels: Theta and a damped trend, averaged, on what the season leaves."""
    positive = all(value is None or value > 0 for value in places)
    plain, known = bridged([log(v) if positive and v is not None else v for v in places]), [v is not None for v in places]
    pattern = seasonal_pattern(plain, per_year)
    adjusted = [value - pattern[i % len(pattern)] for i, value in enumerate(plain)]
    season = pattern[(len(plain) - 1 + steps) % len(pattern)]
    prior = LAST_VALUE_PRIOR if per_year == 1 or YEARS_NEEDED * per_year <= len(plain) <= 1e9 and per_year <= 4 else 0
    levels = [exp(value) for value in adjusted] if positive else adjusted
    trend = exponential(theta(adjusted, prior)) if positive else theta(adjusted, prior)
    carrier = average(trend, damped_trend(levels, prior))
    mean = _tamed(carrier(-1, steps), levels, steps)
    scale = spread(levels, known, carrier, steps, calibration(LEVELS, per_year), positive)
    if not positive:
        return mean + season, scale
    least = sum(levels) / len(levels) / 10
    return max(mean, least) * exp(season), scale * max(mean, least) * exp(season)


def _rate(places: Sequence[float | None], steps: int, per_year: int) -> tuple[float, float]:
    """Mean and scale for rates of change: halfway between returning to the mean and staying at the smoothed level."""
    values, known = bridged(places), [value is not None for value in places]
    carrier = average(return_to_mean(values), level(values))
    return carrier(-1, steps), spread(values, known, carrier, steps, calibration(RATES, per_year), False)


def bridged(places: Sequence[float | None]) -> list[float]:
    """The series with each gap filled along the straight line between its neighbours; both ends must be known."""
    filled: list[float] = []
    known = [(i, value) for i, value in enumerate(places) if value is not None]
    for (start, value), (end, following) in pairwise(known):
        filled += [value + (following - value) * k / (end - start) for k in range(end - start)]
    return [*filled, known[-1][1]]


def _tamed(mean: float, values: Sequence[float], steps: int) -> float:
    """A forecast held to a multiple of the largest move on record, so that no young series runs away."""
    reach = WILDEST * steps * max(abs(b - a) for a, b in pairwise(values))
    return min(max(mean, values[-1] - reach), values[-1] + reach)
