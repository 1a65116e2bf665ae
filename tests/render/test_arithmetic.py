"""The arithmetic of one promise: each number with the sum it came from."""

from __future__ import annotations

from builders import a_stage, a_target, an_indicator, judged

from tracker.render.arithmetic import sums
from tracker.render.wording import wording_for

EN = wording_for("en")
FIGURES = [("2024-01/2024-02", 79), ("2024", "45.5"), ("2025-01/2025-02", 71)]


def test_a_position_of_last_year_is_moved_by_what_this_year_asks():
    """79 + 44 - 45.5 = 77.5 asked by February; (44 x 365 - 71 x 59) / 306 a day for the rest."""
    dust = an_indicator("ratio", "index", "lower")
    found = judged(a_target(a_stage("2025", 44, "at-most"), rule="schedule"), dust, FIGURES, "2025-03-15")
    said = dict(sums(found, EN))
    assert said["asked by then"] == "79 + 44 - 45.5 = 77.5"
    assert said["pace needed"] == f"(44 x 365 - 71 x 59) / {365 - 59} = {(44 * 365 - 71 * 59) / 306:.2f}"
