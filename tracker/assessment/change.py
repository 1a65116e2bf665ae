"""What changed: verdicts since they were last known, and promises and figures between two reviews."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple, TypeAlias

from tracker.assessment.assess import Assessment
from tracker.assessment.milestones import MilestoneAssessment
from tracker.assessment.review import Review
from tracker.assessment.verdict import Verdict
from tracker.domain.series import Actual

Assessed: TypeAlias = Assessment | MilestoneAssessment
Key: TypeAlias = tuple[str, str]
"""A kind, `target` or `milestone`, and an id: the two may share ids."""


class Change(NamedTuple):
    """A promise before and now; None where it was not there. A remembered one has only its verdict `was`."""

    was: Verdict | None
    now: Verdict | None
    before: Assessed | None
    after: Assessed | None


class Difference(NamedTuple):
    """What changed between two reviews of one workspace: promises, figures that came and figures that went."""

    before: Review
    after: Review
    promises: tuple[Change, ...]
    added: tuple[Actual, ...]
    gone: tuple[Actual, ...]

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return bool(self.promises or self.added or self.gone)


def key(assessed: Assessed) -> Key:
    """What a promise is remembered by."""
    if isinstance(assessed, Assessment):
        return "target", assessed.target.id
    return "milestone", assessed.milestone.id


def by_key(review: Review) -> dict[Key, Assessed]:
    """Every promise of a review, targets first."""
    assessed: tuple[Assessed, ...] = (*review.targets, *review.milestones)
    return {key(a): a for a in assessed}


def verdicts(review: Review) -> dict[Key, Verdict]:
    """The verdict of every promise."""
    return {name: assessed.verdict for name, assessed in by_key(review).items()}


def changed(review: Review, known: Mapping[Key, Verdict]) -> tuple[Change, ...]:
    """The promises whose verdict is not the one known before; those not known before are new."""
    return tuple(
        Change(known.get(name), assessed.verdict, None, assessed)
        for name, assessed in by_key(review).items()
        if known.get(name) is not assessed.verdict
    )


def difference(before: Review, after: Review, indicators: Collection[str]) -> Difference:
    """What changed between two reviews, and in the figures of some indicators."""
    old, new = by_key(before), by_key(after)
    names = dict.fromkeys([*new, *old])
    promises = (Change(verdict(old.get(n)), verdict(new.get(n)), old.get(n), new.get(n)) for n in names)
    had, has = figures(before, indicators), figures(after, indicators)
    return Difference(
        before,
        after,
        tuple(p for p in promises if p.was is not p.now or moved(p)),
        tuple(a for place, a in has.items() if place not in had),
        tuple(a for place, a in had.items() if place not in has),
    )


def verdict(assessed: Assessed | None) -> Verdict | None:
    """The verdict of a promise that may not be there."""
    return assessed.verdict if assessed else None


def moved(change: Change) -> bool:
    """Whether a promise's latest observation, or the number of its deeds, is another one now."""
    return reached(change.before) != reached(change.after)


def reached(assessed: Assessed | None) -> object:
    """How far a promise had come: its latest value and period, or the deeds done."""
    if isinstance(assessed, MilestoneAssessment):
        return assessed.done
    return (assessed.latest.period, assessed.latest.value) if assessed and assessed.latest else None


def figures(review: Review, indicators: Collection[str]) -> dict[int, Actual]:
    """The figures a review could look back on, as declared, by their identity: equal ones may be printed twice."""
    return {
        id(actual): actual
        for name in review.portfolio.indicators
        if name in indicators and name in review.portfolio.series
        for actual in review.portfolio.series[name].known(review.known_at)
        if actual.period is None or actual.period.last <= review.as_of
    }
