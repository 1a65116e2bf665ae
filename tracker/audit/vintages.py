"""Several figures for one thing: vintages, limits and exact figures, ranks, and what is written down twice."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from tracker.audit.findings import PERCENT, Finding, Outcome, Side, amount, evidence, fixed, level, provisional, rate
from tracker.audit.interval import decimal
from tracker.audit.ledger import Ledger, Slot
from tracker.domain.series import Actual, Vintage, outranks
from tracker.domain.units import DEFAULT

RANK = DEFAULT.find("rank")


def vintages(ledger: Ledger) -> Iterator[Finding]:
    """Every figure of a slot, against the one that counts there."""
    for name, slots in ledger.slots.items():
        for slot, figures in slots.items():
            yield from repeated(name, slot, figures)
            for kind in ("value", "growth", "rank"):
                said = once([a for a in figures if getattr(a, kind) is not None])
                counting = standing(said)
                for other in said:
                    if counting is not None and other is not counting:
                        yield compared(kind, (name, slot.printed), counting, other)


def standing(figures: list[Actual]) -> Actual | None:
    """The figure that counts among some: an exact one before a limit, then as in every series."""
    best: Actual | None = None
    for actual in figures:
        exact = best is not None and (actual.bound is None) - (best.bound is None)
        if best is None or exact > 0 or (exact == 0 and outranks(actual, best)):
            best = actual
    return best


def said_by(actual: Actual) -> tuple[object, ...]:
    """What makes two figures the same one written twice."""
    a = actual
    return (a.value, a.growth, a.vintage, a.bound, a.rank, a.rank_of, a.source, str(a.share_of))


def once(figures: list[Actual]) -> list[Actual]:
    """Figures without those written down again."""
    return list({said_by(actual): actual for actual in reversed(figures)}.values())[::-1]


def repeated(indicator: str, slot: Slot, figures: tuple[Actual, ...]) -> Iterator[Finding]:
    """The same figure from the same document, written down more than once."""
    first: dict[tuple[object, ...], Actual] = {}
    for actual in figures:
        before = first.setdefault(said_by(actual), actual)
        if before is not actual:
            sides = (level(before), level(actual))
            yield Finding("duplicate", Outcome.CONDITIONAL, indicator, slot.printed, *sides, "written-twice")


def side(kind: str, actual: Actual) -> Side:
    """What one figure says of one kind."""
    if kind == "growth" and actual.growth is not None:
        return rate(actual, actual.growth)
    if kind == "rank" and actual.rank is not None:
        return fixed(actual.rank, RANK, evidence(actual))
    return level(actual)


def compared(kind: str, place: tuple[str, str], counting: Actual, other: Actual) -> Finding:
    """The figure that counts, against another for the same thing."""
    left, right = side(kind, counting), side(kind, other)
    check = "rank" if kind == "rank" else "bound" if kind == "value" and (counting.bound or other.bound) else "vintages"
    if left.span.meets(right.span):
        return Finding(check, Outcome.HOLDS, *place, left, right, "agree")
    if provisional(left, right) or Vintage.REVISED in {counting.vintage, other.vintage}:
        return Finding(check, Outcome.CONDITIONAL, *place, left, right, *told(kind, counting, other))
    code = "limit-broken" if check == "bound" else "contradict"
    return Finding(check, Outcome.FAILS, *place, left, right, code)


def told(kind: str, counting: Actual, other: Actual) -> tuple[str, tuple[tuple[str, object], ...]]:
    """How far two vintages lie apart, and the growth of the one on the base that the other implies."""
    vintages_ = (("counting", counting.vintage), ("other", other.vintage))
    if kind != "value" or not counting.value or not other.value or counting.bound or other.bound:
        return "other-vintage", vintages_
    apart = amount((counting.value / other.value - 1) * 100, PERCENT)
    if apart is None:
        return "other-vintage", vintages_
    facts: tuple[tuple[str, object], ...] = (*vintages_, ("percent", apart))
    if other.growth is None or other.growth <= -100:  # noqa: PLR2004 -- per cent
        return "vintage-apart", facts
    base = Fraction(other.value) / (1 + Fraction(other.growth) / 100)
    grown = amount(decimal((Fraction(counting.value) / base - 1) * 100), PERCENT)
    return "vintage-grown", (*facts, ("growth", grown), ("printed", amount(other.growth, PERCENT)))


def ranks(ledger: Ledger) -> Iterator[Finding]:
    """A place is one of those there are, and the same number is ranked in every document of a period."""
    for indicator, slot, actual in ledger.figures():
        if actual.rank is not None and actual.rank_of is not None:
            left, right = side("rank", actual), fixed(actual.rank_of, RANK)
            fits = 1 <= actual.rank <= actual.rank_of
            outcome, code = (Outcome.HOLDS, "within") if fits else (Outcome.FAILS, "beyond")
            yield Finding("rank", outcome, indicator.id, slot.printed, left, right, code)
    for name, slots in ledger.slots.items():
        for slot, figures in slots.items():
            yield from fields(name, slot, [a for a in figures if a.rank_of is not None])


def fields(indicator: str, slot: Slot, figures: list[Actual]) -> Iterator[Finding]:
    """How many are ranked, as two documents say it."""
    for other in figures[1:]:
        if other.rank_of != figures[0].rank_of:
            sides = (ranked(figures[0]), ranked(other))
            yield Finding("rank", Outcome.CONDITIONAL, indicator, slot.printed, *sides, "other-field")


def ranked(actual: Actual) -> Side:
    """How many are ranked with one figure."""
    return fixed(actual.rank_of or 0, RANK, evidence(actual))
