"""Sheets as plain text for pipes and files: no borders, no wrapping, nothing cut, columns aligned."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest
from unicodedata import category, east_asian_width

from tracker.render.sheet import Sheet, Side

UNSHOWABLE = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


def clean(text: str) -> str:
    """Text without characters that steer a terminal or turn its writing direction."""
    if text.isascii() and text.isprintable():
        return text
    return "".join("\ufffd" if category(c) in UNSHOWABLE else c for c in text)


def width(text: str) -> int:
    """How many cells a text takes on a terminal; only wide characters take two."""
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(c) in "WF" else 0 if category(c) == "Mn" else 1 for c in text)


def as_plain(sheets: Iterable[Sheet]) -> str:
    """The sheets one below the other."""
    return "\n".join("\n".join(lines(sheet)) + "\n" for sheet in sheets)


def lines(sheet: Sheet) -> list[str]:
    """One sheet, line by line."""
    cells = [[clean(c) for c in row.cells] for row in sheet.rows]
    head = [[clean(c.heading) for c in sheet.columns]] if any(c.heading for c in sheet.columns) else []
    widths = [max(map(width, column)) for column in zip_longest(*head, *cells, fillvalue="")]
    sides = [c.side for c in sheet.columns]
    body = [aligned(row, widths, sides) for row in [*head, *cells]]
    return [*([clean(sheet.title), ""] if sheet.title else []), *body, *([""] if sheet.notes else []), *map(clean, sheet.notes)]


def aligned(row: list[str], widths: list[int], sides: list[Side]) -> str:
    """One row with its cells set to their sides, two spaces apart."""
    padded = [
        " " * (w - width(c)) + c if side is Side.RIGHT else c + " " * (w - width(c))
        for c, w, side in zip(row, widths, sides, strict=True)
    ]
    return "  ".join(padded).rstrip()
