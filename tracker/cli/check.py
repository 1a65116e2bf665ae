"""`tracker check`: warnings only; the exit code speaks."""

from __future__ import annotations

from typing import Annotated

import typer

from tracker.cli.asked import Asking, FailOn, Looks
from tracker.cli.failing import FailOnOption, UnknownOk
from tracker.cli.options import All, NotifyFile, NotifyUrls, Selectors, sharing
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
    all_: All = False,
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
    from tracker.cli.channels import named
    from tracker.cli.gather import place_of
    from tracker.cli.reports import Checking, check

    channels = tuple(named(notify, notify_file))
    how = Checking(quiet, fail_on, unknown_ok, changed_since, cadence, channels, all_)
    raise typer.Exit(check(place_of(context), asking, looks, selectors or (), how))
