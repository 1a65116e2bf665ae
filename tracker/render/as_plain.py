"""Sheets as plain text for pipes and files: no borders, no wrapping, nothing cut, no colour unless asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from unicodedata import category, east_asian_width

from tracker.assessment.verdict import Verdict
from tracker.render.sheet import Row, Sheet, Side

BOLD = "1"
COLOURS = {
    Verdict.MET: "32",
    Verdict.ON_TRACK: "32",
    Verdict.AT_RISK: "33",
    Verdict.OFF_TRACK: "31",
    Verdict.MISSED: "31",
    Verdict.UNKNOWN: "90",
}
"""The escape codes of the colours that a terminal's table has too."""
UNSHOWABLE = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
BLANK = frozenset("\t\n\v\f\r\x85\u2028\u2029")


def clean(text: str) -> str:
    """Text without what steers a terminal or turns its writing direction; the ends of lines and tabs become blanks."""
    if text.isprintable():
        return text
    return "".join(" " if c in BLANK else "\ufffd" if category(c) in UNSHOWABLE else c for c in text)


@lru_cache(maxsize=4096)
def width(text: str) -> int:
    """How many cells a text takes on a terminal; only wide characters take two, and those that sit on others none."""
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(c) in "WF" else 0 if category(c) in {"Mn", "Me"} else 1 for c in text)


def as_plain(sheets: Iterable[Sheet], *, colour: bool = False) -> str:
    """The sheets one below the other."""
    return "\n".join("\n".join(lines(sheet, colour=colour)) + "\n" for sheet in sheets)


def lines(sheet: Sheet, *, colour: bool = False) -> list[str]:
    """One sheet, line by line: title, table and notes, with a blank line between them."""
    cells = [[clean(c) for c in row.cells] for row in sheet.rows]
    head = [[clean(c.heading) for c in sheet.columns]] if any(c.heading for c in sheet.columns) else []
    table = [*head, *cells]
    widths = [max(map(width, column)) for column in zip(*table, strict=True)]
    sides = [c.side for c in sheet.columns]
    drawn = [aligned(row, widths, sides) for row in table]
    title = [clean(sheet.title).rstrip()] if sheet.title else []
    if colour:
        title = [painted(line, len(line), BOLD) for line in title]
        drawn = [
            *(painted(line, len(line), BOLD) for line in drawn[: len(head)]),
            *lamps(sheet.rows, drawn[len(head) :]),
        ]
    parts = [
        title,
        drawn,
        [clean(note).rstrip() for note in sheet.notes],
    ]
    return [line for part in parts if part for line in ("", *part)][1:]


def lamps(rows: Iterable[Row], drawn: Iterable[str]) -> list[str]:
    """The lines of rows, the first cell in the colour of the row's verdict."""
    return [
        painted(line, len(clean(row.cells[0])), COLOURS[row.verdict]) if row.verdict else line
        for row, line in zip(rows, drawn, strict=True)
    ]


def painted(line: str, length: int, code: str) -> str:
    """A line whose beginning is shown in a colour, or bold."""
    return f"\x1b[{code}m{line[:length]}\x1b[0m{line[length:]}" if line[:length].strip() else line


def aligned(row: Sequence[str], widths: Sequence[int], sides: Sequence[Side]) -> str:
    """One row with its cells set to their sides, two spaces apart."""
    padded = [
        " " * (w - width(c)) + c if side is Side.RIGHT else c + " " * (w - width(c))
        for c, w, side in zip(row, widths, sides, strict=True)
    ]
    return "  ".join(padded).rstrip()
