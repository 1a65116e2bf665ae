"""The months of a running total by themselves: differences of neighbours, with what the printed digits leave open."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal
from typing import NamedTuple

from tracker.domain.period import Period
from tracker.domain.quantity import interval
from tracker.domain.series import Actual

HUNDRED = Decimal(100)
Interval = tuple[Decimal, Decimal]


class Single(NamedTuple):
    """A stretch of months by itself, the interval its value lies in, and its growth on a year before, in %."""

    period: Period
    value: Decimal
    low: Decimal
    high: Decimal
    figures: tuple[Actual, ...]
    growth: Decimal | None = None
    growth_low: Decimal | None = None
    growth_high: Decimal | None = None


def single_months(figures: Mapping[Period, Actual], rates: Mapping[Period, Actual]) -> list[Single]:
    """Each running total less the one before it in its year; the first of a year stands for itself, January or not.

    `rates` are the figures that print a growth. A missing total makes the next difference span several months.
    """
    found: list[Single] = []
    before: Actual | None = None
    for period, actual in sorted(figures.items()):
        if not period.is_year_to_date or actual.value is None or actual.bound:
            continue
        same_year = before is not None and before.period is not None and before.period.year == period.year
        found.append(difference(before, actual, rates) if before and same_year else first(actual, rates))
        before = actual
    return found


def first(actual: Actual, rates: Mapping[Period, Actual]) -> Single:
    """The first total of a year, as printed."""
    period, value = span_of(actual)
    low, high = interval(value)
    rate = growth_of(period, rates)
    if rate is None:
        return Single(period, value, low, high, (actual,))
    return Single(period, value, low, high, (actual,), rate, *interval(rate))


def difference(before: Actual, actual: Actual, rates: Mapping[Period, Actual]) -> Single:
    """One total less the one before it."""
    (earlier, less), (later, value) = span_of(before), span_of(actual)
    period = Period(earlier.last + timedelta(days=1), later.last)
    alone = value - less
    low, high = minus(interval(value), interval(less))
    rate, rate_before = growth_of(later, rates), growth_of(earlier, rates)
    single = Single(period, alone, low, high, (before, actual))
    if rate is None or rate_before is None or -HUNDRED in {rate, rate_before}:
        return single
    base = value / factor(rate) - less / factor(rate_before)
    base_low, base_high = minus(base_interval(value, rate), base_interval(less, rate_before))
    if base_low <= 0 or low <= 0:
        return single
    growths = (alone / base, low / base_high, high / base_low)
    return Single(period, alone, low, high, (before, actual), *((one - 1) * HUNDRED for one in growths))


def base_interval(value: Decimal, rate: Decimal) -> Interval:
    """What a level was a year before, as its own and its growth's last printed digit allow.

    The level and its base are taken as rounded apart from each other: growth is computed on a comparable scope, and
    the two need not move together.
    """
    (low, high), (slow, fast) = interval(value), interval(rate)
    ends = [level / factor(one) for level in (low, high) for one in (slow, fast) if factor(one) > 0]
    return (min(ends), max(ends)) if ends else (Decimal(0), Decimal(0))


def minus(one: Interval, other: Interval) -> Interval:
    """The least and most that a difference can be."""
    return one[0] - other[1], one[1] - other[0]


def factor(rate: Decimal) -> Decimal:
    """A growth in % as what the base is multiplied by."""
    return 1 + rate / HUNDRED


def growth_of(period: Period, rates: Mapping[Period, Actual]) -> Decimal | None:
    """The growth printed for a period."""
    return rates[period].growth if period in rates else None


def span_of(actual: Actual) -> tuple[Period, Decimal]:
    """The period and value of a figure that has both."""
    if actual.period is None or actual.value is None:
        raise ValueError(f"the figure at {actual.location} has no period or no value; choose among those that have")
    return actual.period, actual.value
