"""Eurostat's rule on figures made for the purpose."""

from decimal import Decimal

import pytest

from tracker.assessment.rules.case import Case
from tracker.assessment.rules.eurostat import judge


def figures(*pairs: tuple[int, str]):
    """Years with their figures."""
    return tuple((year, Decimal(value)) for year, value in pairs)


def two(last: str, *, target: str | None = "146.41", target_year: int | None = 2019, base_year: int | None = 2015):
    """100 in 2015 and a figure of 2017; 146.41 = 100 x 1.1^4 by 2019 asks for 10 % a year."""
    aim = None if target is None else Decimal(target)
    return Case(figures((2015, "100"), (2017, last)), aim, target_year, higher_is_better=True, base_year=base_year)


@pytest.mark.parametrize(
    ("last", "klass", "verdict"),
    [
        ("119.91", "significant_progress", "on_track"),  # 100 x 1.095^2 = 119.9025
        ("119.89", "moderate_progress", "at_risk"),
        ("112.37", "moderate_progress", "at_risk"),  # 100 x 1.06^2 = 112.36
        ("112.35", "insufficient_progress", "off_track"),
        ("100", "insufficient_progress", "off_track"),
        ("99.99", "movement_away", "off_track"),
    ],
)
def test_the_ratio_of_growth_rates_decides(last: str, klass: str, verdict: str):
    """95 %, 60 % and 0 of the growth required part the four classes."""
    answer = judge(two(last))
    assert (answer.klass, answer.verdict) == (klass, verdict)


@pytest.mark.parametrize(
    ("last", "klass"),
    [
        ("102.02", "significant_progress"),  # 100 x 1.01^2 = 102.01
        ("102.00", "moderate_progress"),
        ("100", "moderate_progress"),
        ("99", "insufficient_progress"),  # between 100 x 0.99^2 = 98.01 and 100
        ("98", "movement_away"),
    ],
)
def test_without_a_target_growth_is_held_against_one_percent(last: str, klass: str):
    """1 %, 0 and -1 % a year part the classes."""
    assert judge(two(last, target=None, target_year=None)).klass == klass


def test_a_target_already_reached_is_significant_progress():
    """It counts so even when the figure has moved the wrong way inside the target."""
    case = Case(figures((2015, "1"), (2020, "2")), Decimal(5), 2030, higher_is_better=False, base_year=2015)
    answer = judge(case)
    assert (answer.klass, answer.reached) == ("significant_progress", True)
    assert answer.measure is not None
    assert answer.measure < 0


def test_leaving_a_target_that_equals_the_base_is_movement_away():
    """No ratio can be formed, and moving away is never on track."""
    assert judge(two("99", target="100")).klass == "movement_away"


def test_the_base_is_the_nearest_year_with_a_figure():
    """Of 2013 and 2016 the latter is nearer to 2015; of 2014 and 2016 the later is taken."""
    near = Case(figures((2013, "1"), (2016, "2"), (2020, "3")), Decimal(9), 2030, higher_is_better=True, base_year=2015)
    even = Case(figures((2014, "1"), (2016, "2"), (2020, "3")), Decimal(9), 2030, higher_is_better=True, base_year=2015)
    assert [dict(judge(case).lines)["base_year"] for case in (near, even)] == [2016, 2016]


def test_without_a_base_year_the_last_five_years_count():
    """The owner's short-term period: 2020 - 5 = 2015."""
    points = figures((2010, "1"), (2015, "2"), (2020, "3"))
    assert dict(judge(Case(points, Decimal(9), 2030, higher_is_better=True)).lines)["base_year"] == 2015


def test_a_base_after_the_last_figure_leaves_too_few():
    """The nearest figure to the base is then the latest itself."""
    assert judge(two("110", base_year=2018)).reason == "few_figures"


def test_a_target_without_a_year_is_not_judged():
    """A required rate needs a deadline; the owner has no word for that, so the class is empty."""
    answer = judge(two("110", target_year=None))
    assert (answer.klass, answer.verdict, answer.reason) == (None, "unknown", "no_target_year")


@pytest.mark.parametrize(("last", "verdict"), [("146.41", "met"), ("146.40", "missed")])
def test_the_target_year_settles_the_verdict(last: str, verdict: str):
    """At the deadline the figure is at the target or it is not."""
    assert judge(two(last, target_year=2017)).verdict == verdict
