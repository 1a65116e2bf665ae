"""Which verdicts make the exit code non-zero; just those are printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tracker.assessment.review import Review
from tracker.assessment.verdict import RED, Verdict
from tracker.cli.check import FailOn
from tracker.cli.trouble import Exit


@dataclass(frozen=True, slots=True)
class Limits:
    """From which verdict on a check fails, and whether what cannot be judged counts."""

    fail_on: FailOn
    unknown_ok: bool

    @property
    def failing(self) -> frozenset[Verdict]:
        """The verdicts that count."""
        risky = frozenset({Verdict.AT_RISK}) if self.fail_on is FailOn.WARN else frozenset()
        red = RED if self.fail_on is not FailOn.NEVER else frozenset()
        return risky | red | (frozenset() if self.unknown_ok else frozenset({Verdict.UNKNOWN}))

    def code(self, verdicts: Sequence[Verdict]) -> Exit:
        """The worst of what counts: red before yellow before what cannot be judged; nothing selected is not judged."""
        found = self.failing & set(verdicts)
        if found & RED:
            return Exit.CRIT
        if Verdict.AT_RISK in found:
            return Exit.WARN
        return Exit.UNKNOWN if found or (not verdicts and not self.unknown_ok) else Exit.OK

    def told(self, review: Review) -> Review:
        """The part of a review that made the code what it is."""
        return replace(
            review,
            targets=tuple(a for a in review.targets if a.verdict in self.failing),
            milestones=tuple(m for m in review.milestones if m.verdict in self.failing),
        )
