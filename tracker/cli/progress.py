"""`tracker progress`: how far a project has come, into the journal."""

from __future__ import annotations

from typing import Annotated

import typer

from tracker.cli.completion import projects
from tracker.cli.manner import Manner, Origin
from tracker.cli.options import sharing


@sharing(Origin, Manner)
def command(
    origin: Origin,
    manner: Manner,
    context: typer.Context,
    project: Annotated[str, typer.Argument(metavar="PROJECT", help="The id of the project.", autocompletion=projects)],
    stage: Annotated[str | None, typer.Option("--stage", metavar="WORD", help="How far the project has come.")] = None,
    invested: Annotated[
        str | None, typer.Option("--invested", metavar="NUMBER", help="Money invested this year so far.")
    ] = None,
    unit: Annotated[str | None, typer.Option("--unit", metavar="UNIT", help="The unit of the money.")] = None,
    physical: Annotated[
        str | None, typer.Option("--physical", metavar="NUMBER", help="Physical progress in %.")
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DAY", help="The day it speaks of; that of --published unless given.")
    ] = None,
) -> None:
    """Record how far a project has come: its stage, the money invested this year, its physical progress.

    Examples:
      tracker progress park-2 --stage built --invested 3.2 --unit 亿元 --on 2025-06-30
      tracker progress park-2 --physical 80 --dry-run
    """
    from tracker.cli.brought import Asked
    from tracker.cli.recorder import record

    texts = {"project": project, "on": on, "stage": stage, "invested": invested, "unit": unit, "physical": physical}
    given = {name: text for name, text in (texts | origin._asdict()).items() if text is not None}
    record(context, Asked(given), manner)
