"""What an acknowledgement silences: a verdict no worse than the one seen, until the day it names is over."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from tracker.assessment.assess import Assessment
from tracker.assessment.milestones import MilestoneAssessment
from tracker.assessment.verdict import Caveat, Verdict
from tracker.domain.acknowledgement import Acknowledgement
from tracker.domain.series import in_hand

CODE = "acknowledged"
FINE = frozenset({Verdict.MET, Verdict.ON_TRACK})
WORSENING = (Verdict.MET, Verdict.ON_TRACK, Verdict.UNKNOWN, Verdict.AT_RISK, Verdict.OFF_TRACK, Verdict.MISSED)
"""The verdicts from the best to the worst, as exit codes order them."""

A = TypeVar("A", Assessment, MilestoneAssessment)


def in_effect(given: Iterable[Acknowledgement], as_of: date, known_at: date | None) -> dict[str, Acknowledgement]:
    """The last acknowledgement of each promise that was given by a day, where it asks for silence on that day."""
    last = {a.id: a for a in given if a.on <= as_of and in_hand(a.on, known_at)}
    return {id_: a for id_, a in last.items() if a.covers(as_of)}


def acknowledged(assessed: A, seen: Acknowledgement | None) -> A:
    """A promise with the caveat that its verdict was seen; one that is fine or has got worse speaks for itself."""
    if seen is None or not silences(seen, assessed.verdict):
        return assessed
    caveat = Caveat.of(CODE, until=seen.until, reason=seen.reason, by=seen.by)
    return assessed._replace(caveats=(*assessed.caveats, caveat))


def silences(seen: Acknowledgement, verdict: Verdict) -> bool:
    """Whether a verdict needs no telling because one as bad was seen."""
    return verdict not in FINE and WORSENING.index(verdict) <= WORSENING.index(Verdict(seen.verdict))


def silenced(assessed: Assessment | MilestoneAssessment) -> bool:
    """Whether a promise's verdict was acknowledged, so that a check passes over it."""
    return any(caveat.code == CODE for caveat in assessed.caveats)
