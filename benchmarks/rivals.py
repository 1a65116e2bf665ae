"""The simple forecasts the outlook is measured against, each with the normal interval its textbook gives it."""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from math import exp, log, sqrt

Rival = Callable[[Sequence[float], int, int], tuple[float, float]]
"""Values, steps and periods a year, to the value expected and the standard error around it."""


def last_value(values: Sequence[float], steps: int, _per_year: int) -> tuple[float, float]:
    """The last value again; errors of a random walk."""
    moves = _moves(values)
    return values[-1], _size(moves) * sqrt(steps)


def drift(values: Sequence[float], steps: int, _per_year: int) -> tuple[float, float]:
    """The last value and the average change so far; errors of a random walk whose drift is estimated."""
    moves = _moves(values)
    mean = sum(moves) / len(moves)
    return values[-1] + mean * steps, _deviation(moves, mean) * sqrt(steps * (1 + steps / len(moves)))


def compound_growth(values: Sequence[float], steps: int, _per_year: int) -> tuple[float, float]:
    """The last value and the compound growth so far (CAGR), as official indicator reports carry on."""
    if min(values) <= 0:
        return drift(values, steps, _per_year)
    middle, error = drift([log(value) for value in values], steps, _per_year)
    return exp(middle), exp(middle) * error


def straight_line(values: Sequence[float], steps: int, _per_year: int) -> tuple[float, float]:
    """A least-squares line through all values, with its prediction error."""
    start, slope = _line(values)
    count = len(values)
    misses = [value - start - slope * i for i, value in enumerate(values)]
    noise = sqrt(sum(miss * miss for miss in misses) / max(1, count - 2))
    far = (count - 1) / 2 + steps
    leverage = 1 / count + far * far * 12 / (count * (count * count - 1))
    return start + slope * (count - 1 + steps), noise * sqrt(1 + leverage)


def classical_theta(values: Sequence[float], steps: int, per_year: int) -> tuple[float, float]:
    """Theta as its authors ran it: season divided out; the line, and twice what deviates smoothed, averaged."""
    factors = _classical_factors(values, per_year)
    plain = [value / factors[i % len(factors)] for i, value in enumerate(values)]
    start, slope = _line(plain)
    doubled = [2 * value - start - slope * i for i, value in enumerate(plain)]
    weight = min((w / 100 for w in range(1, 100)), key=lambda w: _smoothed(doubled, w)[1])
    level, squares = _smoothed(doubled, weight)
    end = len(values) - 1 + steps
    factor = factors[end % len(factors)]
    noise = sqrt(squares / len(values)) / 2
    return (start + slope * end + level) / 2 * factor, noise * sqrt(1 + (steps - 1) * weight**2) * factor


RIVALS: Mapping[str, Rival] = {
    "last value": last_value,
    "drift": drift,
    "compound growth": compound_growth,
    "straight line": straight_line,
    "Theta": classical_theta,
}


def _moves(values: Sequence[float]) -> list[float]:
    return [after - before for before, after in pairwise(values)]


def _size(values: Sequence[float]) -> float:
    return sqrt(sum(value * value for value in values) / len(values))


def _deviation(values: Sequence[float], mean: float) -> float:
    return sqrt(sum((value - mean) ** 2 for value in values) / max(1, len(values) - 1))


def _line(values: Sequence[float]) -> tuple[float, float]:
    """Start and slope of the least-squares line."""
    middle, mean = (len(values) - 1) / 2, sum(values) / len(values)
    spread = sum((i - middle) ** 2 for i in range(len(values)))
    slope = sum((i - middle) * (value - mean) for i, value in enumerate(values)) / spread
    return mean - slope * middle, slope


def _smoothed(values: Sequence[float], weight: float) -> tuple[float, float]:
    """The last smoothed level and the sum of squared one-step errors."""
    level, squares = values[0], 0.0
    for value in values[1:]:
        miss = value - level
        squares += miss * miss
        level += weight * miss
    return level, squares


def _classical_factors(values: Sequence[float], per_year: int) -> list[float]:
    """Multiplicative factors by classical decomposition, where the autocorrelation at one year passes at 90 %."""
    if per_year == 1 or len(values) < 3 * per_year or min(values) <= 0:
        return [1.0]
    mean = sum(values) / len(values)
    apart = [value - mean for value in values]
    power = sum(a * a for a in apart)
    alike = [sum(a * b for a, b in zip(apart[lag:], apart, strict=False)) / power for lag in range(1, per_year + 1)]
    if abs(alike[-1]) <= 1.645 * sqrt((1 + 2 * sum(r * r for r in alike[:-1])) / len(values)):
        return [1.0]
    half = per_year // 2
    ratios: list[list[float]] = [[] for _ in range(per_year)]
    for i in range(half, len(values) - half):
        around = sum(values[i - half + 1 : i + half]) + (values[i - half] + values[i + half]) / 2
        ratios[i % per_year].append(values[i] * per_year / around)
    raw = [sum(column) / len(column) for column in ratios]
    return [factor * per_year / sum(raw) for factor in raw]
