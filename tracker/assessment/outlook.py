"""Where a promise is heading: the value expected at a stage's end, how far it may stray, and the chance it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import reduce
from itertools import pairwise
from math import gcd
from typing import TYPE_CHECKING

from tracker.assessment.evidence import Observation
from tracker.assessment.growth import COMPOUNDED
from tracker.assessment.pathway import Held
from tracker.assessment.required import months_between
from tracker.assessment.sight import Sight, within_its_year
from tracker.assessment.verdict import Outlook
from tracker.domain.indicator import Measure
from tracker.domain.period import Period
from tracker.domain.target import Aim, Of, Stage, When

if TYPE_CHECKING:
    from tracker.assessment.prospect import Forecast

FEWEST = 4
"""Comparable figures without which nothing is forecast."""
LONG_RUN = 4
"""Moves one way that make a run: by luck alone one in eight would go on like that."""
FEWEST_YEARS = 2
"""Years, the one under way among them, of which a rate must be known in more to say where it usually lies."""
LONGEST = 120
"""Observations looked back on; older ones say little about the next."""
MONTHS_IN_YEAR = 12
WHOLE = 100.0


def outlook(sight: Sight) -> Outlook | None:
    """The outlook for one stage; None where it is over, open, or too few comparable figures are there."""
    latest, by, goal = sight.latest, sight.stage.by, sight.stage.value
    if latest is None or by is None or goal is None or latest.bound or latest.period.last >= by.last:
        return None
    if beyond_us(sight, latest):
        return None
    found = of_the_year(sight, latest, by) if part_year(sight, latest, by) else of_the_series(sight, by)
    if found is None:
        return None
    chance = probability(found, sight.stage, float(goal), higher=sight.higher)
    return Outlook(found.mean, found.low, found.high, chance, by.last, found.method, found.points)


def beyond_us(sight: Sight, latest: Observation) -> bool:
    """Whether nothing worth saying is known: sums and growth over several years, floors, exact values, yearly means."""
    target = sight.target
    over_years = target.of in {Of.TOTAL, Of.AVERAGE_GROWTH} or target.reading in COMPOUNDED
    mean_so_far = sight.indicator.measure is Measure.RATIO and within_its_year(latest)
    return over_years or mean_so_far or target.when is When.THROUGHOUT or sight.stage.aim is Aim.EXACTLY


def part_year(sight: Sight, latest: Observation, by: Period) -> bool:
    """Whether the stage's own year is under way and its flow so far is known."""
    return (
        sight.way is Held.PRO_RATED
        and sight.target.of is Of.VALUE
        and latest.period.is_year_to_date
        and latest.period.year == by.year
        and by.last == date(by.year, 12, 31)
    )


def of_the_year(sight: Sight, latest: Observation, by: Period) -> Forecast | None:
    """The year's flow from what has come in, by the share that had come in by then in earlier years."""
    months, known = latest.period.last.month, {o.period: o.value for o in sight.series if not o.bound}
    past = [
        (float(known[part]), float(known[whole]))
        for year in sorted({p.year for p in known if p.year < by.year})
        if (part := Period.year_to_date(year, months)) in known and (whole := Period.of_year(year)) in known
    ]
    if not past:
        return None
    from tracker.assessment.flow_share import project_total

    return project_total(float(latest.value), months, past)


