"""Printed growth, against the level recorded for the year before and against the growth of its parts."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from tracker.audit.findings import PERCENT, Finding, Outcome, Side, between, evidence, level, rate, tie, worked
from tracker.audit.interval import Interval, around, decimal, exactly, growth, limited, printed, total
from tracker.audit.ledger import Ledger, Slot
from tracker.domain.formula import Formula, terms
from tracker.domain.indicator import Indicator
from tracker.domain.quantity import Quantity
from tracker.domain.series import Actual
from tracker.domain.units import DEFAULT

WHOLE = -100
"""Nothing shrinks by more than 100 %."""
NOTHING = Decimal(0)
NUMBER = DEFAULT.find("index")


def factor(growth: Decimal) -> Interval:
    """What a level is multiplied by when it grows by so many per cent."""
    return (exactly(100) + printed(growth)).times(exactly(1).ends[0] / 100)


def growth_on_base(ledger: Ledger) -> Iterator[Finding]:
    """Every growth printed beside a level, against the level recorded for the year before.

    The statistics office works out growth on a base of the same scope at comparable prices, so a mismatch is told as
    such; the printed growth stands.
    """
    for indicator, slot, actual in ledger.figures():
        if actual.growth is None or actual.growth <= WHOLE or not positive(actual) or slot.plan or actual.bound:
            continue
        before = slot.a_year_before()
        base = ledger.standing(indicator.id, before) if before else None
        yield on_base(indicator, (indicator.id, slot.printed), actual, base, before)


def positive(actual: Actual | None) -> bool:
    """Whether a figure prints a level that growth can be told of."""
    return actual is not None and actual.value is not None and actual.value > 0


def on_base(
    indicator: Indicator, place: tuple[str, str], actual: Actual, base: Actual | None, before: Slot | None
) -> Finding:
    """One printed growth, against the ratio of two levels."""
    left, implied = rate(actual, actual.growth or NOTHING), implied_base(actual)
    if base is None or not positive(base):
        code, when = ("needs-base", before.period) if before else ("needs-year", None)
        facts = (("period", when), ("base", implied))
        return Finding("growth", Outcome.NOT_COMPUTABLE, *place, left, None, code, facts)
    right = ratio(actual, actual.value or NOTHING, base, base.value or NOTHING)
    if left.span.meets(right.span):
        return tie("growth", place, left, right, base=implied)
    code = "series-break" if broken(indicator, base, actual) else "scope-or-price"
    return Finding("growth", Outcome.CONDITIONAL, *place, left, right, code, (("base", implied),))


def implied_base(actual: Actual) -> Side:
    """The level a year before that a printed level and its growth imply."""
    value, growth = actual.value or NOTHING, actual.growth or NOTHING
    span = printed(value) / factor(growth)
    how = (Quantity(value, actual.unit), "/", Quantity(1 + growth / 100, NUMBER))
    number = decimal(Fraction(value) / (1 + Fraction(growth) / 100))
    return worked(span, actual.unit, (evidence(actual),), how, number)


def ratio(actual: Actual, value: Decimal, base: Actual, before: Decimal) -> Side:
    """The growth that two printed levels give."""
    span = growth(limited(value, actual.bound), limited(before, base.bound))
    how = (Quantity(value, actual.unit), "/", Quantity(before, base.unit), "- 1")
    return worked(span, PERCENT, (evidence(actual), evidence(base)), how, (value / before - 1) * 100)


def broken(indicator: Indicator, base: Actual, actual: Actual) -> bool:
    """Whether a declared break of the series lies between two figures."""
    if base.period is None or actual.period is None:
        return False
    return any(base.period.last < b.first <= actual.period.last for b in indicator.breaks)


def growth_of_sums(ledger: Ledger) -> Iterator[Finding]:
    """The growth of a sum, against the growth of its parts weighted by the bases these imply; never their average."""
    for formula in ledger.portfolio.formulas.values():
        names = [name for sign, name in terms(formula.expression) or () if sign > 0]
        if names and len(names) == len(terms(formula.expression) or ()):
            slots = {slot for name in (formula.id, *names) for slot in ledger.slots.get(name, {}) if not slot.plan}
            for slot in sorted(slots, key=lambda s: (s.printed, s.source or "")):
                yield from of_sum(ledger, formula, slot, names)


def of_sum(ledger: Ledger, formula: Formula, slot: Slot, names: list[str]) -> Iterator[Finding]:
    """The growth of one sum over one period."""
    whole, place = ledger.standing(formula.id, slot, growth=True), (formula.id, slot.printed)
    parts = [part for name in names if (part := ledger.standing(name, slot, whole, growth=True))]
    complete = [p for p in parts if p.value is not None and not p.bound]
    left = rate(whole, whole.growth) if whole and whole.growth is not None else None
    if len(complete) < len(names):
        if left:
            lacking = tuple(name for name in names if name not in {p.indicator for p in complete})
            yield Finding("aggregate", Outcome.NOT_COMPUTABLE, *place, left, None, "needs", (("what", lacking),))
        return
    right = weighted(complete)
    if left is None:
        yield Finding("aggregate", Outcome.NOT_COMPUTABLE, *place, None, right, "not-printed", (("growth", right),))
        return
    yield tie("aggregate", place, left, right, apart=apart(left, complete), growth=right)


def weighted(parts: list[Actual]) -> Side:
    """The base-weighted growth of some figures that print a level and a growth."""
    growths = [p.growth or NOTHING for p in parts]
    scales = [exactly(p.unit.factor).ends[0] for p in parts]
    levels = [level(p).span.times(scale) for p, scale in zip(parts, scales, strict=True)]
    bases = [now / factor(g) for now, g in zip(levels, growths, strict=True)]
    span = growth(total(levels), total(bases))
    amounts = [Quantity(p.value or NOTHING, p.unit) for p in parts]
    grown = zip(amounts, growths, strict=True)
    then = [part for amount, g in grown for part in ("+", amount, "/", Quantity(1 + g / 100, NUMBER))][1:]
    how = ("(", *between("+", amounts), ")", "/", "(", *then, ")", "- 1")
    return worked(
        span, PERCENT, tuple(map(evidence, parts)), how, weighted_number(amounts, growths) if span.closed else None
    )


def weighted_number(amounts: list[Quantity], growths: list[Decimal]) -> Decimal:
    """Base-weighted growth in % of the digits as printed; no base may be nothing."""
    now = [Fraction(amount.number) * Fraction(amount.unit.factor) for amount in amounts]
    then = sum(level / (1 + Fraction(growth) / 100) for level, growth in zip(now, growths, strict=True))
    return decimal((Fraction(sum(now)) / then - 1) * 100)


def apart(left: Side, parts: list[Actual]) -> str:
    """How a printed growth misses: it lies outside those of its parts, or is weighted otherwise than by their bases."""
    inside = around(end for p in parts if p.growth is not None for end in printed(p.growth).ends)
    return "not-weighted" if left.span.meets(inside) else "outside-parts"
