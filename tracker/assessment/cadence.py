"""The three rhythms of the field: watched daily, moved weekly, analysed monthly."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import NamedTuple, TypeAlias, TypeVar

from tracker.assessment.acknowledged import silenced
from tracker.assessment.assess import Assessment, assess
from tracker.assessment.change import Assessed, Key, key
from tracker.assessment.freshness import State
from tracker.assessment.milestones import MilestoneAssessment
from tracker.assessment.required import Required
from tracker.assessment.review import Review
from tracker.assessment.verdict import RED, Caveat, Verdict
from tracker.domain.portfolio import Portfolio
from tracker.domain.series import in_hand
from tracker.domain.target import Project

WEEK = timedelta(days=7)
FINAL = frozenset({Verdict.MET, Verdict.MISSED})
LATE = frozenset({State.LATE, State.STALE})
STEPS: Mapping[str, frozenset[str]] = {
    "start": frozenset({"started", "resumed", "under-construction", "built", "commissioned", "full-output"}),
    "finish": frozenset({"built", "commissioned", "full-output"}),
    "production": frozenset({"commissioned", "full-output"}),
}
"""The planned steps of a project, and the stages of progress that say each is done."""

Stages: TypeAlias = Mapping[str, frozenset[str]]
"""The stages that each project is reported to have come to."""


class StepDue(NamedTuple):
    """A planned step of a project that is not reported done, and its days to go; overdue when they are below 0."""

    project: Project
    step: str
    by: date
    days: int


A = TypeVar("A", Assessment, MilestoneAssessment)


def daily(review: Review, known: Mapping[Key, Verdict]) -> Review:
    """What is overdue, and what is red that was not when it was last known."""

    def why(assessed: Assessed) -> tuple[Caveat, ...] | None:
        if assessed.verdict in RED and known.get(key(assessed)) not in RED:
            return (Caveat.of("newly-red"),)
        return () if overdue(assessed) else None

    return kept(review, why)


def weekly(review: Review) -> Review:
    """What must move this week: due within seven days or overdue, or asking for ever more effort."""

    def why(assessed: Assessed) -> tuple[Caveat, ...] | None:
        if isinstance(assessed, MilestoneAssessment):
            by = assessed.milestone.by
            near = by is not None and by.last <= review.as_of + WEEK
            return () if near and assessed.verdict is not Verdict.MET else None
        found = (*ending(assessed), *rising(assessed, review.portfolio))
        return found or (() if undecided(assessed) else None)

    return kept(review, why)


def kept(review: Review, why: Callable[[Assessed], tuple[Caveat, ...] | None]) -> Review:
    """The part of a review that has a reason to be told, with that reason among the caveats; the rest has None."""
    return review._replace(
        targets=tuple(marked(a, found) for a in review.targets if (found := why_told(a, why)) is not None),
        milestones=tuple(marked(m, found) for m in review.milestones if (found := why_told(m, why)) is not None),
    )


def why_told(assessed: Assessed, why: Callable[[Assessed], tuple[Caveat, ...] | None]) -> tuple[Caveat, ...] | None:
    """Why a promise is to be told; what was acknowledged is not."""
    return None if silenced(assessed) else why(assessed)


def marked(assessed: A, found: tuple[Caveat, ...]) -> A:
    """A promise with more caveats, in front of its own."""
    return assessed._replace(caveats=(*found, *assessed.caveats))


def overdue(assessed: Assessed) -> bool:
    """Whether a day has passed that was to bring the deed, the value promised, or its figure."""
    if isinstance(assessed, MilestoneAssessment):
        return assessed.verdict is Verdict.MISSED
    return assessed.verdict is Verdict.MISSED or undecided(assessed) or assessed.freshness.state in LATE


def undecided(assessed: Assessment) -> bool:
    """Whether a target's day has passed and no figure says yet how it ended."""
    end = assessed.stage.deadline
    return end is not None and end < assessed.as_of and assessed.verdict not in FINAL


def ending(assessed: Assessment) -> tuple[Caveat, ...]:
    """The days left of a stage that ends within a week and is not reached."""
    end = assessed.stage.deadline
    if end is None or assessed.verdict in FINAL or not assessed.as_of <= end <= assessed.as_of + WEEK:
        return ()
    return (Caveat.of("due", days=(end - assessed.as_of).days),)


def rising(assessed: Assessment, portfolio: Portfolio) -> tuple[Caveat, ...]:
    """Whether each period left must bring more than the periods so far did, and more than it seemed before."""
    now = assessed.standing.required
    if now is None or now.average_so_far is None or len(assessed.series) <= 1:
        return ()
    earlier = assess(assessed.target, portfolio, assessed.series[-2].period.last, assessed.known_at)
    before = earlier.standing.required
    if before is None or earlier.stage != assessed.stage or before.per is not now.per:
        return ()
    return (Caveat.of("effort-rising"),) if more(now, before, higher=assessed.indicator.higher_is_better) else ()


def more(now: Required, before: Required, *, higher: bool) -> bool:
    """Whether the effort is above its average so far and above what it was; the other way where a fall is wanted."""
    average = now.average_so_far
    if average is None:
        return False
    return now.value > max(average, before.value) if higher else now.value < min(average, before.value)


def steps_due(review: Review, within: timedelta = WEEK) -> tuple[StepDue, ...]:
    """The planned steps of projects due within some days or overdue, and not reported done; nearest day first."""
    told, last = stages_told(review), review.as_of + within
    due = (
        StepDue(project, step, by.last, (by.last - review.as_of).days)
        for project in review.portfolio.projects
        for step, by in project.planned.items()
        if by.last <= last and not reached(project, step, told)
    )
    return tuple(sorted(due, key=lambda s: (s.by, s.project.id)))


def stages_told(review: Review) -> Stages:
    """The stages that reports known on the day say each project had come to by then."""
    told: dict[str, frozenset[str]] = {}
    for report in review.portfolio.steps(review.known_at):
        if report.stage and in_hand(report.on, review.as_of):
            told[report.project] = told.get(report.project, frozenset()) | {report.stage}
    return told


def reached(project: Project, step: str, told: Stages) -> bool:
    """Whether a project has come to a stage that says a planned step is done."""
    return not STEPS[step].isdisjoint(told.get(project.id, ()))
