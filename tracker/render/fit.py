"""Making a sheet fit a terminal: ids and remarks move below their row, columns give way, words wrap."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tracker.render.as_plain import clean, width
from tracker.render.sheet import Column, Sheet
from tracker.render.wrap import wrap

GAP = 2
NARROWEST = 8


class Fitted(NamedTuple):
    """A sheet whose cells hold the lines to draw, the lines below each row, and the headings there was no room for.

    `quiet` is what the first of the lines below each row begins with that is to be drawn faintly.
    """

    sheet: Sheet
    below: tuple[tuple[str, ...], ...]
    hidden: tuple[str, ...] = ()
    quiet: tuple[str, ...] = ()


def fitted(sheet: Sheet, columns: int) -> Fitted:
    """A sheet made to fit so many cells; where it fits as it is, nothing moves."""
    sheet = cleaned(sheet)
    if not sheet.columns or total(naturals(sheet)) <= columns:
        return Fitted(sheet, ((),) * len(sheet.rows), (), ("",) * len(sheet.rows))
    moved = [n for n, column in enumerate(sheet.columns) if column.below]
    texts = [[row.cells[n] for n in moved if row.cells[n]] for row in sheet.rows]
    faint = [n for n in moved[:1] if sheet.columns[n].quiet]
    quiet = tuple("".join(row.cells[n] for n in faint) for row in sheet.rows)
    sheet = sheet.keeping(n for n in range(len(sheet.columns)) if n not in moved)
    every = sheet.columns
    while total(leasts(sheet)) > columns and (place := first_to_go(sheet.columns)) is not None:
        sheet = sheet.keeping(n for n in range(len(sheet.columns)) if n != place)
    hidden = tuple(column.heading for column in every if column not in sheet.columns)
    widths = shared_out(sheet, columns)
    indent = widths[0] + GAP if len(widths) > 1 else 0
    return Fitted(wrapped(sheet, widths), tuple(below(text, indent, columns) for text in texts), hidden, quiet)


def cleaned(sheet: Sheet) -> Sheet:
    """The sheet without anything that steers a terminal."""
    rows = tuple(row._replace(cells=tuple(map(clean, row.cells))) for row in sheet.rows)
    columns = tuple(c._replace(heading=clean(c.heading)) for c in sheet.columns)
    return sheet._replace(title=clean(sheet.title), columns=columns, rows=rows, notes=tuple(map(clean, sheet.notes)))


def below(texts: Sequence[str], indent: int, columns: int) -> tuple[str, ...]:
    """Texts on one line across the terminal, or each on lines of its own, beginning where the second column does."""
    room = max(columns - indent, NARROWEST)
    together = (" " * GAP).join(texts)
    lines = [together] if width(together) <= room else [line for text in texts for line in wrap(text, room)]
    return tuple(" " * indent + line for line in lines if line)


def naturals(sheet: Sheet) -> list[int]:
    """How wide each column is when nothing in it wraps."""
    return [
        max([width(column.heading), *(width(row.cells[n]) for row in sheet.rows)])
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
    """The width of each column: what room is left goes to the columns that wrap, to each in proportion to its lack."""
    natural, least = naturals(sheet), leasts(sheet)
    spare = columns - total(least)
    if spare < 0:
        widest = max((n for n, c in enumerate(sheet.columns) if c.wraps), key=lambda n: least[n], default=None)
        return [max(NARROWEST, w + spare) if n == widest else w for n, w in enumerate(least)]
    lacking = [wish - have for wish, have in zip(natural, least, strict=True)]
    lack = max(sum(lacking), 1)
    return [have + min(more, spare * more // lack) for have, more in zip(least, lacking, strict=True)]


def wrapped(sheet: Sheet, widths: Sequence[int]) -> Sheet:
    """The sheet with the words of its wrapping columns on lines no wider than those."""

    def cell(text: str, place: int) -> str:
        return "\n".join(wrap(text, widths[place])) if sheet.columns[place].wraps else text

    rows = (row._replace(cells=tuple(cell(text, n) for n, text in enumerate(row.cells))) for row in sheet.rows)
    return sheet._replace(rows=tuple(rows))
