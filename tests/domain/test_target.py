"""What a promise allows, when it ends, and from when to when it is the valid one."""

from datetime import date
from decimal import Decimal

import pytest

from tracker.domain.location import Location
from tracker.domain.period import Period
from tracker.domain.target import Aim, InForce, Milestone, Stage, Tolerance
from tracker.domain.words import Words

D = Decimal
FIVE_PERCENT, TWO_POINTS = Tolerance(D(5), relative=True), Tolerance(D(2), relative=False)


@pytest.mark.parametrize(
    ("tolerance", "value", "allowance"),
    [
        (FIVE_PERCENT, "60", D(60) * 5 / 100),
        (FIVE_PERCENT, "-60", D(60) * 5 / 100),
        (FIVE_PERCENT, "0", D(0)),
        (TWO_POINTS, "60", D(2)),
        (TWO_POINTS, "0", D(2)),
    ],
)
def test_a_tolerance_is_a_share_of_the_value_or_an_amount(tolerance: Tolerance, value: str, allowance: Decimal):
    """5 % of 60 is 3, of -60 as well; an amount is the same around any value."""
    assert tolerance.allowance(D(value)) == allowance


@pytest.mark.parametrize(
    ("value", "tolerance", "allowance"),
    [(D(60), FIVE_PERCENT, D(60) * 5 / 100), (D(60), None, D(0)), (None, FIVE_PERCENT, D(0))],
)
def test_a_stage_allows_what_its_tolerance_says(value: Decimal | None, tolerance: Tolerance | None, allowance: Decimal):
    """Nothing where no tolerance is declared, or no number to be off from."""
    assert Stage(Period.parse("2025"), value, Aim.ABOUT, tolerance=tolerance).allowance == allowance


def test_a_stage_ends_with_the_last_day_of_its_period():
    """A promise by 2025 can be kept until 31 December; one without a day has no end."""
    assert Stage(Period.parse("2025"), D(60), Aim.AT_LEAST).deadline == date(2025, 12, 31)
    assert Stage(None, D(60), Aim.AT_LEAST).deadline is None


@pytest.mark.parametrize(
    ("on", "valid"),
    [((2022, 10, 8), False), ((2022, 10, 9), True), ((2025, 6, 30), True), ((2025, 7, 1), False)],
)
def test_both_days_of_being_in_force_are_included(on: tuple[int, int, int], valid: bool):  # noqa: FBT001
    """From 9 October 2022 until 30 June 2025."""
    assert InForce(date(2022, 10, 9), date(2025, 6, 30)).on(date(*on)) is valid


def test_open_ends_are_always_in_force():
    """A target that names no days is valid on every day."""
    assert InForce().on(date(1, 1, 1))
    assert InForce().on(date(9999, 12, 31))


@pytest.mark.parametrize(("items", "count", "total"), [((), None, 1), (("a", "b"), None, 2), ((), 160, 160)])
def test_a_milestone_counts_its_deeds(items: tuple[str, ...], count: int | None, total: int):
    """By name, by number, or as the one deed it is itself."""
    words = tuple(Words(en=item) for item in items)
    found = Milestone("m", Words(en="m"), "", Words(), None, words, count, open_list=False, location=Location("a", 1))
    assert found.total == total
