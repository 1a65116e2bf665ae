"""`tracker export sdmx`: figures and promises as SDMX-CSV."""

from __future__ import annotations

import typer

from tracker.cli.asked import Asking
from tracker.cli.exported import Lang, Output
from tracker.cli.options import Selectors, sharing


@sharing(Asking)
def command(
    asking: Asking, context: typer.Context, selectors: Selectors = None, output: Output = None, lang: Lang = None
) -> None:
    """SDMX-CSV 2.0: actuals, printed growth, promised values and what is asked for by now, one observation a line.

    Examples:
      tracker export sdmx -o targets.csv
      tracker export sdmx 'jiayuguan.*' | head
    """
    from tracker.cli.exported import send, speaking
    from tracker.cli.gather import assess, open_workspace
    from tracker.render.as_sdmx import as_sdmx

    review = assess(open_workspace(context), asking, selectors)
    send(as_sdmx(review, whole=not selectors, lang=speaking(lang).lang), output)
