"""`tracker gap`: the gap analysis."""

from __future__ import annotations

import typer

from tracker.cli.failing import ExitCode
from tracker.cli.options import Asking, Looks, Selectors, sharing


@sharing(Asking, Looks)
def command(
    asking: Asking, looks: Looks, context: typer.Context, selectors: Selectors = None, exit_code: ExitCode = False
) -> None:
    """What was asked for by now, what was reached, what is missing, and what each remaining period must bring.

    Examples:
      tracker gap
      tracker gap chain:steel --as-of 2023-12-19 --known-at 2023-12-19
      tracker gap -o gaps.csv
    """
    from tracker.cli.assessed import answer
    from tracker.cli.gather import assess, open_workspace
    from tracker.cli.limits import code_for
    from tracker.render.views import gaps

    workspace = open_workspace(context)
    review = assess(workspace, asking, selectors)
    code = code_for(review, asked=exit_code or looks.for_monitors)
    answer(workspace, review, gaps, looks, code)
    raise typer.Exit(code)
