"""Which verdicts make the exit code non-zero; just those are printed, and early warnings beside them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from tracker.assessment.acknowledged import silenced
from tracker.assessment.assess import Assessment
from tracker.assessment.milestones import MilestoneAssessment
from tracker.assessment.notice import warned
from tracker.assessment.review import Review
from tracker.assessment.verdict import RED, Verdict
from tracker.cli.asked import FailOn
from tracker.cli.trouble import Exit

Assessed: TypeAlias = Assessment | MilestoneAssessment
Test: TypeAlias = Callable[[Assessed], bool]


class Limits(NamedTuple):
    """From which verdict on a check fails, whether before all of them an early warning counts, and the unknown."""

    fail_on: FailOn = FailOn.WARN
    unknown_ok: bool = False

    @property
    def failing(self) -> frozenset[Verdict]:
        """The verdicts that count."""
        risky = frozenset({Verdict.AT_RISK}) if self.fail_on in {FailOn.EARLY, FailOn.WARN} else frozenset()
        red = RED if self.fail_on is not FailOn.NEVER else frozenset()
        return risky | red | (frozenset() if self.unknown_ok else frozenset({Verdict.UNKNOWN}))

    @property
    def early(self) -> bool:
        """Whether an early warning counts."""
        return self.fail_on is FailOn.EARLY

    def code(self, told: Review) -> Exit:
        """The worst of what counts: red before yellow and early warnings, these before what cannot be judged."""
        found = self.failing & set(told.verdicts)
        if found & RED:
            return Exit.CRIT
        if Verdict.AT_RISK in found or (self.early and any(map(warned, told.targets))):
            return Exit.WARN
        return Exit.UNKNOWN if found else Exit.OK

    def counts(self, a: Assessed) -> bool:
        """Whether a promise counts by its verdict; one that was acknowledged does not."""
        return a.verdict in self.failing and not silenced(a)

    def told(self, review: Review) -> Review:
        """The part of a review that counts."""
        return part(review, lambda a: self.counts(a) or (self.early and warned(a)))

    def warned_early(self, review: Review) -> Review:
        """The early warnings beside what counts by its verdict."""
        return part(review, lambda a: warned(a) and not self.counts(a))

    def code_of(self, told: Review, whole: Review) -> Exit:
        """The code for the part of a review that is told; where nothing was selected, nothing could be judged."""
        if not whole.verdicts and not self.unknown_ok:
            return Exit.UNKNOWN
        return self.code(told)


def part(review: Review, wanted: Test) -> Review:
    """The targets and milestones of a review that pass a test."""
    return review._replace(
        targets=tuple(a for a in review.targets if wanted(a)),
        milestones=tuple(m for m in review.milestones if wanted(m)),
    )


def code_for(review: Review, *, asked: bool) -> Exit:
    """The code of a plain check where it is asked for; otherwise a report that was printed is fine."""
    limits = Limits()
    return limits.code_of(limits.told(review), review) if asked else Exit.OK
