"""`tracker export jsonstat`: targets as a JSON-stat cube."""

from __future__ import annotations

import typer

from tracker.cli.asked import Asking
from tracker.cli.exported import Lang, Output
from tracker.cli.options import Selectors, sharing


@sharing(Asking)
def command(
    asking: Asking, context: typer.Context, selectors: Selectors = None, output: Output = None, lang: Lang = None
) -> None:
    """JSON-stat 2.0: what was reached, promised and asked for by now, by target and time.

    Examples:
      tracker export jsonstat -o targets.json
      tracker export jsonstat 'changji.*' --lang zh | jq '.dimension.target.category.label'
    """
    from datetime import UTC, datetime

    from tracker.cli.exported import send, speaking
    from tracker.cli.gather import assess, open_workspace
    from tracker.render.as_jsonstat import as_jsonstat

    review = assess(open_workspace(context), asking, selectors)
    send(as_jsonstat(review, speaking(lang), datetime.now(UTC)), output)
