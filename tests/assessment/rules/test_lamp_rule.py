"""Lamps applied to promises: their measures, what they remember, and their verdicts."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import pytest
from builders import a_stage, a_target, an_actual, an_indicator, judged

from tracker.assessment.rules.lamp_text import parse_lamp
from tracker.assessment.verdict import Verdict

OUTPUT = an_indicator("flow", "亿元")
POINTS = {"measure": "gap-pp", "green": ">= 0", "yellow": "-10 <= x < 0", "red": "< -10"}


def lit(figures: list[tuple[str, object]], lamp: dict[str, object], as_of: str = "2025-11-20", **more: object):
    """A promise of 1200 a year under one lamp."""
    lamps = {"ours": parse_lamp("ours", lamp)}
    return judged(a_target(a_stage("2025", 1200), rule="ours", **more), OUTPUT, figures, as_of, lamps=lamps).judgement


def test_the_gap_in_percentage_points():
    """700 of 1200 by the end of August is 58.3 % against 66.7 %: 8.3 points behind, yellow."""
    found = lit([("2025-01/2025-08", 700)], POINTS, "2025-09-20")
    assert (found.klass, found.verdict) == ("yellow", Verdict.AT_RISK)


@pytest.mark.parametrize(
    ("measure", "unit", "goal", "figure", "colour"),
    [
        ("flow", "起", 200, 80, "green"),  # 100 are asked at most: 10 points ahead
        ("flow", "起", 200, 110, "yellow"),  # 5 points behind
        ("flow", "起", 200, 130, "red"),  # 15 points behind
        ("ratio", "%", "5.5", "5.0", "green"),
        ("ratio", "%", "5.5", "6.0", "yellow"),
    ],
)
def test_below_a_ceiling_is_ahead(measure: str, unit: str, goal: object, figure: object, colour: str):
    """Fewer accidents, or less unemployment, than asked for at most is green, and more is not."""
    less = an_indicator(measure, unit, "lower")
    target = a_target(a_stage("2025", goal, "at-most"), rule="ours")
    lamps = {"ours": parse_lamp("ours", POINTS)}
    assert judged(target, less, [("2025-H1", figure)], "2025-07-15", lamps=lamps).judgement.klass == colour


def test_a_goal_of_less_than_nothing_has_no_points():
    """A deficit of 20 against one of 5 is no share of it: grey, and never green."""
    target = a_target(a_stage("2025", -5), rule="ours")
    lamps = {"ours": parse_lamp("ours", POINTS)}
    assert judged(target, OUTPUT, [("2025-H1", -20)], "2025-07-15", lamps=lamps).judgement.klass == "grey"


def test_the_ratio_of_a_preset():
    """Wuhan: below 80 % of schedule a yellow card; 500 of the 800 asked for is 62.5 %."""
    target = a_target(a_stage("2025", 1200), rule="wuhan")
    found = judged(target, OUTPUT, [("2025-01/2025-08", 500)], "2025-09-20").judgement
    assert (found.klass, found.verdict) == ("yellow", Verdict.AT_RISK)


def test_two_ambers_in_a_row_are_red():
    """The second month behind is the last warning."""
    figures = [("2025-H1", 550), ("2025-01/2025-07", 640), ("2025-01/2025-08", 700)]
    assert lit(figures, POINTS | {"memory": ["two-ambers-red"]}, "2025-09-20").klass == "red"


def test_red_that_is_made_up_turns_amber_first():
    """A month 20 points behind, then on schedule: shown yellow, not green."""
    figures = [("2025-H1", 350), ("2025-01/2025-07", 700)]
    assert lit(figures, POINTS | {"memory": ["red-turns-amber"]}, "2025-08-20").klass == "yellow"


def test_growth_against_plan_and_peer():
    """Tianjin: above the plan of 5 but below the city's 7 is yellow."""
    growth = an_indicator("growth", "%")
    city = an_indicator("growth", "%", id="city")
    target = a_target(a_stage("2025", 5), rule="tianjin", peer="city")
    figures = [an_actual("2025-Q1", 6), an_actual("2025-Q1", 7, indicator="city")]
    assert judged(target, growth, figures, "2025-04-20", peers=[city]).judgement.klass == "yellow"


def test_months_late():
    """800 of the 1000 asked for by October at 100 a month is two months late."""
    lamp = {"measure": "months-late", "green": "<= 0", "yellow": "0 < x < 3", "red": ">= 3"}
    found = lit([("2025-01/2025-10", 800)], lamp)
    assert found.klass == "yellow"
    assert found.measure is not None
    assert round(found.measure) == 2


def test_what_cannot_be_measured_is_grey():
    """A floor has no schedule to be ahead of."""
    lamps = {"ours": parse_lamp("ours", POINTS)}
    rank = an_indicator("rank", "位", "lower")
    target = a_target(a_stage("2025", 3, "at-most"), rule="ours")
    found = judged(target, rank, [("2025-Q1", 5)], "2025-04-20", lamps=lamps).judgement
    assert (found.klass, found.verdict) == ("grey", Verdict.UNKNOWN)
