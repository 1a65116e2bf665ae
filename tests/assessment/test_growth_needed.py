"""What growth the rest of the time must bring."""

from __future__ import annotations

from decimal import Decimal

from builders import a_stage, a_target, an_actual, an_indicator, codes, judged

from tracker.assessment.required import Step

D = Decimal
OUTPUT = an_indicator("flow", "亿元")
EIGHT = a_target(a_stage("2025", 8), of="growth")
LAST_YEAR = [("2024-H1", 45), ("2024", 100)]


def test_the_rest_of_the_year_must_make_up_for_a_slow_start():
    """6 % on the 45 of the first half; 8 % on 100 needs (8 - 0.45 x 6) / 0.55 in the second."""
    found = judged(EIGHT, OUTPUT, [*LAST_YEAR, an_actual("2025-H1", "47.7", "亿元", growth=6)], "2025-07-20")
    assert found.standing.required is not None
    assert found.standing.required.value == (8 - D("0.45") * 6) / D("0.55")
    assert found.standing.required.per is Step.REST


def test_without_last_years_levels_the_effort_is_unknown_and_says_what_it_needs():
    """Growth alone is printed: no weights, so no number is made up."""
    found = judged(EIGHT, OUTPUT, [an_actual("2025-H1", "47.7", "亿元", growth=6)], "2025-07-20")
    assert found.standing.required is None
    needed = next(c for c in found.caveats if c.code == "effort-needs")
    assert [str(period) for period in dict(needed.facts)["what"]] == ["2024-H1", "2024"]


def test_an_average_still_needed_is_geometric():
    """10 % a year for five years; after 8 % and 9 % the other three need (1.1^5 / (1.08 x 1.09))^(1/3) - 1."""
    rates = [an_actual("2021", None, "亿元", growth=8), an_actual("2022", None, "亿元", growth=9)]
    target = a_target(a_stage("2025", 10), of="average-growth", baseline=("2020", None))
    found = judged(target, OUTPUT, rates, "2023-03-01").standing.required
    exact = ((D("1.1") ** 5 / (D("1.08") * D("1.09"))) ** (D(1) / 3) - 1) * 100
    assert found is not None
    assert abs(found.value - exact) < D("1e-20")
    assert found.periods_left == 3


def test_a_year_that_is_over_needs_nothing_more():
    """The verdict is in."""
    found = judged(EIGHT, OUTPUT, [*LAST_YEAR, an_actual("2025", 107, "亿元", growth=7)], "2026-02-01")
    assert found.standing.required is None
    assert "effort-needs" not in codes(found.caveats)
