"""What is known of a target's indicator, and one observed value taken from it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from tracker.domain.indicator import Indicator
from tracker.domain.period import Period
from tracker.domain.series import Actual, Bound


class Observation(NamedTuple):
    """One observed value of what a target speaks of, with the figures it was taken or computed from.

    `exact` marks a value that was printed in full beside a figure of which only a limit was printed.
    """

    period: Period
    value: Decimal
    figures: tuple[Actual, ...]
    how: str = "printed"
    exact: bool = False

    @property
    def provisional(self) -> bool:
        """Whether one of the figures behind it is still to be replaced."""
        return any(figure.vintage.provisional for figure in self.figures)

    @property
    def bound(self) -> Bound | None:
        """Whether only a limit was printed."""
        return None if self.exact else next((figure.bound for figure in self.figures if figure.bound), None)


class Evidence(NamedTuple):
    """The standing figures of an indicator, those that print its growth, and those of the peer it is compared with."""

    indicator: Indicator
    figures: Mapping[Period, Actual]
    rates: Mapping[Period, Actual]
    peer: Mapping[Period, Actual]


def ending_within(series: Sequence[Observation], first: date, last: date) -> Sequence[Observation]:
    """The observations whose periods end between two days, both included; a series stands in order of these ends."""
    return series[bisect_left(series, first, key=ends) : bisect_right(series, last, key=ends)]


def ends(observation: Observation) -> date:
    """The last day an observation covers."""
    return observation.period.last


def observed(period: Period, actual: Actual, value: Decimal, *, exact: bool = False) -> Observation:
    """A figure as printed, or as worked out from its parts."""
    if actual.parts:
        return Observation(period, value, actual.parts, "derived", exact)
    return Observation(period, value, (actual,), exact=exact)
