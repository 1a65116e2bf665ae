"""The task book: who must bring what by when, and how it stands."""

from __future__ import annotations

from tracker.assessment.assess import Assessment, StageAssessment
from tracker.assessment.evidence import Observation
from tracker.assessment.milestones import Item, MilestoneAssessment
from tracker.assessment.review import Review
from tracker.domain.target import Target
from tracker.render.catalogue import N_
from tracker.render.cells import LIMITS, actual, deadline, promised, remarks
from tracker.render.plan_table import TENTATIVE
from tracker.render.sheet import Column, Row, Sheet, Side
from tracker.render.states import like, stated
from tracker.render.task_entries import Chapter, Task, chapters, final_stage
from tracker.render.views import NAME, WORDS, heading, hiding, totals
from tracker.render.wording import Wording


def task_book(review: Review, wording: Wording) -> tuple[Sheet, ...]:
    """One sheet a lead unit; the counts of each verdict stand below the last."""
    title = heading(wording.say(N_("Task book")), review, wording)
    sheets = [chapter(found, wording) for found in chapters(review)]
    if not sheets:
        return (Sheet(title, (), (), (wording.say(N_("nothing was selected")),)),)
    sheets[0] = sheets[0]._replace(title=wording.with_aside(title, sheets[0].title))
    return (*sheets[:-1], sheets[-1]._replace(notes=tuple(totals(review, wording))))


def chapter(found: Chapter, wording: Wording) -> Sheet:
    """The tasks of one lead unit."""
    say = wording.say
    columns = (
        Column(wording.above_marks(say(N_("state")))),
        Column(say(N_("no.")), Side.RIGHT),
        Column(say(N_("task")), wraps=NAME),
        Column(say(N_("id")), below=True),
        Column(say(N_("measured by")), wraps=WORDS, gives_way=4),
        Column(say(N_("promised")), gives_way=1),
        Column(say(N_("deadline")), gives_way=2),
        Column(say(N_("progress")), Side.RIGHT, gives_way=3),
        Column(say(N_("supporting units")), below=True),
        Column(say(N_("leader")), gives_way=5),
        Column(say(N_("remarks")), below=True),
    )
    lead = wording.name(found.lead) if found.lead else say(N_("not named"))
    rows = tuple(Row(cells(task, wording), like(task.state)) for task in found.tasks)
    return Sheet(wording.pair(say(N_("lead unit")), lead), columns, rows, (), hiding(wording)).without_empty()


def cells(task: Task, wording: Wording) -> tuple[str, ...]:
    """One line of the book; a part says only what the whole above it does not."""
    said = of_target(task.whole, task.part, wording) if isinstance(task.whole, Assessment) else ()
    measure, value, by, progress, more = said or of_milestone(task, wording)
    answering = task.answering if task.part is None else None
    return (
        stated(task.state, wording),
        task.number,
        task_name(task, wording),
        "" if task.part else task.declared.id,
        measure,
        value,
        by,
        progress,
        wording.listed(answering.supporting) if answering else "",
        wording.name(answering.leader) if answering else "",
        more,
    )


def task_name(task: Task, wording: Wording) -> str:
    """What a task is called; a stage has no name but its day."""
    if isinstance(task.part, StageAssessment):
        return wording.say(N_("stage {by}"), by=deadline(task.part.stage, wording))
    if task.part:
        return wording.name(task.part.name)
    return wording.name(task.declared.title if isinstance(task.declared, Target) else task.declared.name)


def of_target(a: Assessment, part: object, wording: Wording) -> tuple[str, str, str, str, str]:
    """What a target measures, its value, its day, how far it is; a stage by what settled it."""
    if isinstance(part, StageAssessment):
        reached = settled(part.observation, a, wording) if part.observation else ""
        return "", promised(part.stage, a, wording), deadline(part.stage, wording), reached, ""
    final = final_stage(a)
    measure = wording.name(a.indicator.name)
    return (
        measure,
        promised(final, a, wording),
        deadline(final, wording),
        progress(a, wording),
        remarks(a, wording),
    )


def settled(seen: Observation, a: Assessment, wording: Wording) -> str:
    """What settled a stage, with its digits as printed; what is not final has a star."""
    text = wording.printed(seen.value, a.unit) if seen.how == "printed" else wording.amount(seen.value, a.unit)
    return LIMITS.get(seen.bound or "", "") + text + TENTATIVE * seen.provisional


def progress(a: Assessment, wording: Wording) -> str:
    """The latest observation with its period."""
    return f"{actual(a, wording)} ({wording.period(a.latest.period)})" if a.latest else ""


def of_milestone(task: Task, wording: Wording) -> tuple[str, str, str, str, str]:
    """How many deeds by which day; of one deed the day it was done."""
    m, part = task.whole, task.part
    if not isinstance(m, MilestoneAssessment):
        return "", "", "", "", ""
    by = wording.period(m.milestone.by) if m.milestone.by else wording.say(N_("no date"))
    if isinstance(part, Item):
        return "", "", "", wording.fact(part.done_on), ""
    done = f"{m.done}/{m.total}"
    return "", "", by, done, wording.joined(wording.caveat(c, brief=True) for c in m.caveats)
