"""What one target's figures amount to on a given day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from tracker.assessment.about_figures import about_figures
from tracker.assessment.derived import Figures
from tracker.assessment.early_warning import early_warning
from tracker.assessment.evidence import Evidence, Observation
from tracker.assessment.freshness import Freshness, freshness
from tracker.assessment.freshness import caveats as waiting
from tracker.assessment.observations import (
    happened,
    nothing_because,
    observations,
    of_months,
    seen_by,
)
from tracker.assessment.outlook import outlook
from tracker.assessment.pathway import Anchor, Asked, beginning, deadline, held, stage_in_force
from tracker.assessment.rules.table import DEFAULT
from tracker.assessment.sight import Sight
from tracker.assessment.stages import judge_stage
from tracker.assessment.standing import Standing, asked_along_path, asked_of_stage, standing, unit_of
from tracker.assessment.tolerances import with_tolerances
from tracker.assessment.verdict import Caveat, Judgement, Outlook, Verdict, unknown
from tracker.domain.indicator import Indicator
from tracker.domain.portfolio import Portfolio
from tracker.domain.series import Actual
from tracker.domain.target import Aim, Reading, Stage, Target, When
from tracker.domain.units import Unit

READINGS = (Reading.IN_YEAR, Reading.EVERY_YEAR, Reading.AVERAGE, Reading.CUMULATIVE)
"""The ways a growth promise may be meant; one that is not settled is judged under each."""


class StageAssessment(NamedTuple):
    """One stage's verdict, and the observation that settles it once there is one."""

    stage: Stage
    judgement: Judgement
    observation: Observation | None


class Assessment(NamedTuple):
    """One target on one day: where it stands, what is asked, what is left, and the verdict with its reasons."""

    target: Target
    indicator: Indicator
    as_of: date
    known_at: date | None
    unit: Unit
    stage: Stage
    last_commitment: Stage | None
    stages: tuple[StageAssessment, ...]
    start: Anchor | None
    series: tuple[Observation, ...]
    undated: tuple[Actual, ...]
    asked: Asked | None
    standing: Standing
    freshness: Freshness
    judgement: Judgement
    caveats: tuple[Caveat, ...]
    readings: tuple[tuple[Reading, Judgement], ...] = ()
    outlook: Outlook | None = None

    @property
    def latest(self) -> Observation | None:
        """The last observation."""
        return self.series[-1] if self.series else None

    @property
    def verdict(self) -> Verdict:
        """How the promise stands."""
        return self.judgement.verdict


def assess(
    target: Target, portfolio: Portfolio, as_of: date, known_at: date | None = None, *, settled_only: bool = False
) -> Assessment:
    """One target on one day, as known on another.

    With `settled_only`, as if the figures that are still to be replaced had not been published.
    """
    return assess_from(Figures(portfolio, known_at), target, as_of, settled_only=settled_only)


def assess_from(figures: Figures, target: Target, as_of: date, *, settled_only: bool = False) -> Assessment:
    """One target by figures already at hand; an unsettled reading is judged under each and counts as unknown."""
    if target.reading is not Reading.UNSETTLED:
        return assess_as_read(figures, target, as_of, settled_only=settled_only)
    readings = ((reading, target._replace(reading=reading)) for reading in READINGS)
    read = [(r, assess_as_read(figures, t, as_of, settled_only=settled_only)) for r, t in readings]
    verdict = unknown("reading", "unsettled")
    first = read[0][1]
    return first._replace(
        target=target,
        judgement=verdict,
        stages=tuple(s._replace(judgement=verdict) for s in first.stages),
        caveats=(Caveat.of("unsettled"), *first.caveats),
        readings=tuple((reading, assessment.judgement) for reading, assessment in read),
    )


