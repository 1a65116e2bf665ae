"""The scales of a chart: round numbers, ends of months and years."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.render.chart_scale import days, reach, ticks

FINITE = st.floats(-1e15, 1e15, allow_nan=False)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 1200, [0, 250, 500, 750, 1000]),
        (36, 55, [40, 45, 50, 55]),
        (0.2, 0.9, [0.2, 0.4, 0.6, 0.8]),
        (-3, 3, [-2, 0, 2]),
    ],
)
def test_the_side_has_round_numbers(low: float, high: float, expected: list[float]):
    """Steps of 1, 2, 2.5 or 5 times a power of ten."""
    assert ticks(low, high, 6) == pytest.approx(expected)


@given(FINITE, FINITE)
def test_marks_lie_inside_and_are_not_too_many(one: float, other: float):
    """Whatever the values are."""
    low, high = reach([one, other])
    assert low < high
    found = ticks(low, high, 6)
    assert len(found) <= 7
    slack = (high - low) * 1e-6
    assert all(low - slack <= tick <= high + slack for tick in found)


def test_a_side_begins_at_nought_where_values_come_near_it():
    """Otherwise just below the lowest."""
    assert reach([10, 100])[0] == 0
    assert reach([80, 100])[0] == pytest.approx(80 - 20 * 0.04)


def test_a_short_foot_has_months_and_a_long_one_years():
    """A year in quarters; ten years every second one."""
    assert [words for _, words in days(date(2024, 12, 31), date(2025, 12, 31), 5)] == [
        "2024-12",
        "2025-03",
        "2025-06",
        "2025-09",
        "2025-12",
    ]
    assert [words for _, words in days(date(2015, 12, 31), date(2025, 12, 31), 5)] == [
        "2015",
        "2017",
        "2019",
        "2021",
        "2023",
        "2025",
    ]


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(0, 40_000))
def test_days_along_the_foot_are_few_and_inside(first: date, span: int):
    """Whatever the span is."""
    last = date.fromordinal(first.toordinal() + span)
    found = days(first, last, 5)
    assert 1 <= len(found) <= 8
    assert all(first <= day <= last for day, _ in found)
