"""What is observed of the number a target speaks of: levels, growth, averages, rises, sums and differences."""

from decimal import Decimal

import pytest
from builders import a_series, a_stage, a_target, an_actual, an_indicator, day, p

from tracker.assessment.evidence import Evidence, Observation
from tracker.assessment.observations import nothing_because, observations
from tracker.assessment.verdict import Caveat
from tracker.domain.indicator import Indicator
from tracker.domain.series import Actual, Bound, Series
from tracker.domain.target import Target

TODAY = day("2026-12-31")
OUTPUT = an_indicator("flow", "亿元")
SHARE = an_indicator("ratio")
RATE = an_indicator("growth")
VALUE = a_target(a_stage("2025", 60))
GROWTH = a_target(a_stage("2025", 8), of="growth")


def evidence(indicator: Indicator, series: Series, peer: Series | None = None) -> Evidence:
    """All figures of a series, as known today."""
    others = peer.standing(None) if peer else {}
    return Evidence(indicator, series.standing(None), series.standing(None, growth=True), others)


def seen(target: Target, indicator: Indicator, series: Series, as_of: str = "2026-12-31") -> list[tuple[str, Decimal]]:
    """The periods and values observed by a day."""
    return [(str(o.period), o.value) for o in observations(target, evidence(indicator, series), day(as_of))]


def grown(*figures: tuple[str, object, object]) -> Series:
    """Figures that print a growth."""
    return Series("x", tuple(an_actual(period, value, growth=growth) for period, value, growth in figures))


def test_a_stock_is_observed_as_printed():
    """Each figure of a level is one observation, in order of time."""
    assert seen(VALUE, SHARE, a_series(("2024", 41), ("2023", 38))) == [("2023", Decimal(38)), ("2024", Decimal(41))]


def test_a_plan_is_no_observation():
    """A planned value says nothing of what happened."""
    assert seen(VALUE, SHARE, Series("x", (an_actual("2024", 41, vintage="plan"),))) == []


def test_a_period_that_has_not_ended_is_not_observed():
    """An expected value for a running year is not yet what the year brought."""
    figures = Series("x", (an_actual("2025", 1100, vintage="estimate"),))
    assert seen(VALUE, OUTPUT, figures, "2025-12-30") == []
    assert seen(VALUE, OUTPUT, figures, "2025-12-31") == [("2025", Decimal(1100))]


def test_single_quarters_add_up_to_a_running_total():
    """Q1 10, Q2 12, Q3 9 and Q4 14 are 10, 22, 31 and 45 since New Year."""
    quarters = a_series(("2025-Q1", 10), ("2025-Q2", 12), ("2025-Q3", 9), ("2025-Q4", 14))
    assert [v for _, v in seen(VALUE, OUTPUT, quarters)] == [10, 10 + 12, 10 + 12 + 9, 10 + 12 + 9 + 14]


def test_single_months_follow_a_january_to_february_total():
    """January and February come as one figure; March is added to it."""
    months = a_series(("2025-01/2025-02", 18), ("2025-03", 10))
    assert seen(VALUE, OUTPUT, months) == [("2025-01/2025-02", Decimal(18)), ("2025-Q1", Decimal(18 + 10))]


def test_a_printed_running_total_goes_before_a_sum():
    """Printed totals are revised while months are not: 30 for the quarter stands, not 18 + 10."""
    months = a_series(("2025-01/2025-02", 18), ("2025-03", 10), ("2025-Q1", 30))
    assert seen(VALUE, OUTPUT, months)[-1] == ("2025-Q1", Decimal(30))


def test_a_missing_month_stops_the_sum():
    """Without March, April cannot be added: the total ends in February."""
    assert seen(VALUE, OUTPUT, a_series(("2025-01/2025-02", 18), ("2025-04", 9)))[-1][0] == "2025-01/2025-02"


def test_a_total_in_the_middle_of_a_month_is_a_running_total():
    """A figure from New Year to the 20th counts, whatever day it ends on."""
    assert seen(VALUE, OUTPUT, a_series(("2025-01-01/2025-10-20", 75))) == [("2025-01-01/2025-10-20", Decimal(75))]


def test_a_sum_names_every_figure_it_is_made_of():
    """A running total that was not printed says so and shows its parts."""
    last = observations(VALUE, evidence(OUTPUT, a_series(("2025-Q1", 10), ("2025-Q2", 12))), TODAY)[-1]
    assert (last.how, [f.value for f in last.figures]) == ("summed", [10, 12])


def test_growth_is_taken_as_printed():
    """Printed growth stands even where the levels say (110 / 100 - 1) = 10 %."""
    assert seen(GROWTH, OUTPUT, grown(("2024", 100, None), ("2025", 110, "8.1"))) == [("2025", Decimal("8.1"))]


def test_growth_is_computed_only_where_none_was_printed():
    """(110 / 100 - 1) x 100 = 10 %."""
    found = observations(GROWTH, evidence(OUTPUT, a_series(("2024", 100), ("2025", 110))), TODAY)
    assert [(o.value, o.how) for o in found] == [((Decimal(110) / 100 - 1) * 100, "computed")]


