"""Deeds and progress taken back: what a name speaks of, and which of its reports are meant."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tracker.cli.asked import usage
from tracker.cli.taking_back import Meant, read_options
from tracker.cli.trouble import Exit, Trouble

if TYPE_CHECKING:
    from tracker.domain.deeds import Done, Progress, Retraction
    from tracker.domain.target import Milestone, Project
    from tracker.files.folder import Workspace
    from tracker.files.submission import Journal

TELLING: Mapping[str, frozenset[str]] = {
    "indicator": frozenset({"period", "value", "vintage"}),
    "milestone": frozenset({"on", "item"}),
    "project": frozenset({"on", "stage"}),
}
"""What can be withdrawn, and the options that say which report of it is meant."""


def spoken_of(workspace: Workspace, name: str, given: Mapping[str, str]) -> str:
    """Whether an id is that of an indicator, a milestone or a project; the options settle what is several."""
    portfolio = workspace.portfolio
    declared = {
        "indicator": portfolio.indicators.keys(),
        "milestone": {one.id for one in portfolio.milestones},
        "project": {one.id for one in portfolio.projects},
    }
    options = given.keys() - {"reason"}
    named = [kind for kind, ids in declared.items() if name in ids]
    fitting = [kind for kind in named if options <= TELLING[kind]]
    if not named:
        raise unknown(name, sorted(set().union(*declared.values())))
    if len(fitting) > 1:
        raise usage(f'"{name}" is {" and ".join(named)}', "--period, --item or --stage says which is meant")
    if not fitting:
        wrong = sorted(options - TELLING[named[0]])
        help_ = f"write {', '.join(f'--{option}' for option in sorted(TELLING[named[0]]))}"
        raise usage(f"--{wrong[0]} says nothing about the {named[0]} {name}", help_)
    if fitting == ["indicator"] and "period" not in options:
        raise usage(f"which figure of {name} is taken back?", "write --period PERIOD")
    return fitting[0]


def unknown(name: str, known: list[str]) -> Trouble:
    """A name nobody declared."""
    from tracker.files.slips import suggestion

    near = suggestion(name, known)
    help_ = near if near.startswith("did") else "tracker log lists them all"
    return usage(f'there is no indicator, milestone or project "{name}"', help_)


def retraction(workspace: Workspace, kind: str, name: str, given: Mapping[str, str]) -> Meant:
    """The report of a milestone or a project that is to be taken back; one of several must be named."""
    from tracker.render.reports_view import reports

    portfolio = workspace.portfolio
    choices: tuple[Milestone | Project, ...] = portfolio.milestones if kind == "milestone" else portfolio.projects
    declared = next(one for one in choices if one.id == name)
    row = retraction_row(kind, name, given)
    standing = still(workspace, workspace.journal, row)
    if len(standing) > 1 and not given.keys() & {"on", "item", "stage"}:
        days = ", ".join(str(one.day) for one in standing)
        raise usage(f"{len(standing)} reports of {name} stand, of {days}", "name one with --on DAY")
    return Meant(
        row,
        lambda journal: len(still(workspace, journal, row)),
        lambda wording: reports(declared, [(one, None) for one in standing], wording),
        Trouble(Exit.DATA, f"no such report of {name} stands", f"tracker log {name} shows them all"),
    )


def retraction_row(kind: str, name: str, given: Mapping[str, str]) -> dict[str, Any]:
    """The row of the journal that takes reports back."""
    from tracker.files.journal_rows import WITHDRAWS
    from tracker.reporting.fields import read_date, read_stage, read_words

    reads = {"on": read_date, "item": read_words, "stage": read_stage, "reason": read_words}
    said = read_options(given, reads)
    reason = said.pop("reason")
    return {WITHDRAWS: {kind: name, **said}, "reason": reason}


def still(workspace: Workspace, journal: Journal, row: Mapping[str, Any]) -> list[Done | Progress]:
    """The reports a row would take back that stand in a newer journal."""
    from tracker.reporting.changes import since, with_submissions

    newer = with_submissions(workspace.portfolio, workspace.units, since(journal, workspace.journal))
    one = read(workspace, row)
    found: list[Done | Progress] = [*newer.deeds(None), *newer.steps(None)]
    return [report for report in found if one.takes_back(report)]


def read(workspace: Workspace, row: Mapping[str, Any]) -> Retraction:
    """What a row takes back, as the journal would be read from now on."""
    from datetime import UTC, datetime

    from tracker.files.journal_rows import take_in
    from tracker.files.submission import Submission
    from tracker.reporting.declared import assembly_of

    assembly = assembly_of(workspace.portfolio, workspace.units)
    take_in([Submission("", datetime.max.replace(tzinfo=UTC), "", (row,), 0)], "", assembly)
    if assembly.faults:
        raise usage(assembly.faults[0].complaint.rpartition(": ")[2], "tracker withdraw --help")
    return assembly.retractions[0]
