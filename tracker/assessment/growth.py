"""Growth on the year before: as printed, or from two levels; in a year, or compounded over several."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from decimal import Context, Decimal

from tracker.assessment.evidence import Evidence, Observation, observed
from tracker.domain.indicator import Measure
from tracker.domain.period import Period
from tracker.domain.series import Actual
from tracker.domain.target import Reading, Target

HUNDRED = Decimal(100)
COMPOUNDED = frozenset({Reading.AVERAGE, Reading.CUMULATIVE})
ROOT = Context(prec=20)  # fewer digits than are reckoned with, so that 0.7 % ten times over averages 0.7 %


def growth(target: Target, evidence: Evidence) -> list[Observation]:
    """Growth on the same period a year before, in %: as printed; only where none was printed, from the two levels."""
    rates = yearly_rates(target, evidence)
    return compounded(rates, target) if target.reading in COMPOUNDED else rates


def average_growth(target: Target, evidence: Evidence) -> list[Observation]:
    """Compound growth a year since the baseline, in %."""
    return compounded(yearly_rates(target, evidence), target)


def yearly_rates(target: Target, evidence: Evidence) -> list[Observation]:
    """Every known growth on the year before, in order of time."""
    levels, spans = evidence.figures, {stage.by for stage in target.stages}
    if evidence.indicator.measure is Measure.GROWTH:
        return longest([observed(p, a, a.value) for p, a in levels.items() if a.value is not None], spans)
    # A limit printed beside a growth speaks of the level: "more than 1000, up 8.2 %" is a growth of 8.2 %.
    printed = [
        observed(p, a, a.growth, exact=a.value is not None) for p, a in evidence.rates.items() if a.growth is not None
    ]
    computed = [o for p, a in levels.items() if p not in evidence.rates and (o := growth_of(p, a, levels))]
    return longest([*printed, *computed], spans)


def longest(rates: Iterable[Observation], spans: Collection[Period | None] = ()) -> list[Observation]:
    """One rate for each day they end on, that of the longest stretch of the year: a year before its last month.

    The rate of a promise's own span goes first, also of a season across New Year and of a plan so far.
    """
    within = (o for o in rates if o.period.first.year == o.period.year or of_a_span(o.period, spans))
    found: dict[date, Observation] = {}
    for rate in sorted(within, key=lambda o: (o.period.last, not of_a_span(o.period, spans), o.period)):
        found.setdefault(rate.period.last, rate)
    return list(found.values())


def of_a_span(period: Period, spans: Iterable[Period | None]) -> bool:
    """Whether a period is one of the spans that are promised for, or such a span so far."""
    return any(span is not None and span.first == period.first and span.holds(period) for span in spans)


def growth_of(period: Period, actual: Actual, figures: Mapping[Period, Actual]) -> Observation | None:
    """One figure's growth on the level of the year before; none on a level of zero or below."""
    before = figures.get(period.a_year_before())
    if before is None or actual.value is None or before.value is None or actual.bound or before.bound:
        return None
    if before.value <= 0:
        return None
    return Observation(period, (actual.value / before.value - 1) * HUNDRED, (actual, before), "computed")


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
        exact = all(by_year[y].bound is None for y in range(start, year + 1))
        span = Period(date(start, 1, 1), date(year, 12, 31))
        rate = compound_rate(factor, year - start + 1, target)
        found.append(Observation(span, rate, tuple(used), "compounded", exact))
        year += 1
    return found


def compound_rate(factor: Decimal, years: int, target: Target) -> Decimal:
    """A growth factor over some years as a total, or as a geometric yearly average, in %."""
    if target.reading is Reading.CUMULATIVE:
        return (factor - 1) * HUNDRED
    if factor <= 0:
        return -HUNDRED
    return ROOT.plus((factor ** (Decimal(1) / years) - 1) * HUNDRED)
