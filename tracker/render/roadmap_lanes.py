"""The roadmap before it is drawn: targets, milestones and projects as lanes, with what happens in each on which day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from tracker.assessment.assess import Assessment
from tracker.assessment.milestones import MilestoneAssessment
from tracker.assessment.pathway import deadline
from tracker.assessment.review import Review
from tracker.assessment.verdict import Verdict
from tracker.domain.portfolio import Progress
from tracker.domain.series import in_hand
from tracker.domain.target import Milestone, Project, Stage, Target

STEPS = ("start", "finish", "production")
"""What is planned of a project, in order of time."""


class Point(NamedTuple):
    """What is to happen by the end of a day: a stage, all of a milestone, or a step of a project."""

    day: date
    verdict: Verdict | None
    stage: Stage | None = None
    step: str | None = None


class Lane(NamedTuple):
    """One promise or project on the time line; a project has no verdict, but the stage last reported of it."""

    declared: Target | Milestone | Project
    points: tuple[Point, ...]
    verdict: Verdict | None
    assessed: Assessment | MilestoneAssessment | None = None
    reported: str | None = None

    @property
    def policy(self) -> str:
        """The policy it belongs to."""
        return self.declared.policy


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
    lanes += [project_lane(project, review) for project in projects]
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


def project_lane(project: Project, review: Review) -> Lane:
    """A project with its planned steps, each by the last day of its period."""
    days = ((step, project.planned[step]) for step in STEPS if step in project.planned)
    points = (Point(span.last, None, None, step) for step, span in days)
    latest = max(reports(project, review), key=lambda r: r.on or date.min, default=None)
    return Lane(project, tuple(points), None, None, latest.stage if latest else None)


def reports(project: Project, review: Review) -> Iterator[Progress]:
    """What had been reported of a project by the day asked about."""
    for report in review.portfolio.progress:
        if report.project == project.id and report.stage and in_hand(report.on, review.as_of):
            yield report
