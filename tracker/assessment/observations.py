"""What was observed of the number a target speaks of, in order of time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeAlias

from tracker.assessment.evidence import Evidence, Observation, observed
from tracker.assessment.growth import COMPOUNDED, average_growth, growth, yearly_rates
from tracker.assessment.verdict import Caveat
from tracker.domain.indicator import Indicator, Measure
from tracker.domain.period import Period
from tracker.domain.quantity import places, to_places
from tracker.domain.series import Actual, Vintage
from tracker.domain.target import Of, Target

RATES_WORKED_OUT = frozenset({"computed", "compounded"})


def observations(target: Target, evidence: Evidence, as_of: date) -> list[Observation]:
    """Everything observed by a day of what the target speaks of; plans are not observations."""
    return SPEAKS_OF[target.of](target, seen_by(evidence, as_of))


def as_printed(observation: Observation, goal: Decimal | None) -> Decimal:
    """The value at the digits an office prints: a rate worked out from others has a tenth, or as many as its goal."""
    if observation.how not in RATES_WORKED_OUT:
        return observation.value
    digits = max(1, places(goal)) if goal is not None else 1
    return to_places(observation.value, digits)


def seen_by(evidence: Evidence, as_of: date) -> Evidence:
    """The figures a day can look back on: of periods that have ended, and comparable with the latest ones."""
    figures, rates = (
        comparable(happened(f, as_of), evidence.indicator, as_of) for f in (evidence.figures, evidence.rates)
    )
    return Evidence(evidence.indicator, figures, rates, happened(evidence.peer, as_of))


def happened(figures: Mapping[Period, Actual], as_of: date) -> dict[Period, Actual]:
    """The figures of periods that have ended, without mere plans."""
    return {p: a for p, a in figures.items() if p.last <= as_of and a.vintage is not Vintage.PLAN}


def comparable(figures: Mapping[Period, Actual], indicator: Indicator, as_of: date) -> dict[Period, Actual]:
    """Only what comes after the latest break in scope; figures before it cannot be set beside those after."""
    start = max((b.first for b in indicator.breaks if b.first <= as_of), default=None)
    return {p: a for p, a in figures.items() if start is None or p.first >= start}


def values(target: Target, evidence: Evidence) -> list[Observation]:
    """The indicator itself; a flow is brought to year-to-date form, a rate is read as a promise of growth is."""
    if evidence.indicator.measure is Measure.GROWTH:
        return growth(target, evidence)
    if evidence.indicator.measure is Measure.FLOW:
        spans = {stage.by for stage in target.stages}
        totals = year_to_date(evidence.figures)
        return sorted((o for o in totals if not o.period.is_plan or o.period in spans), key=lambda o: o.period)
    return [observed(p, a, a.value) for p, a in evidence.figures.items() if a.value is not None]


def year_to_date(figures: Mapping[Period, Actual]) -> list[Observation]:
    """Every printed year-to-date value of a flow, carried on by single periods where no running total was printed."""
    found = {p: observed(p, a, a.value) for p, a in figures.items() if running(p) and a.value is not None}
    for period, actual in figures.items():
        if period.first.year != period.year or running(period) or actual.value is None or actual.bound:
            continue
        new_year = date(period.year, 1, 1)
        before = found.get(Period(new_year, period.first - timedelta(days=1)))
        whole = Period(new_year, period.last)
        if before and not before.bound and whole not in found:
            found[whole] = Observation(whole, before.value + actual.value, (*before.figures, actual), "summed")
    return list(found.values())


def has_own_months(by: Period) -> bool:
    """Whether a promise speaks of a stretch of months that does not begin with the year, such as July to December."""
    months = by.month_count
    return months is not None and months > 1 and not by.is_year_to_date and not by.is_plan


def of_months(figures: Mapping[Period, Actual], span: Period) -> list[Observation]:
    """The running totals of a flow from the first of some months on: as printed, carried on, or as differences."""
    totals = {o.period: o for o in year_to_date(figures)}
    found = {p: observed(p, a, a.value) for p, a in figures.items() if p.first == span.first and a.value is not None}
    for period, actual in figures.items():
        before = found.get(Period(span.first, period.first - timedelta(days=1))) if period.first > span.first else None
        if before and actual.value is not None and not before.bound and not actual.bound:
            whole = Period(span.first, period.last)
            summed = Observation(whole, before.value + actual.value, (*before.figures, actual), "summed")
            found.setdefault(whole, summed)
    eve = span.first - timedelta(days=1)
    before = totals.get(Period(date(eve.year, 1, 1), eve))
    for period, total in totals.items():
        if before and period.first == before.period.first and period.last > eve and not (before.bound or total.bound):
            whole = Period(span.first, period.last)
            figures_used = (*before.figures, *total.figures)
            found.setdefault(whole, Observation(whole, total.value - before.value, figures_used, "differenced"))
    return sorted((o for o in found.values() if span.holds(o.period)), key=lambda o: o.period)


def running(period: Period) -> bool:
    """Whether a flow of that period is a running total: from New Year, or over whole years."""
    from_new_year = (period.first.month, period.first.day) == (1, 1) and period.first.year == period.year
    return from_new_year or period.is_plan


def increase(target: Target, evidence: Evidence) -> list[Observation]:
    """The rise since the baseline, in the indicator's unit, or in pp where that is %; a flow's over the same months."""
    levels = values(target, evidence)
    base = starting_value(target, levels)
    if base is None or target.baseline is None:
        return []
    start = target.baseline.period
    after = [o for o in levels if o.period.last > start.last]
    if evidence.indicator.measure is Measure.FLOW:
        after = [o for o in after if same_months(o.period, start)]
    return [Observation(o.period, o.value - base, o.figures, "since-baseline") for o in after]


def same_months(period: Period, other: Period) -> bool:
    """Whether two periods are the same stretch of different years."""
    return period.month_count == other.month_count and period.last.month == other.last.month


def starting_value(target: Target, levels: Iterable[Observation]) -> Decimal | None:
    """The value a path starts from: as declared, or the figure recorded for the baseline period."""
    if target.baseline is None or target.baseline.value is not None:
        return target.baseline.value if target.baseline else None
    return next((o.value for o in levels if o.period == target.baseline.period and not o.bound), None)


def total(target: Target, evidence: Evidence) -> list[Observation]:
    """The sum over the years of the promise so far; it stops at the first year that is missing."""
    running_totals = values(target, evidence)
    year = first_year(target)
    if year is None:
        return []
    carried, used = Decimal(0), tuple[Actual, ...]()
    found: list[Observation] = []
    start = date(year, 1, 1)
    while mine := [o for o in running_totals if o.period.first == date(year, 1, 1) and o.period.year == year]:
        found += [
            Observation(Period(start, o.period.last), carried + o.value, (*used, *o.figures), "summed") for o in mine
        ]
        if not mine[-1].period.is_year:
            break
        carried, used, year = carried + mine[-1].value, (*used, *mine[-1].figures), year + 1
    return found


def first_year(target: Target) -> int | None:
    """The first year that counts towards a total: after the baseline, or of a stage's own span; None if undated."""
    if target.baseline:
        return target.baseline.period.year + 1
    return min((stage.by.first.year for stage in target.stages if stage.by), default=None)