def assess_as_read(figures: Figures, target: Target, as_of: date, *, settled_only: bool) -> Assessment:
    """One target whose meaning is settled."""
    target = target._replace(when=When.THROUGHOUT) if target.reading is Reading.EVERY_YEAR else target
    portfolio = figures.portfolio
    target = with_tolerances(target, portfolio.indicators[target.indicator])
    evidence = evidence_for(target, figures)
    observed = tuple(o for o in observations(target, evidence, as_of) if not (settled_only and o.provisional))
    whole = in_view(target, portfolio, evidence, observed, as_of)
    stage = stage_in_force(target.stages, covered(whole)) or whole.stage
    along = asked_along_path(whole, covered(whole))
    views = {each: at_stage(whole, each, along) for each in target.stages or (stage,)}
    view, series = views[stage], views[stage].series
    judged = {each: judge_stage(one) for each, one in views.items()}
    judgement, caveats = judged[stage]
    last_day = max((deadline(s) for s in target.stages if s.by), default=None)
    fresh = freshness(view.indicator, last_covered(evidence, as_of), as_of, last_day)
    reason = nothing_because(target, evidence, as_of) if not series else None
    expected = outlook(view)
    return Assessment(
        target=target,
        indicator=view.indicator,
        as_of=as_of,
        known_at=figures.known_at,
        unit=view.unit,
        stage=view.stage,
        last_commitment=last_commitment(target, view.stage, covered(view)),
        stages=tuple(StageAssessment(s, j, views[s].final) for s, (j, _) in judged.items()),
        start=view.start,
        series=series,
        undated=figures.undated(target.indicator),
        asked=view.asked,
        standing=standing(view),
        freshness=fresh,
        judgement=judgement._replace(reason=reason) if reason else judgement,
        caveats=(
            *caveats,
            *early_warning(judgement.verdict, expected, view),
            *about_figures(figures, target, series),
            *waiting(fresh),
        ),
        outlook=expected,
    )


def last_covered(evidence: Evidence, as_of: date) -> date | None:
    """The last day any figure of the indicator covers, whether or not the promise could use it."""
    seen = seen_by(evidence, as_of)
    return max((p.last for p in (*seen.figures, *seen.rates)), default=None)


def in_view(
    target: Target, portfolio: Portfolio, evidence: Evidence, series: tuple[Observation, ...], as_of: date
) -> Sight:
    """A promise with its first stage in view."""
    way = held(target, evidence.indicator)
    return Sight(
        target,
        evidence.indicator,
        unit_of(target, evidence.indicator),
        first_stage(target),
        as_of,
        series,
        beginning(target, series, way),
        None,
        way,
        target.rule or portfolio.rule or DEFAULT,
        portfolio.thresholds,
        portfolio.lamps,
        peer_value(evidence, series),
        evidence.figures,
    )


def covered(view: Sight) -> date:
    """The day the figures go up to; without any, the day asked about."""
    return view.latest.period.last if view.latest else view.as_of


def at_stage(view: Sight, stage: Stage, along: Asked | None) -> Sight:
    """The same promise with one of its stages in view, and what is asked for on the way to it by the day covered."""
    view = view._replace(stage=stage)
    if months := view.own_months:
        view = view._replace(series=tuple(of_months(happened(view.figures, view.as_of), months)))
    return view._replace(asked=asked_of_stage(view, covered(view), along))


def first_stage(target: Target) -> Stage:
    """The stage shown for a promise without any date."""
    return target.stages[0] if target.stages else Stage(None, None, target.aim or Aim.AT_LEAST)


def evidence_for(target: Target, figures: Figures) -> Evidence:
    """The standing figures of a target's indicator and of its peer."""
    own = figures.standing(target.indicator)
    rates = figures.standing(target.indicator, growth=True)
    peer = figures.standing(target.peer) if target.peer else {}
    return Evidence(figures.portfolio.indicators[target.indicator], own, rates, peer)


def peer_value(evidence: Evidence, series: Sequence[Observation]) -> Decimal | None:
    """What the peer reached in the period of the latest observation."""
    other = evidence.peer.get(series[-1].period) if series else None
    return other.value if other else None


def last_commitment(target: Target, stage: Stage, day: date) -> Stage | None:
    """The latest quantified stage that ended before the one in force."""
    ended = [s for s in target.stages if s.by and s is not stage and deadline(s) <= day]
    return max(ended, key=deadline, default=None)
