"""`tracker doctor`: what to know when something does not work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from tracker.cli.asked import Looks
from tracker.cli.options import sharing
from tracker.cli.surroundings import Finding, file_system, surrounding
from tracker.cli.trouble import Exit, Trouble

if TYPE_CHECKING:
    from tracker.render.sheet import Sheet
    from tracker.render.wording import Wording

SCHEMA = "tracker.doctor/1"


@sharing(Looks)
def command(looks: Looks, context: typer.Context) -> None:
    """Tell versions, encodings, paths, permissions, extras and the state of the journal; 0 means all is well.

    Otherwise the exit code is that of the first thing that is wrong: 66 no workspace, 65 a file is invalid, 74 a folder
    or the journal cannot be written. What is merely worth knowing does not change the code.

    Examples:
      tracker doctor
      tracker doctor --json
    """
    from tracker.cli.answer import Answer, give

    found = findings(context)
    code = next((finding.code for finding in found if finding.code), Exit.OK)
    rows = [asdict(finding) for finding in found]
    give(
        Answer(
            sheets=lambda wording: sheets(found, wording),
            document=lambda: {"schema": SCHEMA, "exit_code": code, "findings": rows},
            records=lambda: rows,
            columns=("subject", "found", "code"),
        ),
        looks,
    )
    raise typer.Exit(code)


def findings(context: typer.Context) -> list[Finding]:
    """Everything looked at, what goes wrong last."""
    from tracker.cli.gather import place_of, workspace_root

    found = surrounding()
    try:
        root = workspace_root(place_of(context))
    except Trouble as trouble:
        return [*found, Finding("workspace", trouble.sentence, trouble.code)]
    return [*found, *(finding for look in LOOKS for finding in look(root, context))]


def place(root: Path, _: typer.Context) -> Sequence[Finding]:
    """Where the workspace is, and on what kind of file system."""
    kind, shared = file_system(root)
    warned = " (a network file system: locks and renames may not hold; keep the journal on a local disk)"
    return Finding("workspace", str(root)), Finding("file system", kind + (warned if shared else ""))


def content(_: Path, context: typer.Context) -> Sequence[Finding]:
    """Whether the files can be read, and what is in them."""
    from tracker.cli.gather import open_workspace
    from tracker.domain.fault import Rejected

    try:
        workspace = open_workspace(context)
    except Rejected as rejected:
        said = f"{len(rejected.faults)} faults, the first in {rejected.faults[0].path}: see tracker validate"
        return (Finding("files", said, Exit.DATA),)
    portfolio = workspace.portfolio
    figures = sum(len(series.actuals) for series in portfolio.series.values())
    said = f"{len(workspace.files)} files, {len(portfolio.targets)} targets, {figures} figures"
    return Finding("files", said), *(Finding("notice", notice) for notice in portfolio.notices)


def journal(root: Path, _: typer.Context) -> Sequence[Finding]:
    """What the journal holds, and whether it can be written."""
    import os

    from tracker.files.folder import ACTUALS, JOURNAL
    from tracker.files.journal import Damaged, Unreadable, read

    path = root / JOURNAL
    try:
        held = read(path)
    except (Damaged, Unreadable) as error:
        return (Finding("journal", str(error), Exit.DATA),)
    said = f"{len(held.submissions)} submissions, {held.size} bytes" if path.exists() else "nothing recorded yet"
    first = next(p for p in (path, root / ACTUALS, root) if p.exists())
    if not os.access(first, os.W_OK):
        return Finding("journal", said), Finding("writing", f"{first} cannot be written", Exit.NOT_WRITTEN)
    return Finding("journal", said), Finding("writing", f"{first} can be written")


LOOKS: tuple[Callable[[Path, typer.Context], Sequence[Finding]], ...] = (place, content, journal)


def sheets(found: Sequence[Finding], wording: Wording) -> tuple[Sheet, ...]:
    """One line a finding; what is wrong is marked."""
    from tracker.assessment.verdict import Verdict
    from tracker.render.sheet import Column, Row, Sheet

    mark = {True: wording.mark(Verdict.MISSED), False: " "}
    rows = tuple(Row((mark[f.code != Exit.OK], f.subject, f.found)) for f in found)
    return (Sheet("", (Column(""), Column(""), Column("", wraps=24)), rows),)
