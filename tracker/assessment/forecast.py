"""What a short series of official figures will be some periods on, and how far that can be trusted."""

from collections.abc import Sequence
from itertools import pairwise
from math import exp, isfinite, log

from tracker.assessment.prospect import Bounds, Forecast, around
from tracker.assessment.seasonality import YEARS_NEEDED, seasonal_pattern
from tracker.assessment.smoothing import (
    average,
    damped_trend,
    exponential,
    level,
    positive_part,
    return_to_mean,
    theta,
)
from tracker.assessment.spread import LEVELS, RATES, Record, nearest, spread

FEWEST = 4
WILDEST = 2.0
"""A forecast moves per step at most this many times the largest move on record."""
LAST_VALUE_PRIOR = 20
"""Imagined points in favour of the last value where noise has cancelled: quarters and longer, their season told."""
LONG_PERIODS = 4

Places = Sequence[float | None]


def forecast(
    values: Places, steps: int, per_year: int, *, growth: bool = False, bounds: Bounds = (None, None)
) -> Forecast | None:
    """The forecast so many steps after the last place of an evenly spaced series; None with fewer than four figures.

    A gap is None and is bridged. `growth` says that the values are rates of change, which return to their mean.
    Levels carry their trend on; above zero, their errors are shares of the level. `bounds` are limits of nature.
    """
    figures = [value for value in values if value is not None and isfinite(value)]
    if len(figures) < FEWEST or steps < 1:
        return None
    unit = max(map(abs, figures)) or 1.0
    scaled = [value / unit if value is not None and isfinite(value) else None for value in values]
    told = [index for index, value in enumerate(scaled) if value is not None]
    ahead = steps + len(scaled) - 1 - told[-1]
    carry, method = (_rate, "mean-reverting") if growth else (_level, "theta-damped")
    mean, scale = carry(scaled[told[0] : told[-1] + 1], ahead, per_year)
    settled = len(figures) / (len(figures) + ahead) if min(figures) == max(figures) else 0.0
    if not growth and min(figures) >= 0 and bounds[0] is None:
        bounds = (0.0, bounds[1])
    return around(mean * unit, scale * unit, len(figures), method, bounds)._replace(settled=settled)


def _level(places: Places, steps: int, per_year: int) -> tuple[float, float]:
    """Mean and scale for levels: Theta and a damped trend, averaged, on what the season leaves."""
    positive = all(value is None or value > 0 for value in places)
    plain = bridged([log(value) if positive and value is not None else value for value in places])
    pattern = seasonal_pattern(plain, per_year)
    adjusted = [value - pattern[index % len(pattern)] for index, value in enumerate(plain)]
    season = pattern[(len(plain) - 1 + steps) % len(pattern)]
    levels = [exp(value) for value in adjusted] if positive else adjusted
    prior = _last_value_prior(len(plain), per_year)
    trend, damped = theta(adjusted, prior), damped_trend(levels, prior)
    carrier = average(exponential(trend), positive_part(damped)) if positive else average(trend, damped)
    scale = spread(Record(levels, _known(places), carrier, positive), steps, nearest(LEVELS, per_year))
    mean = _tamed(carrier(-1, steps), levels, steps)
    return (mean * exp(season), scale * exp(season)) if positive else (mean + season, scale)


def _rate(places: Places, steps: int, per_year: int) -> tuple[float, float]:
    """Mean and scale for rates of change: halfway between returning to the mean and staying at the smoothed level."""
    values = bridged(places)
    carrier = average(return_to_mean(values), level(values))
    record = Record(values, _known(places), carrier, relative=False)
    return carrier(-1, steps), spread(record, steps, nearest(RATES, per_year))


def bridged(places: Places) -> list[float]:
    """The series with each gap filled along the straight line between its neighbours; the ends must be known."""
    filled: list[float] = []
    known = [(index, value) for index, value in enumerate(places) if value is not None]
    for (start, value), (end, following) in pairwise(known):
        filled += [value + (following - value) * k / (end - start) for k in range(end - start)]
    return [*filled, known[-1][1]]


def _known(places: Places) -> list[bool]:
    return [value is not None for value in places]


def _last_value_prior(count: int, per_year: int) -> int:
    season_told = per_year == 1 or count >= YEARS_NEEDED * per_year
    return LAST_VALUE_PRIOR if per_year <= LONG_PERIODS and season_told else 0


def _tamed(mean: float, values: Sequence[float], steps: int) -> float:
    """A forecast held to a multiple of the largest move on record, so that no young series runs away."""
    reach = WILDEST * steps * max(abs(after - before) for before, after in pairwise(values))
    return min(max(mean, values[-1] - reach), values[-1] + reach)
