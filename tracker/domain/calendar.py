"""When figures are released: which periods get one, and the day each is due."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import MAXYEAR, date, timedelta
from enum import StrEnum
from functools import lru_cache

from tracker.domain.period import Period
from tracker.domain.period_text import FIRST_YEAR, month_span

_LONGEST_LAG = 3660  # ten years: beyond that the lag is a slip of the pen


class Releases(StrEnum):
    """How often an indicator's figure is published."""

    MONTHLY = "monthly"
    MONTHLY_NO_JANUARY = "monthly-no-january"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half-yearly"
    YEARLY = "yearly"


# The months at whose end a release's year to date closes. China's statistics skip January because the Spring
# Festival moves: the first release of a year covers January and February (National Bureau of Statistics, calendar).
_CLOSING_MONTHS: Mapping[Releases, tuple[int, ...]] = {
    Releases.MONTHLY: tuple(range(1, 13)),
    Releases.MONTHLY_NO_JANUARY: tuple(range(2, 13)),
    Releases.QUARTERLY: (3, 6, 9, 12),
    Releases.HALF_YEARLY: (6, 12),
    Releases.YEARLY: (12,),
}


def _of_years(releases: Releases, first_year: int, last_year: int) -> list[Period]:
    """Every year-to-date period released for those years, in order, from the first year that can be written."""
    years = range(max(first_year, FIRST_YEAR), min(last_year, MAXYEAR - 2) + 1)
    return [Period(*month_span(year, 1, year, month)) for year in years for month in _CLOSING_MONTHS[releases]]


def released_periods(releases: Releases, first_day: date, last_day: date) -> list[Period]:
    """The periods, each from 1 January, that get a release and end between two days, both included."""
    periods = _of_years(releases, first_day.year, last_day.year)
    return [period for period in periods if first_day <= period.last <= last_day]


def due_day(period_end: date, lag_days: int) -> date:
    """The day a period's figure should be out; ValueError for a lag below zero or above ten years."""
    if not 0 <= lag_days <= _LONGEST_LAG:
        raise ValueError(f"a release lag of {lag_days} days is not between 0 and {_LONGEST_LAG}")
    return period_end + timedelta(days=lag_days)


def next_due(releases: Releases, lag_days: int, today: date) -> tuple[Period, date]:
    """The first release that is due after today, and its day."""
    around = _due(releases, lag_days, today)
    return next((period, due) for period, due in around if due > today)


def last_due(releases: Releases, lag_days: int, today: date) -> tuple[Period, date] | None:
    """The latest release that should be out by today, and its day; None before the first year that can be written."""
    around = _due(releases, lag_days, today)
    return next(((period, due) for period, due in reversed(around) if due <= today), None)


@lru_cache(maxsize=1024)  # whole workspaces share a few rhythms, lags and days
def _due(releases: Releases, lag_days: int, today: date) -> tuple[tuple[Period, date], ...]:
    """The releases of the years in which the last one due and the next one can close."""
    closing = today - (due_day(today, lag_days) - today)
    periods = _of_years(releases, closing.year - 1, closing.year + 1)
    return tuple((period, due_day(period.last, lag_days)) for period in periods)
