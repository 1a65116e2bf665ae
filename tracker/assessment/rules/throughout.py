"""Promises that must hold in every observation: floors, ceilings and streaks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from tracker.assessment.aims import contradicts
from tracker.assessment.evidence import Observation
from tracker.assessment.sight import Sight
from tracker.assessment.verdict import Caveat, Judgement, Verdict, unknown
from tracker.domain.calendar import Releases, released_periods
from tracker.domain.period import Period
from tracker.domain.target import Reading


def judge(sight: Sight) -> tuple[Judgement, list[Caveat]]:
    """Broken by one observation; kept only when none is missing; a missing one is unknown, never kept."""
    seen = within(sight)
    broken = [o for o in seen if breaks(sight, o)]
    over = sight.stage.deadline is not None and sight.as_of >= sight.stage.deadline
    gaps = missing(sight, seen)
    caveats = [Caveat.of("floor-breached", periods=tuple(o.period for o in broken))] if broken else []
    if broken and not seen[-1].bound and sight.kept_by(seen[-1]):
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
    if any(o.bound for o in seen):
        return unknown("throughout", "bound-only"), caveats
    return Judgement(Verdict.MET if over else Verdict.ON_TRACK, "throughout"), caveats


def breaks(sight: Sight, observation: Observation) -> bool:
    """Whether an observation breaks the promise; one of which only a limit was printed, when the limit rules it out."""
    if observation.bound:
        return contradicts(sight.stage, observation.value, observation.bound, higher=sight.higher)
    return not sight.kept_by(observation)


def yearly(sight: Sight) -> bool:
    """Whether the promise speaks of every whole year: growth so far in a year is not yet that year's."""
    return sight.target.reading is Reading.EVERY_YEAR


def start_of(sight: Sight) -> date:
    """The first day on which the promise must hold: as declared; of a yearly one, after its baseline or its issue."""
    target = sight.target
    if target.since:
        return target.since.first
    if yearly(sight) and target.baseline:
        return target.baseline.period.last + timedelta(days=1)
    if yearly(sight) and target.issued and sight.window:
        return min(date(target.issued.year, 1, 1), sight.window.first)
    return sight.window.first if sight.window else date.min


def within(sight: Sight) -> list[Observation]:
    """The observations of the promise's own days."""
    start, end = start_of(sight), sight.stage.deadline or date.max
    return [o for o in sight.series if start <= o.period.last <= end and (o.period.is_year or not yearly(sight))]


def missing(sight: Sight, seen: Sequence[Observation]) -> list[Period]:
    """Releases up to the latest observation, or to the end once it has passed, for which there is no figure."""
    rhythm = Releases.YEARLY if yearly(sight) else sight.indicator.releases
    if rhythm is None or not seen:
        return []
    end = sight.stage.deadline or date.max
    until = end if sight.as_of > end else seen[-1].period.last
    ends = {o.period.last for o in seen}
    return [p for p in released_periods(rhythm, start_of(sight), until) if p.last not in ends]
