"""What a year will total."""

from math import inf, isfinite, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.assessment.flow_share import Year, months_to_come, project_total

HALF_BY_SEPTEMBER = [(50.0, 100.0), (55.0, 110.0), (60.0, 120.0)]


def test_the_rest_is_the_pace_by_the_usual_share_and_last_years_rest():
    """Three years at a half and half a year at nine twelfths make the share; trust is the root of nine twelfths."""
    share = (3 * 0.5 + 0.5 * 9 / 12) / (3 + 0.5)
    trust = (9 / 12) ** 0.5
    expected = trust * 66 * (1 - share) / share + (1 - trust) * (120 - 60)
    assert months_to_come(66.0, 9, HALF_BY_SEPTEMBER) == pytest.approx(expected)


def test_a_year_that_fills_up_late_is_not_called_slow():
    """Half by September, as always: the total is near twice as much, not near four thirds."""
    ahead = project_total(66.0, 9, HALF_BY_SEPTEMBER)
    assert ahead is not None
    assert ahead.mean == pytest.approx(66 / 0.5, rel=0.1)
    assert ahead.mean > 66 * 12 / 9 * 1.3


def test_even_months_are_carried_on_evenly():
    """Where every year filled evenly and stood still, so does this one."""
    ahead = project_total(30.0, 3, [(30.0, 120.0), (30.0, 120.0)])
    assert ahead is not None
    assert ahead.mean == pytest.approx(30 * 12 / 3)


def test_unsteady_years_widen_the_interval():
    """Shares that jumped about promise less."""
    steady = project_total(50.0, 6, [(50.0, 100.0), (50.0, 100.0), (50.0, 100.0)])
    unsteady = project_total(50.0, 6, [(50.0, 100.0), (30.0, 100.0), (70.0, 100.0)])
    assert steady is not None
    assert unsteady is not None
    assert unsteady.spread > steady.spread


def test_the_later_the_surer():
    """After eleven months little is left to go wrong."""
    early, late = project_total(25.0, 3, [(25.0, 100.0)]), project_total(92.0, 11, [(92.0, 100.0)])
    assert early is not None
    assert late is not None
    assert late.high - late.low < early.high - early.low


def test_what_is_in_cannot_be_lost():
    """The total is at least the sum so far."""
    ahead = project_total(100.0, 6, [(100.0, 101.0), (5.0, 100.0)])
    assert ahead is not None
    assert ahead.low >= 100.0
    assert ahead.probability_at_least(100.0) == 0.99


@pytest.mark.parametrize(
    ("so_far", "months", "past"),
    [
        (10.0, 6, []),
        (10.0, 6, [(5.0, 0.0)]),
        (10.0, 6, [(0.0, 0.0)]),
        (10.0, 6, [(nan, 10.0), (5.0, inf)]),
        (10.0, 6, [(1e-15, 1e-14)]),
        (10.0, 6, [(-5.0, 10.0), (12.0, 10.0)]),
        (10.0, 0, [(5.0, 10.0)]),
        (10.0, 12, [(5.0, 10.0)]),
        (-10.0, 6, [(5.0, 10.0)]),
        (nan, 6, [(5.0, 10.0)]),
        (inf, 6, [(5.0, 10.0)]),
    ],
)
def test_without_a_share_there_is_no_projection(so_far: float, months: int, past: list[Year]):
    """No earlier year, years that make no share, a year not begun or over, or sums that are none."""
    assert project_total(so_far, months, past) is None


def test_a_year_without_anything_yet_still_has_last_years_rest():
    """Nothing by June, where last year also began late: last year's rest counts for what it is worth."""
    ahead = project_total(0.0, 6, [(0.0, 80.0)])
    assert ahead is not None
    assert ahead.mean == pytest.approx((1 - (6 / 12) ** 0.5) * 80)


AMOUNT = st.sampled_from([0.0, 5e-324, 1e15, 1e308]) | st.floats(0, 1e6)


@given(so_far=AMOUNT, months=st.integers(1, 11), past=st.lists(st.tuples(AMOUNT, AMOUNT), max_size=6))
def test_no_input_breaks_it(so_far: float, months: int, past: list[Year]):
    """Whatever the sums, an answer is finite, ordered and unsure, or there is none."""
    ahead = project_total(so_far, months, past)
    if ahead is None:
        assert not any(part <= whole and whole > so_far and whole == max(w for _, w in past) for part, whole in past)
        return
    assert all(map(isfinite, (ahead.mean, ahead.low, ahead.high, ahead.spread)))
    assert so_far <= ahead.low <= ahead.mean <= ahead.high or so_far > 1e306
    assert 0.009 < ahead.probability_at_least(ahead.mean) < 0.991
