"""Eurostat's rule of the EU sustainable development monitoring reports (annex III), as EUSTAT also applies it."""

from tracker.assessment.rules.case import (
    Case,
    Judged,
    Point,
    class_at_least,
    comparable,
    meets,
    nearest_threshold,
    not_judged,
    obstacle,
    settled,
    verdict_for,
)
from tracker.assessment.rules.compound import Pace, observed_pace, pace_to_target

SHORT_TERM = 5  # years; the owner's recent period, for a target that declares no base
WITH_TARGET = (("significant_progress", 0.95), ("moderate_progress", 0.60), ("insufficient_progress", 0.0))
WITHOUT_TARGET = (("significant_progress", 0.01), ("moderate_progress", 0.0), ("insufficient_progress", -0.01))
BEST, WORST = "significant_progress", "movement_away"
VERDICTS = {
    "significant_progress": "on_track",
    "moderate_progress": "at_risk",
    "insufficient_progress": "off_track",
    "movement_away": "off_track",
}


def judge(case: Case) -> Judged:
    """Growth since the base over the growth required; against 1 % a year where no target is set."""
    points = comparable(case)
    if reason := obstacle(case, points):
        return not_judged(None, reason)
    final = settled(case, points, case.target_year)
    reached = meets(case, points[-1][1], case.target)
    pace = pace_of(case, base_point(points, case.base_year), points[-1])
    thresholds = WITHOUT_TARGET if case.target is None else WITH_TARGET
    measure = pace.observed if case.target is None else pace.ratio
    if reached:
        verdict = verdict_for(BEST, VERDICTS, final)
        return Judged(BEST, verdict, measure, thresholds, lines=pace.lines, reached=True)
    if pace.reason == "target_is_base":  # it stood on the target and left it
        return Judged(WORST, verdict_for(WORST, VERDICTS, final), thresholds=thresholds, lines=pace.lines)
    if measure is None:
        return not_judged(None, pace.reason or "few_figures", final, pace.lines)
    klass = class_at_least(measure, thresholds, WORST)
    margin = nearest_threshold(measure, thresholds)
    return Judged(klass, verdict_for(klass, VERDICTS, final), measure, thresholds, margin, pace.lines)


def base_point(points: tuple[Point, ...], wanted: int | None) -> Point:
    """The figure nearest the base year on either side, the later of two; five years back where none is declared."""
    year = points[-1][0] - SHORT_TERM if wanted is None else wanted
    return min(points, key=lambda point: (abs(point[0] - year), -point[0]))


def pace_of(case: Case, start: Point, latest: Point) -> Pace:
    """Observed growth, and its ratio to the required growth when target and year are declared."""
    if case.target is None:
        return observed_pace(case, start, latest)
    if case.target_year is None:
        return Pace(reason="no_target_year")
    return pace_to_target(case, start, latest, case.target, case.target_year)
