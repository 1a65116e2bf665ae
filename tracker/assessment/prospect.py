"""A value not yet known: what is expected, how far it may stray, and the chance that it reaches a level."""

from math import inf
from sys import float_info
from typing import NamedTuple

from tracker.assessment.student_t import HALF_OF_80_PERCENT, share_below

SUREST = 0.99
"""No forecast claims more than this, nor less than its complement: the surest promises were not kept better."""
LARGEST = float_info.max / 16

Bounds = tuple[float | None, float | None]


class Forecast(NamedTuple):
    """The value expected, the interval that holds it four times in five, and the chance of reaching any level."""

    mean: float
    low: float
    high: float
    spread: float  # scale of the Student t distribution around the mean, in the unit of the values
    points: int  # comparable figures it rests on
    method: str  # theta-damped | mean-reverting | seasonal-share
    settled: float = 0.0  # chance that a series that never moved stays exactly where it is
    floor: float = -inf  # limits the value cannot leave
    ceiling: float = inf

    def probability_at_least(self, wanted: float) -> float:
        """The chance of reaching a level, never quite nought or one."""
        if wanted <= self.floor:
            return SUREST
        return 1 - SUREST if wanted > self.ceiling else self._chance(self.mean - wanted)

    def probability_at_most(self, wanted: float) -> float:
        """The chance of not exceeding a level, never quite nought or one."""
        if wanted >= self.ceiling:
            return SUREST
        return 1 - SUREST if wanted < self.floor else self._chance(wanted - self.mean)

    def _chance(self, ahead: float) -> float:
        moved = share_below(ahead / self.spread) if self.spread > 0 else 0.5
        chance = self.settled * (ahead >= 0) + (1 - self.settled) * moved
        return min(SUREST, max(1 - SUREST, chance))


def around(mean: float, scale: float, points: int, method: str, bounds: Bounds = (None, None)) -> Forecast:
    """A forecast from its middle and scale, kept inside its bounds and inside what a float can hold."""
    floor = -inf if bounds[0] is None else bounds[0]
    ceiling = inf if bounds[1] is None else bounds[1]
    middle, scale = _within(mean, floor, ceiling), min(scale, LARGEST)
    half = HALF_OF_80_PERCENT * scale
    low, high = _within(middle - half, floor, ceiling), _within(middle + half, floor, ceiling)
    return Forecast(middle, low, high, scale, points, method, floor=floor, ceiling=ceiling)


def _within(value: float, floor: float, ceiling: float) -> float:
    return min(max(value, floor, -LARGEST), ceiling, LARGEST)
