"""Rule `schedule`: how a promise stands by the office's own reckoning, kind by kind."""

from __future__ import annotations

from decimal import Decimal

import pytest
from builders import a_stage, a_target, an_actual, an_indicator, codes, judged

from tracker.assessment.assess import Assessment
from tracker.assessment.verdict import Verdict
from tracker.domain.calendar import Releases
from tracker.domain.portfolio import Thresholds
from tracker.domain.target import Target

D = Decimal
OUTPUT, FIRMS, RATE, SHARE = (
    an_indicator("flow", "亿元"),
    an_indicator("flow", "户"),
    an_indicator("growth"),
    an_indicator("ratio"),
)
DUST = an_indicator("ratio", "index", "lower")
GOOD, AMBER, RED = Verdict.ON_TRACK, Verdict.AT_RISK, Verdict.OFF_TRACK


def promise(value: object, aim: str = "at-least", by: str = "2025", tolerance: str = "", **more: object) -> Target:
    """One stage judged by the schedule."""
    high = more.pop("high", None)
    return a_target(a_stage(by, value, aim, tolerance, high), **{"rule": "schedule"} | more)


def of_the_year(value: object, period: str, goal: object = 1200, **more: object) -> Assessment:
    """A year's output of 1200 on the day after a figure."""
    return judged(promise(goal, **more), OUTPUT, [(period, value)], "2025-12-15")


@pytest.mark.parametrize(
    ("value", "verdict"),
    [
        (900, GOOD),  # 900/1200 = 75.0 of 9/12 = 75.0: a tie
        ("899.5", GOOD),  # 74.96 reads as 75.0
        ("899.3", AMBER),  # 74.94 reads as 74.9
        (810, AMBER),  # 67.5 = 0.9 x 75.0
        ("808", RED),  # 67.3
    ],
)
def test_a_flow_is_held_against_the_share_of_the_year(value: object, verdict: Verdict):
    """Both shares to a tenth of a point, as they are read; behind is at risk down to 0.9 of the schedule."""
    assert of_the_year(value, "2025-01/2025-09").verdict is verdict


@pytest.mark.parametrize(("until", "value"), [("2025-10-25", 1000), ("2025-10-20", 950), ("2025-10-10", 900)])
def test_a_month_counts_from_its_third_part_and_half_from_its_second(until: str, value: int):
    """To 25 October 10/12 are asked, to the 20th 9.5/12, to the 10th 9/12."""
    period = f"2025-01-01/{until}"
    assert (of_the_year(value, period).verdict, of_the_year(value - 2, period).verdict) == (GOOD, AMBER)


def test_what_is_done_early_cannot_be_lost():
    """1200 of 1200 by November is met; of a balance, which may fall again, it is not."""
    early = of_the_year(1200, "2025-01/2025-11")
    assert (early.verdict, codes(early.caveats)) == (Verdict.MET, {"early"})
    assert of_the_year(-3, "2025-01/2025-11", goal=-5).verdict is GOOD


def test_a_first_figure_has_an_answer():
    """14 of 60 firms at the half year are 23.3 % against 50 %."""
    found = judged(promise(60), FIRMS, [("2025-H1", 14)], "2025-07-20")
    assert (found.verdict, found.judgement.measure) == (RED, D("23.3") - D("50.0"))


@pytest.mark.parametrize(("value", "verdict"), [(58, GOOD), (57, AMBER), (52, RED)])
def test_a_mark_of_the_offices_own_replaces_the_months(value: object, verdict: Verdict):
    """The office asks for 58 of 208 by March: 27.9 %, and at risk down to 0.9 x 27.9 = 25.1 %."""
    target = promise(208, path="plan", checkpoints=[("2025-Q1", 58)])
    assert judged(target, OUTPUT, [("2025-Q1", value)], "2025-04-15").verdict is verdict


def test_a_season_goes_by_last_years_day():
    """Between 30 on 10 April and 90 on 30 April last year the 20th had 60 of 100: 60 of 100 this year is a tie."""
    last_year = [("2024-01-01/2024-04-10", 30), ("2024-01-01/2024-04-30", 90), ("2024", 100)]
    sown = judged(promise(100, path="last-year"), OUTPUT, [*last_year, ("2025-01-01/2025-04-20", 60)], "2025-04-22")
    assert (sown.asked and sown.asked.value, sown.verdict) == (100 * D(30 + (90 - 30) * 10 / 20) / 100, GOOD)


