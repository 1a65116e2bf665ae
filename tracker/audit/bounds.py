"""What no figure can be: larger than the whole, smaller than nothing, or known before its period is over."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.audit.findings import Finding, Outcome, Side, fixed, level, rate
from tracker.audit.growth import NOTHING
from tracker.audit.interval import below, exactly
from tracker.audit.ledger import Ledger
from tracker.audit.shares import share_of
from tracker.audit.stages import declared
from tracker.domain.indicator import Indicator, Measure
from tracker.domain.series import Actual, Vintage
from tracker.domain.target import Of

AHEAD = frozenset({Vintage.PLAN, Vintage.ESTIMATE})
"""Vintages that may speak of a period that is not over yet."""


def limits(ledger: Ledger) -> Iterator[Finding]:
    """Ratios and shares of at most 100 %, counts and ratios of at least nothing, growth of at least -100 %."""
    for indicator, slot, actual in ledger.figures():
        for side, least, most in measured(indicator, actual):
            yield within((indicator.id, slot.printed), side, least, most)
    for target in ledger.portfolio.targets:
        indicator = ledger.portfolio.indicators[target.indicator]
        for stage in target.stages if target.of is Of.VALUE else ():
            if stage.value is not None:
                value = fixed(stage.value, indicator.unit, declared(target))
                for least, most in ends(indicator):
                    yield within((target.indicator, str(stage.by or "")), value, least, most)


def measured(indicator: Indicator, actual: Actual) -> Iterator[tuple[Side, int | None, int | None]]:
    """What one figure says, each with the least and most it can be."""
    if actual.value is not None:
        for least, most in ends(indicator):
            yield level(actual), least, most
    if actual.growth is not None:
        yield rate(actual, actual.growth), -100, None
    if said := share_of(actual):
        yield rate(actual, said[1]), 0, 100


def ends(indicator: Indicator) -> Iterator[tuple[int | None, int | None]]:
    """The least and most a value of an indicator can be; nothing where it has no such ends."""
    if indicator.measure is Measure.RATIO and indicator.unit.symbol == "%":
        yield 0, 100
    elif indicator.measure is Measure.RANK:
        yield 1, None
    elif indicator.measure is Measure.STOCK and indicator.unit.kind == "count":
        yield 0, None
    elif indicator.measure is Measure.GROWTH and indicator.unit.symbol == "%":
        yield -100, None


def within(place: tuple[str, str], side: Side, least: int | None, most: int | None) -> Finding:
    """One number, against the least and most it can be."""
    number = side.number or NOTHING
    if most is not None and number > most and below(exactly(most), side.span):
        return Finding("limit", Outcome.FAILS, *place, side, fixed(most, side.unit), "above")
    if least is not None and number < least and below(side.span, exactly(least)):
        return Finding("limit", Outcome.FAILS, *place, side, fixed(least, side.unit), "below")
    nearest = most if most is not None else least
    return Finding("limit", Outcome.HOLDS, *place, side, fixed(nearest or 0, side.unit), "within")


def publication(ledger: Ledger) -> Iterator[Finding]:
    """No actual is known before its period is over; plans and estimates are."""
    for indicator, slot, actual in ledger.figures():
        known, period = actual.known_on, slot.period
        if known is None or period is None or actual.vintage in AHEAD:
            continue
        early = known < period.last
        outcome, code = (Outcome.FAILS, "early") if early else (Outcome.HOLDS, "over")
        facts = (("ends", period.last), ("published", known))
        yield Finding("publication", outcome, indicator.id, slot.printed, level(actual), None, code, facts)
