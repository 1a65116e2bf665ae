"""Quantities: unlike units refused, percentage points kept apart, printed digits as evidence."""

from collections.abc import Callable
from decimal import Decimal
from operator import add, mul, sub, truediv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.quantity import Quantity, half_width, interval
from tracker.domain.units import DEFAULT

numbers = st.decimals(min_value="-1e9", max_value="1e9", places=3)


def of(text: str) -> Quantity:
    """A quantity from a number, a space and a unit."""
    number, unit = text.split(" ", 1)
    return Quantity(Decimal(number), DEFAULT.find(unit))


@pytest.mark.parametrize(
    ("left", "operation", "right", "result"),
    [
        ("10.21 bn CNY", add, "15 亿元", "11.71 bn CNY"),
        ("15 亿元", add, "10.21 bn CNY", "117.1 亿元"),
        ("10.21 bn CNY", sub, "2.1 亿元", "10.00 bn CNY"),
        ("12 户", add, "3 firms", "15 户"),
        ("41.5 %", sub, "50 %", "-8.5 pp"),
        ("41.5 %", add, "8.5 pp", "50.0 %"),
        ("8.5 pp", add, "41.5 %", "50.0 %"),
        ("41.5 %", sub, "1.5 pp", "40.0 %"),
        ("30 %", add, "12 %", "42 %"),
        ("2 pp", sub, "0.5 pp", "1.5 pp"),
        ("60 亿元", truediv, "12 bn CNY", "0.5 index"),
        ("200 亿元", mul, "37.2 %", "74.400 亿元"),
        ("37.2 %", mul, "200 亿元", "74.400 亿元"),
        ("200 亿元", mul, "1.5 times", "300.0 亿元"),
        ("30 亿元", truediv, "50 %", "60 亿元"),
        ("50 %", mul, "50 %", "25.00 %"),
        ("13000 MWh", truediv, "1 kt", "13000 kWh/t"),
        ("6 亿元", truediv, "3 万人", "2 亿元/万人"),
        ("500 万人", mul, "6.5 ‰", "3.2500 万人"),
        ("3 USD", add, "2 USD", "5 USD"),
    ],
)
def test_arithmetic_keeps_units(left: str, operation: Callable[..., Quantity], right: str, result: str):
    """The result is in the unit of the first, in points, or in a pure number, as its kind asks."""
    assert str(operation(of(left), of(right))) == result


@pytest.mark.parametrize(
    ("left", "operation", "right", "complaint"),
    [
        ("1 t", add, "1 亿元", "亿元 (money-CNY) cannot be added to t (mass); unlike kinds never mix"),
        ("1 t", sub, "1 亿元", "亿元 (money-CNY) cannot be taken from t (mass); unlike kinds never mix"),
        ("1 t", add, "1 t/yr", "t/yr (mass-per-year) cannot be added to t (mass); unlike kinds never mix"),
        ("1 USD", add, "1 元", "CNY (money-CNY) cannot be added to USD (money-USD); unlike kinds never mix"),
        ("1 m RWF", add, "1 m CHF", "m CHF (money-CHF) cannot be added to m RWF (money-RWF); unlike kinds never mix"),
        ("1 pp", sub, "1 %", "% (percent) cannot be taken from pp (pp); unlike kinds never mix"),
        ("1 t", mul, "1 t", "t (mass) cannot be multiplied by t (mass); one must be a share"),
        ("1 t", truediv, "0 kt", "t (mass) cannot be divided by zero"),
        ("1 t", truediv, "0 %", "t (mass) cannot be divided by zero"),
    ],
)
def test_unlike_kinds_never_mix(left: str, operation: Callable[..., Quantity], right: str, complaint: str):
    """The refusal names both units and their kinds."""
    with pytest.raises(ValueError, match="cannot be") as refusal:
        operation(of(left), of(right))
    assert str(refusal.value) == complaint


