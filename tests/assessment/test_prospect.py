"""A value not yet known."""

from math import inf

import pytest

from tracker.assessment.prospect import SUREST, around
from tracker.assessment.student_t import HALF_OF_80_PERCENT

AHEAD = around(50.0, 4.0, 10, "theta-damped")


def test_the_interval_is_as_wide_as_four_fifths_of_the_distribution():
    """Low and high lie the half-width of the t distribution from the mean."""
    assert (AHEAD.low, AHEAD.high) == (50 - 4 * HALF_OF_80_PERCENT, 50 + 4 * HALF_OF_80_PERCENT)


@pytest.mark.parametrize(
    ("wanted", "chance"), [(50 - 4 * HALF_OF_80_PERCENT, 0.9), (50.0, 0.5), (50 + 4 * HALF_OF_80_PERCENT, 0.1)]
)
def test_the_chance_agrees_with_the_interval(wanted: float, chance: float):
    """A tenth lies above the interval, a tenth below it."""
    assert AHEAD.probability_at_least(wanted) == pytest.approx(chance)


def test_at_most_is_the_rest_of_at_least():
    """A value that moves either reaches a level or stays under it."""
    assert AHEAD.probability_at_most(47.0) == pytest.approx(1 - AHEAD.probability_at_least(47.0))


@pytest.mark.parametrize("wanted", [-1e300, 1e300, inf, -inf])
def test_no_chance_is_ever_nought_or_one(wanted: float):
    """However far the level, somebody has been wrong about less."""
    chances = (AHEAD.probability_at_least(wanted), AHEAD.probability_at_most(wanted))
    assert sorted(chances) == pytest.approx([1 - SUREST, SUREST])


def test_bounds_hold_the_mean_and_the_interval():
    """A share of a whole stops at a hundred."""
    ahead = around(99.0, 4.0, 10, "theta-damped", (0.0, 100.0))
    assert (ahead.mean, ahead.high) == (99.0, 100.0)
    assert around(130.0, 4.0, 10, "theta-damped", (0.0, 100.0)).mean == 100.0


def test_beyond_a_bound_nothing_is_promised():
    """A share above a hundred cannot be reached; one of at least nought cannot be missed."""
    ahead = around(60.0, 40.0, 10, "theta-damped", (0.0, 100.0))
    assert ahead.probability_at_least(100.1) == pytest.approx(1 - SUREST)
    assert ahead.probability_at_least(0.0) == SUREST
    assert ahead.probability_at_most(100.0) == SUREST
    assert ahead.probability_at_most(-0.1) == pytest.approx(1 - SUREST)


def test_what_never_moved_probably_stays():
    """Four years the same, one ahead: four chances in five of the same, and the rest split both ways."""
    settled = around(7.0, 0.0, 4, "theta-damped")._replace(settled=4 / 5)
    assert settled.probability_at_least(7.0) == pytest.approx(4 / 5 + 1 / 5 / 2)
    assert settled.probability_at_least(7.1) == pytest.approx(1 / 5 / 2)
    assert settled.probability_at_most(7.0) == pytest.approx(4 / 5 + 1 / 5 / 2)


def test_nothing_leaves_what_a_float_can_hold():
    """Infinite middles and scales are cut to large finite ones."""
    ahead = around(inf, inf, 4, "theta-damped")
    assert max(ahead.mean, ahead.low, ahead.high, ahead.spread) < inf