@pytest.mark.parametrize(("later", "missing"), [("2024-07-01", False), ("2024-08-31", True)])
def test_a_season_is_not_guessed_across_more_than_a_quarter(later: str, missing: object):
    """From 31 March to 1 July are 92 days; to 31 August a season may have come and gone."""
    last_year = [("2024-01-01/2024-03-31", 30), (f"2024-01-01/{later}", 90), ("2024", 100)]
    sown = judged(promise(100, path="last-year"), OUTPUT, [*last_year, ("2025-01-01/2025-04-20", 60)], "2025-04-22")
    assert ("last-year-missing" in codes(sown.caveats)) is missing


def test_a_season_that_is_not_known_is_told():
    """Without last year's figures the months are taken, and it is said."""
    found = judged(promise(1200, path="last-year"), OUTPUT, [("2024", 1100), ("2025-Q1", 300)], "2025-04-20")
    assert (found.verdict, "last-year-missing" in codes(found.caveats)) == (GOOD, True)


@pytest.mark.parametrize(("value", "verdict"), [("100", GOOD), ("105", AMBER), ("120", RED), ("201", RED)])
def test_a_ceiling_on_a_flow_is_the_same_with_the_sign_turned(value: str, verdict: Verdict):
    """At most 200 accidents: 100 by June is a tie, 110 = 1.1 x 100 still at risk; 201 can never be kept again."""
    accidents = an_indicator("flow", "起", "lower")
    found = judged(promise(200, "at-most"), accidents, [("2025-H1", value)], "2025-07-15")
    assert (found.verdict, found.standing.completion) == (verdict, None)


def test_a_ceiling_that_is_just_filled_can_still_be_kept():
    """200 of at most 200 by November are 100.0 %, where 91.7 % are asked and 1.1 x 91.7 = 100.8 % is still at risk."""
    accidents = an_indicator("flow", "起", "lower")
    found = judged(promise(200, "at-most"), accidents, [("2025-01/2025-11", 200)], "2025-12-15")
    assert (found.verdict, found.judgement.klass) == (AMBER, None)


@pytest.mark.parametrize(("value", "verdict"), [(0, GOOD), (1, RED)])
def test_of_none_at_all_there_is_no_share(value: int, verdict: Verdict):
    """No accident is promised and none has happened: just that is on track, one is too many."""
    accidents = an_indicator("flow", "起", "lower")
    assert judged(promise(0, "at-most"), accidents, [("2025-H1", value)], "2025-07-15").verdict is verdict


@pytest.mark.parametrize(
    ("rate", "verdict"), [("7.0", GOOD), ("9.1", GOOD), ("6.9", AMBER), ("6.5", AMBER), ("6.4", RED)]
)
def test_a_growth_is_held_against_its_goal_as_it_stands(rate: str, verdict: Verdict):
    """Equal is kept, below never; half a point below is still at risk, and nothing is divided."""
    found = judged(promise(7), RATE, [("2025-H1", rate)], "2025-07-20")
    assert (found.verdict, found.standing.completion, found.standing.pace) == (verdict, None, None)


def test_a_growth_worked_out_from_levels_is_read_at_a_tenth():
    """106.96 on 100 reads as 7.0; 106.94 as 6.9."""
    found = [
        judged(promise(7, of="growth"), OUTPUT, [("2024-H1", 100), ("2025-H1", level)], "2025-07-20").verdict
        for level in ("106.96", "106.94")
    ]
    assert found == [GOOD, AMBER]


def test_a_place_below_the_promised_rank_is_off_track():
    """Among the first five: fifth keeps it, sixth does not."""
    rank = an_indicator("rank", "rank", "lower")
    found = [judged(promise(5, "at-most"), rank, [("2025-H1", n)], "2025-07-20").verdict for n in (5, 6)]
    assert found == [GOOD, RED]


@pytest.mark.parametrize(("value", "verdict"), [(60, GOOD), (59, AMBER), (54, AMBER), (53, RED)])
def test_a_share_without_a_baseline_is_held_against_its_goal(value: object, verdict: Verdict):
    """Worse by at most a tenth of 60 is at risk."""
    assert judged(promise(60, by="2026"), SHARE, [("2025", value)], "2026-02-20").verdict is verdict


@pytest.mark.parametrize(("value", "verdict"), [("50.5", GOOD), ("50", AMBER), ("45.5", AMBER), ("45.4", RED)])
def test_a_share_with_a_baseline_follows_an_even_path_over_the_years(value: str, verdict: Verdict):
    """From 22 in 2021 to 60 in 2025 asks for 22 + 38 x 3/4 = 50.5 in 2024; at risk down to 50.5 - 5.05."""
    found = judged(promise(60, baseline=("2021", 22)), SHARE, [("2024", value)], "2025-02-20")
    assert (found.asked and found.asked.value, found.verdict) == (22 + D(38) * 3 / 4, verdict)


