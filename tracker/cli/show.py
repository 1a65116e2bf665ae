"""`tracker show`: one promise whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from tracker.cli.asked import Asking, Format, Looks
from tracker.cli.failing import ExitCode
from tracker.cli.options import Id, sharing

if TYPE_CHECKING:
    from tracker.assessment.review import Review
    from tracker.render.sheet import Sheet
    from tracker.render.wording import Wording


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
    from tracker.cli.answer import form_of
    from tracker.cli.assessed import answer
    from tracker.cli.gather import open_workspace
    from tracker.cli.limits import code_for
    from tracker.cli.selectors import only
    from tracker.render.pictured import chart_sheet
    from tracker.render.show import show, show_milestone

    workspace = open_workspace(context)
    portfolio = workspace.portfolio
    found = review(portfolio, asking.day, asking.known_at, in_force_only=False, wanted=only(portfolio, id_))
    code = code_for(found, asked=exit_code or looks.for_monitors)

    def view(_: Review, wording: Wording) -> Sequence[Sheet]:
        sheets = [sheet for a in found.targets for sheet in show(a, portfolio, wording, otherwise(a, portfolio))]
        if form_of(looks) is Format.TABLE:
            sheets[1:1] = [sheet for a in found.targets for sheet in chart_sheet(a, wording)]
        return [*sheets, *(sheet for m in found.milestones for sheet in show_milestone(m, portfolio, wording))]

    answer(workspace, found, view, looks, code)
    raise typer.Exit(code)
