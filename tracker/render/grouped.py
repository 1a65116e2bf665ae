"""A view cut into groups: by lead unit, chain, region or policy, each with its own totals and denominators."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TypeAlias

from tracker.assessment.assess import Assessment
from tracker.assessment.milestones import MilestoneAssessment
from tracker.assessment.review import Review
from tracker.domain.words import Words
from tracker.render.catalogue import N_
from tracker.render.sheet import Sheet
from tracker.render.wording import Wording

View: TypeAlias = Callable[[Review, Wording], Sequence[Sheet]]


class Grouping(StrEnum):
    """What promises can be grouped by."""

    LEAD = "lead"
    CHAIN = "chain"
    REGION = "region"
    POLICY = "policy"


def grouped(review: Review, by: Grouping, view: View, wording: Wording) -> tuple[Sheet, ...]:
    """One view a group, in the order of their first promises; what has no such label comes last."""
    labels = [label(a, by, review, wording) for a in review.targets]
    labels += [label(m, by, review, wording) for m in review.milestones]
    return tuple(
        sheet
        for name in sorted(dict.fromkeys(labels), key=lambda name: not name)
        for sheet in titled(
            name or wording.say(N_("not named")), view(part(review, by, name, wording), wording), wording
        )
    )


def label(a: Assessment | MilestoneAssessment, by: Grouping, review: Review, wording: Wording) -> str:
    """The group of one promise, by its name."""
    declared = a.target if isinstance(a, Assessment) else a.milestone
    if by is Grouping.POLICY:
        policy = review.portfolio.policies.get(declared.policy)
        return wording.name(policy.title) if policy else declared.policy
    words: Words | None = declared.region if by is Grouping.REGION else getattr(declared.responsibility, by.value)
    return wording.name(words)


def part(review: Review, by: Grouping, name: str, wording: Wording) -> Review:
    """The promises of one group."""
    return review._replace(
        targets=tuple(a for a in review.targets if label(a, by, review, wording) == name),
        milestones=tuple(m for m in review.milestones if label(m, by, review, wording) == name),
    )


def titled(name: str, sheets: Sequence[Sheet], wording: Wording) -> tuple[Sheet, ...]:
    """The sheets of a group under its name."""
    first, *rest = sheets
    return (first._replace(title=wording.pair(name, first.title)), *rest)
