"""Pictures in the views of a terminal: a course and a bar in every line of the status, a chart of one promise."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.assessment.assess import Assessment
from tracker.assessment.review import Review
from tracker.render.catalogue import N_
from tracker.render.chart import drawing
from tracker.render.chart_points import chart_points
from tracker.render.chart_text import bar, plot, sparkline
from tracker.render.sheet import Column, Row, Sheet
from tracker.render.wording import Wording

LATEST = 12
"""Values a course shows at most."""
FIRST_TO_GO = 10
"""These columns give way to all others."""


def with_courses(sheets: Sequence[Sheet], review: Review, wording: Wording) -> tuple[Sheet, ...]:
    """The status with two more columns in its table of targets, before the remarks."""
    if not sheets or not review.targets or len(sheets[0].rows) != len(review.targets):
        return tuple(sheets)
    headings = (N_("course"), N_("done against schedule"))
    columns = tuple(Column(wording.say(h), gives_way=FIRST_TO_GO + n) for n, h in enumerate(headings))
    pictures = [(course(a, wording), progress(a, wording)) for a in review.targets]
    place = len(sheets[0].columns) - (1 if sheets[0].columns[-1].below else 0)
    rows = tuple(
        Row((*row.cells[:place], *pair, *row.cells[place:]), row.verdict)
        for row, pair in zip(sheets[0].rows, pictures, strict=True)
    )
    every = (*sheets[0].columns[:place], *columns, *sheets[0].columns[place:])
    pictured = Sheet(sheets[0].title, every, rows, sheets[0].notes, sheets[0].hiding)
    return (pictured.without_empty(), *sheets[1:])


def course(a: Assessment, wording: Wording) -> str:
    """The way the latest values went, as heights."""
    chart = chart_points(a)
    values = [dot.value for dot in chart.runs[-1]][-LATEST:] if chart else []
    return sparkline(values, ascii_only=wording.ascii)


def progress(a: Assessment, wording: Wording) -> str:
    """How much is done of what is promised, beside how much is due."""
    if a.standing.ahead is None:
        return ""
    return bar(a.standing.completion, a.standing.schedule, ascii_only=wording.ascii)


def chart_sheet(a: Assessment, wording: Wording) -> tuple[Sheet, ...]:
    """The chart of a promise as a sheet of nothing but lines; none where there is nothing to draw."""
    chart = chart_points(a)
    if chart is None:
        return ()
    lines = plot(drawing(chart, wording), ascii_only=wording.ascii)
    return (Sheet(wording.say(N_("Chart")), (), (), tuple(lines)),)
