"""How wrong a carrier is at a distance."""

from math import sqrt

import pytest

from tracker.assessment.spread import LEVELS, Calibration, Record, nearest, spread

PLAIN = Calibration(0.5, 1.0)


def last(values: list[float], *, known: list[bool] | None = None, relative: bool = False) -> Record:
    """The record of the last value as a forecast."""
    return Record(values, known or [True] * len(values), lambda origin, _steps: values[origin], relative)


def test_one_step_ahead_the_scale_comes_from_past_misses_and_a_little_from_elsewhere():
    """Nine moves of one: absolute error 1, as a deviation 1.2533, and the usual move as a tenth-and-first figure."""
    values = [float(i % 2) for i in range(10)]
    independent = 10 - 1 - 3
    own, usual, doubt = 1.2533**2, 1.0, (1 + 1 / (2 + independent)) * 10 / (10 - 2)
    assert spread(last(values), 1, PLAIN) == pytest.approx(sqrt((10 * own + usual) / 11 * doubt))


def test_the_scale_grows_with_the_distance():
    """Further ahead is less certain."""
    values = [1.0, 3.0, 2.0, 5.0, 4.0, 6.0, 8.0, 7.0, 9.0, 12.0]
    scales = [spread(last(values), steps, PLAIN) for steps in (1, 2, 4, 8)]
    assert scales == sorted(scales)


def test_relative_errors_are_shares_of_the_level():
    """A series ten times larger is ten times as uncertain."""
    values = [10.0, 11.0, 10.5, 12.0, 11.5, 12.5]
    larger = [10 * value for value in values]
    assert spread(last(larger, relative=True), 2, PLAIN) == pytest.approx(
        10 * spread(last(values, relative=True), 2, PLAIN)
    )


def test_a_bridged_place_proves_nothing():
    """A place never told cannot have been forecast well or badly: the wild value there is not counted."""
    values = [1.0, 2.0, 1.0, 2.0, 1.0, 9.0]
    known = [True, True, True, True, True, False]
    assert spread(last(values, known=known), 1, PLAIN) < spread(last(values), 1, PLAIN)


def test_a_positive_constant_is_still_not_certain():
    """Other series have moved; five per cent of one step counts as one figure."""
    assert spread(last([50.0] * 8, relative=True), 1, PLAIN) > 0


def test_a_distance_never_covered_leans_on_single_steps():
    """Four figures hold no forecast four steps ahead: one step's error times the root of four."""
    values, doubt = [1.0, 2.0, 1.0, 2.0], (1 + 1 / 2) * 4 / (4 - 2)
    own, usual = (1.2533 * sqrt(4)) ** 2, (1.0 * sqrt(4)) ** 2
    assert spread(last(values), 4, PLAIN) == pytest.approx(sqrt((4 * own + usual) / 5 * doubt))


@pytest.mark.parametrize(("per_year", "frequency"), [(0, 1), (1, 1), (2, 1), (4, 4), (6, 4), (12, 12), (52, 12)])
def test_a_frequency_takes_the_nearest_coarser_calibration(per_year: int, frequency: int):
    """Half-years are calibrated as years, weeks as months."""
    assert nearest(LEVELS, per_year) == LEVELS[frequency]
