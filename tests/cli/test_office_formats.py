"""Forms for an office: CSV for Excel, Markdown, and files by their endings."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Office = Callable[..., Any]
DAY = ("--as-of", "2025-04-15")
BOM = "\ufeff"


def test_excel_gets_a_mark_and_its_line_ends(office: Office, tmp_path: Path):
    """Without the mark Excel takes UTF-8 for the local encoding and breaks Chinese names."""
    file = tmp_path / "status.csv"
    assert office("status", "--excel", "-o", str(file), *DAY).code == 0
    content = file.read_bytes()
    assert content.startswith(b"\xef\xbb\xbfid,title,")
    assert content.count(b"\r\n") == content.count(b"\n") == 1 + 3


def test_excel_runs_no_formula_of_ours(office: Office):
    """A name that begins like a formula is text; a negative number stays a number."""
    office.write(  # type: ignore[attr-defined]
        "targets/more.toml",
        'policy = { id = "p", title = "P", region = "R" }\n\n[[target]]\nid = "b"\ntitle = "=cmd|1"\n'
        'indicator = "share"\naim = "at-least"\nstages = [{ by = "2024", value = 90 }]\n',
    )
    (row,) = list(csv.DictReader(io.StringIO(office("status", "b", "--excel", *DAY).out.removeprefix(BOM))))
    assert row["title"] == "'=cmd|1"
    assert row["gap_value"] == str(45 - 90)


@pytest.mark.parametrize("other", [("--json",), ("--format", "tsv"), ("--format", "table")], ids=" ".join)
def test_excel_goes_with_csv_alone(office: Office, other: tuple[str, ...]):
    """Two formats at once are a slip."""
    told = office("status", "--excel", *other)
    assert (told.code, told.err.splitlines()[0]) == (64, "tracker: several formats are named at once")


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("a.md", "## Status as of 2025-04-15\n"),
        ("a.txt", "Status as of 2025-04-15\n"),
        ("a.json", "{"),
        ("a.jsonl", '{"id": "share"'),
        ("a.csv", "id,title,"),
        ("A.CSV", "id,title,"),
        ("a.tsv", "id\ttitle\t"),
    ],
)
def test_the_ending_names_the_format(office: Office, tmp_path: Path, name: str, begins: str):
    """Nothing is printed, and nothing but the file is left behind."""
    folder = tmp_path / "out"
    folder.mkdir()
    said = office("status", "-o", str(folder / name), *DAY)
    assert (said.code, said.out) == (0, "")
    assert (folder / name).read_text(encoding="utf-8").startswith(begins)
    assert [path.name for path in folder.iterdir()] == [name]


def test_an_ending_that_names_no_format_is_an_error(office: Office, tmp_path: Path):
    """With those that do."""
    told = office("status", "-o", str(tmp_path / "a.docx"))
    assert told.code == 64
    assert ".md" in told.err


def test_markdown_has_the_columns_of_the_table(office: Office):
    """The same words as plain text, between bars."""
    plain = office("status", "--format", "plain", *DAY).out
    table = [
        line for line in office("status", "--format", "md", *DAY).out.splitlines() if line.startswith("| · verdict")
    ]
    assert all(cell.strip().replace("\\", "") in plain for line in table for cell in line.split("|"))
    assert len(table) == 2
