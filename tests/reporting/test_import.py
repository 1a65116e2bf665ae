"""The sheet of a whole month: read right the first time, the same from every format, and never twice."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from month_sheet import THINGS

Tracker = Callable[..., Any]
ROOT = Path(__file__).resolve().parents[2]


def rows(folder: Path) -> list[dict[str, Any]]:
    """Every row of the journal."""
    lines = (folder / "actuals" / "journal.jsonl").read_text("utf-8").splitlines()
    return [row for line in lines for row in json.loads(line)["sub"]["rows"]]


def rows_text(folder: Path) -> list[str]:
    """The rows of the journal as they are written."""
    lines = (folder / "actuals" / "journal.jsonl").read_text("utf-8").splitlines()
    return [line.partition('"rows":')[2] for line in lines]


def expected() -> list[dict[str, str]]:
    """What the sheet says, row by row."""
    said = []
    for thing in THINGS:
        if thing.number % 15 == 0 and thing.measure != "flow":
            continue
        whole = thing.number % 15 != 0
        row = {
            "indicator": thing.id,
            "period": "2025-01/2025-10" if whole else "2025-10",
            "value": thing.total if whole else "8.70",
            "unit": thing.unit,
        }
        row |= {"growth": thing.growth} if whole else {}
        row |= {"vintage": "final"}
        row |= {"note": "快报数"} if thing.number == 7 else {}
        row |= {"rank": thing.rank.strip(" ()")} if thing.rank and whole else {}
        said.append(row)
    return said


def test_a_realistic_sheet_is_read_right_the_first_time(city: Path, as_xlsx: Callable[..., Path], tracker: Tracker):
    """Merged headings, percent cells, ranks in brackets, dashes, a total, a note and a hidden sheet, without a map."""
    done = tracker("-C", str(city), "record", "--from", str(as_xlsx()))
    assert (done.code, rows(city)) == (0, expected()), done.err


def test_text_in_gb18030_gives_the_same_rows(
    city: Path, tmp_path: Path, as_xlsx: Callable[..., Path], as_csv: Callable[..., Path], tracker: Tracker
):
    """What a spreadsheet exports under a Chinese Windows is recorded byte for byte like the sheet itself."""
    other = tmp_path / "other"
    shutil.copytree(city, other)
    assert tracker("-C", str(city), "record", "--from", str(as_xlsx())).code == 0
    done = tracker("-C", str(other), "record", "--from", str(as_csv("gb18030")))
    assert (done.code, rows_text(other)) == (0, rows_text(city)), done.err


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_the_encoding_is_told(encoding: str, city: Path, as_csv: Callable[..., Path], tracker: Tracker):
    """Which one was found is said on stderr, and the figures are the same."""
    done = tracker("-C", str(city), "record", "--from", str(as_csv(encoding)))
    said = encoding.removesuffix("-sig").upper()
    assert (f"read as {said}\n" in done.err, rows(city)) == (True, expected()), done.err


def test_reading_the_same_sheet_again_adds_nothing(city: Path, as_xlsx: Callable[..., Path], tracker: Tracker):
    """The second run says so, leaves with 0 and writes not a byte."""
    command = ("-C", str(city), "record", "--from", str(as_xlsx()))
    tracker(*command)
    before = (city / "actuals" / "journal.jsonl").read_bytes()
    again = tracker(*command)
    assert (again.code, again.out) == (0, "already recorded at actuals/journal.jsonl:1; nothing was added\n")
    assert (city / "actuals" / "journal.jsonl").read_bytes() == before


def test_what_is_passed_over_is_told(city: Path, as_xlsx: Callable[..., Path], tracker: Tracker):
    """A hidden sheet, a total, a note, rows without a figure and columns nobody reads; stdout has the outcome alone."""
    path = as_xlsx()
    done = tracker("-C", str(city), "record", "--from", str(path))
    told = [
        "旧表: this sheet is hidden and was not read",
        "主要指标!68: a total, passed over",
        "主要指标!69: a note, passed over",
        "主要指标: 3 rows without a figure",
        "主要指标: columns not read: 序号, 目标属性, 年度目标, 本期实际",
    ]
    assert done.err == "".join(f"{path}: {line}\n" for line in told)
    assert done.out.splitlines()[0] == f"recorded: {len(expected())}"


def test_one_wrong_row_stops_all(city: Path, as_csv: Callable[..., Path], tracker: Tracker):
    """Sixty rows of which one is no number write nothing, and the row is named."""
    path = as_csv("utf-8")
    text = path.read_text("utf-8").replace(",203,", ",2o3,").replace(",204,", ",2o4,")
    path.write_text(text, "utf-8")
    done = tracker("-C", str(city), "record", "--from", str(path))
    assert (done.code, done.out, (city / "actuals").exists()) == (65, "", False)
    assert 'line 9, column 7: objection[bad-number]: "2o4" is not a number' in done.err


def test_a_dry_run_shows_the_line_and_the_table(city: Path, as_xlsx: Callable[..., Path], tracker: Tracker):
    """On stdout is what would be appended, stderr what becomes of each row; nothing is written."""
    done = tracker("-C", str(city), "record", "--from", str(as_xlsx()), "--dry-run")
    assert json.loads(done.out)["sub"]["rows"] == expected()
    assert done.err.endswith(f"{len(expected())} new\n")
    assert not (city / "actuals").exists()


def test_a_map_names_columns_names_and_defaults(city: Path, tmp_path: Path, tracker: Tracker):
    """A sheet with headings of its own is read as [import.NAME] says."""
    (city / "tracker.toml").write_text(
        """
