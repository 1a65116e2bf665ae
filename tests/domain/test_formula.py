"""Derived indicators: the grammar, the units, and what is refused."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.domain.formula import Constant, Expression, Formula, Operation, Reference, cycle, parse, references, terms
from tracker.domain.quantity import Quantity
from tracker.domain.units import DEFAULT

D = Decimal
MONEY, TONNES, PERCENT, NUMBER = (DEFAULT.find(name) for name in ("亿元", "万吨", "%", "index"))


def test_an_id_keeps_its_dots_and_hyphens():
    """A minus between two ids stands between blanks; a hyphen inside one is part of it."""
    found = parse("city.steel-aluminium.output - city.steel.output")
    assert found == Operation("-", Reference("city.steel-aluminium.output"), Reference("city.steel.output"))


def test_strength_and_order_of_the_signs():
    """Products before sums, and from left to right: (a - (b * c)) - d."""
    product = Operation("*", Reference("b"), Reference("c"))
    assert parse("a - b * c - d") == Operation("-", Operation("-", Reference("a"), product), Reference("d"))


def test_parentheses_go_first():
    """(a + b) / 2."""
    assert parse("(a + b) / 2") == Operation("/", Operation("+", Reference("a"), Reference("b")), Constant(D(2)))


def test_a_share_of_two_amounts_is_given_in_per_cent():
    """28.7 of 76.8 is 37.37 %."""
    formula = Formula("share", parse("part / whole"), PERCENT)
    amounts = {"part": Quantity(D("28.7"), MONEY), "whole": Quantity(D("76.8"), MONEY)}
    assert formula.value(amounts.__getitem__) == D("28.7") / D("76.8") * 100


def test_parts_in_other_units_of_a_kind_are_converted():
    """10 bn CNY and 7650 ten-thousands are 100 + 0.765 hundred millions."""
    formula = Formula("sum", parse("a + b"), MONEY)
    amounts = {"a": Quantity(D(10), DEFAULT.find("bn CNY")), "b": Quantity(D(7650), DEFAULT.find("万元"))}
    assert formula.value(amounts.__getitem__) == D(100) + D("0.765")


def test_money_and_tonnes_are_not_added():
    """Unlike kinds never mix."""
    formula = Formula("sum", parse("a + b"), MONEY)
    amounts = {"a": Quantity(D(1), MONEY), "b": Quantity(D(1), TONNES)}
    with pytest.raises(ValueError, match="cannot be added"):
        formula.value(amounts.__getitem__)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "the formula ends too early"),
        ("a +", "the formula ends too early"),
        ("(a + b", "a closing parenthesis is missing"),
        ("a b", "cannot be read from 'b' on"),
        ("a + __import__('os')", "cannot be read from"),
        ("a ** b", r"an id or a number is wanted, not '\*'"),
        ("open(a)", r"cannot be read from '\(' on"),
        ("a; b", "cannot be read from '; b' on"),
        ("(" * 50 + "a" + ")" * 50, "nested too deeply"),
        ("a + " * 400 + "a", "at most 1000 characters"),
    ],
)
def test_what_is_no_formula_says_where(text: str, complaint: str):
    """Nothing but ids, numbers, four signs and parentheses is read, and nothing is ever run."""
    with pytest.raises(ValueError, match=complaint):
        parse(text)


def test_a_plain_sum_has_signed_terms():
    """`a - (b - c)` is `a - b + c`."""
    assert terms(parse("a - (b - c)")) == [(1, "a"), (-1, "b"), (1, "c")]


def test_a_product_is_no_plain_sum():
    """Its parts cannot share a gap out."""
    assert terms(parse("a + 2 * b")) is None


def test_a_ring_of_formulas_is_named():
    """`a` needs `b`, `b` needs `c`, `c` needs `a`."""
    ring = {name: Formula(name, parse(needs), NUMBER) for name, needs in (("a", "b"), ("b", "c + d"), ("c", "a"))}
    assert cycle(ring) == ("a", "b", "c", "a")


def test_formulas_on_formulas_are_no_ring():
    """`a` needs `b` twice, `b` needs what is published."""
    line = {"a": Formula("a", parse("b + b"), NUMBER), "b": Formula("b", parse("x"), NUMBER)}
    assert cycle(line) == ()


LEAVES = st.integers(1, 999).map(lambda n: (str(n), Fraction(n)))


def joined(parts: tuple[tuple[str, Fraction], str, tuple[str, Fraction]]) -> tuple[str, Fraction]:
    """Two parts in parentheses and what they come to."""
    (left, a), sign, (right, b) = parts
    work = {"+": a + b, "-": a - b, "*": a * b, "/": a / b if b else Fraction(1)}
    return f"({left} {sign if sign != '/' or b else '*'} {right})", work[sign] if sign != "/" or b else a * b


TREES = st.recursive(LEAVES, lambda inner: st.tuples(inner, st.sampled_from("+-*/"), inner).map(joined), max_leaves=8)


@given(TREES)
@settings(max_examples=200)
def test_arithmetic_agrees_with_fractions(tree: tuple[str, Fraction]):
    """Any expression of numbers comes to what exact fractions come to."""
    text, exact = tree
    found = Formula("x", parse(text), NUMBER).value(lambda _: Quantity(D(0), NUMBER))
    assert abs(Fraction(found) - exact) <= abs(exact) * Fraction(1, 10**20) + Fraction(1, 10**20)


@given(st.text(max_size=60))
def test_no_text_does_anything_but_parse_or_be_refused(text: str):
    """ValueError is the only way out."""
    try:
        found: Expression = parse(text)
    except ValueError:
        return
    assert all(name for name in references(found))
