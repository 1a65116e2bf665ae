"""`tracker ack`: seen, and silent until a day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.asked import Language, usage
from tracker.cli.options import day

if TYPE_CHECKING:
    from tracker.assessment.verdict import Verdict
    from tracker.domain.acknowledgement import Acknowledgement
    from tracker.files.folder import Workspace


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line says: which promise, silent until when, and why."""

    id: str
    until: date | None
    reason: str
    by: str | None
    today: date


def command(
    context: typer.Context,
    id_: Annotated[str, typer.Argument(metavar="ID", help="The id of a target or milestone.")],
    until: Annotated[
        date | None, typer.Option("--until", parser=day, metavar="DAY", help="The last day of silence.")
    ] = None,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why it may be passed over until then.")] = "",
    by: Annotated[
        str | None, typer.Option("--by", metavar="NAME", help="Who says so; the login name unless given.")
    ] = None,
    clear: Annotated[bool, typer.Option("--clear", help="End the silence now.")] = False,
    as_of: Annotated[
        date | None, typer.Option("--as-of", parser=day, metavar="DAY", help="The day it is given; today unless given.")
    ] = None,
    lang: Annotated[Language | None, typer.Option("--lang", help="The language of words.")] = None,
) -> None:
    """Acknowledge a verdict: check passes over it until the day is over, or until the verdict gets worse.

    The acknowledgement is kept in the journal, with its reason, who gave it and when; status goes on showing it.

    Examples:
      tracker ack jiayuguan.finishing-mill --until 2026-12-31 --reason "handover agreed for December"
      tracker ack jiayuguan.finishing-mill --clear
    """
    from tracker.assessment.acknowledged import in_effect
    from tracker.cli.gather import open_workspace
    from tracker.cli.recording import speak

    today = as_of or date.today()  # noqa: DTZ011 -- the day where the office is
    asked = Asked(id_, until, " ".join(reason.split()), by, today)
    workspace = open_workspace(context)
    verdict = verdict_of(workspace, asked)
    seen = in_effect(workspace.portfolio.acknowledgements, today, None).get(id_)
    sentence = end(workspace, asked, seen) if clear else give(workspace, asked, verdict, seen)
    wording = speak(lang)
    said = wording.say_verdict(verdict)
    print(wording.say(sentence, id=id_, until=until or (seen and seen.until), verdict=said))


def verdict_of(workspace: Workspace, asked: Asked) -> Verdict:
    """The verdict to be acknowledged; an id that does not exist, or is not in force on the day, is an error."""
    from tracker.assessment.acknowledged import WORSENING
    from tracker.assessment.review import review
    from tracker.cli.selectors import only

    found = review(workspace.portfolio, asked.today, wanted=only(workspace.portfolio, asked.id))
    if not found.verdicts:
        raise usage(
            f"{asked.id} is not in force on {asked.today}", "name the target that revises it, or another --as-of"
        )
    return max(found.verdicts, key=WORSENING.index)


def give(workspace: Workspace, asked: Asked, verdict: Verdict, seen: Acknowledgement | None) -> str:
    """Ask for silence; the same words again add nothing."""
    from tracker.assessment.acknowledged import FINE
    from tracker.render.catalogue import N_

    if asked.until is None or not asked.reason:
        raise usage("an acknowledgement needs its last day and its reason", "write --until DAY --reason TEXT")
    if asked.until < asked.today:
        raise usage(f"--until {asked.until} is over", f"write {asked.today} or a later day")
    if verdict in FINE:
        raise usage(f"there is nothing to acknowledge: {asked.id} is {verdict.replace('_', ' ')}")
    if seen and (seen.verdict, seen.until, seen.reason) == (verdict.value, asked.until, asked.reason):
        return N_("{id} is acknowledged until {until} already; nothing was added")
    append(workspace, asked, verdict.value)
    return N_("{id}: {verdict}, acknowledged until {until}")


def end(workspace: Workspace, asked: Asked, seen: Acknowledgement | None) -> str:
    """End the silence."""
    from tracker.render.catalogue import N_

    if asked.until:
        raise usage("--clear ends the silence now; --until asks for it", "leave one of them out")
    if seen is None:
        return N_("{id} is not acknowledged; nothing was added")
    append(workspace, replace(asked, reason=asked.reason or "cleared"), seen.verdict)
    return N_("{id} is no longer acknowledged")


def append(workspace: Workspace, asked: Asked, verdict: str) -> None:
    """Put it into the journal, told from an equal one that was ended since."""
    import sys
    from datetime import UTC, datetime

    from tracker.cli.recording import one_write, who
    from tracker.domain.acknowledgement import Acknowledgement
    from tracker.domain.location import Location
    from tracker.files import append as journal
    from tracker.files.acknowledgements import latest_key, row_of
    from tracker.files.folder import JOURNAL

    by = asked.by or who().by
    row = row_of(Acknowledgement(asked.id, verdict, asked.today, asked.until, asked.reason, by, Location(JOURNAL, 0)))
    path, seen = workspace.root / JOURNAL, workspace.journal
    with one_write():
        receipt = journal.append(
            path, [row], by=by, now=datetime.now(UTC), seen=seen, salt=latest_key(seen.submissions, asked.id)
        )
    if receipt.warning:
        sys.stderr.write(f"tracker: {receipt.warning}\n")
