"""A workspace as a whole: what was promised, matched with what was reported."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any, NamedTuple

from tracker.domain.acknowledgement import Acknowledgement
from tracker.domain.deeds import Done, Progress, Retraction, standing
from tracker.domain.formula import Formula
from tracker.domain.indicator import Indicator, Policy, Source
from tracker.domain.series import Series
from tracker.domain.target import Milestone, Project, Target, Tolerance
from tracker.domain.words import Words


class Thresholds(NamedTuple):
    """Where verdicts change: how far behind is still at risk by the schedule, shares for pace, chances for the outlook.

    `schedule_at_risk` and `schedule_cumulative_at_risk` are shares of what is asked; the other two say how far off.
    With `keeps_band` a final figure that misses within those bands stays at risk.
    """

    schedule_at_risk: Decimal = Decimal("0.9")
    schedule_growth_at_risk: Tolerance = Tolerance(Decimal("0.5"), relative=False)
    schedule_level_at_risk: Tolerance = Tolerance(Decimal(10), relative=True)
    schedule_cumulative_at_risk: Decimal = Decimal("0.75")
    keeps_band: bool = False

    pace_on_track: Decimal = Decimal("0.95")
    pace_at_risk: Decimal = Decimal("0.60")
    outlook_on_track: Decimal = Decimal("0.60")
    outlook_at_risk: Decimal = Decimal("0.30")


class Portfolio(NamedTuple):
    """Everything one workspace declares and records."""

    name: Words
    policies: Mapping[str, Policy]
    sources: Mapping[str, Source]
    indicators: Mapping[str, Indicator]
    targets: tuple[Target, ...]
    milestones: tuple[Milestone, ...]
    projects: tuple[Project, ...]
    series: Mapping[str, Series]
    formulas: Mapping[str, Formula] = MappingProxyType({})
    done: tuple[Done, ...] = ()
    progress: tuple[Progress, ...] = ()
    rule: str | None = None
    thresholds: Thresholds = Thresholds()
    lamps: Mapping[str, Any] = MappingProxyType({})
    notices: tuple[str, ...] = ()
    inputs: tuple[str, ...] = ()
    acknowledgements: tuple[Acknowledgement, ...] = ()
    retractions: tuple[Retraction, ...] = ()

    def deeds(self, known_at: date | None) -> list[Done]:
        """The reports of deeds that stood on a day; None asks for today's knowledge."""
        return standing(self.done, self.retractions, known_at)

    def steps(self, known_at: date | None) -> list[Progress]:
        """The reports of projects that stood on a day; None asks for today's knowledge."""
        return standing(self.progress, self.retractions, known_at)
