"""The planning table before it is put in words: which years it has, and what was promised and reached in each."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from tracker.assessment.assess import Assessment, StageAssessment
from tracker.assessment.evidence import Observation
from tracker.assessment.review import Review
from tracker.domain.period import Period
from tracker.domain.target import Of, Reading
from tracker.domain.units import Unit

OVER_YEARS = frozenset({Of.AVERAGE_GROWTH, Of.TOTAL, Of.INCREASE, Reading.AVERAGE, Reading.CUMULATIVE})
"""What speaks of several years at once: planning tables set its numbers in brackets."""


class YearCell(NamedTuple):
    """One target in one year, or without one: the stages that end in it, and what had been reached by its end."""

    year: int | None
    stages: tuple[StageAssessment, ...]
    observation: Observation | None


class PlanRow(NamedTuple):
    """One target across the years of the table."""

    assessment: Assessment
    cells: tuple[YearCell, ...]


class Baseline(NamedTuple):
    """What a target starts from: a level of its indicator, whatever the target itself speaks of."""

    value: Decimal
    unit: Unit
    period: Period | None


def years_of(targets: Iterable[Assessment]) -> tuple[int | None, ...]:
    """The years some target speaks of, in order; None stands for stages without a date, and comes last."""
    found = {year for a in targets for year in years(a)}
    undated = any(s.stage.by is None for a in targets for s in a.stages)
    return (*sorted(found), *([None] if undated else []))


def years(a: Assessment) -> set[int]:
    """The years in which a stage ends, or a figure was reported since the promise was made or its path began."""
    ends = {s.stage.by.year for s in a.stages if s.stage.by}
    if not ends:
        return set()
    made = a.target.in_force.since or a.target.issued
    since = [a.start.day.year + 1] if a.start else [made.year] if made else []
    first = min([*ends, *since])
    return ends | {o.period.year for o in a.series if first <= o.period.year <= max(ends)}


def plan_rows(review: Review) -> tuple[PlanRow, ...]:
    """Every target of a review in every year of its table."""
    columns = years_of(review.targets)
    return tuple(PlanRow(a, tuple(year_cell(a, year) for year in columns)) for a in review.targets)


def year_cell(a: Assessment, year: int | None) -> YearCell:
    """One target in one year."""
    stages = tuple(s for s in a.stages if (s.stage.by.year if s.stage.by else None) == year)
    spoken_of = bool(stages) if year is None else year in years(a)
    return YearCell(year, stages, reached(a, year, stages) if spoken_of else None)


def reached(a: Assessment, year: int | None, stages: Iterable[StageAssessment]) -> Observation | None:
    """What settled the last stage of a year, otherwise the latest observation of that year, or the latest at all."""
    settled = [s.observation for s in stages if s.observation]
    if settled:
        return settled[-1]
    seen = [o for o in a.series if year is None or o.period.year == year]
    return seen[-1] if seen else None


def over_years(a: Assessment) -> bool:
    """Whether a target's numbers speak of several years at once."""
    return a.target.of in OVER_YEARS or a.target.reading in OVER_YEARS


def baseline(a: Assessment) -> Baseline | None:
    """What a target starts from, as declared or as observed."""
    declared = a.target.baseline
    if declared and declared.value is not None:
        return Baseline(declared.value, a.indicator.unit, declared.period)
    if a.start is None or a.target.of is Of.INCREASE:
        return None
    day = a.start.day
    observed = next((o.period for o in a.series if o.period.last == day), None)
    return Baseline(a.start.value, a.unit, declared.period if declared else observed)
