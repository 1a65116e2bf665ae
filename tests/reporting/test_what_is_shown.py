"""What a file shows is what counts: hidden rows and columns, years behind dates, raised marks, doubtful commas."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from struct import pack
from typing import Any

import pytest
from bureau import Bureau

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "files"))

from sheet_makers import ods, ods_row, xlsx

openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
Fill = Callable[[Any], None]

STOCK = """
indicator = [{ id = "s", name = "库存", measure = "stock", unit = "t", better = "higher" },
 { id = "m", name = "投资", measure = "flow", unit = "亿元", better = "higher" }]
"""


def saved(path: Path, *rows: tuple[object, ...], fill: Fill = lambda _: None) -> Path:
    """A workbook of some rows, and what is done to its sheet."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    fill(book.active)
    book.save(path / "a.xlsx")
    return path / "a.xlsx"


HEAD = ("指标", "时间", "数值")
FLAT = ' ht="0" customHeight="1"'


def test_hidden_rows_are_passed_over_and_told(bureau: Bureau, tmp_path: Path):
    """A filter hides the fourth row; the two above it are read."""
    bureau.declare(STOCK)

    def hide(sheet: Any) -> None:  # noqa: ANN401
        """Hide the row of investment."""
        sheet.row_dimensions[4].hidden = True

    said = bureau.reads(saved(tmp_path, HEAD, ("s", "2023", 12.1), ("s", "2024", 12.5), ("m", "2024", 99), fill=hide))
    assert said.figures() == [("s", "2023", "12.1"), ("s", "2024", "12.5")]
    assert "Sheet: hidden rows, not read: 4" in said.told


def test_a_row_of_no_height_is_hidden_too(bureau: Bureau, tmp_path: Path):
    """As a mouse makes it."""
    bureau.declare(STOCK)
    cell = '<c r="{}" t="inlineStr"><is><t>{}</t></is></c>'
    rows = [
        f'<row r="{number}"{how}>'
        + "".join(cell.format(f"{at}{number}", row["ABC".index(at)]) for at in "ABC")
        + "</row>"
        for number, how, row in ((1, "", HEAD), (2, "", ("s", "2023", "12.1")), (3, FLAT, ("s", "2024", "12.5")))
    ]
    assert bureau.reads(xlsx(tmp_path / "a.xlsx", (row.encode() for row in rows))).figures() == [("s", "2023", "12.1")]


def test_hidden_columns_are_passed_over_and_told(bureau: Bureau, tmp_path: Path):
    """The value of the plan, between the two that are seen."""
    bureau.declare(STOCK)

    def hide(sheet: Any) -> None:  # noqa: ANN401
        """Hide the column of the plan."""
        sheet.column_dimensions["C"].hidden = True

    said = bureau.reads(saved(tmp_path, ("指标", "时间", "完成", "数值"), ("s", "2024", 99, 12.5), fill=hide))
    assert said.figures() == [("s", "2024", "12.5")]
    assert "Sheet: hidden columns, not read: C" in said.told


def test_hidden_rows_of_an_open_document_stop_it(bureau: Bureau, tmp_path: Path):
    """Which ones they are is not to be seen where it is read."""
    bureau.declare(STOCK)
    rows = ods_row(*HEAD) + ods_row("s", "2024", 12.5).replace("<table:table-row>", FILTERED)
    said = bureau.reads(ods(tmp_path / "a.ods", rows))
    assert (said.rows, "hides rows" in said.told) == ([], True)


FILTERED = '<table:table-row table:visibility="filter">'


@pytest.mark.parametrize(("options", "hides"), [(0x0120, True), (0x0100, False), (0x0020, False)])
def test_hidden_rows_of_an_old_file_are_found(options: int, hides: bool):  # noqa: FBT001
    """By the record that an old Excel writes for each row."""
    from tracker.files.sheets_hidden import hides_rows

    record = pack("<10H", 0x0208, 16, 3, 0, 3, 255, 0, 0, options, 15)
    assert hides_rows(b"\xd0\xcf\x11\xe0" + record) is hides


