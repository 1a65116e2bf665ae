"""`tracker export`: a review in the forms of other programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from tracker.cli import export_jsonstat, export_sdmx, export_xlsx
from tracker.cli.asked import Asking
from tracker.cli.options import Selectors, sharing

app = typer.Typer(
    name="export", rich_markup_mode=None, no_args_is_help=True, help="Write targets and figures for other programs."
)


@sharing(Asking)
def metrics(
    asking: Asking,
    context: typer.Context,
    selectors: Selectors = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write to a file that is replaced as a whole."),
    ] = None,
) -> None:
    """Gauges in Prometheus' text format, for the text-file collector of node-exporter.

    A figure that is not known has no sample. With -o a collector never reads half a file.

    Examples:
      tracker export metrics
      tracker export metrics -o tracker.prom
      tracker export metrics 'changji.*' | grep tracker_target_value
    """
    from datetime import UTC, datetime

    from tracker.cli.answer import write_file
    from tracker.cli.extras import need
    from tracker.cli.gather import assess, open_workspace

    need("metrics")
    from tracker.render.metrics import as_metrics

    text = as_metrics(assess(open_workspace(context), asking, selectors), datetime.now(UTC))
    if output is None:
        sys.stdout.write(text)
    else:
        write_file(output, text)


app.command("metrics")(metrics)
app.command("xlsx")(export_xlsx.command)
app.command("sdmx")(export_sdmx.command)
app.command("jsonstat")(export_jsonstat.command)
