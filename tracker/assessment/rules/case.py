"""What a published judging rule is given, and what it answers."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from operator import itemgetter
from typing import NamedTuple, TypeAlias

Point: TypeAlias = tuple[int, Decimal]  # a year and its figure
Line: TypeAlias = tuple[str, Decimal | float | int | str]  # one step of the arithmetic: its name and its value

MAGNITUDE = 100  # powers of ten; beyond them the ratio of two figures may overflow a float


class Case(NamedTuple):
    """One target with its yearly figures, holding only what a target file can declare."""

    points: tuple[Point, ...]
    target: Decimal | None
    target_year: int | None
    higher_is_better: bool
    base_year: int | None = None
    limit: Decimal | None = None
    keep_every_year: bool = False
    not_before: int | None = None


class Judged(NamedTuple):
    """A rule's answer: the owner's word, our verdict, the number behind both and how it came about."""

    klass: str | None
    verdict: str
    measure: float | None = None
    thresholds: tuple[tuple[str, float], ...] = ()
    margin: float | None = None
    lines: tuple[Line, ...] = ()
    reason: str | None = None
    reached: bool = False


def comparable(case: Case) -> tuple[Point, ...]:
    """The figures since the last series break, in order of years."""
    first = case.not_before
    return tuple(sorted((point for point in case.points if first is None or point[0] >= first), key=itemgetter(0)))


def obstacle(case: Case, points: tuple[Point, ...]) -> str | None:
    """Why no rule can work on these figures, as a code; None when they, the target and the limit are sound."""
    if not points:
        return "no_figures"
    if len({year for year, _ in points}) < len(points):
        return "repeated_year"
    numbers = (*(value for _, value in points), case.target, case.limit)
    return None if all(number is None or sound(number) for number in numbers) else "out_of_range"


def sound(value: Decimal) -> bool:
    """Whether a number is finite and of a size that can be calculated with."""
    return value.is_finite() and (value == 0 or abs(value.adjusted()) <= MAGNITUDE)


def towards(case: Case, first: Decimal | Fraction, last: Decimal | Fraction) -> Fraction:
    """The exact change from one value to another, positive when it goes the wanted way."""
    change = Fraction(last) - Fraction(first)
    return change if case.higher_is_better else -change


def meets(case: Case, value: Decimal, target: Decimal | None) -> bool:
    """Whether a value is at the target or beyond it on the wanted side."""
    return target is not None and towards(case, target, value) >= 0


def settled(case: Case, points: tuple[Point, ...], target_year: int | None) -> str | None:
    """`met` or `missed` by the first figure at or after the deadline; None while the target runs."""
    if case.target is None or target_year is None or case.keep_every_year:
        return None
    final = next((value for year, value in points if year >= target_year), None)
    if final is None:
        return None
    return "met" if meets(case, final, case.target) else "missed"


def nearest_threshold(measure: float, thresholds: tuple[tuple[str, float], ...]) -> float:
    """How far a measure stands from the nearest boundary between two classes, in the measure's own unit."""
    return min(abs(measure - bound) for _, bound in thresholds)


def class_at_least(measure: float, thresholds: tuple[tuple[str, float], ...], below: str) -> str:
    """The first class whose lower bound the measure reaches (bounds fall; a bound belongs to its class)."""
    return next((klass for klass, bound in thresholds if measure >= bound), below)


def not_judged(klass: str | None, reason: str, verdict: str | None = None, lines: tuple[Line, ...] = ()) -> Judged:
    """The answer of a rule that cannot speak; a deadline that has passed is settled by its figure all the same."""
    return Judged(klass, verdict or "unknown", lines=lines, reason=reason)


def verdict_for(klass: str, verdicts: Mapping[str, str], final: str | None) -> str:
    """Our verdict for an owner's class, unless the deadline's own figure has settled the matter."""
    return final or verdicts[klass]
