"""How wrong a way of carrying a series forward is at a distance: learnt from its own past, and a little from others."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import sqrt
from typing import NamedTuple

from tracker.assessment.smoothing import Carrier

NORMAL_FROM_ABSOLUTE = 1.2533
"""Standard deviation over mean absolute error, sqrt(pi / 2); absolute errors let one wild year count less."""
OTHER_SERIES = 0.05
"""Relative error of one step in other official series; it counts as one figure of this one."""
LEAST_LEVEL = 0.1
"""Relative errors are shares of at least this part of the average level: a dip to zero does not explode them."""
ONE_STEP_WORTH = 2
"""How many independent windows at the full distance the one-step errors are worth."""
SPENT = 2
"""Degrees of freedom a level and a trend take from the figures."""


class Calibration(NamedTuple):
    """What evidence says of a frequency: errors grow as the steps to a power, and past ones are off by a factor."""

    growth: float
    factor: float


LEVELS = {1: Calibration(0.55, 0.65), 4: Calibration(0.3, 0.82), 12: Calibration(0.2, 0.8)}
RATES = {1: Calibration(0.0, 0.71), 4: Calibration(0.2, 0.82), 12: Calibration(0.0, 0.74)}


class Record(NamedTuple):
    """A carrier and the series it has to prove itself on; bridged places are not known, and prove nothing."""

    values: Sequence[float]
    known: Sequence[bool]
    carrier: Carrier
    relative: bool  # errors are shares of the level

    def least_level(self) -> float:
        """What errors are shares of where less than this is expected."""
        return LEAST_LEVEL * sum(map(abs, self.values)) / len(self.values)


def nearest(table: Mapping[int, Calibration], per_year: int) -> Calibration:
    """The line of a table for the finest frequency that is not finer than asked."""
    return table[max(frequency for frequency in table if frequency <= max(per_year, min(table)))]


def spread(record: Record, steps: int, calibration: Calibration) -> float:
    """The scale of the error so many steps after the last value, in the unit of the values."""
    count, reach = sum(record.known), steps**calibration.growth
    near, _ = _past_error(record, 1)
    far, windows = _past_error(record, steps)
    independent = windows / steps
    weight = ONE_STEP_WORTH + independent
    own = (ONE_STEP_WORTH * (near * reach) ** 2 + independent * far**2) / weight
    usual = OTHER_SERIES if record.relative else _usual_move(record.values)
    variance = (count * own + (usual * reach) ** 2) / (count + 1)
    doubt = (1 + 1 / weight) * count / (count - SPENT)
    level = max(record.carrier(-1, steps), record.least_level()) if record.relative else 1.0
    return calibration.factor * sqrt(variance * doubt) * level


def _past_error(record: Record, steps: int) -> tuple[float, int]:
    """The usual error of past forecasts at a distance, as a standard deviation, and how many there were."""
    misses = []
    least = record.least_level()
    for origin in range(min(3, len(record.values) // 3), len(record.values) - steps):
        if record.known[origin + steps]:
            expected = record.carrier(origin, steps)
            miss = abs(record.values[origin + steps] - expected)
            misses.append(miss / max(expected, least) if record.relative else miss)
    return (NORMAL_FROM_ABSOLUTE * sum(misses) / len(misses), len(misses)) if misses else (0.0, 0)


def _usual_move(values: Sequence[float]) -> float:
    return sum(abs(after - before) for before, after in pairwise(values)) / (len(values) - 1)
