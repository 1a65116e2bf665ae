"""The machine formats: a JSON contract, one record a line, and tables with a header always."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from operator import itemgetter
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tracker.cli.app import run
from tracker.cli.schema import SchemaName

Tracker = Callable[..., Any]
Captured = pytest.CaptureFixture[str]
VERDICTS = ["met", "on_track", "at_risk", "off_track", "missed", "unknown"]
DAY = ("--as-of", "2025-04-15")


def without_time(text: str) -> str:
    """A document without the moment it was made."""
    return "\n".join(line for line in text.splitlines() if '"generated_at"' not in line)


@pytest.fixture(scope="module")
def schema(answered: Tracker) -> dict[str, Any]:
    """The schema that the command itself prints."""
    document: dict[str, Any] = json.loads(answered("schema", "assessment").out)
    return document


@pytest.fixture(scope="module")
def document(answered: Tracker) -> dict[str, Any]:
    """The shipped workspace as JSON."""
    read: dict[str, Any] = json.loads(answered("status", "--json", *DAY).out)
    return read


@pytest.mark.parametrize(
    "verb", [["status"], ["gap"], ["check"], ["show", "changji.local-conversion"], ["show", "jiayuguan.spring-start"]]
)
def test_json_is_what_the_schema_says(verb: list[str], schema: dict[str, Any], answered: Tracker):
    """One envelope for all commands, every key always there."""
    jsonschema.Draft202012Validator(schema).validate(json.loads(answered(*verb, "--json", *DAY).out))


def test_the_example_is_what_the_schema_says_too(schema: dict[str, Any], example: Path, tracker: Tracker):
    """With every verdict, an outlook and required efforts."""
    outcome = tracker("-C", str(example), "status", "--json", "--as-of", "2026-08-20")
    jsonschema.Draft202012Validator(schema).validate(json.loads(outcome.out))


def test_json_is_the_same_twice_and_in_both_languages(tracker: Tracker, answered: Tracker):
    """But for the moment it was made; words for people never show in keys or codes."""
    first = without_time(answered("status", "--json", *DAY).out)
    assert without_time(tracker("status", "--json", *DAY).out) == first


@pytest.mark.parametrize("form", ["--json", "--jsonl", "--format=csv", "--format=tsv"])
def test_machine_formats_do_not_depend_on_the_language(form: str, answered: Tracker):
    """Titles stand there as they do in English, whatever the reader speaks."""
    english, chinese = (answered("gap", form, "--lang", lang, *DAY).out for lang in ("en", "zh"))
    assert without_time(chinese) == without_time(english)


def test_the_envelope_speaks_of_day_workspace_and_code(document: dict[str, Any]):
    """In the order of the contract."""
    assert list(document) == [
        "schema",
        "tool_version",
        "generated_at",
        "as_of",
        "known_at",
        "workspace",
        "inputs_sha256",
        "exit_code",
        "summary",
        "targets",
        "milestones",
        "problems",
    ]
    assert (document["schema"], document["as_of"], document["exit_code"]) == ("tracker.assessment/1", "2025-04-15", 0)


def test_the_summary_counts_every_promise(document: dict[str, Any]):
    """A count for each verdict, over targets and milestones; they add up."""
    verdicts = [one["verdict"] for one in document["targets"] + document["milestones"]]
    counted = {verdict: verdicts.count(verdict) for verdict in VERDICTS}
    assert document["summary"] == {**counted, "total": len(verdicts)}


def test_records_are_sorted_by_id(document: dict[str, Any]):
    """Targets and milestones each by themselves."""
    for key in ("targets", "milestones"):
        ids = [one["id"] for one in document[key]]
        assert ids == sorted(ids)


def test_json_lines_are_targets_then_milestones_one_by_one(document: dict[str, Any], answered: Tracker):
    """Without an envelope, and as they are declared; each says which of both it is."""
    lines = [json.loads(line) for line in answered("status", "--jsonl", *DAY).out.splitlines()]
    kinds = [line.pop("kind") for line in lines]
    first = kinds.count("target")
    assert kinds == ["target"] * first + ["milestone"] * (len(lines) - first)
    assert sorted(lines[:first], key=itemgetter("id")) == document["targets"]
    assert sorted(lines[first:], key=itemgetter("id")) == document["milestones"]


def test_tables_go_as_declared_and_documents_by_id(tmp_path: Path, tracker: Tracker):
    """The office's own order is that of its report; a program finds its place by the id."""
    (tmp_path / "targets").mkdir()
    indicator = '[[indicator]]\nid = "x"\nname = "x"\nmeasure = "ratio"\nunit = "%"\nbetter = "higher"\n'
    promise = '[[target]]\nid = "{}"\nindicator = "x"\naim = "at-least"\nstages = [{{ by = "2025", value = 30 }}]\n'
    text = '[policy]\nid = "p"\ntitle = "p"\nregion = "r"\n' + indicator + "".join(map(promise.format, "bca"))
    (tmp_path / "targets/a.toml").write_text(text, encoding="utf-8")
    rows = csv.DictReader(io.StringIO(tracker("-C", str(tmp_path), "status", "-f", "csv", *DAY).out))
    told = json.loads(tracker("-C", str(tmp_path), "status", "--json", *DAY).out)["targets"]
    assert ([row["id"] for row in rows], [target["id"] for target in told]) == (["b", "c", "a"], ["a", "b", "c"])


