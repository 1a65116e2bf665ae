"""Running totals: they do not fall, each step is a month of its own, and parts of a period add up to it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import islice, pairwise

from tracker.audit.findings import PERCENT, Finding, Outcome, Side, between, evidence, level, provisional, tie, worked
from tracker.audit.growth import NOTHING, WHOLE, implied_base
from tracker.audit.interval import OPEN, difference, growth, total
from tracker.audit.ledger import Ledger
from tracker.domain.indicator import Measure
from tracker.domain.period import Period
from tracker.domain.quantity import Quantity
from tracker.domain.series import Actual

ONE_DAY = timedelta(days=1)


def running(ledger: Ledger) -> Iterator[Finding]:
    """The running totals of every flow, and the sums of its shorter periods; a flow that may be negative may fall."""
    for name in ledger.slots:
        figures = ledger.dated(name)
        if ledger.portfolio.indicators[name].measure is not Measure.FLOW:
            continue
        if all(figure.value is None or figure.value >= 0 for figure in figures.values()):
            totals = [a for period, a in figures.items() if period.is_year_to_date]
            for before, after in pairwise(totals):
                if before.period and after.period and before.period.year == after.period.year:
                    yield step(before, after, before.period, after.period)
        ends = [period.last for period in figures]
        for period, figure in figures.items():
            for parts in tilings(period, figures, ends):
                yield sum_of_parts(period, figure, parts)


def step(before: Actual, after: Actual, first: Period, last: Period) -> Finding:
    """One running total after another: it must not be smaller, and the rest is what the months between brought."""
    left, right = level(after), level(before)
    high, low = left.span.high, right.span.low
    place = (after.indicator, str(last))
    if high is not None and low is not None and high < low:
        outcome = Outcome.CONDITIONAL if provisional(left, right) else Outcome.FAILS
        return Finding("running-total", outcome, *place, left, right, "falls", (("before", first),))
    between = Period(first.last + ONE_DAY, last.last)
    facts = (("period", between), ("brought", brought(before, after)))
    grown = growth_between(before, after)
    if grown is None:
        return Finding("running-total", Outcome.HOLDS, *place, left, right, "brought", facts)
    return Finding("running-total", Outcome.HOLDS, *place, left, right, "brought-grown", (*facts, ("growth", grown)))


def brought(before: Actual, after: Actual) -> Side:
    """What the months between two running totals brought."""
    span = difference(level(after).span, level(before).span)
    number = (after.value or NOTHING) - (before.value or NOTHING)
    return worked(span, after.unit, (evidence(after), evidence(before)), (), number)


def growth_between(before: Actual, after: Actual) -> Side | None:
    """Growth of the months between two running totals, from the bases these imply; None where it cannot be told."""
    if any(a.growth is None or a.growth <= WHOLE or not a.value or a.bound for a in (before, after)):
        return None
    bases = [implied_base(after), implied_base(before)]
    span = growth(brought(before, after).span, difference(bases[0].span, bases[1].span))
    if not span.closed:  # the base of these months may have been nothing
        return None
    base = (bases[0].number or NOTHING) - (bases[1].number or NOTHING)
    number = ((brought(before, after).number or NOTHING) / base - 1) * 100
    return worked(span, PERCENT, (evidence(after), evidence(before)), (), number)


def tilings(whole: Period, figures: Mapping[Period, Actual], ends: Sequence[date]) -> list[tuple[Actual, ...]]:
    """The fewest shorter periods with figures that fill a period without gap or overlap.

    For a year, half or quarter the most as well; `ends` are the last days of all periods, in order.
    """
    if whole.month_count is None or whole.month_count == 1:
        return []
    near = islice(figures, bisect_left(ends, whole.first), bisect_right(ends, whole.last))
    inside = [p for p in near if p != whole and p.first >= whole.first and p.month_count]
    named = whole.is_year or whole.is_half or whole.is_quarter
    ways = dict.fromkeys(filled(whole, inside, worth) for worth in ((1, -1) if named else (1,)))
    return [tuple(figures[p] for p in way) for way in ways if way]


def filled(whole: Period, inside: list[Period], worth: int) -> tuple[Period, ...]:
    """The periods that fill a whole, as few (1) or as many (-1) as there can be; nothing where they leave a gap."""
    best: dict[object, tuple[Period, ...]] = {whole.first: ()}
    for period in inside:
        way = best.get(period.first)
        after = period.last + ONE_DAY
        if way is not None and (after not in best or worth * len(best[after]) > worth * (len(way) + 1)):
            best[after] = (*way, period)
    return best.get(whole.last + ONE_DAY, ())


def sum_of_parts(period: Period, figure: Actual, parts: tuple[Actual, ...]) -> Finding:
    """One period, against the shorter ones that fill it."""
    span = OPEN if any(part.bound for part in parts) else total(level(part).span for part in parts)
    number = sum((part.value or NOTHING for part in parts), NOTHING)
    how = between("+", [Quantity(part.value or NOTHING, part.unit) for part in parts])
    return tie(
        "months",
        (figure.indicator, str(period)),
        level(figure),
        worked(span, figure.unit, tuple(map(evidence, parts)), how, number),
    )
