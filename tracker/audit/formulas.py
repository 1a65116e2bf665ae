"""Figures printed for a derived indicator, against what its formula makes of its parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import TypeAlias

from tracker.audit.findings import Finding, How, Outcome, Side, evidence, lacking, level, tie, worked
from tracker.audit.interval import OPEN, Interval, decimal
from tracker.audit.ledger import Ledger, Slot
from tracker.domain.formula import WORK, Constant, Expression, Formula, Operation, Reference, references, terms
from tracker.domain.quantity import Quantity, interval
from tracker.domain.series import Actual
from tracker.domain.units import DEFAULT

Ends: TypeAlias = tuple[Quantity, Quantity]
NUMBER = DEFAULT.find("index")


def formulas(ledger: Ledger) -> Iterator[Finding]:
    """Part and whole, differences to a peer and every other formula, wherever the result is printed too."""
    for indicator, slot, actual in ledger.figures():
        formula = ledger.portfolio.formulas.get(indicator.id)
        if actual.value is None:
            continue
        if formula:
            yield against_parts(ledger, formula, slot, actual)
        elif indicator.unit.kind == "pp":
            place = (indicator.id, slot.printed)
            yield Finding("difference", Outcome.NOT_COMPUTABLE, *place, level(actual), None, "needs-formula")


def check_of(formula: Formula) -> str:
    """What a formula is called: a sum, a difference in percentage points, or just a formula."""
    if formula.unit.kind == "pp":
        return "difference"
    return "sum" if terms(formula.expression) else "formula"


def against_parts(ledger: Ledger, formula: Formula, slot: Slot, actual: Actual) -> Finding:
    """One printed result, against its parts."""
    place, check = (formula.id, slot.printed), check_of(formula)
    names = tuple(dict.fromkeys(references(formula.expression)))
    found = {name: part for name in names if (part := ledger.standing(name, slot, actual))}
    missing = [name for name in names if name not in found]
    if missing:
        return lacking(check, place, level(actual), *missing)
    return tie(check, place, level(actual), derived(formula, found))


def derived(formula: Formula, parts: Mapping[str, Actual]) -> Side:
    """What a formula makes of its parts; open where a part is a limit only or something may be divided by zero."""
    backing = tuple(evidence(part) for part in parts.values())
    how = written(formula.expression, parts)
    if any(part.bound for part in parts.values()):
        return worked(OPEN, formula.unit, backing, how)
    try:
        low, high = (in_unit(end, formula) for end in ends_of(formula.expression, parts))
    except (ArithmeticError, ValueError):
        return worked(OPEN, formula.unit, backing, how)
    return worked(Interval(low, high), formula.unit, backing, how, middle(formula, parts, low, high))


def middle(formula: Formula, parts: Mapping[str, Actual], low: Fraction, high: Fraction) -> Decimal:
    """The result of the digits as printed."""
    try:
        return formula.value(lambda name: Quantity(parts[name].value or Decimal(0), parts[name].unit))
    except (ArithmeticError, ValueError):
        return decimal((low + high) / 2)


def in_unit(end: Quantity, formula: Formula) -> Fraction:
    """One end in the unit of the formula, as `Formula.value` gives it."""
    return Fraction(end.as_share(formula.unit).number)


def ends_of(expression: Expression, parts: Mapping[str, Actual]) -> Ends:
    """The least and greatest value; an id that stands twice widens them, so that no alarm is false."""
    if isinstance(expression, Constant):
        return Quantity(expression.value, NUMBER), Quantity(expression.value, NUMBER)
    if isinstance(expression, Reference):
        part = parts[expression.id]
        low, high = interval(part.value or Decimal(0))
        return Quantity(low, part.unit), Quantity(high, part.unit)
    left, right = ends_of(expression.left, parts), ends_of(expression.right, parts)
    if expression.sign == "/" and right[0].number <= 0 <= right[1].number:
        raise ZeroDivisionError
    found = sorted((WORK[expression.sign](a, b) for a, b in product(left, right)), key=lambda q: q.number)
    return found[0], found[-1]


def written(expression: Expression, parts: Mapping[str, Actual]) -> How:
    """An expression with the printed figures in place of the ids."""
    if isinstance(expression, Constant):
        return (Quantity(expression.value, NUMBER),)
    if isinstance(expression, Reference):
        return (Quantity(parts[expression.id].value or Decimal(0), parts[expression.id].unit),)
    left, right = (inside(side, expression, parts) for side in (expression.left, expression.right))
    return (*left, expression.sign.replace("*", "×"), *right)


def inside(part: Expression, whole: Operation, parts: Mapping[str, Actual]) -> How:
    """A part of an expression, in parentheses where they are needed."""
    text = written(part, parts)
    needed = isinstance(part, Operation) and (part is whole.right or part.sign in "+-") and whole.sign != "+"
    return ("(", *text, ")") if needed else text
