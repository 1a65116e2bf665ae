"""What is in view of one stage: its window, its final figure, and whether it is reached."""

from decimal import Decimal

import pytest
from builders import a_stage, a_target, an_indicator, day, p

from tracker.assessment.evidence import Observation
from tracker.assessment.pathway import Asked, held
from tracker.assessment.sight import Sight
from tracker.domain.indicator import Indicator
from tracker.domain.portfolio import Thresholds
from tracker.domain.target import Target

OUTPUT, SHARE, RATE = an_indicator("flow", "亿元"), an_indicator("ratio"), an_indicator("growth")


def view(target: Target, indicator: Indicator, *observed: tuple[str, int]) -> Sight:
    """The first stage of a target in view."""
    series = tuple(Observation(p(period), Decimal(value), ()) for period, value in observed)
    stage = target.stages[0]
    asked = Asked(stage.value, day("2025-06-30"), "even") if stage.value is not None else None
    way = held(target, indicator)
    today = day("2026-01-01")
    return Sight(target, indicator, indicator.unit, stage, today, series, None, asked, way, "pace", Thresholds())


@pytest.mark.parametrize(
    ("by", "window"),
    [("2025", "2025"), ("2025-H1", "2025-H1"), ("2025-10", "2025-01/2025-10"), ("2021/2025", "2021/2025")],
)
def test_a_promise_speaks_of_its_year_up_to_the_deadline(by: str, window: str):
    """Unless it names several years, which it then speaks of as a whole."""
    assert str(view(a_target(a_stage(by, 60)), SHARE).window) == window


def test_an_undated_promise_has_no_window():
    """Nothing lies within no time."""
    found = view(a_target(a_stage(None, 60)), SHARE, ("2025", 70))
    assert (found.window, found.in_window, found.final, found.reached) == (None, False, None, False)


@pytest.mark.parametrize(
    ("observed", "final"),
    [
        ([("2025", 8), ("2025-12", 3)], 8),
        ([("2025-H2", 7), ("2025-12", 3)], 7),
        ([("2025-11", 7)], None),
        ([("2024", 7)], None),
    ],
)
def test_the_final_figure_is_that_of_the_promised_period(observed: list[tuple[str, int]], final: int | None):
    """Of several that end on the deadline the period's own counts, then the longest."""
    found = view(a_target(a_stage("2025", 60)), SHARE, *sorted(observed, key=lambda o: p(o[0]))).final
    assert (found and found.value) == final


def test_the_final_figure_of_a_flow_covers_the_whole_span():
    """December alone is not the year."""
    target = a_target(a_stage("2025", 60))
    assert view(target, OUTPUT, ("2025-12", 80)).final is None
    assert view(target, OUTPUT, ("2025", 80)).final is not None


@pytest.mark.parametrize(
    ("indicator", "better_value", "period", "reached"),
    [
        (OUTPUT, 61, "2025-H1", True),
        (OUTPUT, 59, "2025-H1", False),
        (OUTPUT, 61, "2024", False),
        (an_indicator("flow", "亿元", "lower"), 61, "2025-H1", False),
        (SHARE, 61, "2024", True),
        (RATE, 61, "2024", False),
        (RATE, 61, "2025-H1", False),
    ],
)
def test_what_counts_as_reached(indicator: Indicator, better_value: int, period: str, reached: bool):  # noqa: FBT001
    """A running total or rate of the promised year, a level at any time; never what is left under a ceiling."""
    assert view(a_target(a_stage("2025", 60)), indicator, (period, better_value)).reached is reached


def test_an_average_over_some_years_is_a_point_on_the_way():
    """The average of 2021 to 2023 speaks of a promise for 2025, growth of 2023 does not."""
    average = a_target(a_stage("2025", 15), of="average-growth", baseline=("2020", None))
    assert view(average, RATE, ("2021/2023", 16)).in_window
    assert not view(a_target(a_stage("2025", 15)), RATE, ("2023", 16)).in_window
