"""What each rhythm shows: the day's and the week's agenda, and the month's whole analysis."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tracker.assessment.cadence import StepDue
from tracker.assessment.review import Review
from tracker.render.catalogue import N_
from tracker.render.folded import SHOW_ALL, Fold
from tracker.render.sheet import Column, Row, Sheet
from tracker.render.views import NAME, gaps
from tracker.render.warnings import warnings
from tracker.render.wording import Wording

DAILY = N_("Overdue or newly red on {day}")
WEEKLY = N_("To move in the week from {day}")
STEPS: Mapping[str, str] = {"start": N_("to start"), "finish": N_("to be finished"), "production": N_("to produce")}


def agenda(told: Review, steps: Sequence[StepDue], title: str, wording: Wording) -> tuple[Sheet, ...]:
    """What a rhythm asks for, the worst first; no sheet when it asks for nothing."""
    said = wording.say(title, day=told.as_of)
    promises = [sheet._replace(title=said, notes=()) for sheet in warnings(told, told, wording) if sheet.rows]
    due = [projects(steps, "" if promises else said, wording)] if steps else []
    return (*promises, *due)


def projects(steps: Sequence[StepDue], title: str, wording: Wording) -> Sheet:
    """One line a step of a project that is due or overdue."""
    say = wording.say
    columns = (
        Column(say(N_("project")), wraps=NAME),
        Column(say(N_("id"))),
        Column(say(N_("step"))),
        Column(say(N_("by"))),
        Column(say(N_("remarks"))),
    )
    rows = tuple(Row(step_cells(step, wording)) for step in steps)
    return Sheet(title or say(N_("Projects")), columns, rows)


def step_cells(due: StepDue, wording: Wording) -> tuple[str, ...]:
    """One step's line."""
    sentence, days = (N_("{days} days late"), -due.days) if due.days < 0 else (N_("due in {days} days"), due.days)
    return (
        wording.name(due.project.name),
        due.project.id,
        wording.say(STEPS[due.step]),
        wording.fact(due.by),
        wording.say(sentence, days=days),
    )


def analysis(
    told: Review, whole: Review, wording: Wording, early: Review | None = None, fold: Fold = SHOW_ALL
) -> tuple[Sheet, ...]:
    """The gap analysis, what is behind, and the early warnings."""
    return (*gaps(whole, wording, fold), *warnings(told, whole, wording, early, fold))
