"""Two sides that should be one number."""

from __future__ import annotations

from decimal import Decimal

import pytest
from builders import an_actual

from tracker.audit.findings import Side, fixed, level, tie
from tracker.domain.quantity import Quantity
from tracker.domain.units import DEFAULT

PLACE = ("x", "2024")


def a_side(value: str, unit: str = "%", **more: object) -> Side:
    """One figure as a side."""
    return level(an_actual("2024", value, unit, **more))


@pytest.mark.parametrize(
    ("left", "right", "more", "told"),
    [
        ("27.45", "27.46", {}, ("holds", "ties")),
        ("27.45", "27.47", {}, ("fails", "apart")),
        ("27.45", "27.47", {"vintage": "flash"}, ("conditional", "apart-provisional")),
        ("27.45", "27.40", {"bound": "more-than"}, ("not-computable", "limit-only")),
        ("27.45", "27.50", {"bound": "more-than"}, ("fails", "apart")),
    ],
)
def test_two_sides_tie_by_their_intervals(left: str, right: str, more: dict[str, str], told: tuple[str, str]):
    """They hold where they meet, fail where not, wait for the provisional; a limit contradicts and never confirms."""
    finding = tie("sum", PLACE, a_side(left), a_side(right, **more))
    assert (finding.outcome.value, finding.code) == told


def test_percentages_differ_in_percentage_points():
    """9.6 % less 9 % is 0.6 pp, never 0.6 %."""
    assert tie("sum", PLACE, a_side("9.6"), a_side("9")).difference == Quantity(Decimal("9.6") - 9, DEFAULT.find("pp"))


def test_without_a_number_there_is_no_difference():
    """Unknown is not zero."""
    nothing = Side(None, DEFAULT.find("%"))
    assert tie("sum", PLACE, a_side("9.6"), nothing).difference is None


def test_a_finding_names_every_indicator_behind_it():
    """So that it is found from either end."""
    finding = tie("sum", PLACE, a_side("1"), a_side("1", indicator="y"))
    assert finding.indicators == {"x", "y"}


def test_a_place_among_others_is_exact():
    """Rank 2 is not an interval from 1.5 to 2.5."""
    assert a_side("2", "rank").span == fixed(2, DEFAULT.find("rank")).span
