"""What was observed of the number a target speaks of, in order of time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeAlias

from tracker.domain.indicator import Indicator, Measure
from tracker.domain.period import Period
from tracker.domain.series import Actual, Bound, Vintage
from tracker.domain.target import Of, Reading, Target

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Observation:
    """One observed value of what a target speaks of, with the figures it was taken or computed from."""

    period: Period
    value: Decimal
    figures: tuple[Actual, ...]
    how: str = "printed"

    @property
    def provisional(self) -> bool:
        """Whether one of the figures behind it is still to be replaced."""
        return any(figure.vintage.provisional for figure in self.figures)

    @property
    def bound(self) -> Bound | None:
        """Whether only a limit was printed."""
        return next((figure.bound for figure in self.figures if figure.bound), None)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The standing figures of an indicator, those that print its growth, and those of the peer it is compared with."""

    indicator: Indicator
    figures: Mapping[Period, Actual]
    rates: Mapping[Period, Actual]
    peer: Mapping[Period, Actual]


def observations(target: Target, evidence: Evidence, as_of: date) -> list[Observation]:
    """Everything observed by a day of what the target speaks of; plans are not observations."""
    seen = Evidence(
        evidence.indicator, *(happened(f, as_of) for f in (evidence.figures, evidence.rates, evidence.peer))
    )
    return comparable(SPEAKS_OF[target.of](target, seen), evidence.indicator, as_of)


def happened(figures: Mapping[Period, Actual], as_of: date) -> dict[Period, Actual]:
    """The figures of periods that have ended, without mere plans."""
    return {p: a for p, a in figures.items() if p.last <= as_of and a.vintage is not Vintage.PLAN}


def comparable(series: list[Observation], indicator: Indicator, as_of: date) -> list[Observation]:
    """Only what comes after the latest break in scope; figures before it cannot be set beside those after."""
    start = max((b.first for b in indicator.breaks if b.first <= as_of), default=None)
    return [o for o in series if start is None or o.period.first >= start]


def values(_: Target, evidence: Evidence) -> list[Observation]:
    """The indicator itself; a flow is brought to year-to-date form."""
    if evidence.indicator.measure is Measure.FLOW:
        return sorted(year_to_date(evidence.figures), key=lambda o: o.period)
    return [Observation(p, a.value, (a,)) for p, a in evidence.figures.items() if a.value is not None]


def year_to_date(figures: Mapping[Period, Actual]) -> list[Observation]:
    """Every printed year-to-date value of a flow, carried on by single periods where the running total was not printed."""
    found = {p: Observation(p, a.value, (a,)) for p, a in figures.items() if running(p) and a.value is not None}
    for period, actual in figures.items():
        if running(period) or actual.value is None or actual.bound:
            continue
        before = found.get(Period(date(period.last.year, 1, 1), period.first - timedelta(days=1))) if starts_late(
            period
        ) else None
        whole = Period(date(period.last.year, 1, 1), period.last)
        if before and not before.bound and whole not in found:
            found[whole] = Observation(whole, before.value + actual.value, (*before.figures, actual), "summed")
    return list(found.values())


def running(period: Period) -> bool:
    """Whether a flow of that period is a running total: from New Year, or over whole years."""
    return period.is_year_to_date or period.is_plan


def starts_late(period: Period) -> bool:
    """Whether a period lies inside one year and does not begin with it."""
    return period.first.year == period.last.year and (period.first.month, period.first.day) != (1, 1)


def growth(target: Target, evidence: Evidence) -> list[Observation]:
    """Growth on the same period a year before, in %: as printed; only where none was printed, from the two levels."""
    rates = yearly_rates(evidence)
    return compounded(rates, target) if target.reading in COMPOUNDED else rates


def yearly_rates(evidence: Evidence) -> list[Observation]:
    """Every known growth on the year before, in order of time."""
    if evidence.indicator.measure is Measure.GROWTH:
        return [Observation(p, a.value, (a,)) for p, a in evidence.figures.items() if a.value is not None]
    printed = [Observation(p, a.growth, (a,)) for p, a in evidence.rates.items() if a.growth is not None]
    levels = evidence.figures
    computed = [o for p, a in levels.items() if p not in evidence.rates and (o := growth_of(p, a, levels))]
    return sorted([*printed, *computed], key=lambda o: o.period)


