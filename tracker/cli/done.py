"""`tracker done`: deeds of a milestone into the journal."""

from __future__ import annotations

from typing import Annotated

import typer

from tracker.cli.asked import usage
from tracker.cli.completion import milestones
from tracker.cli.manner import Manner, Origin
from tracker.cli.options import sharing


@sharing(Origin, Manner)
def command(
    origin: Origin,
    manner: Manner,
    context: typer.Context,
    milestone: Annotated[
        str, typer.Argument(metavar="MILESTONE", help="The id of the milestone.", autocompletion=milestones)
    ],
    item: Annotated[
        list[str] | None,
        typer.Option("--item", metavar="TEXT", help="Which of its deeds, by name or number; repeatable."),
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DAY", help="The day of the deed; that of --published unless given.")
    ] = None,
    count: Annotated[
        int | None,
        typer.Option("--count", metavar="N", min=1, help="How many deeds of a mere count were done on that day."),
    ] = None,
    all_: Annotated[bool, typer.Option("--all", help="All its deeds are done.")] = False,
) -> None:
    """Record that a deed of a milestone is done: one of those it counts, or the one that is named.

    The same report again adds nothing. Several deeds of one day by one source are told together, with --count.

    Examples:
      tracker done jiayuguan.monitoring-cadence --item 1 --on 2025-03-01
      tracker done jiayuguan.monitoring-cadence --all --on 2025-04-30 --dry-run
    """
    from tracker.cli.brought import Asked
    from tracker.cli.recorder import record

    named = [name for name, given in (("--item", item), ("--count", count), ("--all", all_)) if given]
    if len(named) > 1:
        raise usage(f"{' and '.join(named)} do not go together", "name deeds, count some, or say that all are done")
    texts = {
        "milestone": milestone,
        "on": on,
        "count": None if count is None else str(count),
        "all": "all" if all_ else None,
    }
    given = {name: text for name, text in (texts | origin._asdict()).items() if text is not None}
    record(context, Asked(given, items=tuple(item or ())), manner)
