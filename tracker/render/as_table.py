"""Sheets as tables on a terminal: columns give way, words wrap, numbers are never cut. The one door to Rich."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from io import StringIO
from itertools import zip_longest
from shutil import get_terminal_size

from rich.console import Console, detect_legacy_windows
from rich.text import Text

from tracker.assessment.verdict import Verdict
from tracker.render.as_plain import aligned, width
from tracker.render.fit import Fitted, fitted, total
from tracker.render.sheet import Sheet
from tracker.render.wrap import wrap

COLOURS = {
    Verdict.MET: "green",
    Verdict.ON_TRACK: "green",
    Verdict.AT_RISK: "yellow",
    Verdict.OFF_TRACK: "red",
    Verdict.MISSED: "red",
    Verdict.UNKNOWN: "bright_black",
}
WIDEST = 100_000
"""More cells than a line has: Rich wraps nothing, the lines are made before."""


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
    hidden = f"{sheet.hiding} {' / '.join(fit.hidden)}" if fit.hidden and sheet.hiding else ""
    parts = [
        Text(fit.sheet.title, style="bold"),
        table(fit),
        within(fit.sheet.notes, columns),
        within([hidden] if hidden else [], columns),
    ]
    return text_of(Text("\n\n").join(part for part in parts if part), colour=colour)


def within(notes: Sequence[str], columns: int) -> Text:
    """Notes on lines no wider than the terminal."""
    fitting = ([note] if width(note) <= columns else wrap(note, columns) for note in notes)
    return Text("\n".join(line for lines in fitting for line in lines))


def table(fit: Fitted) -> Text:
    """The headings, a rule, and each row with what stands below it; the verdict in a row has its colour."""
    columns, rows = fit.sheet.columns, fit.sheet.rows
    headings = tuple(column.heading for column in columns)
    cells = [[cell.split("\n") for cell in row.cells] for row in rows]
    widths = [max(width(line) for cell in (*column, [heading]) for line in cell)
              for heading, *column in zip(headings, *cells, strict=True)]  # fmt: skip
    sides = [column.side for column in columns]
    lines = [Text(aligned(headings, widths, sides), style="bold"), Text("-" * total(widths))] if any(headings) else []
    for row, parts, below, quiet in zip(rows, cells, fit.below, fit.quiet, strict=True):
        for first, *rest in zip_longest(*parts, fillvalue=""):
            line = Text(aligned((first, *rest), widths, sides))
            line.stylize(COLOURS[row.verdict] if row.verdict else "", 0, len(first))
            lines.append(line)
        lines += (faintly(line, quiet) for line in below)
    return Text("\n").join(lines)


def faintly(line: str, quiet: str) -> Text:
    """A line below a row, what is quiet at its beginning drawn faintly."""
    text, start = Text(line), len(line) - len(line.lstrip())
    if quiet and line.startswith(quiet, start):
        text.stylize("bright_black", start, start + len(quiet))
    return text


def text_of(text: Text, *, colour: bool) -> str:
    """What Rich makes of a text; the environment has no say in it."""
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
    console.print(text, soft_wrap=True)
    return out.getvalue()
