"""What lamps measure."""

from decimal import Decimal

from tracker.assessment.rules.lamp_measures import completion_ratio, gap_pp


def test_the_gap_is_in_percentage_points():
    """57.5 % done against 50 % scheduled: 57.5 - 50."""
    assert gap_pp(Decimal("0.575"), Decimal("0.5")) == Decimal("57.5") - 50


def test_the_ratio_is_completion_over_schedule():
    """40 % done of 50 % scheduled."""
    assert completion_ratio(Decimal("0.4"), Decimal("0.5")) == Decimal(40) / 50


def test_before_anything_is_scheduled_there_is_no_ratio():
    """Nothing over nothing is unknown, not behind."""
    assert completion_ratio(Decimal(0), Decimal(0)) is None