@pytest.mark.parametrize("base", [0, -4])
def test_nothing_grows_from_zero_or_below(base: int):
    """A growth on a level of zero or less means nothing."""
    assert seen(GROWTH, OUTPUT, a_series(("2024", base), ("2025", 110))) == []


def test_the_growth_of_a_year_goes_before_that_of_its_last_month():
    """8.2 % for the year and 5 % for December: the year's is what a yearly promise speaks of."""
    assert seen(GROWTH, OUTPUT, grown(("2025-12", 10, 5), ("2025", 100, "8.2"))) == [("2025", Decimal("8.2"))]


def test_monthly_rates_are_each_observed():
    """A rate printed month by month has one observation a month, January as well."""
    assert len(seen(VALUE, RATE, a_series(("2025-01", 5), ("2025-02", 6), ("2025-03", 7)))) == 3


def test_growth_is_not_computed_across_a_series_break():
    """Figures before the scope changed in 2025 are no base for those after."""
    broken = an_indicator("flow", "亿元", breaks=(p("2025"),))
    assert seen(GROWTH, broken, a_series(("2024", 100), ("2025", 110), ("2026", 121))) == [
        ("2026", (Decimal(121) / 110 - 1) * 100)
    ]


def test_a_break_to_come_hides_nothing_yet():
    """On a day before the scope changes, the figures of the old scope still stand."""
    broken = an_indicator("ratio", breaks=(p("2026"),))
    assert len(seen(VALUE, broken, a_series(("2023", 38), ("2024", 41)), "2025-06-30")) == 2
    assert seen(VALUE, broken, a_series(("2023", 38), ("2024", 41)), "2026-06-30") == []


def test_growth_beside_a_limit_is_exact():
    """A phrase such as "More than 1000, up 8.2 %" limits the level; the growth is 8.2 %."""
    figures = Series("x", (an_actual("2025", 1000, growth="8.2", bound="more-than"),))
    assert [o.bound for o in observations(GROWTH, evidence(OUTPUT, figures), TODAY)] == [None]
    assert [o.bound for o in observations(VALUE, evidence(OUTPUT, figures), TODAY)] == [Bound.MORE_THAN]


def test_a_growth_alone_may_be_a_limit():
    """A phrase such as "Up more than 8 %" limits the growth itself."""
    figures = Series("x", (an_actual("2025", None, growth=8, bound="more-than"),))
    assert [o.bound for o in observations(GROWTH, evidence(OUTPUT, figures), TODAY)] == [Bound.MORE_THAN]


AVERAGE = a_target(a_stage("2025", 15), of="average-growth", baseline=("2020", None))


def test_average_growth_is_geometric():
    """A loss of a half and a doubling average 0 %, not (-50 + 100) / 2 = 25 %."""
    assert seen(AVERAGE, RATE, a_series(("2021", -50), ("2022", 100)))[-1] == ("2021-01/2022-12", Decimal(0))


@pytest.mark.parametrize("years", range(1, 12))
@pytest.mark.parametrize("rate", ["15", "8.5", "0.7", "33.3"])
def test_the_same_growth_every_year_averages_exactly_itself(rate: str, years: int):
    """No root may end at 14.999...: 15 % a year keeps a promise of 15 %."""
    figures = a_series(*((str(2020 + n), rate) for n in range(1, years + 1)))
    assert seen(AVERAGE, RATE, figures, "2040-01-01")[-1][1] == Decimal(rate)


def test_an_average_stops_at_a_missing_year():
    """2021 and 2023 without 2022 give an average for 2021 only."""
    assert [period for period, _ in seen(AVERAGE, RATE, a_series(("2021", 10), ("2023", 10)))] == ["2021"]


def test_everything_lost_is_an_average_of_minus_a_hundred():
    """What has fallen by 100 % or more has no root; it has lost everything."""
    assert seen(AVERAGE, RATE, a_series(("2021", -100), ("2022", 50)))[-1][1] == -100


def test_cumulative_growth_multiplies_up():
    """10 % and then 20 % are 1.1 x 1.2 - 1 = 32 %."""
    target = a_target(a_stage("2025", 30), of="growth", reading="cumulative", baseline=("2020", None))
    expected = (Decimal("1.1") * Decimal("1.2") - 1) * 100
    assert seen(target, RATE, a_series(("2021", 10), ("2022", 20)))[-1] == ("2021-01/2022-12", expected)


def test_an_increase_counts_from_the_baseline():
    """From 22 to 27 is a rise of 5."""
    target = a_target(a_stage("2025", 10), of="increase", baseline=("2021", None))
    assert seen(target, SHARE, a_series(("2021", 22), ("2023", 27))) == [("2023", Decimal(27 - 22))]


def test_an_increase_of_a_flow_compares_whole_years_with_whole_years():
    """The 12 of a first quarter are no fall of 38 from the 50 of the base year."""
    target = a_target(a_stage("2025", 10), of="increase", baseline=("2021", 50))
    assert seen(target, OUTPUT, a_series(("2022", 53), ("2023-Q1", 12))) == [("2022", Decimal(53 - 50))]


