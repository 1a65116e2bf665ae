"""The workbook of the shipped and the example workspace opens in LibreOffice, with its charts and the same figures."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from tracker.domain.units import DEFAULT, convert

pytest.importorskip("xlsxwriter", reason="XlsxWriter, which writes workbooks, is not installed")
pytest.importorskip("openpyxl", reason="openpyxl, which reads them back, is not installed")
from openpyxl import load_workbook

Tracker = Callable[..., Any]
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
DAYS = {"example": "2026-08-20", "shipped": "2025-04-15"}
NUMBERS = {"actual": "actual", "asked by now": "expected", "gap": "gap", "promised": "stage"}
"""Columns of the gap analysis, and where the JSON has the same number."""
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed")


@pytest.fixture(scope="module", params=[("example", "en"), ("example", "zh"), ("shipped", "zh")], ids="-".join)
def book(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, tracker: Tracker) -> dict[str, Any]:
    """One workbook, with the JSON of the same day."""
    name, lang = request.param
    root = request.getfixturevalue(name)
    file = tmp_path_factory.mktemp("book") / f"{name}-{lang}.xlsx"
    day = ("--as-of", DAYS[name])
    made = tracker("-C", str(root), "export", "xlsx", "--lang", lang, "-o", str(file), *day)
    assert (made.code, made.err) == (0, "")
    told = json.loads(tracker("-C", str(root), "status", "--json", *day).out)
    return {"file": file, "lang": lang, "told": told}


def converted(file: Path, ending: str, folder: Path) -> Path:
    """What LibreOffice makes of a file, in a profile of its own."""
    command = [str(OFFICE), "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    subprocess.run(
        [*command, "--convert-to", ending, "--outdir", str(folder), str(file)],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return folder / f"{file.stem}.{ending}"


def ledger(file: Path) -> list[dict[str, Any]]:
    """The gap analysis of a workbook by its headings in English, whatever its language."""
    from tracker.render.wording import wording_for
    from tracker.render.workbook_views import GAP_HEADS

    zh = {wording_for("zh").say(words): words for words, _, _ in GAP_HEADS}
    sheet = load_workbook(file).worksheets[1]
    head, *rows = sheet.iter_rows(min_row=3, values_only=True)
    names = [zh.get(str(word), str(word)) for word in head]
    return [dict(zip(names, row, strict=True)) for row in rows]


def expected(target: dict[str, Any], column: str, unit: str) -> float | None:
    """A number of the JSON in the unit a column shows it in."""
    place = target[NUMBERS[column]]
    if place is None or place["value"] is None:
        return None
    source = DEFAULT.find(place.get("unit") or target["unit"])
    wanted = next((u for u in DEFAULT.units if unit in {u.symbol, u.zh, u.en} and u.kind == source.kind), source)
    return float(convert(Decimal(repr(place["value"])), source, wanted))


def test_the_figures_are_those_of_the_json(book: dict[str, Any]):
    """Every number of every target, in the unit of the reader's language."""
    rows = {row["id"]: row for row in ledger(book["file"])}
    assert sorted(rows) == sorted(target["id"] for target in book["told"]["targets"])
    for target in book["told"]["targets"]:
        row = rows[target["id"]]
        for column in NUMBERS:
            shown = row.get(column)
            unit = row["gap in"] if column == "gap" else row["unit"]
            wanted = expected(target, column, unit or "")
            if isinstance(shown, str):  # a range, or a direction without a number
                continue
            assert shown == (None if wanted is None else pytest.approx(wanted, rel=1e-12)), (target["id"], column)


def test_the_counts_are_those_of_the_json(book: dict[str, Any]):
    """Each verdict, milestones as well."""
    sheet = load_workbook(book["file"]).worksheets[0]
    counts = [row[3] for row in sheet.iter_rows(min_row=5, max_row=10, values_only=True)]
    order = ["met", "on_track", "at_risk", "off_track", "missed", "unknown"]
    assert counts == [book["told"]["summary"][verdict] for verdict in order]


@needs_office
def test_libreoffice_prints_it(book: dict[str, Any], tmp_path: Path):
    """A page at least for every sheet, with its words as text."""
    pdf = converted(book["file"], "pdf", tmp_path)
    assert pdf.read_bytes().startswith(b"%PDF-")
    reader = shutil.which("pdftotext")
    if reader:
        text = subprocess.run([reader, "-layout", str(pdf), "-"], check=True, capture_output=True).stdout.decode()
        words = {"en": "Gap analysis", "zh": "差距分析"}[book["lang"]]
        assert words in text
        assert "###" not in text
        assert text.count("\f") >= len(load_workbook(book["file"]).sheetnames)


@needs_office
def test_libreoffice_keeps_the_charts_and_the_figures(book: dict[str, Any], tmp_path: Path):
    """Opened and saved by it, the charts are still there and the numbers the same."""
    saved = converted(book["file"], "xlsx", tmp_path)
    before, after = (charts(file) for file in (book["file"], saved))
    assert before == after >= 1
    assert [row["actual"] for row in ledger(saved)] == [row["actual"] for row in ledger(book["file"])]


def charts(file: Path) -> int:
    """How many native charts a workbook has."""
    with ZipFile(file) as parts:
        return sum(name.startswith("xl/charts/chart") for name in parts.namelist())
