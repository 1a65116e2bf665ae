"""XLSX, XLS and ODS as cells: the digits that are shown, what is hidden, and formulas without a result."""

from __future__ import annotations

import base64
import sys
import zlib
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from sheet_makers import ods, ods_row, xlsx

from tracker.files.sheets import open_book, read_file
from tracker.files.sheets_cells import Book, Cell, Refused

openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
Workbook: TypeAlias = openpyxl.Workbook
calamine = pytest.importorskip("python_calamine", reason="python-calamine is not installed")

# A sheet of four rows with a hidden one behind it, as an old Excel saves it; zlib, then base 85.
XLS = """
c-rk)OGs2v82-
+^cbpj?<7gUaAcK*a8K@PtNN)z_D$x*%l=7L1GRok_7G>G&3X32pA`slPv0C(yT2v6UD2!SJLZP*6Q;^U?z5V|`_ts3!!hw{M`wizi=l+j-
UjKQ_eLa&iH*vRc9>1XmI+iUz(&A)_lHYj<g7lWfMJM-BvRwRE@cU>Y(>!>T_0r38$n!l94R?&E#K1>Ntr$YXV7NQ9hBzQ?Xjj~ZYGqLDX}Cct
fC6b(u5hRD2I1Rc`&f9tNG=LjlkJ>3h8eS=Y_A>1N3~+n1&9?Mh|jD@Dv^&D9LHxashF(?wUNH|fqzp`WMpCzG;{Uc;qFNLz#Q^u3Ma8(g@A9)
T7437<!dWfAo=%1xi^XYie><#u-X&{VicL!Y_LXC-cE0C6d9;Z<LTDX+t;;-L0O-
i(xIwQfhz3A@bOCQpunwwuZI>2J7zV18PTC`w$xqS*O&qI>hkmu%Y9ZQ{MLn*V8`>edrb+7J#h+(r{><ia8GDgI&b;1MFbPJh%8w+nZ#YlmU50
PpCBCqi?_bMIn>c;o)F2X91F3-V+;2d7S6H<IR`}J5oX&m;qAib<gJ^eTqvAJmXwz?=G%pXV`6h&v?Wx}PQhDqYh1aM%F)kF4~wFo%xzSjs-Hi
VH}%e(KrtO=UF6TdF_f!vb^RJ++H`VdZ!_<O3;x)0d|J@%n`NJn*;qol6mx{xLP_ruEtFU=$DW+=V|y)$y(acLv91N|@g9G+P}({^YqF1?#77q
&!}ig|=cM3+_!voi4DsO^Ij!*%`&7}3YP4M3=SI-h`U`6j9qK2qhv?u@jYS8KlZ+~ojj9V5E?l^9;ljnLLD^StzAPH{Wt^`jUi-
Vw5~XGLGs(KeVfs%wh++C$T8A*@5sai1KO5mu&b!nKeVp%wj3ZQg1pVlccJ!wlzjOsx@%>q`WAN`Sp;YT%PNkizT>lR(m=e4
"""


def saved(folder: Path, fill: Callable[[Any], None]) -> Book:
    """A workbook filled, saved and read."""
    book = openpyxl.Workbook()
    fill(book)
    book.save(folder / "a.xlsx")
    return open_book(read_file(folder / "a.xlsx"), "a.xlsx")


def texts(book: Book) -> list[list[str]]:
    """The texts of the first grid."""
    return [[cell.text for cell in line.cells] for line in book.grids[0].lines]


@pytest.mark.parametrize(
    ("value", "form", "text", "percent"),
    [
        (0.135, "0.0%", "13.5", True),
        (0.135, "0.00%", "13.50", True),
        (0.135, "0%", "14", True),
        (1.25, "0.0", "1.3", False),
        (12.5, "0.00", "12.50", False),
        (12.5, "General", "12.5", False),
        (0.1 + 0.2, "General", "0.3", False),
        (1234567.891, "#,##0.0", "1234567.9", False),
        (1234.5, "#,##0.00_ ;[Red]-#,##0.00", "1234.50", False),
        (-3.5, "0.00_ ;[Red]-0.0 ", "-3.5", False),
        (12.5, "0.0##", "12.5", False),
        (12.0, "0.##", "12", False),
        (200, "0", "200", False),
        (200, "General", "200", False),
        (1e21, "General", "1000000000000000000000", False),
        (0.00001234, "General", "0.00001234", False),
        (12.5, '0.0"亿元"', "12.5", False),
        (12.5, "@", "12.5", False),
        (0.5, "0.0E+00", "0.5", False),
    ],
)
def test_a_number_is_read_as_it_is_shown(value: float, form: str, text: str, percent: bool, tmp_path: Path):  # noqa: FBT001
    """The format says how many digits there are, and whether the number is a percentage."""

    def fill(book: Workbook) -> None:
        """One cell."""
        book.active["A1"] = value
        book.active["A1"].number_format = form

    assert saved(tmp_path, fill).grids[0].lines[0].cells == (Cell(text, percent),)


