"""The stages of a promise follow each other."""

from __future__ import annotations

from typing import Any

import pytest
from builders import a_stage, a_target, an_indicator
from ties import a_flow, found

RATIO = an_indicator("ratio", "%", id="x")
INTENSITY = an_indicator("ratio", "kWh/t", "lower", id="x")


@pytest.mark.parametrize(
    ("indicator", "stages", "outcomes"),
    [
        (RATIO, (("2022", 30), ("2023", 40), ("2025", 60)), ["holds", "holds"]),
        (RATIO, (("2022", 30), ("2023", 20)), ["fails"]),
        (RATIO, (("2022", 30), ("2023", 30)), ["holds"]),
        (INTENSITY, (("2022", 300, "at-most"), ("2023", 280, "at-most")), ["holds"]),
        (INTENSITY, (("2022", 280, "at-most"), ("2023", 300, "at-most")), ["fails"]),
        (a_flow("x"), (("2022", 300), ("2023", 200)), ["conditional"]),
        (RATIO, (("2022", 30), (None, 20), ("2023", None)), []),
    ],
)
def test_a_later_stage_asks_for_no_less(indicator: Any, stages: tuple[Any, ...], outcomes: list[str]):  # noqa: ANN401
    """What is built up does not come down; a yearly amount may, and what has no date or number says nothing."""
    target = a_target(*(a_stage(*stage) for stage in stages))
    assert [f.outcome.value for f in found("stages", [indicator], targets=(target,))] == outcomes


def test_growth_may_be_promised_lower_in_a_later_year():
    """8 % and then 6 % is still growth."""
    target = a_target(a_stage("2024", 8), a_stage("2025", 6), of="growth")
    assert found("stages", [a_flow("x")], targets=(target,)) == []
