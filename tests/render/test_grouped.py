"""A view cut into groups, each with its own totals."""

from __future__ import annotations

import pytest
from plan_samples import GROWTH, OUTPUT, SHARE, planned
from samples import the_review

from tracker.render.grouped import Grouping, grouped
from tracker.render.views import gaps
from tracker.render.wording import wording_for

EN = wording_for("en")


@pytest.mark.parametrize("by", Grouping)
def test_every_promise_stands_in_just_one_group(by: Grouping):
    """The rows of all groups are the rows of the whole."""
    whole = sum(len(sheet.rows) for sheet in gaps(the_review(), EN))
    assert sum(len(sheet.rows) for sheet in grouped(the_review(), by, gaps, EN)) == whole


def test_groups_stand_in_the_order_of_their_first_promise_and_the_unnamed_last():
    """Each first sheet begins with the group's name: the park's promise is declared before the bureau's."""
    titles = [sheet.title for sheet in grouped(planned(GROWTH, SHARE, OUTPUT), Grouping.LEAD, gaps, EN)]
    names = [title.partition(":")[0] for title in titles if ":" in title]
    assert names == ["Park committee", "Industry bureau", "not named"]


def test_each_group_names_its_own_denominator():
    """Totals are of the group, not of the whole."""
    review = the_review()
    notes = [sheet.notes[0] for sheet in grouped(review, Grouping.POLICY, gaps, EN) if sheet.notes]
    total = sum(int(note.split(" of ")[1].split()[0]) for note in notes)
    assert total == len(review.targets) + len(review.milestones)
