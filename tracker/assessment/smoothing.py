"""Ways to carry a short series forward, each replayed from every past point so that its own errors can be measured."""

from collections.abc import Callable, Sequence
from itertools import pairwise, product
from math import exp, sqrt
from typing import TypeAlias

Carrier: TypeAlias = Callable[[int, int], float]
"""The value expected so many steps after the point at an index (-1: the last), from what came up to that point."""

TREND_DOUBT = 20
"""Points that must be seen before a straight trend is half believed."""
DAMPINGS, LEVEL_WEIGHTS, SLOPE_WEIGHTS = (0.8, 0.9, 0.98), (0.1, 0.3, 0.5, 0.7, 0.9), (0.05, 0.2, 0.4)
GOLDEN, CLOSE_ENOUGH = (sqrt(5) - 1) / 2, 0.02


def theta(values: Sequence[float], last_value_prior: float) -> Carrier:
    """A smoothed level on a shrunk straight trend: the Theta method as Hyndman & Billah 2003 rewrite it."""
    slopes = _shrunk_slopes(values)
    flattened = [value - slopes[-1] * index for index, value in enumerate(values)]
    weight = _towards_one(_best_weight(flattened), len(values), last_value_prior)
    levels = [values[0]]
    for value, before in zip(values[1:], slopes, strict=False):
        expected = levels[-1] + before
        levels.append(expected + weight * (value - expected))
    return lambda origin, steps: levels[origin] + slopes[origin] * steps


def damped_trend(values: Sequence[float], last_value_prior: float) -> Carrier:
    """A level and a trend that dies away (Gardner & McKenzie 1985), the best of a small grid."""
    first_slope = _shrunk_slopes(values)[-1]
    grid = product(DAMPINGS, LEVEL_WEIGHTS, SLOPE_WEIGHTS)
    damping, weight, slope_weight = min(grid, key=lambda choice: _damped_error(values, first_slope, *choice))
    weight = _towards_one(weight, len(values), last_value_prior)
    levels, slopes = [values[0]], [first_slope]
    for value in values[1:]:
        slope = slopes[-1] * damping
        miss = value - levels[-1] - slope
        levels.append(levels[-1] + slope + weight * miss)
        slopes.append(slope + weight * slope_weight * miss)
    return lambda origin, steps: levels[origin] + slopes[origin] * damping * (1 - damping**steps) / (1 - damping)


def level(values: Sequence[float]) -> Carrier:
    """A smoothed level that stays where it is (simple exponential smoothing, Brown 1956)."""
    weight = _best_weight(values)
    levels = [values[0]]
    for value in values[1:]:
        levels.append(levels[-1] + weight * (value - levels[-1]))
    return lambda origin, _steps: levels[origin]


def return_to_mean(values: Sequence[float]) -> Carrier:
    """A value that goes back to the average so far, the faster the less neighbours resemble each other (an AR(1))."""
    centre = sum(values) / len(values)
    power = sum((v - centre) ** 2 for v in values)
    alike = sum((a - centre) * (b - centre) for a, b in pairwise(values)) / power if power else 0.0
    kept = min(max(alike, 0.0), 0.98)
    averages, total = [], 0.0
    for count, value in enumerate(values, start=1):
        total += value
        averages.append(total / count)
    return lambda origin, steps: averages[origin] + (values[origin] - averages[origin]) * kept**steps


def exponential(carrier: Carrier) -> Carrier:
    """A carrier of logarithms, read in plain values."""
    return lambda origin, steps: exp(min(carrier(origin, steps), 700.0))


def positive_part(carrier: Carrier) -> Carrier:
    """A carrier that stops at zero, for values that cannot pass it."""
    return lambda origin, steps: max(carrier(origin, steps), 0.0)


def average(one: Carrier, other: Carrier) -> Carrier:
    """Halfway between two carriers: their errors partly cancel (Bates & Granger 1969)."""
    return lambda origin, steps: (one(origin, steps) + other(origin, steps)) / 2


def _shrunk_slopes(values: Sequence[float]) -> list[float]:
    """The least-squares slope up to each point, shrunk while points are few."""
    slopes = [0.0]
    total, moment = values[0], 0.0
    for index, value in enumerate(values[1:], start=1):
        count = index + 1
        total += value
        moment += index * value
        spread = index * count * (count + 1) / 12
        slopes.append(count / (count + TREND_DOUBT) * (moment - index / 2 * total) / spread)
    return slopes


def _towards_one(weight: float, count: int, prior: float) -> float:
    """A weight estimated on few points, drawn towards one (the last value) by so many imagined points."""
    return (count * weight + prior) / (count + prior)


def _best_weight(values: Sequence[float]) -> float:
    """The smoothing weight with the smallest one-step errors, by golden-section search."""
    low, high = 0.01, 0.99
    left, right = high - GOLDEN * (high - low), low + GOLDEN * (high - low)
    at_left, at_right = _level_error(values, left), _level_error(values, right)
    while high - low > CLOSE_ENOUGH:
        if at_left < at_right:
            high, right, at_right = right, left, at_left
            left = high - GOLDEN * (high - low)
            at_left = _level_error(values, left)
        else:
            low, left, at_left = left, right, at_right
            right = low + GOLDEN * (high - low)
            at_right = _level_error(values, right)
    return (low + high) / 2


def _level_error(values: Sequence[float], weight: float) -> float:
    reached, error = values[0], 0.0
    for value in values:
        miss = value - reached
        error += miss * miss
        reached += weight * miss
    return error


def _damped_error(values: Sequence[float], slope: float, damping: float, weight: float, slope_weight: float) -> float:
    reached, error, turn = values[0], 0.0, weight * slope_weight
    for value in values[1:]:
        slope *= damping
        miss = value - reached - slope
        error += miss * miss
        reached += slope + weight * miss
        slope += turn * miss
    return error
