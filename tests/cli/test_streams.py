"""What is written where: data on stdout, all else on stderr, UTF-8 whatever the locale, colour where it is wanted."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Tracker = Callable[..., Any]
GAP = ("gap", "--as-of", "2025-04-15")
ESCAPE = "\x1b"


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break otherwise there")
def test_a_reader_that_leaves_early_is_no_error(shipped: Path):
    """`| head -1`: one line is read, nothing is said on stderr."""
    command = f'"{sys.executable}" -m tracker -C "{shipped}" gap --jsonl | head -1'
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, timeout=60, check=False)
    assert (done.stdout.count(b"\n"), done.stderr) == (1, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break otherwise there")
@pytest.mark.parametrize("verb", [["gap"], ["gap", "--json"], ["validate"], ["schema", "targets"], ["--help"]])
def test_a_reader_that_has_left_ends_the_command(verb: list[str], shipped: Path):
    """With the code a shell gives to what a broken pipe has ended."""
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "tracker", "-C", str(shipped), *verb]
    done = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, timeout=60, check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="there Python itself needs an environment")
def test_an_empty_environment_changes_nothing(shipped: Path, tracker: Tracker, answered: Tracker):
    """As cron runs it, or less: `env -i`."""
    assert tracker("-C", str(shipped), *GAP, env={}) == answered(*GAP)


@pytest.mark.parametrize(
    "locale",
    [{"LC_ALL": "C"}, {"LC_ALL": "POSIX"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "latin-1"}],
    ids=str,
)
def test_output_is_utf_8_whatever_the_locale(locale: dict[str, str], tracker: Tracker, answered: Tracker):
    """The same bytes as in any other locale."""
    assert tracker(*GAP, "--lang", "zh", env={**os.environ, **locale}) == answered(*GAP, "--lang", "zh")


@pytest.mark.parametrize(
    ("locale", "heading"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "差距分析"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "Gap analysis"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, "差距分析"),
        ({"LANG": "de_DE.UTF-8"}, "Gap analysis"),
    ],
    ids=str,
)
def test_the_language_is_that_of_the_environment(locale: dict[str, str], heading: str, tracker: Tracker):
    """LC_ALL goes before LC_MESSAGES, that before LANG; English where it is not Chinese."""
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    assert tracker(*GAP, env={**bare, **locale}).out.startswith(heading)


def test_a_pipe_gets_plain_text_whatever_the_width(tracker: Tracker, answered: Tracker):
    """No colour, no wrapping, nothing cut, although the terminal would be narrow."""
    narrow = tracker(*GAP, env={**os.environ, "COLUMNS": "40", "TERM": "xterm-256color", "LANG": "C"})
    assert (narrow, ESCAPE in narrow.out) == (answered(*GAP), False)


@pytest.mark.parametrize("form", [[], ["-f", "plain"], ["-f", "table"]])
def test_colour_can_be_asked_for_in_a_pipe(form: list[str], tracker: Tracker):
    """Whether or not a form is named; every lamp is coloured, and without the colours the text is the same."""
    said = tracker("gap", *form, "--color", "always", env={**os.environ, "NO_COLOR": "1"}).out
    assert f"{ESCAPE}[31m" in said
    if form != ["-f", "table"]:
        assert re.sub(f"{ESCAPE}\\[[0-9]+m", "", said) == tracker("gap", *form).out


@pytest.mark.parametrize("form", ["csv", "tsv", "json", "jsonl", "md"])
def test_machines_and_markdown_get_no_colour(form: str, tracker: Tracker):
    """Not even where it is asked for."""
    assert ESCAPE not in tracker("gap", "-f", form, "--color", "always").out


def test_nothing_but_the_option_colours_a_pipe(tracker: Tracker):
    """What forces colour on other programs does not put codes into plain text."""
    assert ESCAPE not in tracker("gap", env={**os.environ, "FORCE_COLOR": "1", "CLICOLOR_FORCE": "1"}).out


@pytest.mark.parametrize("marks", [[], ["--ascii"]])
def test_ascii_marks_are_ascii(marks: list[str], answered: Tracker):
    """Every mark and border; the English names of the shipped workspace are ASCII by themselves."""
    assert answered("status", *marks).out.isascii() is (marks == ["--ascii"])


def test_a_closed_stdout_is_told(shipped: Path):
    """`>&-` is a mistake of the caller, told like a full device."""
    command = f'"{sys.executable}" -m tracker -C "{shipped}" status >&-'
    done = subprocess.run(["/bin/sh", "-c", command], stderr=subprocess.PIPE, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr.startswith("tracker: could not write")) == (74, True)


def test_a_closed_stderr_changes_nothing(shipped: Path, answered: Tracker):
    """`2>&-` loses what would have been said there."""
    command = f'"{sys.executable}" -m tracker -C "{shipped}" gap --as-of 2025-04-15 --lang en 2>&-'
    done = subprocess.run(["/bin/sh", "-c", command], stdout=subprocess.PIPE, timeout=60, check=False)
    assert (done.returncode, done.stdout.decode()) == (0, answered(*GAP).out)
