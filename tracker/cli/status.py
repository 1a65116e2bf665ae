"""`tracker status`: one line a target."""

from __future__ import annotations

import typer

from tracker.cli.failing import ExitCode
from tracker.cli.options import Asking, Looks, Selectors, sharing


@sharing(Asking, Looks)
def command(
    asking: Asking, looks: Looks, context: typer.Context, selectors: Selectors = None, exit_code: ExitCode = False
) -> None:
    """One line a target: lamp, actual, completion, schedule, difference; then milestones and totals.

    Examples:
      tracker status
      tracker status 'changji.*' --as-of 2024-06-30
      tracker status --json | jq '.summary'
    """
    from tracker.cli.assessed import answer
    from tracker.cli.gather import assess, open_workspace
    from tracker.cli.limits import code_for
    from tracker.render.views import status

    workspace = open_workspace(context)
    review = assess(workspace, asking, selectors)
    code = code_for(review, asked=exit_code or looks.for_monitors)
    answer(workspace, review, status, looks, code)
    raise typer.Exit(code)
