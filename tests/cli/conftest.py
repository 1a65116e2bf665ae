"""A small office whose verdicts are known, and `tracker` in this very process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tracker.cli.app import run

TARGETS = """\
policy = { id = "office", title = "Office", region = "County", issued = 2024-01-01 }

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
baseline = { period = "2023", value = 20 }
stages = [{ by = "2025", value = 60 }]
rule = "pace"

[[milestone]]
id = "mill"
name = "Mill handed over"
by = 2025-03-31

[[milestone]]
id = "plan"
name = "Plan adopted"
by = 2025-06-30
"""


@dataclass(frozen=True)
class Said:
    """How one command ended, and what it wrote."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Office:
    """A workspace to write into: asked for 40 % by the end of 2024, on the way from 20 to 60."""

    root: Path
    capture: pytest.CaptureFixture[str]

    def figure(self, value: object, period: str = "2024", published: str = "2025-02-20") -> None:
        """One more figure of the share, final and published on a day."""
        lines = f'[[actual]]\nindicator = "share"\nperiod = "{period}"\nvalue = {value}\npublished = {published}\n'
        self.write("actuals/figures.toml", lines + 'source = "bulletin"\n')

    def done(self, milestone: str, day: str) -> None:
        """One more deed done."""
        self.write("actuals/deeds.toml", f'[[done]]\nmilestone = "{milestone}"\non = {day}\n')

    def write(self, name: str, text: str) -> None:
        """Text at the end of a file of the workspace."""
        path = self.root / name
        path.parent.mkdir(exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(text)

    def __call__(self, *arguments: str) -> Said:
        """One command in this workspace."""
        code = run(["-C", str(self.root), *arguments])
        told = self.capture.readouterr()
        return Said(code, told.out, told.err)


@pytest.fixture
def office(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Said]:
    """The office on 2025-04-15: the share is on track, the mill is late, the plan is not due yet."""
    for name in ("LANG", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    opened = Office(tmp_path, capsys)
    opened.write("targets/office.toml", TARGETS)
    opened.figure(45)
    return opened


@pytest.fixture
def tell(
    place: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[int, str, str]]:
    """Run a command in the workspace a module calls `place`: its code, stdout and stderr."""
    monkeypatch.setenv("TRACKER_USER", "officer")
    monkeypatch.setenv("LANG", "C")
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)

    def command(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = run(["-C", str(place), *arguments])
        return (code, *capsys.readouterr())

    return command