def difference(_: Target, evidence: Evidence) -> list[Observation]:
    """The distance to the peer in the same period, in pp where both are %."""
    found = []
    for period, actual in evidence.figures.items():
        other = evidence.peer.get(period)
        if other and not other.bound and actual.value is not None and other.value is not None:
            found.append(Observation(period, actual.value - other.value, (actual, other), "difference"))
    return found


Speaker: TypeAlias = Callable[[Target, Evidence], list[Observation]]

SPEAKS_OF: Mapping[Of, Speaker] = {
    Of.VALUE: values,
    Of.GROWTH: growth,
    Of.AVERAGE_GROWTH: average_growth,
    Of.INCREASE: increase,
    Of.TOTAL: total,
    Of.DIFFERENCE: difference,
}


def nothing_because(target: Target, evidence: Evidence, as_of: date) -> Caveat | None:
    """Why nothing can be worked out where a promise speaks of more than one figure: what is missing, or unfit."""
    seen = seen_by(evidence, as_of)
    if target.of is Of.INCREASE and target.baseline:
        known = starting_value(target, values(target, seen)) is not None
        return None if known else Caveat.of("needs", what=(target.baseline.period,))
    rates = yearly_rates(target, seen)
    if target.of in {Of.GROWTH, Of.AVERAGE_GROWTH} and seen.figures and not rates:
        before = max(seen.figures).a_year_before()
        unfit = before in seen.figures and seen.figures[before].bound is None
        return Caveat.of("base-not-positive", period=before) if unfit else Caveat.of("needs", what=(before,))
    spans_years = target.of in {Of.TOTAL, Of.AVERAGE_GROWTH} or target.reading in COMPOUNDED
    years = {p.year for p in (seen.figures if target.of is Of.TOTAL else (o.period for o in rates)) if p.is_year}
    first = first_year(target)
    missing = spans_years and first and first not in years
    return Caveat.of("needs", what=(Period.of_year(first),)) if missing and first else None
