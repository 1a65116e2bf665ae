"""What is asked for by now: the way from where a promise started, through its stages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from tracker.assessment.evidence import Observation
from tracker.assessment.observations import first_year, starting_value
from tracker.domain.elapsed import Convention, share_elapsed
from tracker.domain.indicator import Indicator, Measure
from tracker.domain.period import Period
from tracker.domain.target import Of, PathKind, Stage, Target, When


class Held(StrEnum):
    """How an observation is set against a promise."""

    AS_IT_STANDS = "as-it-stands"
    ALONG_PATH = "along-path"
    PRO_RATED = "pro-rated"


AS_THEY_STAND = frozenset({Of.GROWTH, Of.AVERAGE_GROWTH, Of.DIFFERENCE})


def held(target: Target, indicator: Indicator) -> Held:
    """Growth, ranks, differences and floors are compared as they stand; only flows are shared out over the year."""
    rates = indicator.measure in {Measure.GROWTH, Measure.RANK} or target.of in AS_THEY_STAND
    if rates or target.when is When.THROUGHOUT:
        return Held.AS_IT_STANDS
    flowing = indicator.measure is Measure.FLOW and target.of in {Of.VALUE, Of.TOTAL}
    return Held.PRO_RATED if flowing else Held.ALONG_PATH


class Anchor(NamedTuple):
    """A value a path passes through at the end of a day."""

    day: date
    value: Decimal


class Season(NamedTuple):
    """Where a level stood last year at the same time of the year, and where it ended that year."""

    position: Decimal
    close: Decimal


class Asked(NamedTuple):
    """What a promise asks for on a day, and how that was read off its path."""

    value: Decimal
    day: date
    path: str
    start: Anchor | None = None
    end: Anchor | None = None
    share: Decimal | None = None
    season: Season | None = None

    @property
    def slope(self) -> Decimal | None:
        """What the path asks for each month around that day; nothing where it is level, or goes by steps."""
        if self.start is None or self.end is None or self.path == PathKind.STEPS:
            return None
        months = months_apart(self.start.day, self.end.day)
        return (self.end.value - self.start.value) / months if self.end.value != self.start.value else None


def months_apart(day: date, later: date) -> Decimal:
    """The months from the end of one day to the end of a later one; parts of months by the mean length of a month."""
    whole = Period(day + timedelta(days=1), later).month_count
    return Decimal(whole) if whole else Decimal((later - day).days) * 12 / Decimal("365.25")


def stage_in_force(stages: Iterable[Stage], day: date) -> Stage | None:
    """The nearest stage that had not ended on a day; after the last, the last; undated promises have none."""
    dated = sorted((s for s in stages if s.by), key=deadline)
    return next((s for s in dated if deadline(s) > day), dated[-1] if dated else None)


def deadline(stage: Stage) -> date:
    """The last day of a dated stage."""
    return stage.deadline or date.max


def baseline(target: Target, series: Sequence[Observation], way: Held) -> Anchor | None:
    """Where the path starts: as declared; otherwise the last observation known when the promise was made.

    A year's flow needs one or the other: its earlier years are no way to this one's, which begins at nothing.
    """
    if target.baseline:
        value = Decimal(0) if target.of is Of.INCREASE else starting_value(target, series)
        return None if value is None else Anchor(target.baseline.period.last, value)
    dated = [s.by for s in target.stages if s.by]
    before = [o for o in series if dated and comparable_start(o) and o.period.last < min(dated).first]
    made = target.in_force.since or target.issued
    known = [o for o in before if made and o.period.last <= made]
    start = known[-1] if known else None if way is Held.PRO_RATED else next(iter(before), None)
    return None if start is None else Anchor(start.period.last, start.value)


def beginning(target: Target, series: Sequence[Observation], way: Held) -> Anchor | None:
    """Where the path starts; a first figure nobody called a baseline is held against the goal, not against itself."""
    start = baseline(target, series, way)
    first = start is not None and not target.baseline and series[-1].period.last == start.day
    return None if start and first and not made_by(target, start.day) else start


def made_by(target: Target, day: date) -> bool:
    """Whether a promise was made on a day or later, so that what was known then is where it starts."""
    made = target.in_force.since or target.issued
    return made is not None and made >= day


def comparable_start(observation: Observation) -> bool:
    """Whether a path may start from an observation: part of a year's flow is no level to start from."""
    return not (observation.period.is_year_to_date and not observation.period.is_year) and not observation.bound


