"""What a short series will be some periods on."""

from math import isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.assessment.forecast import bridged, forecast

LINE = [100.0, 104.0, 107.0, 112.0, 115.0, 121.0, 123.0, 129.0]
FINITE = st.floats(allow_nan=False, allow_infinity=False)
FIGURES = st.lists(
    st.none() | st.sampled_from([0.0, 1.0, -1.0, 1e15, 5e-324, 1e308, -1e308]) | FINITE | st.floats(0, 100), max_size=40
)


def test_a_steady_rise_is_carried_on():
    """The next value lies above the last, by no more than the largest rise yet."""
    ahead = forecast(LINE, 1, 1)
    assert ahead is not None
    assert 129 < ahead.mean < 129 + 6


def test_further_ahead_is_higher_and_less_certain():
    """Five years on the trend has gone on and the interval has widened."""
    near, far = forecast(LINE, 1, 1), forecast(LINE, 5, 1)
    assert near is not None
    assert far is not None
    assert far.mean > near.mean
    assert far.high - far.low > near.high - near.low


@pytest.mark.parametrize("values", [[], [1.0, 2.0, 3.0], [1.0, None, 2.0, None, 3.0], [1.0, 2.0, 3.0, float("nan")]])
def test_fewer_than_four_figures_give_nothing(values: list[float | None]):
    """A gap is no figure, and neither is what is not a number."""
    assert forecast(values, 1, 1) is None


def test_no_steps_give_nothing():
    """What has been told is not forecast."""
    assert forecast(LINE, 0, 1) is None


def test_the_figures_are_counted_without_the_gaps():
    """Seven told of nine places."""
    ahead = forecast([100.0, None, 104.0, 105.0, None, 110.0, 111.0, 113.0, 116.0], 2, 1)
    assert ahead is not None
    assert ahead.points == 9 - 2


def test_gaps_at_the_front_are_as_if_never_listed():
    """A series begins with its first figure."""
    assert forecast([None, None, *LINE], 2, 1) == forecast(LINE, 2, 1)


def test_a_gap_at_the_end_is_one_more_step():
    """One year not yet told, then two ahead: three from the last figure."""
    assert forecast([*LINE, None], 2, 1) == forecast(LINE, 3, 1)


def test_gaps_are_bridged_by_a_straight_line():
    """Two untold places between three and nine."""
    assert bridged([3.0, None, None, 9.0, 8.0]) == pytest.approx([3, 3 + 6 / 3, 3 + 12 / 3, 9, 8])


