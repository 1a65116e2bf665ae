"""What a check tells: everything that is behind, what a rhythm asks for, or only what changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from tracker.assessment.acknowledged import silenced
from tracker.assessment.cadence import StepDue, daily, steps_due, weekly
from tracker.assessment.change import Change, Key, by_key, changed, key
from tracker.assessment.review import Review
from tracker.assessment.verdict import RED, Verdict
from tracker.cli.limits import Limits, part
from tracker.cli.rhythm import Cadence
from tracker.render.folded import Fold
from tracker.render.sheet import Sheet
from tracker.render.wording import Wording

View: TypeAlias = Callable[[Wording, Fold], Sequence[Sheet]]
Known: TypeAlias = Mapping[Key, Verdict]


class Telling(NamedTuple):
    """The part of a review that is told, the whole of it with the reasons for telling, and how the part is shown."""

    told: Review
    whole: Review
    view: View


class Shown(NamedTuple):
    """What a check shows: what counts, the whole, the steps of projects that are due, and the early warnings."""

    told: Review
    whole: Review
    steps: Sequence[StepDue]
    early: Review


def changes(review: Review, limits: Limits, cadence: Cadence | None, known: Known, *, quiet: bool) -> Telling:
    """Only what changed its verdict, recoveries too; of what was not known before only what counts."""
    asked = agenda(review, limits, cadence, known)
    noted = by_key(asked) if cadence in {Cadence.DAILY, Cadence.WEEKLY} else by_key(review)

    def to_tell(change: Change) -> bool:
        if change.after is None or silenced(change.after):
            return False
        counts = change.now in limits.failing
        recovered = cadence is Cadence.DAILY and change.was in RED
        return (counts or (change.was is not None and not quiet)) and (key(change.after) in noted or recovered)

    found = [change for change in changed(review, known) if to_tell(change)]
    names = {key(change.after) for change in found if change.after}

    def view(wording: Wording, _: Fold) -> Sequence[Sheet]:
        from tracker.render.changes import changed_lines

        return changed_lines(found, wording)

    return Telling(part(review, lambda a: key(a) in names), with_reasons(review, asked), view)


def everything(review: Review, limits: Limits, cadence: Cadence | None, known: Known, *, quiet: bool) -> Telling:
    """All that is behind, or all that a rhythm asks for; quietly only what makes the code non-zero."""
    asked = agenda(review, limits, cadence, known)
    told = limits.told(asked) if quiet else asked
    steps = steps_due(review) if cadence is Cadence.WEEKLY and not quiet else ()
    early = limits.warned_early(told if quiet else review)
    shown = Shown(told, with_reasons(review, told), steps, early)
    return Telling(told, shown.whole, lambda wording, fold: VIEWS[cadence](shown, wording, fold))


def agenda(review: Review, limits: Limits, cadence: Cadence | None, known: Known) -> Review:
    """What a rhythm asks for; without one, and in a month's analysis, all that counts."""
    if cadence is Cadence.DAILY:
        return daily(review, known)
    return weekly(review) if cadence is Cadence.WEEKLY else limits.told(review)


def with_reasons(review: Review, told: Review) -> Review:
    """The whole review, what is told with the caveats that say why."""
    targets = {a.target.id: a for a in told.targets}
    milestones = {m.milestone.id: m for m in told.milestones}
    return review._replace(
        targets=tuple(targets.get(a.target.id, a) for a in review.targets),
        milestones=tuple(milestones.get(m.milestone.id, m) for m in review.milestones),
    )


def warnings(shown: Shown, wording: Wording, fold: Fold) -> Sequence[Sheet]:
    """What is behind."""
    from tracker.render.warnings import warnings

    return warnings(shown.told, shown.whole, wording, shown.early, fold)


def today(shown: Shown, wording: Wording, _: Fold) -> Sequence[Sheet]:
    """What is overdue or newly red."""
    from tracker.render.cadence_view import DAILY, agenda

    return agenda(shown.told, shown.steps, DAILY, wording)


def this_week(shown: Shown, wording: Wording, _: Fold) -> Sequence[Sheet]:
    """What must move this week."""
    from tracker.render.cadence_view import WEEKLY, agenda

    return agenda(shown.told, shown.steps, WEEKLY, wording)


def whole_analysis(shown: Shown, wording: Wording, fold: Fold) -> Sequence[Sheet]:
    """The gap analysis, and what is behind."""
    from tracker.render.cadence_view import analysis

    return analysis(shown.told, shown.whole, wording, shown.early, fold)


VIEWS: Mapping[Cadence | None, Callable[[Shown, Wording, Fold], Sequence[Sheet]]] = {
    None: warnings,
    Cadence.DAILY: today,
    Cadence.WEEKLY: this_week,
    Cadence.MONTHLY: whole_analysis,
}
