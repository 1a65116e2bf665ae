"""What is written for other programs."""

from __future__ import annotations

import json
import os
import stat
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from prometheus_client.parser import text_string_to_metric_families

from tracker.cli.extras import EXTRAS, missing

Office = Callable[..., Any]
DAY = ("--as-of", "2025-04-15")


def without_time(text: str) -> list[str]:
    """The gauges without the moment they were written."""
    return [line for line in text.splitlines() if not line.startswith("tracker_last_run")]


def test_the_gauges_of_a_workspace(office: Office):
    """The share stands at 45 where 40 were asked for by the end of 2024."""
    said = office("export", "metrics", *DAY)
    values = {f.name: f.samples[0].value for f in text_string_to_metric_families(said.out) if f.samples}
    assert said.code == 0
    assert {n: values[f"tracker_target_{n}"] for n in ("value", "asked", "gap")} == {"value": 45, "asked": 40, "gap": 5}


def test_selectors_choose(office: Office):
    """Only what is asked for is written."""
    assert 'id="share"' not in office("export", "metrics", "mill", *DAY).out


def test_a_file_is_replaced_as_a_whole(office: Office, tmp_path: Path):
    """The collector reads at any moment: what it opened before stays whole, and nothing else is left behind."""
    folder = tmp_path / "collector"
    folder.mkdir()
    file = folder / "tracker.prom"
    file.write_text("old\n", encoding="utf-8")
    with file.open(encoding="utf-8") as before:
        assert office("export", "metrics", "-o", str(file), *DAY).out == ""
        assert before.read() == "old\n"
    assert without_time(file.read_text("utf-8")) == without_time(office("export", "metrics", *DAY).out)
    assert os.listdir(folder) == ["tracker.prom"]  # noqa: PTH208 -- hidden files too


@pytest.mark.skipif(os.name != "posix", reason="modes are those of POSIX")
def test_the_file_can_be_read_by_the_collector(office: Office, tmp_path: Path):
    """node-exporter runs as another user."""
    file = tmp_path / "tracker.prom"
    before = os.umask(0o022)
    try:
        office("export", "metrics", "-o", str(file), *DAY)
    finally:
        os.umask(before)
    assert stat.S_IMODE(file.stat().st_mode) == 0o644


def test_a_folder_that_is_not_there_is_74(office: Office, tmp_path: Path):
    """Nothing is written, and it is said."""
    told = office("export", "metrics", "-o", str(tmp_path / "no" / "x.prom"), *DAY)
    assert (told.code, told.err.startswith("tracker: could not write")) == (74, True)


def test_a_missing_extra_is_one_line(office: Office, monkeypatch: pytest.MonkeyPatch):
    """With what to install, and a code of its own."""
    monkeypatch.setitem(sys.modules, "prometheus_client", None)
    monkeypatch.setattr("tracker.cli.extras.find_spec", lambda _: None)
    told = office("export", "metrics", *DAY)
    sentence = "tracker: this needs policy-target-tracker[metrics]: pip install 'policy-target-tracker[metrics]'\n"
    assert (told.code, told.out, told.err) == (69, "", sentence)


def test_a_missing_extra_does_not_stop_the_rest(office: Office, monkeypatch: pytest.MonkeyPatch):
    """The core needs no extra."""
    for libraries in EXTRAS.values():
        for library in libraries:
            monkeypatch.setitem(sys.modules, library, None)
    assert office("status", *DAY).code == 0


def test_extras_are_those_of_the_package(shipped: Path):
    """What is looked for is what `pip install policy-target-tracker[NAME]` brings."""
    declared = tomllib.loads((shipped / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    called = {"python_docx": "docx"}
    brought = {name: {d.split(">")[0].split("[")[0].replace("-", "_") for d in declared[name]} for name in EXTRAS}
    brought = {name: {called.get(library, library) for library in libraries} for name, libraries in brought.items()}
    assert brought == {name: set(libraries) for name, libraries in EXTRAS.items()}


def test_what_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch):
    """Every library of the extra that is missing."""
    monkeypatch.setitem(EXTRAS, "made-up", ("json", "no_such_library"))  # type: ignore[arg-type]
    assert missing("made-up") == ["no_such_library"]


def test_a_workbook_has_the_figures_of_the_json(office: Office, tmp_path: Path):
    """45 % where 40 were asked for, of 60: the same numbers as `status --json`."""
    pytest.importorskip("xlsxwriter", reason="XlsxWriter, which writes workbooks, is not installed")
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl, which reads them back, is not installed")
    file = tmp_path / "office.xlsx"
    assert office("export", "xlsx", "-o", str(file), "--lang", "en", *DAY).out == ""
    head, *rows = openpyxl.load_workbook(file)["Gap analysis"].iter_rows(min_row=3, values_only=True)
    shown = next(dict(zip(head, row, strict=True)) for row in rows if "share" in row)
    (told,) = json.loads(office("status", "share", "--json", *DAY).out)["targets"]
    assert [shown[k] for k in ("actual", "asked by now", "gap", "promised")] == [45, 40, 5, 60]
    assert [told["actual"]["value"], told["expected"]["value"], told["gap"]["value"]] == [45, 40, 5]


def test_a_workbook_needs_a_file(office: Office):
    """It is nothing for a screen."""
    told = office("export", "xlsx", *DAY)
    assert (told.code, told.out) == (64, "")
    assert "-o FILE.xlsx" in told.err


def test_a_workbook_without_its_library_is_one_line(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """With what to install, and no file."""
    monkeypatch.setattr("tracker.cli.extras.find_spec", lambda _: None)
    told = office("export", "xlsx", "-o", str(tmp_path / "x.xlsx"), *DAY)
    assert (told.code, list(tmp_path.glob("*.xlsx"))) == (69, [])
    assert "policy-target-tracker[excel]" in told.err


def test_a_workbook_that_cannot_be_written_is_74(office: Office, tmp_path: Path):
    """Nothing is left beside it."""
    pytest.importorskip("xlsxwriter", reason="XlsxWriter, which writes workbooks, is not installed")
    assert office("export", "xlsx", "-o", str(tmp_path / "no" / "x.xlsx"), *DAY).code == 74


@pytest.mark.parametrize(("verb", "start"), [("sdmx", "STRUCTURE,"), ("jsonstat", '{"version": "2.0"')])
def test_exports_go_to_the_screen_or_to_a_file(office: Office, tmp_path: Path, verb: str, start: str):
    """The same either way."""
    file = tmp_path / "out"
    said = office("export", verb, *DAY)
    assert office("export", verb, "-o", str(file), *DAY).out == ""
    assert said.out.startswith(start)
    assert file.read_bytes().decode()[:200] == said.out[:200]


def test_sdmx_of_a_selection_is_of_what_it_measures(office: Office):
    """Nothing is promised of a milestone's numbers."""
    assert office("export", "sdmx", "mill", *DAY).out.count("\n") == 1
    assert ",2024,45,PC,0,A,0,Share" in office("export", "sdmx", "share", *DAY).out
