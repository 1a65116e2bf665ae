"""A view as columns and rows of words: made once, dressed by any format."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from tracker.assessment.verdict import Verdict


class Side(StrEnum):
    """Which side a column's words are set to."""

    LEFT = "left"
    RIGHT = "right"


class Column(NamedTuple):
    """One column, and what may happen to it on a narrow terminal; what holds a number is never cut or wrapped.

    `wraps` is the least width its words may be wrapped to, 0 for never. The highest `gives_way` is hidden first, 0
    stays. With `below`, its words move to a line of their own below the row; `quiet` ones are drawn faintly there.
    """

    heading: str
    side: Side = Side.LEFT
    wraps: int = 0
    gives_way: int = 0
    below: bool = False
    quiet: bool = False


class Row(NamedTuple):
    """One row of words, with the verdict its first cell may be coloured by."""

    cells: tuple[str, ...]
    verdict: Verdict | None = None


class Sheet(NamedTuple):
    """A titled table, or notes only; `hiding` is said before the headings a terminal has no room for."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    hiding: str = ""

    def keeping(self, places: Iterable[int]) -> Sheet:
        """The sheet with some of its columns only."""
        kept = tuple(places)
        rows = tuple(row._replace(cells=tuple(row.cells[n] for n in kept)) for row in self.rows)
        return self._replace(columns=tuple(self.columns[n] for n in kept), rows=rows)

    def without_empty(self) -> Sheet:
        """The sheet without the columns in which no row has anything to say."""
        used = [n for n in range(len(self.columns)) if any(row.cells[n] for row in self.rows)]
        return self if len(used) == len(self.columns) else self.keeping(used)
