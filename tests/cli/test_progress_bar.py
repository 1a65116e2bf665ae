"""A bar for long work: on a terminal only, and only after two seconds."""

from __future__ import annotations

import io

import pytest

from tracker.cli import progress_bar as module
from tracker.cli.progress_bar import progress


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """It is."""
        return True


def shown(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, rows: int, seconds_a_row: float) -> str:
    """What is written while so many rows take so long."""
    clock = iter(range(10_000_000))
    monkeypatch.setattr(module.time, "monotonic", lambda: next(clock) * seconds_a_row * 256)
    monkeypatch.setattr(module.sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    with progress("figures.csv") as tick:
        for _ in range(rows):
            tick()
    return stream.getvalue()


def test_long_work_shows_how_far_it_has_come(monkeypatch: pytest.MonkeyPatch):
    """The name of the file and the rows so far."""
    said = shown(monkeypatch, Terminal(), 10_000, 0.01)
    assert "figures.csv" in said


def test_short_work_shows_nothing(monkeypatch: pytest.MonkeyPatch):
    """Less than two seconds."""
    assert shown(monkeypatch, Terminal(), 10_000, 0.0001) == ""


def test_a_pipe_shows_nothing(monkeypatch: pytest.MonkeyPatch):
    """However long it takes."""
    assert shown(monkeypatch, io.StringIO(), 10_000, 0.01) == ""
