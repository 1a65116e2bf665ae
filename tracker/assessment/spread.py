"""How wrong a way of carrying a series forward has been at a distance, learnt from its own past and a little from other series."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.assessment.smoothing import Carrier

NORMAL_FROM_ABSOLUTE = 1.2533
"""Standard deviation over mean absolute error, sqrt(pi / 2): absolute errors let one wild year count less."""
OTHER_SERIES = 0.05
"""Relative error of one step in other official series; counts as one figure of this one."""
LEAST_LEVEL = 0.1
"""Relative errors are taken against at least this share of the series' average size, so that a dip to zero does not explode them."""
ONE_STEP_WORTH = 2
"""Independent windows at the full distance that the one-step errors are worth."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """What evidence says about a frequency: error grows as steps to a power, and in-sample error is off by a factor."""

    growth: float
    factor: float


LEVELS = {1: Calibration(0.65, 0.63), 4: Calibration(0.3, 0.82), 12: Calibration(0.2, 0.8)}
RATES = {1: Calibration(0.1, 0.71), 4: Calibration(0.2, 0.82), 12: Calibration(0.0, 0.74)}


def calibration(table: dict[int, Calibration], per_year: int) -> Calibration:
    """The line of the table for the nearest frequency that is not finer."""
    return table[max(frequency for frequency in table if frequency <= max(per_year, 1))]


def spread(
    values: Sequence[float], known: Sequence[bool], carrier: Carrier, steps: int, calibrated: Calibration, relative: bool
) -> float:
    """The scale of the error so many steps on: a share of the level when relative, else in the values' unit."""
    count = sum(known)
    near, _ = _past_error(values, known, carrier, 1, relative)
    far, windows = _past_error(values, known, carrier, steps, relative)
    independent = windows / steps
    reach = steps**calibrated.growth
    variance = (near * reach) ** 2
    variance = (ONE_STEP_WORTH * variance + independent * far**2) / (ONE_STEP_WORTH + independent)
    elsewhere = OTHER_SERIES if relative else _usual_move(values)
    variance = (count * variance + (elsewhere * reach) ** 2) / (count + 1)
    return calibrated.factor * (variance * (1 + 1 / (ONE_STEP_WORTH + independent)) * count / (count - 2)) ** 0.5


def _past_error(
    values: Sequence[float], known: Sequence[bool], carrier: Carrier, steps: int, relative: bool
) -> tuple[float, int]:
    """The usual error of past forecasts at this distance, as a standard deviation, and how many there were."""
    least = LEAST_LEVEL * sum(map(abs, values)) / len(values)
    first = min(3, len(values) // 3)
    misses = []
    for origin in range(first, len(values) - steps):
        if known[origin + steps]:
            expected = carrier(origin, steps)
            miss = abs(values[origin + steps] - expected)
            misses.append(miss / max(abs(expected), least) if relative else miss)
    return (NORMAL_FROM_ABSOLUTE * sum(misses) / len(misses), len(misses)) if misses else (0.0, 0)


def _usual_move(values: Sequence[float]) -> float:
    return sum(abs(b - a) for a, b in zip(values, values[1:], strict=False)) / (len(values) - 1)
