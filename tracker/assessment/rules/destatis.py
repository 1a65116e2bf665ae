"""The weather symbols of Destatis, German Sustainable Development Strategy: the recent trend continued."""

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

WINDOW, MINIMUM = 6, 4  # figures; five changes, exceptionally three
SUN, SUN_AND_CLOUD, CLOUD, THUNDERSTORM, NONE = "sun", "sun-and-cloud", "cloud", "thunderstorm", "none"
SMALL_MISS, LARGE_MISS, NO_APPROACH = Fraction(5, 100), Fraction(20, 100), Fraction(1)
THRESHOLDS = ((SUN, float(SMALL_MISS)), (SUN_AND_CLOUD, float(LARGE_MISS)), (CLOUD, float(NO_APPROACH)))
VERDICTS = {SUN: "on_track", SUN_AND_CLOUD: "at_risk", CLOUD: "off_track", THUNDERSTORM: "off_track"}
LEVEL_AND_TREND = {  # (the target is met, the mean change: better, none or worse) -> symbol
    (True, 1): SUN,
    (True, 0): SUN,
    (True, -1): SUN_AND_CLOUD,
    (False, 1): CLOUD,
    (False, 0): THUNDERSTORM,
    (False, -1): THUNDERSTORM,
}
DIRECTION = {  # (the mean change is better, the last change is better) -> symbol
    (True, True): SUN,
    (True, False): SUN_AND_CLOUD,
    (False, True): CLOUD,
    (False, False): THUNDERSTORM,
}


def judge(case: Case) -> Judged:
    """The last six figures' mean yearly change, carried in a straight line to the target year."""
    points = comparable(case)
    if reason := obstacle(case, points):
        return not_judged(NONE, reason)
    final = settled(case, points, case.target_year)
    window = recent(points)
    if not window:
        return not_judged(NONE, "few_figures", final, (("figures", len(points)), ("figures_needed", MINIMUM)))
    if case.target is None:
        return by_direction(case, window)
    if case.target_year is None or case.target_year <= window[-1][0] or case.keep_every_year:
        return by_level(case, window, final)
    if meets(case, window[-1][1], case.target):
        return by_level(case, window, final)
    return by_projection(case, window, case.target, case.target_year)


def recent(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """The last six figures; of fewer, the last that follow each other at one distance, if they are at least four."""
    if len(points) >= WINDOW:
        return points[-WINDOW:]
    start = max(len(points) - 2, 0)
    while start > 0 and points[start][0] - points[start - 1][0] == points[-1][0] - points[-2][0]:
        start -= 1
    return points[start:] if len(points) - start >= MINIMUM else ()


def mean_change(case: Case, window: tuple[Point, ...]) -> Fraction:
    """The change a year from the first to the last figure, positive when it goes the wanted way; gaps are bridged."""
    (first_year, first), (last_year, last) = window[0], window[-1]
    return towards(case, first, last) / (last_year - first_year)


def trend_lines(rule: str, window: tuple[Point, ...], change: Fraction) -> tuple[Line, ...]:
    """The arithmetic common to the three rules."""
    return (
        ("rule", rule),
        ("first_year", window[0][0]),
        ("first_value", window[0][1]),
        ("latest_year", window[-1][0]),
        ("latest_value", window[-1][1]),
        ("mean_change_towards_target", float(change)),
    )


def by_direction(case: Case, window: tuple[Point, ...]) -> Judged:
    """A direction without a value: the mean change first, the last change second; standing still is not progress."""
    change = mean_change(case, window)
    last = towards(case, window[-2][1], window[-1][1])
    klass = DIRECTION[change > 0, last > 0]
    lines = (*trend_lines("direction", window, change), ("last_change_towards_target", float(last)))
    return Judged(klass, VERDICTS[klass], lines=lines)


def by_level(case: Case, window: tuple[Point, ...], final: str | None) -> Judged:
    """A value to be kept, already reached or just due: the level first, the mean change second."""
    change, reached = mean_change(case, window), meets(case, window[-1][1], case.target)
    klass = LEVEL_AND_TREND[reached, (change > 0) - (change < 0)]
    lines = trend_lines("level-and-trend", window, change)
    return Judged(klass, verdict_for(klass, VERDICTS, final), lines=lines, reached=reached)


def by_projection(case: Case, window: tuple[Point, ...], target: Decimal, target_year: int) -> Judged:
    """A value by a year: what the straight line leaves open in the target year, as a share of today's gap."""
    change = mean_change(case, window)
    gap = towards(case, window[-1][1], target)
    miss = 1 - change * (target_year - window[-1][0]) / gap
    measure = float(miss)
    klass = symbol(miss)
    lines: tuple[Line, ...] = (
        *trend_lines("projection", window, change),
        ("target_year", target_year),
        ("target_value", target),
        ("gap", float(gap)),
        ("miss", measure),
    )
    return Judged(klass, VERDICTS[klass], measure, THRESHOLDS, nearest_threshold(measure, THRESHOLDS), lines)


def symbol(miss: Fraction) -> str:
    """The symbol of a miss: 5 % and 20 % belong to sun-and-cloud, a gap that does not shrink is a thunderstorm."""
    if miss < SMALL_MISS:
        return SUN
    if miss <= LARGE_MISS:
        return SUN_AND_CLOUD
    return CLOUD if miss < NO_APPROACH else THUNDERSTORM
