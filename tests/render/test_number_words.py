"""Rounding half up, zeros that say nothing, and one of many."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.render.number_words import rounded, singular, without_zeros

DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30)


@pytest.mark.parametrize(
    ("value", "shown"), [("13.825", "13.8"), ("13.85", "13.9"), ("-13.85", "-13.9"), ("0.05", "0.1"), ("0.049", "0.0")]
)
def test_halves_are_rounded_away_from_nought(value: str, shown: str):
    """As people round, and not to the even neighbour."""
    assert str(rounded(Decimal(value), 1)) == shown


@given(DECIMALS, st.integers(0, 6))
def test_rounding_moves_a_number_by_half_a_digit_at_most(value: Decimal, places: int):
    """However many digits the number has."""
    assert abs(Fraction(rounded(value, places)) - Fraction(value)) <= Fraction(1, 2 * 10**places)


@given(DECIMALS)
def test_dropping_zeros_changes_no_value(value: Decimal):
    """Only how it is written; and no zero is left at the end behind the point."""
    short = without_zeros(value)
    assert short == value
    assert "." not in f"{short:f}" or not f"{short:f}".endswith("0")


@pytest.mark.parametrize(
    ("many", "one"), [("firms", "firm"), ("industries", "industry"), ("batches", "batch"), ("people", "people")]
)
def test_one_of_many_has_its_own_word(many: str, one: str):
    """1 firm, 2 firms."""
    assert singular(many) == one
