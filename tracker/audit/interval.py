"""What the last printed digit leaves open, carried through sums, products and quotients without any rounding."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import product

from tracker.domain.quantity import interval
from tracker.domain.series import Bound


@dataclass(frozen=True, slots=True)
class Interval:
    """Every value from `low` to `high`, both included; an open end is None."""

    low: Fraction | None
    high: Fraction | None

    @property
    def closed(self) -> bool:
        """Whether both ends are known."""
        return self.low is not None and self.high is not None

    @property
    def ends(self) -> tuple[Fraction, Fraction]:
        """Both ends; ValueError where one is open."""
        if self.low is None or self.high is None:
            raise ValueError("the interval is open; give a figure that is not only a limit")
        return self.low, self.high

    def meets(self, other: Interval) -> bool:
        """Whether some value lies in both."""
        return not (below(self, other) or below(other, self))

    def __add__(self, other: Interval) -> Interval:
        """Every sum of a value here and one there."""
        return Interval(added(self.low, other.low), added(self.high, other.high))

    def __mul__(self, other: Interval) -> Interval:
        """Every product; open where one factor is."""
        if not (self.closed and other.closed):
            return OPEN
        return around(a * b for a, b in product(self.ends, other.ends))

    def __truediv__(self, other: Interval) -> Interval:
        """Every quotient; open where an end is, or where the divisor may be zero."""
        if not (self.closed and other.closed) or other.ends[0] <= 0 <= other.ends[1]:
            return OPEN
        return around(a / b for a, b in product(self.ends, other.ends))

    def times(self, factor: Fraction | int) -> Interval:
        """Every value multiplied by a number above zero."""
        low, high = (None if end is None else end * factor for end in (self.low, self.high))
        return Interval(low, high)


OPEN = Interval(None, None)


def below(one: Interval, other: Interval) -> bool:
    """Whether all of one lies below all of the other."""
    return one.high is not None and other.low is not None and one.high < other.low


def added(a: Fraction | None, b: Fraction | None) -> Fraction | None:
    """The sum of two ends; open where one is."""
    return None if a is None or b is None else a + b


def around(values: Iterable[Fraction]) -> Interval:
    """The narrowest interval that holds some values."""
    found = list(values)
    return Interval(min(found), max(found))


def printed(number: Decimal) -> Interval:
    """Every value that is printed as this number: [10.205, 10.215] for 10.21."""
    low, high = interval(number)
    return Interval(Fraction(low), Fraction(high))


def exactly(number: Decimal | int) -> Interval:
    """One value and no other."""
    return Interval(Fraction(number), Fraction(number))


def limited(number: Decimal, bound: Bound | None) -> Interval:
    """A figure as printed, or all that lies on one side of it where it is a limit only."""
    if bound is None:
        return printed(number)
    end = Fraction(number)
    return Interval(end, None) if bound is Bound.MORE_THAN else Interval(None, end)


def decimal(value: Fraction) -> Decimal:
    """A value as the nearest Decimal, for show."""
    return Decimal(value.numerator) / Decimal(value.denominator)


def difference(whole: Interval, part: Interval) -> Interval:
    """Every difference of a value of the whole and one of the part."""
    return Interval(added(whole.low, negative(part.high)), added(whole.high, negative(part.low)))


def negative(end: Fraction | None) -> Fraction | None:
    """An end with the other sign; open stays open."""
    return None if end is None else -end


def total(parts: Iterable[Interval]) -> Interval:
    """Every sum of one value of each part."""
    return sum(parts, Interval(Fraction(0), Fraction(0)))


def growth(now: Interval, before: Interval) -> Interval:
    """Growth in % from one level to another, each free of the other; open where the earlier one may be nothing."""
    return (now / before).times(100) + exactly(-100)
