"""The last pages of a workbook: charts of the main indicators, and the record with every figure and both clocks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date
from decimal import Decimal

from tracker.assessment.assess import Assessment
from tracker.assessment.pathway import Anchor
from tracker.assessment.review import Review
from tracker.domain.indicator import Indicator
from tracker.domain.series import Actual, Withdrawal
from tracker.render.catalogue import N_
from tracker.render.chart_points import Chart, Dot, Mark, chart_points
from tracker.render.figures_view import Entry
from tracker.render.figures_view import remarks as figure_remarks
from tracker.render.views import heading
from tracker.render.wording import Wording
from tracker.render.workbook_page import Head, Line, Look, Page, Picture, Table, Value

MOST = 6
"""Charts drawn at most: the main indicators, not all of them."""
ACTUAL, PATH, STAGE = "#0B5CAD", "#52606D", "#9A3412"
BESIDE = 5
RECORD_HEADS: Sequence[tuple[str, Look, int]] = (
    (N_("indicator"), Look.TEXT, 36),
    (N_("period"), Look.TEXT, 18),
    (N_("value"), Look.PRINTED, 14),
    (N_("limit"), Look.TEXT, 10),
    (N_("unit"), Look.TEXT, 20),
    (N_("growth"), Look.PRINTED, 10),
    (N_("rank"), Look.WHOLE, 8),
    (N_("of"), Look.WHOLE, 8),
    (N_("vintage"), Look.TEXT, 12),
    (N_("published"), Look.DAY, 14),
    (N_("recorded"), Look.TIME, 18),
    (N_("recorded by"), Look.TEXT, 14),
    (N_("source"), Look.TEXT, 30),
    (N_("locator"), Look.TEXT, 20),
    (N_("remarks"), Look.TEXT, 40),
    (N_("id"), Look.TEXT, 30),
    (N_("location"), Look.TEXT, 30),
)


def record_page(record: Iterable[tuple[Indicator, Sequence[Entry]]], review: Review, wording: Wording) -> Page:
    """Every figure as printed, in the unit it was printed in; what was taken back says so."""
    heads = tuple(Head(wording.say(words), look, most) for words, look, most in RECORD_HEADS)
    rows = tuple(row(indicator, *entry, wording) for indicator, entries in record for entry in entries)
    name = wording.say(N_("Record"))
    return Page(name, heading(name, review, wording), (Table(heads, rows),), frozen=2)


def row(indicator: Indicator, actual: Actual, withdrawn: Withdrawal | None, wording: Wording) -> tuple[Value, ...]:
    """One figure."""
    recorded = actual.recorded.astimezone(UTC).replace(tzinfo=None) if actual.recorded else None
    return (
        wording.name(indicator.name),
        wording.period(actual.period) if actual.period else actual.printed_period,
        actual.value,
        wording.code(actual.bound) if actual.bound else "",
        wording.unit(actual.unit) or actual.unit.symbol,
        actual.growth,
        actual.rank,
        actual.rank_of,
        wording.code(actual.vintage),
        actual.published,
        recorded,
        actual.by or "",
        actual.source or "",
        actual.locator or "",
        figure_remarks(actual, withdrawn, wording),
        indicator.id,
        str(actual.location),
    )


def charts_page(review: Review, wording: Wording) -> Page | None:
    """Actuals against what is asked for, for a few main targets; None where there is nothing to draw."""
    drawn = [(a, chart) for a in main_first(review.targets) if (chart := chart_points(a))][:MOST]
    if not drawn:
        return None
    tables = tuple(points(a, chart, wording) for a, chart in drawn)
    pictures = tuple(picture(n, a, wording) for n, (a, _) in enumerate(drawn))
    name = wording.say(N_("Charts"))
    return Page(name, heading(name, review, wording), tables, (), pictures)


def main_first(targets: Iterable[Assessment]) -> list[Assessment]:
    """Binding targets before others, then those with the most figures."""
    return sorted(targets, key=lambda a: (a.target.nature != "binding", -len(a.series)))


def points(a: Assessment, chart: Chart, wording: Wording) -> Table:
    """The places of one chart: a day a line, with what was reached, asked for and promised by it."""
    say = wording.say
    heads = (
        Head(say(N_("day")), Look.DAY, 14),
        Head(say(N_("actual")), Look.PRINTED),
        Head(say(N_("asked for")), Look.NUMBER),
        Head(say(N_("stage")), Look.NUMBER),
    )
    actuals = at_days(chart.runs[-1:], a, wording)
    path, stages = at_days(chart.path[:1], a, wording), at_days([chart.stages], a, wording)
    days = sorted({*actuals, *path, *stages})
    rows: list[tuple[Value, ...]] = [(day, actuals.get(day), path.get(day), stages.get(day)) for day in days]
    return Table(heads, tuple(rows), f"{wording.name(a.target.title)} [{a.target.id}]")


def at_days(runs: Iterable[Iterable[Dot | Anchor | Mark]], a: Assessment, wording: Wording) -> dict[date, Decimal]:
    """The values of some lines by their days, in the unit a reader expects."""
    return {point.day: wording.shown(point.value, a.unit)[0] for run in runs for point in run}


def picture(number: int, a: Assessment, wording: Wording) -> Picture:
    """One chart beside its places."""
    say = wording.say
    lines = (
        Line(say(N_("actual")), 0, 1, ACTUAL, marked=True),
        Line(say(N_("asked for")), 0, 2, PATH, dashed=True),
        Line(say(N_("stage")), 0, 3, STAGE, marked=True, joined=False),
    )
    unit = wording.unit(wording.shown_unit(a.unit))
    return Picture(wording.name(a.target.title), number, BESIDE, lines, None, unit)
