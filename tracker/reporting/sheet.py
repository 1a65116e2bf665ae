"""What holds for a whole sheet, and one of its rows as a draft: units and periods wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tracker.domain.period import Period
from tracker.files.sheets_cells import Cell, Grid, Line
from tracker.files.sheets_text import shown
from tracker.reporting.claim import Draft
from tracker.reporting.columns import PLAIN, Columns
from tracker.reporting.guide import Guide
from tracker.reporting.headings import period_in
from tracker.reporting.printed import blank, value_and_rank

RANKS = re.compile("位次|排名|名次|排位|[Rr]ank")
COMMON_UNIT = re.compile("(?:单 ?位|units?) ?[:：] ?(.{1,24})", re.IGNORECASE)
TOTAL = re.compile("累计|截至|截止|自年初|年初至今|year to date", re.IGNORECASE)
_LARGER = re.compile(r"[-+]?(?:[2-9]|[1-9][0-9]{1,20}|1(?=\.[0-9]*[1-9]))(?:\.[0-9]{1,20})?")
_FIGURE = re.compile(r"[0-9]{1,20}\.[0-9]{1,20}|[0-9]{5,20}")
ALONE = re.compile("当月|本月|单月|当季|本季|单季")


def sheet_of(grid: Grid, columns: Columns, guide: Guide) -> Sheet:
    """What the words above its headings say of a sheet, or else its name."""
    above = list(title(grid, columns))
    units = (COMMON_UNIT.search(" ".join(text.split())) for text in above)
    period = period_in(above) or period_in([grid.name])
    return Sheet(
        grid,
        columns,
        guide,
        period,
        title_reach((*above, grid.name)),
        next((found[1] for found in units if found), None),
        any(map(RANKS.search, (*above, *(columns.words.get(c, "") for c in values_of(columns))))),
        frozenset(filter(lambda column: above_one(grid, columns, column), columns.by_role.get("growth", ()))),
    )


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet with its columns, the period, unit and ranks of its title, and how far its month reaches."""

    grid: Grid
    columns: Columns
    guide: Guide
    period: Period | None
    reach: str | None
    unit: str | None
    ranked: bool
    plain: frozenset[int]
    """The columns of growth that are not shown in percent: some of their numbers are larger than one."""

    def draft(
        self,
        line: Line,
        name: str,
        cells: Mapping[str, Cell],
        figures: Mapping[str, tuple[int, Cell, Period | None]],
    ) -> Draft:
        """One row with a figure as a draft; a rank in brackets behind the value is split off."""
        texts = {"indicator": name}
        texts |= {role: cells[role].text for role in PLAIN if role != "indicator" and not blank(cells[role].text)}
        places = {role: self.grid.place(line.number, self.columns.first(role)) for role in cells if role in texts}
        texts.update({role: cell.text for role, (_, cell, _) in figures.items() if place_filled(cell)})
        places.update({role: self.grid.place(line.number, column) for role, (column, _, _) in figures.items()})
        percent = {role for role, (_, cell, _) in figures.items() if cell.percent}
        if "value" in texts:
            self.split(texts, percent)
        troubles = {role: cell.trouble for role, (_, cell, _) in figures.items() if cell.trouble}
        troubles |= {"period": "day"} if cells["period"].trouble == "day" else {}
        self.fill(texts, figures)
        read = next((role for role in ("value", "growth", "rank") if role in texts or role in troubles), "")
        place = places.get(read) or self.grid.place(line.number)
        unseen = frozenset(role for role, (column, _, _) in figures.items() if column not in self.plain)
        return Draft(place, texts, places, frozenset(percent), troubles, frozenset() if self.grid.formats else unseen)

    def split(self, texts: dict[str, str], percent: set[str]) -> None:
        """Take a rank in brackets and a percent sign off the value."""
        value, rank = value_and_rank(texts["value"], "rank" if self.ranked else "in_brackets")
        value, signed = shown(value)
        if "rank" not in texts:
            texts.update(rank)
        percent.update({"value"} if signed else ())
        texts["value"] = value
        if blank(value):
            del texts["value"]

    def fill(self, texts: dict[str, str], figures: Mapping[str, tuple[int, Cell, Period | None]]) -> None:
        """What the row does not say itself: the unit of its heading or of the title, the period, and the defaults."""
        column, _, period = figures.get("value") or next(iter(figures.values()))
        defaults = dict(self.guide.defaults)
        if "unit" not in texts:
            one = self.columns.headings.get(column)
            unit = (one.unit if one and "value" in figures else None) or (None if "unit" in defaults else self.unit)
            texts.update({"unit_guess": unit} if unit else {})
        if "period" not in texts and "period" not in defaults and period:
            texts["period"] = str(period)
        texts.update({name: text for name, text in defaults.items() if name not in texts})


def cell_of(line: Line, column: int | None) -> Cell:
    """A cell of a row; one beyond its end is blank."""
    return line.cells[column] if column is not None and column < len(line.cells) else Cell()


def above_one(grid: Grid, columns: Columns, column: int) -> bool:
    """Whether a column holds a number larger than one."""
    texts = (cell_of(line, column).text for line in grid.lines if line.number > columns.last_row)
    return any(_LARGER.fullmatch(text) for text in texts)


def title_reach(texts: Iterable[str]) -> str | None:
    """Whether a title says that its month stands for all months up to it, or for itself; None where it says both."""
    said = {reach for text in texts for reach, words in (("total", TOTAL), ("month", ALONE)) if words.search(text)}
    return next(iter(said)) if len(said) == 1 else None


def values_of(columns: Columns) -> Iterator[int]:
    """The columns of values."""
    yield from (*columns.by_role.get("value", ()), *columns.by_role.get("total", ()))


def place_filled(cell: Cell) -> bool:
    """Whether a cell holds a figure, or something in the place of one."""
    return bool(cell.trouble) or not blank(cell.text)


def title(grid: Grid, columns: Columns) -> Iterator[str]:
    """All that is written above the headings but figures, which can look like months; and the headings nobody reads."""
    for line in grid.lines:
        if line.number < columns.last_row:
            yield from (cell.text for cell in line.cells if cell.text and not _FIGURE.fullmatch(cell.text))
