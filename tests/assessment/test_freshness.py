"""Whether a series is as recent as its release calendar lets one expect."""

from __future__ import annotations

from datetime import date

import pytest
from builders import an_indicator, day, p

from tracker.assessment.freshness import Freshness, State, caveats, freshness
from tracker.domain.calendar import Releases

MONTHLY = an_indicator("flow", "亿元", releases=Releases.MONTHLY_NO_JANUARY, release_lag_days=18)


def on(today: str, latest: str | None, until: date | None = None) -> Freshness:
    """How fresh the series is on a day."""
    return freshness(MONTHLY, p(latest).last if latest else None, day(today), until)


@pytest.mark.parametrize(
    ("today", "latest", "state"),
    [
        ("2025-11-17", "2025-01/2025-09", State.FRESH),
        ("2025-11-18", "2025-01/2025-09", State.DUE),
        ("2025-11-19", "2025-01/2025-09", State.LATE),
        ("2025-11-19", "2025-01/2025-10", State.FRESH),
        ("2025-11-19", "2025-01/2025-08", State.STALE),
        ("2025-11-19", "2025-H1", State.STALE),
    ],
)
def test_october_is_due_on_the_eighteenth_of_november(today: str, latest: str, state: State):
    """31 October and 18 days."""
    assert on(today, latest).state is state


def test_a_january_run_expects_no_release():
    """After December's figure the next is January and February together, on 18 March."""
    found = on("2026-02-10", "2025")
    assert (found.state, str(found.next_period), found.next_on) == (State.FRESH, "2026-01/2026-02", day("2026-03-18"))
    assert caveats(found) == []


def test_what_is_late_is_named_with_its_day():
    """The caveat says which figure was due when."""
    assert [dict(c.facts) for c in caveats(on("2025-11-25", "2025-01/2025-09"))] == [
        {"period": p("2025-01/2025-10"), "day": day("2025-11-18")}
    ]


def test_nothing_is_awaited_once_the_promise_is_over():
    """The final figure is in; later releases are about later years."""
    assert on("2026-08-01", "2025", until=day("2025-12-31")).state is State.FRESH


def test_without_a_calendar_only_the_age_is_known():
    """31 December to 20 February is 51 days."""
    found = freshness(an_indicator(), p("2024").last, day("2025-02-20"))
    assert found == Freshness(age_days=31 + 20)


def test_before_the_first_figure_there_is_only_the_next_day():
    """Nothing is late that was never there."""
    assert on("2025-11-25", None).state is None
