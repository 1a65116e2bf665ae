"""A workspace of sixty indicators, and its monthly sheet: as XLSX, and as what a spreadsheet exports."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from bureau import Bureau
from month_sheet import THINGS, declaration, rows_of_the_sheet


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """A workspace of sixty indicators, one milestone and one project, without any figure."""
    folder = tmp_path / "city"
    (folder / "targets").mkdir(parents=True)
    policy = '[policy]\nid = "city"\ntitle = "City plan"\n'
    deeds = """
[[milestone]]
id = "city.opening"
name = "Opening"
by = "2025"
items = ["Hall", "Road"]

[[project]]
id = "city.park"
name = "Park"
"""
    text = policy + "".join(map(declaration, THINGS)) + deeds
    (folder / "targets" / "city.toml").write_text(text, "utf-8")
    return folder


@pytest.fixture
def as_xlsx(tmp_path: Path) -> Callable[..., Path]:
    """Write the sheet with merged headings, numbers that are numbers, percent formats, and a hidden sheet."""
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")

    def write(name: str = "report.xlsx") -> Path:
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.title = "主要指标"
        for number, row in enumerate(rows_of_the_sheet(), 1):
            for column, text in enumerate(row, 1):
                put(sheet.cell(number, column), text, number > 4 and column > 4)
        for merged in ("A1:I1", "A2:I2", "G3:H3", *(f"{letter}3:{letter}4" for letter in "ABCDEFI")):
            sheet.merge_cells(merged)
        hidden = book.create_sheet("旧表")
        hidden.append(["指标名称", "实际值"])
        hidden.append([THINGS[0].name, 1])
        hidden.sheet_state = "hidden"
        book.save(tmp_path / name)
        return tmp_path / name

    return write


def put(cell: object, text: str, figure: bool) -> None:  # noqa: FBT001
    """A text, or a number with the format that shows it like this."""
    bare = text.rstrip("%")
    if not figure or not bare.replace(".", "", 1).isdigit():
        cell.value = text or None
        return
    places = len(bare.partition(".")[2])
    form = "0" + ("." + "0" * places if places else "")
    cell.value = float(bare) / 100 if text.endswith("%") else float(bare)
    cell.number_format = form + ("%" if text.endswith("%") else "")


@pytest.fixture
def as_csv(tmp_path: Path) -> Callable[..., Path]:
    """Write the sheet as text in an encoding."""

    def write(encoding: str = "gb18030", name: str = "report.csv") -> Path:
        out = io.StringIO()
        csv.writer(out, lineterminator="\r\n").writerows(rows_of_the_sheet())
        path = tmp_path / name
        path.write_bytes(out.getvalue().encode(encoding))
        return path

    return write


@pytest.fixture
def bureau(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Bureau:
    """An office without a figure that is answered in English; its day is in January 2026."""
    monkeypatch.setenv("LC_ALL", "C")
    return Bureau(tmp_path / "bureau", capsys)
