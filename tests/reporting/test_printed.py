"""Figures as people type them: every digit is kept, and what is no number is not made one."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.reporting.printed import blank, number, value_and_rank


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("12.50", "12.50"),
        (" 1,234.5 ", "1234.5"),
        ("１２．５", "12.5"),
        ("1，234", "1234"),
        ("+83.7", "83.7"),
        ("−3.5", "-3.5"),
        ("－3.5", "-3.5"),
        ("007", "007"),
    ],
)
def test_a_number_keeps_its_digits(text: str, said: str):
    """Grouping, plus signs and widths go; zeros stay."""
    assert number(text) == said


@pytest.mark.parametrize(
    "text",
    ["", "-", "12,34", "1,2345", "1e9", "12.", ".5", "1.2.3", "约12", "12万", "NaN", "1" * 31, "١٢", "1 234", "0x1"],
)
def test_what_is_no_number_is_refused(text: str):
    """Words, exponents, wrong grouping, digits of other scripts, and more digits than anything has."""
    with pytest.raises(ValueError, match="is not a number"):
        number(text)


@pytest.mark.parametrize("text", ["", " ", "-", "—", "——", "－", "…", "……", "...", "/", "\u3000"])
def test_no_figure_is_no_zero(text: str):
    """Dashes and dots in the place of a figure."""
    assert blank(text)


@pytest.mark.parametrize("text", ["0", "0.0", "-1", "x", "。"])
def test_anything_else_is_not_blank(text: str):
    """A zero is a figure."""
    assert not blank(text)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("12.3 (4)", ("12.3", {"in_brackets": "4"})),
        ("12.3（第4位）", ("12.3", {"rank": "4"})),
        ("- (4)", ("-", {"in_brackets": "4"})),
        ("12.3", ("12.3", {})),
        ("(4)", ("(4)", {})),
        ("12.3⑷", ("12.3", {})),
    ],
)
def test_a_rank_in_brackets(text: str, parts: tuple[str, dict[str, str]]):
    """Behind the value, in any width; a number alone is none, and a mark of a footnote neither."""
    assert value_and_rank(text) == parts


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=4))
def test_what_is_printed_grouped_is_read_back(value: Decimal):
    """A number with and without its commas."""
    assert Decimal(number(f"{value:,f}")) == Decimal(number(f"{value:f}")) == value
