"""Whether the latest observation is as recent as the release calendar lets one expect."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from tracker.assessment.verdict import Caveat
from tracker.domain.calendar import last_due, next_due, released_periods
from tracker.domain.indicator import Indicator
from tracker.domain.period import Period


class State(StrEnum):
    """Fresh: the last release is in. Due: it is out today. Late: its day has passed. Stale: several are missing."""

    FRESH = "fresh"
    DUE = "due"
    LATE = "late"
    STALE = "stale"


class Freshness(NamedTuple):
    """The age of the latest observation, the release that is missing, and the next one to come."""

    age_days: int | None = None
    state: State | None = None
    awaited: Period | None = None
    awaited_on: date | None = None
    next_period: Period | None = None
    next_on: date | None = None


def freshness(indicator: Indicator, covered: date | None, as_of: date, until: date | None = None) -> Freshness:
    """How fresh a series is on a day, by the last day its figures cover; without a calendar only its age is known.

    Nothing is expected after `until`, the end of the promise.
    """
    age = (as_of - covered).days if covered else None
    if indicator.releases is None or indicator.release_lag_days is None:
        return Freshness(age)
    rhythm, lag = indicator.releases, indicator.release_lag_days
    upcoming, upcoming_on = next_due(rhythm, lag, as_of)
    due = last_due(rhythm, lag, as_of)
    if due is None or covered is None:
        return Freshness(age, None, None, None, upcoming, upcoming_on)
    period, day = due
    over = until is not None and covered >= until
    if over or covered >= period.last:
        return Freshness(age, State.FRESH, None, None, upcoming, upcoming_on)
    missed = [p for p in released_periods(rhythm, covered, period.last) if p.last > covered]
    state = State.DUE if day == as_of else State.STALE if len(missed) > 1 else State.LATE
    return Freshness(age, state, period, day, upcoming, upcoming_on)


def caveats(fresh: Freshness) -> list[Caveat]:
    """What to say of a series that waits for a release."""
    if fresh.state in {State.LATE, State.STALE}:
        return [Caveat.of("stale", period=fresh.awaited, day=fresh.awaited_on)]
    return [Caveat.of("due-today", period=fresh.awaited)] if fresh.state is State.DUE else []
