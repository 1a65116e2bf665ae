"""Completion, schedule and what lies between them."""

from decimal import Decimal

import pytest
from builders import a_stage, a_target, an_indicator, day, judged

from tracker.assessment.season import seasonal_share
from tracker.assessment.standing import Standing, unit_of
from tracker.domain.elapsed import Convention

D = Decimal
OUTPUT, SHARE = an_indicator("flow", "亿元"), an_indicator("ratio")


def in_2025(goal: str, period: str, value: str, **more: object) -> Standing:
    """A yearly flow at the end of a period."""
    return judged(a_target(a_stage("2025", goal), **more), OUTPUT, [(period, value)], "2026-01-15").standing


@pytest.mark.parametrize(
    ("goal", "period", "value", "printed"),
    [
        ("647.4", "2025-01/2025-10", "629.0", "13.8"),
        ("1015", "2025-Q1", "313.64", "5.9"),
        ("100", "2025-H1", "63", "13.0"),
        ("100", "2025-01/2025-08", "74", "7.3"),
        ("1000", "2025-01/2025-10", "860.7", "2.7"),
    ],
)
def test_shares_are_subtracted_unrounded_and_rounded_once(goal: str, period: str, value: str, printed: str):
    """629.0 of 647.4 by October: 97.158 - 83.333 = 13.82, so 13.8 pp, and not 97.2 - 83.3 = 13.9."""
    found = in_2025(goal, period, value).ahead
    assert found is not None
    assert round(found, 1) == D(printed)


def test_the_trio_of_a_flow():
    """860.7 of 1000 by October: 86.07 % done, 10 / 12 gone by."""
    found = in_2025("1000", "2025-01/2025-10", "860.7")
    assert (found.completion, found.schedule) == (D("860.7") / 1000, D(10) / 12)
    assert found.ahead == (D("860.7") / 1000 - D(10) / 12) * 100


@pytest.mark.parametrize(
    ("convention", "schedule"),
    [
        (Convention.MONTHS, D(11) / 12),
        (Convention.MONTHS_ROUNDED, D("0.917")),
        (Convention.DAYS, D(334) / 365),
    ],
)
def test_the_schedule_may_be_counted_in_three_ways(convention: Convention, schedule: Decimal):
    """By the end of November: 11 months, 91.7 % as printed, or 334 of 365 days."""
    assert in_2025("1000", "2025-01/2025-11", "900", schedule=convention).schedule == schedule


def test_january_to_february_is_two_months_of_twelve():
    """The first release of a year covers two months."""
    assert in_2025("1000", "2025-01/2025-02", "150").schedule == D(2) / 12


def test_over_fulfilment_is_not_capped():
    """122.6 of 100 is 122.6 %."""
    assert in_2025("100", "2025", "122.6").completion == D("122.6") / 100


def test_a_share_has_a_schedule_from_its_baseline_but_is_not_ahead_in_points_of_time():
    """41.5 of 60 after three of four years: 69 % and 75 %, whose difference means nothing."""
    target = a_target(a_stage("2025", 60), baseline=("2021", 22))
    found = judged(target, SHARE, [("2024", "41.5")], "2025-02-20").standing
    assert (found.completion, found.schedule, found.ahead) == (D("41.5") / 60, D(36) / 48, None)
    assert found.pace == D("41.5") / (22 + D(60 - 22) * 36 / 48)


def test_growth_has_no_schedule():
    """A rate is compared as it stands, in March as in December."""
    found = judged(a_target(a_stage("2025", 7)), an_indicator("growth"), [("2025-Q1", "6.1")], "2025-05-01").standing
    assert (found.schedule, found.ahead) == (None, None)
    assert found.gap is not None
    assert (found.gap.value, found.gap.unit.symbol) == (D("6.1") - 7, "pp")


def test_without_a_figure_nothing_stands_anywhere():
    """Unknown is not zero."""
    assert judged(a_target(a_stage("2025", 1000)), OUTPUT, [], "2025-05-01").standing == Standing()


def test_a_total_over_a_plan_has_its_own_clock():
    """240 of 500 after 27 of 60 months."""
    target = a_target(a_stage("2021/2025", 500), of="total")
    figures = [("2021", 100), ("2022", 110), ("2023-Q1", 30)]
    found = judged(target, OUTPUT, figures, "2023-05-01").standing
    assert (found.completion, found.schedule) == (D(240) / 500, D(27) / 60)


def test_last_years_share_needs_both_of_last_years_figures():
    """Without the first half of last year, or the whole of it, there is no profile."""

    def share(*figures: tuple[str, object]) -> Decimal | None:
        found = judged(a_target(a_stage("2025", 1000)), OUTPUT, figures, "2025-07-15")
        return seasonal_share(found.series, day("2025-06-30"))

    assert share(("2024-H1", 330), ("2024", 1100)) == D(330) / 1100
    assert share(("2024", 1100)) is share(("2024-H1", 330)) is share() is None


@pytest.mark.parametrize(
    ("of", "measure", "unit", "expected"),
    [
        ("value", "ratio", "%", "%"),
        ("growth", "flow", "亿元", "%"),
        ("average-growth", "flow", "亿元", "%"),
        ("increase", "ratio", "%", "pp"),
        ("increase", "flow", "亿元", "亿元"),
        ("difference", "growth", "%", "pp"),
        ("total", "flow", "亿元", "亿元"),
    ],
)
def test_a_promise_has_a_unit_of_its_own(of: str, measure: str, unit: str, expected: str):
    """Growth is in %, a rise or distance of percentages in pp, and all else in the indicator's unit."""
    assert unit_of(a_target(of=of), an_indicator(measure, unit)).symbol == expected


def test_a_plan_is_its_own_schedule():
    """610 of 1237.6 are planned by June, 49.3 %: 600 is behind that plan, and not 48.5 against 50."""
    found = in_2025("1237.6", "2025-H1", "600", path="plan", checkpoints=[("2025-H1", "610")])
    assert (found.schedule, found.pace) == (D(610) / D("1237.6"), D(600) / 610)
    assert found.ahead == (D(600) / D("1237.6") - D(610) / D("1237.6")) * 100


def test_a_flow_of_another_year_is_no_part_of_the_stages_year():
    """The 140 of half of 2024 are no 28 % of 2025's 500; from 2023's 310 the year's output must rise 95 a year."""
    target = a_target(a_stage("2023", 300), a_stage("2025", 500), path="steps")
    found = judged(target, OUTPUT, [("2022", 290), ("2023", 310), ("2024-H1", 140)], "2024-07-20").standing
    assert (found.completion, found.schedule, found.pace) == (None, None, D(140) / (300 * D(6) / 12))
    assert found.required is not None
    assert (found.required.value, found.required.best_so_far) == (D(500 - 310) / 2, 310 - 290)
