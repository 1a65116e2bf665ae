"""The worst first, where that is asked for."""

from __future__ import annotations

from samples import the_review

from tracker.assessment.verdict import Caveat, Verdict
from tracker.render.order import worst_first


def test_the_worst_comes_first_and_the_rest_as_declared():
    """At risk, then the three that cannot be judged; a missed deed before one that is done."""
    found = worst_first(the_review())
    assert [a.target.id for a in found.targets] == ["a.output", "a.share", "b.power", "b.trend"]
    assert [m.milestone.id for m in found.milestones] == ["c.start", "c.plan"]


def test_an_early_warning_comes_before_others_on_track():
    """Of two on track, the one that is unlikely to be kept."""
    first, second, *_ = the_review().targets
    on_track = first.judgement._replace(verdict=Verdict.ON_TRACK)
    warned = second._replace(judgement=on_track, caveats=(Caveat.of("early-warning"),))
    targets = (first._replace(judgement=on_track, caveats=()), warned)
    assert worst_first(the_review()._replace(targets=targets)).targets == targets[::-1]
