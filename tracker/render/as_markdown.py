"""Sheets as Markdown: a heading, a table and notes each; no word of the data can become markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tracker.render.as_plain import clean
from tracker.render.sheet import Sheet, Side

MARKUP = re.compile(r"[\\`*_\[\]<>|~&]")
"""What Markdown would take as its own: each is written after a backslash."""
RULES = {Side.LEFT: ":--", Side.RIGHT: "--:"}


def as_markdown(sheets: Iterable[Sheet]) -> str:
    """The sheets one below the other."""
    return "\n".join("\n\n".join("\n".join(part) for part in parts(sheet)) + "\n" for sheet in sheets)


def parts(sheet: Sheet) -> list[list[str]]:
    """A sheet's heading, table and notes, as far as it has them; a table without headings begins with blank ones."""
    table = [
        row_of([column.heading for column in sheet.columns]),
        "| " + " | ".join(RULES[column.side] for column in sheet.columns) + " |",
        *(row_of(row.cells) for row in sheet.rows),
    ]
    heading = [f"## {escaped(sheet.title)}"] if sheet.title else []
    return [part for part in (heading, table if sheet.rows else [], [f"- {escaped(n)}" for n in sheet.notes]) if part]


def row_of(cells: Sequence[str]) -> str:
    """One row of a table."""
    return "| " + " | ".join(escaped(cell) for cell in cells) + " |"


def escaped(text: str) -> str:
    """Text on one line that stays text."""
    return MARKUP.sub(lambda found: f"\\{found[0]}", clean(text).strip())
