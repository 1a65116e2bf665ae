"""Where a target stands against its stage in force: completion, schedule, gap and what is left to do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from tracker.assessment.evidence import Observation
from tracker.assessment.gap import Gap, gap, ratio
from tracker.assessment.growth_needed import growth_needed
from tracker.assessment.observations import first_year
from tracker.assessment.pathway import (
    Asked,
    Held,
    anchors,
    asked_along,
    asked_of_total,
    asked_within_year,
    course,
    deadline,
)
from tracker.assessment.required import Required, required
from tracker.assessment.sight import Sight
from tracker.domain.elapsed import share_elapsed
from tracker.domain.indicator import Indicator
from tracker.domain.period import Period
from tracker.domain.target import Of, PathKind, Target
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
        ratio(latest.value, asked.value if asked else None),
        gap(latest, asked, unit, stage.value, last.value),
        effort(sight, unit) if sight.in_window else None,
        ahead(completion, schedule) if sight.way is Held.PRO_RATED else None,
    )


def completes(sight: Sight, latest: Observation) -> bool:
    """Whether a share of the promised value says how much is done: of a flow's year, or of a level that should rise."""
    if sight.way is Held.PRO_RATED:
        return within_span(sight, latest) or latest.period.is_year
    return sight.way is Held.ALONG_PATH and sight.higher


def effort(sight: Sight, unit: Unit) -> Required | None:
    """What the rest must bring: shared over its periods, as a growth, or from the last whole year to a later one."""
    series, way = sight.series, sight.way
    if not within_span(sight, series[-1]):
        series, way = tuple(o for o in series if o.period.is_year), Held.ALONG_PATH
    shared = required(sight.stage, series, sight.indicator, unit, way) if series else None
    return shared or growth_needed(sight)


def within_span(sight: Sight, observation: Observation) -> bool:
    """Whether an observation counts towards the stage; a flow of another year does not add to its year."""
    return sight.way is not Held.PRO_RATED or (sight.window is not None and sight.window.holds(observation.period))


def ahead(completion: Decimal | None, schedule: Decimal | None) -> Decimal | None:
    """Completion less schedule in percentage points, from unrounded shares; it means something for a flow only."""
    return None if completion is None or schedule is None else (completion - schedule) * 100


def asked_by(sight: Sight, day: date, last_year_share: Decimal | None = None) -> Asked | None:
    """What the promise asks for on a day; of a flow, its share of the year where there is a running total."""
    target = sight.target
    if sight.way is Held.AS_IT_STANDS:
        value = sight.stage.value
        return None if value is None else Asked(value, day, Held.AS_IT_STANDS)
    if target.of is Of.TOTAL:
        return asked_of_total(target, day)
    points = anchors(target, sight.start)
    if sight.way is Held.ALONG_PATH:
        return asked_along(points, day, target.path, target.schedule)
    yearly = asked_along(points, day, *course(target))
    if sight.latest is None and yearly and yearly.end:
        return yearly
    return asked_within_year(target, points, day, last_year_share)


def seen_until(sight: Sight, number: int) -> Sight:
    """The same stage in view when only so many observations had been made."""
    series = sight.series[:number]
    day = series[-1].period.last
    earlier = sight._replace(series=series, as_of=day)
    return earlier._replace(asked=asked_by(earlier, day, seasonal_share(series, day)))


def seasonal_share(series: Sequence[Observation], day: date) -> Decimal | None:
    """The share of last year's flow that had come in by the same day of that year."""
    totals = {o.period: o.value for o in series}
    same, whole = totals.get(Period.year_to_date(day.year - 1, day.month)), totals.get(Period.of_year(day.year - 1))
    return same / whole if same is not None and whole else None


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
