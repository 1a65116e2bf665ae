"""How much of a period has gone by, by the conventions in use."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from tracker.domain.period import Period, month_index

_DAY = timedelta(days=1)


class Convention(StrEnum):
    """How the share of a period gone by is counted."""

    MONTHS = "months"
    DAYS = "days"
    MONTHS_ROUNDED = "months-rounded"


def share_elapsed(whole: Period, day: date, convention: Convention) -> Fraction:
    """The share of a period gone by at the end of a day, 0 to 1; one not made of whole months is counted in days."""
    if day < whole.first:
        return Fraction(0)
    if day >= whole.last:
        return Fraction(1)
    months = whole.month_count
    if convention is Convention.DAYS or months is None:
        return Fraction((day - whole.first).days + 1, (whole.last - whole.first).days + 1)
    share = Fraction(month_index(day + _DAY) - month_index(whole.first), months)
    if convention is Convention.MONTHS:
        return share
    return Fraction(int(share * 1000 + Fraction(1, 2)), 1000)
