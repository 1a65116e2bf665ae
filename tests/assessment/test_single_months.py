"""Single months of a running total: differences, growth by bases, and the interval that the printed digits allow."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tracker.assessment.single_months import Single, single_months
from tracker.domain.location import Location
from tracker.domain.period import Period
from tracker.domain.series import Actual
from tracker.domain.units import DEFAULT

ONE = Decimal(1)


def figure(period: str, value: str | None, growth: str | None = None) -> Actual:
    """One printed running total."""
    span = Period.parse(period)
    number, rate = (None if text is None else Decimal(text) for text in (value, growth))
    return Actual("a", span, str(span), number, DEFAULT.find("亿元"), Location("f", 1), growth=rate)


def singles(*figures: Actual) -> list[Single]:
    """The months of some running totals."""
    totals = {a.period: a for a in figures if a.period and a.value is not None}
    rates = {a.period: a for a in figures if a.period and a.growth is not None}
    return single_months(totals, rates)


SEPTEMBER, OCTOBER = figure("2023-01/2023-09", "68.1", "91.9"), figure("2023-01/2023-10", "76.8", "83.7")


def test_october_alone():
    """76.8 - 68.1 = 8.7, and each printed total is right to 0.05."""
    october = singles(SEPTEMBER, OCTOBER)[-1]
    assert (str(october.period), october.value) == ("2023-10", Decimal("76.8") - Decimal("68.1"))
    assert (october.low, october.high) == (Decimal("76.75") - Decimal("68.15"), Decimal("76.85") - Decimal("68.05"))


def test_october_alone_grows_by_the_difference_of_the_bases():
    """8.7 against 76.8 / 1.837 - 68.1 / 1.919."""
    base = 76.8 / 1.837 - 68.1 / 1.919
    october = singles(SEPTEMBER, OCTOBER)[-1]
    assert october.growth is not None
    assert float(october.growth) == pytest.approx((8.7 / base - 1) * 100)
    assert round(october.growth, 1) == Decimal("37.7")


def test_the_interval_of_the_growth():
    """The least difference against the largest base, and the other way round: [34.5, 40.9]."""
    october = singles(SEPTEMBER, OCTOBER)[-1]
    assert october.growth_low is not None
    assert october.growth_high is not None
    least = 8.6 / (76.85 / 1.8365 - 68.05 / 1.9195) - 1
    most = 8.8 / (76.75 / 1.8375 - 68.15 / 1.9185) - 1
    assert [float(october.growth_low), float(october.growth_high)] == pytest.approx([least * 100, most * 100])
    assert (round(october.growth_low, 1), round(october.growth_high, 1)) == (Decimal("34.5"), Decimal("40.9"))


def test_the_first_total_of_a_year_stands_for_itself():
    """January and February together, as printed, with the half of the last digit."""
    (first,) = singles(figure("2024-01/2024-02", "14.1", "3.0"))
    assert (str(first.period), first.value, first.low, first.high) == (
        "2024-01/2024-02",
        Decimal("14.1"),
        Decimal("14.05"),
        Decimal("14.15"),
    )
    assert (first.growth, first.growth_low, first.growth_high) == (Decimal("3.0"), Decimal("2.95"), Decimal("3.05"))


def test_a_new_year_begins_anew():
    """The difference is never taken across New Year."""
    found = singles(figure("2023", "90"), figure("2024-01/2024-02", "14"), figure("2024-Q1", "22"))
    assert [(str(one.period), one.value) for one in found] == [
        ("2023", Decimal(90)),
        ("2024-01/2024-02", Decimal(14)),
        ("2024-03", Decimal(22) - 14),
    ]


def test_a_missing_total_leaves_two_months_together():
    """From January-June to January-August: July and August."""
    found = singles(figure("2024-H1", "50"), figure("2024-01/2024-08", "66"))
    assert (str(found[-1].period), found[-1].value) == ("2024-07/2024-08", Decimal(66) - 50)


def test_without_both_growths_there_is_none():
    """The base of the difference needs the growth of both totals."""
    found = singles(figure("2024-H1", "50"), figure("2024-01/2024-07", "60", "5"))
    assert (found[-1].growth, found[-1].growth_low) == (None, None)


@pytest.mark.parametrize("rates", [("-100", "5"), ("5", "-100"), ("0", "100")])
def test_a_base_that_cannot_be_gives_no_growth(rates: tuple[str, str]):
    """A fall of 100 %, or a base that would be nothing or less."""
    found = singles(figure("2024-H1", "50", rates[0]), figure("2024-01/2024-07", "60", rates[1]))
    assert found[-1].growth is None


def test_single_periods_and_limits_are_no_totals():
    """A month by itself and a quarter by itself are left out."""
    assert singles(figure("2024-03", "8"), figure("2024-Q2", "24")) == []
