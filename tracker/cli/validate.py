"""`tracker validate`: the files alone."""

from __future__ import annotations

import typer


def command(context: typer.Context) -> None:
    """Read every file of the workspace and tell all faults at once; nothing is judged.

    Examples:
      tracker validate
      tracker -C /srv/targets validate
    """
    from tracker.cli.gather import open_workspace

    workspace = open_workspace(context)
    portfolio = workspace.portfolio
    figures = sum(len(series.actuals) for series in portfolio.series.values())
    print(
        f"{len(workspace.files)} files: {len(portfolio.indicators)} indicators, {len(portfolio.targets)} targets, "
        f"{len(portfolio.milestones)} milestones, {len(portfolio.projects)} projects, {figures} figures. No fault."
    )
