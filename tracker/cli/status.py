"""`tracker status`: one line a target."""

from __future__ import annotations

import typer

from tracker.cli.asked import Asking, Looks, Sort
from tracker.cli.failing import ExitCode
from tracker.cli.options import All, Selectors, Sorting, sharing


@sharing(Asking, Looks)
def command(
    asking: Asking,
    looks: Looks,
    context: typer.Context,
    selectors: Selectors = None,
    exit_code: ExitCode = False,
    all_: All = False,
    sort: Sorting = Sort.DECLARED,
) -> None:
    """One line a target: lamp, actual, completion, schedule, difference, outlook; then milestones and totals.

    Examples:
      tracker status
      tracker status 'changji.*' --as-of 2024-06-30
      tracker status --json | jq '.summary'
    """
    from tracker.cli.gather import place_of
    from tracker.cli.reports import status

    raise typer.Exit(
        status(place_of(context), asking, looks, selectors or (), exit_code=exit_code, everything=all_, sort=sort)
    )
