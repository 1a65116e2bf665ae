"""A chart made ready to be drawn: numbers in the unit a reader expects, scales, and everything it says in words."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from math import isfinite
from typing import NamedTuple, TypeAlias

from tracker.assessment.pathway import Anchor
from tracker.assessment.verdict import Verdict
from tracker.render.catalogue import N_
from tracker.render.chart_points import Chart, Dot
from tracker.render.chart_scale import days, reach, ticks
from tracker.render.wording import Wording

Place: TypeAlias = tuple[float, float]
"""A day as its ordinal number, and a value."""
PLACES = 4


class Flag(NamedTuple):
    """A stage: where it stands, the other end of its range, its number in words, and its verdict."""

    place: Place
    high: float | None
    words: str
    verdict: Verdict


class Drawing(NamedTuple):
    """A chart in floats and words; every way of drawing starts from here, so that all show the same."""

    title: str
    description: str
    unit: str
    across: tuple[float, float]
    up: tuple[float, float]
    foot: tuple[tuple[float, str], ...]
    side: tuple[tuple[float, str], ...]
    runs: tuple[tuple[Place, ...], ...]
    tentative: frozenset[Place]
    path: tuple[tuple[Place, ...], ...]
    flags: tuple[Flag, ...]
    fan: tuple[Place, Place, Place, Place] | None
    legend: tuple[str, str, str, str]


def drawing(chart: Chart, wording: Wording, *, most: int = 6, wide: int = 5) -> Drawing:
    """A chart for a reader, with at most so many marks up its side and along its foot."""
    factor = wording.shown(Decimal(1), chart.unit)[0]
    first, last = min(chart.days), max(chart.days)
    low, high = reach([tame(value * factor) for value in chart.values])
    say = wording.say
    return Drawing(
        wording.name(chart.title),
        described(chart, wording),
        wording.unit(wording.shown_unit(chart.unit)),
        (float(first.toordinal()), float(max(last, first.replace(day=1)).toordinal()) + (first == last)),
        (low, high),
        tuple((float(day.toordinal()), words) for day, words in days(first, last, wide)),
        tuple((tick, number(tick, wording)) for tick in ticks(low, high, most)),
        tuple(tuple(places(run, factor)) for run in chart.runs if run),
        frozenset(place for run in chart.runs for place in places((d for d in run if d.provisional), factor)),
        tuple(tuple(places(line, factor)) for line in chart.path),
        tuple(flags(chart, factor, wording)),
        fan(chart, factor),
        (say(N_("actual")), say(N_("asked for")), say(N_("stage")), say(N_("outlook, 80 % band"))),
    )


def places(points: Iterable[Dot | Anchor], factor: Decimal) -> Iterable[Place]:
    """Dots or the bends of a path as places."""
    return ((float(point.day.toordinal()), tame(point.value * factor)) for point in points)


def tame(value: Decimal) -> float:
    """A number as a float a picture can hold."""
    return float(value) if isfinite(float(value)) else 0.0


def number(value: float, wording: Wording) -> str:
    """A round number of a scale, without what floats add to it."""
    return wording.number(Decimal(f"{value:.{PLACES}f}").normalize() + 0 if value else Decimal(0))


def flags(chart: Chart, factor: Decimal, wording: Wording) -> Iterable[Flag]:
    """The stages."""
    for mark in chart.stages:
        high = None if mark.high is None else tame(mark.high * factor)
        place = (float(mark.day.toordinal()), tame(mark.value * factor))
        yield Flag(place, high, wording.promised(mark.value, chart.unit, bare=True), mark.verdict)


def fan(chart: Chart, factor: Decimal) -> tuple[Place, Place, Place, Place] | None:
    """The outlook as its start, its low, its expected and its high end."""
    if chart.fan is None:
        return None
    start = (float(chart.fan.start.day.toordinal()), tame(chart.fan.start.value * factor))
    by = float(chart.fan.by.toordinal())
    low, value, high = (tame(each * factor) for each in (chart.fan.low, chart.fan.value, chart.fan.high))
    return start, (by, low), (by, value), (by, high)


def described(chart: Chart, wording: Wording) -> str:
    """What a chart shows, for those who do not see it."""
    latest = chart.runs[-1][-1]
    facts = {"day": latest.day, "value": wording.amount(latest.value, chart.unit)}
    said = [wording.say(N_("{value} at {day}"), **facts)]
    if chart.stages:
        stage = chart.stages[-1]
        promised = wording.promised(stage.value, chart.unit)
        said.append(wording.say(N_("{value} promised by {day}"), value=promised, day=stage.day))
    if chart.fan:
        low, high = (wording.amount(v, chart.unit) for v in (chart.fan.low, chart.fan.high))
        said.append(wording.say(N_("between {low} and {high} expected by {day}"), low=low, high=high, day=chart.fan.by))
    return wording.joined([*said, wording.say_verdict(chart.verdict)])
