"""Sheets as tables on a terminal: columns give way, words wrap, numbers are never cut. The one door to Rich."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from io import StringIO
from shutil import get_terminal_size

from rich.box import Box
from rich.console import Console, RenderableType, detect_legacy_windows
from rich.table import Table
from rich.text import Text

from tracker.assessment.verdict import Verdict
from tracker.render.fit import GAP, fitted
from tracker.render.sheet import Sheet

COLOURS = {
    Verdict.MET: "green",
    Verdict.ON_TRACK: "green",
    Verdict.AT_RISK: "yellow",
    Verdict.OFF_TRACK: "red",
    Verdict.MISSED: "red",
    Verdict.UNKNOWN: "bright_black",
}
RULED = Box("    \n    \n -  \n    \n    \n    \n    \n    \n", ascii=True)
"""A line of ASCII dashes below the headings: Chinese terminals may draw the line characters twice as wide."""
WIDEST = 100_000


def print_tables(
    sheets: Iterable[Sheet], *, colour: bool, ascii_only: bool = False, columns: int | None = None
) -> None:
    """Draw sheets on the terminal, at its width or at the one given; every line drawn is ASCII already."""
    del ascii_only
    wide = columns or get_terminal_size().columns
    sys.stdout.write(as_table(sheets, colour=colour and not detect_legacy_windows(), columns=wide))


def as_table(sheets: Iterable[Sheet], *, colour: bool, columns: int) -> str:
    """The sheets as tables one below the other; without colour there is nothing but text."""
    return "\n".join(drawn(sheet, colour=colour, columns=columns) for sheet in sheets)


def drawn(sheet: Sheet, *, colour: bool, columns: int) -> str:
    """One sheet with its title, its notes, and the columns there was no room for."""
    fit, hidden = fitted(sheet, columns)
    notes = [*fit.notes, *([f"{fit.hiding} {', '.join(hidden)}"] if hidden else [])]
    parts: list[list[RenderableType]] = [
        [Text(fit.title, style="bold")] if fit.title else [],
        [table(fit)] if fit.rows else [],
        [Text(note) for note in notes],
    ]
    return text_of([thing for part in parts if part for thing in ("", *part)][1:], colour=colour)


def text_of(things: Iterable[RenderableType], *, colour: bool) -> str:
    """What Rich makes of things, without blanks at the ends of lines; the environment has no say in it."""
    out = StringIO()
    console = Console(
        **{"file": out, "width": WIDEST, "height": 1, "legacy_windows": False, "highlight": False, "emoji": False},
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        markup=False,
        _environ={},
    )
    for thing in things:
        console.print(thing, soft_wrap=isinstance(thing, Text))
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def table(sheet: Sheet) -> Table:
    """One sheet that fits as a Rich table."""
    headed = any(c.heading for c in sheet.columns)
    drawn = Table(box=RULED, show_header=headed, show_edge=False, padding=(0, GAP, 0, 0), header_style="bold")
    for column in sheet.columns:
        drawn.add_column(Text(column.heading), justify=column.side.value, no_wrap=True)
    for row in sheet.rows:
        first, *rest = (Text(cell) for cell in row.cells)
        if row.verdict:
            first.stylize(COLOURS[row.verdict])
        drawn.add_row(first, *rest)
    return drawn
