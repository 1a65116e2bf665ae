"""`tracker gap`: the gap analysis."""

from __future__ import annotations

import typer

from tracker.cli.options import Asking, Looks, Selectors, sharing


@sharing(Asking, Looks)
def command(asking: Asking, looks: Looks, context: typer.Context, selectors: Selectors = None) -> None:
    """What was asked for by now, what was reached, what is missing, and what each remaining period must bring.

    Examples:
      tracker gap
      tracker gap chain:steel --as-of 2023-12-19 --known-at 2023-12-19
      tracker gap -o gaps.csv
    """
    from tracker.cli.assessed import answer
    from tracker.cli.gather import assess, open_workspace
    from tracker.render.views import gaps

    workspace = open_workspace(context)
    answer(workspace, assess(workspace, asking, selectors), gaps, looks)