def anchors(target: Target, start: Anchor | None) -> list[Anchor]:
    """The start of a path, its quantified stages and its checkpoints, in order of time."""
    stages = [Anchor(deadline(s), s.value) for s in target.stages if s.by and s.value is not None]
    points = [Anchor(c.by.last, c.value) for c in target.checkpoints] if target.path is PathKind.PLAN else []
    return sorted({a.day: a for a in [*([start] if start else []), *points, *stages]}.values(), key=lambda a: a.day)


def asked_along(points: Sequence[Anchor], day: date, kind: PathKind, convention: Convention) -> Asked | None:
    """What a path asks for on a day; nothing before it starts, and its last value ever after."""
    if not points or day < points[0].day:
        return None
    if day >= points[-1].day:
        return Asked(points[-1].value, day, kind, share=Decimal(1))
    start, end = next((a, b) for a, b in pairwise(points) if a.day <= day < b.day)
    elapsed = share_elapsed(Period(start.day + timedelta(days=1), end.day), day, convention)
    share = Decimal(elapsed.numerator) / Decimal(elapsed.denominator)
    return Asked(between(start.value, end.value, share, kind), day, kind, start, end, share)


def between(start: Decimal, end: Decimal, share: Decimal, kind: PathKind) -> Decimal:
    """The value part of the way from one anchor to the next."""
    if kind is PathKind.STEPS:
        return start
    if kind is PathKind.COMPOUND and start > 0 and end > 0:
        return start * (end / start) ** share
    return start + (end - start) * share


def asked_of_level(target: Target, points: Sequence[Anchor], day: date, season: Season | None) -> Asked | None:
    """What a ratio or a level asks for on a day: the value of its own year, moved by last year's season where known.

    A path runs over whole years. A plan of the office's own and steps are read off as they stand.
    """
    if target.path in {PathKind.PLAN, PathKind.STEPS} or not points or day < points[0].day:
        return asked_along(points, day, target.path, target.schedule)
    close = date(day.year, 12, 31)
    if next((p.day for p in points if p.day >= day and inside_year(p, close)), None):
        close = day  # a year of its own, such as one to March: it is not divided at New Year
    asked = asked_along(points, close, *course(target))
    if asked is None or season is None or close == day:
        return asked
    return Asked(asked.value + season.position - season.close, day, PathKind.LAST_YEAR, season=season)


def asked_within_year(
    target: Target, points: Sequence[Anchor], day: date, last_year_share: Decimal | None = None
) -> Asked | None:
    """What a yearly flow asks for from New Year to a day: its share of what the path asks for in that year."""
    close = date(day.year, 12, 31)
    year_end = asked_along([p for p in points if p.day == close or not inside_year(p, close)], close, *course(target))
    inside = [p for p in points if p.day.year == day.year and p.day != close]
    last_known = [Anchor(close, year_end.value)] if year_end and (year_end.end or points[-1].day >= close) else []
    if not inside and not last_known:
        return None
    if target.path is PathKind.LAST_YEAR and last_year_share is not None and last_known:
        value = last_known[0].value * last_year_share
        return Asked(value, day, PathKind.LAST_YEAR, Anchor(new_year(day), Decimal(0)), last_known[0], last_year_share)
    within = PathKind.PLAN if target.path is PathKind.PLAN else PathKind.EVEN
    return asked_along([Anchor(new_year(day), Decimal(0)), *inside, *last_known], day, within, target.schedule)


def inside_year(point: Anchor, close: date) -> bool:
    """Whether an anchor is a part-year value, which is no yearly level."""
    return (point.day.month, point.day.day) != (close.month, close.day)


def course(target: Target) -> tuple[PathKind, Convention]:
    """How a target's path runs between years, and how it counts time."""
    return (PathKind.EVEN if target.path in {PathKind.LAST_YEAR, PathKind.PLAN} else target.path), target.schedule


def new_year(day: date) -> date:
    """The eve of a day's year, from which its flows are counted."""
    return date(day.year - 1, 12, 31)


def asked_of_months(stage: Stage, day: date, convention: Convention) -> Asked | None:
    """What a flow over some months of its own asks for: its share of them."""
    if stage.by is None or stage.value is None or day < stage.by.first:
        return None
    start = Anchor(stage.by.first - timedelta(days=1), Decimal(0))
    return asked_along([start, Anchor(stage.by.last, stage.value)], day, PathKind.EVEN, convention)


def asked_since_start(target: Target, day: date) -> Asked | None:
    """What a sum, or a growth, over several years asks for from its first day to this one: as much each year."""
    year = first_year(target)
    if year is None:
        return None
    start = Anchor(date(year - 1, 12, 31), Decimal(0))
    return asked_along(anchors(target, start), day, *course(target))
