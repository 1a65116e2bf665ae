"""`tracker record`: what it prints, what it writes, and the code it leaves with."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tracker.files.lock import locked

Answer = tuple[int, str, str]
Tell = Callable[..., Answer]
ROOT = Path(__file__).resolve().parents[2]

TARGETS = """
[policy]
id = "plan"
title = "Plan"

[[indicator]]
id = "share"
name = { zh = "就地转化率", en = "Local share" }
measure = "ratio"
unit = "%"
better = "higher"

[[indicator]]
id = "output"
name = { zh = "工业总产值", en = "Output" }
measure = "flow"
unit = "亿元"
better = "higher"

[[target]]
id = "share"
indicator = "share"
aim = "at-least"
rule = "pace"
stages = [{ by = "2023", value = 40 }, { by = "2025", value = 60 }]

[[milestone]]
id = "opening"
name = "Opening"
by = "2025"
items = ["Hall", "Road"]

[[project]]
id = "park"
name = "Park"
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A workspace without figures."""
    (tmp_path / "targets").mkdir()
    (tmp_path / "targets" / "plan.toml").write_text(TARGETS, "utf-8")
    return tmp_path


def journal(place: Path) -> list[dict[str, Any]]:
    """The submissions of the journal."""
    lines = (place / "actuals" / "journal.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line)["sub"] for line in lines]


def test_one_figure_and_the_verdict_it_changes(place: Path, tell: Tell):
    """The row keeps the digits; what changed is told in words."""
    done = tell("record", "share", "41.50", "--period", "2023年", "--source", "bulletin 12", "--as-of", "2024-06-30")
    assert done == (0, "recorded: 1\nshare: unknown -> on track\n", "")
    (submission,) = journal(place)
    assert (submission["by"], submission["rows"]) == (
        "officer",
        [
            {
                "indicator": "share",
                "period": "2023",
                "value": "41.50",
                "unit": "%",
                "vintage": "final",
                "source": "bulletin 12",
            }
        ],
    )
    assert abs(datetime.now(UTC) - datetime.fromisoformat(submission["at"])).total_seconds() < 60


def test_the_same_figure_again_adds_nothing(place: Path, tell: Tell):
    """It says where it stands, and leaves with 0."""
    command = ("record", "share", "41.5", "--period", "2023")
    tell(*command)
    before = (place / "actuals" / "journal.jsonl").read_bytes()
    assert tell(*command) == (0, "already recorded at actuals/journal.jsonl:1; nothing was added\n", "")
    assert (place / "actuals" / "journal.jsonl").read_bytes() == before


def test_every_option_of_a_figure_stands_in_its_row(place: Path, tell: Tell):
    """Numbers as they are typed, days and periods in one form, names as ids."""
    options = {
        "--period": "2023年1-10月",
        "--unit": "bn CNY",
        "--growth": "+83.70%",
        "--vintage": "快报",
        "--source": "daily",
        "--published": "19 Dec 2023",
        "--locator": "line 8",
        "--note": "as printed",
        "--bound": "more-than",
        "--rank": "1",
        "--rank-of": "14",
    }
    assert tell("record", "工业总产值", "７.680", *(part for pair in options.items() for part in pair))[0] == 0
    assert journal(place)[0]["rows"] == [
        {
            "indicator": "output",
            "period": "2023-01/2023-10",
            "value": "7.680",
            "unit": "bn CNY",
            "growth": "83.70",
            "vintage": "flash",
            "published": "2023-12-19",
            "source": "daily",
            "locator": "line 8",
            "note": "as printed",
            "bound": "more-than",
            "rank": "1",
            "rank_of": "14",
        }
    ]


def test_objections_are_told_with_place_code_and_way_out(place: Path, tell: Tell):
    """All at once, in the order of the fields; nothing is written and the code is 65."""
    assert tell("record", "share", "141,5", "--period", "2023x", "--unit", "亿元") == (
        65,
        "",
        (
            '--period: objection[bad-period]: "2023x" is not a period\n'
            "  help: write it as 2025-10, 2025-01/2025-10, 2025-Q1 or 2025年1-10月\n"
            'share: objection[bad-number]: "141,5" is not a number\n'
            "  help: write the number alone; for no figure write - or leave it blank\n"
            "--unit: objection[unit-kind]: share is counted in %; 亿元 is a unit of another kind\n"
            "  help: look whether the figure belongs to another indicator or column\n"
            "3 objections; nothing was recorded\n"
        ),
    )
    assert not (place / "actuals").exists()


def test_a_contradiction_names_both_figures(tell: Tell):
    """The one brought, the one recorded, and where."""
    tell("record", "share", "41.5", "--period", "2023")
    assert tell("record", "share", "42", "--period", "2023") == (
        65,
        "",
        (
            "share: objection[contradicts]: share, 2023: 42 %, but 41.5 % (final) "
            "is recorded at actuals/journal.jsonl:1\n"
            "  help: correct it, or record it as a revision with --revise\n"
            "1 objection; nothing was recorded\n"
        ),
    )


def test_an_accepted_objection_is_recorded_with_the_figure(place: Path, tell: Tell):
    """--accept names the code, and the code stays."""
    assert tell("record", "share", "141.5", "--period", "2023", "--accept", "ratio-above-100", "-q") == (0, "", "")
    assert journal(place)[0]["rows"][0]["accepted"] == ["ratio-above-100"]


def test_a_dry_run_prints_the_line_alone(place: Path, tell: Tell):
    """On stdout stands what would be appended, stderr the table; no file is made."""
    code, out, err = tell("record", "share", "41.5", "--period", "2023", "--dry-run")
    assert (code, json.loads(out)["sub"]["rows"][0]["value"]) == (0, "41.5")
    assert err == (
        "outcome  place  figure  period  value  recorded so far\n"
        "new      share  share   2023    41.5%\n"
        "1 new\n"
    )  # fmt: skip
    assert not (place / "actuals").exists()


def test_a_dry_run_of_a_refused_figure_prints_no_line(tell: Tell):
    """The table, then the objections, and 65."""
    code, out, err = tell("record", "share", "141.5", "--period", "2023", "-n")
    assert (code, out, "1 refused" in err, "objection[ratio-above-100]" in err) == (65, "", True, True)


def test_a_deed_and_progress(place: Path, tell: Tell):
    """Milestone items by name or number, and what a project has come to."""
    assert tell("record", "--done", "opening", "--item", "Hall", "--on", "2025-03-01", "-q")[0] == 0
    step = ("--stage", "built", "--invested", "3.20", "--unit", "亿元", "--physical", "80%", "--on", "2025-06-30")
    assert tell("record", "--project", "park", *step, "-q")[0] == 0
    assert [submission["rows"] for submission in journal(place)] == [
        [{"milestone": "opening", "item": "Hall", "on": "2025-03-01"}],
        [
            {
                "project": "park",
                "on": "2025-06-30",
                "stage": "built",
                "invested": "3.20",
                "unit": "亿元",
                "physical": "80",
            }
        ],
    ]


def test_a_deed_without_a_day_shows_the_one_it_takes(tell: Tell):
    """The day of the publication, in the line and in the table of a dry run."""
    done = tell("record", "--done", "opening", "--item", "Hall", "--published", "2025-03-02", "-n", "--lang", "en")
    assert json.loads(done[1])["sub"]["rows"] == [
        {"milestone": "opening", "item": "Hall", "on": "2025-03-02", "published": "2025-03-02"}
    ]
    assert "2025-03-02" in done[2].splitlines()[-2]


def test_another_day_for_a_deed_is_refused_with_both_days(tell: Tell):
    """65, and where the first stands."""
    deed = ("record", "--done", "opening", "--item", "Hall", "--lang", "en", "--on")
    assert [tell(*deed, day)[0] for day in ("2025-03-01", "2025-03-05")] == [0, 65]
    said = tell(*deed, "2025-03-05")[2]
    assert ("2025-03-05" in said, "2025-03-01" in said, "actuals/journal.jsonl:1" in said) == (True, True, True)


def test_a_file_gives_the_column_of_the_period_asked_for(place: Path, tell: Tell):
    """The figure of this year, and the column of last year told as not read."""
    path = place / "k.csv"
    path.write_text("指标名称,2024年1-4月,2025年1-4月\n工业总产值,210.7,230.1\n", "utf-8")
    code, out, err = tell("record", "--from", str(path), "--period", "2025年1-4月", "-n", "--lang", "en")
    (row,) = json.loads(out)["sub"]["rows"]
    assert (code, row["value"], row["period"]) == (0, "230.1", "2025-01/2025-04")
    assert "columns not read: 2024年1-4月" in err


def test_a_heading_of_another_period_is_refused_with_both(place: Path, tell: Tell):
    """65, the cell, the period asked for and the one the heading names."""
    path = place / "k.csv"
    path.write_text("指标名称,2024年1-4月\n工业总产值,210.7\n", "utf-8")
    code, out, err = tell("record", "--from", str(path), "--period", "2025年1-4月", "--lang", "en")
    assert (code, out) == (65, "")
    assert ("line 2, column 2: objection[other-period]" in err, "2024年1-4月" in err, "line 1, column 2" in err) == (
        True,
        True,
        True,
    )


def test_a_deed_changes_the_verdict_of_its_milestone(tell: Tell):
    """With the last item the milestone is met."""
    tell("record", "--done", "opening", "--item", "1", "--on", "2025-03-01")
    done = tell("record", "--done", "opening", "--item", "Road", "--on", "2025-04-01", "--as-of", "2025-06-01")
    assert done[:2] == (0, "recorded: 1\nopening: on track -> met\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "nothing is named to record"),
        (["share", "1", "--from", "x.csv"], "INDICATOR and --from do not go together"),
        (["--done", "opening", "--project", "park"], "--done and --project do not go together"),
        (["share", "1", "--period", "2023", "--accept", "nonsense"], '"nonsense" cannot be accepted'),
        (["share", "1", "--period", "2023", "--accept", "contradicts"], '"contradicts" cannot be accepted'),
        (["--from", "x.csv", "--map", "none"], "there is no column map [import.none]"),
        (["--from", "-", "--growth", "1"], "--growth and --from do not go together"),
        (["--from", "-", "--encoding", "klingon"], 'there is no encoding "klingon"'),
    ],
)
def test_mistakes_on_the_command_line(arguments: list[str], said: str, tell: Tell, monkeypatch: pytest.MonkeyPatch):
    """64, and the sentence."""
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"a,b\n1,2\n"), isatty=lambda: False))
    code, out, err = tell("record", *arguments)
    assert (code, out, err.splitlines()[0]) == (64, "", f"tracker: {said}")


def test_a_file_that_is_not_there(tell: Tell):
    """66."""
    assert tell("record", "--from", "/nowhere/at/all.csv") == (
        66,
        "",
        "tracker: /nowhere/at/all.csv cannot be read: there is no such file\n",
    )


def test_a_file_without_headings(tell: Tell, tmp_path: Path):
    """65, with the way to name them."""
    (tmp_path / "x.csv").write_text("a,b\n1,2\n", "utf-8")
    code, _, err = tell("record", "--from", str(tmp_path / "x.csv"))
    assert (code, "no headings were found" in err, "[import.NAME] columns" in err) == (65, True, True)


def test_json_lines_through_a_pipe(place: Path, tell: Tell, monkeypatch: pytest.MonkeyPatch):
    """Rows in the words of the journal itself."""
    lines = b'{"indicator": "share", "period": "2023", "value": "41.50", "published": "2024-01-05"}\n'
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(lines), isatty=lambda: False))
    assert tell("record", "--from", "-", "-q") == (0, "", "")
    assert journal(place)[0]["rows"][0]["value"] == "41.50"


def test_a_formula_without_a_result_is_refused(tell: Tell, tmp_path: Path):
    """Its place, and the way out."""
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    book = openpyxl.Workbook()
    book.active.append(["indicator", "period", "value"])
    book.active.append(["share", "2023", "=40+1.5"])
    book.save(tmp_path / "x.xlsx")
    path = tmp_path / "x.xlsx"
    assert tell("record", "--from", str(path)) == (
        65,
        "",
        (
            f"{path}: Sheet!C2: objection[uncached-formula]: the result of this formula is not in the file\n"
            "  help: open and save it in Excel first\n"
            "1 objection; nothing was recorded\n"
        ),
    )


def test_a_missing_extra_is_one_line(place: Path, tmp_path: Path):
    """69, with the command that brings it."""
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    openpyxl.Workbook().save(tmp_path / "x.xlsx")
    code = "import sys; sys.modules['openpyxl'] = None; from tracker.cli.app import main; main()"
    command = [sys.executable, "-c", code, "-C", str(place), "record", "--from", str(tmp_path / "x.xlsx")]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    said = "this needs policy-target-tracker[excel]: pip install 'policy-target-tracker[excel]'"
    assert (ended.returncode, ended.stderr) == (69, f"tracker: {said}\n")


def test_the_lock_is_waited_for_with_a_bound(place: Path, tell: Tell):
    """75 after the time given, and nothing was written."""
    (place / "actuals").mkdir()
    with locked(place / "actuals" / "journal.jsonl", 0):
        code, out, err = tell("record", "share", "41.5", "--period", "2023", "--lock-timeout", "0.05")
    assert (code, out, "--lock-timeout" in err) == (75, "", True)
    assert (
        not (place / "actuals" / "journal.jsonl").exists() or not (place / "actuals" / "journal.jsonl").stat().st_size
    )


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_workspace_that_cannot_be_written(place: Path, tell: Tell):
    """74, and nothing was recorded."""
    place.chmod(0o555)
    code, _, err = tell("record", "share", "41.5", "--period", "2023")
    place.chmod(0o755)
    assert (code, "nothing was recorded" in err) == (74, True)


def test_a_status_as_known_before_ignores_a_later_publication(tell: Tell):
    """What was printed on 19 December is not known on 15 November."""
    tell("record", "share", "41.5", "--period", "2023-01/2023-10", "--published", "2023-12-19", "-q")
    known = {}
    for day in ("2023-11-15", "2023-12-19"):
        _, out, _ = tell("status", "--json", "--as-of", "2023-12-31", "--known-at", day)
        known[day] = json.loads(out)["targets"][0]["actual"]
    assert (known["2023-11-15"], known["2023-12-19"]["value"]) == (None, 41.5)


def test_a_chinese_reader_is_told_in_chinese(place: Path, tell: Tell):
    """The receipt, the verdict that changed, and an objection; its code and the options stay."""
    done = tell("record", "share", "41.5", "--period", "2023", "--as-of", "2024-06-30", "--lang", "zh")
    assert done == (0, "已登记1条\nshare：无法判定 -> 进展正常\n", "")
    code, _, err = tell("record", "share", "141,5", "--period", "2024", "--lang", "zh")
    assert (code, err) == (
        65,
        "share：异议[bad-number]：“141,5”不是数值\n  办法：只写数字；没有数据请写 - 或留空\n有1处异议，未登记\n",
    )
