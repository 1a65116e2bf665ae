"""`tracker withdraw`: take back what was recorded, with a reason, after showing it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tracker.cli.asked import Language, usage
from tracker.cli.completion import reported
from tracker.cli.options import day
from tracker.cli.taking_back import Meant, Terms, read_options, take_back
from tracker.cli.trouble import Exit, Trouble

if TYPE_CHECKING:
    from tracker.domain.indicator import Indicator
    from tracker.domain.series import Actual
    from tracker.files.folder import Workspace
    from tracker.files.submission import Journal


def command(
    context: typer.Context,
    name: Annotated[
        str,
        typer.Argument(metavar="ID", help="The id of an indicator, a milestone or a project.", autocompletion=reported),
    ],
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why it is taken back.")],
    period: Annotated[str | None, typer.Option("--period", metavar="PERIOD", help="The period of the figure.")] = None,
    value: Annotated[
        str | None, typer.Option("--value", metavar="VALUE", help="Which figure, where there are several.")
    ] = None,
    vintage: Annotated[
        str | None, typer.Option("--vintage", metavar="WORD", help="Which figure, where there are several.")
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DAY", help="The day of the deed, or of the progress.")
    ] = None,
    item: Annotated[
        str | None, typer.Option("--item", metavar="TEXT", help="Which deed of the milestone, by name or number.")
    ] = None,
    stage: Annotated[str | None, typer.Option("--stage", metavar="WORD", help="Which stage of the project.")] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    lock_timeout: Annotated[
        float, typer.Option("--lock-timeout", metavar="SECONDS", min=0, help="How long to wait for other writers.")
    ] = 10.0,
    as_of: Annotated[
        date | None, typer.Option("--as-of", parser=day, metavar="DAY", help="Tell changed verdicts as of this day.")
    ] = None,
    lang: Annotated[Language | None, typer.Option("--lang", help="The language of words.")] = None,
) -> None:
    """Take back what was recorded by mistake: a figure, a deed, a project's progress. It stays in the log, marked.

    Examples:
      tracker withdraw changji.local-conversion --period 2023 --reason "belongs to another county"
      tracker withdraw changji.local-conversion --period 2023 --value 41.5 --reason "typing error" --yes
      tracker withdraw jiayuguan.monitoring-cadence --item 1 --on 2025-03-01 --reason "not yet handed over"
    """
    from tracker.cli.gather import open_workspace
    from tracker.cli.retract import retraction, spoken_of

    workspace = open_workspace(context)
    options = {"period": period, "value": value, "vintage": vintage, "on": on, "item": item, "stage": stage}
    given = {key: text for key, text in options.items() if text is not None} | {"reason": reason}
    kind = spoken_of(workspace, name, given)
    meant = figures(workspace, name, given) if kind == "indicator" else retraction(workspace, kind, name, given)
    today = as_of or date.today()  # noqa: DTZ011 -- the day where the office is
    take_back(workspace, meant, Terms(yes, lock_timeout, today, lang))


def figures(workspace: Workspace, name: str, given: Mapping[str, str]) -> Meant:
    """The figures of a period that are to be taken back."""
    from tracker.render.figures_view import history

    measured = one_indicator(workspace, name)
    row = withdrawal_row(measured, given)
    standing = [a for a in still(workspace, workspace.journal, measured.id) if speaks_of(row, a)]
    none = f"no figure of {measured.id} for {row['period']}" + (f" is {row['value']}" if "value" in row else " stands")
    return Meant(
        row,
        lambda journal: sum(speaks_of(row, a) for a in still(workspace, journal, measured.id)),
        lambda wording: history(measured, [(one, None) for one in standing], wording),
        Trouble(Exit.DATA, none, f"tracker log {measured.id} shows them all"),
    )


def one_indicator(workspace: Workspace, name: str) -> Indicator:
    """The indicator of that id."""
    from tracker.cli.log import named

    found = named([name], sorted(workspace.portfolio.indicators))
    if found != [name]:
        raise usage(f'"{name}" is not the id of one indicator', "tracker log lists them all")
    return workspace.portfolio.indicators[name]


def withdrawal_row(measured: Indicator, given: Mapping[str, str]) -> dict[str, Any]:
    """The row of the journal that takes figures back; the value is in the indicator's unit."""
    from tracker.reporting.fields import read_number, read_period, read_vintage, read_words

    reads = {"period": read_period, "value": read_number, "vintage": read_vintage, "reason": read_words}
    row: dict[str, Any] = {"indicator": measured.id, **read_options(given, reads)}
    if "value" in row:
        row["unit"] = measured.unit.symbol
    return row


def speaks_of(row: Mapping[str, Any], actual: Actual) -> bool:
    """Whether a withdrawal speaks of a figure that still stands."""
    from decimal import Decimal

    return (
        actual.printed_period == row["period"]
        and ("value" not in row or actual.value == Decimal(row["value"]))
        and ("vintage" not in row or actual.vintage.value == row["vintage"])
    )


def still(workspace: Workspace, journal: Journal, name: str) -> list[Actual]:
    """The figures that stand in a newer journal."""
    from tracker.domain.series import Series
    from tracker.reporting.changes import since, with_submissions

    newer = with_submissions(workspace.portfolio, workspace.units, since(journal, workspace.journal))
    return newer.series.get(name, Series(name)).known(None)
