"""The pattern that returns every year."""

import pytest

from tracker.assessment.seasonality import is_seasonal, seasonal_pattern

QUARTERS = (3.0, -1.0, -4.0, 2.0)


def test_a_repeated_year_is_found_whole():
    """Without noise nothing is shrunk away, and the trend does not leak into the pattern."""
    values = [10 + 0.5 * i + QUARTERS[i % 4] for i in range(24)]
    assert seasonal_pattern(values, 4) == pytest.approx(QUARTERS)


def test_twelve_months_are_found_whole():
    """The centred average of an even year takes half of each outer month."""
    months = [i - 5.5 for i in range(12)]
    assert seasonal_pattern([100 + months[i % 12] for i in range(48)], 12) == pytest.approx(months)


def test_five_places_a_year_are_found_whole():
    """An odd year is centred without halves."""
    week = (1.0, 2.0, -3.0, 4.0, -4.0)
    assert seasonal_pattern([7 + week[i % 5] for i in range(20)], 5) == pytest.approx(week)


def test_the_pattern_adds_up_to_nothing():
    """A season moves figures within the year, never the year."""
    values = [(7 * i * i) % 11 + 10 * (i % 4 == 3) for i in range(40)]
    assert sum(seasonal_pattern(values, 4)) == pytest.approx(0, abs=1e-9)


def test_noise_shrinks_the_pattern():
    """What may be chance is believed in part."""
    wobble = (2.0, -3.0, 1.0, 0.0, -2.0, 3.0, -1.0)
    noisy = [QUARTERS[i % 4] + wobble[i % 7] for i in range(28)]
    assert 0 < max(seasonal_pattern(noisy, 4)) < max(QUARTERS)


def test_two_years_are_too_few_to_tell():
    """Three whole years are needed before a pattern counts as one."""
    assert not is_seasonal([QUARTERS[i % 4] for i in range(11)], 4)
    assert is_seasonal([QUARTERS[i % 4] for i in range(12)], 4)


def test_yearly_figures_have_no_season():
    """There is one place in the year, and nothing to add to it."""
    assert seasonal_pattern([1.0, 5.0, 2.0, 7.0, 3.0], 1) == [0.0]


def test_a_constant_has_no_season():
    """No variation, no resemblance, no division by zero."""
    assert seasonal_pattern([5.0] * 36, 12) == [0.0] * 12


def test_a_plain_trend_has_no_season():
    """A trend resembles itself at every distance, so the lags between widen the test's error until it fails."""
    assert seasonal_pattern([float(i) for i in range(12)], 4) == [0.0] * 4
