"""How a page of a workbook is laid out: widths, heights, what stays in sight, and how it is printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from tracker.render.as_plain import width
from tracker.render.workbook_page import FIGURES, Page, Table, Value

NARROWEST = 6
GROUPED_FROM = 10000
A4 = 9
SMALLER = 80
"""Per cent at which two charts stand on a page below each other."""


def set_up(sheet: Any, page: Page, tops: Sequence[int], wide: Sequence[int]) -> None:  # noqa: ANN401 -- the same
    """Widths, what stays in sight, the filter, and A4 across with every column on the page."""
    for column, cells in enumerate(wide):
        sheet.set_column(column, column, cells)
    if len(tops) == 1:
        table, top = page.tables[0], tops[0]
        sheet.freeze_panes(top + 1, page.frozen)
        sheet.repeat_rows(top)
        if table.rows:
            sheet.autofilter(top, 0, top + len(table.rows), len(table.heads) - 1)
    elif page.pictures:
        sheet.set_h_pagebreaks([top - 1 for top in tops[2::2]])
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    if len(page.pictures) > 1:
        sheet.set_print_scale(SMALLER)
    else:
        sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&A&R&P / &N")
    sheet.hide_gridlines(2)


def widths(tables: Iterable[Table]) -> list[int]:
    """How many cells wide each column is: as its longest value, up to what its heading allows."""
    found: list[int] = []
    for table in tables:
        found += [NARROWEST] * (len(table.heads) - len(found))
        for column, head in enumerate(table.heads):
            longest = max((width(shown(row[column])) for row in table.rows), default=0)
            wide = min(max(longest, min(width(head.words), 8 if head.look in FIGURES else 14)) + 3, head.most)
            found[column] = max(found[column], wide)
    return found


def lines_high(row: Sequence[Value], wide: Sequence[int]) -> int:
    """How many lines the longest words of a row take in columns of some widths; not every office works that out."""
    texts = ((value, cells) for value, cells in zip(row, wide, strict=False) if isinstance(value, str))
    return max((-(-(width(value) + 1) // cells) for value, cells in texts if value), default=1)


def shown(value: Value) -> str:
    """A value about as wide as a cell shows it."""
    if isinstance(value, Decimal):
        return f"{value:.2f}" if abs(value) < GROUPED_FROM else f"{value:,.0f}"
    return "" if value is None else str(value)[:19] if isinstance(value, datetime) else str(value)
