"""`tracker plan` from the command line: every form, every file, both languages."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tracker.render.plan_document import ROADMAP, TABLE, TASKS, Contract

Office = Callable[..., Any]
DAY = ("--as-of", "2025-04-15")
VERBS = {"table": TABLE, "tasks": TASKS, "roadmap": ROADMAP}
SCHEMAS = Path(__file__).resolve().parents[2] / "tracker" / "render"


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("form", ["table", "plain", "md"])
def test_every_form_for_people_names_the_promise(office: Office, verb: str, form: str):
    """The share of 60 by 2025."""
    said = office("plan", verb, "--format", form, *DAY)
    assert (said.code, said.err) == (0, "")
    assert "Share" in said.out
    assert "60" in said.out


@pytest.mark.parametrize(("verb", "contract"), VERBS.items())
def test_json_is_what_its_schema_says(office: Office, verb: str, contract: Contract):
    """Every key always there; the same schema that `tracker help json` reads from."""
    document = json.loads(office("plan", verb, "--json", *DAY).out)
    name = contract.schema.removeprefix("tracker.").removesuffix("/1")
    jsonschema.validate(document, json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8")))
    assert (document["schema"], document["as_of"]) == (contract.schema, "2025-04-15")
    assert document["rows"]


@pytest.mark.parametrize(("verb", "contract"), VERBS.items())
def test_csv_has_one_record_a_row(office: Office, verb: str, contract: Contract):
    """Columns are the paths of the JSON."""
    rows = list(csv.DictReader(io.StringIO(office("plan", verb, "--format", "csv", *DAY).out)))
    records = json.loads(office("plan", verb, "--json", *DAY).out)["rows"]
    assert list(rows[0]) == list(contract.columns)
    assert [row["id"] for row in rows] == [record["id"] for record in records]


def test_the_table_by_year(office: Office):
    """45 in 2024 on the way from 20 in 2023 to 60 in 2025."""
    rows = json.loads(office("plan", "table", "share", "--json", *DAY).out)["rows"]
    assert [(r["year"], r["value"], r["actual"] and r["actual"]["value"]) for r in rows] == [
        (2024, None, 45),
        (2025, 60, None),
    ]
    assert rows[0]["baseline"] == {"value": 20, "unit": "%", "period": "2023"}


def test_selectors_choose(office: Office):
    """Milestones are no rows of the planning table, and alone make an empty one."""
    assert office("plan", "table", "mill", *DAY).out.endswith("nothing was selected\n")
    assert [r["id"] for r in json.loads(office("plan", "tasks", "mill", "--json", *DAY).out)["rows"]] == ["mill"]


def test_an_unknown_id_is_an_error(office: Office):
    """With the one that was probably meant."""
    said = office("plan", "roadmap", "mil", *DAY)
    assert (said.code, said.out) == (64, "")
    assert "did you mean mill?" in said.err


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_roadmap_is_a_picture_or_a_page_by_the_ending(office: Office, tmp_path: Path, lang: str):
    """Nothing is written to the screen."""
    for ending, start in ((".svg", "<svg "), (".html", "<!DOCTYPE html>")):
        file = tmp_path / f"road{ending}"
        assert office("plan", "roadmap", "-o", str(file), "--lang", lang, *DAY).out == ""
        assert file.read_text("utf-8").startswith(start)
        assert "Share" in file.read_text("utf-8")


def test_projects_are_drawn_when_nothing_is_selected(office: Office):
    """A selector speaks of promises, not of projects."""
    office.write(  # type: ignore[attr-defined]
        "targets/office.toml", '\n[[project]]\nid = "line"\nname = "Line"\nplanned = { start = 2025-06-30 }\n'
    )
    assert "line" in office("plan", "roadmap", *DAY).out
    assert "line" not in office("plan", "roadmap", "share", *DAY).out


@pytest.mark.parametrize("verb", VERBS)
def test_a_workbook_by_the_ending(office: Office, tmp_path: Path, verb: str):
    """The same, for a spreadsheet."""
    pytest.importorskip("xlsxwriter", reason="XlsxWriter, which writes workbooks, is not installed")
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl, which reads them back, is not installed")
    file = tmp_path / "plan.xlsx"
    assert office("plan", verb, "-o", str(file), *DAY).out == ""
    words = {cell.value for sheet in openpyxl.load_workbook(file) for row in sheet.iter_rows() for cell in row}
    assert "Share" in words


def test_a_missing_extra_is_one_line(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """And no file."""
    monkeypatch.setattr("tracker.cli.extras.find_spec", lambda _: None)
    told = office("plan", "table", "-o", str(tmp_path / "plan.xlsx"), *DAY)
    assert (told.code, told.out, list(tmp_path.glob("*.xlsx"))) == (69, "", [])
    assert "policy-target-tracker[excel]" in told.err


def test_on_a_terminal_the_line_is_as_wide_as_there_is_room(office: Office, monkeypatch: pytest.MonkeyPatch):
    """Narrow or wide, every line of the drawing fits."""
    for columns in (80, 140):
        monkeypatch.setenv("COLUMNS", str(columns))
        said = office("plan", "roadmap", "--format", "table", "--color", "never", *DAY)
        assert max(map(len, said.out.splitlines())) <= columns
