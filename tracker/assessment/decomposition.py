"""Whose gap it is: the gap of a sum shared out over its parts, which add up to the whole."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from tracker.assessment.assess import Assessment, assess
from tracker.assessment.derived import standing_figures
from tracker.domain.formula import terms
from tracker.domain.portfolio import Portfolio
from tracker.domain.quantity import Quantity
from tracker.domain.target import Target
from tracker.domain.words import Words


class Part(NamedTuple):
    """One part of a sum: what it brought, what was asked of it and why, and its own gap; in the unit of the sum."""

    name: Words
    actual: Decimal
    asked: Decimal
    basis: str

    @property
    def gap(self) -> Decimal:
        """How far it is above what was asked of it; below 0 where it is behind."""
        return self.actual - self.asked


UNSHARED = Words("各分项目标之和与总目标之差", "targets of the parts against that of the whole")


def decompose(a: Assessment, portfolio: Portfolio) -> tuple[Part, ...]:
    """The parts of a sum's gap: against their own targets where they have one, else by last year's shares.

    Empty where the indicator is no sum, or last year's figures of a part without a target are missing. Where the parts'
    own targets do not add up to that of the sum, the difference is a part of its own.
    """
    formula = portfolio.formulas.get(a.target.indicator)
    signed = terms(formula.expression) if formula else None
    if signed is None or a.latest is None or a.asked is None or a.standing.gap is None:
        return ()
    actual = {name: sign * in_unit(a, name) for sign, name in signed}
    own = {name: sign * own_asked for sign, name in signed if (own_asked := asked_of(a, portfolio, name)) is not None}
    rest = [name for _, name in signed if name not in own]
    left = a.asked.value - sum(own.values(), Decimal(0))
    shares = last_year(a, portfolio, {name: sign for sign, name in signed}, rest)
    if rest and not shares:
        return ()
    asked = {**own, **{name: left * shares[name] for name in rest}}
    basis = {name: "own-target" if name in own else "last-year-share" for name in asked}
    parts = tuple(Part(portfolio.indicators[n].name, actual[n], asked[n], basis[n]) for _, n in signed)
    return parts if rest or not left else (*parts, Part(UNSHARED, Decimal(0), left, "targets-differ"))


def in_unit(a: Assessment, name: str) -> Decimal:
    """What a part brought in the period of the latest observation, in the unit of the sum."""
    figure = a.latest and next((f for f in a.latest.figures if f.indicator == name), None)
    if not figure or figure.value is None:
        return Decimal(0)
    return Quantity(figure.value, figure.unit).to(a.unit).number


def asked_of(a: Assessment, portfolio: Portfolio, name: str) -> Decimal | None:
    """What a part's own target, to the same end, asks of it by the same day, in the unit of the sum."""
    target = next((t for t in portfolio.targets if matches(t, a, name)), None)
    if target is None or a.latest is None:
        return None
    mine = assess(target, portfolio, a.latest.period.last, a.known_at)
    return Quantity(mine.asked.value, mine.unit).to(a.unit).number if mine.asked else None


def matches(target: Target, a: Assessment, name: str) -> bool:
    """Whether a target is about a part, to the same end and of the same kind."""
    same_end = any(s.by == a.stage.by and s.value is not None for s in target.stages)
    return target.indicator == name and target.of is a.target.of and same_end and target.in_force.on(a.as_of)


def last_year(a: Assessment, portfolio: Portfolio, signs: Mapping[str, int], names: list[str]) -> dict[str, Decimal]:
    """Each part's share in what these parts brought in the same period a year before; empty where one is missing."""
    if a.latest is None:
        return {}
    period = a.latest.period.a_year_before()
    brought: dict[str, Decimal] = {}
    for name in names:
        figure = standing_figures(portfolio, name, a.known_at).get(period)
        if figure is None or figure.value is None:
            return {}
        brought[name] = signs[name] * Quantity(figure.value, figure.unit).to(a.unit).number
    whole = sum(brought.values(), Decimal(0))
    return {name: value / whole for name, value in brought.items()} if whole else {}
