"""A promise with everything a chart can show, drawn for a reader."""

from __future__ import annotations

from builders import a_stage, a_target, an_actual, an_indicator, judged

from tracker.assessment.assess import Assessment
from tracker.domain.words import Words
from tracker.render.chart import Drawing, drawing
from tracker.render.chart_points import chart_points
from tracker.render.wording import wording_for

NAMES = Words("铝液就地转化率", "Local conversion")


def a_course(name: Words = NAMES) -> Assessment:
    """Seven years with an outlook, two stages, the last figure provisional."""
    target = a_target(a_stage("2022", 33), a_stage("2026", 60), title=name, rule="outlook", baseline=("2018", 20))
    figures = [an_actual(str(year), 20 + 3 * (year - 2018)) for year in range(2018, 2024)]
    return judged(target, an_indicator(), [*figures, an_actual("2024", "37.5", vintage="flash")], "2025-01-31")


def a_picture(lang: str = "en", name: Words = NAMES) -> Drawing:
    """That promise for a reader."""
    chart = chart_points(a_course(name))
    assert chart is not None
    return drawing(chart, wording_for(lang))
