"""Figures as they were published, and the series as it stood on a given day."""

from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.location import Location
from tracker.domain.period import Period
from tracker.domain.series import Actual, Bound, Series, Vintage, Withdrawal, by_indicator, in_hand
from tracker.domain.units import DEFAULT

HERE = Location("actuals/here.toml", 1)
BILLION = DEFAULT.find("bn CNY")
SOME_DAYS = st.none() | st.dates(date(2025, 1, 1), date(2025, 1, 5))


def figure(value: int | None, period: str | None = "2024", **more: object) -> Actual:
    """One figure of `x`."""
    rest: dict[str, object] = {"indicator": "x", "location": HERE} | more
    number = None if value is None else Decimal(value)
    return Actual(period=Period.parse(period) if period else None, printed_period=period or "上半年", value=number,
                  unit=BILLION, **rest)  # fmt: skip


def taken_back(**more: object) -> Withdrawal:
    """A withdrawal of what was printed for 2024."""
    rest: dict[str, object] = {"value": None, "vintage": None, "on": None} | more
    return Withdrawal("x", "2024", reason="a slip", location=HERE, **rest)


def values(series: Series, known_at: date | None = None) -> list[Decimal | None]:
    """What stands on a day."""
    return [a.value for a in series.standing(known_at).values()]


def test_an_actual_goes_before_an_estimate_before_a_plan():
    """Whatever the order in which they were written down, and whenever they were published."""
    figures = (
        figure(50, vintage=Vintage.PLAN, published=date(2025, 6, 1)),
        figure(44, vintage=Vintage.ESTIMATE, published=date(2025, 5, 1)),
        figure(41, vintage=Vintage.FLASH, published=date(2025, 1, 1)),
    )
    assert {tuple(values(Series("x", order))) for order in permutations(figures)} == {(Decimal(41),)}


def test_of_equals_the_latest_published_counts():
    """A flash figure, a final one and a revision are all actuals."""
    figures = (
        figure(43, vintage=Vintage.REVISED, published=date(2025, 6, 1)),
        figure(42, vintage=Vintage.FINAL, published=date(2025, 3, 1)),
        figure(41, vintage=Vintage.FLASH, published=date(2025, 1, 1)),
    )
    assert {tuple(values(Series("x", order))) for order in permutations(figures)} == {(Decimal(43),)}


def test_of_two_published_on_one_day_the_one_written_down_later_counts():
    """A correction stands below what it corrects."""
    assert values(Series("x", (figure(41), figure(42)))) == [42]


@pytest.mark.parametrize(("known_at", "value"), [(date(2025, 2, 28), 41), (date(2025, 3, 1), 42), (None, 42)])
def test_a_later_publication_is_hidden_from_an_earlier_day(known_at: date | None, value: int):
    """On 28 February only the first print was known."""
    figures = figure(41, published=date(2025, 2, 1)), figure(42, published=date(2025, 3, 1))
    assert values(Series("x", figures), known_at) == [value]


def test_a_figure_without_a_publication_is_known_from_its_recording():
    """Recorded on 2 March: not known on the 1st."""
    recorded = datetime(2025, 3, 2, 8, tzinfo=UTC)
    series = Series("x", (figure(41, recorded=recorded),))
    assert [values(series, date(2025, 3, day)) for day in (1, 2)] == [[], [41]]


def test_one_figure_a_period_in_order_of_time():
    """Periods are sorted by their ends."""
    series = Series("x", (figure(3, "2025-Q1"), figure(2, "2024"), figure(1, "2023")))
    assert [str(p) for p in series.standing(None)] == ["2023", "2024", "2025-Q1"]


def test_a_figure_that_prints_only_a_growth_has_no_level():
    """Growth and level are each taken from the figures that print them."""
    series = Series("x", (figure(41), figure(None, growth=Decimal(8))))
    assert [a.value for a in series.standing(None).values()] == [41]
    assert [a.growth for a in series.standing(None, growth=True).values()] == [8]


def test_figures_without_a_year_are_set_aside():
    """A half year of no year stands for no period."""
    series = Series("x", (figure(41, None), figure(42)))
    assert (values(series), [a.printed_period for a in series.undated(None)]) == ([42], ["上半年"])


@pytest.mark.parametrize(
    ("withdrawal", "left"),
    [
        (taken_back(), []),
        (taken_back(value=Decimal(41)), [42]),
        (taken_back(value=Decimal(42)), [41]),
        (taken_back(value=Decimal(40)), [42]),
        (taken_back(vintage=Vintage.REVISED), [41]),
        (taken_back(vintage=Vintage.PLAN), [42]),
    ],
)
def test_a_withdrawal_takes_back_what_it_names(withdrawal: Withdrawal, left: list[int]):
    """All figures of the period, or those of that value or vintage; the one before stands again."""
    figures = figure(41), figure(42, vintage=Vintage.REVISED)
    assert values(Series("x", figures, (withdrawal,))) == left


def test_a_withdrawal_works_from_its_day():
    """On 28 February the figure still stood."""
    series = Series("x", (figure(41),), (taken_back(on=date(2025, 3, 1)),))
    assert [values(series, day) for day in (date(2025, 2, 28), date(2025, 3, 1), None)] == [[41], [], []]


def test_a_withdrawal_does_not_take_back_what_is_recorded_after_it():
    """The right figure may be recorded again under the same period and value."""
    again = figure(41, recorded=datetime(2025, 3, 2, tzinfo=UTC))
    assert values(Series("x", (again,), (taken_back(on=date(2025, 3, 1)),))) == [41]


@given(SOME_DAYS, SOME_DAYS, SOME_DAYS)
def test_what_is_known_stays_known(known_on: date | None, early: date | None, late: date | None):
    """Knowledge only grows with time; without a day a thing was always known."""
    if early and late and early <= late:
        assert in_hand(known_on, late) or not in_hand(known_on, early)
    assert in_hand(None, early)
    assert in_hand(known_on, None)


def test_figures_are_sorted_into_one_series_an_indicator():
    """Withdrawals go with them, also where no figure is left to withdraw."""
    own, other = figure(1), figure(2, indicator="y")
    found = by_indicator([own, other], [taken_back()])
    assert found == {"x": Series("x", (own,), (taken_back(),)), "y": Series("y", (other,))}
    assert by_indicator([], [taken_back()]) == {"x": Series("x", (), (taken_back(),))}


@pytest.mark.parametrize(
    ("vintage", "provisional"),
    [
        (Vintage.PLAN, True),
        (Vintage.ESTIMATE, True),
        (Vintage.FLASH, True),
        (Vintage.PRELIMINARY, True),
        (Vintage.FINAL, False),
        (Vintage.REVISED, False),
    ],
)
def test_what_is_still_to_be_replaced_is_provisional(vintage: Vintage, provisional: bool):  # noqa: FBT001
    """Only final and revised figures are settled."""
    assert vintage.provisional is provisional


def test_a_figure_in_full_goes_before_a_limit():
    """An article that says "more than 1000" takes nothing from the 1012 that was printed before."""
    full = figure(1012, published=date(2025, 1, 10))
    limit = figure(1000, bound=Bound.MORE_THAN, published=date(2025, 2, 10))
    assert {tuple(values(Series("x", order))) for order in permutations((full, limit))} == {(Decimal(1012),)}
