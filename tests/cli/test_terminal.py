"""Tables on a terminal: names may wrap, numbers are never cut, columns align also where signs are two cells wide."""

from __future__ import annotations

import os
import re
import struct
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from unicodedata import category, east_asian_width

import pytest

from tracker.assessment.review import review
from tracker.assessment.rules.table import RULES
from tracker.cli.gather import read_lamp
from tracker.files.folder import read_workspace
from tracker.render.sheet import Sheet, Side
from tracker.render.views import gaps, status
from tracker.render.wording import wording_for

pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")
fcntl = pytest.importorskip("fcntl")
termios = pytest.importorskip("termios")

DAY = date(2026, 8, 20)
VIEWS = {"status": status, "gap": gaps}
ESCAPES = re.compile("\x1b\\[[0-9;]*m")
SPEAKING = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "LC_", "LANG")


def cells(text: str) -> int:
    """How many cells of a terminal a text takes."""
    return sum(2 if east_asian_width(c) in "WF" else category(c) not in {"Mn", "Me"} for c in text)


@cache
def on_terminal(arguments: tuple[str, ...], columns: int, extra: frozenset[tuple[str, str]] = frozenset()) -> str:
    """What one command draws on a terminal of so many columns."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    bare = {name: value for name, value in os.environ.items() if not name.startswith(SPEAKING)}
    env = {**bare, "TERM": "xterm", **dict(extra)}
    with subprocess.Popen(
        [sys.executable, "-m", "tracker", *arguments], stdout=theirs, stdin=theirs, env=env
    ) as process:
        os.close(theirs)
        drawn = b"".join(chunks(ours))
    os.close(ours)
    assert process.returncode == 0
    return drawn.decode().replace("\r\n", "\n")


def chunks(terminal: int):
    """Everything a process writes until it closes its end."""
    while True:
        try:
            chunk = os.read(terminal, 65536)
        except OSError:  # Linux says so when the other end is closed
            return
        if not chunk:
            return
        yield chunk


def asked(verb: str, example: Path, *more: str) -> tuple[str, ...]:
    """The arguments of a view of the example workspace."""
    return ("-C", str(example), verb, "--as-of", str(DAY), *more)


def numbers(sheet: Sheet, heading_line: str) -> list[str]:
    """The cells of the number columns that are shown."""
    shown = [n for n, c in enumerate(sheet.columns) if c.side is Side.RIGHT and c.heading in heading_line]
    return [row.cells[n] for row in sheet.rows for n in shown if row.cells[n]]


def sheet_of(example: Path, verb: str, lang: str) -> Sheet:
    """The table of a view as it is before it is dressed."""
    portfolio = read_workspace(example, RULES, read_lamp).portfolio
    found = review(portfolio, DAY, None)
    return next(sheet for sheet in VIEWS[verb](found, wording_for(lang)) if sheet.columns)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("columns", [60, 80, 120])
@pytest.mark.parametrize("verb", ["status", "gap"])
def test_numbers_are_never_cut(verb: str, columns: int, lang: str, example: Path):
    """Each number of a column that is shown stands there whole; no line is wider than the terminal."""
    drawn = ESCAPES.sub("", on_terminal(asked(verb, example, "--lang", lang), columns))
    lines = drawn.splitlines()
    heading = next(line for line in lines if line.startswith("· "))
    expected = numbers(sheet_of(example, verb, lang), heading)
    assert len(expected) >= 9
    assert [n for n in expected if not re.search(rf"(?<!\S){re.escape(n)}(?!\S)", drawn)] == []
    table = lines[lines.index(heading) : lines.index("", lines.index(heading))]
    assert [line for line in table if cells(line) > columns] == []


@pytest.mark.parametrize("columns", [80, 120, 200])
def test_chinese_columns_align(columns: int, example: Path):
    """Each number of a column ends in the same cell of the terminal as its heading."""
    drawn = ESCAPES.sub("", on_terminal(asked("status", example, "--lang", "zh"), columns)).splitlines()
    sheet = sheet_of(example, "status", "zh")
    place = next(n for n, column in enumerate(sheet.columns) if column.heading == "实际完成")
    heading = next(line for line in drawn if line.startswith("· "))
    edge = cells(heading[: heading.index("实际完成") + len("实际完成")])
    values = [row.cells[place] for row in sheet.rows if row.cells[place]]
    found = [
        [cells(line[: at.end()]) for line in drawn for at in re.finditer(rf"(?<= ){re.escape(value)}(?!\S)", line)]
        for value in values
    ]
    assert [ends for ends in found if edge not in ends] == []
    assert len(values) >= 9


@pytest.mark.parametrize(
    ("extra", "options", "coloured"),
    [
        ({}, (), True),
        ({"NO_COLOR": "1"}, (), False),
        ({"NO_COLOR": ""}, (), True),
        ({"FORCE_COLOR": "0"}, (), False),
        ({"TERM": "dumb"}, (), False),
        ({}, ("--color", "never"), False),
        ({"NO_COLOR": "1"}, ("--color", "always"), True),
    ],
    ids=str,
)
def test_colour_on_a_terminal(extra: Mapping[str, str], options: tuple[str, ...], coloured: bool, example: Path):  # noqa: FBT001
    """--color goes before NO_COLOR, then FORCE_COLOR, then the kind of terminal; an empty NO_COLOR is none."""
    drawn = on_terminal(asked("status", example, "--lang", "en", *options), 120, frozenset(extra.items()))
    assert ("\x1b[" in drawn) is coloured


def test_a_dumb_terminal_gets_plain_text(example: Path):
    """As a pipe does."""
    drawn = on_terminal(asked("status", example, "--lang", "en"), 60, frozenset({("TERM", "dumb")}))
    assert max(map(len, drawn.splitlines())) > 120


def test_a_lamp_is_a_word_as_well_as_a_colour(example: Path):
    """Nobody has to tell red from green."""
    drawn = on_terminal(asked("status", example, "--lang", "en"), 120, frozenset({("NO_COLOR", "1")}))
    assert [w for w in ("met", "on track", "at risk", "off track", "missed", "unknown") if w not in drawn] == []
