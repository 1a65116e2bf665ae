"""Open SDG's rule on figures made for the purpose."""

from decimal import Decimal

import pytest

from tracker.assessment.rules.case import Case, Judged
from tracker.assessment.rules.open_sdg import judge, limit_factor


def two(
    first: str,
    last: str,
    *,
    target: str | None = None,
    target_year: int | None = 2019,
    up: bool = True,
    **more: Decimal | int,
):
    """A figure of 2015 and one of 2017."""
    points = ((2015, Decimal(first)), (2017, Decimal(last)))
    aim = None if target is None else Decimal(target)
    return Case(points, aim, target_year, higher_is_better=up, **more)


# 100 in 2015, 100 x 1.1^4 = 146.41 asked for by 2019: 10 % a year
@pytest.mark.parametrize(
    ("last", "klass", "verdict"),
    [
        ("119.91", "substantial_progress", "on_track"),  # 100 x 1.095^2 = 119.9025 and a little more, R > 0.95
        ("119.8", "moderate_progress", "at_risk"),  # a little less
        ("112.37", "moderate_progress", "at_risk"),  # 100 x 1.06^2 = 112.36 and a little more, R > 0.60
        ("112.3", "limited_progress", "off_track"),  # a little less
        ("100", "limited_progress", "off_track"),  # R = 0
        ("99", "deterioration", "off_track"),
    ],
)
def test_the_ratio_of_growth_rates_decides(last: str, klass: str, verdict: str):
    """95 %, 60 % and 0 of the growth required part the four classes."""
    answer = judge(two("100", last, target="146.41"))
    assert (answer.klass, answer.verdict) == (klass, verdict)


def test_the_margin_is_the_way_to_the_nearest_bound():
    """R = 0.5 stands 0.60 - 0.50 from moderate progress."""
    answer = judge(two("100", "110.25", target="146.41"))  # 100 x 1.05^2
    assert answer.measure == pytest.approx(0.05 / 0.10)
    assert answer.margin == pytest.approx(0.60 - 0.50)


def test_reached_is_asked_before_any_ratio():
    """A value at the target is achieved although it fell since the base year."""
    answer = judge(two("200", "150", target="150"))
    assert (answer.klass, answer.verdict, answer.reached) == ("target_achieved", "on_track", True)


def test_a_target_met_at_the_base_and_lost_is_a_deterioration():
    """The required rate points backwards; its size counts, not its sign."""
    answer = judge(two("200", "140", target="150"))
    assert (answer.klass, answer.verdict) == ("deterioration", "off_track")


def test_leaving_a_target_that_equals_the_base_is_a_deterioration():
    """Where the required rate is zero there is no ratio, and moving away is never on track."""
    answer = judge(two("150", "149", target="150"))
    assert (answer.klass, answer.measure) == ("deterioration", None)


@pytest.mark.parametrize(
    ("last", "klass", "verdict"), [("121", "target_achieved", "met"), ("120", "substantial_progress", "missed")]
)
def test_the_target_year_settles_the_verdict_and_leaves_the_class(last: str, klass: str, verdict: str):
    """At the deadline the verdict is final; the owner's word stays the owner's: 9.5 of 10 % a year is substantial."""
    answer = judge(two("100", last, target="121", target_year=2017))
    assert (answer.klass, answer.verdict) == (klass, verdict)


def test_the_base_is_the_next_later_year_with_a_figure():
    """2014 has none, so growth is measured from 2015."""
    answer = judge(two("100", "110", target="200", base_year=2014))
    assert dict(answer.lines)["base_year"] == 2015


def test_a_base_after_the_last_figure_is_not_available():
    """There is nothing later to measure from."""
    answer = judge(two("100", "110", target="200", base_year=2018))
    assert answer == Judged("not_available", "unknown", reason="base_after_last_figure")


def test_a_target_of_zero_is_taken_as_a_thousandth():
    """100 to 10 in two of four years: 0.1^(1/2) - 1 = -68 %, of (0.001 / 100)^(1/4) - 1 = -94 % required."""
    answer = judge(two("100", "10", target="0", up=False))
    wanted = (1 - (10 / 100) ** (1 / 2)) / (1 - (0.001 / 100) ** (1 / 4))
    assert (answer.klass, answer.measure) == ("moderate_progress", pytest.approx(wanted))


def test_mixed_signs_are_not_available():
    """From a surplus to a deficit there is no growth rate."""
    assert judge(two("5", "-5", target="10")).reason == "sign_change"


@pytest.mark.parametrize(
    ("last", "klass"),
    [
        ("103.1", "substantial_progress"),  # 100 x 1.015^2 = 103.0225
        ("103.0", "moderate_progress"),
        ("101.1", "moderate_progress"),  # 100 x 1.005^2 = 101.0025
        ("101.0", "limited_progress"),
        ("99.9", "deterioration"),
    ],
)
def test_without_a_target_growth_itself_is_banded(last: str, klass: str):
    """1.5 %, 0.5 % and 0 a year part the classes."""
    assert judge(two("100", last)).klass == klass


def test_near_a_limit_less_growth_is_asked():
    """At 90 of 100 the bound of 1.5 % falls to 1.5 % x (1 - 0.9^4.44) = 0.56 %."""
    answer = judge(two("90", "91.1", limit=Decimal(100)))  # 0.61 % a year
    assert answer.klass == "substantial_progress"
    assert dict(answer.thresholds)["substantial_progress"] == pytest.approx(0.015 * (1 - 0.9**4.44))


def test_holding_the_limit_is_the_best_class():
    """A base exactly at the limit asks for no growth at all."""
    assert judge(two("100", "100", limit=Decimal(100))).klass == "substantial_progress"


@pytest.mark.parametrize(
    ("base", "factor"),
    [("50", 1 - 0.5**4.44), ("100", 0), ("150", 1 - 0.5**4.44), ("200", 1), ("900", 1)],
)
def test_the_limit_factor_is_symmetric_around_the_limit(base: str, factor: float):
    """Half a limit below and half above ease alike; from twice the limit on nothing is eased."""
    assert limit_factor(Decimal(base), Decimal(100)) == pytest.approx(factor)
