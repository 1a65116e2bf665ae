"""What a check finds: two sides that must tie, what each rests on, and whether they do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeAlias

from tracker.audit.interval import OPEN, Interval, decimal, exactly, limited
from tracker.domain.location import Location
from tracker.domain.quantity import Quantity
from tracker.domain.series import PROVISIONAL, Actual, Bound, Vintage
from tracker.domain.units import DEFAULT, Unit, difference_unit

How: TypeAlias = tuple[str | Quantity, ...]
"""A sum as it is written: amounts with the signs and parentheses between them."""
PERCENT = DEFAULT.find("%")


class Outcome(StrEnum):
    """Whether two sides tie; worst first. Conditional: they do not, and there is a known reason they need not."""

    FAILS = "fails"
    CONDITIONAL = "conditional"
    HOLDS = "holds"
    NOT_COMPUTABLE = "not-computable"


ORDER = tuple(Outcome)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a number stands: the line, and for a figure its document, place in it, period and vintage."""

    indicator: str
    location: Location
    period: str | None = None
    source: str | None = None
    locator: str | None = None
    vintage: Vintage | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a tie: its number, what it rests on, and how it is to be read.

    A printed number stands for an interval or for all beyond a limit, an `exact` one for itself; what is worked out
    has the interval it was given and the sum that yields it.
    """

    number: Decimal | None
    unit: Unit
    evidence: tuple[Evidence, ...] = ()
    how: How = ()
    given: Interval | None = None
    bound: Bound | None = None
    exact: bool = False

    @property
    def span(self) -> Interval:
        """All it may stand for."""
        if self.given is not None:
            return self.given
        if self.number is None:
            return OPEN
        return exactly(self.number) if self.exact else limited(self.number, self.bound)

    @property
    def reckoning(self) -> str:
        """The sum that yields it, in the units of the figures; empty where it is printed as it is."""
        return joined(
            str(part) if isinstance(part, str) or part.unit.kind != "index" else f"{part.number:f}" for part in self.how
        )


@dataclass(frozen=True, slots=True)
class Finding:
    """One tie that was looked at; `code` says why the outcome is what it is, with its facts."""

    check: str
    outcome: Outcome
    indicator: str
    period: str
    left: Side | None
    right: Side | None
    code: str
    facts: tuple[tuple[str, Any], ...] = ()

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What both sides rest on."""
        return tuple(e for side in (self.left, self.right) if side for e in side.evidence)

    @property
    def indicators(self) -> frozenset[str]:
        """Every indicator that has a part in it."""
        return frozenset({self.indicator, *(e.indicator for e in self.evidence)})

    @property
    def difference(self) -> Quantity | None:
        """How far the left number lies above the right one; of percentages, in percentage points."""
        if self.left is None or self.right is None or self.left.number is None or self.right.number is None:
            return None
        return amount(self.left.number - self.right.number, difference_unit(self.left.unit))


def evidence(actual: Actual) -> Evidence:
    """Where one figure stands."""
    a = actual
    return Evidence(a.indicator, a.location, a.printed_period, a.source, a.locator, a.vintage)


def level(actual: Actual) -> Side:
    """The value of a figure as one side; a place among others is exact."""
    place = actual.unit.kind == "rank" and actual.bound is None
    return Side(actual.value, actual.unit, (evidence(actual),), bound=actual.bound, exact=place)


def rate(actual: Actual, growth: Decimal) -> Side:
    """The growth, or another percentage, that a figure prints as one side."""
    return Side(growth, PERCENT, (evidence(actual),))


def fixed(number: Decimal | int, unit: Unit, *backing: Evidence) -> Side:
    """A number that is exact by its meaning, such as 100 %."""
    return Side(Decimal(number), unit, backing, exact=True)


def joined(parts: Iterable[str]) -> str:
    """The parts of a sum in one line, close to its parentheses."""
    return " ".join(parts).replace("( ", "(").replace(" )", ")")


def between(sign: str, amounts: Iterable[Quantity]) -> How:
    """Amounts with a sign between them."""
    return tuple(part for amount in amounts for part in (sign, amount))[1:]


def worked(span: Interval, unit: Unit, parts: tuple[Evidence, ...], how: How, number: Decimal | None = None) -> Side:
    """A side worked out from figures; its number is the one the printed digits give, or else the middle.

    What is too large or too small to be an amount of anything is open.
    """
    if number is None and span.closed:
        number = decimal((span.ends[0] + span.ends[1]) / 2)
    if number is not None and amount(number, unit) is None:
        return Side(None, unit, parts, how, OPEN)
    return Side(number, unit, parts, how, span)


def amount(number: Decimal, unit: Unit) -> Quantity | None:
    """A number with its unit; None where it is too large or too small to be reckoned with."""
    try:
        return Quantity(number, unit)
    except ValueError:
        return None


def provisional(*sides: Side | None) -> bool:
    """Whether any figure behind some sides may still change."""
    return any(e.vintage in PROVISIONAL for side in sides if side for e in side.evidence)


def tie(
    check: str, place: tuple[str, str], left: Side, right: Side, *, apart: str = "apart", **facts: object
) -> Finding:
    """Two sides that should be one number: they hold where their intervals meet, and wait for what is provisional.

    `place` is the indicator and the period the finding is filed under.
    """
    told = tuple(facts.items())
    if left.span.meets(right.span):
        closed = left.span.closed and right.span.closed  # a limit can contradict, never confirm
        outcome, code = (Outcome.HOLDS, "ties") if closed else (Outcome.NOT_COMPUTABLE, "limit-only")
        return Finding(check, outcome, *place, left, right, code, told)
    if provisional(left, right):
        return Finding(check, Outcome.CONDITIONAL, *place, left, right, "apart-provisional", told)
    return Finding(check, Outcome.FAILS, *place, left, right, apart, told)


def lacking(check: str, place: tuple[str, str], left: Side | None, *needed: str, right: Side | None = None) -> Finding:
    """A tie that cannot be worked out, and the indicators or periods whose figures it needs."""
    return Finding(check, Outcome.NOT_COMPUTABLE, *place, left, right, "needs", (("what", needed),))
