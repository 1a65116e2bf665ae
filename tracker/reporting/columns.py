"""What the columns of a sheet hold, told by their headings; units and periods may stand in a heading too."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from tracker.files.sheets_cells import Grid
from tracker.reporting.headings import HEADINGS, Heading, bracketed, heading
from tracker.reporting.names import key

PLAIN = tuple(role for role in HEADINGS if role not in {"id", "value", "total", "growth", "rank"})
FIGURES = ("value", "total", "growth", "rank", "milestone", "stage", "invested", "physical")
LOOKED_AT = 15  # rows in which the headings are looked for


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the headings end, which column holds what, and the columns nobody uses."""

    last_row: int
    by_role: Mapping[str, tuple[int, ...]]
    headings: Mapping[int, Heading] = field(default_factory=dict)
    unused: tuple[tuple[int, str], ...] = ()
    words: Mapping[int, str] = field(default_factory=dict)
    """What stands over each column, in both rows."""
    chosen: Mapping[int, str] = field(default_factory=dict)
    """What a row must say in some columns to be read."""

    def first(self, role: str) -> int | None:
        """The first column of a role."""
        return next(iter(self.by_role.get(role, ())), None)

    def of_figures(self) -> tuple[int, ...]:
        """Every column of values, growth and ranks."""
        return tuple(n for role in ("value", "total", "growth", "rank") for n in self.by_role.get(role, ()))

    def beside(self, role: str, column: int | None) -> int | None:
        """The column of a role that belongs to a value: the next one to its right before another value begins."""
        mine = self.by_role.get(role, ())
        values = sorted((*self.by_role.get("value", ()), *self.by_role.get("total", ())))
        if column is None or len(values) == 1 or len(mine) == 1:
            return next(iter(mine), None)
        end = next((other for other in values if other > column), 1 << 30)
        return next((one for one in mine if column < one < end), None)


def find_columns(grid: Grid) -> Columns | None:
    """The headings among the first rows, in one row or in two; None when no row names an indicator and a figure."""
    texts = [[cell.text for cell in line.cells] for line in grid.lines[:LOOKED_AT]]
    best: Columns | None = None
    for row in range(len(texts)):
        for depth in (1, 2):
            if row + depth > len(texts):
                continue
            found = read_headings(texts[row : row + depth], grid.lines[row + depth - 1].number)
            if usable(found) and (best is None or len(found.by_role) > len(best.by_role)):
                best = found
    return best


def usable(columns: Columns) -> bool:
    """Whether there is something to record and something it speaks of."""
    roles = columns.by_role.keys()
    return bool(roles & {"indicator", "id", "milestone", "project"}) and bool(roles & set(FIGURES))


def read_headings(rows: list[list[str]], last_row: int) -> Columns:
    """One or two rows as headings: below a merged cell its words are taken together with those under it."""
    width = max(map(len, rows))
    upper, lower = ([*row, *[""] * (width - len(row))] for row in (rows[0], rows[-1]))
    found: dict[int, Heading] = {}
    words: dict[int, str] = {}
    above, dating = "", False
    for column in range(width):
        # a group is headed from its first column of figures on; words over the first column of all are a title
        above, dating = (upper[column], column > 0) if upper[column] else (above, dating)
        one = meaning(upper[column], lower[column], above, single=len(rows) == 1, dating=dating)
        group = above if one and dating and lower[column] and one.months else upper[column]
        words[column] = " ".join(filter(None, dict.fromkeys((group, lower[column]))))
        found.update({column: one} if one else {})
    by_role: dict[str, tuple[int, ...]] = {}
    for column, one in found.items():
        by_role[one.role] = (*by_role.get(one.role, ()), column)
    unused = tuple((column, said) for column, said in words.items() if said and column not in found)
    return Columns(last_row, by_role, found, unused, words)


def meaning(upper: str, lower: str, above: str, *, single: bool, dating: bool = False) -> Heading | None:
    """What a column is called by the words over it, the nearest first; `dating` when those above may give months."""
    if single or not lower:
        return heading(upper)
    below = heading(lower)
    over = heading(above)
    if below and below.role == "value" and over and over.role in {"total", "value"}:
        dated = dating or not over.months
        reach = below.reach or over.reach
        return Heading(over.role, below.unit or over.unit, below.months or over.months, reach) if dated else below
    if below and below.role in {"total", "growth", "rank"} and over and dating:
        return Heading(below.role, below.unit, below.months or over.months, below.reach or over.reach)
    return below or heading(above + lower) or heading(lower + above)


def mapped_columns(grid: Grid, columns: Mapping[str, str], row: int | None) -> Columns | None:
    """The columns a map names, by their headings or their letters; None when no row holds all its headings."""
    lettered = {role: number_of(name) for role, name in columns.items()}
    for line in grid.lines[: LOOKED_AT if row is None else None]:
        if row is not None and line.number != row:
            continue
        there = {key(cell.text): place for place, cell in reversed(list(enumerate(line.cells)))}
        found = {role: there.get(key(name), lettered[role]) for role, name in columns.items()}
        if row is not None or all(key(name) in there or lettered[role] is not None for role, name in columns.items()):
            if any(place is None for place in found.values()):
                return None
            kept = {
                place: heading(line.cells[place].text) if place < len(line.cells) else None
                for place in found.values()
                if place is not None
            }
            by_role = {role: (place,) for role, place in found.items() if place is not None}
            units = {
                place: one.unit if one else bracketed(line.cells[place].text)
                for place, one in kept.items()
                if place < len(line.cells)
            }
            months = {place: (one.months, one.reach) for place, one in kept.items() if one}
            words = {place: cell.text for place, cell in enumerate(line.cells)}
            headings = {
                place: Heading(role, units.get(place), *months.get(place, (None, None)))
                for role, (place,) in by_role.items()
            }
            used = {place for places in by_role.values() for place in places}
            unused = tuple((place, said) for place, said in words.items() if said and place not in used)
            return Columns(line.number, by_role, headings, unused, words)
    return None


def with_choice(columns: Columns, where: Mapping[str, str]) -> Columns | None:
    """The columns with those that choose among rows, by their headings or letters; None when one of them is missing."""
    there = {key(said): place for place, said in columns.words.items()}
    found = {there.get(key(name), number_of(name)): text for name, text in where.items()}
    chosen = {place: text for place, text in found.items() if place is not None}
    unused = tuple((place, said) for place, said in columns.unused if place not in chosen)
    return replace(columns, unused=unused, chosen=chosen) if len(chosen) == len(where) else None


def number_of(name: str) -> int | None:
    """The column that letters such as C or AB mean, counted from 0."""
    if not re.fullmatch("[A-Z]{1,3}", name):
        return None
    column = 0
    for letter in name:
        column = column * 26 + ord(letter) - 64
    return column - 1
