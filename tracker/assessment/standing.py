"""Where a target stands against its stage in force: completion, schedule, gap and what is left to do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from tracker.assessment.evidence import Observation
from tracker.assessment.gap import Gap, gap, ratio
from tracker.assessment.growth_needed import growth_needed
from tracker.assessment.mean_needed import mean_needed
from tracker.assessment.observations import first_year
from tracker.assessment.pathway import (
    Anchor,
    Asked,
    Held,
    anchors,
    asked_along,
    asked_of_level,
    asked_of_months,
    asked_since_start,
    asked_within_year,
    course,
    deadline,
)
from tracker.assessment.required import Required, required
from tracker.assessment.season import season_of, seasonal_share
from tracker.assessment.sight import Sight
from tracker.domain.elapsed import Convention, share_elapsed
from tracker.domain.indicator import Indicator
from tracker.domain.period import Period
from tracker.domain.quantity import to_places
from tracker.domain.target import Of, PathKind, Reading, Target
from tracker.domain.units import DEFAULT, Unit, difference_unit


class Standing(NamedTuple):
    """The figures beside a verdict; each is None where it means nothing or is not known."""

    completion: Decimal | None = None
    schedule: Decimal | None = None
    pace: Decimal | None = None
    gap: Gap | None = None
    required: Required | None = None
    ahead: Decimal | None = None


def standing(sight: Sight) -> Standing:
    """Where the latest observation stands; nothing without one, or when it does not speak of the promise's span."""
    latest, stage, asked = sight.latest, sight.stage, sight.asked
    if latest is None or (not sight.in_window and sight.way is not Held.ALONG_PATH):
        return Standing()
    last = max((s for s in sight.target.stages if s.by), key=deadline, default=stage)
    unit = difference_unit(sight.unit)
    completion = ratio(latest.value, stage.value) if completes(sight, latest) else None
    schedule = schedule_share(sight, latest.period.last)
    return Standing(
        completion,
        schedule,
        pace(sight, latest.value),
        gap(latest, asked, unit, stage.value, last.value),
        effort(sight, unit) if sight.in_window else None,
        ahead(completion, schedule, sight.target.schedule) if sight.way is Held.PRO_RATED else None,
    )


def pace(sight: Sight, value: Decimal) -> Decimal | None:
    """The value over what is asked for by now; rates are never divided, and nought or less has no shares."""
    if sight.asked is None or sight.asked.value <= 0 or sight.way is Held.AS_IT_STANDS:
        return None
    return ratio(value, sight.asked.value)


def completes(sight: Sight, latest: Observation) -> bool:
    """Whether a share of the promised value says how much is done: of a flow's year, or of a level that should rise."""
    if not sight.in_ratio or not sight.higher or latest.value < 0:
        return False
    if sight.way is Held.PRO_RATED:
        return within_span(sight, latest) or latest.period.is_year
    return sight.way is Held.ALONG_PATH


def effort(sight: Sight, unit: Unit) -> Required | None:
    """What the rest must bring: shared over its periods, as a growth, or from the last whole year to a later one."""
    series, way = sight.series, sight.way
    if not within_span(sight, series[-1]):
        series, way = tuple(o for o in series if o.period.is_year), Held.ALONG_PATH
    if sight.start and way is Held.ALONG_PATH:
        series = since(sight.start, series)
    if mean := mean_needed(sight):
        return mean
    shared = required(sight.stage, series, sight.indicator, unit, way) if series else None
    return shared or growth_needed(sight)


def since(start: Anchor, series: Sequence[Observation]) -> tuple[Observation, ...]:
    """A series from where its path starts, whether that was declared or is a figure of its own."""
    later = [o for o in series if o.period.last > start.day]
    return (Observation(Period.of_day(start.day), start.value, (), "baseline"), *later) if later else tuple(series)


def within_span(sight: Sight, observation: Observation) -> bool:
    """Whether an observation counts towards the stage; a flow of another year does not add to its year."""
    return sight.way is not Held.PRO_RATED or (sight.window is not None and sight.window.holds(observation.period))


def ahead(completion: Decimal | None, schedule: Decimal | None, convention: Convention) -> Decimal | None:
    """Completion less schedule in percentage points, from unrounded shares unless the convention rounds both."""
    if completion is None or schedule is None:
        return None
    if convention is Convention.MONTHS_ROUNDED:
        return as_read(completion) - as_read(schedule)
    return (completion - schedule) * 100


