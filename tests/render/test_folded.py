"""What has no figure or no date yet is one line with its count, unless it is asked for."""

from __future__ import annotations

import pytest
from builders import a_portfolio, a_stage, a_target, an_actual, an_indicator, day
from samples import the_review

from tracker.assessment.review import review
from tracker.render.as_plain import as_plain
from tracker.render.folded import SHOW_ALL, Fold
from tracker.render.pictured import with_courses
from tracker.render.views import gaps, status
from tracker.render.warnings import warnings
from tracker.render.wording import wording_for

EN, ZH = wording_for("en"), wording_for("zh")
FOLDED = Fold(everything=False)


def ids(fold: Fold) -> list[str]:
    """The promises of the sample that have a line of their own."""
    return [a.target.id for a in fold.shown(the_review()).targets]


@pytest.mark.parametrize("view", [status, gaps])
def test_what_waits_for_a_figure_is_one_line(view: object):
    """Of four promises one has a figure, and one has a figure and no day; two are counted."""
    shown = as_plain(view(the_review(), EN, FOLDED))  # type: ignore[operator]
    assert "not listed: 2 without any figure, 1 without a date (--all lists them)" in shown
    assert [name in shown for name in ("a.output", "a.share", "b.power", "b.trend")] == [True, False, False, False]


def test_the_line_in_chinese():
    """In the words of an office."""
    assert list(FOLDED.left_out(the_review(), ZH)) == ["未逐项列出：暂无数据2项、未定时限1项（加 --all 全部列出）"]


def test_the_totals_count_what_is_folded():
    """A line that is not shown is still a promise."""
    assert "3 of 6 could be judged" in as_plain(status(the_review(), EN, FOLDED))


def test_what_is_named_is_shown():
    """Whoever names it asks for it."""
    assert ids(Fold(everything=False, named=frozenset({"a.share"}))) == ["a.output", "a.share"]


def test_all_is_all():
    """Nothing is folded, and nothing said to be."""
    assert ids(SHOW_ALL) == ["a.output", "a.share", "b.power", "b.trend"]
    assert list(SHOW_ALL.left_out(the_review(), EN)) == []


def test_a_check_folds_too():
    """What cannot be judged for want of a figure makes the code, and one line."""
    found = the_review()
    said = as_plain(warnings(found._replace(milestones=()), found, EN, None, FOLDED))
    assert ("a.share" in said, "not listed: 2 without any figure, 1 without a date" in said) == (False, True)


def test_where_all_is_folded_the_line_is_left():
    """With the counts, and without an empty table."""
    waiting = the_review()._replace(targets=the_review().targets[1:2], milestones=())
    assert as_plain(status(waiting, EN, FOLDED)).splitlines() == [
        "Status as of 2025-04-15",
        "",
        "not listed: 1 without any figure (--all lists them)",
        "0 of 1 could be judged",
        "○ unknown: 1 of 1 (100.0%)",
    ]


def test_what_lacks_other_figures_is_not_merely_waiting():
    """Growth without the year before says what it needs, in a line of its own."""
    target = a_target(a_stage("2025", 15), of="growth")
    figures = [an_actual("2025", 100, "亿元")]
    found = review(a_portfolio([an_indicator("flow", "亿元")], figures, targets=[target]), day("2026-03-01"))
    assert found.targets[0].latest is None
    assert FOLDED.shown(found).targets == found.targets


def test_courses_are_drawn_for_the_lines_there_are():
    """One line, one course."""
    found = the_review()
    sheet = with_courses(status(found, EN, FOLDED), FOLDED.shown(found), EN)[0]
    assert len(sheet.rows) == 1
    assert "done against schedule" in [column.heading for column in sheet.columns]
