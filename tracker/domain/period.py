"""A stretch of days with a name: a year, half, quarter, month, day, year to date, plan or any range."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import NamedTuple, Self

from tracker.domain.period_text import FIRST_YEAR, LAST_YEAR, month_span, part_span, span_of

_DAY = timedelta(days=1)
_YEAR = 12  # months; the last month's number too


def _same_day(day: date, year: int) -> date:
    """The day in another year; 29 February falls back to the 28th."""
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)


def month_index(day: date) -> int:
    """The number of a day's month, counted from the year nought."""
    return day.year * 12 + day.month - 1


def _in_range(year: int) -> int:
    if not FIRST_YEAR - 1 <= year <= LAST_YEAR + 1:  # a year before the first, and one after the last, are asked for
        raise ValueError(f"the year {year} is not between {FIRST_YEAR} and {LAST_YEAR}")
    return year


class _Span(NamedTuple):
    """The two days a period is made of."""

    first: date
    last: date


class Period(_Span):
    """The days from `first` to `last`, both included; ordered by where they end, then by where they begin."""

    __slots__ = ()

    def __new__(cls, first: date, last: date) -> Self:
        """Refuse a period that ends before it begins, or that the calendar cannot hold with its neighbours."""
        if first.year <= MINYEAR or last.year >= MAXYEAR:
            raise ValueError(f"{first} to {last} lies at the edge of the calendar; write a nearer year")
        if first > last:
            raise ValueError(f"no period begins on {first} and ends on {last}; write the earlier day first")
        return super().__new__(cls, first, last)

    @classmethod
    def parse(cls, text: str) -> Period:
        """The period a text names, in any accepted form; ValueError lists the forms."""
        return cls(*span_of(text))

    @classmethod
    def months(cls, first_year: int, first_month: int, last_year: int, last_month: int) -> Period:
        """The whole months from one to another, both included."""
        return cls(*month_span(_in_range(first_year), first_month, _in_range(last_year), last_month))

    @classmethod
    def of_year(cls, year: int) -> Period:
        """One calendar year."""
        return cls.months(year, 1, year, 12)

    @classmethod
    def of_half(cls, year: int, half: int) -> Period:
        """The first or second half of a year."""
        return cls(*part_span(_in_range(year), "h", half))

    @classmethod
    def of_quarter(cls, year: int, quarter: int) -> Period:
        """One of the four quarters of a year, by itself."""
        return cls(*part_span(_in_range(year), "q", quarter))

    @classmethod
    def of_month(cls, year: int, month: int) -> Period:
        """One calendar month."""
        return cls(*part_span(_in_range(year), "m", month))

    @classmethod
    def of_day(cls, day: date) -> Period:
        """One day."""
        _in_range(day.year)
        return cls(day, day)

    @classmethod
    def year_to_date(cls, year: int, month: int) -> Period:
        """From 1 January to the end of a month of the same year."""
        return cls.months(year, 1, year, month)

    def __str__(self) -> str:
        """The canonical text, which the span alone decides: January to March is 2025-Q1, all twelve months are 2025."""
        first, last, year = self.first, self.last, f"{self.last.year:04}"
        if self.month_count is None:
            return str(first) if self.is_day else f"{first}/{last}"
        if self.is_year or self.is_named_by_years:
            return year if self.is_year else f"{first.year:04}/{year}"
        if self.is_half:
            return f"{year}-H{last.month // 6}"
        if self.is_quarter:
            return f"{year}-Q{last.month // 3}"
        month = f"{year}-{last.month:02}"
        return month if self.is_month else f"{first.year:04}-{first.month:02}/{month}"

    def __lt__(self, other: tuple[date, ...]) -> bool:
        """Whether this period ends earlier, or ends with the other and begins earlier."""
        return self[::-1] < other[::-1]

    def __le__(self, other: tuple[date, ...]) -> bool:
        """Whether this period does not come after the other."""
        return self[::-1] <= other[::-1]

    def __gt__(self, other: tuple[date, ...]) -> bool:
        """Whether this period ends later, or ends with the other and begins later."""
        return self[::-1] > other[::-1]

    def __ge__(self, other: tuple[date, ...]) -> bool:
        """Whether this period does not come before the other."""
        return self[::-1] >= other[::-1]

    @property
    def year(self) -> int:
        """The calendar year of the last day."""
        return self.last.year

    @property
    def month_count(self) -> int | None:
        """How many whole months it is made of; None when it is not made of whole months."""
        if self.first.day != 1 or (self.last + _DAY).day != 1:
            return None
        return month_index(self.last) - month_index(self.first) + 1

    def _is_part(self, size: int) -> bool:
        """Whether it is one of the equal parts of that many months into which a year is cut."""
        return self.month_count == size and self.last.month % size == 0

    @property
    def is_year(self) -> bool:
        """Whether it is one calendar year."""
        return self._is_part(_YEAR)

    @property
    def is_half(self) -> bool:
        """Whether it is the first or second half of a year."""
        return self._is_part(6)

    @property
    def is_quarter(self) -> bool:
        """Whether it is one of the four quarters of a year."""
        return self._is_part(3)

    @property
    def is_month(self) -> bool:
        """Whether it is one calendar month."""
        return self._is_part(1)

    @property
    def is_day(self) -> bool:
        """Whether it is one day."""
        return self.first == self.last

    @property
    def is_plan(self) -> bool:
        """Whether it is several whole calendar years."""
        count = self.month_count
        return count is not None and count > _YEAR and count % _YEAR == 0 and self.last.month == _YEAR

    @property
    def is_named_by_years(self) -> bool:
        """Whether its first and last year name it; those of two years could also name a school or fiscal year."""
        return self.is_plan and self.month_count != 2 * _YEAR

    @property
    def is_year_to_date(self) -> bool:
        """Whether it runs from 1 January to a month's end of the same year; a whole year does."""
        return self.first.month == 1 and self.first.year == self.last.year and self.month_count is not None

    def _moved(self, months: int) -> Period:
        """The same number of whole months, that many months later."""
        first, last = month_index(self.first) + months, month_index(self.last) + months
        return Period(*month_span(first // 12, first % 12 + 1, last // 12, last % 12 + 1))

    def a_year_before(self) -> Period:
        """The same stretch one year earlier, which growth on the same period is measured against."""
        if self.month_count is not None:
            return self._moved(-12)
        return Period(_same_day(self.first, self.first.year - 1), _same_day(self.last, self.last.year - 1))

    def whole_year(self) -> Period:
        """The calendar year that holds the last day."""
        return Period(*month_span(self.year, 1, self.year, 12))

    def holds(self, other: Period) -> bool:
        """Whether every day of the other period lies in this one."""
        return self.first <= other.first and other.last <= self.last

    def following(self) -> Period:
        """The next stretch of the same kind: month after month; other years to date grow by a month."""
        if self.month_count is None:
            length = self.last - self.first + _DAY
            return Period(self.first + length, self.last + length)
        named = self.is_month or self.is_quarter or self.is_half or self.is_year
        if self.is_year_to_date and not named:
            return self.following_year_to_date()
        return self._moved(self.month_count)

    def following_year_to_date(self) -> Period:
        """The next release of a year-to-date series: one month longer, and January to February after a whole year."""
        year, month = (self.year + 1, 2) if self.last.month == _YEAR else (self.year, self.last.month + 1)
        return Period(*month_span(year, 1, year, month))
