"""What is sent when verdicts changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import the_review

from tracker.assessment.change import changed
from tracker.assessment.verdict import Verdict
from tracker.render.digest import CUT, cut, digest
from tracker.render.wording import Wording, wording_for

KNOWN = {
    ("target", "a.output"): Verdict.ON_TRACK,
    ("target", "a.share"): Verdict.UNKNOWN,
    ("target", "b.power"): Verdict.UNKNOWN,
    ("target", "b.trend"): Verdict.UNKNOWN,
    ("milestone", "c.plan"): Verdict.MISSED,
    ("milestone", "c.start"): Verdict.MISSED,
}


def test_a_whole_digest():
    """One line a change, the worse first, recoveries too, then how everything stands."""
    found = digest(changed(the_review(), KNOWN), the_review(), Wording())
    assert found.title.endswith("verdicts changed as of 2025-04-15: 2")
    worse, better, summary, noticed = found.lines
    assert worse.startswith("a.output: ▲ on track -> at risk (Output of 120 bn CNY; at least 120 bn CNY")
    assert better == "c.plan: √ missed -> met (Work plan drawn up; Q1 2025; 1/1)"
    assert summary == "6 checked: 1 met, 1 at risk, 1 missed, 3 unknown"
    assert noticed == "3 of 6 could be judged: 1 completed, 1 behind, 1 overdue; 3 not judged"


def test_a_digest_in_chinese():
    """Names and verdicts are in the language asked for."""
    found = digest(changed(the_review(), KNOWN), the_review(), wording_for("zh"))
    assert "工业总产值1200亿元" in found.lines[0]


def test_whole_lines_are_kept():
    """A line that does not fit is left out whole, and the cut is marked."""
    assert cut(["first", "second", "third"], len("first\nsecond\n" + CUT)) == f"first\nsecond\n{CUT}"


def test_what_fits_is_not_cut():
    """No mark without a cut."""
    assert cut(["first", "second"], len("first\nsecond")) == "first\nsecond"


def test_a_first_line_too_long_is_cut_at_a_character():
    """Chinese characters take three bytes each: 10 bytes hold the mark of 3 and two characters of 6."""
    assert cut(["铝液就地转化率"], 10) == "铝液..."


@pytest.mark.parametrize("most", [0, 1, 2])
def test_a_channel_with_no_room_gets_no_more_than_it_takes(most: int):
    """The mark itself is cut."""
    assert len(cut(["铝液"], most).encode()) <= most


@given(st.lists(st.text(alphabet="ab铝液🙂", max_size=12), min_size=1, max_size=8), st.integers(0, 80))
def test_a_cut_never_exceeds_its_limit_and_never_splits_a_character(lines: list[str], most: int):
    """What is left is within the limit by bytes, and the beginning of what there was."""
    found = cut(lines, most)
    assert len(found.encode()) <= most
    assert "\ufffd" not in found
    assert "\n".join(lines).startswith(found.removesuffix(CUT).rstrip("\n")) or most < len(CUT)
