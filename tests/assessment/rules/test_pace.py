"""Rule `pace`: progress made over progress asked for, or the value over the value asked for."""

from decimal import Decimal

import pytest
from builders import a_stage, a_target, an_indicator, judged
from hypothesis import given
from hypothesis import strategies as st

from tracker.assessment.assess import Assessment
from tracker.assessment.verdict import Verdict
from tracker.domain.portfolio import Thresholds
from tracker.domain.target import Target

D = Decimal
SHARE, POWER = an_indicator("ratio"), an_indicator("ratio", "kWh/t", "lower")
WAY = a_target(a_stage("2025", 60), baseline=("2021", 20))
DOWN = a_target(a_stage("2025", 13000, "at-most"), baseline=("2021", 13400))
ORDER = [Verdict.OFF_TRACK, Verdict.AT_RISK, Verdict.ON_TRACK]


def half_way(target: Target, value: object, **more: object) -> Assessment:
    """A target after two of its four years."""
    indicator = POWER if target is DOWN else SHARE
    return judged(target, indicator, [("2023", value)], "2024-03-01", **more)


@pytest.mark.parametrize(
    ("value", "share", "verdict"),
    [
        ("40", (D(40) - 20) / (40 - 20), Verdict.ON_TRACK),
        ("39", (D(39) - 20) / (40 - 20), Verdict.ON_TRACK),
        ("38.9", (D("38.9") - 20) / (40 - 20), Verdict.AT_RISK),
        ("32", (D(32) - 20) / (40 - 20), Verdict.AT_RISK),
        ("31.9", (D("31.9") - 20) / (40 - 20), Verdict.OFF_TRACK),
        ("20", D(0), Verdict.OFF_TRACK),
        ("15", (D(15) - 20) / (40 - 20), Verdict.OFF_TRACK),
    ],
)
def test_progress_is_measured_from_the_baseline(value: str, share: Decimal, verdict: Verdict):
    """Half way from 20 to 60 asks for 40; 0.95 and 0.60 belong to the better side."""
    found = half_way(WAY, value)
    assert (found.judgement.measure, found.verdict) == (share, verdict)


def test_progress_may_go_down():
    """From 13400 to 13000, 13250 after half the time is 150 of the 200 asked for."""
    assert half_way(DOWN, 13250).judgement.measure == D(13400 - 13250) / (13400 - 13200)


def test_the_margin_is_the_way_to_the_nearest_verdict():
    """0.945 lacks 0.005 of being on track."""
    assert half_way(WAY, "38.9").judgement.margin == (D("38.9") - 20) / 20 - D("0.95")


def test_a_workspace_may_set_its_own_thresholds():
    """With 0.80 and 0.50, 32 of 40 from 20 (0.60) is at risk and 36 (0.80) is on track."""
    own = Thresholds(pace_on_track=D("0.80"), pace_at_risk=D("0.50"))
    assert [half_way(WAY, v, thresholds=own).verdict for v in (32, 36)] == [Verdict.AT_RISK, Verdict.ON_TRACK]


def test_without_a_baseline_the_value_is_held_against_the_stage():
    """41.5 of 60, and the missing baseline is told."""
    found = judged(a_target(a_stage("2025", 60)), SHARE, [("2025-03", "41.5")], "2025-04-15")
    assert found.judgement.measure == 1 + (D("41.5") - 60) / 60
    assert "no-baseline" in {c.code for c in found.caveats}


@pytest.mark.parametrize("value", [50, 49, 40])
def test_what_stands_on_its_target_and_moves_away_is_never_on_track(value: int):
    """A target of 50 from 50: only what keeps it is on track."""
    found = half_way(a_target(a_stage("2025", 50), baseline=("2021", 50)), value)
    assert found.verdict is (Verdict.ON_TRACK if value == 50 else Verdict.OFF_TRACK)


def test_what_falls_below_a_target_it_started_above_is_not_on_track():
    """From 55, a promise of 50 that stands at 49 has lost 6, not kept 98 %."""
    assert half_way(a_target(a_stage("2025", 50), baseline=("2021", 55)), 49).verdict is Verdict.OFF_TRACK


@pytest.mark.parametrize("period", ["2021", "2020"])
def test_the_baselines_own_figure_is_no_progress(period: str):
    """Nothing seen since the start cannot be called on track."""
    found = judged(WAY, SHARE, [(period, 58)], "2024-03-01")
    assert (found.verdict, found.judgement.reason and found.judgement.reason.code) == (
        Verdict.UNKNOWN,
        "no-figure-yet",
    )


def test_a_way_to_zero_needs_a_beginning():
    """Six zombie firms of how many? Without a baseline it cannot be said."""
    firms = an_indicator("stock", "户", "lower")
    bare, based = (
        a_target(a_stage("2022", 0, "at-most")),
        a_target(a_stage("2022", 0, "at-most"), baseline=("2018", 12)),
    )
    assert judged(bare, firms, [("2022-06", 6)], "2022-07-15").verdict is Verdict.UNKNOWN
    found = judged(based, firms, [("2020", 6)], "2021-03-01")
    assert found.judgement.measure == D(12 - 6) / (12 - 6)


