"""The planning table, the task book and the roadmap as plain values, in forms that are promised to last."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from tracker.assessment.assess import Assessment, StageAssessment
from tracker.assessment.milestones import Item, MilestoneAssessment
from tracker.assessment.review import Review
from tracker.domain.target import Project, Responsibility, Stage
from tracker.domain.words import Words
from tracker.render.document import ENGLISH, day, number
from tracker.render.plan_years import baseline, plan_rows
from tracker.render.roadmap_lanes import Lane, roadmap_of
from tracker.render.task_entries import Task, chapters, final_stage

Record = dict[str, Any]


class Contract(NamedTuple):
    """One document: the name of its schema, its records, and their columns in CSV and TSV."""

    schema: str
    records: Callable[[Review, Sequence[Project]], list[Record]]
    columns: tuple[str, ...]

    def document(self, review: Review, projects: Sequence[Project] = ()) -> Record:
        """The records with what was asked."""
        return {
            "schema": self.schema,
            "as_of": day(review.as_of),
            "known_at": day(review.known_at),
            "workspace": ENGLISH.name(review.portfolio.name),
            "rows": self.records(review, projects),
        }


def table_rows(review: Review, _: Sequence[Project] = ()) -> list[Record]:
    """One record a target, year and stage; a year in which no stage ends has one for its actual."""
    return [record for row in plan_rows(review) for record in of_target(row.assessment, row.cells)]


def of_target(a: Assessment, cells: Iterable[Any]) -> Iterator[Record]:
    """The records of one target."""
    start = baseline(a)
    what = {
        **who(a.target.id, a.target.title, a.target.policy, a.target.responsibility),
        "unit": a.unit.symbol,
        "of": a.target.of.value,
        "reading": a.target.reading.value if a.target.reading else None,
        "nature": a.target.nature,
        "baseline": start
        and {
            "value": number(start.value),
            "unit": start.unit.symbol,
            "period": str(start.period) if start.period else None,
        },
    }
    for cell in cells:
        seen = cell.observation
        reached = seen and {
            "value": number(seen.value),
            "period": str(seen.period),
            "provisional": seen.provisional,
        }
        for stage in cell.stages or ([None] if seen else []):
            yield {**what, "year": cell.year, **staged(stage), "actual": reached}


def staged(s: StageAssessment | None) -> Record:
    """What one stage promises, with its verdict."""
    verdict = s.judgement.verdict.value if s else None
    return {**promise(s.stage if s else None), "verdict": verdict}


def promise(stage: Stage | None) -> Record:
    """The number of a stage, and on which side of it the promise is kept."""
    if stage is None:
        return dict.fromkeys(("by", "aim", "value", "high"))
    by = str(stage.by) if stage.by else None
    return {"by": by, "aim": stage.aim.value, "value": number(stage.value), "high": number(stage.high)}


def who(id_: str, title: Words, policy: str, answering: Responsibility) -> Record:
    """What a promise is called and who leads it."""
    lead = ENGLISH.name(answering.lead) if answering.lead else None
    return {"id": id_, "title": ENGLISH.name(title), "policy": policy, "lead": lead}


def task_rows(review: Review, _: Sequence[Project] = ()) -> list[Record]:
    """One record a task, and one a part of it."""
    return [task_record(task) for chapter in chapters(review) for task in chapter.tasks]


def task_record(task: Task) -> Record:
    """One line of the task book."""
    whole, part, answering = task.whole, task.part, task.answering
    name = part.name if isinstance(part, Item) else title(task)
    return {
        "number": task.number,
        "kind": kind(task),
        **who(task.declared.id, name, task.declared.policy, answering),
        "leader": ENGLISH.name(answering.leader) if answering.leader else None,
        "supporting": [ENGLISH.name(unit) for unit in answering.supporting],
        "state": task.state.value,
        **(target_part(whole, part) if isinstance(whole, Assessment) else deed(whole, part)),
    }


def title(task: Task) -> Words:
    """What the whole promise is called."""
    return task.whole.target.title if isinstance(task.whole, Assessment) else task.whole.milestone.name


def kind(task: Task) -> str:
    """What a line of the task book speaks of."""
    if task.part:
        return "stage" if isinstance(task.part, StageAssessment) else "item"
    return "target" if isinstance(task.whole, Assessment) else "milestone"


def target_part(a: Assessment, part: object) -> Record:
    """A target by its last stage and its latest figure; a stage by what settled it."""
    stage, seen = final_stage(a), a.latest
    if isinstance(part, StageAssessment):
        stage, seen = part.stage, part.observation
    return {
        "measure": ENGLISH.name(a.indicator.name),
        "unit": a.unit.symbol,
        **promise(stage),
        "actual": seen and {"value": number(seen.value), "period": str(seen.period)},
        **dict.fromkeys(("done", "total", "done_on")),
    }


def deed(m: MilestoneAssessment, part: object) -> Record:
    """A milestone by how much of it is done; one deed by its day."""
    whole = part is None
    return {
        **dict.fromkeys(("measure", "unit", *promise(None), "actual")),
        "by": str(m.milestone.by) if m.milestone.by else None,
        "done": m.done if whole else None,
        "total": m.total if whole else None,
        "done_on": day(part.done_on) if isinstance(part, Item) else None,
    }


def roadmap_rows(review: Review, projects: Sequence[Project] = ()) -> list[Record]:
    """One record for everything that is to happen by a day."""
    return [record for lane in roadmap_of(review, projects).lanes for record in lane_records(lane)]


def lane_records(lane: Lane) -> Iterator[Record]:
    """What is to happen in one lane."""
    names = {Assessment: "target", MilestoneAssessment: "milestone"}
    for point in lane.points:
        stage = promise(point.stage)
        yield {
            "kind": names.get(type(lane.assessed), "project"),
            **who(lane.declared.id, lane.named, lane.policy, lane.declared.responsibility),
            "verdict": lane.state.value,
            "on": day(point.day),
            "step": point.step or ("stage" if point.stage else "deadline"),
            "state": point.state.value,
            "unit": lane.assessed.unit.symbol if isinstance(lane.assessed, Assessment) else None,
            **{key: stage[key] for key in ("aim", "value", "high")},
        }


WHO = ("id", "title", "policy", "lead")
TABLE = Contract(
    "tracker.plan-table/1",
    table_rows,
    (*WHO, "unit", "of", "reading", "nature", "baseline_value", "baseline_unit", "baseline_period", "year", "by", "aim",
     "value", "high", "verdict", "actual_value", "actual_period", "actual_provisional"),
)  # fmt: skip
TASKS = Contract(
    "tracker.plan-tasks/1",
    task_rows,
    ("number", "kind", *WHO, "leader", "supporting", "state", "measure", "unit", "by", "aim", "value", "high",
     "actual_value", "actual_period", "done", "total", "done_on"),
)  # fmt: skip
ROADMAP = Contract(
    "tracker.plan-roadmap/1",
    roadmap_rows,
    ("kind", *WHO, "verdict", "on", "step", "state", "unit", "aim", "value", "high"),
)
