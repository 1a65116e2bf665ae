"""Sheets as tables on a terminal: columns give way, words wrap, numbers are never cut. The one door to Rich."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from shutil import get_terminal_size

from rich.box import Box
from rich.console import Console, RenderableType, detect_legacy_windows
from rich.table import Table
from rich.text import Text

from tracker.assessment.verdict import Verdict
from tracker.render.fit import GAP, Fitted, fitted
from tracker.render.sheet import Sheet

COLOURS = {
    Verdict.MET: "green",
    Verdict.ON_TRACK: "green",
    Verdict.AT_RISK: "yellow",
    Verdict.OFF_TRACK: "red",
    Verdict.MISSED: "red",
    Verdict.UNKNOWN: "bright_black",
}
RULED = Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)
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
    """One sheet with its title, its notes, and the headings there was no room for."""
    fit = fitted(sheet, columns)
    notes = [*fit.sheet.notes, *([f"{sheet.hiding} {' / '.join(fit.hidden)}"] if fit.hidden else [])]
    parts = [
        text_of(Text(fit.sheet.title, style="bold"), colour=colour) if fit.sheet.title else [],
        list(rows_of(fit, text_of(table(fit.sheet), colour=colour))) if fit.sheet.rows else [],
        notes,
    ]
    return "".join(f"{line}\n" for part in parts if part for line in ("", *part)).removeprefix("\n")


def rows_of(fit: Fitted, lines: Sequence[str]) -> Iterator[str]:
    """The lines of a table, each row's followed by those that stand below it."""
    heights = [max(cell.count("\n") + 1 for cell in row.cells) for row in fit.sheet.rows]
    place = len(lines) - sum(heights)
    yield from lines[:place]
    for height, below in zip(heights, fit.below, strict=True):
        yield from lines[place : place + height]
        yield from below
        place += height


def text_of(thing: RenderableType, *, colour: bool) -> list[str]:
    """What Rich makes of a thing, without blanks at the ends of lines; the environment has no say in it."""
    out = StringIO()
    console = Console(
        file=out,
        width=WIDEST,
        height=1,
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        _environ={},
    )
    console.print(thing, soft_wrap=isinstance(thing, Text))
    return [line.rstrip() for line in out.getvalue().splitlines()]


def table(sheet: Sheet) -> Table:
    """One sheet that fits as a Rich table."""
    headed = any(c.heading for c in sheet.columns)
    drawn = Table(box=RULED, show_header=headed, show_edge=False, header_style="bold")
    drawn.padding, drawn.pad_edge = (0, GAP - 1, 0, 0), False
    for column in sheet.columns:
        drawn.add_column(Text(column.heading), justify=column.side.value, no_wrap=True)
    for row in sheet.rows:
        first, *rest = (Text(cell) for cell in row.cells)
        if row.verdict:
            first.stylize(COLOURS[row.verdict])
        drawn.add_row(first, *rest)
    return drawn
