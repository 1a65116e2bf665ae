"""What a chart of one promise shows, as plain values: actuals, what is asked for, the stages and the outlook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from tracker.assessment.assess import Assessment
from tracker.assessment.evidence import Observation
from tracker.assessment.observations import first_year
from tracker.assessment.pathway import (
    Anchor,
    Held,
    anchors,
    asked_along,
    asked_since_start,
    asked_within_year,
    course,
    deadline,
    held,
    new_year,
)
from tracker.assessment.season import seasonal_share
from tracker.assessment.verdict import Verdict
from tracker.domain.period import Period
from tracker.domain.target import Of, PathKind
from tracker.domain.units import Unit
from tracker.domain.words import Words

LONGEST = 48
"""Observations drawn at most; what lies further back says little about the way to the next stage."""
MONTHS = range(1, 13)


class Dot(NamedTuple):
    """One observed value at the end of its period; `provisional` is still to be replaced."""

    day: date
    value: Decimal
    provisional: bool = False


class Mark(NamedTuple):
    """A stage: what is promised at the end of a day, up to `high` where it is a range, and how that stands."""

    day: date
    value: Decimal
    high: Decimal | None
    verdict: Verdict


class Fan(NamedTuple):
    """The outlook: from the latest value to what is expected, with the span that holds it four times in five."""

    start: Dot
    by: date
    low: Decimal
    value: Decimal
    high: Decimal


Run: TypeAlias = tuple[Dot, ...]
Line: TypeAlias = tuple[Anchor, ...]


class Chart(NamedTuple):
    """One promise as a picture, in the unit of its numbers; each run of dots and each line is joined by itself."""

    id: str
    title: Words
    unit: Unit
    verdict: Verdict
    runs: tuple[Run, ...]
    path: tuple[Line, ...]
    stages: tuple[Mark, ...]
    fan: Fan | None

    @property
    def days(self) -> list[date]:
        """Every day something stands at."""
        lines: list[Sequence[Dot | Anchor | Mark]] = [*self.runs, *self.path, self.stages]
        return [point.day for line in lines for point in line] + ([self.fan.by] if self.fan else [])

    @property
    def values(self) -> list[Decimal]:
        """Every value something stands at."""
        lines: list[Sequence[Dot | Anchor | Mark]] = [*self.runs, *self.path, self.stages]
        found = [point.value for line in lines for point in line] + [s.high for s in self.stages if s.high is not None]
        return found + ([self.fan.low, self.fan.high] if self.fan else [])


def chart_points(a: Assessment) -> Chart | None:
    """The chart of one promise; None where there is nothing to compare: no figure, or one without a way."""
    way = held(a.target, a.indicator)
    running = way is Held.PRO_RATED and a.target.of is Of.VALUE
    latest = a.latest
    if latest is None:
        return None
    year = latest.period.year if running and not latest.period.is_year and latest.period.is_year_to_date else None
    total = a.target.of is Of.TOTAL and way is Held.PRO_RATED
    runs = tuple(run for run in (within_years(a, year) if year else over_years(a, way)) if run)
    path = tuple(line for line in path_of(a, way, year) if len(line) > 1)
    if not worth_drawing(runs, path, from_nought=year is not None or total):
        return None
    first = min(dot.day for run in runs for dot in run)
    stages = tuple(m for m in marks(a) if first <= m.day and (year is None or m.day.year == year))
    return Chart(a.target.id, a.target.title, a.unit, a.verdict, runs, path, stages, fan(a, year))


def worth_drawing(runs: Sequence[Run], path: Sequence[Line], *, from_nought: bool) -> bool:
    """Whether there is something to compare: several figures, or one on the way that is asked for."""
    dots = [dot for run in runs for dot in run[from_nought:]]
    return len(dots) > 1 or any(line[0].day <= dot.day <= line[-1].day for dot in dots for line in path)


def dot(observation: Observation) -> Dot:
    """One observation at the end of its period."""
    return Dot(observation.period.last, observation.value, observation.provisional)


def within_years(a: Assessment, year: int) -> Iterator[Run]:
    """A year's running total from nought, and that of the year before where it was reported along the way."""
    for each in (year - 1, year):
        mine = [o for o in a.series if o.period.first == date(each, 1, 1) and o.period.year == each]
        if each == year or len(mine) > 1:
            yield (Dot(date(each - 1, 12, 31), Decimal(0)), *map(dot, sorted(mine, key=lambda o: o.period.last)))


