"""`tracker check`: warnings only; the exit code speaks."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from tracker.cli.options import Asking, Looks, Selectors, sharing


class FailOn(StrEnum):
    """From which verdict on the exit code is not zero."""

    WARN = "warn"
    CRIT = "crit"
    NEVER = "never"


@sharing(Asking, Looks)
def command(
    asking: Asking,
    looks: Looks,
    context: typer.Context,
    selectors: Selectors = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing when all is well.")] = False,
    fail_on: Annotated[
        FailOn, typer.Option("--fail-on", help="From which verdict on the code is not zero.")
    ] = FailOn.WARN,
    unknown_ok: Annotated[
        bool, typer.Option("--unknown-ok", help="What cannot be judged does not make the code non-zero.")
    ] = False,
) -> None:
    """Print what is behind and leave with a code: 0 fine, 1 at risk, 2 off track or missed, 3 cannot be judged.

    Examples:
      tracker check -q --fail-on crit
      tracker check lead:'*industry*' --unknown-ok
      tracker check --json > verdicts.json
    """
    from tracker.cli.assessed import answer
    from tracker.cli.gather import assess, open_workspace
    from tracker.cli.limits import Limits
    from tracker.render.warnings import warnings

    workspace = open_workspace(context)
    review = assess(workspace, asking, selectors)
    limits = Limits(fail_on, unknown_ok)
    code = limits.code(review.verdicts)
    told = limits.told(review)
    if not (quiet and code == 0):
        answer(workspace, review, lambda _, wording: warnings(told, review, wording), looks, code, records_of=told)
    raise typer.Exit(code)
