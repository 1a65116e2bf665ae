"""Compound growth: zeros, signs, and targets that make a ratio meaningless."""

from decimal import Decimal

import pytest

from tracker.assessment.rules.case import Case
from tracker.assessment.rules.compound import growth_rate, nudged, observed_pace, pace_to_target

UP = Case((), None, None, higher_is_better=True)
DOWN = Case((), None, None, higher_is_better=False)


def at(year: int, value: str):
    """One figure."""
    return year, Decimal(value)


def test_growth_is_compound():
    """10 to 12.1 in two years is 10 % a year: 10 x 1.1 x 1.1."""
    assert growth_rate(Decimal(10), Decimal("12.1"), 2) == pytest.approx(0.10)


def test_growth_across_zero_is_none():
    """The root of a negative number is no growth rate."""
    assert growth_rate(Decimal(10), Decimal(-10), 2) is None


def test_zero_is_replaced_by_a_number_near_it():
    """Growth from or to zero is undefined."""
    assert (nudged(Decimal(0)), nudged(Decimal(7))) == (Decimal("0.001"), Decimal(7))


def test_a_fall_is_progress_where_less_is_better():
    """100 to 81 in two years is -10 % a year, the wanted way."""
    assert observed_pace(DOWN, at(2018, "100"), at(2020, "81")).observed == pytest.approx(0.10)


def test_a_loss_that_shrinks_is_progress_where_more_is_better():
    """-100 to -81 in two years: the number grows although its size falls 10 % a year."""
    assert observed_pace(UP, at(2018, "-100"), at(2020, "-81")).observed == pytest.approx(0.10)


def test_a_series_that_changes_its_sign_has_no_growth():
    """From -5 to 5 there is no compound rate."""
    assert observed_pace(UP, at(2018, "-5"), at(2020, "5")).reason == "sign_change"


def test_the_ratio_is_observed_over_required():
    """100 to 121 in two years (10 %) where 100 to 144 in two (20 %) was asked: 0.10 / 0.20."""
    pace = pace_to_target(UP, at(2018, "100"), at(2020, "121"), Decimal(144), 2020)
    assert pace.ratio == pytest.approx(0.10 / 0.20)


@pytest.mark.parametrize(
    ("target", "year", "reason"),
    [("100", 2030, "target_is_base"), ("-1", 2030, "target_sign_change"), ("150", 2018, "target_year_not_after_base")],
)
def test_a_target_without_a_required_rate_has_no_ratio(target: str, year: int, reason: str):
    """A target equal to the base, across zero, or due in the base year gives no ratio, and says why."""
    pace = pace_to_target(UP, at(2018, "100"), at(2020, "121"), Decimal(target), year)
    assert (pace.ratio, pace.reason) == (None, reason)


def test_the_arithmetic_is_told_line_by_line():
    """Every number that enters the ratio is named, in order."""
    pace = pace_to_target(UP, at(2018, "100"), at(2020, "121"), Decimal(144), 2020)
    assert pace.lines == (
        ("base_year", 2018),
        ("base_value", Decimal(100)),
        ("latest_year", 2020),
        ("latest_value", Decimal(121)),
        ("observed_growth", pace.observed),
        ("target_year", 2020),
        ("target_value", Decimal(144)),
        ("required_growth", pace.required),
        ("ratio", pace.ratio),
    )
