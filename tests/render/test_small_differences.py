"""A difference too small for the usual places is told with more; a ratio has no rate and no schedule beside it."""

from __future__ import annotations

import re

import pytest
from builders import D, a_portfolio, a_stage, a_target, an_actual, an_indicator, day

from tracker.assessment.assess import Assessment
from tracker.assessment.review import Review, review
from tracker.render.arithmetic import arithmetic
from tracker.render.as_plain import as_plain
from tracker.render.brief import Brief
from tracker.render.brief_tables import indicators
from tracker.render.cells import ahead, expected, in_percent, rates
from tracker.render.pictured import progress
from tracker.render.show import stages
from tracker.render.views import gaps, status
from tracker.render.wording import wording_for

EN = wording_for("en")


def reviewed(measure: str, unit: str, value: object, goal: object, period: str = "2025", **more: str) -> Review:
    """One promise for 2025 with one figure."""
    target = a_target(a_stage("2025", goal), **more)
    portfolio = a_portfolio([an_indicator(measure, unit)], [an_actual(period, value, unit)], targets=[target])
    return review(portfolio, day("2026-03-01"))


def one(measure: str, unit: str, value: object, goal: object, period: str = "2025", **more: str) -> Assessment:
    """That promise."""
    return reviewed(measure, unit, value, goal, period, **more).targets[0]


def test_a_miss_by_a_hair_has_a_gap():
    """59.998 - 60 = -0.002, and 0.002 of 60 are 0.003 %."""
    missed = reviewed("ratio", "%", "59.998", 60)
    assert "59.998%  2025    -0.002 pp  -0.003" in as_plain(gaps(missed, EN))


def test_the_arithmetic_of_a_miss_by_a_hair_adds_up():
    """Also where the value is set in the unit the reader expects: 1199.9996 亿元 are 119.99996 bn CNY."""
    said = as_plain([arithmetic(one("flow", "亿元", "1199.9996", 1200), EN)])
    assert "119.99996 bn CNY - 120 bn CNY = -0.00004 bn CNY" in said
    assert "119.99996 bn CNY / 120 bn CNY = 99.99997%" in said


def test_a_miss_by_a_hair_is_not_complete():
    """1199.9996 of 1200 is 99.99997 %, not 100.0 %."""
    missed = one("flow", "亿元", "1199.9996", 1200)
    assert rates(missed, EN) == ("99.99997%", "100.0%")


def test_a_stage_is_settled_by_the_figure_as_printed():
    """Not by the 60 it rounds to."""
    assert stages(one("ratio", "%", "59.998", 60), EN).rows[0].cells[2] == "59.998%"


def test_the_leaders_page_tells_it_too():
    """The distance is no bare nought."""
    sheet = indicators(Brief(reviewed("ratio", "%", "59.998", 60), None), EN)
    assert "-0.002 pp" in sheet.rows[0].cells


def test_a_computed_value_reads_as_different_from_what_was_asked():
    """Growth of 114.998 on 100 is 14.998 %, and not the 15 % it would round to."""
    figures = [an_actual("2024", 100, "亿元"), an_actual("2025", "114.998", "亿元")]
    target = a_target(a_stage("2025", 15), of="growth")
    told = review(a_portfolio([an_indicator("flow", "亿元")], figures, targets=[target]), day("2026-03-01"))
    said = as_plain(gaps(told, EN))
    assert all(word in said for word in ("15%", "14.998%", "-0.002 pp"))


def test_nothing_at_all_is_still_nothing():
    """Exactly what was asked for is 0."""
    assert "60%  2025    0 pp     0.0" in as_plain(gaps(reviewed("ratio", "%", 60, 60), EN))


@pytest.mark.parametrize(("value", "said"), [("0.6665", "0.0 pp"), ("0.6670", "0.0 pp"), ("0.6664", "-0.03 pp")])
def test_what_reads_level_with_its_schedule_is_level(value: str, said: str):
    """Two thirds of the year read 66.7 %: 66.65 % does too, but 66.64 % reads 66.6 and is behind, by 0.03."""
    assert ahead(one("flow", "亿元", D(value) * 1200, 1200, "2025-01/2025-08"), EN) == said


@pytest.mark.parametrize("measure", ["ratio", "growth"])
def test_a_ratio_has_neither_a_rate_nor_a_schedule(measure: str):
    """48 % of the 60 % promised is not 80 % done, and no share of the time stands beside it."""
    assert rates(one(measure, "%", 48, 60, "2024"), EN) == ("", "")


def test_only_what_has_a_schedule_has_a_bar_against_it():
    """300 of 1200 at a quarter of the year; a share of 48 % has none."""
    flow, ratio = one("flow", "亿元", 300, 1200, "2025-Q1"), one("ratio", "%", 48, 60, "2024")
    assert [bool(progress(a, EN)) for a in (flow, ratio)] == [True, False]


def test_a_level_is_a_share_of_its_goal_without_a_schedule():
    """30 of 40 MW are three quarters."""
    assert rates(one("stock", "MW", 30, 40, "2024"), EN) == ("75.0%", "")


def test_the_status_says_how_far_a_ratio_is_from_what_is_asked():
    """58 where 60 are asked for is 2 pp less."""
    assert "-2 pp" in as_plain(status(reviewed("ratio", "%", 58, 60), EN))


@pytest.mark.parametrize(
    ("of", "measure", "unit", "said"),
    [("growth", "flow", "亿元", ""), ("value", "growth", "%", ""), ("value", "ratio", "%", "-20.0")],
)
def test_a_rate_is_never_a_quotient(of: str, measure: str, unit: str, said: str):
    """4 % of the 5 % promised is 1 pp too little, and no 20 % of anything; a share of something may be."""
    figures = [an_actual("2024", 100, unit), an_actual("2025", 104 if of == "growth" else 4, unit)]
    told = a_portfolio([an_indicator(measure, unit)], figures, targets=[a_target(a_stage("2025", 5), of=of)])
    assert in_percent(review(told, day("2026-03-01")).targets[0], EN) == said


def test_the_outlook_has_the_digits_of_its_figures():
    """It stands beside the verdict, as an answer of its own; without one the cell is empty."""
    figures = [
        an_actual(str(year), value) for year, value in zip(range(2018, 2025), (31, 33, 36, 38, 41, 43, 46), strict=True)
    ]
    found = review(a_portfolio([an_indicator()], figures, targets=[a_target(a_stage("2026", 55))]), day("2025-03-01"))
    assert re.fullmatch(r"\d\d%, chance \d+%", expected(found.targets[0], EN))
    assert expected(one("ratio", "%", 58, 60), EN) == ""
