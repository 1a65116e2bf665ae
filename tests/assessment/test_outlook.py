"""The outlook of a promise: which series it is read from, and what becomes of it."""

from __future__ import annotations

import pytest
from builders import a_stage, a_target, an_actual, an_indicator, codes, judged

from tracker.assessment.assess import Assessment
from tracker.assessment.verdict import Verdict
from tracker.domain.target import Target

SHARE, OUTPUT = an_indicator("ratio"), an_indicator("flow", "亿元")
YEARS = [(str(2015 + n), 20 + 3 * n) for n in range(8)]


def outlook_of(target_value: object, figures: list[tuple[str, object]], by: str = "2025", **more: object) -> Assessment:
    """A share promised to reach a value, judged by its outlook."""
    return judged(a_target(a_stage(by, target_value), rule="outlook", **more), SHARE, figures, "2023-03-01")


def test_a_steady_rise_is_carried_on_to_the_stages_end():
    """From 41 in 2022 at 3 a year: near 50 in 2025, and 45 is likely."""
    found = outlook_of(45, YEARS)
    assert found.judgement.rule == "outlook"
    assert found.outlook is not None
    assert found.outlook.low < found.outlook.value < found.outlook.high
    assert 45 < found.outlook.value < 51
    assert found.verdict is Verdict.ON_TRACK


def test_what_the_trend_cannot_reach_is_off_track():
    """80 in three years would take 13 a year."""
    assert outlook_of(80, YEARS).verdict is Verdict.OFF_TRACK


def test_three_figures_give_no_probability_and_the_schedule_decides():
    """The rule says which of the two it was."""
    found = outlook_of(60, [("2021", 22), ("2022", 30), ("2023", 35)][:2], baseline=("2021", 22))
    assert (found.judgement.rule, found.outlook) == ("schedule", None)


def test_a_years_flow_is_carried_on_by_last_years_share():
    """40 of 100 had come in by the half year; 60 now points to about 150 and not to 120."""
    target = a_target(a_stage("2025", 130), rule="outlook")
    figures = [("2023-H1", 38), ("2023", 96), ("2024-H1", 40), ("2024", 100), ("2025-H1", 60)]
    found = judged(target, OUTPUT, figures, "2025-07-20").outlook
    assert found is not None
    assert found.method == "seasonal-share"
    assert found.value > 60 * 2


def test_the_probability_counts_what_is_tolerated():
    """About 50 with 10 % tolerated is likelier than 50."""
    strict = outlook_of(50, YEARS).outlook
    mild = judged(a_target(a_stage("2025", 50, "about", "10%"), rule="outlook"), SHARE, YEARS, "2023-03-01")
    assert strict is not None
    assert mild.outlook is not None
    assert mild.outlook.probability > strict.probability


def test_a_share_of_a_whole_stays_below_a_hundred():
    """97, 98, 99 cannot go on to 102."""
    figures = [(str(2016 + n), 92 + n) for n in range(8)]
    found = judged(a_target(a_stage("2030", 99), rule="outlook"), SHARE, figures, "2024-03-01").outlook
    assert found is not None
    assert found.high <= 100


def test_a_level_that_is_reached_but_sliding_is_at_risk_at_worst():
    """66, 64, 62 still keep 60; by 2028 they may not."""
    figures = [(str(2016 + n), 76 - 2 * n) for n in range(8)]
    found = judged(a_target(a_stage("2028", 60), rule="outlook"), SHARE, figures, "2024-03-01")
    assert found.verdict is Verdict.AT_RISK
    assert "reached-worsening" in {c.code for c in found.caveats}


def test_a_limit_is_no_point_of_a_series():
    """More than 40 says nothing of where it will go."""
    target = a_target(a_stage("2025", 45), rule="outlook")
    bound = [*YEARS[:-1], an_actual("2022", 41, bound="more-than")]
    assert judged(target, SHARE, bound, "2023-03-01").outlook is None


@pytest.mark.parametrize("rule", ["schedule", "pace", "eurostat"])
def test_the_outlook_stands_beside_every_rule_and_colours_none(rule: str):
    """Where it is going is an answer of its own, the same whatever says how it stands today."""
    by_rule = judged(a_target(a_stage("2025", 45))._replace(rule=rule), SHARE, YEARS, "2023-03-01")
    assert by_rule.outlook == outlook_of(45, YEARS).outlook


FALLING = [("8.7", "2024"), ("7.8", "2025-01/2025-02"), ("8.1", "2025-Q1"), ("7.6", "2025-01/2025-04"),
           ("7.2", "2025-01/2025-05"), ("7.0", "2025-H1"), ("6.7", "2025-01/2025-07"), ("6.4", "2025-01/2025-08"),
           ("6.1", "2025-01/2025-09")]  # fmt: skip
RATE = an_indicator("growth")


def test_no_rebound_is_forecast_of_a_rate_that_keeps_falling():
    """From 8.1 in March to 6.1 in September is a third of a point a month: 6.1 - 3 x 2 / 6 = 5.1 in December."""
    found = judged(
        a_target(a_stage("2025", 6)), RATE, [(period, rate) for rate, period in FALLING], "2025-10-20"
    ).outlook
    assert found is not None
    assert (found.method, round(found.value, 6)) == ("run-carried-on", 6.1 - 3 * 2 / 6)


def test_on_schedule_but_unlikely_to_be_kept_is_an_early_warning():
    """6.1 of 6 is on schedule; going on like this it will be 5.1."""
    target = a_target(a_stage("2025", 6), rule="schedule")
    found = judged(target, RATE, [(period, rate) for rate, period in FALLING], "2025-10-20")
    assert (found.verdict, "early-warning" in codes(found.caveats)) == (Verdict.ON_TRACK, True)


def test_a_rate_of_one_earlier_year_that_moves_to_and_fro_has_no_outlook():
    """Four quarters and three of the next say neither where it usually lies nor how far it strays."""
    rates = [
        ("2024-Q1", 6.0),
        ("2024-H1", 6.2),
        ("2024-01/2024-09", 6.3),
        ("2024", 6.5),
        ("2025-Q1", 6.4),
        ("2025-H1", 6.5),
    ]
    assert judged(a_target(a_stage("2025", 6.5)), RATE, rates, "2025-07-20").outlook is None


@pytest.mark.parametrize(
    "target",
    [
        a_target(a_stage("2025", 45), when="throughout"),
        a_target(a_stage("2025", 45, "exactly")),
        a_target(a_stage("2025", 45), of="total", baseline=("2014", None)),
    ],
)
def test_nothing_is_said_where_it_would_mislead(target: Target):
    """Floors, exact values and sums over several years are not read off a level carried on."""
    assert judged(target, SHARE, YEARS, "2023-03-01").outlook is None


def test_a_yearly_mean_is_not_carried_on_through_its_season():
    """Fine dust of January and February says nothing straight about December."""
    dust = an_indicator("ratio", "index", "lower")
    months = [(f"2024-01/2024-{m:02}", 80 - 3 * m) for m in range(2, 12)]
    figures = [*months, ("2024", 46), ("2025-01/2025-02", 71)]
    assert judged(a_target(a_stage("2025", 44, "at-most")), dust, figures, "2025-03-15").outlook is None
