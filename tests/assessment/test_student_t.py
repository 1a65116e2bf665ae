"""The t distribution with five degrees of freedom."""

import pytest

from tracker.assessment.student_t import HALF_OF_80_PERCENT, share_below


@pytest.mark.parametrize(
    ("score", "share"), [(0.0, 0.5), (0.9195, 0.80), (2.0150, 0.95), (3.3649, 0.99), (4.0321, 0.995)]
)
def test_agrees_with_the_printed_tables(score: float, share: float):
    """The quantiles every statistics book prints for five degrees of freedom."""
    assert share_below(score) == pytest.approx(share, abs=5e-5)


def test_is_even_handed():
    """What lies below a score lies above its negative."""
    assert share_below(-1.3) == pytest.approx(1 - share_below(1.3))


def test_four_fifths_lie_within_the_half_width():
    """The interval is the 80 % interval."""
    within = share_below(HALF_OF_80_PERCENT) - share_below(-HALF_OF_80_PERCENT)
    assert within == pytest.approx(0.8, abs=1e-12)


@pytest.mark.parametrize(("score", "share"), [(float("inf"), 1.0), (float("-inf"), 0.0), (1e300, 1.0)])
def test_ends_where_it_should(score: float, share: float):
    """Nothing lies beyond infinity."""
    assert share_below(score) == pytest.approx(share, abs=1e-12)
