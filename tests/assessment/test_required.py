"""What each remaining period must bring, beside the average and the best so far."""

from decimal import Decimal

import pytest
from builders import a_stage, a_target, an_indicator, judged

from tracker.assessment.required import Required, Step
from tracker.domain.calendar import Releases
from tracker.domain.indicator import Indicator
from tracker.domain.target import Target
from tracker.domain.units import DEFAULT

D = Decimal
OUTPUT = an_indicator("flow", "亿元")
SHARE = an_indicator("ratio")
PROJECTS = an_indicator("flow", "个")


def left(target: Target, indicator: Indicator, *figures: tuple[str, object], as_of: str = "2025-12-01") -> Required:
    """What is left to do."""
    found = judged(target, indicator, figures, as_of).standing.required
    assert found is not None
    return found


def test_the_rest_of_the_year_is_shared_over_its_months():
    """1000 less 860.7 by October leave 139.3, or 139.3 / 2 a month, against 860.7 / 10 so far."""
    assert left(a_target(a_stage("2025", 1000)), OUTPUT, ("2025-01/2025-10", "860.7")) == Required(
        left=1000 - D("860.7"),
        value=(1000 - D("860.7")) / 2,
        unit=DEFAULT.find("亿元"),
        per=Step.MONTH,
        periods_left=D(2),
        average_so_far=D("860.7") / 10,
        best_so_far=D("860.7") / 10,
    )


def test_the_best_so_far_is_the_best_single_step():
    """18 in two months, then 12 and 10: the best month brought 12."""
    months = [("2025-01/2025-02", 18), ("2025-03", 12), ("2025-04", 10)]
    assert left(a_target(a_stage("2025", 120)), OUTPUT, *months).best_so_far == 12


def test_counts_round_up():
    """160 less 92 leave 68 in 6 months: 11.3, so at least 12 a month."""
    found = left(a_target(a_stage("2025", 160)), PROJECTS, ("2025-H1", 92))
    assert (found.left, found.value) == (160 - 92, 12)


def test_ten_thousands_of_people_are_rounded_up_to_a_whole_person():
    """1.45 万人 over three months: 14500 / 3 = 4833.3, so 4834 people a month, which is 0.4834 万人."""
    jobs = an_indicator("flow", "万人")
    found = left(a_target(a_stage("2025", "6.9")), jobs, ("2025-01/2025-09", "5.45"), as_of="2025-10-20")
    assert found.value == D(4834) / 10000


def test_a_count_that_must_fall_is_rounded_away_from_zero():
    """From 9 firms to 0 in 2 years, 4 a year would leave one over: 5."""
    firms = an_indicator("stock", "户", "lower")
    target = a_target(a_stage("2025", 0, "at-most"), baseline=("2021", 12))
    assert left(target, firms, ("2023", 9), as_of="2024-03-01").value == -5


def test_a_stock_of_things_that_are_counted_rounds_up_too():
    """From 16 to 20 firms in 3 years: 1.3 a year, so 2."""
    target = a_target(a_stage("2027", 20), baseline=("2023", 15))
    assert left(target, an_indicator("stock", "户"), ("2024", 16), as_of="2025-03-01").value == 2


def test_a_stock_within_its_last_year_is_raised_by_the_month():
    """From 206 in March to 240 in December: 34 over 9 months are 3.8, so 4 a month and not 46 a year."""
    target = a_target(a_stage("2025", 240), baseline=("2024", 200))
    found = left(target, an_indicator("stock", "户"), ("2025-03-31", 206), as_of="2025-04-20")
    assert (found.value, found.per, found.periods_left) == (4, Step.MONTH, 9)


def test_what_is_tolerated_is_not_still_to_do():
    """59 of about 60 with one point tolerated has nothing left."""
    target = a_target(a_stage("2026", 60, "about", "1"), baseline=("2024", 50))
    assert left(target, SHARE, ("2025", 59), as_of="2026-02-20").left == 0


def test_a_share_is_raised_by_points_a_year():
    """From 41.5 to 60 in the year that is left: 18.5 pp; since 22 in 2021 at best 31.2 - 22 = 9.2."""
    target = a_target(a_stage("2022", 30), a_stage("2025", 60), baseline=("2021", 22))
    figures = [("2022", "31.2"), ("2023", 34), ("2024", "41.5")]
    assert left(target, SHARE, *figures, as_of="2025-02-20") == Required(
        left=60 - D("41.5"),
        value=(60 - D("41.5")) / 1,
        unit=DEFAULT.find("pp"),
        per=Step.YEAR,
        periods_left=D(1),
        average_so_far=(D("41.5") - 22) / 3,
        best_so_far=D("31.2") - 22,
    )


def test_what_is_reached_needs_nothing_more():
    """Over-fulfilment leaves nothing, and never less than nothing."""
    assert left(a_target(a_stage("2025", 160)), PROJECTS, ("2025-H1", 175)).value == 0


@pytest.mark.parametrize(
    ("releases", "per", "periods"),
    [
        (Releases.MONTHLY_NO_JANUARY, Step.MONTH, 6),
        (Releases.QUARTERLY, Step.QUARTER, 2),
        (Releases.HALF_YEARLY, Step.HALF_YEAR, 1),
        (Releases.YEARLY, Step.MONTH, 6),
        (None, Step.MONTH, 6),
    ],
)
def test_the_rest_is_shared_over_the_periods_that_are_released(releases: Releases | None, per: Step, periods: int):
    """60 left after June are 60 / 6 a month or 60 / 2 a quarter."""
    found = left(a_target(a_stage("2025", 100)), an_indicator("flow", "亿元", releases=releases), ("2025-H1", 40))
    assert (found.per, found.periods_left, found.value) == (per, periods, D(100 - 40) / periods)


def test_a_ceiling_of_a_flow_asks_for_nothing_more():
    """What must not be used up is not required."""
    found = left(a_target(a_stage("2025", 100, "at-most")), an_indicator("flow", "万吨", "lower"), ("2025-H1", 40))
    assert found.left == 0


@pytest.mark.parametrize(
    ("target", "indicator", "figure"),
    [
        (a_target(a_stage("2025", 1, "at-most")), an_indicator("rank", "位", "lower"), ("2024", 3)),
        (a_target(a_stage("2025", 1000), when="throughout"), an_indicator("stock", "亿元"), ("2025-03", 990)),
        (a_target(a_stage(None, 60)), SHARE, ("2024", 41)),
        (a_target(a_stage("2025", None)), SHARE, ("2024", 41)),
        (a_target(a_stage("2025", 60)), SHARE, ("2025", 41)),
    ],
)
def test_what_has_no_remaining_effort_has_none(target: Target, indicator: Indicator, figure: tuple[str, object]):
    """Ranks, floors, undated, unquantified and ended promises have nothing to share out."""
    assert judged(target, indicator, [figure], "2026-01-01").standing.required is None
