"""Where a series stood last year at the same time of the year: its season, by month or by day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from tracker.assessment.evidence import Observation, ending_within
from tracker.assessment.pathway import Season
from tracker.domain.period import Period

Point = tuple[date, Decimal]
NEAR = timedelta(days=92)
"""Two figures a quarter apart tell what lay between them; further apart, a season may have come and gone."""


def seasonal_share(series: Sequence[Observation], day: date) -> Decimal | None:
    """The share of last year's flow that had come in by the same day of that year, between two totals where need be."""
    year = day.year - 1
    totals = [o for o in of_year(series, year) if o.period.first == date(year, 1, 1) and not o.bound]
    whole = next((o.value for o in totals if o.period.is_year), None)
    same = between_points([(o.period.last, o.value) for o in totals], a_year_before(day))
    return same / whole if same is not None and whole else None


def season_of(series: Sequence[Observation], period: Period) -> Season | None:
    """A level's position last year at the time of a period, and its close; None where last year does not tell them."""
    year = period.last.year - 1
    there = [o for o in of_year(series, year) if not o.bound]
    alike = [o for o in there if same_kind(o.period, period)]
    close = next((o for o in reversed(there) if o.period.last == date(year, 12, 31)), None)
    position = between_points([(o.period.last, o.value) for o in alike], a_year_before(period.last))
    return None if position is None or close is None else Season(position, close.value)


def of_year(series: Sequence[Observation], year: int) -> Sequence[Observation]:
    """The observations whose periods end in a year."""
    return ending_within(series, date(year, 1, 1), date(year, 12, 31))


def same_kind(period: Period, other: Period) -> bool:
    """Whether two periods of different years say the same of their year: both so far, or both a part of it alone."""
    return period.is_year_to_date == other.is_year_to_date or period.is_year


def between_points(points: Sequence[Point], day: date) -> Decimal | None:
    """The value on a day, on the straight line between two that are near it; None where nothing near is known."""
    for (start, value), (end, following) in pairwise(sorted(points)):
        if start < day < end and end - start <= NEAR:
            return value + (following - value) * (day - start).days / (end - start).days
    return next((value for known, value in points if known == day), None)


def a_year_before(day: date) -> date:
    """The same day of the year before; the last day of February stays the last."""
    month = Period.of_month(day.year, day.month)
    return (month if day == month.last else Period.of_day(day)).a_year_before().last
