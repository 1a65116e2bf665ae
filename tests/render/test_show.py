"""One promise whole: the facts, the stages, the sums and the figures."""

from __future__ import annotations

import pytest
from builders import a_stage, a_target, an_actual, an_indicator, judged
from samples import the_output, the_portfolio, the_review, whole

from tracker.render.arithmetic import sums
from tracker.render.as_plain import as_plain
from tracker.render.show import figures, show, show_milestone
from tracker.render.wording import Wording, wording_for

EN, ZH = wording_for("en"), wording_for("zh")
IN_FORCE = a_target(a_stage("2025", 60))


@pytest.mark.parametrize("wording", [EN, ZH], ids=["en", "zh"])
def test_a_target_is_shown_from_its_declaration_to_its_figures(wording: Wording):
    """Every sum can be checked by hand, every figure has its place."""
    shown = as_plain(show(the_output(), the_portfolio(), wording))
    assert shown == whole(f"show.{wording.lang}", shown)


@pytest.mark.parametrize("wording", [EN, ZH], ids=["en", "zh"])
def test_a_milestone_is_shown_with_each_of_its_deeds(wording: Wording):
    """Done with its day, or late."""
    shown = as_plain(show_milestone(the_review().milestones[1], the_portfolio(), wording))
    assert shown == whole(f"milestone.{wording.lang}", shown)


def test_a_path_from_a_baseline_says_both_ends():
    """Half of the way from 20 to 60 is 40."""
    a = judged(a_target(a_stage("2025", 60), baseline=("2023", 20)), an_indicator(), [("2024", 38)], "2025-01-31")
    shares = dict(sums(a, EN))
    assert shares["asked by then"] == "20% + (60% - 20%) x 50.00% = 40%"
    assert shares["gap"] == "38% - 40% = -2 pp"
    assert shares["still to do"] == "60% - 38% = 22 pp"


def test_a_path_of_constant_growth_says_the_growth():
    """Half of the way from 25 to 100 is 50."""
    target = a_target(a_stage("2025", 100), baseline=("2023", 25), path="compound")
    a = judged(target, an_indicator("stock", "个"), [("2024", 48)], "2025-01-31")
    assert dict(sums(a, ZH))["asked by then"] == "25个 x (100个 / 25个) ^ 50.00% = 50个"


def test_figures_without_a_year_are_shown_as_printed():
    """They are never judged, and never hidden."""
    a = judged(IN_FORCE, an_indicator(), [an_actual(None, "41.50"), an_actual("2024", 38)], "2025-01-31")
    rows = [row.cells[:2] for row in figures(a, the_portfolio(), EN).rows]
    assert rows == [("2024", "38%"), ("?", "41.50%")]


def test_a_figure_printed_as_a_limit_is_shown_as_one():
    """More than 30 is not 30."""
    a = judged(IN_FORCE, an_indicator(), [an_actual("2024", "30", bound="more-than")], "2025-01-31")
    assert figures(a, the_portfolio(), EN).rows[0].cells[1] == ">30%"
