"""The words of a supervision notice: how a promise or a deed stands against its schedule and its day, counted."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from tracker.assessment.assess import Assessment
from tracker.assessment.milestones import MilestoneAssessment
from tracker.assessment.review import Review
from tracker.assessment.verdict import Verdict

Assessed: TypeAlias = Assessment | MilestoneAssessment
EARLY_WARNING = "early-warning"
REACHED = "reached"
"""The class of a level or a rate that is where it should be before its day: counted with what is completed."""


class Notice(StrEnum):
    """How something stands in a notice."""

    EARLY = "completed-early"
    COMPLETED = "completed"
    ON_SCHEDULE = "on-schedule"
    BEHIND = "behind"
    DUE_SOON = "due-soon"
    NOT_DUE = "not-due"
    OVERDUE = "overdue"
    NOT_JUDGED = "not-judged"


OF_VERDICT: Mapping[Verdict, Notice] = {
    Verdict.MET: Notice.COMPLETED,
    Verdict.ON_TRACK: Notice.ON_SCHEDULE,
    Verdict.AT_RISK: Notice.BEHIND,
    Verdict.OFF_TRACK: Notice.BEHIND,
    Verdict.MISSED: Notice.OVERDUE,
    Verdict.UNKNOWN: Notice.NOT_JUDGED,
}


class Counts(NamedTuple):
    """How many there are of each notice, of so many in all."""

    each: Mapping[Notice, int]
    total: int

    @property
    def judged(self) -> int:
        """How many could be judged: what the others are a part of."""
        return self.total - self.each[Notice.NOT_JUDGED]


def counts(review: Review) -> Counts:
    """Every target and milestone of a review, counted."""
    each = dict.fromkeys(Notice, 0)
    for said in (*map(notice, review.targets), *map(notice, review.milestones)):
        each[said] += 1
    return Counts(each, sum(each.values()))


def notice(assessed: Assessed) -> Notice:
    """What a notice says of one promise or deed."""
    said = OF_VERDICT[assessed.verdict]
    if said is Notice.COMPLETED:
        return Notice.EARLY if has(assessed, "early") else said
    if isinstance(assessed, MilestoneAssessment):
        return waiting(assessed, said)
    if said is Notice.ON_SCHEDULE and assessed.judgement.klass == REACHED:
        return Notice.COMPLETED
    return said


def waiting(assessed: MilestoneAssessment, said: Notice) -> Notice:
    """A deed that is not done goes by its day: soon, or not yet; a schedule it has none."""
    if said in {Notice.OVERDUE, Notice.NOT_JUDGED}:
        return said
    return Notice.DUE_SOON if has(assessed, "due") else Notice.NOT_DUE


def warned(assessed: Assessed) -> bool:
    """Whether it is on schedule today and unlikely to be kept at the end."""
    return has(assessed, EARLY_WARNING)


def has(assessed: Assessed, code: str) -> bool:
    """Whether a caveat of that code stands beside the verdict."""
    return any(caveat.code == code for caveat in assessed.caveats)