def test_cells_have_the_places_people_look_up(tmp_path: Path):
    """Sheet and letters; blank cells at the end of a row and blank rows are left out."""

    def fill(book: Workbook) -> None:
        """A cell far to the right in row 3."""
        book.active.title = "一月"
        book.active["AB3"] = "x"

    (grid,) = saved(tmp_path, fill).grids
    (line,) = grid.lines
    assert (grid.place(line.number, len(line.cells) - 1), grid.place(line.number)) == ("一月!AB3", "一月!3")


def test_hidden_sheets_are_named_and_not_read(tmp_path: Path):
    """Hidden, and hidden so that Excel does not list them."""

    def fill(book: Workbook) -> None:
        """Three sheets of which one is to be seen."""
        for state in ("hidden", "veryHidden"):
            book.create_sheet(state).sheet_state = state

    book = saved(tmp_path, fill)
    assert ([grid.name for grid in book.grids], book.hidden) == (["Sheet"], ("hidden", "veryHidden"))


def test_days_are_read_by_their_format(tmp_path: Path):
    """A format without a day is a month."""

    def fill(book: Workbook) -> None:
        """The same day in two formats."""
        for place, form in (("A1", "yyyy-mm-dd"), ("B1", 'yyyy"年"m"月"')):
            book.active[place] = date(2025, 10, 1)
            book.active[place].number_format = form

    assert texts(saved(tmp_path, fill)) == [["2025-10-01", "2025-10"]]


def test_a_formula_without_a_result_is_trouble(tmp_path: Path):
    """A program that does not compute leaves no result: there is no figure to be read."""

    def fill(book: Workbook) -> None:
        """A formula as openpyxl writes it."""
        book.active["A1"] = "=1+1"

    assert saved(tmp_path, fill).grids[0].lines[0].cells == (Cell(trouble="uncached"),)


def test_a_zero_that_nobody_computed_is_trouble(tmp_path: Path):
    """A formula written with the result 0 in a workbook that asks to be computed when it is opened."""
    xlsxwriter = pytest.importorskip("xlsxwriter", reason="xlsxwriter is not installed")
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    sheet = book.add_worksheet()
    sheet.write_formula("A1", "=1+1")
    sheet.write_formula("B1", "=1+1", None, 2)
    sheet.write_number("C1", 0)
    book.close()
    (line,) = open_book(read_file(tmp_path / "a.xlsx"), "a.xlsx").grids[0].lines
    assert line.cells == (Cell(trouble="uncached"), Cell("2"), Cell("0"))


def test_an_error_of_excel_is_trouble(tmp_path: Path):
    """#DIV/0! is no text and no figure."""
    row = b'<row r="1"><c r="A1" t="e"><v>#DIV/0!</v></c></row>'
    book = open_book(read_file(xlsx(tmp_path / "a.xlsx", [row])), "a.xlsx")
    assert book.grids[0].lines[0].cells == (Cell("#DIV/0!", trouble="error"),)


def test_an_old_sheet_is_read_without_formats():
    """XLS: values alone, the hidden sheet named."""
    book = open_book(zlib.decompress(base64.b85decode("".join(XLS.split()))), "a.xls")
    assert (book.hidden, book.grids[0].name, book.grids[0].formats) == (("hid",), "指标", False)
    assert texts(book)[-1] == ["Thing 4", "204"]


def test_an_open_document_is_read_without_formats(tmp_path: Path):
    """ODS: the same."""
    path = ods(tmp_path / "a.ods", ods_row("指标名称", "实际值") + ods_row("output", 12.5))
    book = open_book(read_file(path), "a.ods")
    assert (texts(book), book.grids[0].formats) == ([["指标名称", "实际值"], ["output", "12.5"]], False)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04" + b"x" * 100, "not-a-sheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 4096, "not-a-sheet"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "not-a-sheet"),
        (b'\xef\xbb\xbf<?xml version="1.0"?><Workbook/>', "not-a-sheet"),
    ],
    ids=["broken zip", "broken xls", "web page", "xml"],
)
def test_what_is_no_spreadsheet_is_refused(data: bytes, code: str):
    """Whatever the name says."""
    with pytest.raises(Refused) as refused:
        open_book(data, "a.xls")
    assert refused.value.code == code


@pytest.mark.parametrize("cut", [100, 1000, 3000, 4500])
def test_a_spreadsheet_cut_short_is_refused(cut: int, tmp_path: Path):
    """A download that broke off makes no traceback."""
    saved(tmp_path, lambda book: book.active.append(["a", 1]))
    data = (tmp_path / "a.xlsx").read_bytes()[:cut]
    with pytest.raises(Refused):
        open_book(data, "a.xlsx")


@pytest.mark.parametrize("place", range(0, 5200, 260))
def test_a_damaged_spreadsheet_is_read_or_refused(place: int, tmp_path: Path):
    """One byte changed anywhere: cells or a refusal, nothing else."""
    saved(tmp_path, lambda book: book.active.append(["a", 1]))
    data = bytearray((tmp_path / "a.xlsx").read_bytes())
    data[place % len(data)] ^= 0x5A
    with suppress(Refused):
        assert isinstance(open_book(bytes(data), "a.xlsx"), Book)