[import.bureau]
header = 2
columns = { indicator = "事项名", value = "C", growth = "较去年" }
names = { "老名称" = "city.thing-2" }
period = "2025年1-9月"
source = "bureau"
vintage = "flash"
""",
        "utf-8",
    )
    path = tmp_path / "own.csv"
    path.write_text("本局报表,,,\n事项名,x,数,较去年\n老名称,,201,-3.50\nThing 4,,1，234,\n", "utf-8")
    done = tracker("-C", str(city), "record", "--from", str(path), "--map", "bureau")
    assert done.code == 0, done.err
    common = {"vintage": "flash", "source": "bureau"}
    period = "2025-01/2025-09"
    assert rows(city) == [
        {"indicator": "city.thing-2", "period": period, "value": "201", "unit": "户", "growth": "-3.50", **common},
        {"indicator": "city.thing-4", "period": period, "value": "1234", "unit": "个", **common},
    ]


def test_sixteen_processes_bring_the_same_figure(city: Path):
    """Exactly one records it, fifteen say that it is there, and all leave with 0."""
    command = [sys.executable, "-m", "tracker", "-C", str(city), "record", "city.thing-4", "204", "--period", "2024"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "cwd": ROOT}
    running = [subprocess.Popen(command, **pipes) for _ in range(16)]
    ended = [(process.communicate(timeout=120)[0], process.returncode) for process in running]
    assert sorted((out.split(":")[0].split(" on ")[0].split(" at ")[0], code) for out, code in ended) == [
        *[("already recorded", 0)] * 15,
        ("recorded", 0),
    ]
    assert len(rows(city)) == 1


def test_two_people_who_contradict_each_other_are_told(city: Path):
    """Of two values for one period brought at the same time, one is recorded and the other refused."""
    command = [sys.executable, "-m", "tracker", "-C", str(city), "record", "city.thing-4", "--period", "2024"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "cwd": ROOT}
    running = [subprocess.Popen([*command, value], **pipes) for value in ("204", "205")]
    ended = [(process.communicate(timeout=120)[1], process.returncode) for process in running]
    assert sorted(code for _, code in ended) == [0, 65]
    assert "objection[contradicts]" in next(err for err, code in ended if code == 65)
    assert len(rows(city)) == 1


def test_deeds_and_progress_come_in_files_too(city: Path, tmp_path: Path, tracker: Tracker):
    """Rows of three kinds in the words of the journal, in one submission."""
    path = tmp_path / "all.csv"
    path.write_text(
        "indicator,period,value,milestone,item,on,project,stage,invested,unit\n"
        "city.thing-4,2024,204,,,,,,,\n"
        ",,,city.opening,Hall,2025-03-01,,,,\n"
        ",,,,,2025-06-30,city.park,built,3.20,亿元\n",
        "utf-8",
    )
    done = tracker("-C", str(city), "record", "--from", str(path))
    assert done.code == 0, done.err
    assert rows(city) == [
        {"indicator": "city.thing-4", "period": "2024", "value": "204", "unit": "个", "vintage": "final"},
        {"milestone": "city.opening", "item": "Hall", "on": "2025-03-01"},
        {"project": "city.park", "on": "2025-06-30", "stage": "built", "invested": "3.20", "unit": "亿元"},
    ]


def test_what_the_log_prints_can_be_recorded_elsewhere(city: Path, tmp_path: Path, tracker: Tracker):
    """The JSON Lines and the CSV of one workspace are rows for another, without what was withdrawn."""
    for number in ("1", "7"):
        figure = (f"city.thing-{number}", "41.50", "--period", "2024", "--growth", "3.20", "--note", "n")
        tracker("-C", str(city), "record", *figure)
    tracker("-C", str(city), "withdraw", "city.thing-7", "--period", "2024", "--reason", "error", "--yes")
    for form in ("jsonl", "csv"):
        other = tmp_path / form
        shutil.copytree(city / "targets", other / "targets")
        log = tmp_path / f"log.{form}"
        log.write_text(tracker("-C", str(city), "log", "--format", form).out, "utf-8")
        done = tracker("-C", str(other), "record", "--from", str(log))
        assert (done.code, rows(other)) == (0, rows(city)[:1]), done.err
        assert "a withdrawn figure, passed over" in done.err
