"""Everything a rule may look at when it judges one stage of one promise on one day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any, NamedTuple

from tracker.assessment.aims import keeps
from tracker.assessment.evidence import Observation, ending_within
from tracker.assessment.growth import COMPOUNDED
from tracker.assessment.observations import as_printed, first_year, has_own_months
from tracker.assessment.pathway import Anchor, Asked, Held
from tracker.domain.indicator import Indicator, Measure
from tracker.domain.period import Period
from tracker.domain.portfolio import Thresholds
from tracker.domain.series import Actual
from tracker.domain.target import Aim, Of, Stage, Target
from tracker.domain.units import Unit


def within_its_year(observation: Observation | None) -> bool:
    """Whether an observation speaks of a year so far, of which the months to come may differ by their season."""
    period = observation.period if observation else None
    return period is not None and period.is_year_to_date and not period.is_year and not period.is_month


class Sight(NamedTuple):
    """One stage in view: its promise, what was observed, and what was asked for by then."""

    target: Target
    indicator: Indicator
    unit: Unit
    stage: Stage
    as_of: date
    series: tuple[Observation, ...]
    start: Anchor | None
    asked: Asked | None
    way: Held
    rule: str
    thresholds: Thresholds
    lamps: Mapping[str, Any] = MappingProxyType({})
    peer: Decimal | None = None
    figures: Mapping[Period, Actual] = MappingProxyType({})

    @property
    def latest(self) -> Observation | None:
        """The last observation."""
        return self.series[-1] if self.series else None

    @property
    def window(self) -> Period | None:
        """The span a dated promise about a flow or a yearly rate speaks of: its year up to the deadline."""
        by = self.stage.by
        if by is None or by.is_plan or has_own_months(by):
            return by
        start = first_year(self.target) if self.target.of is Of.TOTAL else by.last.year
        return Period(date(min(start or by.last.year, by.last.year), 1, 1), by.last)

    @property
    def own_months(self) -> Period | None:
        """The months a flow is promised for, where they do not begin with the year."""
        by = self.stage.by
        return by if by and self.way is Held.PRO_RATED and has_own_months(by) else None

    @property
    def in_window(self) -> bool:
        """Whether the latest observation speaks of the promise's own span, or of a point on the way to it."""
        if self.latest is None or self.window is None:
            return False
        if self.way is Held.PRO_RATED:
            return self.asked is not None and not (self.start and self.latest.period.last <= self.start.day)
        if self.target.of is Of.AVERAGE_GROWTH or self.target.reading in COMPOUNDED:
            return True
        return self.speaks_of_window(self.latest.period) if self.promises_growth else True

    @property
    def promises_growth(self) -> bool:
        """Whether the promise is about growth on the year before."""
        return self.indicator.measure is Measure.GROWTH or self.target.of is Of.GROWTH

    def speaks_of_window(self, period: Period) -> bool:
        """Whether a period lies within the promise's span, or covers it."""
        return self.window is not None and (self.window.holds(period) or period.holds(self.window))

    @property
    def final(self) -> Observation | None:
        """The observation that settles the stage: it ends on the deadline and, for a flow, covers the whole span.

        Of several, the one of the promised period itself, then the longest.
        """
        by = self.stage.by
        ending = ending_within(self.series, by.last, by.last) if by else ()
        start = self.window.first if self.window else None
        if start and self.way is Held.PRO_RATED:
            ending = [o for o in ending if o.period.first <= start]
        if start and self.promises_growth:
            ending = [o for o in ending if o.period == by or o.period.first <= start]
        return max(ending, key=lambda o: (o.period == by, -o.period.first.toordinal()), default=None)

    @property
    def higher(self) -> bool:
        """Whether a larger value is the better one."""
        return self.indicator.higher_is_better

    def kept_by(self, observation: Observation) -> bool:
        """Whether one observation keeps the stage, at the digits an office would print."""
        return keeps(self.stage, as_printed(observation, self.stage.value), higher=self.higher)

    @property
    def reached(self) -> bool:
        """Whether the latest observation already keeps the stage.

        A running total below a ceiling has not kept it yet, last year's flow says nothing of this year's, and a growth
        or rank of part of a year is not yet that of the year, nor is a mean whose season is known.
        """
        if self.asked and self.asked.season and within_its_year(self.latest):
            return False
        if self.latest is None or self.latest.bound or not self.in_window or self.way is Held.AS_IT_STANDS:
            return False
        if self.way is Held.PRO_RATED and not (
            self.may_be_early and self.window and self.window.holds(self.latest.period)
        ):
            return False
        return self.kept_by(self.latest)

    @property
    def may_be_early(self) -> bool:
        """Whether a running total can keep the stage before its end: it goes on rising, so only a least amount can."""
        return self.higher and self.stage.aim in {Aim.AT_LEAST, Aim.ABOUT} and self.in_ratio

    @property
    def in_ratio(self) -> bool:
        """Whether shares of the promised value mean anything: of nought and of less than nought there are none."""
        return self.stage.value is not None and self.stage.value > 0

    @property
    def held_against(self) -> Decimal | None:
        """What the latest observation is measured by: what is asked by now, or the stage's own value."""
        return self.asked.value if self.asked else self.stage.value
