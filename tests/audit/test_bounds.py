"""What no figure can be, and when it cannot be known."""

from __future__ import annotations

from typing import Any

import pytest
from builders import a_stage, a_target, an_indicator, day
from ties import a_figure, a_flow, found, told

RATIO = an_indicator("ratio", "%", id="x")
COUNT = an_indicator("stock", "个", id="x")
RANK = an_indicator("rank", "rank", "lower", id="x")


@pytest.mark.parametrize(
    ("indicator", "figure", "worst"),
    [
        (RATIO, {"value": "100"}, "holds"),
        (RATIO, {"value": "101"}, "fails"),
        (RATIO, {"value": "100.4", "bound": "less-than"}, "holds"),
        (RATIO, {"value": "-3"}, "fails"),
        (COUNT, {"value": "-1"}, "fails"),
        (COUNT, {"value": "0"}, "holds"),
        (RANK, {"value": "0"}, "fails"),
        (RANK, {"value": "1"}, "holds"),
        (a_flow("x"), {"value": "101"}, None),
        (a_flow("x"), {"value": "-5"}, None),
        (a_flow("x"), {"growth": "-101"}, "fails"),
        (a_flow("x"), {"growth": "-5"}, "holds"),
        (a_flow("x"), {"growth": "155.2"}, "holds"),
        (a_flow("x"), {"value": "1", "share": ("x", "101")}, "fails"),
    ],
)
def test_a_figure_stays_within_what_it_can_be(indicator: Any, figure: dict[str, Any], worst: str | None):  # noqa: ANN401
    """Ratios and shares end at 100 %, counts at nothing, ranks at 1, growth at -100 %; an amount of money nowhere."""
    findings = found("limit", [indicator], a_figure(indicator, "2023", **figure))
    assert (findings[0].outcome.value if findings else None) == worst


def test_a_promise_stays_within_what_can_be_kept():
    """Nobody can convert 120 % of it."""
    target = a_target(a_stage("2023", 90), a_stage("2025", 120))
    assert [told(f) for f in found("limit", [RATIO], targets=(target,))] == [("fails", "above"), ("holds", "within")]


@pytest.mark.parametrize(
    ("published", "vintage", "outcome"),
    [
        ("2023-12-30", "final", ["fails"]),
        ("2023-12-31", "final", ["holds"]),
        ("2023-10-01", "flash", ["fails"]),
        ("2023-10-01", "estimate", []),
        ("2022-10-01", "plan", []),
    ],
)
def test_an_actual_is_published_after_its_period(published: str, vintage: str, outcome: list[str]):
    """Plans and estimates look ahead, nothing else does."""
    figure = a_figure(RATIO, "2023", "50", published=day(published), vintage=vintage)
    assert [f.outcome.value for f in found("publication", [RATIO], figure)] == outcome


def test_a_figure_without_a_day_of_publication_is_not_judged():
    """It was always known."""
    assert found("publication", [RATIO], a_figure(RATIO, "2023", "50")) == []
