"""XLS, XLSB and ODS as cells, by calamine: values alone, percent formats are not to be seen."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from struct import unpack
from typing import Any

from tracker.files.sheets_cells import Book, Cell, Grid, Refused, Tick, bounded
from tracker.files.sheets_hidden import hides_rows
from tracker.files.sheets_text import text_cell
from tracker.files.sheets_xlsx import missing, typed

DIMENSIONS = b"\x00\x02\x0e\x00"  # the number of the record and its length
DAY_SHOWN = "yyyy-mm-dd"
LAST_ROW, LAST_COLUMN = 65536, 256
MOST_CELLS = 2_000_000  # calamine lays a sheet out as one block, however little of it is filled


def read_old(data: bytes, name: str, tick: Tick) -> Book:
    """Every sheet that can be seen; what is hidden is named and not read."""
    try:
        from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum
    except ImportError:
        raise missing() from None
    _look_through(data, name)
    grids, hidden = [], []
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            for sheet in book.sheets_metadata:
                if sheet.typ is not SheetTypeEnum.WorkSheet:
                    continue
                if sheet.visible is not SheetVisibleEnum.Visible:
                    hidden.append(sheet.name)
                    continue
                rows = _rows(book.get_sheet_by_name(sheet.name))
                lines = tuple(bounded(rows, f"{name}, sheet {sheet.name}", tick))
                grids.append(Grid(sheet.name, lines, formats=False))
    except PasswordError:
        raise Refused("password", f"{name} is protected by a password", "save it without one") from None
    except CalamineError as error:
        help_ = "open it in a spreadsheet program and save it as .xlsx"
        raise Refused("not-a-sheet", f"{name} is no spreadsheet that can be read: {error}"[:300], help_) from None
    return Book(tuple(grids), tuple(hidden))


def _look_through(data: bytes, name: str) -> None:
    """Refuse what is too large, or hides what nobody should read."""
    if declared_cells(data) > MOST_CELLS:
        raise Refused("too-wide", f"{name} spans more than {MOST_CELLS:,} cells", "save the table alone as .xlsx")
    if hides_rows(data):
        raise Refused(
            "hidden-rows", f"{name} hides rows, and does not say here which", "show them, or save it as .xlsx"
        )


def declared_cells(data: bytes) -> int:
    """How many cells the largest sheet of an XLS says it spans; its DIMENSIONS records are found by their shape."""
    largest = 0
    at = data.find(DIMENSIONS)
    while at >= 0:
        record = data[at + 4 : at + 18]
        first, rows, left, columns, reserved = unpack("<IIHHH", record) if len(record) == 14 else (1, 0, 1, 0, 1)  # noqa: PLR2004
        if not reserved and first <= rows <= LAST_ROW and left <= columns <= LAST_COLUMN:
            largest = max(largest, rows * columns)
        at = data.find(DIMENSIONS, at + 1)
    return largest


def _rows(sheet: Any) -> Iterator[tuple[int, list[Cell]]]:  # noqa: ANN401  whatever calamine gives
    if sheet.height * sheet.width > MOST_CELLS:
        raise Refused(
            "too-wide", f"sheet {sheet.name} is {sheet.height:,} by {sheet.width:,} cells", "save the table alone"
        )
    first, left = sheet.start or (0, 0)
    blank = [Cell()] * left
    for number, row in enumerate(sheet.to_python(skip_empty_area=True), first + 1):
        yield number, blank + [_cell(value) for value in row]


def _cell(value: object) -> Cell:
    if not isinstance(value, str):
        day = isinstance(value, date)
        return typed(value, DAY_SHOWN if day else "General")._replace(trouble="day" if day else "")
    text = value
    return Cell(text, trouble="error") if text.startswith("#") and text.endswith(("!", "?", "/A")) else text_cell(text)
