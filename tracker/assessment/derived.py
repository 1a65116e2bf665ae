"""Figures of derived indicators, worked out from the standing figures of their parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import partial

from tracker.domain.formula import Formula, references, terms
from tracker.domain.period import Period
from tracker.domain.portfolio import Portfolio
from tracker.domain.quantity import Quantity
from tracker.domain.series import Actual, Series, Vintage

LEAST_SETTLED_FIRST = tuple(Vintage)
"""A derived figure is as settled as its least settled part."""


def figures_of(portfolio: Portfolio, indicator: str) -> Series:
    """The series of an indicator as it was published; one without figures is empty."""
    return portfolio.series.get(indicator) or Series(indicator)


class Figures:
    """The standing figures of a workspace as known on one day; each indicator's are worked out once."""

    def __init__(self, portfolio: Portfolio, known_at: date | None) -> None:
        self.portfolio, self.known_at = portfolio, known_at
        self._published: dict[tuple[str, bool], dict[Period, Actual]] = {}
        self._derived: dict[str, dict[Period, Actual]] = {}
        self._undated: dict[str, tuple[Actual, ...]] = {}

    def standing(self, indicator: str, *, growth: bool = False) -> Mapping[Period, Actual]:
        """One figure a period: as published, or for a formula as worked out from its parts."""
        if indicator in self.portfolio.formulas:
            worked = self._worked_out(indicator)
            return {p: a for p, a in worked.items() if (a.growth if growth else a.value) is not None}
        if (indicator, growth) not in self._published:
            series = figures_of(self.portfolio, indicator)
            self._published[indicator, growth] = series.standing(self.known_at, growth=growth)
        return self._published[indicator, growth]

    def undated(self, indicator: str) -> tuple[Actual, ...]:
        """The figures whose year is not determined; a formula has none."""
        if indicator not in self._undated:
            self._undated[indicator] = tuple(figures_of(self.portfolio, indicator).undated(self.known_at))
        return self._undated[indicator]

    def _worked_out(self, indicator: str) -> dict[Period, Actual]:
        """The figures of a formula; those of the formulas it is made of come first, however many stand in a row."""
        formulas, waiting = self.portfolio.formulas, [indicator]
        while waiting:
            names = references(formulas[waiting[-1]].expression)
            if waiting[-1] in self._derived:
                waiting.pop()
            elif missing := [name for name in names if name in formulas and name not in self._derived]:
                waiting += missing
            else:
                formula = formulas[waiting.pop()]
                self._derived[formula.id] = joined(formula, {name: self.standing(name) for name in names})
        return self._derived[indicator]


def joined(formula: Formula, parts: Mapping[str, Mapping[Period, Actual]]) -> dict[Period, Actual]:
    """The figures of a formula for the periods for which all its parts have one."""
    shared = [p for p in next(iter(parts.values()), {}) if all(p in figures for figures in parts.values())]
    return {p: derive(formula, p, {name: figures[p] for name, figures in parts.items()}) for p in shared}


def derive(formula: Formula, period: Period, parts: Mapping[str, Actual]) -> Actual:
    """One derived figure; it has no value where it cannot be worked out."""
    used = tuple(parts.values())
    return Actual(
        indicator=formula.id,
        period=period,
        printed_period=str(period),
        value=None if any(a.bound for a in used) else worked_value(formula, parts),
        unit=formula.unit,
        location=used[0].location,
        growth=growth_of_sum(formula, parts),
        vintage=min((a.vintage for a in used), key=LEAST_SETTLED_FIRST.index),
        published=max((a.known_on for a in used if a.known_on), default=None),
        parts=used,
    )


def worked_value(formula: Formula, parts: Mapping[str, Actual]) -> Decimal | None:
    """The value of a formula, or None where it divides by nothing."""
    try:
        return formula.value(partial(quantity_of, parts))
    except (ArithmeticError, ValueError):
        return None


def quantity_of(parts: Mapping[str, Actual], name: str) -> Quantity:
    """One part with its unit."""
    part = parts[name]
    return Quantity(part.value if part.value is not None else Decimal(0), part.unit)


def growth_of_sum(formula: Formula, parts: Mapping[str, Actual]) -> Decimal | None:
    """Growth of a sum in %, its parts' growth weighted by their bases; never an average of rates."""
    signed = terms(formula.expression)
    if signed is None or any(parts[name].growth is None or parts[name].value is None for _, name in signed):
        return None
    now = [(sign * converted(formula, parts[name]), parts[name].growth) for sign, name in signed]
    return aggregate([(value, growth) for value, growth in now if growth is not None])


def converted(formula: Formula, part: Actual) -> Decimal:
    """A part's value in the unit of the sum."""
    return Quantity(part.value if part.value is not None else Decimal(0), part.unit).to(formula.unit).number


def aggregate(parts: Sequence[tuple[Decimal, Decimal]]) -> Decimal | None:
    """Growth in % of a sum of values, each with its own growth in %, from the bases these imply."""
    if any(growth <= -100 for _, growth in parts):  # noqa: PLR2004 -- per cent
        return None
    base = sum((value / (1 + growth / 100) for value, growth in parts), Decimal(0))
    return (sum((value for value, _ in parts), Decimal(0)) / base - 1) * 100 if base else None
