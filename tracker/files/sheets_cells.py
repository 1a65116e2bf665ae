"""Cells as they are shown, the grids they stand in, and how much of them is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeAlias

LARGEST_FILE = 50_000_000  # bytes
LONGEST_LINE = 1_000_000  # bytes
MOST_ROWS = 200_000
MOST_COLUMNS = 1_000
Tick: TypeAlias = Callable[[], None]
"""Told after each row, for whoever shows how far the work has come."""


class Cell(NamedTuple):
    """One cell as it is shown, digits included; `percent` when a percent sign is shown behind them."""

    text: str = ""
    percent: bool = False
    trouble: str = ""  # why it is no figure: "uncached" (a formula without a result), "error", "day", "comma", "scaled"
    indent: int = 0  # how far a text is set in, in half-width letters


class Line(NamedTuple):
    """One row of a sheet or line of a file, by its number there."""

    number: int
    cells: tuple[Cell, ...]


class Grid(NamedTuple):
    """One sheet, or one file of text; `formats` says whether percent formats could be seen, the last what is hidden."""

    name: str
    lines: tuple[Line, ...]
    formats: bool = True
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()

    def place(self, number: int, column: int | None = None) -> str:
        """Where a cell stands, as people look it up: the column is counted from 0; None means the whole row."""
        if not self.name:
            return f"line {number}" if column is None else f"line {number}, column {column + 1}"
        return f"{self.name}!{'' if column is None else letters(column)}{number}"


class Book(NamedTuple):
    """The grids of a file, the names of those that are hidden and so not read, and the encoding text was read in."""

    grids: tuple[Grid, ...]
    hidden: tuple[str, ...] = ()
    encoding: str | None = None


class Refused(Exception):
    """A file that is not read, with the reason and what to do."""

    def __init__(self, code: str, sentence: str, help_: str = "") -> None:
        super().__init__(sentence)
        self.code, self.sentence, self.help = code, sentence, help_


def letters(column: int) -> str:
    """The letters a spreadsheet shows above a column, counted from 0: A to Z, AA, AB."""
    name, rest = "", column + 1
    while rest:
        rest, place = divmod(rest - 1, 26)
        name = chr(65 + place) + name
    return name


def bounded(rows: Iterable[tuple[int, list[Cell]]], name: str, tick: Tick) -> Iterator[Line]:
    """Rows with something in them, as far as the limits allow."""
    for number, cells in rows:
        while cells and not (cells[-1].text or cells[-1].trouble):
            cells.pop()
        tick()
        if not cells:
            continue
        if len(cells) > MOST_COLUMNS:
            raise too_wide(name, number)
        if number > MOST_ROWS:
            raise too_long(name)
        yield Line(number, tuple(cells))


def too_wide(name: str, number: int) -> Refused:
    """The refusal of a row with too many columns."""
    help_ = "keep the columns of the table and delete the others"
    return Refused("too-wide", f"{name}: row {number} has more than {MOST_COLUMNS:,} columns", help_)


def too_long(name: str) -> Refused:
    """The refusal of a sheet with too many rows."""
    return Refused("too-long", f"{name} has more than {MOST_ROWS:,} rows", "split it into several files")
