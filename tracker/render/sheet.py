"""A view as columns and rows of words: made once, dressed by any format."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tracker.assessment.verdict import Verdict


class Side(StrEnum):
    """Which side a column's words are set to."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, its side, and whether its words may wrap; numbers are never cut."""

    heading: str
    side: Side = Side.LEFT
    wraps: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row of words, with the verdict its first cell may be coloured by."""

    cells: tuple[str, ...]
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A titled table; a table without columns is a list of lines."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
