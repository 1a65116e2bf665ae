"""The order in which promises are told where that is not the order of their declarations: the worst first."""

from __future__ import annotations

from tracker.assessment.notice import Assessed, warned
from tracker.assessment.review import Review
from tracker.assessment.verdict import Verdict

WORST_FIRST = (Verdict.MISSED, Verdict.OFF_TRACK, Verdict.AT_RISK, Verdict.UNKNOWN, Verdict.ON_TRACK, Verdict.MET)


def worst_first(review: Review) -> Review:
    """A review by its verdicts, those with an early warning before others like them; the rest as declared."""

    def place(assessed: Assessed) -> tuple[int, bool]:
        return WORST_FIRST.index(assessed.verdict), not warned(assessed)

    return review._replace(
        targets=tuple(sorted(review.targets, key=place)),
        milestones=tuple(sorted(review.milestones, key=place)),
    )
