"""What a shell offers while a command is typed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from tracker.assessment.rules.lamp_text import parse_lamp
from tracker.assessment.rules.table import RULES
from tracker.cli import completion
from tracker.cli.commands import COMMANDS, with_commands
from tracker.files.folder import read_workspace

ROOT = Path(__file__).resolve().parent.parent.parent


def typed(words: str, cwd: Path, shell: str = "zsh") -> list[str]:
    """What a shell is told about a line with the cursor at its end; zsh keeps `lead:x` in one word."""
    names = {"zsh": {"_TYPER_COMPLETE_ARGS": words}, "bash": {"COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}}
    env = {**os.environ, "PYTHONPATH": str(ROOT), "_TRACKER_COMPLETE": f"complete_{shell}", **names[shell]}
    code = "import sys; sys.argv = ['tracker']; from tracker.cli.app import main; main()"
    done = subprocess.run([sys.executable, "-c", code], cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return [line for line in done.stdout.splitlines() if line]


def context(folder: Path, **params: object) -> typer.Context:
    """A command line in which a workspace is named."""
    command = typer.main.get_command(with_commands(COMMANDS))
    root = typer.Context(command, info_name="tracker")
    root.params = {"workspace": folder}
    inner = typer.Context(command, info_name="status", parent=root)
    inner.params = dict(params)
    return inner


@pytest.mark.parametrize(
    ("incomplete", "offered"),
    [
        ("yunze.in", ["yunze.investment"]),
        ("le", ["lead:"]),
        ("lead:Stat", ["lead:Statistics office"]),
        ("lead:统", ["lead:统计局"]),
        ("tag:k", ["tag:key"]),
        ("verdict:o", ["verdict:off_track", "verdict:on_track"]),
        ("policy:", ["policy:yunze-2026"]),
        ("due:o", ["due:overdue"]),
        ("due:2027", ["due:2027"]),
        ("nosuch:", []),
        ("zzz", []),
    ],
)
def test_selectors_are_completed_from_the_workspace(example: Path, incomplete: str, offered: list[str]):
    """Ids, labels, and the values of a label in both languages."""
    assert completion.selectors(context(example), incomplete) == offered


@pytest.mark.parametrize(
    ("given", "incomplete"), [(["lead"], ":"), (["lead", ":"], ""), (["x", "lead", ":"], "Stat")], ids=str
)
def test_bash_takes_a_colon_for_a_word(example: Path, given: list[str], incomplete: str):
    """What follows the colon is offered alone, as bash replaces only that."""
    assert "Statistics office" in completion.selectors(context(example, selectors=given), incomplete)


def test_what_is_recorded_and_withdrawn_is_completed(example: Path):
    """`done` is offered milestones, `progress` projects, `withdraw` all that reports speak of."""
    portfolio = read_workspace(example, RULES, parse_lamp).portfolio
    names = [one.id for one in portfolio.milestones], [one.id for one in portfolio.projects], [*portfolio.indicators]
    offered = [f(context(example), "") for f in (completion.milestones, completion.projects, completion.reported)]
    assert offered == [sorted(names[0]), sorted(names[1]), sorted({*names[0], *names[1], *names[2]})]


def test_one_id_is_wanted_where_one_is_shown(example: Path):
    """`show` takes no selector, so none is offered."""
    assert completion.ids(context(example), "yunze.o") == ["yunze.output"]
    assert completion.ids(context(example), "le") == []


def test_indicators_are_those_declared(example: Path):
    """For recording: the ids of indicators, not of targets."""
    assert completion.indicators(context(example), "province") == ["province.value-added.growth"]


def test_a_shell_is_answered(example: Path):
    """The whole way, as zsh and bash ask."""
    assert any("yunze.output" in line for line in typed("tracker show yunze.o", example))
    assert typed("tracker show yunze.o", example, "bash") == ["yunze.output"]


def test_without_a_workspace_nothing_is_offered_and_nothing_said(tmp_path: Path):
    """A shell that completes a word is no place for an error."""
    assert typed("tracker show yunze.o", tmp_path, "bash") == []


def test_a_broken_workspace_is_silent(tmp_path: Path):
    """Also one whose files have faults."""
    (tmp_path / "targets").mkdir()
    (tmp_path / "targets" / "a.toml").write_text("[[", encoding="utf-8")
    assert completion.ids(context(tmp_path), "") == []
