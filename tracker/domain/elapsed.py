"""How much of a period has gone by, by the conventions in use."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from tracker.domain.period import Period, month_index

_DAY = timedelta(days=1)
HALF_FROM, MONTH_FROM = 10, 20
"""After these days a month counts as half gone, and as gone: figures to 15 March stood at 2.5/12 in print."""


class Convention(StrEnum):
    """How the share of a period gone by is counted."""

    MONTHS = "months"
    DAYS = "days"
    MONTHS_ROUNDED = "months-rounded"


def share_elapsed(whole: Period, day: date, convention: Convention) -> Fraction:
    """The share of a period gone by at the end of a day, 0 to 1; one not made of whole months is counted in days.

    By months, a month counts from its 21st day, and from its 11th as a half: figures to 25 October are October's.
    """
    if day < whole.first:
        return Fraction(0)
    if day >= whole.last:
        return Fraction(1)
    months = whole.month_count
    if convention is Convention.DAYS or months is None:
        return Fraction((day - whole.first).days + 1, (whole.last - whole.first).days + 1)
    share = (month_index(day) - month_index(whole.first) + month_gone(day)) / months
    if convention is Convention.MONTHS:
        return share
    return Fraction(int(share * 1000 + Fraction(1, 2)), 1000)


def month_gone(day: date) -> Fraction:
    """How much of a day's own month counts as gone by at its end: nothing, a half or all of it."""
    if day.day > MONTH_FROM or (day + _DAY).day == 1:
        return Fraction(1)
    return Fraction(1, 2) if day.day > HALF_FROM else Fraction(0)
