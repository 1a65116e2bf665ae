"""Which columns of figures count for a row: of one period or of several, the one that is asked for, none in silence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from tracker.domain.period import Period
from tracker.reporting.columns import Columns
from tracker.reporting.headings import parsed, period_in

QUARTER = 3  # months
Filled = Callable[[int], bool]
"""Whether the cell of a column holds something in the row that is read."""


class Reading(NamedTuple):
    """One figure of a row: the period meant, and the columns of its value, growth and rank."""

    period: Period | None
    columns: Mapping[str, int]
    months: str | None = None
    """The words of the heading that name the period, where one does."""
    unsure: bool = False
    """Whether it may be of the month alone or of all months up to it: neither title nor headings say which."""
    restated: bool = False
    """Whether the period is all months up to the one the row names, since its column is a running total."""


class Row(NamedTuple):
    """What is known of a row before its figures: which cells are filled, the period asked for, the kind of number."""

    filled: Filled
    wanted: Period | None = None
    runs: bool = False
    """Whether its indicator is told as a running total, so that a total begins in January."""
    lasts: bool = False
    """Whether its indicator speaks of a stretch of time, so that it matters where that begins."""
    own: bool = False
    """Whether the row itself names the period asked for."""


@dataclass
class FigureColumns:
    """The columns of figures of one sheet, whose title names a period or none; `passed` are those not taken.

    `reach` is "total" or "month" where the title says that its month stands for the months up to it, or for itself.
    """

    columns: Columns
    title: Period | None
    reach: str | None = None
    passed: set[int] = field(default_factory=set)
    groups: dict[str, list[Reading]] = field(init=False)

    def __post_init__(self) -> None:
        """The readings of every dated heading, by the words that date it; growth and rank follow their value."""
        values = sorted((*self.columns.by_role.get("value", ()), *self.columns.by_role.get("total", ())))
        self.groups = {}
        for column in values:
            if months := self.months(column):
                self.groups.setdefault(months, []).append(Reading(None, {"value": column}, months))
        for role in ("growth", "rank"):
            mine = self.columns.by_role.get(role, ())
            for column in mine:
                if months := self.months(column) or self.dated_by(column, values, alone=len(mine) == 1):
                    group = self.groups.setdefault(months, [Reading(None, {}, months)])
                    owner = max((n for n, one in enumerate(group) if one.columns.get("value", -1) < column), default=0)
                    group[owner] = group[owner]._replace(columns={role: column, **group[owner].columns})

    def months_of_value(self, value: int | None) -> str | None:
        """The months over a value, or else over the growth beside it."""
        growth = self.columns.beside("growth", value) if value is not None else self.columns.first("growth")
        return next((said for one in (value, growth) if one is not None and (said := self.months(one))), None)

    def months(self, column: int) -> str | None:
        """The months the heading of a column names."""
        one = self.columns.headings.get(column)
        return one.months if one else None

    def dated_by(self, column: int, values: Iterable[int], *, alone: bool) -> str | None:
        """Whose growth or rank an undated column is: of the latest period if it is the only one, else of its left."""
        if alone:
            latest = [(one.last, one.month_count or 0, months) for months in self.groups if (one := self.dated(months))]
            return max(latest, default=(None, 0, None))[2]
        return next((self.months(one) for one in sorted(values, reverse=True) if one < column), None)

    def dated(self, months: str | None, wanted: Period | None = None) -> Period | None:
        """The period of a heading; a missing year is that of the title, or else of the period asked for."""
        known = self.title or wanted
        if months is None:
            return self.title
        return period_in([months]) or (parsed(f"{known.year}年{months}") if known else None) or self.title

    def period(self, one: Reading, row: Row) -> Period | None:
        """The period of a dated reading; a total of a month runs from New Year on where its indicator does."""
        dated = self.dated(one.months, row.wanted)
        return running(dated, row) if self.total(one) else dated

    def total(self, one: Reading) -> bool:
        """Whether a reading is of a column of running totals."""
        return one.columns.get("value") in self.columns.by_role.get("total", ())

    def of(self, row: Row) -> list[Reading]:
        """The figures of a row, each with its period; the columns that are filled and not taken are kept in mind."""
        taken = self.of_several(row) if len(self.groups) > 1 else self.of_one(row)
        used = {column for one in taken for column in one.columns.values()}
        figures = (c for role in ("value", "total", "growth", "rank") for c in self.columns.by_role.get(role, ()))
        self.passed.update(column for column in figures if column not in used and row.filled(column))
        return taken

    def of_several(self, row: Row) -> list[Reading]:
        """Where headings name several periods: the one asked for, else all but months beside their running totals."""
        every = [one._replace(period=self.period(one, row)) for group in self.groups.values() for one in group]
        dated = [one for one in every if any(map(row.filled, one.columns.values()))]
        if row.wanted:
            if any(one.period == row.wanted for one in every):
                return [one for one in dated if one.period == row.wanted]
            undated = [c for c in self.columns.by_role.get("value", ()) if not self.months(c) and row.filled(c)]
            return [Reading(row.wanted, {"value": column}) for column in undated] or dated
        totals = {one.period.last for one in dated if one.period and one.period.is_year_to_date and months_of(one) > 1}
        return [
            one
            for one in dated
            if not (one.period and one.period.is_month and one.period.last in totals and months_of(one) == 1)
        ]

    def of_one(self, row: Row) -> list[Reading]:
        """Where all headings speak of one period: the running total, else the value; several of a kind are all read."""
        role, period, reach = self.chosen(row)
        places = self.columns.by_role.get(role, ())
        chosen: list[int | None] = [column for column in places if row.filled(column)]
        found = []
        for column in chosen or [next(iter(places), None)]:
            columns = {} if column is None else {"value": column}
            for name in ("growth", "rank"):
                place = self.columns.beside(name, column)
                own = self.reached(place) if name == "growth" and place is not None else None
                apart = own in {"total", "month"} and own != reach
                if place is not None and apart and (reach or column is None or not row.filled(column)):
                    found.append(Reading(self.reaching(own, period, row), {name: place}))
                elif place is not None:
                    columns |= {name: place}
            months = self.months_of_value(column)
            if role == "total" and not months and self.unsure(row.wanted, row):
                found.append(
                    Reading(running(row.wanted, row) if row.own else row.wanted, columns, None, not row.own, row.own)
                )
                continue
            unsure = not (reach or months or row.wanted) and self.unsure(period, row)
            found.append(Reading(period, columns, months, unsure))
        return found

    def reached(self, column: int) -> str | None:
        """Whether the heading of a column says that it runs from New Year on, or is of the month alone."""
        one = self.columns.headings.get(column)
        return one.reach if one else None

    def reaching(self, reach: str | None, period: Period | None, row: Row) -> Period | None:
        """A period by what a heading says of it: the last month alone, or all months up to it."""
        if reach == "total":
            return running(period, row)
        if reach == "month" and period and row.lasts and period.month_count:
            return Period.of_month(period.last.year, period.last.month)
        return period

    def unsure(self, period: Period | None, row: Row) -> bool:
        """Whether a month or quarter may stand for all months up to it; the first of a year is both."""
        short = period is not None and period.month_count in {1, QUARTER} and period.first.year == period.last.year
        return bool(short and period and period.first.month > 1 and row.lasts)

    def chosen(self, row: Row) -> tuple[str, Period | None, str | None]:
        """Whether the running total counts or the value of the period itself, the period of it, and what says so.

        A value beside an empty running total speaks of the last month alone where totals run from New Year on.
        """
        total, value = self.columns.first("total"), self.columns.first("value")
        growth = self.columns.beside("growth", total) if total is not None else None
        only_growth = growth is not None and row.filled(growth) and not (value is not None and row.filled(value))
        alone = value is not None and row.filled(value) and not row.own and self.unsure(row.wanted, row)
        if total is not None and not alone and (row.filled(total) or only_growth or value is None):
            return "total", running(self.dated(self.months(total), row.wanted), row), "total"
        dated = self.dated(self.months_of_value(value), row.wanted)
        reach = (self.reached(value) if value is not None else None) or self.reach
        if total is not None and dated and row.runs:
            reach = "month"
        return "value", self.reaching(reach, dated, row), reach


def months_of(one: Reading) -> int:
    """How many months a reading speaks of; 0 when that is unknown."""
    return (one.period.month_count or 0) if one.period else 0


def running(period: Period | None, row: Row) -> Period | None:
    """The period of a running total: from New Year on, where the indicator is told so within a year."""
    if period is None or not row.lasts or period.first.year != period.last.year or period.month_count is None:
        return period
    return Period.year_to_date(period.last.year, period.last.month)
