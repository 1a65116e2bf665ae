"""The roadmap before it is drawn: targets, milestones and projects as lanes, with what happens in each on which day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from tracker.assessment.assess import Assessment
from tracker.assessment.cadence import STEPS, Stages, reached, stages_told
from tracker.assessment.milestones import DUE_SOON, ItemState, MilestoneAssessment
from tracker.assessment.pathway import deadline
from tracker.assessment.review import Review
from tracker.assessment.verdict import Verdict
from tracker.domain.target import Milestone, Project, Stage, Target
from tracker.domain.words import Words


class Point(NamedTuple):
    """What is to happen by the end of a day: a stage, all of a milestone, or a step of a project."""

    day: date
    state: Verdict | ItemState
    stage: Stage | None = None
    step: str | None = None


class Lane(NamedTuple):
    """One promise or project on the time line; a project has no verdict, its steps are done, late, due or open."""

    declared: Target | Milestone | Project
    points: tuple[Point, ...]
    state: Verdict | ItemState
    assessed: Assessment | MilestoneAssessment | None = None

    @property
    def policy(self) -> str:
        """The policy it belongs to."""
        return self.declared.policy

    @property
    def named(self) -> Words:
        """What it is called."""
        return self.declared.title if isinstance(self.declared, Target) else self.declared.name


class Roadmap(NamedTuple):
    """All lanes that have a day, the policies in order, and how many have none."""

    lanes: tuple[Lane, ...]
    undated: int
    first: date
    last: date
    today: date


def roadmap_of(review: Review, projects: Iterable[Project]) -> Roadmap:
    """The lanes by policy; each policy's in the order of their first day."""
    lanes = [*map(target_lane, review.targets), *map(milestone_lane, review.milestones)]
    told = stages_told(review)
    lanes += [project_lane(project, told, review.as_of) for project in projects]
    dated = [lane for lane in lanes if lane.points]
    order = list(dict.fromkeys(lane.policy for lane in dated))
    dated.sort(key=lambda lane: (order.index(lane.policy), lane.points[0].day, lane.declared.id))
    days = [point.day for lane in dated for point in lane.points] + [review.as_of]
    first, last = date(min(days).year, 1, 1), date(max(days).year, 12, 31)
    return Roadmap(tuple(dated), len(lanes) - len(dated), first, last, review.as_of)


def target_lane(a: Assessment) -> Lane:
    """A target with its dated stages."""
    points = (Point(deadline(s.stage), s.judgement.verdict, s.stage) for s in a.stages if s.stage.by)
    return Lane(a.target, tuple(sorted(points, key=lambda p: p.day)), a.verdict, a)


def milestone_lane(m: MilestoneAssessment) -> Lane:
    """A milestone with its day."""
    by = m.milestone.by
    return Lane(m.milestone, (Point(by.last, m.verdict),) if by else (), m.verdict, m)


def project_lane(project: Project, told: Stages, as_of: date) -> Lane:
    """A project with its planned steps, each by the last day of its period; `told` are the stages reported."""
    points = tuple(
        Point(by.last, step_state(by.last, as_of, done=reached(project, step, told)), None, step)
        for step in STEPS
        if (by := project.planned.get(step))
    )
    return Lane(project, points, worst([point.state for point in points]))


def step_state(by: date, as_of: date, *, done: bool) -> ItemState:
    """How a planned step stands: done as reported, or late, due within thirty days, or open."""
    if done:
        return ItemState.DONE
    if by < as_of:
        return ItemState.LATE
    return ItemState.DUE if by <= as_of + DUE_SOON else ItemState.OPEN


def worst(states: Sequence[Verdict | ItemState]) -> ItemState:
    """The state of a whole by those of its steps: late before due before open, done when all are."""
    order = (ItemState.LATE, ItemState.DUE, ItemState.OPEN)
    return next((state for state in order if state in states), ItemState.DONE if states else ItemState.OPEN)
