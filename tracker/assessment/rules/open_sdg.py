"""The progress measure of Open SDG (`sdg-build`), which Statistics Canada publishes its verdicts with."""

from decimal import Decimal

from tracker.assessment.rules.case import (
    Case,
    Judged,
    Line,
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
from tracker.assessment.rules.compound import Pace, nudged, observed_pace, pace_to_target

BASE_YEAR, TARGET_YEAR = 2015, 2030  # the owner's defaults
STEEPNESS = 4.44  # of the easing near a limit
WITH_TARGET = (("substantial_progress", 0.95), ("moderate_progress", 0.60), ("limited_progress", 0.0))
WITHOUT_TARGET = (("substantial_progress", 0.015), ("moderate_progress", 0.005), ("limited_progress", 0.0))
WORST = "deterioration"
UNAVAILABLE = "not_available"
VERDICTS = {
    "target_achieved": "on_track",
    "substantial_progress": "on_track",
    "moderate_progress": "at_risk",
    "limited_progress": "off_track",
    "deterioration": "off_track",
}


def judge(case: Case) -> Judged:
    """Growth since the base year over the growth the target asks for; the fixed bands of growth without a target."""
    points = comparable(case)
    if reason := obstacle(case, points):
        return not_judged(UNAVAILABLE, reason)
    start = base_point(points, BASE_YEAR if case.base_year is None else case.base_year)
    if start is None:
        return not_judged(UNAVAILABLE, "base_after_last_figure", settled(case, points, deadline(case)))
    if case.target is None:
        return without_target(case, start, points[-1])
    return with_target(case, start, points, nudged(case.target))


def deadline(case: Case) -> int:
    """The year the target is due; 2030 where none is declared."""
    return TARGET_YEAR if case.target_year is None else case.target_year


def base_point(points: tuple[Point, ...], wanted: int) -> Point | None:
    """The figure of the base year or of the next year that has one; None when all figures are older."""
    return next((point for point in points if point[0] >= wanted), None)


def with_target(case: Case, start: Point, points: tuple[Point, ...], target: Decimal) -> Judged:
    """Reached is asked before any ratio; a target lost after the base year is a deterioration by the ratio's sign."""
    pace = pace_to_target(case, start, points[-1], target, deadline(case))
    final = settled(case, points, deadline(case))
    if meets(case, points[-1][1], target):
        verdict = verdict_for("target_achieved", VERDICTS, final)
        return Judged("target_achieved", verdict, pace.ratio, WITH_TARGET, lines=pace.lines, reached=True)
    if pace.reason == "target_is_base":  # the ratio would be minus infinity: it stood on the target and left it
        return Judged(WORST, verdict_for(WORST, VERDICTS, final), thresholds=WITH_TARGET, lines=pace.lines)
    if pace.ratio is None:
        return not_judged(UNAVAILABLE, pace.reason or "few_figures", final, pace.lines)
    return banded(pace.ratio, WITH_TARGET, final, pace.lines)


def without_target(case: Case, start: Point, latest: Point) -> Judged:
    """Growth a year against 1.5 %, 0.5 % and 0, all eased by the limit factor where a natural limit is near."""
    pace: Pace = observed_pace(case, start, latest)
    if pace.observed is None:
        return not_judged(UNAVAILABLE, pace.reason or "few_figures", lines=pace.lines)
    factor = limit_factor(start[1], case.limit)
    thresholds = tuple((klass, bound * factor) for klass, bound in WITHOUT_TARGET)
    lines = pace.lines if case.limit is None else (*pace.lines, ("limit", case.limit), ("limit_factor", factor))
    return banded(pace.observed, thresholds, None, lines)


def limit_factor(base: Decimal, limit: Decimal | None) -> float:
    """How much growth is still asked of a series that began near its limit: 1 far from it, 0 exactly at it."""
    if limit is None:
        return 1.0
    start, end = abs(float(base)), abs(float(limit))
    if start >= 2 * end:
        return 1.0
    nearness: float = (min(start, 2 * end - start) / end) ** STEEPNESS
    return 1 - nearness


def banded(
    measure: float, thresholds: tuple[tuple[str, float], ...], final: str | None, lines: tuple[Line, ...]
) -> Judged:
    """The class whose lower bound the measure reaches, with the distance to the nearest bound."""
    klass = class_at_least(measure, thresholds, WORST)
    margin = nearest_threshold(measure, thresholds)
    return Judged(klass, verdict_for(klass, VERDICTS, final), measure, thresholds, margin, lines)