def as_read(share: Decimal) -> Decimal:
    """A share as percent with one decimal, as it is printed and read."""
    return to_places(share * 100, 1)


def asked_by(sight: Sight, day: date) -> Asked | None:
    """What the promise asks for on a day; of a flow, its share of the year where there is a running total."""
    return asked_of_stage(sight, day, asked_along_path(sight, day))


def asked_along_path(sight: Sight, day: date) -> Asked | None:
    """What the path through all stages asks for on a day, whichever of them is in view."""
    target, latest = sight.target, sight.latest
    if summed_up(target):
        return asked_since_start(target, day)
    if sight.way is Held.AS_IT_STANDS:
        return None
    points = anchors(target, sight.start)
    if sight.way is Held.ALONG_PATH:
        return asked_of_level(target, points, day, season_of(sight.series, latest.period) if latest else None)
    yearly = asked_along(points, day, *course(target))
    if latest is None and yearly and yearly.end:
        return yearly
    return asked_within_year(target, points, day, seasonal_share(sight.series, day))


def asked_of_stage(sight: Sight, day: date, along: Asked | None) -> Asked | None:
    """What one stage asks for on a day, where it does not go by the path through all of them."""
    target, stage = sight.target, sight.stage
    if summed_up(target):
        return along
    if sight.way is Held.AS_IT_STANDS:
        return None if stage.value is None else Asked(stage.value, day, Held.AS_IT_STANDS)
    if sight.way is Held.ALONG_PATH:
        return along or goal_itself(sight, day)
    return asked_of_months(stage, day, target.schedule) if sight.own_months else along


def summed_up(target: Target) -> bool:
    """Whether a promise is about what adds up over its years."""
    return target.of is Of.TOTAL or (target.reading is Reading.CUMULATIVE and first_year(target) is not None)


def goal_itself(sight: Sight, day: date) -> Asked | None:
    """What a ratio or a level asks for without a start: the goal, from the first figure on."""
    latest, stage = sight.latest, sight.stage
    if latest is None or sight.target.baseline or stage.value is None or stage.by is None:
        return None
    season = season_of(sight.series, latest.period)
    if season and stage.by.year == day.year:
        return Asked(stage.value + season.position - season.close, day, PathKind.LAST_YEAR, season=season)
    return Asked(stage.value, day, Held.AS_IT_STANDS)


def seen_until(sight: Sight, number: int) -> Sight:
    """The same stage in view when only so many observations had been made."""
    series = sight.series[:number]
    day = series[-1].period.last
    earlier = sight._replace(series=series, as_of=day)
    return earlier._replace(asked=asked_by(earlier, day))


def schedule_share(sight: Sight, day: date) -> Decimal | None:
    """The share of a promise's time that has gone by, or of its plan that is due; nothing for what has no schedule."""
    span = time_span(sight)
    if span is None or span.first > day:
        return None
    if sight.way is Held.PRO_RATED and sight.asked and sight.asked.path in {PathKind.LAST_YEAR, PathKind.PLAN}:
        return ratio(sight.asked.value, sight.stage.value)
    share = share_elapsed(span, day, sight.target.schedule)
    return Decimal(share.numerator) / Decimal(share.denominator)


def time_span(sight: Sight) -> Period | None:
    """From where a promise's clock starts to its stage's end."""
    end = sight.stage.deadline
    if end is None or sight.way is Held.AS_IT_STANDS:
        return None
    eve = sight.start.day if sight.start else None
    if sight.own_months:
        return sight.own_months
    if sight.way is Held.PRO_RATED:
        first = first_year(sight.target) if sight.target.of is Of.TOTAL else end.year
        eve = None if first is None else date(first - 1, 12, 31)
    return Period(eve + timedelta(days=1), end) if eve and eve < end else None


def unit_of(target: Target, indicator: Indicator) -> Unit:
    """The unit a target's numbers are in: that of its indicator, % for growth, pp for a difference of percentages."""
    if target.of in {Of.GROWTH, Of.AVERAGE_GROWTH}:
        return DEFAULT.find("%")
    if target.of in {Of.INCREASE, Of.DIFFERENCE}:
        return difference_unit(indicator.unit)
    return indicator.unit
