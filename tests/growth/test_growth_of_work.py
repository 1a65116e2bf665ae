"""Twice as long a table costs twice the work: counted in lines of the program that are run, never in seconds."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import long_tables
import pytest
from long_tables import FAULTY, SOUND, Table

from tracker.cli.app import run
from tracker.files import slips

ENTRIES = 100
MOST = 2.2
DAY = ("--as-of", "2025-04-15")


def counted(root: Path, *command: str, code: int = 0) -> Counter[str]:
    """How many lines of each function of the program one command runs; loops on one line count each turn."""
    lines: Counter[str] = Counter()

    def trace(frame: FrameType, _: str, __: object) -> Callable[..., Any]:
        lines[frame.f_code.co_name] += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        ended = run(["-C", str(root), *command])
    finally:
        sys.settrace(before)
    assert ended == code
    return lines


def growth(folder: Path, table: Table, *command: str, code: int = 0) -> float:
    """How many times the work of a table's entries grows when they are twice as many."""

    def work(entries: int, code: int) -> int:
        return counted(long_tables.write(folder / str(entries), table(entries)), *command, code=code).total()

    work(1, code)  # what is loaded once is loaded
    none, once, twice = work(1, code), work(ENTRIES, code), work(2 * ENTRIES, code)
    return (twice - none) / (once - none)


@pytest.mark.parametrize(
    "command", [("status", "--json"), ("check", "--cadence", "weekly", "--fail-on", "never")], ids=lambda c: c[0]
)
@pytest.mark.parametrize("table", SOUND.values(), ids=SOUND)
def test_judging_twice_as_much_costs_twice_the_work(table: Table, command: tuple[str, ...], tmp_path: Path):
    """Whatever the table; with some fixed work beside it."""
    assert growth(tmp_path, table, *command, *DAY) <= MOST


@pytest.mark.parametrize("table", FAULTY.values(), ids=FAULTY)
def test_telling_twice_as_many_faults_costs_twice_the_work(
    table: Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Also where each is a misspelling: after very many comparisons no near word is looked for."""
    monkeypatch.setattr(slips, "COMPARISONS_AT_MOST", ENTRIES)
    assert growth(tmp_path, table, "validate", code=65) <= MOST


def judged(root: Path, *command: str) -> int:
    """How many lines a command runs while it judges targets."""
    return counted(root, *command)["assess_as_read"]


@pytest.mark.parametrize(
    "command",
    [
        ("show", "tx", *DAY),
        ("chart", "tx", *DAY),
        ("check", "tx", "--unknown-ok", "--fail-on", "never", *DAY),
        ("status", "t[x]", *DAY),
        ("record", "ix", "40", "--period", "2024-12", "--published", "2025-01-31"),
    ],
    ids=lambda command: command[0],
)
def test_only_what_is_asked_for_is_judged(command: tuple[str, ...], tmp_path: Path):
    """One promise among fifty costs as much judging as one alone."""
    alone, among_many = (long_tables.write(tmp_path / str(n), long_tables.targets(n)) for n in (0, 50))
    assert judged(among_many, *command) == judged(alone, *command) > 0
