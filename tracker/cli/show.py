"""`tracker show`: one promise whole."""

from __future__ import annotations

import typer

from tracker.cli.failing import ExitCode
from tracker.cli.options import Asking, Id, Looks, sharing


@sharing(Asking, Looks)
def command(
    asking: Asking,
    looks: Looks,
    context: typer.Context,
    id_: Id,
    exit_code: ExitCode = False,
) -> None:
    """One target or milestone whole: declaration, stages with verdicts, arithmetic, every figure with its source.

    Examples:
      tracker show changji.local-conversion --as-of 2024-06-30
      tracker show changji.local-conversion --lang zh
    """
    from tracker.assessment.otherwise import otherwise
    from tracker.assessment.review import review
    from tracker.cli.assessed import answer
    from tracker.cli.gather import open_workspace
    from tracker.cli.limits import code_for
    from tracker.cli.selectors import only
    from tracker.render.show import show, show_milestone

    workspace = open_workspace(context)
    portfolio = workspace.portfolio
    found = only(review(portfolio, asking.day, asking.known_at, in_force_only=False), id_)
    code = code_for(found, asked=exit_code or looks.for_monitors)
    answer(
        workspace,
        found,
        lambda _, wording: (
            *(sheet for a in found.targets for sheet in show(a, portfolio, wording, otherwise(a, portfolio))),
            *(sheet for m in found.milestones for sheet in show_milestone(m, portfolio, wording)),
        ),
        looks,
        code,
    )
    raise typer.Exit(code)
