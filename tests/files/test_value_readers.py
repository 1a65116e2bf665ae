"""Amounts and times are read exactly, or it is said what to write instead."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.period import Period
from tracker.domain.period_text import FORMS
from tracker.domain.target import Tolerance
from tracker.files.guard import Illegible
from tracker.files.shapes import Reader
from tracker.files.slips import Unreadable
from tracker.files.text_readers import text
from tracker.files.value_readers import day, number, period, tolerance, whole


def _slip(reader: Reader, raw: object) -> tuple[str, str, str]:
    """The code, complaint and help of the one slip."""
    with pytest.raises(Unreadable) as caught:
        reader.read(raw)
    [slip] = caught.value.slips
    return slip.code, slip.complaint, slip.help


NUMBER, SHARE, COUNT, DAY, PERIOD, TOLERANCE = (
    number(""),
    number("", 0, 1),
    whole("", 1),
    day(""),
    period(""),
    tolerance(""),
)
NO_NUMBER = "write a number without quotes; leave the key out when the value is not known"
A_DAY = "write a day as 2022-10-09, without quotes"
A_PERIOD = 'write it in quotes: "2025-Q1", "2025-10", "2021/2025"'
A_TOLERANCE = 'write "5%", "2pp" or a number'
PLAIN = "write a plain number up to 10^30, of at most 40 characters; leave out a key whose value is not known"


def test_a_number_is_a_decimal_with_its_digits():
    """Whole numbers too."""
    assert [str(NUMBER.read(raw)) for raw in (10, Decimal("10.20"), -(10**30))] == ["10", "10.20", "-1" + "0" * 30]


def test_bounds_are_included():
    """A share may be nothing or all."""
    assert (SHARE.read(0), SHARE.read(Decimal("1.0"))) == (0, 1)


def test_a_whole_number_may_be_printed_with_a_point():
    """12.0 is twelve."""
    assert COUNT.read(Decimal("12.0")) == 12


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("5%", Tolerance(Decimal(5), relative=True)),
        (" 2.5 % ", Tolerance(Decimal("2.5"), relative=True)),
        ("2pp", Tolerance(Decimal(2), relative=False)),
        ("20", Tolerance(Decimal(20), relative=False)),
        (20, Tolerance(Decimal(20), relative=False)),
        (Decimal("0.5"), Tolerance(Decimal("0.5"), relative=False)),
    ],
)
def test_a_tolerance_is_a_share_or_an_amount(raw: object, read: Tolerance):
    """Only the percent sign makes it a share of the value."""
    assert TOLERANCE.read(raw) == read


@pytest.mark.parametrize(
    ("raw", "canonical"),
    [("2025-Q1", "2025-Q1"), ("2025年1-10月", "2025-01/2025-10"), (2022, "2022"), (date(2022, 10, 9), "2022-10-09")],
)
def test_a_period_is_text_a_year_or_a_day(raw: object, canonical: str):
    """A bare year and a bare day are clear enough."""
    assert PERIOD.read(raw) == Period.parse(canonical)


def test_a_day_is_a_local_date():
    """As TOML writes it."""
    assert DAY.read(date(2022, 10, 9)) == date(2022, 10, 9)


@pytest.mark.parametrize(
    ("reader", "raw", "slip"),
    [
        (NUMBER, "60%", ("wrong-type", 'a number is wanted, not the text "60%"', 'write 60 and unit = "%"')),
        (
            NUMBER,
            "≥ 1,200.5 亿元",
            ("wrong-type", 'a number is wanted, not the text "≥ 1,200.5 亿元"', 'write 1200.5 and unit = "亿元"'),
        ),
        (
            NUMBER,
            "１２．５",
            ("wrong-type", 'a number is wanted, not the text "１２．５"', "write 12.5, without quotes"),
        ),
        (NUMBER, "—", ("wrong-type", 'a number is wanted, not the text "—"', NO_NUMBER)),
        (NUMBER, True, ("wrong-type", "a number is wanted, not true or false", "")),
        (NUMBER, date(2022, 1, 1), ("wrong-type", "a number is wanted, not a day", "")),
        (NUMBER, 10**30 + 1, ("bad-number", "the number is larger than 10^30", "write it in a larger unit")),
        (NUMBER, Illegible("nan"), ("bad-number", '"nan" is not a number that can be used', PLAIN)),
        (DAY, Illegible("1e99"), ("bad-number", '"1e99" is not a number that can be used', PLAIN)),
        (SHARE, Decimal("1.01"), ("bad-number", "the number must be from 0 to 1", "")),
        (COUNT, 0, ("bad-number", "the number must be 1 or more", "")),
        (number("", most=9), 10, ("bad-number", "the number must be 9 or less", "")),
        (COUNT, Decimal("1.5"), ("bad-number", "a whole number is wanted", "")),
        (
            DAY,
            "2022-10-08",
            ("wrong-type", 'a day is wanted, not the text "2022-10-08"', "write 2022-10-08, without quotes"),
        ),
        (DAY, "soon", ("wrong-type", 'a day is wanted, not the text "soon"', A_DAY)),
        (DAY, 2022, ("wrong-type", "a day is wanted, not a number", A_DAY)),
        (DAY, date(1066, 10, 14), ("bad-day", "the year 1066 is not between 1900 and 2200", "")),
        (
            DAY,
            datetime(2022, 10, 9, 7),  # noqa: DTZ001 (TOML's local time has no zone)
            ("wrong-type", "a day is wanted, not a day with a time", "write the day alone: 2022-10-09"),
        ),
        (PERIOD, "soon", ("bad-period", "'soon' is not a period", FORMS)),
        (PERIOD, Decimal("2022.10"), ("wrong-type", "a period is wanted, not a number", A_PERIOD)),
        (PERIOD, False, ("wrong-type", "a period is wanted, not true or false", A_PERIOD)),
        (PERIOD, 20222, ("wrong-type", "a period is wanted, not a number", A_PERIOD)),
        (PERIOD, 22, ("bad-period", "the year 22 is not between 1900 and 2200", "")),
        (TOLERANCE, "5 percent", ("bad-tolerance", '"5 percent" is not a tolerance', A_TOLERANCE)),
        (TOLERANCE, "", ("bad-tolerance", '"" is not a tolerance', A_TOLERANCE)),
        (TOLERANCE, "-5%", ("bad-tolerance", "a tolerance cannot be negative", "write it without the minus sign")),
        (TOLERANCE, [], ("wrong-type", "a number is wanted, not a list", "")),
    ],
)
def test_what_is_wrong_is_told_with_what_to_write(reader: Reader, raw: object, slip: tuple[str, str, str]):
    """Code, complaint and help of every slip in amounts and times."""
    assert _slip(reader, raw) == slip


@pytest.mark.parametrize("reader", [NUMBER, COUNT, DAY, PERIOD, TOLERANCE, text("")])
def test_an_integer_too_long_to_print_is_refused(reader: Reader):
    """Python turns no integer of more than 4,300 digits into text; TOML's hexadecimal can be longer."""
    assert _slip(reader, 1 << 100_000)[0] in {"bad-number", "wrong-type"}


@given(
    st.sampled_from([NUMBER, SHARE, COUNT, DAY, PERIOD, TOLERANCE]),
    st.text(max_size=70)
    | st.integers()
    | st.decimals(allow_nan=False, allow_infinity=False)
    | st.dates()
    | st.booleans(),
)
def test_any_value_is_read_or_refused(reader: Reader, raw: object):
    """No other kind of error comes out, and a refusal says something."""
    said = "read"
    try:
        reader.read(raw)
    except Unreadable as unreadable:
        said = unreadable.slips[0].complaint
    assert said
