"""The warnings of a check: worst first, and how everything that was checked stands."""

from __future__ import annotations

import pytest
from samples import the_review, whole

from tracker.render.as_plain import as_plain
from tracker.render.warnings import warnings
from tracker.render.wording import Wording, wording_for

EN, ZH = wording_for("en"), wording_for("zh")
WHOLE = the_review()
TOLD = WHOLE._replace(targets=WHOLE.targets[:2], milestones=WHOLE.milestones[1:])


@pytest.mark.parametrize("wording", [EN, ZH], ids=["en", "zh"])
def test_what_is_behind_is_told_worst_first(wording: Wording):
    """Deeds and targets in one table; the summary counts what was checked, not what was told."""
    shown = as_plain(warnings(TOLD, WHOLE, wording))
    assert shown == whole(f"check.{wording.lang}", shown)


def test_where_nothing_is_behind_only_the_counts_are_left():
    """By verdict, and in the words of a notice."""
    nothing = WHOLE._replace(targets=(), milestones=())
    assert as_plain(warnings(nothing, WHOLE, EN)).splitlines() == [
        "6 checked: 1 met, 1 at risk, 1 missed, 3 unknown",
        "3 of 6 could be judged: 1 completed, 1 behind, 1 overdue; 3 not judged",
    ]
    assert as_plain(warnings(nothing, nothing, ZH)) == "没有选中任何目标\n"
