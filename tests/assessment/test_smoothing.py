"""Ways to carry a series forward."""

from math import e, exp

import pytest

from tracker.assessment.smoothing import average, damped_trend, exponential, level, positive_part, return_to_mean, theta

RISING = [10.0 + 2 * i for i in range(20)]


def test_theta_believes_half_of_a_straight_trend_after_twenty_points():
    """Twenty points against twenty imagined ones: half the slope of two a step."""
    carrier = theta(RISING, 0)
    assert carrier(-1, 2) - carrier(-1, 1) == pytest.approx(2 * 20 / (20 + 20))


def test_theta_ends_near_the_last_value_of_a_straight_line():
    """The level follows, so that the forecast starts where the series stands."""
    assert theta(RISING, 20)(-1, 0) == pytest.approx(RISING[-1], abs=2.0)


def test_theta_at_a_past_point_does_not_look_ahead_for_its_slope():
    """The slope at the fifth point rests on five points of twenty-five."""
    carrier = theta([0.0, 1.0, 2.0, 3.0, 4.0, 99.0, -99.0], 0)
    assert carrier(4, 2) - carrier(4, 1) == pytest.approx(1 * 5 / (5 + 20))


def test_a_damped_trend_takes_ever_smaller_steps():
    """What it adds dies away."""
    carrier = damped_trend(RISING, 20)
    steps = [carrier(-1, k + 1) - carrier(-1, k) for k in range(6)]
    assert steps == sorted(steps, reverse=True)
    assert steps[-1] > 0


def test_many_imagined_points_draw_the_level_to_the_last_value():
    """A prior that outweighs everything makes the last value the level."""
    noisy = [5.0, 9.0, 4.0, 8.0, 5.0, 9.0, 4.0, 8.0]
    assert damped_trend(noisy, 10**9)(-1, 0) == pytest.approx(noisy[-1])


def test_a_level_of_noise_stays_near_the_mean():
    """Figures that swing from side to side get a small weight each."""
    noisy = [10.0 + (-1) ** i for i in range(40)]
    assert level(noisy)(-1, 7) == pytest.approx(10, abs=0.5)


def test_a_level_is_the_same_however_far():
    """There is no trend in it."""
    carrier = level(RISING)
    assert carrier(-1, 1) == carrier(-1, 50)


def test_rates_return_to_their_mean():
    """In the long run the average so far is what is left."""
    rates = [4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 8.0, 7.0, 6.0, 5.0, 4.0, 3.0]
    assert return_to_mean(rates)(-1, 500) == pytest.approx(sum(rates) / len(rates))


def test_rates_that_swing_return_at_once():
    """Where neighbours do not resemble each other, nothing of the last deviation is kept."""
    assert return_to_mean([2.0, 8.0, 2.0, 8.0, 2.0, 8.0])(-1, 1) == pytest.approx((2 + 8) / 2)


def test_return_to_mean_of_a_constant_is_the_constant():
    """No variation is no division by zero."""
    assert return_to_mean([3.0, 3.0, 3.0, 3.0])(-1, 4) == 3.0


def test_an_exponential_of_a_carrier_reads_logarithms():
    """The logarithm one step on is turned back."""
    assert exponential(lambda _origin, steps: float(steps))(-1, 1) == pytest.approx(e)


def test_an_exponential_never_overflows():
    """A runaway logarithm stops where floats do."""
    assert exponential(lambda _origin, _steps: 1e9)(-1, 1) == exp(700)


def test_an_average_lies_halfway():
    """Between two and four lies three."""
    assert average(lambda _o, _s: 2.0, lambda _o, _s: 4.0)(-1, 1) == (2.0 + 4.0) / 2


def test_a_positive_part_stops_at_zero():
    """What cannot be negative is not."""
    assert positive_part(lambda _o, _s: -5.0)(-1, 1) == 0.0
