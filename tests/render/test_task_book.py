"""The task book: by lead unit, numbered, with stages and deeds below what they belong to."""

from __future__ import annotations

import pytest
from plan_samples import BUREAU, GROWTH, OUTPUT, PARK, SHARE, planned
from samples import whole

from tracker.render.as_plain import as_plain
from tracker.render.task_book import task_book
from tracker.render.task_entries import chapters, final_stage
from tracker.render.wording import wording_for


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_whole_book(lang: str):
    """Both languages, as a pipe has it."""
    shown = as_plain(task_book(planned(), wording_for(lang)))
    assert shown == whole(f"task-book-{lang}", shown)


def test_lead_units_come_in_the_order_of_their_first_promise_and_nobody_last():
    """What no unit leads is not lost; it stands at the end."""
    assert [chapter.lead for chapter in chapters(planned())] == [BUREAU, PARK, None]


def test_numbers_run_through_the_book():
    """Parts are numbered below the whole; what has one part only is not divided."""
    numbers = [task.number for chapter in chapters(planned(OUTPUT, SHARE)) for task in chapter.tasks]
    assert numbers == ["1", "2", "2.1", "2.2", "2.3", "3", "3.1", "3.2", "4"]


def test_a_task_is_due_with_its_last_stage():
    """The stages before it are its parts."""
    (share,) = planned(SHARE).targets
    assert str(final_stage(share).by) == "2025"


def test_a_deed_is_late_by_word_and_mark():
    """The second list was due on 10 March and is not reported."""
    (line,) = [row for row in as_plain(task_book(planned(GROWTH), wording_for("en"))).splitlines() if "Firms" in row]
    assert line.startswith("× late")


def test_supporting_units_stand_beside_the_task_only():
    """They are not said again of each stage."""
    text = as_plain(task_book(planned(SHARE), wording_for("zh")))
    assert text.count("工业和信息化局") == 1


def test_nothing_selected_is_said():
    """One sentence, no empty table."""
    nothing = planned()._replace(targets=(), milestones=())
    assert as_plain(task_book(nothing, wording_for("zh"))).endswith("没有选中任何目标\n")
