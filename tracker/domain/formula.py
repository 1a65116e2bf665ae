"""Derived indicators: a small grammar of ids, numbers, + - * / and parentheses, worked out with units."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from operator import add, mul, sub, truediv
from typing import NamedTuple, TypeAlias

from tracker.domain.quantity import Quantity
from tracker.domain.units import DEFAULT, Unit

LONGEST, DEEPEST = 1000, 40
TOKEN = re.compile(
    r"\s*(?:(?P<number>\d{1,20}(?:\.\d{1,20})?(?![a-z0-9._]))|(?P<id>[a-z0-9][a-z0-9._-]{0,63})|(?P<sign>[-+*/()]))"
)
FORM = 'write ids with + - * / and parentheses, spaces around a minus: "city.steel.output + city.aluminium.output"'


class Reference(NamedTuple):
    """The indicator of that id."""

    id: str


class Constant(NamedTuple):
    """A pure number."""

    value: Decimal


class Operation(NamedTuple):
    """Two parts and what is done with them."""

    sign: str
    left: Expression
    right: Expression


Expression: TypeAlias = Reference | Constant | Operation
WORK: Mapping[str, Callable[[Quantity, Quantity], Quantity]] = {"+": add, "-": sub, "*": mul, "/": truediv}
STRENGTH = {"+": 1, "-": 1, "*": 2, "/": 2}
NUMBER = DEFAULT.find("index")


class Formula(NamedTuple):
    """How a derived indicator is worked out, and in which unit."""

    id: str
    expression: Expression
    unit: Unit

    def value(self, lookup: Callable[[str], Quantity]) -> Decimal:
        """The derived value; ValueError where units do not fit or something is divided by nothing."""
        return worked_out(self.expression, lookup).as_share(self.unit).number


def parse(text: str) -> Expression:
    """The expression a text says; ValueError tells where it cannot be read."""
    if len(text) > LONGEST:
        raise ValueError(f"a formula has at most {LONGEST} characters; declare parts of it as formulas of their own")
    tokens = list(tokenised(text))
    expression, rest = summed(tokens, 1, 0)
    if rest:
        raise ValueError(f"the formula cannot be read from {rest[0][1]!r} on; {FORM}")
    return expression


def tokenised(text: str) -> Iterator[tuple[str, str]]:
    """The signs of a text, each with its kind."""
    place = 0
    while place < len(text.rstrip()):
        found = TOKEN.match(text, place)
        if not found or not found.lastgroup:
            raise ValueError(f"the formula cannot be read from {text[place : place + 20].strip()!r} on; {FORM}")
        yield found.lastgroup, found[found.lastgroup]
        place = found.end()


Tokens: TypeAlias = list[tuple[str, str]]


def summed(tokens: Tokens, strength: int, depth: int) -> tuple[Expression, Tokens]:
    """Parts joined by signs of at least some strength, from left to right, and the tokens left over."""
    left, rest = single(tokens, depth)
    while rest and STRENGTH.get(rest[0][1], 0) >= strength:
        sign = rest[0][1]
        right, rest = summed(rest[1:], STRENGTH[sign] + 1, depth + 1)
        left = Operation(sign, left, right)
    return left, rest


def single(tokens: Tokens, depth: int) -> tuple[Expression, Tokens]:
    """One id, number, or part in parentheses."""
    if not tokens or depth > DEEPEST:
        raise ValueError(f"the formula ends too early; {FORM}" if not tokens else "the formula is nested too deeply")
    (kind, text), rest = tokens[0], tokens[1:]
    if kind == "number":
        return Constant(Decimal(text)), rest
    if kind == "id":
        return Reference(text), rest
    if text != "(":
        raise ValueError(f"an id or a number is wanted, not {text!r}; {FORM}")
    inner, rest = summed(rest, 1, depth + 1)
    if not rest or rest[0][1] != ")":
        raise ValueError(f"a closing parenthesis is missing; {FORM}")
    return inner, rest[1:]


def references(expression: Expression) -> list[str]:
    """The ids an expression speaks of, each once, in the order they stand in."""
    found: dict[str, None] = {}
    waiting = [expression]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Reference):
            found[part.id] = None
        elif isinstance(part, Operation):
            waiting += (part.right, part.left)
    return list(found)


def terms(expression: Expression, sign: int = 1) -> list[tuple[int, str]] | None:
    """The signed ids of a plain sum or difference; None where anything else is done with them."""
    if isinstance(expression, Reference):
        return [(sign, expression.id)]
    if isinstance(expression, Constant) or expression.sign not in "+-":
        return None
    left = terms(expression.left, sign)
    right = terms(expression.right, sign if expression.sign == "+" else -sign)
    return None if left is None or right is None else left + right


def worked_out(expression: Expression, lookup: Callable[[str], Quantity]) -> Quantity:
    """The value of an expression, with its unit."""
    if isinstance(expression, Reference):
        return lookup(expression.id)
    if isinstance(expression, Constant):
        return Quantity(expression.value, NUMBER)
    return WORK[expression.sign](worked_out(expression.left, lookup), worked_out(expression.right, lookup))


def cycle(formulas: Mapping[str, Formula]) -> tuple[str, ...]:
    """Formulas that need each other, in a ring; empty where there is none."""
    from graphlib import CycleError, TopologicalSorter

    needed = {name: references(formula.expression) for name, formula in formulas.items()}
    try:
        TopologicalSorter(needed).prepare()
    except CycleError as error:
        ring: list[str] = error.args[1]
        return tuple(reversed(ring))
    return ()
