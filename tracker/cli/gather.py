"""Find the workspace, read it, assess it: what every answering command does first."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.cli.asked import Asking
from tracker.cli.trouble import Exit, Trouble

if TYPE_CHECKING:
    import typer

    from tracker.assessment.review import Review
    from tracker.files.folder import Workspace


def workspace_root(place: Path | None) -> Path:
    """The workspace: named by -C, by TRACKER_WORKSPACE, or the nearest folder at or above this one with targets/."""
    from tracker.files.folder import find

    named = place or os.environ.get("TRACKER_WORKSPACE")
    start = Path(named or ".")
    try:
        root = find(start) if start.is_dir() else None
        where = (
            f"in {start.absolute()} or above it: no folder targets/"
            if start.is_dir()
            else f"at {start}: no such folder"
        )
    except FileNotFoundError:  # the working directory itself is gone
        root, where = None, "here: this folder is gone"
    if root is None:
        raise Trouble(Exit.NO_INPUT, f"no workspace {where}", "make one with tracker init DIR, or name one with -C DIR")
    return root


def place_of(context: typer.Context) -> Path | None:
    """The workspace named before the command."""
    named: Path | None = context.find_root().obj
    return named


def open_workspace(context: typer.Context) -> Workspace:
    """The workspace a command speaks of, read; every fault of every file at once."""
    return open_named(place_of(context))


def open_named(place: Path | None) -> Workspace:
    """The workspace at a place, or the one found from here."""
    from tracker.assessment.rules.table import RULES
    from tracker.files.folder import read_workspace

    return read_workspace(workspace_root(place), RULES, read_lamp)


def assess(workspace: Workspace, asking: Asking, selectors: Sequence[str] | None) -> Review:
    """The workspace on the day asked about, as far as it is selected."""
    from tracker.assessment.review import review
    from tracker.cli.selectors import select, to_judge

    portfolio, named = workspace.portfolio, selectors or []
    if not portfolio.targets and not portfolio.milestones:
        hint(f"nothing is declared yet: write targets in {workspace.root / 'targets'}; tracker validate checks them")
    for notice in portfolio.notices:
        hint(notice)
    return select(review(portfolio, asking.day, asking.known_at, wanted=to_judge(named, portfolio)), named)


def hint(sentence: str) -> None:
    """One line beside the answer, for the person at the terminal."""
    print(f"tracker: {sentence}", file=sys.stderr)


def read_lamp(name: str, table: Mapping[str, object]) -> object:
    """A [lamp.NAME] table of the settings as a lamp."""
    from tracker.assessment.rules.lamp_text import parse_lamp

    return parse_lamp(name, table)
