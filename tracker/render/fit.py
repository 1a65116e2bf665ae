"""Making a sheet fit a terminal: ids move below names, whole columns give way, then words wrap; numbers stay whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tracker.render.as_plain import clean, width
from tracker.render.sheet import Column, Row, Sheet

GAP = 2
NARROWEST = 8
_PIECE = re.compile(r"[⺀-￯][，。；：、？！）》」』”’…]*|[^⺀-￯\s.\-/]*[.\-/]?[^\S\n]*|\s")
"""Where a line may end: behind a wide character with its punctuation, a dot, a dash, a slash, or a blank."""


def fitted(sheet: Sheet, columns: int) -> tuple[Sheet, tuple[str, ...]]:
    """A sheet whose cells hold the lines to draw, and the headings of the columns there was no room for."""
    sheet = cleaned(sheet)
    if not sheet.columns or total(naturals(sheet)) <= columns:
        return sheet, ()
    sheet = stacked(sheet)
    hidden: list[str] = []
    while total(leasts(sheet)) > columns and (place := first_to_go(sheet.columns)) is not None:
        hidden.insert(0, sheet.columns[place].heading)
        sheet = sheet.keeping(n for n in range(len(sheet.columns)) if n != place)
    return wrapped(sheet, shared_out(sheet, columns)), tuple(hidden)


def cleaned(sheet: Sheet) -> Sheet:
    """The sheet without anything that steers a terminal."""
    rows = tuple(replace(row, cells=tuple(map(clean, row.cells))) for row in sheet.rows)
    columns = tuple(replace(c, heading=clean(c.heading)) for c in sheet.columns)
    return replace(sheet, title=clean(sheet.title), columns=columns, rows=rows, notes=tuple(map(clean, sheet.notes)))


def stacked(sheet: Sheet) -> Sheet:
    """The sheet with the columns that may do so moved below the one before them."""
    for place in reversed([n for n, column in enumerate(sheet.columns) if column.below and n]):
        rows = tuple(replace(row, cells=joined(row.cells, place)) for row in sheet.rows)
        columns = sheet.columns[:place] + sheet.columns[place + 1 :]
        sheet = replace(sheet, columns=columns, rows=rows)
    return sheet


def joined(cells: tuple[str, ...], place: int) -> tuple[str, ...]:
    """A row's cells with one put below the cell before it."""
    both = "\n".join(filter(None, cells[place - 1 : place + 1]))
    return (*cells[: place - 1], both, *cells[place + 1 :])


def naturals(sheet: Sheet) -> list[int]:
    """How wide each column is when nothing in it wraps."""
    return [
        max([width(column.heading), *(width(line) for row in sheet.rows for line in row.cells[n].split("\n"))])
        for n, column in enumerate(sheet.columns)
    ]


def leasts(sheet: Sheet) -> list[int]:
    """How narrow each column may become."""
    return [
        min(natural, max(column.wraps, width(column.heading))) if column.wraps else natural
        for natural, column in zip(naturals(sheet), sheet.columns, strict=True)
    ]


def total(widths: Sequence[int]) -> int:
    """How wide columns are with the gaps between them."""
    return sum(widths) + GAP * max(len(widths) - 1, 0)


def first_to_go(columns: Sequence[Column]) -> int | None:
    """The column that is hidden first."""
    place = max(range(len(columns)), key=lambda n: columns[n].gives_way, default=0)
    return place if columns and columns[place].gives_way else None


def shared_out(sheet: Sheet, columns: int) -> list[int]:
    """The width of each column: what room is left goes to the columns that wrap, to each as much of what it lacks."""
    natural, least = naturals(sheet), leasts(sheet)
    spare = columns - total(least)
    if spare < 0:
        most = max((n for n, c in enumerate(sheet.columns) if c.wraps), key=lambda n: least[n], default=None)
        return [max(NARROWEST, w + spare) if n == most else w for n, w in enumerate(least)]
    lacking = [wish - have for wish, have in zip(natural, least, strict=True)]
    lack = max(sum(lacking), 1)
    return [have + min(more, spare * more // lack) for have, more in zip(least, lacking, strict=True)]


def wrapped(sheet: Sheet, widths: Sequence[int]) -> Sheet:
    """The sheet with the words of its wrapping columns on lines no wider than those."""

    def cell(text: str, place: int) -> str:
        return "\n".join(lines(text, widths[place])) if sheet.columns[place].wraps else text

    return replace(sheet, rows=tuple(
        Row(tuple(cell(text, n) for n, text in enumerate(row.cells)), row.verdict) for row in sheet.rows
    ))  # fmt: skip


def lines(text: str, most: int) -> Iterator[str]:
    """A text on lines of at most so many cells; a word longer than a line is broken."""
    for paragraph in text.split("\n"):
        line = ""
        for piece in pieces(paragraph, most):
            if line and width((line + piece).rstrip()) > most:
                yield line.rstrip()
                line = ""
            line += piece
        yield line.rstrip()


def pieces(text: str, most: int) -> Iterator[str]:
    """The parts of a text between which a line may end, none wider than a line."""
    for piece in _PIECE.findall(text):
        while width(piece.rstrip()) > most:
            cut = next(n for n in range(len(piece), 0, -1) if n == 1 or width(piece[:n]) <= most)
            yield piece[:cut]
            piece = piece[cut:]  # noqa: PLW2901 -- what is left of it
        yield piece
