"""What must hold between the keys of one declaration, as far as the broken files do not show it."""

from __future__ import annotations

from typing import Any

import pytest

from tracker.files.agreement import in_order
from tracker.files.declarations import MILESTONE, TARGET
from tracker.files.shapes import Shape
from tracker.files.slips import Unreadable

STAGES = [{"by": "2025", "value": 60}]


def codes(shape: Shape, **keys: object) -> list[str]:
    """The codes of the slips of one declaration."""
    raw = {"id": "a", "indicator": "a", "aim": "at-least", "stages": STAGES, **keys}
    try:
        shape.read(raw)
    except Unreadable as unreadable:
        return [slip.code for slip in unreadable.slips]
    return []


@pytest.mark.parametrize(
    "keys",
    [
        {},
        {"stages": [{"by": "2022", "value": 1}, {"by": "2023", "value": 2}, {"by": "2025", "value": 3}]},
        {"stages": [{"by": "2025", "value": 1}, {"value": 2}, {"by": "2026", "value": 3}]},
        {"stages": [{"by": "2025-Q1", "value": 1}, {"by": "2025", "value": 2}]},
        {"stages": [{"by": "2025"}]},
        {"aim": "between", "stages": [{"by": "2025", "value": 1, "high": 5}]},
        {"stages": [{"by": "2025", "value": 1, "aim": "between", "high": 1}]},
        {"path": "plan", "checkpoints": [{"by": "2025-Q1", "value": 1}, {"by": "2025-H1", "value": 2}]},
        {"of": "difference", "peer": "b"},
        {"when": "throughout", "from": "2024-01"},
        {"of": "increase", "baseline": {"period": "2020"}},
        {"of": "total", "stages": [{"by": "2021/2025", "value": 100}]},
        {"of": "total", "stages": [{"value": 100}]},
        {"in_force": {"from": "x"}},
    ],
    ids=str,
)
def test_what_agrees_is_no_slip(keys: dict[str, Any]):
    """Every pair of keys that belong together; a key with a slip of its own has only that."""
    expected = ["wrong-type"] if "in_force" in keys else []
    assert codes(TARGET, **keys) == expected


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ({"stages": [{"by": "2025", "value": 1}, {"by": "2025-12", "value": 2}]}, "stage-order"),
        ({"aim": "between", "stages": [{"by": "2025", "high": 5}]}, "between-two"),
        ({"of": "total", "stages": [{"by": "2025", "value": 100}]}, "no-baseline"),
        ({"of": "average-growth", "stages": [{"by": "2021/2025", "value": 7}]}, "no-baseline"),
        ({"of": "growth", "peer": "b"}, "peer-unused"),
        ({"path": "plan"}, "no-checkpoints"),
    ],
    ids=str,
)
def test_what_does_not_agree_is_one_slip(keys: dict[str, Any], code: str):
    """Beside those of the broken files."""
    assert codes(TARGET, **keys) == [code]


def test_every_step_out_of_order_is_told():
    """At the key that comes too early."""
    entries = [{"by": period} for period in (5, 4, 3)]

    class Ends:
        """A period by its last day only."""

        def __init__(self, last: int) -> None:
            self.last = last

    slips = in_order([{"by": Ends(entry["by"])} for entry in entries], "stages", "stage")
    assert [slip.way for slip in slips] == [("stages", 1, "by"), ("stages", 2, "by")]


def test_a_milestone_may_have_items_or_their_number():
    """Either, or none, but not both."""
    plain = {"id": "a", "name": "A"}
    for extra in ({}, {"items": ["x"]}, {"count": 3}):
        assert MILESTONE.read({**plain, **extra})["id"] == "a"
    with pytest.raises(Unreadable) as caught:
        MILESTONE.read({**plain, "items": ["x"], "count": 3})
    assert [slip.code for slip in caught.value.slips] == ["two-lists"]