def test_a_year_of_its_own_is_asked_for_month_by_month():
    """From nothing in March to 100 the next March asks for 100 x 6/12 in September, not for the year to December."""
    target = promise(100, by="2019-03-31", baseline=("2018-03-31", 0))
    found = judged(target, an_indicator("stock", "亿元"), [("2018-09-30", 50)], "2018-10-15")
    assert (found.asked and found.asked.value, found.verdict) == (D(100) * 6 / 12, GOOD)


def test_a_fall_printed_over_a_plan_is_held_against_the_plans():
    """15.9 % less over five years keeps 15 % less; 14.9 % does not."""
    carbon = an_indicator("growth", better="lower")
    target = promise(-15, "at-most", by="2016/2020", reading="in-year")
    found = [judged(target, carbon, [("2016/2020", fall)], "2021-02-01").verdict for fall in ("-15.9", "-14.9")]
    assert found == [Verdict.MET, Verdict.MISSED]


def test_within_a_year_a_share_is_asked_for_the_years_own_value():
    """Of a path from 40 in 2023 to 60 in 2025 2024 asks for 50, in June as well."""
    found = judged(promise(60, baseline=("2023", 40)), SHARE, [("2024-06", 45)], "2024-07-20")
    assert found.asked
    assert found.asked.value == 40 + D(60 - 40) / 2


def test_a_season_of_a_mean_goes_by_last_years_position():
    """79 in January and February of a year that ended at 45.5; 44 this year asks for 79 + 44 - 45.5 = 77.5 by then."""
    figures = [("2024-01/2024-02", 79), ("2024", "45.5"), ("2025-01/2025-02", 71)]
    found = judged(promise(44, "at-most"), DUST, figures, "2025-03-15")
    assert (found.asked and found.asked.value, found.verdict) == (79 + 44 - D("45.5"), GOOD)


def test_a_mean_below_its_ceiling_in_summer_has_not_kept_it():
    """42.8 in September became 45.5; 43.5 now is under 44 and above the 42.8 + 44 - 45.5 = 41.3 that is asked."""
    figures = [("2024-01/2024-09", "42.8"), ("2024", "45.5"), ("2025-01/2025-09", "43.5")]
    found = judged(promise(44, "at-most"), DUST, figures, "2025-10-15")
    assert (found.asked and found.asked.value, found.verdict) == (D("42.8") + 44 - D("45.5"), AMBER)


def test_a_yearly_mean_has_an_allowance_for_the_days_left():
    """71 over 59 days of 365, 44 promised: (44 x 365 - 71 x 59) / 306 a day."""
    required = judged(promise(44, "at-most"), DUST, [("2025-01/2025-02", 71)], "2025-03-15").standing.required
    assert required
    assert required.value == D(44 * 365 - 71 * 59) / (365 - 59)


def test_a_level_reached_before_its_day_is_counted_as_such():
    """It may be lost again, so it is on track, with a class of its own."""
    found = judged(promise(60, by="2026"), SHARE, [("2025", 61)], "2026-02-20")
    assert (found.verdict, found.judgement.klass) == (GOOD, "reached")


@pytest.mark.parametrize(("last", "verdict"), [("-2.5", GOOD), ("-1.9", AMBER), ("0", RED)])
def test_a_fall_over_a_plan_is_asked_for_year_by_year(last: str, verdict: Verdict):
    """13.5 % less in five years asks for 13.5 x 3/5 = 8.1 % after three; at risk from 0.75 of it."""
    target = promise("-13.5", "at-most", reading="cumulative", baseline=("2020", None))
    energy = an_indicator("growth", better="lower")
    figures = [("2021", "-3"), ("2022", "-2.9"), ("2023", last)]
    found = judged(target, energy, figures, "2024-03-01")
    assert (found.asked and found.asked.value, found.verdict, found.outlook) == (D("-13.5") * 3 / 5, verdict, None)


def test_the_last_year_of_a_plan_must_bring_what_the_others_left():
    """7 % a year over five years after 4 years of 4.6 %: (1.07^5 / 1.046^4 - 1) = 17.2 %."""
    target = promise(7, of="average-growth", baseline=("2020", None))
    figures = [an_actual(str(y), None, growth="4.6") for y in (2021, 2022, 2023, 2024)]
    found = judged(target, OUTPUT, figures, "2025-05-01")
    assert found.verdict is RED
    assert found.standing.required
    assert round(found.standing.required.value, 6) == round((D("1.07") ** 5 / D("1.046") ** 4 - 1) * 100, 6)


