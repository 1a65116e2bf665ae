"""The release calendar: which periods get a figure, and when it should be out."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.calendar import Releases, due_day, last_due, next_due, released_periods
from tracker.domain.period import Period

days = st.dates(date(1902, 1, 1), date(2190, 12, 31))
rhythms = st.sampled_from(Releases)
lags = st.integers(0, 800)


def of_2025(*months: int) -> list[Period]:
    """The years to date that close with these months of 2025."""
    return [Period.year_to_date(2025, month) for month in months]


@pytest.mark.parametrize(
    ("releases", "periods"),
    [
        ("monthly", of_2025(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)),
        ("monthly-no-january", of_2025(2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)),
        ("quarterly", of_2025(3, 6, 9, 12)),
        ("half-yearly", of_2025(6, 12)),
        ("yearly", [Period.of_year(2025)]),
    ],
)
def test_a_year_of_releases(releases: str, periods: list[Period]):
    """Each rhythm releases years to date; January is skipped where it is not reported alone."""
    assert released_periods(Releases(releases), date(2025, 1, 1), date(2025, 12, 31)) == periods


def test_releases_between_two_days_include_both_ends():
    """A period that ends on either day counts."""
    found = released_periods(Releases.QUARTERLY, date(2024, 12, 31), date(2025, 3, 31))
    assert list(map(str, found)) == ["2024", "2025-Q1"]


def test_no_release_ends_inside_a_month():
    """Between two ends of months there is none, nor when the days run backwards."""
    assert released_periods(Releases.MONTHLY, date(2025, 3, 1), date(2025, 3, 30)) == []
    assert released_periods(Releases.MONTHLY, date(2025, 3, 31), date(2024, 3, 31)) == []


def test_the_first_day_of_the_calendar_is_a_fair_question():
    """Years that cannot be written have no releases."""
    assert list(map(str, released_periods(Releases.YEARLY, date.min, date(1901, 12, 31)))) == ["1900", "1901"]


def test_a_figure_is_due_its_lag_after_the_period():
    """Jiayuguan printed January to September 52 days after it ended."""
    assert due_day(date(2023, 9, 30), 52) == date(2023, 9, 30) + timedelta(days=52)


@pytest.mark.parametrize("lag", [-1, 3661, 10**30])
def test_a_lag_is_at_most_ten_years(lag: int):
    """A figure is never due before its period ends, nor a lifetime later."""
    with pytest.raises(ValueError, match="is not between 0 and 3660"):
        due_day(date(2025, 1, 31), lag)


@pytest.mark.parametrize(
    ("releases", "lag", "today", "last", "following"),
    [
        ("monthly-no-january", 20, date(2025, 2, 1), "2024", "2025-01/2025-02"),
        ("monthly-no-january", 20, date(2025, 3, 19), "2024", "2025-01/2025-02"),
        ("monthly-no-january", 20, date(2025, 3, 20), "2025-01/2025-02", "2025-Q1"),
        ("monthly", 49, date(2023, 12, 18), "2023-01/2023-09", "2023-01/2023-10"),
        ("quarterly", 35, date(2022, 5, 4), "2021", "2022-Q1"),
        ("half-yearly", 0, date(2025, 6, 30), "2025-H1", "2025"),
        ("yearly", 51, date(2025, 2, 19), "2023", "2024"),
        ("yearly", 800, date(2025, 2, 19), "2021", "2022"),
    ],
)
def test_what_should_be_out_and_what_comes_next(releases: str, lag: int, today: date, last: str, following: str):
    """A release due today should be out; the next is due after today."""
    out, coming = Period.parse(last), Period.parse(following)
    assert last_due(Releases(releases), lag, today) == (out, out.last + timedelta(days=lag))
    assert next_due(Releases(releases), lag, today) == (coming, coming.last + timedelta(days=lag))


def test_before_the_first_year_nothing_is_due():
    """None where no year that can be written has ended."""
    assert last_due(Releases.YEARLY, 0, date(1900, 6, 30)) is None
    assert next_due(Releases.YEARLY, 0, date(1900, 6, 30)) == (Period.of_year(1900), date(1900, 12, 31))


@given(rhythms, lags, days)
def test_today_lies_between_the_last_release_and_the_next(releases: Releases, lag: int, today: date):
    """No release falls between them."""
    last, following = last_due(releases, lag, today), next_due(releases, lag, today)
    assert last is not None
    assert last[1] <= today < following[1]
    between = released_periods(releases, last[0].last, following[0].last)
    assert between == [last[0], following[0]]
