"""Where the workspace is: walking up, -C, TRACKER_WORKSPACE; what init writes; what help and mistakes say."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tracker.cli.app import run
from tracker.cli.commands import COMMANDS as NAMES

Tracker = Callable[..., Any]
Captured = pytest.CaptureFixture[str]
COMMANDS = [name for name in NAMES if name not in {"export", "plan"}]


def bare(**more: str) -> dict[str, str]:
    """The environment without a workspace, and with what is given."""
    return {**{k: v for k, v in os.environ.items() if k != "TRACKER_WORKSPACE"}, **more}


@pytest.fixture(scope="module")
def counted(tracker: Tracker, example: Path) -> str:
    """What validate says of the example."""
    said: str = tracker("-C", str(example), "validate").out
    return said


def test_a_workspace_is_found_by_walking_up(tracker: Tracker, example: Path, counted: str):
    """From any folder inside it."""
    assert tracker("validate", cwd=example / "seeds", env=bare()).out == counted


def test_a_workspace_is_named_by_an_option(tracker: Tracker, example: Path, tmp_path: Path, counted: str):
    """Also by a folder inside it."""
    assert tracker("-C", str(example / "targets"), "validate", cwd=tmp_path).out == counted


def test_a_workspace_is_named_by_the_environment(tracker: Tracker, example: Path, tmp_path: Path, counted: str):
    """Before the working directory is looked at."""
    assert tracker("validate", env=bare(TRACKER_WORKSPACE=str(example))).out == counted


def test_the_option_goes_before_the_environment(tracker: Tracker, example: Path, tmp_path: Path, counted: str):
    """What is typed is meant."""
    outcome = tracker("-C", str(example), "validate", env=bare(TRACKER_WORKSPACE=str(tmp_path)), cwd=tmp_path)
    assert outcome.out == counted


def test_without_a_workspace_it_says_how_to_get_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: Captured):
    """Where it looked, and the two ways out."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TRACKER_WORKSPACE", raising=False)
    assert run(["status"]) == 66
    assert capfd.readouterr().err == (
        f"tracker: no workspace in {tmp_path} or above it: no folder targets/\n"
        "  help: make one with tracker init DIR, or name one with -C DIR\n"
    )


def test_a_folder_that_is_not_there_is_not_looked_for_further_up(example: Path, capfd: Captured):
    """A slip of the keyboard must not judge another workspace."""
    assert run(["-C", str(example / "targest"), "status"]) == 66
    assert capfd.readouterr().err.startswith(f"tracker: no workspace at {example / 'targest'}: no such folder\n")


def test_init_writes_a_workspace_that_reads_without_fault(tmp_path: Path, capfd: Captured):
    """Everything is commented out: nothing is declared, and status says so beside its answer."""
    assert run(["init", str(tmp_path / "new")]) == 0
    names = [".gitattributes", ".gitignore", "seeds/example.toml", "targets/example.toml", "tracker.toml"]
    assert capfd.readouterr().out.splitlines() == [str(tmp_path / "new" / name) for name in names]
    assert run(["-C", str(tmp_path / "new"), "status"]) == 0
    assert capfd.readouterr().err.startswith("tracker: nothing is declared yet: write targets in ")


def test_init_changes_nothing_that_is_there(tmp_path: Path, capfd: Captured):
    """One part of a workspace is enough to stop it."""
    (tmp_path / "seeds").mkdir()
    assert run(["init", str(tmp_path)]) == 64
    assert ([path.name for path in tmp_path.iterdir()], "seeds is already there" in capfd.readouterr().err) == (
        ["seeds"],
        True,
    )


@pytest.mark.parametrize(
    ("typed", "meant"), [("staus", "status"), ("gaps", "gap"), ("chek", "check"), ("valdate", "validate")]
)
def test_a_mistyped_command_is_put_right(typed: str, meant: str, capfd: Captured):
    """The nearest one is offered."""
    assert run([typed]) == 64
    assert f"Did you mean '{meant}'" in capfd.readouterr().err


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_examples(command: str, capfd: Captured):
    """Each example on a line of its own."""
    assert run([command, "--help"]) == 0
    lines = capfd.readouterr().out.splitlines()
    examples = lines[lines.index("  Examples:") + 1 :]
    assert examples[0].startswith(f"    tracker {command}") or examples[0].startswith("    tracker -C")


def test_help_lists_whole_sentences(capfd: Captured):
    """Nothing ends in three dots."""
    assert run(["--help"]) == 0
    assert "..." not in capfd.readouterr().out.split("Commands:")[1]


def test_no_command_at_all_gets_the_list(capfd: Captured):
    """On stderr, as a mistake."""
    assert run([]) == 64
    assert capfd.readouterr().err.startswith("Usage: tracker [OPTIONS] COMMAND [ARGS]...\n")
