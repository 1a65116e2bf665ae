"""`tracker gap`: the gap analysis."""

from __future__ import annotations

from typing import Annotated

import typer

from tracker.cli.asked import Asking, Looks, Sort
from tracker.cli.failing import ExitCode
from tracker.cli.options import All, Selectors, Sorting, sharing
from tracker.render.grouped import Grouping


@sharing(Asking, Looks)
def command(
    asking: Asking,
    looks: Looks,
    context: typer.Context,
    selectors: Selectors = None,
    by: Annotated[Grouping | None, typer.Option("--by", help="Cut it into groups, each with its own totals.")] = None,
    exit_code: ExitCode = False,
    all_: All = False,
    sort: Sorting = Sort.DECLARED,
) -> None:
    """What was asked for by now, what was reached, what is missing, and what each remaining period must bring.

    Examples:
      tracker gap
      tracker gap chain:steel --as-of 2023-12-19 --known-at 2023-12-19
      tracker gap --by lead
      tracker gap -o gaps.csv
    """
    from tracker.cli.gather import place_of
    from tracker.cli.reports import gap

    raise typer.Exit(
        gap(place_of(context), asking, looks, selectors or (), exit_code=exit_code, everything=all_, sort=sort, by=by)
    )
