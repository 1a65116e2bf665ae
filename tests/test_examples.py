"""The examples at the end of each command's help run as they stand, in a copy of the shipped workspace."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import typer

from tracker.cli.app import run
from tracker.cli.commands import COMMANDS as NAMES
from tracker.cli.commands import with_commands

ROOT = Path(__file__).resolve().parent.parent
LAST_VERDICT = 3
ELSEWHERE = "/srv/targets"  # what the examples call a workspace that is not the current one
UNTIL = "2026-12-31"  # a day to come when the example was written
SHELL = frozenset("|&;<>()")

FIGURES = "indicator,period,value,source\nchangji.local-conversion,2024,52.0,bulletin 12\n"
BUREAU = '[import.bureau]\ncolumns = { indicator = "指标", period = "时间", value = "数值", source = "来源" }\n'
PARK = 'policy = { id = "parks", title = "Parks", region = "x" }\n[[project]]\nid = "park-2"\nname = "Park 2"\n'
FILES: Mapping[str, str] = {
    "figures.csv": FIGURES.replace("indicator,period,value,source", "指标,时间,数值,来源"),
    "channels.txt": "# one URL a line; there is none, so nothing is sent\n",
    "tracker.toml": BUREAU,
    "targets/park.toml": PARK,
}
"""The files that examples speak of and that are not shipped."""
BEFORE: Mapping[str, tuple[str, ...]] = {
    "withdraw": (
        'tracker record changji.local-conversion 41.5 --period 2023 --source "bulletin 12"',
        "tracker done jiayuguan.monitoring-cadence --item 1 --on 2025-03-01",
    ),
}
"""What must have happened for the examples of a command to make sense."""
ASKING = frozenset({"withdraw"})
"""Commands that ask a person, who is not there when tests run."""
STUBS: Mapping[str, str] = {"crontab": "cat > /dev/null"}
"""Programs that would change the machine."""


def commands(group: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 -- Typer's own Click
    """Every command by its words."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, (*path, name))
        else:
            yield " ".join((*path, name)), command


COMMANDS = dict(commands(typer.main.get_command(with_commands(NAMES))))


def examples(command: Any) -> list[str]:  # noqa: ANN401 -- Typer's own Click
    """The lines after "Examples:" in a command's help."""
    _, _, after = (command.help or "").partition("Examples:")
    return [line.strip() for line in after.splitlines() if line.strip()]


def programs(line: str) -> set[str]:
    """The programs a line calls, quotes minded: the first word, and those after a bar."""
    words = list(shlex.shlex(line, posix=True, punctuation_chars="|&;<>()"))
    return {word for before, word in zip(["|", *words], words, strict=False) if before == "|"}


def in_a_shell(line: str) -> bool:
    """Whether a line needs one: it has a pipe or writes to a file, outside of quotes."""
    return bool(SHELL & set(shlex.shlex(line, posix=True, punctuation_chars="|&;<>()")))


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The shipped workspace in a folder of its own, with `tracker` and harmless stand-ins on the path."""
    folder = tmp_path / "workspace"
    for part in ("targets", "seeds", "actuals"):
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, folder / part)
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
        (folder / name).chmod(0o600)
    as_sheet(folder / "figures.xlsx")
    bin_ = tmp_path / "bin"
    bin_.mkdir()
    for name, script in {"tracker": f'exec "{sys.executable}" -m tracker "$@"', **STUBS}.items():
        (bin_ / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (bin_ / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{bin_}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.chdir(folder)
    return folder


def as_sheet(path: Path) -> None:
    """The figures as a spreadsheet."""
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in FIGURES.splitlines():
        cells = row.split(",")
        book.active.append([float(cells[2]) if cell == cells[2] and cells[2][0].isdigit() else cell for cell in cells])
    book.save(path)


def answered(line: str, name: str) -> str:
    """A line as it is run where nobody can be asked."""
    return f"{line} --yes" if name in ASKING and "--yes" not in line else line


def code_of(line: str) -> int:
    """How one example ends."""
    if not in_a_shell(line):
        return run(shlex.split(line)[1:])
    return subprocess.run(["sh", "-c", line], check=False, timeout=60).returncode  # noqa: S607 -- as a reader would


@pytest.mark.parametrize("name", COMMANDS)
def test_every_help_ends_with_examples(name: str):
    """Two or three of them, or a few more; each a line that calls this very command."""
    shown = examples(COMMANDS[name])
    assert 2 <= len(shown) <= 5
    assert all(re.match(rf"tracker (-C \S+ )?{name}\b", line) for line in shown), shown


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.skipif(os.name != "posix", reason="the examples are written for a POSIX shell")
def test_the_examples_run(name: str, copy: Path, capfd: pytest.CaptureFixture[str]):
    """Each ends with a verdict, not with an error."""
    for line in examples(COMMANDS[name]):
        for earlier in BEFORE.get(name, ()):
            assert code_of(earlier) == 0, capfd.readouterr().err
        missing = [program for program in programs(line) if shutil.which(program) is None]
        if missing:
            pytest.skip(f"not installed: {', '.join(missing)}")
        capfd.readouterr()
        now = line.replace(ELSEWHERE, str(copy)).replace(UNTIL, f"{datetime.now(UTC).year}-12-31")
        code = code_of(answered(now, name))
        assert code <= LAST_VERDICT, f"{line} ended with {code}:\n{capfd.readouterr().err}"


@pytest.mark.parametrize(
    ("line", "called"),
    [
        ("tracker status", {"tracker"}),
        ("tracker status --json | jq '.a | .b'", {"tracker", "jq"}),
        ("tracker gap 'a|b' > x", {"tracker"}),
    ],
)
def test_quotes_are_minded(line: str, called: set[str]):
    """A bar inside quotes calls nothing."""
    assert programs(line) == called


def test_a_line_is_run_as_it_is_written():
    """A file is written only by what stands outside of quotes."""
    assert [in_a_shell(line) for line in ("tracker status 'a>b'", "tracker status > b")] == [False, True]