def over_years(a: Assessment, way: Held) -> Iterator[Run]:
    """Every observation; of a yearly flow only whole years, of a sum over years its rise from nought."""
    if way is not Held.PRO_RATED:
        yield tuple(map(dot, a.series[-LONGEST:]))
    elif a.target.of is Of.TOTAL:
        start = first_year(a.target)
        yield (*([Dot(date(start - 1, 12, 31), Decimal(0))] if start else []), *map(dot, a.series[-LONGEST:]))
    else:
        yield tuple(dot(o) for o in a.series[-LONGEST:] if o.period.is_year)


def path_of(a: Assessment, way: Held, year: int | None) -> Iterator[Line]:
    """What is asked for along the way."""
    if way is Held.AS_IT_STANDS:
        yield from levels(a)
    elif year is not None:
        yield month_by_month(a, year)
    elif a.target.of is Of.TOTAL:
        yield of_total(a)
    else:
        yield along(a)


def levels(a: Assessment) -> Iterator[Line]:
    """What is compared as it stands: each stage's value over the span it speaks of."""
    for stage in a.target.stages:
        if stage.value is None:
            continue
        since = a.target.since.first if a.target.since else None
        first = since or (stage.by.first if stage.by else a.series[0].period.first)
        last = deadline(stage) if stage.by else a.as_of
        for value in (stage.value, stage.high):
            if value is not None and first < last:
                yield (Anchor(first, value), Anchor(last, value))


def month_by_month(a: Assessment, year: int) -> Line:
    """What a year's running total is asked to be at each month's end."""
    points = anchors(a.target, a.start)
    ends = [Period.of_month(year, month).last for month in MONTHS]
    asked = [asked_within_year(a.target, points, day, seasonal_share(a.series, day)) for day in ends]
    told = tuple(Anchor(day, each.value) for day, each in zip(ends, asked, strict=True) if each)
    return (Anchor(new_year(ends[0]), Decimal(0)), *told) if told else ()


def of_total(a: Assessment) -> Line:
    """What a sum over several years is asked to be at each year's end."""
    start, last = first_year(a.target), a.stage.deadline
    if start is None or last is None:
        return ()
    days = [date(year, 12, 31) for year in range(start - 1, min(last.year, start + LONGEST) + 1)]
    asked = [(day, asked_since_start(a.target, day)) for day in days]
    return tuple(Anchor(day, each.value) for day, each in asked if each)


def along(a: Assessment) -> Line:
    """The way from the start through the stages; bent where growth is constant, stepped where it goes by steps."""
    points = anchors(a.target, a.start)
    kind, convention = course(a.target) if held(a.target, a.indicator) is Held.PRO_RATED else (a.target.path, None)
    if kind is PathKind.STEPS:
        return tuple(p for one, two in pairwise(points) for p in (one, Anchor(two.day, one.value), two))
    if kind is not PathKind.COMPOUND or len(points) < 2:  # noqa: PLR2004 -- a line has two ends
        return tuple(points)
    ends = [date(year, 12, 31) for year in range(points[0].day.year, points[-1].day.year)]
    days = sorted({*(p.day for p in points), *(day for day in ends if day >= points[0].day)})
    asked = [(day, asked_along(points, day, kind, convention or a.target.schedule)) for day in days]
    return tuple(Anchor(day, each.value) for day, each in asked if each)


def marks(a: Assessment) -> Iterator[Mark]:
    """Every stage that has a day and a number."""
    for each in a.stages:
        if each.stage.by and each.stage.value is not None:
            yield Mark(deadline(each.stage), each.stage.value, each.stage.high, each.judgement.verdict)


def fan(a: Assessment, year: int | None) -> Fan | None:
    """The outlook of the stage in force, where it starts at what is drawn."""
    outlook = a.outlook
    if outlook is None or a.latest is None or (year is not None and outlook.by.year != year):
        return None
    if a.latest.period.last >= outlook.by:
        return None
    low, value, high = (Decimal(repr(number)) for number in (outlook.low, outlook.value, outlook.high))
    return Fan(dot(a.latest), outlook.by, low, value, high)
