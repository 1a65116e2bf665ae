"""XLSX as cells, by openpyxl: it alone shows number formats, so that 0.135 shown as 13.5 % is read as 13.5."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import Any

from tracker.files.sheets_cells import MOST_COLUMNS, MOST_ROWS, Book, Cell, Grid, Refused, Tick, bounded, too_wide
from tracker.files.sheets_hidden import Hidden, hidden_in
from tracker.files.sheets_shown import scaled, shown, shown_day
from tracker.files.sheets_text import text_cell

RAISED = str.maketrans("0123456789()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾")
SET_OFF = frozenset({"superscript", "subscript"})
STEP = 2  # half-width letters that one step of an indent is wide


def read_xlsx(data: bytes, name: str, tick: Tick) -> Book:
    """Every sheet that can be seen; what is hidden is named and not read."""
    results = _workbook(data, name, results=True)
    formulas = _workbook(data, name, results=False)
    stale = bool(getattr(results.calculation, "fullCalcOnLoad", False))
    grids, hidden = [], []
    for sheet in results.worksheets:
        if sheet.sheet_state != "visible":
            hidden.append(sheet.title)
            continue
        rows = _rows(sheet, _formula_cells(formulas[sheet.title]), name, stale=stale)
        try:
            unseen = hidden_in(data, sheet._worksheet_path, MOST_COLUMNS)  # noqa: SLF001  openpyxl tells it nowhere else
            lines = tuple(bounded(rows, f"{name}, sheet {sheet.title}", tick))
            grids.append(seen(Grid(sheet.title, lines), unseen))
        except Refused:
            raise
        except Exception as error:  # noqa: BLE001  whatever a damaged file makes the library raise
            raise _unreadable(name, error) from None
    return Book(tuple(grids), tuple(hidden))


def seen(grid: Grid, unseen: Hidden) -> Grid:
    """A sheet without its hidden rows and columns; those with something in them are kept in mind."""
    rows = tuple(line.number for line in grid.lines if line.number in unseen.rows)
    lines = [line for line in grid.lines if line.number not in unseen.rows]
    filled = {n for line in lines for n, cell in enumerate(line.cells) if cell.text and n in unseen.columns}
    if filled:
        kept = ((line, [Cell() if n in filled else cell for n, cell in enumerate(line.cells)]) for line in lines)
        lines = [line._replace(cells=tuple(cells)) for line, cells in kept]
    return grid._replace(lines=tuple(lines), hidden_rows=rows, hidden_columns=tuple(sorted(filled)))


def _workbook(data: bytes, name: str, *, results: bool) -> Any:  # noqa: ANN401  openpyxl has no types
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise missing() from None
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about styles and validations it drops, which nobody here needs
        try:
            return load_workbook(
                io.BytesIO(data), read_only=True, data_only=results, keep_links=False, rich_text=results
            )
        except Exception as error:  # noqa: BLE001  the same
            raise _unreadable(name, error) from None


def missing() -> Refused:
    """What to say when the libraries for spreadsheets are not installed."""
    sentence = "this needs policy-target-tracker[excel]: pip install 'policy-target-tracker[excel]'"
    return Refused("missing-extra", sentence)


def _unreadable(name: str, error: Exception) -> Refused:
    """Whatever a library says about a file it cannot read; there is no end to the kinds of errors it gives."""
    said = " ".join(str(error).split())[:200] or type(error).__name__
    help_ = "open it in a spreadsheet program and save it again as .xlsx"
    return Refused("not-a-sheet", f"{name} is no spreadsheet that can be read: {said}", help_)


def _formula_cells(sheet: Any) -> set[tuple[int, int]]:  # noqa: ANN401
    """The row and column of every formula."""
    found: set[tuple[int, int]] = set()
    for number, row in enumerate(sheet.iter_rows(max_row=MOST_ROWS), 1):
        found.update((number, column) for column, cell in enumerate(row) if getattr(cell, "data_type", "") == "f")
    return found


def _rows(sheet: Any, formulas: set[tuple[int, int]], name: str, *, stale: bool) -> Iterator[tuple[int, list[Cell]]]:  # noqa: ANN401
    for number, row in enumerate(sheet.iter_rows(max_row=MOST_ROWS), 1):
        if len(row) > MOST_COLUMNS:
            raise too_wide(name, number)
        yield (
            number,
            [_cell(cell, formula=(number, column) in formulas, stale=stale) for column, cell in enumerate(row)],
        )


def _cell(cell: Any, *, formula: bool, stale: bool) -> Cell:  # noqa: ANN401
    """One cell; a formula whose result is absent, or a zero that a program wrote without computing, is no figure."""
    value = cell.value
    if formula and (value is None or (stale and value == 0)):
        return Cell(trouble="uncached")
    if value is None:
        return Cell()
    if cell.data_type == "e":
        return Cell(str(value), trouble="error")
    if cell.data_type == "s":
        return text_cell(raised(value), STEP * int(cell.alignment.indent or 0))
    return typed(value, cell.number_format or "General")


def raised(value: Any) -> str:  # noqa: ANN401  a text, or pieces of it with fonts of their own
    """A text whose raised digits stay raised: a mark of a footnote is no digit of the figure before it."""
    if isinstance(value, str):
        return value
    return "".join(
        str(one).translate(RAISED) if getattr(getattr(one, "font", None), "vertAlign", None) in SET_OFF else str(one)
        for one in value
    )


def typed(value: object, form: str) -> Cell:
    """A value of any type of a spreadsheet as its format shows it."""
    if isinstance(value, bool):
        return Cell(str(value).upper())
    if isinstance(value, (int, float)):
        return Cell(*shown(value, form), trouble="scaled" if value and scaled(form) else "")
    if isinstance(value, (date, time)):
        return Cell(shown_day(value, form))
    return Cell(str(value)) if isinstance(value, timedelta) else text_cell(str(value))
