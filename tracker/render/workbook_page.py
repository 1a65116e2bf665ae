"""A page of a workbook before any library writes it: tables of values with how each column looks, and native charts."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from tracker.assessment.verdict import Verdict

Value: TypeAlias = str | int | Decimal | date | None


class Look(StrEnum):
    """How the values of a column are shown."""

    TEXT = "text"
    STATE = "state"
    PRINTED = "printed"
    NUMBER = "number"
    WHOLE = "whole"
    SHARE = "share"
    DIFFERENCE = "difference"
    DAY = "day"
    TIME = "time"


FIGURES = frozenset({Look.PRINTED, Look.NUMBER, Look.WHOLE, Look.SHARE, Look.DIFFERENCE})
"""Looks of numbers: they stand to the right."""


class Head(NamedTuple):
    """The heading of a column, how its values look, and the most cells wide it becomes before its words wrap."""

    words: str
    look: Look = Look.TEXT
    most: int = 40


class Table(NamedTuple):
    """Rows of values below their headings; the caption stands above."""

    heads: tuple[Head, ...]
    rows: tuple[tuple[Value, ...], ...]
    caption: str = ""


class Line(NamedTuple):
    """One series of a chart: its name, and the columns of a table its places are read from."""

    name: str
    across: int
    up: int
    colour: str
    dashed: bool = False
    marked: bool = False
    joined: bool = True


class Bars(NamedTuple):
    """Bars of a chart: the columns of a table their names and lengths are read from, and each one's colour."""

    names: int
    lengths: int
    colours: tuple[str, ...]


class Picture(NamedTuple):
    """A native chart of one table of its page, beside it: lines over days, or bars."""

    title: str
    table: int
    column: int
    lines: tuple[Line, ...] = ()
    bars: Bars | None = None
    unit: str = ""


class Page(NamedTuple):
    """One page: its name on the tab, its title, tables below each other, notes, and charts."""

    name: str
    title: str
    tables: tuple[Table, ...]
    notes: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    frozen: int = 0


class About(NamedTuple):
    """What holds for the whole file: its properties, its font, how its numbers are grouped, the words for states."""

    title: str
    subject: str
    made: datetime
    author: str
    font: str
    grouped: bool
    states: tuple[tuple[str, Verdict], ...]


def without_empty(table: Table) -> Table:
    """A table without the columns in which no row has anything to say."""
    used = [n for n in range(len(table.heads)) if any(row[n] not in {None, ""} for row in table.rows)]
    rows = tuple(tuple(row[n] for n in used) for row in table.rows)
    return table._replace(heads=tuple(table.heads[n] for n in used), rows=rows) if used else table
