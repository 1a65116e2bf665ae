"""UN ESCAP's two readings, shared by the UN regional commissions: how far we have come, and where we shall end."""

from decimal import Decimal
from fractions import Fraction

from tracker.assessment.rules.case import (
    Case,
    Judged,
    Line,
    Point,
    comparable,
    meets,
    nearest_threshold,
    not_judged,
    obstacle,
    settled,
    towards,
    verdict_for,
)

FIRST_YEAR, BASE_YEAR, TARGET_YEAR = 2000, 2015, 2030  # the owner's period and defaults
FULL_MARK = 10
MINIMUM = 2  # figures
TOLERANCE = 0.10  # general knowledge, not read at the owner: a miss of up to a tenth of the way counts as achieved
ACHIEVE, ACCELERATE, REVERSE = "achieve", "accelerate", "reverse"
THRESHOLDS = ((ACHIEVE, TOLERANCE), (ACCELERATE, 1.0))
VERDICTS = {ACHIEVE: "on_track", ACCELERATE: "at_risk", REVERSE: "off_track"}


def judge(case: Case) -> Judged:
    """The value a time-weighted straight line gives for the target year, as a share of the way asked since the base."""
    points = tuple(point for point in comparable(case) if point[0] >= FIRST_YEAR)
    target_year = TARGET_YEAR if case.target_year is None else case.target_year
    reason = obstacle(case, points)
    if reason or case.target is None:
        return not_judged(None, reason or "no_target")
    final = settled(case, points, target_year)
    if len(points) < MINIMUM:
        return not_judged(None, "few_figures", final)
    base = base_point(points, BASE_YEAR if case.base_year is None else case.base_year)
    predicted = weighted_line(points, target_year)
    reached = meets(case, points[-1][1], case.target)
    lines = arithmetic(case, base, points[-1], case.target, (target_year, predicted))
    left = gap_left(case, base[1], predicted, case.target)
    if left is None:  # the base stood on the target: there is no way to measure against
        klass = ACHIEVE if towards(case, case.target, predicted) >= 0 else REVERSE
        return Judged(klass, verdict_for(klass, VERDICTS, final), lines=lines, reached=reached)
    klass = next((name for name, bound in THRESHOLDS if left <= bound), REVERSE)
    margin = nearest_threshold(left, THRESHOLDS)
    return Judged(klass, verdict_for(klass, VERDICTS, final), left, THRESHOLDS, margin, lines, reached=reached)


def base_point(points: tuple[Point, ...], wanted: int) -> Point:
    """The figure nearest the base year, the later of two."""
    return min(points, key=lambda point: (abs(point[0] - wanted), -point[0]))


def weighted_line(points: tuple[Point, ...], year: int) -> Fraction:
    """The value of the weighted least-squares line in a year; a figure weighs one more for every year it is younger.

    The owner says that recent figures weigh more, not by how much: weights rising evenly by the year are ours.
    """
    first = points[0][0]
    weights = [Fraction(when - first + 1) for when, _ in points]
    total = sum(weights)
    mean_year = sum(weight * when for weight, (when, _) in zip(weights, points, strict=True)) / total
    mean_value = sum(weight * Fraction(value) for weight, (_, value) in zip(weights, points, strict=True)) / total
    spread = sum(weight * (when - mean_year) ** 2 for weight, (when, _) in zip(weights, points, strict=True))
    shared = sum(
        weight * (when - mean_year) * (Fraction(value) - mean_value)
        for weight, (when, value) in zip(weights, points, strict=True)
    )
    return Fraction(mean_value + shared / spread * (year - mean_year))


def gap_left(case: Case, base: Decimal, predicted: Fraction, target: Decimal) -> float | None:
    """What is still missing in the target year over the whole way since the base; negative beyond the target."""
    way = abs(Fraction(target) - Fraction(base))
    if not way:
        return None
    return float(towards(case, predicted, target) / way)


def current_status_index(base: Decimal, current: Decimal, target: Decimal, *, higher_is_better: bool) -> float | None:
    """`D x (current - base) / |target - base|`, D = 10 or -10: 0 at the base, 10 at the target and beyond."""
    if target == base:
        return None
    index = FULL_MARK * (Fraction(current) - Fraction(base)) / abs(Fraction(target) - Fraction(base))
    return min(float(index if higher_is_better else -index), float(FULL_MARK))


def arithmetic(
    case: Case, base: Point, latest: Point, target: Decimal, prediction: tuple[int, Fraction]
) -> tuple[Line, ...]:
    """Both readings line by line."""
    index = current_status_index(base[1], latest[1], target, higher_is_better=case.higher_is_better)
    return (
        ("base_year", base[0]),
        ("base_value", base[1]),
        ("latest_year", latest[0]),
        ("latest_value", latest[1]),
        ("target_year", prediction[0]),
        ("target_value", target),
        ("predicted_value", float(prediction[1])),
        *((("current_status_index", index),) if index is not None else ()),
    )
