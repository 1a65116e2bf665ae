"""The outlook of a promise: which series it is read from, and what becomes of it."""

from __future__ import annotations

import pytest
from builders import a_stage, a_target, an_actual, an_indicator, judged

from tracker.assessment.assess import Assessment
from tracker.assessment.verdict import Verdict

SHARE, OUTPUT = an_indicator("ratio"), an_indicator("flow", "亿元")
YEARS = [(str(2015 + n), 20 + 3 * n) for n in range(8)]


def outlook_of(target_value: object, figures: list[tuple[str, object]], by: str = "2025", **more: object) -> Assessment:
    """A share promised to reach a value, judged by its outlook."""
    return judged(a_target(a_stage(by, target_value), rule="outlook", **more), SHARE, figures, "2023-03-01")


def test_a_steady_rise_is_carried_on_to_the_stages_end():
    """From 41 in 2022 at 3 a year: near 50 in 2025, and 45 is likely."""
    found = outlook_of(45, YEARS).judgement
    assert found.rule == "outlook"
    assert found.outlook is not None
    assert found.outlook.low < found.outlook.value < found.outlook.high
    assert 45 < found.outlook.value < 51
    assert found.verdict is Verdict.ON_TRACK


def test_what_the_trend_cannot_reach_is_off_track():
    """80 in three years would take 13 a year."""
    assert outlook_of(80, YEARS).verdict is Verdict.OFF_TRACK


def test_three_figures_give_no_probability_and_pace_decides():
    """The rule says which of the two it was."""
    found = outlook_of(60, [("2021", 22), ("2022", 30), ("2023", 35)][:2], baseline=("2021", 22)).judgement
    assert (found.rule, found.outlook) == ("pace", None)


def test_a_years_flow_is_carried_on_by_last_years_share():
    """40 of 100 had come in by the half year; 60 now points to about 150 and not to 120."""
    target = a_target(a_stage("2025", 130), rule="outlook")
    figures = [("2023-H1", 38), ("2023", 96), ("2024-H1", 40), ("2024", 100), ("2025-H1", 60)]
    found = judged(target, OUTPUT, figures, "2025-07-20").judgement.outlook
    assert found is not None
    assert found.method == "seasonal-share"
    assert found.value > 60 * 2


def test_the_probability_counts_what_is_tolerated():
    """About 50 with 10 % tolerated is likelier than 50."""
    strict = outlook_of(50, YEARS).judgement.outlook
    mild = judged(a_target(a_stage("2025", 50, "about", "10%"), rule="outlook"), SHARE, YEARS, "2023-03-01").judgement
    assert strict is not None
    assert mild.outlook is not None
    assert mild.outlook.probability > strict.probability


def test_a_share_of_a_whole_stays_below_a_hundred():
    """97, 98, 99 cannot go on to 102."""
    figures = [(str(2016 + n), 92 + n) for n in range(8)]
    found = judged(a_target(a_stage("2030", 99), rule="outlook"), SHARE, figures, "2024-03-01").judgement.outlook
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
    assert judged(target, SHARE, bound, "2023-03-01").judgement.outlook is None


@pytest.mark.parametrize("rule", ["pace", "eurostat"])
def test_other_rules_do_not_pay_for_a_forecast(rule: str):
    """Nothing is forecast where nothing asks for it."""
    target = a_target(a_stage("2025", 45))._replace(rule=rule)
    assert judged(target, SHARE, YEARS, "2023-03-01").judgement.outlook is None
