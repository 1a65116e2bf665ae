"""Errors, when a monitoring system asks: one line and code 3."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tracker.cli.monitor import listening, sentence

Office = Callable[..., Any]
PLUGINS = Path("/usr/lib/nagios/plugins")
DAY = ("--as-of", "2025-04-15")


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (["check", "--format", "nagios"], True),
        (["check", "--format=nagios"], True),
        (["nosuch", "-f", "nagios", "x"], True),
        (["check", "-fnagios"], True),
        (["check", "nagios"], False),
        (["check", "--format", "plain", "nagios"], False),
        (["check", "--", "--format", "nagios"], False),
        ([], False),
    ],
    ids=str,
)
def test_who_asks_is_read_off_the_words(arguments: list[str], answer: bool):  # noqa: FBT001
    """However wrong the rest of the command line is."""
    assert listening(arguments) is answer


def test_the_line_of_a_check(office: Office):
    """The share is on track, one milestone late, one not yet due: critical, since a late deed is missed."""
    said = office("check", "--format", "nagios", *DAY)
    assert (said.code, said.err) == (2, "")
    assert said.out == "TARGETS CRITICAL - 1 missed, 2 on track | 'share'=45%;40:;32: 'mill'=0;;;0;1 'plan'=0;;;0;1\n"


@pytest.mark.parametrize("verb", ["check", "status", "gap"])
def test_the_code_says_what_the_line_says(office: Office, verb: str):
    """Also for verbs that otherwise leave with 0: a monitor goes by the code."""
    said = office(verb, "share", "--format", "nagios", *DAY)
    assert (said.code, said.out.split(" | ")[0]) == (0, "TARGETS OK - 1 on track")
    late = office(verb, "mill", "--format", "nagios", *DAY)
    assert (late.code, late.out.split(" | ")[0]) == (2, "TARGETS CRITICAL - 1 missed")


def test_quiet_does_not_silence_the_line(office: Office):
    """A plugin without output is reported as broken."""
    assert office("check", "share", "-q", "--format", "nagios", *DAY).out.startswith("TARGETS OK - 1 on track | ")


def test_a_limit_lowers_word_and_code_together(office: Office):
    """With --fail-on never nothing is critical, and the late deed is still counted."""
    said = office("check", "--fail-on", "never", "--format", "nagios", *DAY)
    assert (said.code, said.out.split(" | ")[0]) == (0, "TARGETS OK - 1 missed, 2 on track")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nosuch"], "No such command 'nosuch'."),
        (["check", "nosuch"], 'there is no target or milestone "nosuch"'),
        (
            ["check", "--fail-on", "x"],
            "Invalid value for '--fail-on': 'x' is not one of 'early', 'warn', 'crit', 'never'.",
        ),
        (["files"], "No such option: --format"),
    ],
    ids=str,
)
def test_a_mistyped_command_is_unknown(office: Office, arguments: list[str], said: str):
    """Any other code would be taken for critical, and the line thrown away."""
    told = office(*arguments, "--format", "nagios")
    assert (told.code, told.out) == (3, f"TARGETS UNKNOWN - {said}\n")


def test_an_invalid_file_is_unknown(office: Office):
    """The line names the first fault and how many more there are."""
    office.write("targets/more.toml", 'wrong = 1\nworse = "a|b"\n')  # type: ignore[attr-defined]
    told = office("check", "--format", "nagios")
    assert told.code == 3
    assert told.out.startswith("TARGETS UNKNOWN - nothing was judged: targets/more.toml:1: ")
    assert told.out.count("\n") == 1
    assert "|" not in told.out


def test_no_workspace_is_unknown(tmp_path: Path, tracker: Callable[..., Any]):
    """The same as a process of its own, which is how a monitor calls it."""
    told = tracker("check", "--format", "nagios", cwd=tmp_path)
    assert (told.code, told.out) == (
        3,
        f"TARGETS UNKNOWN - no workspace in {tmp_path} or above it: no folder targets/\n",
    )


def test_a_verb_that_judges_nothing_has_no_line(office: Office):
    """It is said, in the form a monitor reads."""
    told = office("doctor", "--format", "nagios")
    assert (told.code, told.out) == (3, "TARGETS UNKNOWN - this command has no line for monitoring systems\n")


def test_a_bug_of_ours_is_unknown():
    """An error of any kind has a sentence."""
    assert sentence(ValueError("a|b")) == "a|b"
    assert sentence(KeyboardInterrupt()) == "interrupted"


@pytest.mark.parametrize(("selector", "turned"), [("share", 2), ("mill", 0)])
def test_negate_accepts_line_and_code(office: Office, selector: str, turned: int):
    """The monitoring plugins' own reader turns OK and CRITICAL around, in the code and in the line."""
    negate = PLUGINS / "negate"
    if not negate.exists():
        pytest.skip("negate is not installed (Debian: monitoring-plugins-basic)")
    root = str(office.root)  # type: ignore[attr-defined]
    asked = [sys.executable, "-m", "tracker", "-C", root, "check", selector, "--format", "nagios", *DAY]
    done = subprocess.run([str(negate), "-s", *asked], capture_output=True, text=True, check=False)
    word = {0: "OK", 2: "CRITICAL"}[turned]
    assert (done.returncode, done.stdout.split(" - ")[0]) == (turned, f"TARGETS {word}")
