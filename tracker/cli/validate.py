"""`tracker validate`: the files alone."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from tracker.render.catalogue import N_

if TYPE_CHECKING:
    from tracker.files.folder import Workspace


NO_FAULT = N_(
    "{files} files: {indicators} indicators, {targets} targets, {milestones} milestones, {projects} projects, "
    "{figures} figures. No fault."
)


def command(context: typer.Context) -> None:
    """Read every file of the workspace and tell all faults at once; nothing is judged.

    Examples:
      tracker validate
      tracker -C /srv/targets validate
    """
    from tracker.cli.gather import open_workspace
    from tracker.cli.recording import speak
    from tracker.render.as_plain import clean
    from tracker.render.faults import warning

    workspace = open_workspace(context)
    portfolio = workspace.portfolio
    figures = sum(len(series.actuals) for series in portfolio.series.values())
    for notice in notices(workspace):
        sys.stderr.write(f"{clean(notice)}\n")
    for doubted in workspace.doubted:
        sys.stderr.write(warning(doubted.warning()))
    counts = {
        "files": len(workspace.files),
        "indicators": len(portfolio.indicators),
        "targets": len(portfolio.targets),
        "milestones": len(portfolio.milestones),
        "projects": len(portfolio.projects),
        "figures": figures,
    }
    print(speak(None).say(NO_FAULT, **counts))


def notices(workspace: Workspace) -> list[str]:
    """What to know about the journal though it is sound: tails set aside, lines met twice, copies lying beside it."""
    from tracker.files.folder import ACTUALS, JOURNAL

    told = [f"{JOURNAL}:{notice.line}: note[{notice.code}]: {notice.text}" for notice in workspace.journal.notices]
    journal = workspace.root / JOURNAL
    for copy in copies(workspace.root / ACTUALS, journal):
        name = copy.relative_to(workspace.root).as_posix()
        sentence = f"{name}: note[copy]: this copy of the journal is not read; a sync program may have made it"
        told.append(f'{sentence}\n  help: add its lines at the end with: cat "{name}" >> {JOURNAL} and validate again')
    return told


def copies(folder: Path, journal: Path) -> list[Path]:
    """The copies of the journal that sync programs leave when two computers wrote it at once."""
    return sorted(path for path in folder.glob("journal*.jsonl") if path != journal and path.is_file())
