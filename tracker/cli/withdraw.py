"""`tracker withdraw`: take a recorded figure back, with a reason, after showing it."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tracker.cli.asked import Language, usage
from tracker.cli.options import day
from tracker.cli.trouble import Exit, Trouble

if TYPE_CHECKING:
    from tracker.domain.indicator import Indicator
    from tracker.domain.series import Actual
    from tracker.files.folder import Workspace
    from tracker.files.submission import Journal


def command(
    context: typer.Context,
    indicator: Annotated[str, typer.Argument(metavar="INDICATOR", help="The id of the indicator.")],
    period: Annotated[str, typer.Option("--period", metavar="PERIOD", help="The period of the figure.")],
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why it is taken back.")],
    value: Annotated[
        str | None, typer.Option("--value", metavar="VALUE", help="Which figure, where there are several.")
    ] = None,
    vintage: Annotated[
        str | None, typer.Option("--vintage", metavar="WORD", help="Which figure, where there are several.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    lock_timeout: Annotated[
        float, typer.Option("--lock-timeout", metavar="SECONDS", min=0, help="How long to wait for other writers.")
    ] = 10.0,
    as_of: Annotated[
        date | None, typer.Option("--as-of", parser=day, metavar="DAY", help="Tell changed verdicts as of this day.")
    ] = None,
    lang: Annotated[Language | None, typer.Option("--lang", help="The language of words.")] = None,
) -> None:
    """Take back a figure that was recorded by mistake. It stays in the log, marked, and is judged by no more.

    Examples:
      tracker withdraw changji.local-conversion --period 2023 --reason "belongs to another county"
      tracker withdraw changji.local-conversion --period 2023 --value 41.5 --reason "typing error" --yes
    """
    from tracker.cli.gather import open_workspace
    from tracker.cli.recording import changes, speak, tell_changes, write
    from tracker.render.as_plain import as_plain
    from tracker.render.figures_view import history
    from tracker.render.recording import ASK, WITHDRAWN, WITHDRAWN_ALREADY

    workspace, wording = open_workspace(context), speak(lang)
    measured = one_indicator(workspace, indicator)
    row = withdrawal_row(measured, {"period": period, "value": value, "vintage": vintage, "reason": reason})
    standing = [a for a in still(workspace, workspace.journal, measured.id) if meant(row, a)]
    if not standing:
        sentence = f"no figure of {measured.id} for {row['period']}" + (f" is {row['value']}" if value else " stands")
        raise Trouble(Exit.DATA, sentence, f"tracker log {measured.id} shows them all")
    print(as_plain([history(measured, [(one, None) for one in standing], wording)]), end="")
    confirm(wording.say(ASK), yes=yes)

    def plan(journal: Journal) -> list[Mapping[str, Any]]:
        """The withdrawal, as long as no one else has made it."""
        return [row] if any(meant(row, a) for a in still(workspace, journal, measured.id)) else []

    receipt = write(workspace, plan, lock_timeout)
    if receipt is None or not receipt.recorded:
        print(wording.say(WITHDRAWN_ALREADY))
        return
    print(wording.say(WITHDRAWN, count=str(len(standing))))
    today = as_of or date.today()  # noqa: DTZ011 -- the day where the office is
    tell_changes(changes(workspace, receipt, [row], today), wording)


def one_indicator(workspace: Workspace, name: str) -> Indicator:
    """The indicator of that id."""
    from tracker.cli.log import named

    found = named([name], sorted(workspace.portfolio.indicators))
    if found != [name]:
        raise usage(f'"{name}" is not the id of one indicator', "tracker log lists them all")
    return workspace.portfolio.indicators[name]


def withdrawal_row(measured: Indicator, given: Mapping[str, str | None]) -> dict[str, Any]:
    """The row of the journal that takes figures back; the value is in the indicator's unit."""
    from tracker.reporting.fields import Misread, read_number, read_period, read_vintage, read_words

    reads = {"period": read_period, "value": read_number, "vintage": read_vintage, "reason": read_words}
    row: dict[str, Any] = {"indicator": measured.id}
    for name, text in given.items():
        if text is None:
            continue
        try:
            row[name] = reads[name](text)
        except Misread as misread:
            raise Trouble(Exit.USAGE, f'--{name}: "{text}" cannot be read', "tracker withdraw --help") from misread
    if not row["reason"]:
        raise usage("a withdrawal needs its reason", "write --reason TEXT")
    if "value" in row:
        row["unit"] = measured.unit.symbol
    return row


def meant(row: Mapping[str, Any], actual: Actual) -> bool:
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


def confirm(question: str, *, yes: bool) -> None:
    """Ask on a terminal; elsewhere the answer must have been given beforehand."""
    if yes:
        return
    if not sys.stdin.isatty():
        raise usage(
            "nothing was withdrawn: nobody is there to be asked", "add --yes once what is shown is what is meant"
        )
    if not typer.confirm(question):
        raise typer.Exit(Exit.OK)
