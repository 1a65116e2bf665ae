"""The scales of a chart: round numbers up its side, months or years along its foot."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import ceil, floor, isfinite, log10

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
ROOM = 0.04
FINEST = 1e-12
"""Marks closer than this part of the values are the same number in print, and nearly so in a float."""
SHORTER = 2
"""How many more years than months fit along a foot: they are shorter to write."""
MONTHS_IN_YEAR = 12
QUARTERLY_UP_TO = 30
"""Months of a span whose foot is marked by months; a longer one is marked by years."""


def reach(values: Sequence[float]) -> tuple[float, float]:
    """The lowest and highest value of a chart's side, with a little room; from nought where values come near it."""
    low, high = min(values), max(values)
    room = (high - low) * ROOM or abs(high) * ROOM or 1.0
    bottom = 0.0 if 0 <= low < (high - low) / 2 else low - room
    return bottom, high + room


def ticks(low: float, high: float, most: int) -> list[float]:
    """Round numbers between two values, no more than so many."""
    raw = (high - low) / max(most - 1, 1)
    if not isfinite(raw) or raw <= FINEST * max(abs(low), abs(high)):
        return [low]
    unit = 10.0 ** floor(log10(raw))
    step = next(unit * each for each in STEPS if unit * each >= raw * (1 - 1e-9))
    first, last = ceil(low / step - 1e-9), floor(high / step + 1e-9)
    return [n * step for n in range(first, last + 1)]


def days(first: date, last: date, most: int) -> list[tuple[date, str]]:
    """Ends of months, or of years where the span is long, with how they are written; no more than so many."""
    months = (last.year - first.year) * MONTHS_IN_YEAR + last.month - first.month
    short = months <= QUARTERLY_UP_TO
    step = next((s for s in (1, 2, 3, 6) if short and months / s < most), MONTHS_IN_YEAR)
    years = max(1, ceil((last.year - first.year + 1) / (most + SHORTER))) if step == MONTHS_IN_YEAR else 1
    found = []
    for number in range(first.year * MONTHS_IN_YEAR, (last.year + 1) * MONTHS_IN_YEAR):
        year, month = divmod(number, MONTHS_IN_YEAR)
        end = month_end(year, month + 1)
        if (month + 1) % step == 0 and first <= end <= last and (last.year - year) % years == 0:
            found.append((end, f"{year}" if step == MONTHS_IN_YEAR else f"{year}-{month + 1:02}"))
    return found or [(last, str(last.year))]


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    from calendar import monthrange

    return date(year, month, monthrange(year, month)[1])
