"""The task book before it is put in words: promises by lead unit, numbered, each with its stages or its deeds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

from tracker.assessment.assess import Assessment, StageAssessment
from tracker.assessment.milestones import Item, ItemState, MilestoneAssessment
from tracker.assessment.pathway import deadline
from tracker.assessment.review import Review
from tracker.assessment.verdict import Verdict
from tracker.domain.target import Milestone, Responsibility, Stage, Target
from tracker.domain.words import Words

Part: TypeAlias = StageAssessment | Item


class Task(NamedTuple):
    """One promise, or one part of it; parts are numbered below the whole, such as 3.1."""

    number: str
    whole: Assessment | MilestoneAssessment
    part: Part | None = None

    @property
    def declared(self) -> Target | Milestone:
        """What was promised."""
        return self.whole.target if isinstance(self.whole, Assessment) else self.whole.milestone

    @property
    def answering(self) -> Responsibility:
        """Who answers for it."""
        return self.declared.responsibility

    @property
    def state(self) -> Verdict | ItemState:
        """How it stands: a verdict, or the state of a deed."""
        if isinstance(self.part, StageAssessment):
            return self.part.judgement.verdict
        return self.part.state if self.part else self.whole.verdict


class Chapter(NamedTuple):
    """The tasks of one lead unit; None where no unit is named."""

    lead: Words | None
    tasks: tuple[Task, ...]


def chapters(review: Review) -> tuple[Chapter, ...]:
    """The lead units in the order of their first promise, those without a unit last; numbered from 1 to the end."""
    groups: dict[str, list[Assessment | MilestoneAssessment]] = {}
    every: list[Assessment | MilestoneAssessment] = [*review.targets, *review.milestones]
    for whole in every:
        groups.setdefault(unit_key(Task("", whole).answering.lead), []).append(whole)
    found, number = [], 0
    for key in sorted(groups, key=lambda name: not name):
        tasks: list[Task] = []
        for whole in groups[key]:
            number += 1
            tasks += numbered(str(number), whole)
        found.append(Chapter(tasks[0].answering.lead, tuple(tasks)))
    return tuple(found)


def unit_key(lead: Words | None) -> str:
    """By what one unit is told from another; empty without one."""
    return (lead.zh or lead.en or "") if lead else ""


def numbered(number: str, whole: Assessment | MilestoneAssessment) -> Iterator[Task]:
    """A promise, then its parts where it has more than one."""
    yield Task(number, whole)
    parts = list(parts_of(whole))
    if len(parts) > 1:
        yield from (Task(f"{number}.{n}", whole, part) for n, part in enumerate(parts, start=1))


def parts_of(whole: Assessment | MilestoneAssessment) -> Iterable[Part]:
    """The stages of a target; the named deeds of a milestone, since a mere count has no names to list."""
    if isinstance(whole, Assessment):
        return whole.stages
    return whole.items if whole.milestone.items else ()


def final_stage(a: Assessment) -> Stage:
    """The stage that ends last."""
    return max((s for s in a.target.stages if s.by), key=deadline, default=a.stage)
