"""`tracker check`: warnings only; the exit code speaks."""

from __future__ import annotations

from typing import Annotated

import typer

from tracker.cli.failing import FailOn, FailOnOption, UnknownOk
from tracker.cli.options import Asking, Looks, NotifyFile, NotifyUrls, Selectors, sharing
from tracker.cli.rhythm import Cadence


@sharing(Asking, Looks)
def command(
    asking: Asking,
    looks: Looks,
    context: typer.Context,
    selectors: Selectors = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Print only what makes the code non-zero: nothing when it is 0.")
    ] = False,
    fail_on: FailOnOption = FailOn.WARN,
    unknown_ok: UnknownOk = False,
    changed_since: Annotated[
        str | None,
        typer.Option(
            "--changed-since",
            metavar="last|DAY",
            help="Only what changed its verdict since the last such check, or since a day; nothing when nothing did.",
        ),
    ] = None,
    cadence: Annotated[
        Cadence | None,
        typer.Option(
            "--cadence",
            help="daily: overdue or newly red. weekly: what must move this week. monthly: the whole analysis.",
        ),
    ] = None,
    notify: NotifyUrls = None,
    notify_file: NotifyFile = None,
) -> None:
    """Print what is behind and leave with a code: 0 fine, 1 at risk, 2 off track or missed, 3 cannot be judged.

    The code speaks of what is printed. What was acknowledged (tracker ack) is passed over.

    Examples:
      tracker check -q --fail-on crit
      tracker check --changed-since last
      tracker check --json > verdicts.json
      tracker check -q --notify-file channels.txt
    """
    from tracker.cli.assessed import answer
    from tracker.cli.channels import named
    from tracker.cli.gather import assess, open_workspace
    from tracker.cli.limits import Limits
    from tracker.cli.telling import changes, everything
    from tracker.cli.trouble import Exit

    channels = named(notify, notify_file)
    workspace = open_workspace(context)
    review = assess(workspace, asking, selectors)
    limits, since = Limits(fail_on, unknown_ok), None
    if changed_since is not None or cadence is Cadence.DAILY:
        from tracker.cli import since as memory

        since = memory.since(
            workspace, asking, memory.LAST if changed_since is None else changed_since, cadence or "any"
        )
    tell = everything if changed_since is None else changes
    telling = tell(review, limits, cadence, since.known if since else {}, quiet=quiet)
    code = limits.code_of(telling.told, review)
    if not (quiet and code is Exit.OK) or looks.for_monitors:
        previous = since.targets() if since else None
        answer(workspace, telling.whole, lambda _, w: telling.view(w), looks, code, telling.told, previous)
    if since:
        memory.keep(workspace, since, review)
    if channels:
        from tracker.cli.notify import notify as send

        send(workspace, review, limits, channels, looks, selectors or [])
    raise typer.Exit(code)