def test_a_value_past_the_far_end_of_a_range_is_not_on_track():
    """Between 3 and 5, 9 is 4 past the end: 1 - 4 / 5."""
    found = half_way(a_target(a_stage("2025", 3, "between", high=5), baseline=("2021", 2)), 9)
    assert (found.judgement.measure, found.verdict) == (1 - D(9 - 5) / 5, Verdict.OFF_TRACK)


def test_a_value_under_the_range_it_should_come_down_to_is_not_on_track():
    """Where lower is better, between 5 and 8, 4 is 1 below: 1 - 1 / 5."""
    target = a_target(a_stage("2025", 5, "between", high=8), baseline=("2021", 20))
    found = judged(target, POWER, [("2023", 4)], "2024-03-01")
    assert (found.judgement.measure, found.verdict) == (1 - D(5 - 4) / 5, Verdict.AT_RISK)


def test_a_flow_past_its_ceiling_is_off_track():
    """101 of at most 100 used by June cannot be taken back."""
    ceiling = a_target(a_stage("2025", 100, "at-most"))
    flow = an_indicator("flow", "万吨", "lower")
    by_june = [judged(ceiling, flow, [("2025-H1", v)], "2025-07-15").verdict for v in (50, 60, 101)]
    assert by_june == [Verdict.ON_TRACK, Verdict.AT_RISK, Verdict.OFF_TRACK]


def test_a_growth_target_is_held_against_its_whole_number():
    """6.1 % in June against 7 % is 1 - 0.9 / 7, not twice what half a year asks for."""
    found = judged(a_target(a_stage("2025", 7)), an_indicator("growth"), [("2025-H1", "6.1")], "2025-07-15")
    assert found.judgement.measure == 1 + (D("6.1") - 7) / 7


def test_a_change_of_sign_is_no_obstacle():
    """From -5 to +5, 0 after half the time is just what is asked for."""
    assert half_way(a_target(a_stage("2025", 5), baseline=("2021", -5)), 0).judgement.measure == 1


@given(st.decimals(0, 100, places=1), st.decimals(0, 100, places=1), st.decimals(0, 100, places=1), st.booleans())
def test_a_better_actual_never_has_a_worse_verdict(base: Decimal, one: Decimal, other: Decimal, down: bool):  # noqa: FBT001
    """The verdict rises with the value, whatever the base and whichever way is the better one."""
    worse, better = sorted((one, other), reverse=down)
    target = a_target(a_stage("2025", 50, "at-most" if down else "at-least"), baseline=("2021", base))
    indicator = POWER if down else SHARE
    first, second = (judged(target, indicator, [("2023", v)], "2024-03-01").verdict for v in (worse, better))
    assert ORDER.index(first) <= ORDER.index(second)


@pytest.mark.parametrize(
    ("value", "verdict"),
    [(50, Verdict.ON_TRACK), (65, Verdict.AT_RISK), (85, Verdict.OFF_TRACK), (111, Verdict.OFF_TRACK)],
)
def test_a_running_total_may_run_too_fast(value: int, verdict: Verdict):
    """Between 90 and 110 asks for 45 to 55 by June; 65 is 1 - 10 / 55 = 0.82, and 111 cannot be taken back."""
    target = a_target(a_stage("2025", 90, "between", high=110))
    assert judged(target, an_indicator("flow", "亿元"), [("2025-H1", value)], "2025-07-15").verdict is verdict


@pytest.mark.parametrize(("value", "share"), [(55, 1 - D(55 - 50) / 50), (52, D(52 - 20) / (35 - 20))])
def test_a_tolerance_widens_the_far_end_of_a_range(value: int, share: Decimal):
    """Exactly 50 within 3 from 20: 52 is on its way past the 35 asked for, 55 is 5 past the end."""
    target = a_target(a_stage("2025", 50, "exactly", "3"), baseline=("2021", 20), rule="pace")
    found = half_way(target, value)
    assert found.judgement.measure == (share if value == 55 else None)
    assert found.verdict is (Verdict.AT_RISK if value == 55 else Verdict.ON_TRACK)


def test_a_tolerance_widens_the_near_end_where_lower_is_better():
    """Between 5 and 8 within 1, from 20: 4 is still within, 3 is 2 / 5 below."""
    target = a_target(a_stage("2025", 5, "between", "1", high=8), baseline=("2021", 20))
    verdicts = [judged(target, POWER, [("2023", v)], "2024-03-01").verdict for v in (4, 3)]
    assert verdicts == [Verdict.ON_TRACK, Verdict.AT_RISK]


def test_what_moved_away_is_still_ahead_of_a_target_below_its_start():
    """From 55 down to 52 with a promise of at least 50 is kept; the promise asks for no more."""
    target = a_target(a_stage("2025", 50), baseline=("2021", 55))
    assert half_way(target, 52).verdict is Verdict.ON_TRACK
