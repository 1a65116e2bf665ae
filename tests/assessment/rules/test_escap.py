"""ESCAP's two readings on figures made for the purpose."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

import pytest

from tracker.assessment.rules.case import Case
from tracker.assessment.rules.escap import current_status_index, judge, weighted_line


def line(slope: str, *, target: str, up: bool = True, years: Iterable[int] = range(2015, 2021)):
    """100 in 2015 and a straight line from there; on a line every weighting gives the same 2030: 100 + 15 x slope."""
    points = tuple((year, 100 + Decimal(slope) * (year - 2015)) for year in years)
    return Case(points, Decimal(target), 2030, higher_is_better=up)


@pytest.mark.parametrize(
    ("slope", "left", "klass", "verdict"),
    [
        ("2", (130 - 130) / 30, "achieve", "on_track"),
        ("1.8", (130 - 127) / 30, "achieve", "on_track"),  # exactly the tolerated tenth
        ("1.7", (130 - 125.5) / 30, "accelerate", "at_risk"),
        ("0", (130 - 100) / 30, "accelerate", "at_risk"),
        ("-0.1", (130 - 98.5) / 30, "reverse", "off_track"),
    ],
)
def test_what_is_left_in_the_target_year_decides(slope: str, left: float, klass: str, verdict: str):
    """Up to a tenth of the way since 2015 is achieved; ending behind the base is a trend to reverse."""
    answer = judge(line(slope, target="130"))
    assert (answer.klass, answer.verdict, answer.measure) == (klass, verdict, pytest.approx(left))


def test_less_is_better_mirrors_the_rule():
    """100 falling by 2 a year ends at 70, the target."""
    answer = judge(line("-2", target="70", up=False))
    assert (answer.klass, answer.measure) == ("achieve", 0.0)


def test_recent_figures_weigh_more():
    """0, 0, 3 weighted 1, 2, 3: mean year 4/3 and value 3/2, slope 9/5, so 3/2 + 9/5 x (3 - 4/3) = 9/2 a year on."""
    points = ((2018, Decimal(0)), (2019, Decimal(0)), (2020, Decimal(3)))
    assert weighted_line(points, 2021) == Fraction(3, 2) + Fraction(9, 5) * (3 - Fraction(4, 3))


def test_figures_before_2000_are_left_out():
    """One figure of 1999 and one of 2020 are one figure too few."""
    answer = judge(Case(((1999, Decimal(1)), (2020, Decimal(2))), Decimal(9), 2030, higher_is_better=True))
    assert answer.reason == "few_figures"


@pytest.mark.parametrize(("slope", "klass"), [("1", "achieve"), ("0", "achieve"), ("-1", "reverse")])
def test_a_target_equal_to_the_base_is_kept_or_left(slope: str, klass: str):
    """There is no way to measure against, so the predicted value is held against the target itself."""
    answer = judge(line(slope, target="100"))
    assert (answer.klass, answer.measure) == (klass, None)


def test_without_a_target_there_is_nothing_to_anticipate():
    """The method asks for a quantitative target."""
    answer = judge(Case(((2019, Decimal(1)), (2020, Decimal(2))), None, None, higher_is_better=True))
    assert (answer.klass, answer.reason) == (None, "no_target")


def test_the_target_year_settles_the_verdict():
    """In 2030 itself the figure is at the target: met."""
    answer = judge(line("2", target="130", years=(2015, 2020, 2030)))
    assert (answer.klass, answer.verdict, answer.reached) == ("achieve", "met", True)


@pytest.mark.parametrize(
    ("current", "index"),
    [("50", 10 * (50 - 20) / (80 - 20)), ("80", 10), ("95", 10), ("14", 10 * (14 - 20) / (80 - 20)), ("20", 0)],
)
def test_the_current_status_index_is_the_share_of_the_way_made(current: str, index: float):
    """0 at the base, 10 at the target and beyond, negative for regress."""
    assert current_status_index(Decimal(20), Decimal(current), Decimal(80), higher_is_better=True) == index


def test_the_current_status_index_of_a_falling_target():
    """80 down to 50 on the way to 20 is half of it: 5 of 10."""
    assert current_status_index(Decimal(80), Decimal(50), Decimal(20), higher_is_better=False) == 5


def test_no_index_without_a_way():
    """A base at the target has no way to take a share of."""
    assert current_status_index(Decimal(1), Decimal(2), Decimal(1), higher_is_better=True) is None