TOTAL = a_target(a_stage("2021/2025", 500), of="total")


def test_a_total_carries_the_years_on():
    """100 in 2021, 110 in 2022 and 30 in the first quarter of 2023 are 240 so far."""
    assert seen(TOTAL, OUTPUT, a_series(("2021", 100), ("2022", 110), ("2023-Q1", 30))) == [
        ("2021", Decimal(100)),
        ("2021-01/2022-12", Decimal(100 + 110)),
        ("2021-01/2023-03", Decimal(100 + 110 + 30)),
    ]


def test_a_total_stops_at_a_missing_year():
    """Without 2022 nothing can be said after 2021; unknown is not zero."""
    assert seen(TOTAL, OUTPUT, a_series(("2021", 100), ("2023", 120))) == [("2021", Decimal(100))]


def test_a_total_without_any_date_is_not_observed():
    """Nothing says where its sum would begin."""
    assert seen(a_target(a_stage(None, 500), of="total"), OUTPUT, a_series(("2021", 100))) == []


def differing(own: Actual, other: Actual) -> list[Observation]:
    """What is observed of the distance to a peer."""
    target = a_target(a_stage("2025", "0.5"), of="difference", peer="province")
    return observations(target, evidence(RATE, Series("x", (own,)), Series("province", (other,))), TODAY)


def test_a_difference_is_to_the_peer_in_the_same_period():
    """6.9 % against the province's 6.1 % is 0.8 pp ahead."""
    found = differing(an_actual("2025", "6.9"), an_actual("2025", "6.1"))
    assert [o.value for o in found] == [Decimal("6.9") - Decimal("6.1")]


@pytest.mark.parametrize("other", [an_actual("2024", "6.1"), an_actual("2025", "6.1", bound="more-than")])
def test_without_the_peers_own_figure_there_is_no_difference(other: Actual):
    """Another year, or a mere limit, is nothing to measure a distance from."""
    assert differing(an_actual("2025", "6.9"), other) == []


@pytest.mark.parametrize(
    ("target", "figures", "wanted"),
    [
        (GROWTH, [("2025", 110)], ("2024",)),
        (GROWTH, [("2024", 100), ("2025", 110)], ()),
        (AVERAGE, [("2022", 110), ("2023", 120)], ("2021",)),
        (TOTAL, [("2022", 110)], ("2021",)),
        (a_target(a_stage("2025", 9), of="increase", baseline=("2021", None)), [("2023", 27)], ("2021",)),
        (a_target(a_stage("2025", 9), of="increase", baseline=("2021", 22)), [], ()),
        (VALUE, [], ()),
    ],
)
def test_what_is_missing_is_named(target: Target, figures: list[tuple[str, object]], wanted: tuple[str, ...]):
    """Where a promise speaks of more than one period, the one that is missing is told."""
    found = nothing_because(target, evidence(OUTPUT, a_series(*figures)), TODAY)
    assert tuple(map(str, dict(found.facts)["what"] if found else ())) == wanted


@pytest.mark.parametrize("before", [0, -50])
def test_a_base_that_is_there_and_no_base_is_told_as_such(before: int):
    """From nothing, or from a loss, there is no growth; last year's figure is not missing."""
    found = nothing_because(GROWTH, evidence(OUTPUT, a_series(("2024", before), ("2025", 100))), TODAY)
    assert found == Caveat.of("base-not-positive", period=p("2024"))


def test_a_total_of_several_years_is_no_figure_of_the_last():
    """2000 over 2021 to 2025 says nothing of 2025 alone."""
    assert seen(VALUE, OUTPUT, a_series(("2021/2025", 2000))) == []
    spanning = a_target(a_stage("2021/2025", 500))
    assert seen(spanning, OUTPUT, a_series(("2021/2025", 2000))) == [("2021/2025", Decimal(2000))]


def test_an_average_reading_of_a_rate_is_compounded():
    """20 % and 10 % are 1.2 x 1.1 - 1 = 32 % in all, also where the indicator itself is a rate."""
    target = a_target(a_stage("2025", 30), reading="cumulative", baseline=("2020", None))
    expected = (Decimal("1.2") * Decimal("1.1") - 1) * 100
    assert seen(target, RATE, a_series(("2021", 20), ("2022", 10)))[-1] == ("2021-01/2022-12", expected)


def test_a_year_of_a_total_is_taken_once():
    """A first quarter of 2022 is no part of 2021, nor an autumn of 2021 a year of its own."""
    figures = a_series(("2021", 100), ("2021-Q4", 30), ("2022-Q1", 25))
    assert seen(TOTAL, OUTPUT, figures)[-1] == ("2021-01/2022-03", Decimal(100 + 25))


def test_a_loss_of_everything_has_no_root():
    """1 - 100 % leaves nothing to take a root of."""
    assert seen(AVERAGE, RATE, a_series(("2021", -100)))[-1][1] == -100
