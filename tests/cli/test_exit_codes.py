"""What each command tells the shell: verdicts are 0 to 3, errors 64 and up."""

from __future__ import annotations

import json
import select
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tracker.cli.app import run

Tracker = Callable[..., Any]
DAY = ("--as-of", "2026-08-20")


@pytest.mark.parametrize(
    ("selector", "code"),
    [
        ("verdict:on_track", 0),
        ("verdict:at_risk", 1),
        ("verdict:off_track", 2),
        ("verdict:missed", 2),
        ("verdict:unknown", 3),
        ("lead:nobody", 3),
    ],
)
def test_check_leaves_with_the_worst_verdict(selector: str, code: int, example: Path, tracker: Tracker):
    """Each verdict by itself, and nothing at all."""
    assert tracker("-C", str(example), "check", selector, *DAY).code == code


@pytest.mark.parametrize(
    ("selectors", "options", "code"),
    [
        (["verdict:at_risk", "verdict:unknown"], [], 1),
        (["verdict:missed", "verdict:at_risk"], [], 2),
        (["verdict:at_risk", "verdict:unknown"], ["--fail-on", "crit"], 3),
        (["verdict:at_risk"], ["--fail-on", "crit"], 0),
        (["verdict:missed"], ["--fail-on", "never"], 0),
        (["verdict:missed", "verdict:unknown"], ["--fail-on", "never"], 3),
        (["verdict:unknown"], ["--unknown-ok"], 0),
        (["lead:nobody"], ["--unknown-ok"], 0),
        (["verdict:at_risk", "verdict:unknown"], ["--unknown-ok"], 1),
    ],
)
def test_limits_lower_the_code_of_check(
    selectors: list[str], options: list[str], code: int, example: Path, capfd: pytest.CaptureFixture[str]
):
    """Red before yellow before what cannot be judged; --fail-on lowers verdicts, --unknown-ok lowers 3."""
    assert run(["-C", str(example), "check", *selectors, *options, *DAY]) == code


@pytest.mark.parametrize(
    "verb", [["status"], ["gap"], ["show", "yunze.investment"], ["validate"], ["schema", "targets"]]
)
def test_other_commands_leave_with_zero_once_they_have_answered(
    verb: list[str], example: Path, capfd: pytest.CaptureFixture[str]
):
    """However bad the verdicts are."""
    assert run(["-C", str(example), *verb]) == 0


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["staus"],
        ["status", "--jsn"],
        ["status", "no.such.id"],
        ["status", "colour:red"],
        ["status", "due:soon"],
        ["status", "--as-of", "soon"],
        ["status", "--json", "--format", "csv"],
        ["status", "-o", "status.pdf"],
        ["show"],
        ["show", "lead:x"],
        ["schema", "nothing"],
        ["init", "."],
    ],
)
def test_a_mistake_on_the_command_line_is_64(
    arguments: list[str], example: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
):
    """Told on stderr, with nothing on stdout."""
    monkeypatch.chdir(example)
    code = run(arguments)
    out, err = capfd.readouterr()
    assert (code, out, err != "") == (64, "", True)


def test_an_invalid_file_is_65(tmp_path: Path, tracker: Tracker):
    """Nothing is judged."""
    (tmp_path / "targets").mkdir()
    (tmp_path / "targets/broken.toml").write_text("[[target]]\n", encoding="utf-8")
    outcome = tracker("-C", str(tmp_path), "check")
    assert (outcome.code, outcome.out, "Nothing was judged" in outcome.err) == (65, "", True)


@pytest.mark.parametrize("place", ["empty", "missing"])
def test_no_workspace_is_66(place: str, tmp_path: Path, tracker: Tracker):
    """A folder without targets/, or none at all."""
    (tmp_path / "empty").mkdir()
    outcome = tracker("-C", str(tmp_path / place), "status")
    assert (outcome.code, outcome.out) == (66, "")


def test_a_fault_of_the_program_is_70(
    example: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
):
    """One sentence and no traceback; the traceback comes when it is asked for."""

    def broken(*_: object) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr("tracker.cli.reports.assess", broken)
    assert run(["-C", str(example), "status"]) == 70
    assert "Traceback" not in capfd.readouterr().err
    monkeypatch.setenv("TRACKER_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        run(["-C", str(example), "status"])


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("arguments", [["status"], ["status", "--json"], ["validate"], ["--version"], ["--help"]])
def test_a_full_device_is_74(arguments: list[str]):
    """Said on stderr, once."""
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "tracker", *arguments]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (74, "tracker: could not write: No space left on device\n")


def test_a_file_that_cannot_be_written_is_74(example: Path, tmp_path: Path, tracker: Tracker):
    """The folder is not there."""
    outcome = tracker("-C", str(example), "status", "-o", str(tmp_path / "nowhere" / "status.csv"))
    assert (outcome.code, "could not write" in outcome.err) == (74, True)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux makes pipes so small that a command must wait for them")
def test_an_interrupt_is_130(shipped: Path):
    """The command is stopped while it waits for a reader; the answer is longer than the pipe holds."""
    # A shell's background jobs are deaf to it.
    heard = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    code = f"{heard}; from tracker.__main__ import main; main()"
    command = [sys.executable, "-c", code, "-C", str(shipped), "gap", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, pipesize=4096) as process:
        assert process.stdout
        assert process.stderr
        select.select([process.stdout], [], [], 30)
        process.send_signal(signal.SIGINT)
        assert (process.wait(30), process.stderr.read()) == (130, b"")


def test_check_on_the_shipped_workspace_leaves_with_the_code_of_its_own_summary(answered: Tracker):
    """Red is 2, yellow 1, what cannot be judged 3."""
    outcome = answered("check", "--json", "--as-of", "2025-04-15")
    counts = json.loads(outcome.out)["summary"]
    expected = (
        2 if counts["off_track"] + counts["missed"] else 1 if counts["at_risk"] else 3 if counts["unknown"] else 0
    )
    assert (outcome.code, json.loads(outcome.out)["exit_code"]) == (expected, expected)


def test_a_quiet_check_says_nothing_when_all_is_well(example: Path, capfd: pytest.CaptureFixture[str]):
    """And speaks when it is not."""
    assert run(["-C", str(example), "check", "-q", "verdict:on_track", *DAY]) == 0
    assert capfd.readouterr() == ("", "")
    assert run(["-C", str(example), "check", "-q", "verdict:missed", *DAY]) == 2
    assert "missed" in capfd.readouterr().out


@pytest.mark.parametrize(("fail_on", "code", "lines"), [("warn", 0, 0), ("early", 1, 1)])
def test_an_early_warning_of_the_example_counts_only_when_asked(
    fail_on: str, code: int, lines: int, example: Path, tracker: Tracker
):
    """Local sourcing is on schedule today, and heading for less than was promised."""
    said = tracker("-C", str(example), "check", "-q", "yunze.local-sourcing", "--fail-on", fail_on, *DAY)
    assert (said.code, said.out.count("Early warnings")) == (code, lines)
