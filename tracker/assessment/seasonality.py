"""The pattern that returns every year: is there one, and how much of each period's figure is it."""

from collections.abc import Sequence
from math import sqrt

YEARS_NEEDED = 3
FEWEST_PER_YEAR = 2
ESTIMATED = 3
"""Patterns of no more places than this cannot be shrunk (James & Stein need a fourth)."""
EVIDENCE_ASKED = 1.0
"""Standard errors by which figures a year apart must agree; laxer than Theta's 1.645 because the pattern is shrunk."""


def seasonal_pattern(values: Sequence[float], per_year: int) -> list[float]:
    """What each place in the year adds to the level, shrunk by its own uncertainty; zeros where no pattern shows."""
    if not is_seasonal(values, per_year):
        return [0.0] * max(per_year, 1)
    levels = _yearly_averages(values, per_year)
    start = per_year // 2
    deviations = [values[start + i] - level for i, level in enumerate(levels)]
    raw = [_mean(deviations[(position - start) % per_year :: per_year]) for position in range(per_year)]
    centre = _mean(raw)
    pattern = [effect - centre for effect in raw]
    noise = sum((deviation - pattern[(start + i) % per_year]) ** 2 for i, deviation in enumerate(deviations))
    kept = _share_kept(pattern, noise / max(1, len(levels) - per_year) / (len(levels) / per_year))
    return [kept * effect for effect in pattern]


def is_seasonal(values: Sequence[float], per_year: int) -> bool:
    """Whether figures a year apart resemble each other (the test of Assimakopoulos & Nikolopoulos 2000)."""
    if per_year < FEWEST_PER_YEAR or len(values) < YEARS_NEEDED * per_year:
        return False
    correlations = _autocorrelations(values, per_year)
    error = sqrt((1 + 2 * sum(r * r for r in correlations[:-1])) / len(values))
    return abs(correlations[-1]) > EVIDENCE_ASKED * error


def _autocorrelations(values: Sequence[float], lags: int) -> list[float]:
    centre = _mean(values)
    deviations = [value - centre for value in values]
    power = sum(deviation * deviation for deviation in deviations)
    if power == 0:
        return [0.0] * lags
    return [sum(map(float.__mul__, deviations[lag:], deviations)) / power for lag in range(1, lags + 1)]


def _yearly_averages(values: Sequence[float], per_year: int) -> list[float]:
    """Averages over one year centred on each value that has half a year on both sides."""
    half, odd = divmod(per_year, 2)
    outer = 1.0 if odd else 0.5
    return [
        (sum(values[i - half + 1 : i + half]) + outer * (values[i - half] + values[i + half])) / per_year
        for i in range(half, len(values) - half)
    ]


def _share_kept(pattern: Sequence[float], noise: float) -> float:
    """How much of a pattern to believe: all less its noise (James & Stein 1961, as Miller & Williams 2003 use it)."""
    size = sum(effect * effect for effect in pattern)
    if size == 0:
        return 0.0
    return min(1.0, max(0.0, 1 - (len(pattern) - ESTIMATED) * noise / size))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