@pytest.mark.parametrize(
    ("form", "period"),
    [("yyyy", "2024"), ('yyyy"年"', "2024"), ("yy", "2024"), ('yyyy"年"m"月"', "2024-01"), ("mmm-yy", "2024-01")],
)
def test_a_date_is_what_its_format_shows(form: str, period: str, bureau: Bureau, tmp_path: Path):
    """The first of January shown as 2024 is the year."""
    bureau.declare(STOCK)

    def dress(sheet: Any) -> None:  # noqa: ANN401
        """Give the date its format."""
        sheet["B2"].number_format = form

    said = bureau.reads(saved(tmp_path, HEAD, ("s", date(2024, 1, 1), 12.5), fill=dress))
    assert said.figures() == [("s", period, "12.5")]


@pytest.mark.parametrize(("form", "codes"), [("0.0,", True), ('0\\.0000"万"', True), ("#,##0.0", False), ("0", False)])
def test_a_format_that_shows_another_number_is_asked_about(form: str, codes: bool, bureau: Bureau, tmp_path: Path):  # noqa: FBT001
    """12,345.6 shown as 12.3, and 12345 as 1.2345."""
    bureau.declare(STOCK)

    def dress(sheet: Any) -> None:  # noqa: ANN401
        """Give the number its format."""
        sheet["C2"].number_format = form

    said = bureau.reads(saved(tmp_path, HEAD, ("s", "2024", 12345.6), fill=dress))
    assert said.codes == ["scaled-number"] * codes


def test_a_date_in_an_old_file_is_asked_about(bureau: Bureau, tmp_path: Path):
    """It may be shown as a year there."""
    pytest.importorskip("python_calamine", reason="python-calamine is not installed")
    bureau.declare(STOCK)
    day = '<table:table-cell office:value-type="date" office:date-value="2024-01-01"><text:p>2024</text:p>'
    day += "</table:table-cell>"
    rows = ods_row(*HEAD) + ods_row("s", "@", 12.5).replace(
        '<table:table-cell office:value-type="string"><text:p>@</text:p></table:table-cell>', day
    )
    assert bureau.reads(ods(tmp_path / "a.ods", rows)).codes == ["day-unseen"]


def test_a_raised_digit_is_a_mark(bureau: Bureau, tmp_path: Path):
    """41.5 with a small 2 behind it, as spreadsheet programs keep it."""
    xlsxwriter = pytest.importorskip("xlsxwriter", reason="xlsxwriter is not installed")
    bureau.declare(STOCK)
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    sheet = book.add_worksheet()
    sheet.write_row("A1", HEAD)
    sheet.write_row("A2", ("s", "2024"))
    sheet.write_rich_string("C2", "41.5", book.add_format({"font_script": 1}), "2")
    book.close()
    assert bureau.reads(tmp_path / "a.xlsx").figures() == [("s", "2024", "41.5")]


SEMICOLONS = "indicator;period;value\ns;2023;{}\ns;2024;{}\n"


@pytest.mark.parametrize(
    ("values", "found"),
    [
        (("1,204", "12,4"), ["1.204", "12.4"]),
        (("1.204,5", "1,3"), ["1204.5", "1.3"]),
        (("1.204", "12,4"), ["1204", "12.4"]),
        (("1,204", "1,234.5"), ["1204", "1234.5"]),
        (("1,234,567", "1,204,000"), ["1234567", "1204000"]),
        (("12.4", "12.5"), ["12.4", "12.5"]),
    ],
)
def test_the_commas_of_a_file_parted_by_semicolons(values: tuple[str, str], found: list[str], bureau: Bureau):
    """One that can only be a decimal sign, or only part thousands, tells what the others are."""
    bureau.declare(STOCK)
    rows = bureau.reads(SEMICOLONS.format(*values), "--accept", "tenfold-jump").rows
    assert [row["value"] for row in rows] == found


@pytest.mark.parametrize("values", [("1,204", "1,234"), ("12,4", "1,234.5")])
def test_a_comma_of_two_meanings_is_asked_about(values: tuple[str, str], bureau: Bureau):
    """Nothing tells, or both are there."""
    bureau.declare(STOCK)
    assert set(bureau.reads(SEMICOLONS.format(*values)).codes) <= {"comma-or-point", "bad-number"}
    assert "comma-or-point" in bureau.reads(SEMICOLONS.format(*values)).codes


def test_thousands_of_a_file_parted_by_commas_are_read(bureau: Bureau):
    """In quotation marks."""
    bureau.declare(STOCK)
    assert bureau.reads('indicator,period,value\ns,2024,"1,234"\n').rows[0]["value"] == "1234"
