"""What every rule shares: which figures count, what makes them unusable, and what a deadline settles."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.assessment.rules import destatis, escap, eurostat, open_sdg
from tracker.assessment.rules.case import Case, Judged, Point, class_at_least, comparable, obstacle, settled, towards

RULES = [open_sdg.judge, eurostat.judge, destatis.judge, escap.judge]
VERDICTS = {"met", "on_track", "at_risk", "off_track", "missed", "unknown"}


def yearly(first: int, *values: str):
    """Figures of consecutive years."""
    return tuple((first + place, Decimal(value)) for place, value in enumerate(values))


def at_least(target: str, year: int, points: tuple[Point, ...], **more: int):
    """A target of at least so much by a year."""
    return Case(points, Decimal(target), year, higher_is_better=True, **more)


def test_figures_before_a_series_break_do_not_count():
    """Only the figures from the first comparable year on are used."""
    case = at_least("9", 2030, yearly(2018, "1", "2", "3"), not_before=2019)
    assert comparable(case) == ((2019, Decimal(2)), (2020, Decimal(3)))


def test_figures_are_put_in_order():
    """The rules see the years rising, whatever the order given."""
    case = at_least("9", 2030, ((2020, Decimal(3)), (2019, Decimal(2))))
    assert comparable(case) == ((2019, Decimal(2)), (2020, Decimal(3)))


@pytest.mark.parametrize(
    ("points", "reason"),
    [
        ((), "no_figures"),
        (((2020, Decimal(1)), (2020, Decimal(2))), "repeated_year"),
        (((2020, Decimal(1)), (2020, Decimal("NaN"))), "repeated_year"),
        (yearly(2020, "1", "NaN"), "out_of_range"),
        (yearly(2020, "1", "Infinity"), "out_of_range"),
        (yearly(2020, "1", "1E+999999"), "out_of_range"),
    ],
)
def test_unusable_figures_have_a_reason(points: tuple[Point, ...], reason: str):
    """No figure, two for one year, or one that is no usable number: each has its own code."""
    assert obstacle(at_least("9", 2030, points), points) == reason


@pytest.mark.parametrize("judge", RULES)
def test_two_figures_for_one_year_are_not_judged(judge: Callable[[Case], Judged]):
    """Which of two figures of a year is right is not for a rule to choose."""
    answer = judge(at_least("9", 2030, ((2019, Decimal(1)), (2020, Decimal(2)), (2020, Decimal(3)))))
    assert (answer.verdict, answer.reason) == ("unknown", "repeated_year")


@pytest.mark.parametrize("judge", RULES)
def test_a_target_that_is_no_number_is_not_judged(judge: Callable[[Case], Judged]):
    """An infinite target ends in a reason, not in a failure of the arithmetic."""
    answer = judge(at_least("Infinity", 2030, yearly(2015, "1", "2", "3", "4", "5", "6")))
    assert (answer.verdict, answer.reason) == ("unknown", "out_of_range")


@pytest.mark.parametrize("judge", RULES)
def test_a_single_figure_is_too_few(judge: Callable[[Case], Judged]):
    """No trend can be read off one figure."""
    assert judge(at_least("9", 2030, yearly(2020, "1"))).reason == "few_figures"


@pytest.mark.parametrize(("final", "verdict"), [("9", "met"), ("8.9", "missed")])
def test_the_figure_of_the_target_year_settles_the_target(final: str, verdict: str):
    """At its deadline a target is met or missed; later figures change nothing."""
    points = yearly(2019, "5", final, "1")
    assert settled(at_least("9", 2020, points), points, 2020) == verdict


def test_a_running_target_is_not_settled():
    """Before the target year has a figure there is nothing final to say."""
    points = yearly(2019, "5", "9")
    assert settled(at_least("9", 2021, points), points, 2021) is None


@pytest.mark.parametrize(("measure", "klass"), [(0.95, "good"), (0.94, "fair"), (0.6, "fair"), (0.59, "poor")])
def test_a_bound_belongs_to_the_class_it_opens(measure: float, klass: str):
    """At the bound itself the better class is given."""
    assert class_at_least(measure, (("good", 0.95), ("fair", 0.6)), "poor") == klass


def test_the_wanted_change_is_exact():
    """A difference forty digits behind the first is not lost, as it would be among 28 digits."""
    case = Case((), None, None, higher_is_better=False)
    assert towards(case, Decimal("1E+20"), Decimal("1E-20")) == 10**20 - Fraction(1, 10**20)


numbers = st.one_of(st.decimals(), st.sampled_from([Decimal(0), Decimal("1E-99"), Decimal("-1E+99")]))
cases = st.builds(
    Case,
    points=st.lists(st.tuples(st.integers(1990, 2035), numbers), max_size=9).map(tuple),
    target=st.none() | numbers,
    target_year=st.none() | st.integers(1990, 2050),
    higher_is_better=st.booleans(),
    base_year=st.none() | st.integers(1990, 2040),
    limit=st.none() | numbers,
    keep_every_year=st.booleans(),
    not_before=st.none() | st.integers(1990, 2035),
)


@pytest.mark.parametrize("judge", RULES)
@given(case=cases)
def test_no_series_makes_a_rule_fail(judge: Callable[[Case], Judged], case: Case):
    """Whatever the figures, a rule answers with one of the six verdicts, and says why when it does not know."""
    answer = judge(case)
    assert answer.verdict in VERDICTS
    assert answer.verdict != "unknown" or answer.reason is not None