def test_a_plain_number_multiplies_and_divides():
    """Twice and half an amount are amounts."""
    assert str(of("10.5 t") * 2) == "21.0 t"
    assert str(of("10.5 t") / Decimal(2)) == "5.25 t"
    with pytest.raises(ValueError, match="divided by zero"):
        of("10.5 t") / 0


def test_a_share_of_a_whole_is_in_per_cent():
    """3 of 12 is a quarter, whatever unit each is in."""
    assert of("3 亿元").share_of(of("1.2 bn CNY")) == Quantity(Decimal(3) / 12 * 100, DEFAULT.find("%"))


@pytest.mark.parametrize(("whole", "complaint"), [("0 亿元", "divided by zero"), ("1 t", "cannot be a share of t")])
def test_a_share_needs_a_whole_of_its_kind(whole: str, complaint: str):
    """A share of nothing, or of something else, is no share."""
    with pytest.raises(ValueError, match=complaint):
        of("3 亿元").share_of(of(whole))


def test_a_quantity_prints_plain_digits():
    """No exponent reaches the reader: 90 万千瓦 are 900 MW."""
    assert str(of("90 万千瓦").to(DEFAULT.find("MW"))) == "900 MW"


@pytest.mark.parametrize("number", ["NaN", "sNaN", "Infinity", "1E+51", "1E-51", "1E+999999"])
def test_a_quantity_is_a_plain_number(number: str):
    """What cannot be reckoned with is refused at the door."""
    with pytest.raises(ValueError, match="write a plain number"):
        Quantity(Decimal(number), DEFAULT.find("t"))


def test_zero_with_very_many_decimal_places_is_zero():
    """A third of nothing, and again: 0E-28 x 0E-28 has 56 decimal places and is no size that is out of reach."""
    third_of_nothing = Quantity(Decimal("0E-28"), DEFAULT.find("index"))
    assert third_of_nothing * third_of_nothing == Quantity(Decimal(0), DEFAULT.find("index"))


@given(numbers, numbers)
def test_percentages_differ_in_points(one: Decimal, other: Decimal):
    """A difference of percentages never prints %, and added back gives the first."""
    left, right = Quantity(one, DEFAULT.find("%")), Quantity(other, DEFAULT.find("%"))
    assert str(left - right).endswith(" pp")
    assert right + (left - right) == left


@given(numbers, numbers)
def test_a_sum_less_a_part_is_the_rest(one: Decimal, other: Decimal):
    """Across units of a kind, adding and taking away undo each other."""
    steel, coal = Quantity(one, DEFAULT.find("亿元")), Quantity(other, DEFAULT.find("万元"))
    assert ((steel + coal) - coal).number == one


@pytest.mark.parametrize(
    ("number", "half"), [("10.21", "0.005"), ("10.20", "0.005"), ("1100", "0.5"), ("9.0E+2", "5"), ("-3.5", "0.05")]
)
def test_half_width_is_half_of_the_last_printed_digit(number: str, half: str):
    """Trailing zeros that are printed count; those an exponent stands for do not."""
    assert half_width(Decimal(number)) == Decimal(half)


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value="-1e30", max_value="1e30"))
def test_half_width_is_above_nothing(number: Decimal):
    """Every printed figure leaves something open."""
    assert half_width(number) > 0


@pytest.mark.parametrize("number", ["NaN", "Infinity"])
def test_half_width_needs_a_number(number: str):
    """What has no digits has no last one."""
    with pytest.raises(ValueError, match="no last digit"):
        half_width(Decimal(number))


def test_an_interval_holds_all_that_prints_alike():
    """10.21 stands for 10.205 to 10.215."""
    assert interval(Decimal("10.21")) == (Decimal("10.21") - Decimal("0.005"), Decimal("10.21") + Decimal("0.005"))


@given(numbers)
def test_an_interval_survives_conversion(number: Decimal):
    """The digits kept by a conversion leave open the same amount in either unit."""
    source, wanted = DEFAULT.find("亿元"), DEFAULT.find("bn CNY")
    converted = Quantity(number, source).to(wanted)
    assert interval(converted.number) == tuple(Quantity(end, source).to(wanted).number for end in interval(number))
