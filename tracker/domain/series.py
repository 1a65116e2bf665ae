"""Figures as they were published, and the series as it stood on a given day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from tracker.domain.location import Location
from tracker.domain.period import Period
from tracker.domain.units import Unit


class Vintage(StrEnum):
    """How settled a figure is."""

    PLAN = "plan"
    ESTIMATE = "estimate"
    FLASH = "flash"
    PRELIMINARY = "preliminary"
    FINAL = "final"
    REVISED = "revised"

    @property
    def provisional(self) -> bool:
        """Whether a later figure for the same period is still to be expected."""
        return self in PROVISIONAL


PROVISIONAL = frozenset({Vintage.PLAN, Vintage.ESTIMATE, Vintage.FLASH, Vintage.PRELIMINARY})
STANDING: Mapping[Vintage, int] = {Vintage.PLAN: 0, Vintage.ESTIMATE: 1}
"""A plan gives way to an estimate, an estimate to any actual; actuals stand equal and the latest published counts."""
ACTUAL_STANDING = 2


Description: TypeAlias = tuple[str, Decimal | None, Vintage | None]
"""A figure as a withdrawal speaks of it: its period as printed, and its value and vintage or None for any."""


class Bound(StrEnum):
    """A figure printed as a limit only: it can contradict a promise, never confirm one."""

    MORE_THAN = "more-than"
    LESS_THAN = "less-than"


class Actual(NamedTuple):
    """One published figure, digits as printed; `period` is None where the document names no year."""

    indicator: str
    period: Period | None
    printed_period: str
    value: Decimal | None
    unit: Unit
    location: Location
    growth: Decimal | None = None
    vintage: Vintage = Vintage.FINAL
    published: date | None = None
    recorded: datetime | None = None
    by: str | None = None
    source: str | None = None
    locator: str | None = None
    note: str | None = None
    bound: Bound | None = None
    share_of: Mapping[str, object] | None = None
    rank: int | None = None
    rank_of: int | None = None
    accepted: tuple[str, ...] = ()
    parts: tuple[Actual, ...] = ()

    @property
    def descriptions(self) -> tuple[Description, ...]:
        """How a withdrawal may speak of the figure: by its period, with or without its value and its vintage."""
        period, value, vintage = self.printed_period, self.value, self.vintage
        return (period, value, vintage), (period, value, None), (period, None, vintage), (period, None, None)

    @property
    def known_on(self) -> date | None:
        """The day the figure became known; None: it always was."""
        return self.published or (self.recorded.date() if self.recorded else None)


class Withdrawal(NamedTuple):
    """A figure taken back, with the reason; without a value every figure of that period is meant.

    It speaks only of what was there before it: the same figure recorded again afterwards stands.
    """

    indicator: str
    printed_period: str
    value: Decimal | None
    vintage: Vintage | None
    on: date | None
    reason: str
    location: Location
    by: str | None = None
    recorded: datetime | None = None

    @property
    def description(self) -> Description:
        """What it says of the figure."""
        return self.printed_period, self.value, self.vintage

    def takes_back(self, actual: Actual) -> bool:
        """Whether this withdrawal speaks of that figure."""
        return self.description in actual.descriptions and not self.precedes(actual)

    def precedes(self, actual: Actual) -> bool:
        """Whether the figure was recorded after it was taken back."""
        return recorded_after(actual.recorded, self.recorded, self.on)


def recorded_after(recorded: datetime | None, taken: datetime | None, on: date | None) -> bool:
    """Whether something was recorded after it was taken back: told by the times of both, or else by the days."""
    if recorded is None:
        return False
    return recorded > taken if taken else on is not None and recorded.date() > on


class Series(NamedTuple):
    """All figures of one indicator in the order they were written down, and what was taken back."""

    indicator: str
    actuals: tuple[Actual, ...] = ()
    withdrawals: tuple[Withdrawal, ...] = ()

    def known(self, known_at: date | None) -> list[Actual]:
        """The figures that stood on that day; None asks for today's knowledge."""
        return [actual for actual, taken in self.history(known_at) if taken is None]

    def history(self, known_at: date | None) -> list[tuple[Actual, Withdrawal | None]]:
        """The figures that had become known by that day, each with the first withdrawal that took it back by then."""
        in_time = [a for a in self.actuals if in_hand(a.known_on, known_at)]
        taken: dict[Description, list[tuple[int, Withdrawal]]] = {}
        for place, withdrawal in enumerate(self.withdrawals):
            if in_hand(withdrawal.on, known_at):
                taken.setdefault(withdrawal.description, []).append((place, withdrawal))
        return [(a, first_taking_back(a, taken) if taken else None) for a in in_time]

    def standing(self, known_at: date | None, *, growth: bool = False) -> dict[Period, Actual]:
        """One figure a period, in order of time: actual before estimate before plan, then the latest published.

        Only figures that print a value count, or with `growth` those that print a growth.
        """
        best: dict[Period, Actual] = {}
        for actual in self.known(known_at):
            printed = actual.growth if growth else actual.value
            if printed is not None and actual.period is not None and outranks(actual, best.get(actual.period)):
                best[actual.period] = actual
        return dict(sorted(best.items()))

    def undated(self, known_at: date | None) -> list[Actual]:
        """The figures whose year is not determined; they are shown and never judged."""
        return [a for a in self.known(known_at) if a.period is None]


def in_hand(known_on: date | None, known_at: date | None) -> bool:
    """Whether something known since one day was known on another; without a day it always was."""
    return known_on is None or known_at is None or known_on <= known_at


def outranks(actual: Actual, other: Actual | None) -> bool:
    """Whether a figure written down later replaces another of the same period; a mere limit never replaces a figure."""
    if other is None:
        return True
    mine, theirs = ((STANDING.get(a.vintage, ACTUAL_STANDING), a.bound is None) for a in (actual, other))
    if mine != theirs:
        return mine > theirs
    return (actual.known_on or date.min) >= (other.known_on or date.min)


def first_taking_back(
    actual: Actual, taken: Mapping[Description, Sequence[tuple[int, Withdrawal]]]
) -> Withdrawal | None:
    """The earliest of the withdrawals, kept by what they say with their places, that takes a figure back."""
    each = (next((one for one in taken.get(d, ()) if not one[1].precedes(actual)), None) for d in actual.descriptions)
    found = min((one for one in each if one), key=itemgetter(0), default=None)
    return found[1] if found else None


def by_description(actuals: Iterable[Actual]) -> dict[Description, list[Actual]]:
    """Figures by every way to speak of them."""
    found: dict[Description, list[Actual]] = {}
    for actual in actuals:
        for description in set(actual.descriptions):
            found.setdefault(description, []).append(actual)
    return found


def by_indicator(actuals: Iterable[Actual], withdrawals: Iterable[Withdrawal]) -> dict[str, Series]:
    """All figures, sorted into one series an indicator."""
    figures: dict[str, list[Actual]] = {}
    taken: dict[str, list[Withdrawal]] = {}
    for actual in actuals:
        figures.setdefault(actual.indicator, []).append(actual)
    for withdrawal in withdrawals:
        taken.setdefault(withdrawal.indicator, []).append(withdrawal)
    return {
        name: Series(name, tuple(figures.get(name, ())), tuple(taken.get(name, ()))) for name in {**figures, **taken}
    }
