"""Taking back what was recorded: shown first, asked about, and appended to the journal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

import typer

from tracker.cli.asked import Language, usage
from tracker.cli.trouble import Exit, Trouble

if TYPE_CHECKING:
    from tracker.files.folder import Workspace
    from tracker.files.submission import Journal
    from tracker.render.sheet import Sheet
    from tracker.render.wording import Wording


class Meant(NamedTuple):
    """What is to be taken back: its row, how many reports that are in a newer journal, and how they are shown."""

    row: Mapping[str, Any]
    count: Callable[[Journal], int]
    shown: Callable[[Wording], Sheet]
    nothing: Trouble


class Terms(NamedTuple):
    """How it is to be done."""

    yes: bool
    wait: float
    as_of: date
    lang: Language | None


def take_back(workspace: Workspace, meant: Meant, terms: Terms) -> None:
    """Show what would be taken back, ask, and record that it is."""
    from tracker.cli.recording import changes, counts, speak, tell_changes, tell_counts, write
    from tracker.render.as_plain import as_plain
    from tracker.render.recording import ASK, WITHDRAWN, WITHDRAWN_ALREADY

    wording, standing = speak(terms.lang), meant.count(workspace.journal)
    if not standing:
        raise meant.nothing
    print(as_plain([meant.shown(wording)]), end="")
    confirm(wording.say(ASK), yes=terms.yes)
    # Somebody else may have taken it back meanwhile.
    receipt = write(workspace, lambda journal: [meant.row] if meant.count(journal) else [], terms.wait)
    if receipt is None or not receipt.recorded:
        print(wording.say(WITHDRAWN_ALREADY))
        return
    print(wording.say(WITHDRAWN, count=str(standing)))
    tell_counts(counts(workspace, [meant.row], terms.as_of), wording)
    tell_changes(changes(workspace, receipt, [meant.row], terms.as_of), wording)


def read_options(given: Mapping[str, str], reads: Mapping[str, Callable[[str], Any]]) -> dict[str, Any]:
    """The options as the journal writes them; a withdrawal needs its reason."""
    from tracker.reporting.fields import Misread

    row = {}
    for name, text in given.items():
        try:
            row[name] = reads[name](text)
        except Misread as misread:
            raise Trouble(Exit.USAGE, f'--{name}: "{text}" cannot be read', "tracker withdraw --help") from misread
    if not row["reason"]:
        raise usage("a withdrawal needs its reason", "write --reason TEXT")
    return row


def confirm(question: str, *, yes: bool) -> None:
    """Ask on a terminal; elsewhere the answer must have been given beforehand."""
    if yes:
        return
    if not sys.stdin.isatty():
        raise usage(
            "nothing was withdrawn: nobody is there to be asked", "add --yes once what is shown is what is meant"
        )
    if not typer.confirm(question):
        raise typer.Exit(Exit.OK)
