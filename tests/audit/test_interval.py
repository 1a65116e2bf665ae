"""Intervals of printed digits, and what sums, products and quotients make of them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.audit.interval import OPEN, Interval, decimal, difference, exactly, growth, limited, printed, total
from tracker.domain.series import Bound

NUMBERS = st.decimals(-1000, 1000, allow_nan=False, allow_infinity=False, places=2)


def test_a_printed_number_stands_for_half_a_digit_on_either_side():
    """The zero at the end is a digit too: 37.40 is narrower than 37.4."""
    assert printed(Decimal("37.4")) == Interval(Fraction("37.35"), Fraction("37.45"))
    assert printed(Decimal("37.40")) == Interval(Fraction("37.395"), Fraction("37.405"))


def test_a_limit_stands_for_all_that_lies_beyond_it():
    """More than 380 begins at 380 and has no end; less than has no beginning."""
    assert limited(Decimal(380), Bound.MORE_THAN) == Interval(Fraction(380), None)
    assert limited(Decimal(380), Bound.LESS_THAN) == Interval(None, Fraction(380))


def test_intervals_that_touch_meet():
    """A common end is a common value; no alarm where one is possible."""
    assert printed(Decimal(1)).meets(printed(Decimal(2)))
    assert not printed(Decimal("1.0")).meets(printed(Decimal("1.2")))


def test_an_open_interval_meets_all_that_lies_on_its_side():
    """What is more than 380 may be 400 and cannot be 370; nothing is known of what is open at both ends."""
    assert limited(Decimal(380), Bound.MORE_THAN).meets(printed(Decimal(400)))
    assert not limited(Decimal(380), Bound.MORE_THAN).meets(printed(Decimal(370)))
    assert OPEN.meets(printed(Decimal(370)))


def test_a_quotient_by_what_may_be_nothing_is_open():
    """0.0 stands for [-0.05, 0.05]."""
    assert printed(Decimal(5)) / printed(Decimal("0.0")) == OPEN


def test_a_product_of_negative_numbers_takes_the_right_ends():
    """(-2 to -1) times (3 to 4) is -8 to -3."""
    assert Interval(Fraction(-2), Fraction(-1)) * Interval(Fraction(3), Fraction(4)) == Interval(
        Fraction(-2) * 4, Fraction(-1) * 3
    )


def test_a_product_or_quotient_with_an_open_end_is_open():
    """Nothing is concluded from a limit by multiplying it."""
    assert limited(Decimal(4), Bound.MORE_THAN) * printed(Decimal(2)) == OPEN
    assert limited(Decimal(4), Bound.MORE_THAN) / printed(Decimal(2)) == OPEN


def test_a_sum_keeps_the_end_that_is_known():
    """More than 4 and 1 is more than 4.5."""
    assert total([limited(Decimal(4), Bound.MORE_THAN), printed(Decimal(1))]) == Interval(
        Fraction(4) + Fraction("0.5"), None
    )


def test_a_difference_takes_the_farthest_ends():
    """76.8 less 68.1 is 8.7 give or take two half digits."""
    assert difference(printed(Decimal("76.8")), printed(Decimal("68.1"))) == Interval(
        Fraction("76.75") - Fraction("68.15"), Fraction("76.85") - Fraction("68.05")
    )


def test_growth_is_in_per_cent_of_the_earlier_level():
    """From 100 to 108 is 8 %."""
    assert growth(exactly(108), exactly(100)) == exactly((108 - 100) * 100 // 100)


def test_an_open_interval_has_no_ends_to_ask_for():
    """It says what to give instead."""
    with pytest.raises(ValueError, match="not only a limit"):
        _ = OPEN.ends


@given(NUMBERS, NUMBERS)
def test_what_the_printed_numbers_give_lies_in_the_interval(a: Decimal, b: Decimal):
    """Sum, product and quotient of two printed numbers are always among those of their intervals."""
    one, other = printed(a), printed(b)
    assert (one + other).meets(exactly(a + b))
    assert (one * other).meets(exactly(a * b))
    assert b == 0 or (one / other).meets(Interval(Fraction(a) / Fraction(b), Fraction(a) / Fraction(b)))


@given(st.fractions(-1000, 1000))
def test_a_fraction_is_shown_as_the_nearest_decimal(value: Fraction):
    """28 digits are enough for show."""
    assert abs(Fraction(decimal(value)) - value) < Fraction(1, 10**20)
