"""`tracker audit`: do the figures tie."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from tracker.cli.asked import Looks
from tracker.cli.options import day, sharing
from tracker.cli.trouble import Exit


@sharing(Looks)
def command(
    looks: Looks,
    context: typer.Context,
    selectors: Annotated[
        list[str] | None,
        typer.Argument(metavar="[INDICATOR]...", help="Ids of indicators, or globs such as 'changji.*'."),
    ] = None,
    known_at: Annotated[
        date | None, typer.Option("--known-at", parser=day, metavar="DAY", help="Use only what was published by then.")
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="Also what holds and what is not computable; machine formats always do.")
    ] = False,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Leave with 2 when something fails, 1 when something is conditional.")
    ] = False,
) -> None:
    """Do the printed figures tie, as far as their last digits say: what fails first, then what is conditional.

    Examples:
      tracker audit --exit-code
      tracker audit 'jiayuguan.*' --all --known-at 2023-12-19
    """
    from tracker.audit.checks import audit
    from tracker.cli.audited import chosen, code_of, give_findings
    from tracker.cli.gather import open_workspace

    workspace = open_workspace(context)
    found = chosen(audit(workspace.portfolio, known_at), selectors or [], workspace.portfolio)
    code = code_of(found) if exit_code else Exit.OK
    give_findings(workspace, found, known_at, looks, code, every=every)
    raise typer.Exit(code)
