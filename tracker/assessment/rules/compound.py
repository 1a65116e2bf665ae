"""Compound yearly growth since a base year, as Eurostat and Open SDG measure progress."""

from decimal import Decimal
from math import isfinite
from typing import NamedTuple

from tracker.assessment.rules.case import Case, Line, Point

NEARLY_ZERO = Decimal("0.001")  # growth from or to zero is undefined; both owners put this in its place


class Pace(NamedTuple):
    """Growth seen and growth needed, both as shares a year; `observed` is positive when it goes the wanted way."""

    observed: float | None = None
    required: float | None = None
    ratio: float | None = None
    lines: tuple[Line, ...] = ()
    reason: str | None = None


def nudged(value: Decimal) -> Decimal:
    """The value, with zero replaced by a number near it."""
    return value or NEARLY_ZERO


def growth_rate(first: Decimal, last: Decimal, years: int) -> float | None:
    """`(last / first) ** (1 / years) - 1`; None where that is no real, finite number."""
    try:
        rate = (float(last) / float(first)) ** (1 / years) - 1
    except ArithmeticError:
        return None
    return rate if isinstance(rate, float) and isfinite(rate) else None


def observed_pace(case: Case, start: Point, latest: Point) -> Pace:
    """The growth from the base to the latest figure, signed by the wanted direction and by the sign of the base."""
    base, current = nudged(start[1]), latest[1]
    lines: tuple[Line, ...] = (
        ("base_year", start[0]),
        ("base_value", base),
        ("latest_year", latest[0]),
        ("latest_value", current),
    )
    if latest[0] <= start[0]:
        return Pace(lines=lines, reason="few_figures")
    if (base > 0 > current) or (base < 0 < current):
        return Pace(lines=lines, reason="sign_change")
    rate = growth_rate(base, current, latest[0] - start[0])
    if rate is None:
        return Pace(lines=lines, reason="out_of_range")
    observed = (1 if base > 0 else -1) * (1 if case.higher_is_better else -1) * rate
    return Pace(observed=observed, lines=(*lines, ("observed_growth", observed)))


def pace_to_target(case: Case, start: Point, latest: Point, target: Decimal, target_year: int) -> Pace:
    """The growth observed over the growth required from the base to the target: `R = observed / |required|`."""
    seen = observed_pace(case, start, latest)
    if seen.observed is None:
        return seen
    lines: tuple[Line, ...] = (*seen.lines, ("target_year", target_year), ("target_value", target))
    base = nudged(start[1])
    if target_year <= start[0]:
        return Pace(seen.observed, lines=lines, reason="target_year_not_after_base")
    if (base > 0 > target) or (base < 0 < target):
        return Pace(seen.observed, lines=lines, reason="target_sign_change")
    required = growth_rate(base, target, target_year - start[0])
    if required is None:
        return Pace(seen.observed, lines=lines, reason="out_of_range")
    lines = (*lines, ("required_growth", required))
    if required == 0:
        return Pace(seen.observed, required, lines=lines, reason="target_is_base")
    ratio = seen.observed / abs(required)
    return Pace(seen.observed, required, ratio, (*lines, ("ratio", ratio)))
