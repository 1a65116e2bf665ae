"""Plain values as CSV and TSV: a header always, one row a record, columns named by the JSON paths."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Any

from tracker.render.as_plain import clean

FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""How a text begins that a spreadsheet would run; full-width signs count where the system is Chinese."""
NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")
"""A number as it was printed, which is a text where its digits are kept; it runs nothing."""


def as_csv(columns: Sequence[str], rows: Iterable[dict[str, Any]], *, excel: bool = False) -> str:
    """RFC 4180 with plain line ends; for Excel a byte order mark, its line ends, and no text it would run."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n" if excel else "\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([cell(row.get(column), excel=excel) for column in columns])
    return ("\ufeff" if excel else "") + out.getvalue()


def as_tsv(columns: Sequence[str], rows: Iterable[dict[str, Any]]) -> str:
    """No quoting at all: tabs and line ends inside a value are blanks, so that `cut` is safe."""
    lines = ["\t".join(columns)]
    lines += ["\t".join(cell(row.get(c), excel=False) for c in columns) for row in rows]
    return "\n".join(lines) + "\n"


def cell(value: object, *, excel: bool) -> str:
    """One value on one line; unknown is empty, numbers stay numbers and text stays text when Excel reads it."""
    if not isinstance(value, str):
        return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    text = clean(value)
    runs = text.lstrip().startswith(FORMULA) and not NUMBER.fullmatch(text)
    return f"'{text}" if excel and runs else text
