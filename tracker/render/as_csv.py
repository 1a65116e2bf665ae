"""Plain values as CSV and TSV: a header always, one row a record, columns named by the JSON paths."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from tracker.render.as_plain import clean

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(columns: Sequence[str], rows: Iterable[dict[str, Any]], *, excel: bool = False) -> str:
    """RFC 4180 with plain line ends; for Excel a byte order mark, its line ends, and no cell it would run as a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n" if excel else "\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([cell(row.get(column), excel=excel) for column in columns])
    return ("\ufeff" if excel else "") + out.getvalue()


def cell(value: object, *, excel: bool) -> str:
    """One value as text; unknown is empty."""
    if value is None:
        return ""
    text = clean(str(value)) if isinstance(value, str) else str(value)
    return f"'{text}" if excel and isinstance(value, str) and text.startswith(FORMULA) else text


def as_tsv(columns: Sequence[str], rows: Iterable[dict[str, Any]]) -> str:
    """No quoting at all; tabs and line ends inside a value become spaces."""
    lines = ["\t".join(columns)]
    lines += ["\t".join(cell(row.get(c), excel=False) for c in columns) for row in rows]
    return "\n".join(lines) + "\n"
