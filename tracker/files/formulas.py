"""Derived indicators: each formula read, its ids and units checked, and rings of formulas named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import count

from tracker.domain.formula import Formula, cycle, parse, references
from tracker.domain.indicator import Indicator
from tracker.domain.quantity import Quantity
from tracker.files import build
from tracker.files.page import Row
from tracker.files.register import Register


def formulas_of(rows: Iterable[Row], register: Register, indicators: dict[str, Indicator]) -> dict[str, Formula]:
    """Every sound formula by its id; each becomes an indicator too, and they may stand in any order."""
    declared: dict[str, Row] = {}
    for row in rows:
        unit = register.unit_of(row)
        if register.new(row, indicators, "indicator") and unit:
            indicators[row["id"]] = build.indicator(row.values, unit, row.location)
            declared[row["id"]] = row
        elif not unit:
            register.mark_unsound("indicator", row["id"])
    read_ones = {name: formula for name, row in declared.items() if (formula := read(register, row, indicators))}
    if ring := cycle(read_ones):
        complaint = f"formulas need each other: {' -> '.join(ring)}"
        register.fault(declared[ring[0]], ("is",), "formula-ring", complaint, "break the ring")
        return {}
    return {name: formula for name, formula in read_ones.items() if fits(register, declared[name], formula, indicators)}


def read(register: Register, row: Row, indicators: Mapping[str, Indicator]) -> Formula | None:
    """One formula whose ids are all declared."""
    try:
        expression = parse(row["is"])
    except ValueError as error:
        complaint, _, help_ = str(error).partition("; ")
        register.fault(row, ("is",), "bad-formula", complaint, help_)
        return None
    needed = dict.fromkeys(references(expression))
    for name in needed:
        if not register.has(name, "indicator", indicators):
            register.unknown(row, ("is",), name, indicators, "indicator")
    whole = all(name in indicators for name in needed)
    return Formula(row["id"], expression, indicators[row["id"]].unit) if whole else None


def fits(register: Register, row: Row, formula: Formula, indicators: Mapping[str, Indicator]) -> bool:
    """Whether the units of the parts give the unit declared; tried with numbers, which must not be alike."""
    trial: Iterator[int] = count(2)
    try:
        formula.value(lambda name: Quantity(Decimal(next(trial)), indicators[name].unit))
    except ValueError as error:
        complaint, _, help_ = str(error).partition("; ")
        help_ = help_ or "see that both sides are of one kind"
        register.fault(row, ("is",), "formula-units", complaint, help_)
        return False
    return True
