"""What has no figure or no date yet is folded into one line with its count, unless it is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from tracker.assessment.assess import Assessment
from tracker.assessment.milestones import MilestoneAssessment
from tracker.assessment.review import Review
from tracker.assessment.verdict import Verdict
from tracker.render.catalogue import N_
from tracker.render.wording import Wording

Assessed: TypeAlias = Assessment | MilestoneAssessment
LACKS_OTHERS = "needs"
"""The reason of what has figures, but not those it takes: that is told, it is not merely waiting for a first one."""


class Fold(NamedTuple):
    """What is folded: nothing where all is asked for, and never what was named."""

    everything: bool = True
    named: frozenset[str] = frozenset()

    def shown(self, review: Review) -> Review:
        """The part of a review that has a line of its own."""
        if self.everything:
            return review
        return review._replace(
            targets=tuple(a for a in review.targets if self.shows(a)),
            milestones=tuple(m for m in review.milestones if self.shows(m)),
        )

    def shows(self, assessed: Assessed) -> bool:
        """Whether a promise has a line of its own."""
        return self.everything or id_of(assessed) in self.named or not (undated(assessed) or unreported(assessed))

    def left_out(self, review: Review, wording: Wording) -> Iterator[str]:
        """The one line that stands for what is folded; none where nothing is."""
        every: list[Assessed] = [*review.targets, *review.milestones]
        waiting = [a for a in every if not self.shows(a)]
        dateless = sum(map(undated, waiting))
        counts = ((N_("{n} without any figure"), len(waiting) - dateless), (N_("{n} without a date"), dateless))
        said = wording.listed(wording.say(sentence, n=n) for sentence, n in counts if n)
        if said:
            yield wording.say(N_("not listed: {said} (--all lists them)"), said=said)


SHOW_ALL = Fold()


def id_of(assessed: Assessed) -> str:
    """The id of a promise."""
    return assessed.target.id if isinstance(assessed, Assessment) else assessed.milestone.id


def undated(assessed: Assessed) -> bool:
    """Whether it waits for a date: without one it cannot be judged."""
    by = assessed.stage.by if isinstance(assessed, Assessment) else assessed.milestone.by
    return by is None and assessed.verdict is Verdict.UNKNOWN


def unreported(assessed: Assessed) -> bool:
    """Whether it waits for its first figure."""
    if not isinstance(assessed, Assessment) or assessed.verdict is not Verdict.UNKNOWN or assessed.latest:
        return False
    reason = assessed.judgement.reason
    return reason is None or reason.code != LACKS_OTHERS
