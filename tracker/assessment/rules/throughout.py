"""Promises that must hold in every observation: floors, ceilings and streaks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tracker.domain.calendar import released_periods
from tracker.domain.period import Period

from tracker.assessment.observations import Observation
from tracker.assessment.sight import Sight
from tracker.assessment.verdict import Caveat, Judgement, Verdict, unknown


def judge(sight: Sight) -> tuple[Judgement, list[Caveat]]:
    """Broken by one observation; kept only when none is missing; a missing one is unknown, never kept."""
    seen = within(sight)
    broken = [o for o in seen if not o.bound and not sight.kept_by(o)]
    over = sight.stage.deadline is not None and sight.as_of >= sight.stage.deadline
    gaps = missing(sight, seen)
    caveats = [Caveat.of("floor-breached", periods=tuple(o.period for o in broken))] if broken else []
    if broken and sight.kept_by(seen[-1]):
        caveats.append(Caveat.of("recovered", period=seen[-1].period))
    if gaps:
        caveats.append(Caveat.of("missing-observations", periods=tuple(gaps)))
    if broken:
        return Judgement(Verdict.MISSED if over else Verdict.OFF_TRACK, "throughout"), caveats
    if not seen:
        return unknown("throughout", "no-figures"), caveats
    if gaps:
        return unknown("throughout", "missing-observations", periods=tuple(gaps)), caveats
    if over and sight.final is None:
        return unknown("throughout", "no-figure-yet", by=sight.stage.by, latest=seen[-1].period), caveats
    return Judgement(Verdict.MET if over else Verdict.ON_TRACK, "throughout"), caveats


def start_of(sight: Sight) -> date:
    """The first day on which the promise must hold: as declared, or New Year of the stage's year."""
    if sight.target.since:
        return sight.target.since.first
    return sight.window.first if sight.window else date.min


def within(sight: Sight) -> list[Observation]:
    """The observations of the promise's own days."""
    start, end = start_of(sight), sight.stage.deadline or date.max
    return [o for o in sight.series if start <= o.period.last <= end]


def missing(sight: Sight, seen: Sequence[Observation]) -> list[Period]:
    """Releases up to the latest observation, or to the end once it has passed, for which there is no figure."""
    if sight.indicator.releases is None or not seen:
        return []
    end = min(sight.as_of, sight.stage.deadline or date.max)
    until = end if sight.as_of > end else seen[-1].period.last
    ends = {o.period.last for o in seen}
    due = released_periods(sight.indicator.releases, start_of(sight), until)
    return [p for p in due if p.last not in ends]
