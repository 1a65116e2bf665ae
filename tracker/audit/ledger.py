"""Every figure known on a day, sorted by indicator and by what it speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from tracker.domain.indicator import Indicator
from tracker.domain.period import Period
from tracker.domain.portfolio import Portfolio
from tracker.domain.series import Actual, Vintage, outranks


@dataclass(frozen=True, slots=True)
class Slot:
    """What figures must share to speak of one thing: the period, and whether it is a plan.

    A period without a year means something only within its own document.
    """

    period: Period | None
    printed: str
    source: str | None = None
    plan: bool = False

    def a_year_before(self) -> Slot | None:
        """The same stretch one year earlier; None where it cannot be told."""
        if self.period is None:
            return None
        try:
            before = self.period.a_year_before()
        except ValueError:
            return None
        return Slot(before, str(before), plan=self.plan)


def slot_of(actual: Actual) -> Slot:
    """What one figure speaks of."""
    plan = actual.vintage is Vintage.PLAN
    if actual.period is None:
        return Slot(None, actual.printed_period, actual.source or actual.location.file, plan)
    return Slot(actual.period, str(actual.period), plan=plan)


@dataclass(frozen=True, slots=True)
class Ledger:
    """A portfolio with its known figures in slots; what was taken back is left out."""

    portfolio: Portfolio
    slots: Mapping[str, Mapping[Slot, tuple[Actual, ...]]]

    def figures(self) -> Iterator[tuple[Indicator, Slot, Actual]]:
        """Every figure, with what it speaks of."""
        for name, slots in self.slots.items():
            for slot, actuals in slots.items():
                for actual in actuals:
                    yield self.portfolio.indicators[name], slot, actual

    def standing(
        self, indicator: str, slot: Slot, beside: Actual | None = None, *, growth: bool = False
    ) -> Actual | None:
        """The figure that counts in a slot; one from the document of the figure it is held beside goes first."""
        best: Actual | None = None
        for actual in self.slots.get(indicator, {}).get(slot, ()):
            if (actual.growth if growth else actual.value) is None:
                continue
            nearer = beside is not None and same_document(actual, beside) - (
                best is not None and same_document(best, beside)
            )
            if best is None or nearer > 0 or (nearer == 0 and outranks(actual, best)):
                best = actual
        return best

    def dated(self, indicator: str) -> dict[Period, Actual]:
        """The figure that counts in each period, plans left out, in order of time."""
        found = {
            s.period: a for s in self.slots[indicator] if s.period and not s.plan and (a := self.standing(indicator, s))
        }
        return dict(sorted(found.items()))


def same_document(one: Actual, other: Actual) -> bool:
    """Whether two figures were taken from one document."""
    return one.source is not None and one.source == other.source


def ledger_of(portfolio: Portfolio, known_at: date | None) -> Ledger:
    """The figures known on a day; without one, today's knowledge."""
    slots: dict[str, dict[Slot, tuple[Actual, ...]]] = {}
    for name, series in sorted(portfolio.series.items()):
        if name not in portfolio.indicators:
            continue
        filed = slots.setdefault(name, {})
        for actual in series.known(known_at):
            slot = slot_of(actual)
            filed[slot] = (*filed.get(slot, ()), actual)
    return Ledger(portfolio, slots)