@pytest.mark.parametrize(
    ("indicator", "goal", "value", "verdict"),
    [
        (RATE, "6.5", "6.3", Verdict.MET),
        (RATE, "6.5", "6.2", Verdict.MISSED),
        (SHARE, "60", "59", Verdict.MET),
        (SHARE, "60", "58.9", Verdict.MISSED),
        (an_indicator("stock", "亿元"), "500", "490", Verdict.MET),
        (an_indicator("stock", "亿元"), "500", "489", Verdict.MISSED),
    ],
)
def test_about_tolerates_what_is_usual(indicator: object, goal: str, value: str, verdict: Verdict):
    """0.2 points of a growth, one point of a share, two per cent of an amount."""
    found = judged(promise(goal, "about"), indicator, [("2025", value)], "2026-02-01")  # type: ignore[arg-type]
    assert (found.verdict, "tolerance-assumed" in codes(found.caveats)) == (verdict, verdict is Verdict.MET)


def test_what_is_tolerated_at_the_end_is_not_on_the_way():
    """About 60 in 2026 asks for 50 in 2024, half the way from 40: 49.5 is behind."""
    target = promise(60, "about", by="2026", tolerance="2", baseline=("2022", 40))
    assert judged(target, SHARE, [("2024", "49.5")], "2025-02-20").verdict is AMBER


def test_better_than_about_is_kept_and_beyond_a_range_is_not():
    """10.7 keeps about 10; between 7.0 and 7.5 it does not."""
    assert judged(promise(10, "about"), RATE, [("2025", "10.7")], "2026-02-01").verdict is Verdict.MET
    assert (
        judged(promise("7.0", "between", high="7.5"), RATE, [("2025", "7.6")], "2026-02-01").verdict is Verdict.MISSED
    )


def test_a_deficit_is_a_difference_and_no_share():
    """-20 against -5 by the half year is 17.5 below its part of -2.5; no completion, no months."""
    found = judged(promise(-5), OUTPUT, [("2025-H1", -20)], "2025-07-20")
    assert (found.verdict, found.standing.completion, found.standing.pace) == (RED, None, None)
    assert found.standing.gap
    assert (found.standing.gap.value, found.standing.gap.percent) == (-20 + D(5) / 2, None)


def test_a_promise_for_some_months_is_held_against_those_months():
    """600 from July to December: 650 - 300 = 350 by September, where 600 x 3/6 = 300 are asked."""
    figures = [("2024-01/2024-06", 300), ("2024-01/2024-09", 650)]
    found = judged(promise(600, by="2024-07/2024-12"), FIRMS, figures, "2024-10-20")
    assert found.latest
    assert found.asked
    assert (found.latest.value, found.asked.value, found.verdict) == (650 - 300, D(600) * 3 / 6, GOOD)


def test_growth_over_a_season_across_new_year_is_judged():
    """October to March has a rate of its own."""
    found = judged(promise(5, by="2019-10/2020-03"), RATE, [("2019-10/2020-03", 6)], "2020-04-20")
    assert found.verdict is Verdict.MET


@pytest.mark.parametrize(("keeps", "verdict"), [(False, Verdict.MISSED), (True, AMBER)])
def test_an_office_may_keep_its_band_at_the_end(*, keeps: bool, verdict: Verdict):
    """1150 of 1200 are 95.8 %, within a tenth."""
    found = judged(promise(1200), OUTPUT, [("2025", 1150)], "2026-02-01", thresholds=Thresholds(keeps_band=keeps))
    assert found.verdict is verdict


@pytest.mark.parametrize(
    ("rule", "value", "verdict", "colour"),
    [
        ("council-5", 96, AMBER, "amber"),
        ("council-5", 94, Verdict.MISSED, "red"),
        ("council-10", 94, AMBER, "amber"),
        ("council-10", 100, Verdict.MET, "green"),
        ("bfn", 91, Verdict.MET, "green"),
        ("bfn", 79, Verdict.MISSED, "orange"),
    ],
)
def test_a_lamp_shows_its_colours_at_the_end_as_well(rule: str, value: int, verdict: Verdict, colour: str):
    """Each office tolerates its own; amber stays amber."""
    found = judged(promise(100, rule=rule), SHARE, [("2025", value)], "2026-02-01")
    assert (found.verdict, found.judgement.klass) == (verdict, colour)


def test_a_lamp_speaks_for_the_first_figure():
    """Without a baseline it is held against the goal."""
    assert judged(promise(100, by="2026", rule="council-10"), SHARE, [("2025", 92)], "2026-02-01").verdict is AMBER


def test_a_quarter_that_is_recorded_is_not_awaited():
    """A promise of average growth uses whole years; the quarter that is in is in."""
    gdp = an_indicator("flow", "亿元", releases=Releases.QUARTERLY, release_lag_days=25)
    figures = [an_actual("2024", 100, "亿元", growth="6.5"), an_actual("2025-Q1", 25, "亿元", growth="6.4")]
    found = judged(promise(7, of="average-growth", baseline=("2023", None)), gdp, figures, "2025-05-01")
    assert "stale" not in codes(found.caveats)