def test_the_season_comes_back():
    """The first quarter ahead is low and the fourth high, as they always were."""
    quarters = [(100 + 2 * (i // 4)) * (0.6, 1.0, 1.0, 1.4)[i % 4] for i in range(24)]
    low, high = forecast(quarters, 1, 4), forecast(quarters, 4, 4)
    assert low is not None
    assert high is not None
    assert low.mean == pytest.approx(112 * 0.6, rel=0.03)
    assert high.mean == pytest.approx(112 * 1.4, rel=0.03)


def test_a_season_below_zero_comes_back_too():
    """A balance that turns negative every fourth quarter is expected to do so again."""
    ahead = forecast([(5.0, 6.0, 5.0, -8.0)[i % 4] for i in range(24)], 4, 4)
    assert ahead is not None
    assert ahead.mean == pytest.approx(-8, abs=1)


def test_growth_returns_to_its_mean():
    """A rate after a jump is expected between the jump and the usual rate, where a level would be carried on."""
    rates = [6.0, 7.0, 6.5, 6.0, 7.0, 6.5, 6.0, 7.0, 6.5, 12.0]
    rate, plain = forecast(rates, 2, 1, growth=True), forecast(rates, 2, 1)
    assert rate is not None
    assert plain is not None
    assert 6.5 < rate.mean < 9
    assert plain.mean > rate.mean
    assert (rate.method, plain.method) == ("mean-reverting", "theta-damped")


def test_a_level_above_zero_never_goes_below():
    """The interval of a steep fall stops at nought."""
    ahead = forecast([800.0, 400.0, 200.0, 90.0, 40.0, 10.0], 6, 1)
    assert ahead is not None
    assert 0 <= ahead.low < ahead.mean < 10


def test_growth_may_go_below_zero():
    """A rate that fell to nought has no floor there."""
    ahead = forecast([3.0, 1.0, 2.0, 0.5, 0.0], 1, 1, growth=True)
    assert ahead is not None
    assert ahead.low < 0


def test_a_share_stops_at_a_hundred():
    """A ratio near its limit is not carried past it."""
    ahead = forecast([80.0, 86.0, 91.0, 95.0, 98.0, 99.5], 4, 1, bounds=(0.0, 100.0))
    assert ahead is not None
    assert ahead.high == 100.0
    assert ahead.probability_at_least(100.5) == pytest.approx(0.01)


def test_a_constant_stays_and_is_not_certain():
    """Four of the same: staying the same one year on has four chances in five, and half of the rest."""
    ahead = forecast([50.0] * 4, 1, 1)
    assert ahead is not None
    assert ahead.mean == pytest.approx(50)
    assert ahead.low < 50 < ahead.high
    assert ahead.probability_at_least(50.0) == pytest.approx(4 / 5 + 1 / 5 / 2, abs=0.01)


def test_noughts_are_no_mishap():
    """A count that never left nought may still do so."""
    ahead = forecast([0.0] * 5, 1, 1)
    assert ahead is not None
    assert (ahead.mean, ahead.low, ahead.high) == (0.0, 0.0, 0.0)
    assert ahead.probability_at_least(1.0) == pytest.approx(1 / 6 / 2)


def test_a_young_series_does_not_run_away():
    """Tenfold every year is not carried on tenfold: at most twice the largest move a step."""
    ahead = forecast([0.001, 0.01, 0.1, 1.0, 10.0], 5, 1)
    assert ahead is not None
    assert ahead.mean <= 10 + 2 * 5 * 9


@given(values=FIGURES, steps=st.integers(1, 40), per_year=st.sampled_from([1, 2, 4, 12]), growth=st.booleans())
def test_no_input_breaks_it(values: list[float | None], steps: int, per_year: int, growth: bool):  # noqa: FBT001
    """Whatever the figures, an answer is finite, ordered and unsure, or there is none."""
    ahead = forecast(values, steps, per_year, growth=growth)
    if ahead is None:
        assert sum(value is not None for value in values) < 4
        return
    assert all(map(isfinite, (ahead.mean, ahead.low, ahead.high, ahead.spread)))
    assert ahead.low <= ahead.mean <= ahead.high
    for wanted in (ahead.mean, 0.0, 1e308):
        assert 0.009 < ahead.probability_at_least(wanted) < 0.991
        assert 0.009 < ahead.probability_at_most(wanted) < 0.991


@given(values=st.lists(st.floats(1, 1000), min_size=4, max_size=30), factor=st.sampled_from([1e-9, 1e-3, 1e4, 1e12]))
def test_the_unit_does_not_matter(values: list[float], factor: float):
    """Tonnes or thousands of tonnes: the same chance, of the same level."""
    one, other = forecast(values, 2, 1), forecast([value * factor for value in values], 2, 1)
    assert one is not None
    assert other is not None
    assert other.mean == pytest.approx(one.mean * factor, rel=1e-3)


@given(values=st.lists(st.floats(1, 1000), min_size=4, max_size=30), lower=st.floats(0, 900), more=st.floats(0, 100))
def test_more_is_never_likelier(values: list[float], lower: float, more: float):
    """Asking for more cannot raise the chance."""
    ahead = forecast(values, 3, 1)
    assert ahead is not None
    assert ahead.probability_at_least(lower + more) <= ahead.probability_at_least(lower)