def of_the_series(sight: Sight, by: Period) -> Forecast | None:
    """A series carried on to the stage's end; a flow by its whole years, anything else as it was observed."""
    observed = [o for o in sight.series if not o.bound]
    if sight.indicator.measure is Measure.FLOW and sight.target.of is not Of.GROWTH:
        observed = [o for o in observed if o.period.is_year]
    if not observed:
        return None
    if sight.start and sight.way is Held.ALONG_PATH and sight.start.day < observed[0].period.last:
        observed = [Observation(Period.of_day(sight.start.day), sight.start.value, ()), *observed]
    step = spacing([o.period.last for o in observed])
    ahead = months_between(observed[-1].period.last, by.last)
    if not step or ahead % step or ahead <= 0:
        return None
    values = evenly(observed, step)[-LONGEST:]
    rates = sight.indicator.measure is Measure.GROWTH or sight.target.of in {
        Of.GROWTH,
        Of.AVERAGE_GROWTH,
        Of.DIFFERENCE,
    }
    if sum(v is not None for v in values) < FEWEST:
        return None
    from tracker.assessment.forecast import forecast

    found = forecast(values, ahead // step, MONTHS_IN_YEAR // step, growth=rates, bounds=limits(sight, values))
    return by_run(observed, found, ahead) if found and rates else found


def by_run(observed: Sequence[Observation], found: Forecast, ahead: int) -> Forecast | None:
    """A rate carried on by a long run of falls or rises; no return to its mean is promised against such a run.

    A rate that is known over one earlier year alone tells neither its usual level nor how far it strays.
    """
    run = last_run(observed)
    if len(run) > LONG_RUN:
        from tracker.assessment.prospect import around

        months = months_between(run[0].period.last, run[-1].period.last)
        moved = float(run[-1].value - run[0].value) * ahead / months
        return around(float(run[-1].value) + moved, max(found.spread, abs(moved) / 2), found.points, "run-carried-on")
    return found if len({o.period.year for o in observed}) > FEWEST_YEARS else None


def last_run(observed: Sequence[Observation]) -> Sequence[Observation]:
    """The observations of the last unbroken run of falls, or of rises."""
    start = len(observed) - 1
    while start > 0 and moves_alike(observed, start):
        start -= 1
    return observed[start:]


def moves_alike(observed: Sequence[Observation], place: int) -> bool:
    """Whether the move to a place goes the way the last move went."""
    last, move = (observed[p].value - observed[p - 1].value for p in (-1 % len(observed), place))
    return move * last > 0


def spacing(days: Sequence[date]) -> int | None:
    """The even distance of a series in months, as far as it divides a year; None without one."""
    gaps = [months_between(a, b) for a, b in pairwise(days)]
    step = reduce(gcd, (g for g in gaps if g > 0), 0)
    return gcd(step, MONTHS_IN_YEAR) or None


def evenly(observed: Sequence[Observation], step: int) -> list[float | None]:
    """The values at even distances, with None where nothing was observed."""
    start = observed[0].period.last
    places = {months_between(start, o.period.last) // step: float(o.value) for o in observed}
    return [places.get(n) for n in range(max(places) + 1)]


def limits(sight: Sight, values: Sequence[float | None]) -> tuple[float | None, float | None]:
    """Natural limits: a share of a whole lies between nought and 100 %, a rank is 1 at best."""
    if sight.indicator.measure is Measure.RANK:
        return 1.0, None
    share = sight.indicator.measure is Measure.RATIO and sight.unit.symbol == "%"
    inside = all(v is None or 0 <= v <= WHOLE for v in values)
    return (0.0, WHOLE) if share and inside and sight.target.of is Of.VALUE else (None, None)


def probability(found: Forecast, stage: Stage, goal: float, *, higher: bool) -> float:
    """The chance that a stage is kept, with what it tolerates."""
    spare = float(stage.allowance)
    if stage.aim is Aim.BETWEEN and stage.high is not None:
        within = found.probability_at_most(float(stage.high) + spare) - (1 - found.probability_at_least(goal - spare))
        return min(max(within, 0.01), 0.99)
    downward = stage.aim is Aim.AT_MOST or (stage.aim is not Aim.AT_LEAST and not higher)
    return found.probability_at_most(goal + spare) if downward else found.probability_at_least(goal - spare)


def exact(value: float) -> Decimal:
    """A forecast's number among facts, with the digits a float prints."""
    return Decimal(repr(value))