def growth_of(period: Period, actual: Actual, figures: Mapping[Period, Actual]) -> Observation | None:
    """One figure's growth on the level of the year before."""
    before = figures.get(period.a_year_before())
    if before is None or actual.value is None or not before.value or actual.bound or before.bound:
        return None
    return Observation(period, (actual.value / before.value - 1) * HUNDRED, (actual, before), "computed")


COMPOUNDED = frozenset({Reading.AVERAGE, Reading.CUMULATIVE})


def average_growth(target: Target, evidence: Evidence) -> list[Observation]:
    """Compound growth a year since the baseline, in %."""
    return compounded(yearly_rates(evidence), target)


def compounded(rates: Iterable[Observation], target: Target) -> list[Observation]:
    """Yearly rates multiplied up from the year after the baseline, as long as no year is missing."""
    by_year = {o.period.year: o for o in rates if o.period.is_year}
    year = target.baseline.period.year + 1 if target.baseline else min(by_year, default=0)
    start, factor = year, Decimal(1)
    found: list[Observation] = []
    used: list[Actual] = []
    while year in by_year:
        factor *= 1 + by_year[year].value / HUNDRED
        used.extend(by_year[year].figures)
        span = Period(date(start, 1, 1), date(year, 12, 31))
        found.append(Observation(span, compound_rate(factor, year - start + 1, target), tuple(used), "compounded"))
        year += 1
    return found


def compound_rate(factor: Decimal, years: int, target: Target) -> Decimal:
    """A growth factor over some years as a total, or as a geometric yearly average, in %."""
    if target.reading is Reading.CUMULATIVE:
        return (factor - 1) * HUNDRED
    return (factor ** (Decimal(1) / years) - 1) * HUNDRED if factor > 0 else -HUNDRED


def increase(target: Target, evidence: Evidence) -> list[Observation]:
    """The rise since the baseline, in the indicator's unit, or in pp where that is %."""
    levels = values(target, evidence)
    base = starting_value(target, levels)
    if base is None or target.baseline is None:
        return []
    after = [o for o in levels if o.period.last > target.baseline.period.last]
    return [Observation(o.period, o.value - base, o.figures, "since-baseline") for o in after]


def starting_value(target: Target, levels: Iterable[Observation]) -> Decimal | None:
    """The value a path starts from: as declared, or the figure recorded for the baseline period."""
    if target.baseline is None or target.baseline.value is not None:
        return target.baseline.value if target.baseline else None
    return next((o.value for o in levels if o.period == target.baseline.period), None)


def total(target: Target, evidence: Evidence) -> list[Observation]:
    """The sum over the years of the promise so far; it stops at the first year that is missing."""
    running_totals = values(target, evidence)
    year = first_year(target)
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


def first_year(target: Target) -> int:
    """The first year that counts towards a total: after the baseline, or the first one of a stage's own span."""
    if target.baseline:
        return target.baseline.period.year + 1
    return min((stage.by.first.year for stage in target.stages if stage.by), default=0)


def difference(_: Target, evidence: Evidence) -> list[Observation]:
    """The distance to the peer in the same period, in pp where both are %."""
    found = []
    for period, actual in evidence.figures.items():
        other = evidence.peer.get(period)
        if other and actual.value is not None and other.value is not None:
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


def needs(target: Target, evidence: Evidence, as_of: date) -> tuple[Period, ...]:
    """The periods without whose figures nothing can be computed, where a promise speaks of several years."""
    known = evidence.figures if target.of is Of.TOTAL else {**evidence.figures, **evidence.rates}
    years = [p.year for p in known if p.is_year and p.last <= as_of]
    if target.of is Of.INCREASE and target.baseline:
        return (target.baseline.period,)
    spans_years = target.of in {Of.TOTAL, Of.AVERAGE_GROWTH} or target.reading in COMPOUNDED
    first = first_year(target)
    return (Period.of_year(first),) if spans_years and first and first not in years else ()
