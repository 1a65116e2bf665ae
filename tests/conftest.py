"""What many tests share: the shipped workspace, the example one, and `tracker` as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SPEAKING = ("LANG", "LC_", "NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS", "TRACKER_", "PYTHONUTF8", "PYTHONIOENCODING")


@dataclass(frozen=True)
class Outcome:
    """How one command ended: its exit code and what it wrote."""

    code: int
    out: str
    err: str


def quiet_environment() -> dict[str, str]:
    """The environment of these tests without what changes an answer."""
    return {name: value for name, value in os.environ.items() if not name.startswith(SPEAKING)}


def run_tracker(
    arguments: Sequence[str], *, env: Mapping[str, str] | None = None, cwd: Path = ROOT, stdin: str = ""
) -> Outcome:
    """One command as a process; what it writes is UTF-8 whatever the locale."""
    done = subprocess.run(  # noqa: PLW1510 -- the exit code is what is asked about
        [sys.executable, "-m", "tracker", *arguments],
        env=quiet_environment() if env is None else dict(env),
        cwd=cwd,
        input=stdin.encode(),
        capture_output=True,
        timeout=60,
    )
    return Outcome(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


@pytest.fixture(scope="session")
def shipped() -> Path:
    """The workspace this repository is."""
    return ROOT


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A filled workspace, as `tracker init --example` writes it; only to be read."""
    from tracker.files.scaffold import write_scaffold

    folder = tmp_path_factory.mktemp("example")
    write_scaffold(folder, filled=True)
    return folder


@pytest.fixture(scope="session")
def tracker() -> Callable[..., Outcome]:
    """Run `tracker` with some arguments; by keyword its env, cwd and stdin."""

    def run(*arguments: str, env: Mapping[str, str] | None = None, cwd: Path = ROOT, stdin: str = "") -> Outcome:
        return run_tracker(arguments, env=env, cwd=cwd, stdin=stdin)

    return run


@pytest.fixture(scope="session")
def answered(tracker: Callable[..., Outcome]) -> Callable[..., Outcome]:
    """Run `tracker` in the shipped workspace; the same question is answered once and remembered."""
    known: dict[tuple[str, ...], Outcome] = {}

    def ask(*arguments: str) -> Outcome:
        if arguments not in known:
            known[arguments] = tracker(*arguments)
        return known[arguments]

    return ask
