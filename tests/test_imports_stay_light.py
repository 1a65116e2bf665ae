"""A start stays quick because heavy modules are loaded only by the command that needs them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

HEAVY = frozenset(
    {
        "apprise",
        "dateutil.parser",
        "difflib",
        "openpyxl",
        "prometheus_client",
        "python_calamine",
        "rich",
        "smtplib",
        "sqlite3",
        "tomli_w",
        "urllib.request",
        "zipfile",
    }
)

# `typer.core` imports difflib at its top, for "did you mean"; nothing else on the list comes with a bare Typer 0.28.
WITH_TYPER = frozenset({"difflib"})

CODE_OF_THE_LAST_VERDICT = 3  # what is greater is an error, and an error may end before anything is loaded

CHILD = """
import atexit, pathlib, sys
report = pathlib.Path(sys.argv.pop(1))
atexit.register(lambda: report.write_text("\\n".join(sys.modules)))
from tracker.__main__ import main
sys.exit(main())
"""


def _loaded(report: Path, *arguments: str) -> frozenset[str]:
    """The modules that stood in memory when `tracker` with these arguments ended."""
    ended = subprocess.run(
        [sys.executable, "-c", CHILD, str(report), *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in ended.stderr, ended.stderr
    assert ended.returncode <= CODE_OF_THE_LAST_VERDICT, ended.stderr
    return frozenset(report.read_text().splitlines())


def test_the_version_is_told_before_typer_is_loaded(tmp_path: Path):
    """`--version` alone needs nothing but a constant."""
    loaded = _loaded(tmp_path / "modules", "--version")
    assert loaded & (HEAVY | {"typer", "tomllib", "tracker.cli.app"}) == frozenset()


@pytest.mark.parametrize("arguments", [("status", "--json"), ("check", "-q")], ids=" ".join)
def test_the_commands_of_cron_and_pipes_load_nothing_heavy(tmp_path: Path, arguments: tuple[str, ...]):
    """What machines call most often loads no table, no spreadsheet and no network."""
    assert _loaded(tmp_path / "modules", *arguments) & HEAVY - WITH_TYPER == frozenset()


def test_the_hook_sees_what_is_loaded(tmp_path: Path):
    """A module that every command needs is in the report, so an empty answer above means something."""
    assert "tomllib" in _loaded(tmp_path / "modules", "status", "--json")
