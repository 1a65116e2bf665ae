"""Sheets as tables on a terminal: names may wrap, numbers are never cut. The one door to Rich."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from rich.box import ASCII, SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from tracker.assessment.verdict import Verdict
from tracker.render.as_plain import clean
from tracker.render.sheet import Sheet

COLOURS = {
    Verdict.MET: "green",
    Verdict.ON_TRACK: "green",
    Verdict.AT_RISK: "yellow",
    Verdict.OFF_TRACK: "red",
    Verdict.MISSED: "red",
    Verdict.UNKNOWN: "bright_black",
}


def print_tables(sheets: Iterable[Sheet], *, colour: bool, ascii_only: bool, columns: int | None) -> None:
    """Draw sheets on the terminal, at its width or at the one given."""
    console = Console(
        file=sys.stdout,
        no_color=not colour,
        color_system="auto" if colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        width=columns,
    )
    for sheet in sheets:
        if sheet.title:
            console.print(Text(clean(sheet.title), style="bold" if colour else ""))
        console.print(table(sheet, ascii_only=ascii_only, colour=colour))
        for note in sheet.notes:
            console.print(Text(clean(note)))


def table(sheet: Sheet, *, ascii_only: bool, colour: bool) -> Table:
    """One sheet as a Rich table."""
    drawn = Table(box=ASCII if ascii_only else SIMPLE_HEAD, show_header=any(c.heading for c in sheet.columns))
    for column in sheet.columns:
        drawn.add_column(
            Text(clean(column.heading)),
            justify=column.side.value,
            no_wrap=not column.wraps,
            overflow="fold",
            min_width=12 if column.wraps else None,
        )
    for row in sheet.rows:
        first, *rest = (Text(clean(cell)) for cell in row.cells)
        if colour and row.verdict:
            first.stylize(COLOURS[row.verdict])
        drawn.add_row(first, *rest)
    return drawn
