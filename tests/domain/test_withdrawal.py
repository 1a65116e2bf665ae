"""What a withdrawal speaks of: figures of its period that were there before it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from tracker.domain.location import Location
from tracker.domain.period import Period
from tracker.domain.series import Actual, Series, Withdrawal
from tracker.domain.units import DEFAULT

HERE = Location("actuals/journal.jsonl", 1)
MORNING, NOON, EVENING = (datetime(2026, 1, 10, hour, tzinfo=UTC) for hour in (8, 12, 18))


def figure(recorded: datetime | None) -> Actual:
    """A figure of 2025."""
    return Actual("a", Period.of_year(2025), "2025", Decimal(30), DEFAULT.find("%"), HERE, recorded=recorded)


def withdrawal(recorded: datetime | None, on: date | None = None) -> Withdrawal:
    """The withdrawal of every figure of 2025."""
    return Withdrawal("a", "2025", None, None, on, "error", HERE, recorded=recorded)


@pytest.mark.parametrize(
    ("recorded", "taken", "gone"),
    [
        (MORNING, withdrawal(NOON, NOON.date()), True),
        (EVENING, withdrawal(NOON, NOON.date()), False),
        (NOON, withdrawal(NOON, NOON.date()), True),
        (None, withdrawal(NOON, NOON.date()), True),
        (EVENING, withdrawal(None, NOON.date()), True),
        (EVENING, withdrawal(None, date(2026, 1, 9)), False),
        (EVENING, withdrawal(None), True),
    ],
)
def test_what_was_recorded_afterwards_stands(recorded: datetime | None, taken: Withdrawal, gone: bool):  # noqa: FBT001
    """Told by the two times, also within a day; a withdrawal kept by hand knows only its day."""
    assert taken.takes_back(figure(recorded)) is gone


def test_a_figure_recorded_again_on_the_same_day_stands():
    """Recorded in the morning, withdrawn at noon, recorded again in the evening."""
    series = Series("a", (figure(MORNING), figure(EVENING)), (withdrawal(NOON, NOON.date()),))
    assert series.known(None) == [figure(EVENING)]


def test_before_the_withdrawal_was_known_the_figure_stood():
    """The day before, all that was recorded by then counts."""
    series = Series("a", (figure(MORNING),), (withdrawal(NOON, date(2026, 1, 11)),))
    assert [len(series.known(day)) for day in (date(2026, 1, 10), date(2026, 1, 11))] == [1, 0]
