"""Whose gap it is: the gap of a sum shared out over its parts, which add up to the whole."""

from __future__ import annotations

from collections.abc import Container, Mapping
from decimal import Decimal
from typing import NamedTuple

from tracker.assessment.assess import Assessment, assess_from
from tracker.assessment.derived import Figures
from tracker.domain.formula import terms
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


def decompose(a: Assessment, figures: Figures) -> tuple[Part, ...]:
    """The parts of a sum's gap: against their own targets where they have one, else by last year's shares.

    Empty where the indicator is no sum, or last year's figures of a part without a target are missing. Where the parts'
    own targets do not add up to that of the sum, the difference is a part of its own.
    """
    formula = figures.portfolio.formulas.get(a.target.indicator)
    signed = terms(formula.expression) if formula else None
    if signed is None or a.latest is None or a.asked is None or a.standing.gap is None:
        return ()
    actual = {name: sign * in_unit(a, name) for sign, name in signed}
    promised = asked_of(a, figures, {name for _, name in signed})
    own = {name: sign * promised[name] for sign, name in signed if name in promised}
    rest = [name for _, name in signed if name not in own]
    left = a.asked.value - sum(own.values(), Decimal(0))
    shares = last_year(a, figures, {name: sign for sign, name in signed}, rest)
    if rest and not shares:
        return ()
    asked = {**own, **{name: left * shares[name] for name in rest}}
    basis = {name: "own-target" if name in own else "last-year-share" for name in asked}
    parts = tuple(Part(figures.portfolio.indicators[n].name, actual[n], asked[n], basis[n]) for _, n in signed)
    return parts if rest or not left else (*parts, Part(UNSHARED, Decimal(0), left, "targets-differ"))


def in_unit(a: Assessment, name: str) -> Decimal:
    """What a part brought in the period of the latest observation, in the unit of the sum."""
    figure = a.latest and next((f for f in a.latest.figures if f.indicator == name), None)
    if not figure or figure.value is None:
        return Decimal(0)
    return Quantity(figure.value, figure.unit).to(a.unit).number


def asked_of(a: Assessment, figures: Figures, parts: Container[str]) -> dict[str, Decimal]:
    """What the own target of each part that has one asks of it by the same day, in the unit of the sum."""
    if a.latest is None:
        return {}
    own: dict[str, Target] = {}
    for target in figures.portfolio.targets:
        if target.indicator in parts and matches(target, a):
            own.setdefault(target.indicator, target)
    judged = {name: assess_from(figures, target, a.latest.period.last) for name, target in own.items()}
    return {
        name: Quantity(mine.asked.value, mine.unit).to(a.unit).number for name, mine in judged.items() if mine.asked
    }


def matches(target: Target, a: Assessment) -> bool:
    """Whether a target is promised to the same end, and of the same kind."""
    same_end = any(s.by == a.stage.by and s.value is not None for s in target.stages)
    return target.of is a.target.of and same_end and target.in_force.on(a.as_of)


def last_year(a: Assessment, figures: Figures, signs: Mapping[str, int], names: list[str]) -> dict[str, Decimal]:
    """Each part's share in what these parts brought in the same period a year before; empty where one is missing."""
    if a.latest is None:
        return {}
    period = a.latest.period.a_year_before()
    brought: dict[str, Decimal] = {}
    for name in names:
        figure = figures.standing(name).get(period)
        if figure is None or figure.value is None:
            return {}
        brought[name] = signs[name] * Quantity(figure.value, figure.unit).to(a.unit).number
    whole = sum(brought.values(), Decimal(0))
    return {name: value / whole for name, value in brought.items()} if whole else {}
