"""A view cut into groups, each with its own totals."""

from __future__ import annotations

import pytest
from samples import the_review

from tracker.render.grouped import Grouping, grouped, label
from tracker.render.views import gaps
from tracker.render.wording import Wording, wording_for

EN, ZH = wording_for("en"), wording_for("zh")


@pytest.mark.parametrize("by", Grouping)
def test_every_promise_stands_in_just_one_group(by: Grouping):
    """The rows of all groups are the rows of the whole."""
    whole = sum(len(sheet.rows) for sheet in gaps(the_review(), EN))
    assert sum(len(sheet.rows) for sheet in grouped(the_review(), by, gaps, EN)) == whole


@pytest.mark.parametrize("wording", [EN, ZH], ids=["en", "zh"])
def test_groups_stand_in_the_order_of_their_names_and_the_unnamed_last(wording: Wording):
    """Each first sheet begins with the group's name."""
    review = the_review()
    names = {label(a, Grouping.LEAD, review, wording) for a in (*review.targets, *review.milestones)}
    unnamed = "not named" if wording is EN else "未明确"
    expected = [*sorted(names - {""}), *([unnamed] if "" in names else [])]
    titles = [sheet.title for sheet in grouped(review, Grouping.LEAD, gaps, wording)]
    assert [name for name in expected if any(title.startswith(name) for title in titles)] == expected


def test_each_group_names_its_own_denominator():
    """Totals are of the group, not of the whole."""
    review = the_review()
    notes = [sheet.notes[0] for sheet in grouped(review, Grouping.POLICY, gaps, EN) if sheet.notes]
    total = sum(int(note.split(" of ")[1].split()[0]) for note in notes)
    assert total == len(review.targets) + len(review.milestones)
