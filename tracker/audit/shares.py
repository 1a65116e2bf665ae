"""Shares of a total: share times total is the part, all shares imply one total, and together they stay within it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from tracker.audit.findings import (
    PERCENT,
    Finding,
    Outcome,
    Side,
    between,
    evidence,
    fixed,
    lacking,
    level,
    tie,
    worked,
)
from tracker.audit.interval import exactly, limited, printed, total
from tracker.audit.ledger import Ledger, Slot
from tracker.domain.formula import references, terms
from tracker.domain.quantity import Quantity
from tracker.domain.series import Actual

Shares: TypeAlias = list[tuple[Actual, Decimal]]
HUNDRED = 100


def share_of(actual: Actual) -> tuple[str, Decimal] | None:
    """The whole a figure is a share of, and the share in %."""
    said = actual.share_of or {}
    whole, share = said.get("indicator"), said.get("value")
    return (whole, share) if isinstance(whole, str) and isinstance(share, Decimal) else None


def grouped(ledger: Ledger) -> dict[tuple[str, Slot], Shares]:
    """The figures that are shares, by their whole and what they speak of."""
    found: dict[tuple[str, Slot], Shares] = {}
    for _, slot, actual in ledger.figures():
        if said := share_of(actual):
            found.setdefault((said[0], slot), []).append((actual, said[1]))
    return found


def shares(ledger: Ledger) -> Iterator[Finding]:
    """Every tie between shares, their parts and their wholes."""
    for (whole, slot), parts in grouped(ledger).items():
        for actual, share in parts:
            yield share_times_total(ledger, whole, slot, actual, share)
        if len({actual.indicator for actual, _ in parts}) > 1:
            yield from one_total(ledger, whole, slot, parts)
            yield sum_of_shares(ledger, whole, slot, parts)


def share_times_total(ledger: Ledger, whole: str, slot: Slot, actual: Actual, share: Decimal) -> Finding:
    """The part must be the share of the total: 37.4 % of 76.8 is [28.67, 28.78], which 28.7 meets."""
    place, left = (actual.indicator, slot.printed), level(actual)
    known = ledger.standing(whole, slot, actual)
    if known is None or known.value is None:
        return lacking("share", place, left, whole, right=implied(ledger, whole, actual, share))
    if known.unit.kind != actual.unit.kind:
        return lacking("share", place, left, whole)
    scale = Fraction(known.unit.factor) / Fraction(actual.unit.factor)
    span = (printed(share) * limited(known.value, known.bound)).times(scale / HUNDRED)
    number = share * known.value * known.unit.factor / actual.unit.factor / HUNDRED
    how = (Quantity(share, PERCENT), "×", Quantity(known.value, known.unit))
    return tie("share", place, left, worked(span, actual.unit, level(known).evidence, how, number))


def implied(ledger: Ledger, whole: str, actual: Actual, share: Decimal) -> Side | None:
    """The total that one part and its share imply, in the unit of the whole."""
    unit = ledger.portfolio.indicators[whole].unit
    if actual.value is None or not share or unit.kind != actual.unit.kind:
        return None
    scale = Fraction(actual.unit.factor) / Fraction(unit.factor)
    span = (limited(actual.value, actual.bound) / printed(share)).times(scale * HUNDRED)
    number = actual.value * HUNDRED * actual.unit.factor / unit.factor / share
    how = (Quantity(actual.value, actual.unit), "/", Quantity(share, PERCENT))
    return worked(span, unit, level(actual).evidence, how, number)


def one_total(ledger: Ledger, whole: str, slot: Slot, parts: Shares) -> Iterator[Finding]:
    """All parts must imply one total: intervals that meet two by two all meet, so the two farthest apart decide."""
    totals = [t for actual, share in parts if (t := implied(ledger, whole, actual, share)) and t.span.closed]
    if len({t.evidence[0].indicator for t in totals}) > 1:
        highest = max(totals, key=lambda t: t.span.ends[0])
        lowest = min((t for t in totals if t is not highest), key=lambda t: t.span.ends[1])
        yield tie("implied-total", (whole, slot.printed), lowest, highest)


def sum_of_shares(ledger: Ledger, whole: str, slot: Slot, parts: Shares) -> Finding:
    """Shares of one whole add up to 100 % at most, unless the parts overlap; declared parts of a sum do not."""
    chosen = without_sums(ledger, {actual.indicator: (actual, share) for actual, share in parts})
    span = total(printed(share) for _, share in chosen.values())
    backing = tuple(evidence(actual) for actual, _ in chosen.values())
    added = sum((share for _, share in chosen.values()), Decimal(0))
    how = between("+", [Quantity(share, PERCENT) for _, share in chosen.values()])
    left = worked(span, PERCENT, backing, how, added)
    within = span.ends[0] <= exactly(HUNDRED).ends[1]
    outcome = Outcome.HOLDS if within else Outcome.FAILS if disjoint(ledger, set(chosen)) else Outcome.CONDITIONAL
    code = "within" if within else "shares-exceed"
    return Finding("share-sum", outcome, whole, slot.printed, left, fixed(HUNDRED, PERCENT), code)


def without_sums(ledger: Ledger, parts: dict[str, tuple[Actual, Decimal]]) -> dict[str, tuple[Actual, Decimal]]:
    """The parts without those that are worked out from others of them."""
    formulas = ledger.portfolio.formulas
    return {
        n: p for n, p in parts.items() if n not in formulas or not parts.keys() & {*references(formulas[n].expression)}
    }


def disjoint(ledger: Ledger, parts: set[str]) -> bool:
    """Whether one declared sum has all of these parts."""
    sums = [terms(f.expression) or [] for f in ledger.portfolio.formulas.values()]
    return any(parts <= {name for sign, name in signed if sign > 0} for signed in sums)
