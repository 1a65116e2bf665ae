"""`tracker log` and `tracker withdraw`: the history of figures, and taking one back."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

Answer = tuple[int, str, str]
Tell = Callable[..., Answer]

TARGETS = """
[policy]
id = "plan"
title = "Plan"

[[indicator]]
id = "output"
name = { zh = "工业投资", en = "Industrial investment" }
measure = "flow"
unit = "亿元"
better = "higher"

[[indicator]]
id = "share"
name = "Share"
measure = "ratio"
unit = "%"
better = "higher"

[[target]]
id = "share"
indicator = "share"
aim = "at-least"
rule = "pace"
stages = [{ by = "2023", value = 40 }, { by = "2025", value = 60 }]
"""

FIGURES = """
[source]
id = "daily"
title = "Daily"
published = 2023-12-19

[[actual]]
indicator = "output"
period = "2023-01/2023-10"
value = 76.8
growth = 83.7
locator = "line 8"

[[actual]]
indicator = "output"
period = "2023-01/2023-09"
value = 68.1
growth = 91.9
published = 2023-11-21
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A workspace with two figures of one document."""
    for folder, name, text in (("targets", "plan.toml", TARGETS), ("seeds", "daily.toml", FIGURES)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text(text, "utf-8")
    return tmp_path


def figures(tell: Tell, *arguments: str) -> list[dict[str, object]]:
    """What the log says, as JSON."""
    return json.loads(tell("log", *arguments, "--json")[1])["figures"]


def test_the_document_has_exactly_the_promised_keys(tell: Tell):
    """One figure whole, numbers as text with their digits."""
    assert figures(tell, "output")[1] == {
        "indicator": "output",
        "period": "2023-01/2023-10",
        "value": "76.8",
        "unit": "亿元",
        "growth": "83.7",
        "vintage": "final",
        "published": "2023-12-19",
        "recorded": None,
        "by": None,
        "source": "daily",
        "locator": "line 8",
        "note": None,
        "withdrawn": None,
        "location": {"file": "seeds/daily.toml", "line": 7},
    }


def test_the_document_fits_its_schema(tell: Tell):
    """Figures of files, recorded ones and withdrawn ones."""
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    from tracker.render.schemas import printed_schema

    tell("record", "share", "41.5", "--period", "2023")
    tell("withdraw", "share", "--period", "2023", "--reason", "typing error", "--yes")
    document = json.loads(tell("log", "--json")[1])
    jsonschema.validate(document, json.loads(printed_schema("log")))
    assert len(document["figures"]) == 3


def test_deeds_and_progress_are_logged_too(place: Path, tell: Tell):
    """With what was withdrawn of them; the document fits its schema, and a table of rows has columns for them."""
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    from tracker.render.schemas import printed_schema

    declared = '[[milestone]]\nid = "audits"\nname = "Audits"\ncount = 10\n[[project]]\nid = "park"\nname = "Park"\n'
    (place / "targets" / "deeds.toml").write_text(declared, "utf-8")
    tell("done", "audits", "--on", "2025-08-01", "--count", "2")
    tell("progress", "park", "--physical", "80", "--on", "2025-08-01")
    tell("withdraw", "audits", "--on", "2025-08-01", "--reason", "error", "--yes")
    document = json.loads(tell("log", "--json")[1])
    jsonschema.validate(document, json.loads(printed_schema("log")))
    assert [(one["many"], one["withdrawn"]["reason"], one["by"]) for one in document["deeds"]] == [
        (2, "error", "officer")
    ]
    assert [(one["physical"], one["withdrawn"]) for one in document["progress"]] == [("80", None)]
    rows = list(csv.DictReader(io.StringIO(tell("log", "audits", "park", "--format", "csv")[1])))
    assert [(row["milestone"], row["project"], row["on"]) for row in rows] == [
        ("audits", "", "2025-08-01"),
        ("", "park", "2025-08-01"),
    ]
    assert "withdrawn on" in tell("log", "audits", "--lang", "en")[1]


def test_the_history_of_one_indicator(tell: Tell):
    """By period, then as the figures became known; revisions beside what they revise."""
    tell("record", "output", "77.0", "--period", "2023-01/2023-10", "--revise", "--published", "2024-01-20")
    told = [(one["period"], one["value"], one["vintage"], one["by"]) for one in figures(tell, "output")]
    assert told == [
        ("2023-01/2023-09", "68.1", "final", None),
        ("2023-01/2023-10", "76.8", "final", None),
        ("2023-01/2023-10", "77.0", "revised", "officer"),
    ]


def test_what_was_not_known_is_not_in_the_log(tell: Tell):
    """As known on 30 November."""
    assert [one["value"] for one in figures(tell, "output", "--known-at", "2023-11-30")] == ["68.1"]


def test_csv_has_the_paths_of_the_document(tell: Tell):
    """One row a figure, nested keys joined."""
    rows = list(csv.DictReader(io.StringIO(tell("log", "--format", "csv")[1])))
    assert (rows[0]["value"], rows[0]["location_file"], rows[0]["withdrawn_on"]) == ("68.1", "seeds/daily.toml", "")


def test_plain_text_names_the_indicator_and_its_figures(tell: Tell):
    """A title, a heading, a line a figure."""
    code, out, err = tell("log", "output", "--format", "plain")
    lines = out.splitlines()
    assert (code, err, lines[0]) == (0, "", "Industrial investment [output]")
    assert [line.split("  ")[0] for line in lines[3:]] == ["Jan-Sep 2023", "Jan-Oct 2023"]


def test_an_unknown_id_is_a_mistake_and_a_glob_may_match_nothing(tell: Tell):
    """64 with the nearest, or an empty answer."""
    assert tell("log", "outptu") == (
        64,
        "",
        'tracker: there is no indicator, milestone or project "outptu"\n  help: did you mean "output"?\n',
    )
    code, out, _ = tell("log", "none.*", "--json")
    assert (code, json.loads(out)) == (0, {"schema": "tracker.log/1", "figures": [], "deeds": [], "progress": []})


def test_single_months_of_a_running_total(tell: Tell):
    """October alone with the interval the printed digits allow."""
    october = json.loads(tell("log", "output", "--single", "--json")[1])["months"][1]
    rounded = {name: round(value, 1) for name, value in october.items() if isinstance(value, float)}
    assert (october["period"], rounded) == (
        "2023-10",
        {"value": 8.7, "low": 8.6, "high": 8.8, "growth": 37.7, "growth_low": 34.5, "growth_high": 40.9},
    )
    line = tell("log", "output", "--single", "--lang", "zh")[1].splitlines()[-1].split()
    assert line[:2] + line[4:5] == ["2023年10月", "8.7亿元", "+37.7%"]


def test_single_months_of_a_share_do_not_exist(tell: Tell):
    """64: a share is no running total."""
    assert tell("log", "share", "--single")[0] == 64


def test_a_figure_is_shown_withdrawn_and_marked(tell: Tell):
    """It stays in the log with who, when and why, and changes the verdict back."""
    tell("record", "share", "41.5", "--period", "2023")
    code, out, _ = tell(
        "withdraw", "share", "--period", "2023", "--reason", "wrong county", "--yes", "--as-of", "2024-06-30"
    )
    assert (code, "41.5%" in out, out.splitlines()[-2:]) == (0, True, ["withdrawn: 1", "share: on track -> unknown"])
    (one,) = figures(tell, "share")
    assert (one["value"], one["withdrawn"]["reason"], one["withdrawn"]["by"]) == ("41.5", "wrong county", "officer")


def test_without_a_terminal_yes_is_needed(tell: Tell):
    """What would be withdrawn is shown, and nothing happens."""
    tell("record", "share", "41.5", "--period", "2023")
    code, out, err = tell("withdraw", "share", "--period", "2023", "--reason", "wrong county")
    assert (code, "41.5%" in out, "add --yes" in err) == (64, True, True)
    assert figures(tell, "share")[0]["withdrawn"] is None


def test_a_withdrawn_figure_can_be_recorded_again_the_same_day(tell: Tell):
    """And withdrawn again; each stands in the log."""
    record = ("record", "share", "41.5", "--period", "2023", "--as-of", "2024-06-30")
    withdraw = ("withdraw", "share", "--period", "2023", "--reason", "wrong county", "--yes", "--as-of", "2024-06-30")
    told = [tell(*command)[1].splitlines()[-1] for command in (record, withdraw, record, withdraw, record)]
    assert told == ["share: unknown -> on track", "share: on track -> unknown"] * 2 + ["share: unknown -> on track"]
    assert [one["withdrawn"] is None for one in figures(tell, "share")] == [False, False, True]


def test_only_the_figure_named_is_withdrawn(tell: Tell):
    """By its value, where a period has several."""
    tell("record", "share", "41.5", "--period", "2023", "--vintage", "preliminary")
    tell("record", "share", "42", "--period", "2023")
    assert tell("withdraw", "share", "--period", "2023", "--value", "42.0", "--reason", "error", "--yes")[0] == 0
    assert [(one["value"], one["withdrawn"] is None) for one in figures(tell, "share")] == [
        ("41.5", True),
        ("42", False),
    ]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("share", "--period", "2024", "--reason", "x"), 65),
        (("share", "--period", "2023", "--value", "9", "--reason", "x"), 65),
        (("shaer", "--period", "2023", "--reason", "x"), 64),
        (("share", "--period", "soon", "--reason", "x"), 64),
        (("share", "--period", "2023", "--reason", " "), 64),
        (("share", "--period", "2023"), 64),
    ],
)
def test_what_cannot_be_withdrawn(arguments: tuple[str, ...], code: int, tell: Tell):
    """No such figure, no such indicator, no such period, no reason."""
    tell("record", "share", "41.5", "--period", "2023")
    assert tell("withdraw", *arguments, "--yes")[0] == code
    assert figures(tell, "share")[0]["withdrawn"] is None


def test_validate_tells_what_to_know_about_the_journal(place: Path, tell: Tell):
    """A torn tail, a line met twice, and a copy that a sync program made; the files are sound all the same."""
    tell("record", "share", "41.5", "--period", "2023")
    journal = place / "actuals" / "journal.jsonl"
    line = journal.read_bytes()
    journal.write_bytes(line + line + line[:50])
    (place / "actuals" / "journal (officer's copy).jsonl").write_bytes(line)
    code, out, err = tell("validate")
    assert (code, out.endswith("No fault.\n")) == (0, True)
    notes = [line.partition("note[")[2].partition("]")[0] for line in err.splitlines() if "note[" in line]
    assert notes == ["repeated", "torn", "copy"]
    assert 'cat "actuals/journal (officer\'s copy).jsonl" >> actuals/journal.jsonl' in err


def test_a_copy_is_brought_home_by_its_lines(place: Path, tell: Tell):
    """As the advice says: the lines of both stand in one journal, those they share once."""
    tell("record", "share", "41.5", "--period", "2023")
    journal = place / "actuals" / "journal.jsonl"
    common = journal.read_bytes()
    tell("record", "share", "45", "--period", "2024")
    ours = journal.read_bytes()
    journal.write_bytes(common)
    tell("record", "output", "90", "--period", "2023")
    theirs = journal.read_bytes()
    journal.write_bytes(ours + theirs)
    assert {one["value"] for one in figures(tell)} == {"41.5", "45", "90", "76.8", "68.1"}