@pytest.mark.parametrize(("form", "separator"), [("csv", ","), ("tsv", "\t")])
def test_a_table_has_one_row_a_promise_below_its_header(
    form: str, separator: str, document: dict[str, Any], answered: Tracker
):
    """No total row; unknown is an empty cell; numbers without units."""
    rows = list(csv.DictReader(io.StringIO(answered("status", "-f", form, *DAY).out), delimiter=separator))
    promises = document["targets"] + document["milestones"]
    assert sorted(row["id"] for row in rows) == sorted(one["id"] for one in promises)
    row = next(row for row in rows if row["id"] == "jiayuguan.value-added.floor")
    assert (row["actual_value"], row["actual_unit"], row["baseline_value"]) == ("9.6", "%", "")
    assert (row["kind"], row["by"], row["done"], row["total"]) == ("target", "", "", "")


@pytest.mark.parametrize(("form", "separator"), [("csv", ","), ("tsv", "\t")])
def test_a_milestone_is_a_row_as_a_target_is(form: str, separator: str, document: dict[str, Any], answered: Tracker):
    """Below the targets, with what it is called, who answers for it, when it is due and how far it is."""
    rows = list(csv.DictReader(io.StringIO(answered("status", "-f", form, *DAY).out), delimiter=separator))
    milestones = {one["id"]: one for one in document["milestones"]}
    told = [row for row in rows if row["kind"] == "milestone"]
    assert rows[-len(milestones) :] == told
    for row in told:
        meant = milestones[row["id"]]
        for key in ("title", "policy", "region", "lead", "chain", "by", "verdict", "done", "total", "list"):
            assert row[key] == ("" if meant[key] is None else str(meant[key]))
        assert (row["indicator"], row["target_value"], row["location_line"]) == ("", "", str(meant["location"]["line"]))


@pytest.mark.parametrize(("form", "separator"), [("csv", ","), ("tsv", "\t")])
def test_a_table_of_nothing_still_has_its_header(form: str, separator: str, answered: Tracker):
    """So that what reads it finds its columns."""
    empty = answered("status", "lead:nobody", "-f", form, *DAY)
    full = answered("status", "-f", form, *DAY)
    assert (empty.code, empty.out) == (0, full.out.splitlines(keepends=True)[0])
    assert empty.out.split(separator)[0] == "id"


@pytest.mark.parametrize("ending", [".txt", ".json", ".jsonl", ".csv", ".tsv"])
def test_the_ending_of_a_file_names_its_format(
    ending: str, shipped: Path, tmp_path: Path, capfd: Captured, answered: Tracker
):
    """What stands in the file is what would stand on stdout; nothing is said there."""
    path = tmp_path / f"gaps{ending}"
    form = {".txt": "plain"}.get(ending, ending[1:])
    assert run(["-C", str(shipped), "gap", "--lang", "en", *DAY, "-o", str(path)]) == 0
    assert capfd.readouterr() == ("", "")
    assert without_time(path.read_text("utf-8")) == without_time(answered("gap", "-f", form, *DAY).out)


def test_a_file_is_replaced_whole(shipped: Path, tmp_path: Path, capfd: Captured):
    """What was there before stays until the new one is complete; nothing is left beside it."""
    path = tmp_path / "status.json"
    path.write_text("old" * 100_000, encoding="utf-8")
    inode = path.stat().st_ino
    assert run(["-C", str(shipped), "status", "-o", str(path), *DAY]) == 0
    assert json.loads(path.read_text("utf-8"))["summary"]["total"] == 53
    assert ([path.name for path in tmp_path.iterdir()], path.stat().st_ino == inode) == (["status.json"], False)


def test_a_file_that_cannot_be_replaced_stays_as_it_was(shipped: Path, tmp_path: Path, capfd: Captured):
    """A folder stands where the file should go."""
    (tmp_path / "status.json").mkdir()
    assert run(["-C", str(shipped), "status", "-o", str(tmp_path / "status.json"), *DAY]) == 74
    assert [path.name for path in tmp_path.iterdir()] == ["status.json"]


@pytest.mark.parametrize("name", SchemaName)
def test_every_schema_is_one(name: str, answered: Tracker):
    """As JSON Schema itself says."""
    jsonschema.Draft202012Validator.check_schema(json.loads(answered("schema", name).out))
