"""The selector `due:`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Office = Callable[..., Any]
DAY = ("--as-of", "2025-04-15")


@pytest.mark.parametrize(
    ("selector", "ids"),
    [
        ("due:overdue", ["mill"]),
        ("due:75d", []),
        ("due:76d", ["plan"]),
        ("due:10w", []),
        ("due:11w", ["plan"]),
        ("due:2025-06", ["plan"]),
        ("due:2025-Q1", ["mill"]),
        ("due:2025", ["share", "mill", "plan"]),
        ("due:2025年6月", ["plan"]),
        ("due:2030", []),
    ],
)
def test_what_is_due(office: Office, selector: str, ids: list[str]):
    """On 15 April the mill (31 March) is late, the plan (30 June) is 15 + 31 + 30 = 76 days away."""
    found = office("status", selector, "--format", "plain", *DAY)
    assert found.code == 0
    assert [id_ for id_ in ("share", "mill", "plan") if f"  {id_}  " in found.out] == ids


def test_what_is_met_is_not_overdue(office: Office):
    """The mill handed over late is done."""
    office.done("mill", "2025-04-10")  # type: ignore[attr-defined]
    assert "nothing was selected" in office("status", "due:overdue", *DAY).out


@pytest.mark.parametrize("word", ["soon", "", "7x", "9999999d", "2025-13"])
def test_a_word_that_names_no_time_is_an_error(office: Office, word: str):
    """With the forms that do."""
    told = office("status", f"due:{word}", *DAY)
    assert (told.code, told.err.splitlines()) == (
        64,
        [f'tracker: "due:{word}" names no time', "  help: write due:overdue, due:7d, due:2w or due: and a period"],
    )
