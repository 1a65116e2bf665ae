"""What a chart shows: actuals, what is asked for, stages and outlook, as plain values."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from builders import a_stage, a_target, an_actual, an_indicator, judged

from tracker.assessment.verdict import Verdict
from tracker.render.chart_points import Chart, chart_points

END_2025 = date(2025, 12, 31)


def chart_of(*arguments: object, **more: object) -> Chart:
    """The chart of a promise that has one."""
    found = chart_points(judged(*arguments, **more))  # type: ignore[arg-type]
    assert found is not None
    return found


def test_a_running_total_rises_from_nought_beside_its_share_of_the_year():
    """120 a year asks for 10 a month."""
    chart = chart_of(
        a_target(a_stage("2025", 120)), an_indicator("flow", "亿元"), [("2025-Q1", 28), ("2025-H1", 61)], "2025-07-31"
    )
    assert [[(d.day, d.value) for d in run] for run in chart.runs] == [
        [(date(2024, 12, 31), Decimal(0)), (date(2025, 3, 31), Decimal(28)), (date(2025, 6, 30), Decimal(61))]
    ]
    assert [point.value for point in chart.path[0]] == [Decimal(10) * month for month in range(13)]
    assert [(m.day, m.value) for m in chart.stages] == [(END_2025, Decimal(120))]


def test_the_year_before_is_drawn_where_it_was_reported_along_the_way():
    """A single total of last year is no course."""
    figures = [("2024-Q1", 20), ("2024", 100), ("2025-Q1", 28)]
    target, flow = a_target(a_stage("2025", 120)), an_indicator("flow", "亿元")
    assert len(chart_of(target, flow, figures, "2025-04-30").runs) == 2
    assert len(chart_of(target, flow, figures[1:], "2025-04-30").runs) == 1


def test_a_level_goes_from_its_baseline_through_its_stages():
    """22 in 2021, 30 in 2022, 60 in 2025."""
    target = a_target(a_stage("2022", 30), a_stage("2025", 60), baseline=("2021", 22))
    chart = chart_of(target, an_indicator(), [("2022", 31), ("2024", 40)], "2025-01-31")
    assert [(p.day.year, p.value) for p in chart.path[0]] == [
        (2021, Decimal(22)),
        (2022, Decimal(30)),
        (2025, Decimal(60)),
    ]
    assert [(m.day.year, m.verdict) for m in chart.stages] == [(2022, Verdict.MET), (2025, chart.verdict)]


def test_a_path_by_steps_has_corners_and_one_of_constant_growth_bends():
    """25 to 100 in two years passes 50."""
    steps = a_target(a_stage("2024", 30), a_stage("2025", 60), baseline=("2023", 20), path="steps")
    chart = chart_of(steps, an_indicator(), [("2024", 31)], "2025-01-31")
    assert [p.value for p in chart.path[0]] == [20, 20, 30, 30, 30, 60]
    growing = a_target(a_stage("2025", 100), baseline=("2023", 25), path="compound")
    chart = chart_of(growing, an_indicator("stock", "个"), [("2024", 48)], "2025-01-31")
    assert [p.value for p in chart.path[0]] == [25, 50, 100]


def test_what_is_compared_as_it_stands_is_a_level_over_its_span():
    """Growth of 8 % in 2025 is asked for all year; a range has two levels."""
    target = a_target(a_stage("2025", 8, "between", high=10))
    figures = [an_actual("2025-Q1", 7), an_actual("2025-H1", 9)]
    chart = chart_of(target, an_indicator("growth"), figures, "2025-07-31")
    assert [[(p.day, p.value) for p in line] for line in chart.path] == [
        [(date(2025, 1, 1), value), (END_2025, value)] for value in (Decimal(8), Decimal(10))
    ]
    assert chart.stages[0].high == 10


def test_a_sum_over_years_rises_from_nought():
    """300 over three years asks for 100 a year."""
    target = a_target(a_stage("2023/2025", 300), of="total")
    chart = chart_of(target, an_indicator("flow", "亿元"), [("2023", 90), ("2024", 120)], "2025-01-31")
    assert [d.value for d in chart.runs[0]] == [0, 90, 90 + 120]
    assert [round(p.value, 6) for p in chart.path[0]] == [0, 100, 200, 300]


def test_the_outlook_is_a_fan_from_the_latest_value():
    """Its ends are those of the judgement."""
    figures = [(str(year), 20 + 3 * (year - 2018)) for year in range(2018, 2025)]
    a = judged(a_target(a_stage("2026", 60), rule="outlook"), an_indicator(), figures, "2025-01-31")
    chart, outlook = chart_points(a), a.outlook
    assert chart
    assert chart.fan
    assert outlook
    assert (float(chart.fan.low), float(chart.fan.value), float(chart.fan.high)) == (
        outlook.low,
        outlook.value,
        outlook.high,
    )
    assert (chart.fan.start.day, chart.fan.by) == (date(2024, 12, 31), date(2026, 12, 31))


def test_nothing_is_drawn_without_anything_to_compare():
    """No figure; or one figure that is on no way."""
    target = a_target(a_stage("2025", 60))
    assert chart_points(judged(target, an_indicator(), [], "2025-01-31")) is None
    assert chart_points(judged(target, an_indicator("growth"), [("2021", 40)], "2025-01-31")) is None
    assert chart_points(judged(a_target(a_stage("2025", None)), an_indicator(), [("2024", 4)], "2025-01-31")) is None


def test_provisional_figures_are_marked():
    """They are drawn as rings."""
    figures = [an_actual("2023", 30), an_actual("2024", 40, vintage="flash")]
    chart = chart_of(a_target(a_stage("2025", 60)), an_indicator(), figures, "2025-01-31")
    assert [dot.provisional for dot in chart.runs[0]] == [False, True]
