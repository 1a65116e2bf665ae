"""The one write: once, all or nothing, and judged again where somebody else was quicker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from tracker.files.journal import read
from tracker.files.submission import Journal
from tracker.reporting.submit import Who, line_of, salt_for, submit

FIGURE = {"indicator": "a", "period": "2025", "value": "1.50"}
TAKEN = {"indicator": "a", "period": "2025", "reason": "typing error"}
Rows = Sequence[Mapping[str, Any]]


def who() -> Who:
    """Somebody whose clock goes on by a second."""
    ticks = count()
    return Who("officer", lambda: datetime(2026, 1, 10, 8, tzinfo=UTC) + timedelta(seconds=next(ticks)))


def test_the_same_rows_are_recorded_once(tmp_path: Path):
    """The second submission is told that it is there, with the time of the first."""
    journal, one = tmp_path / "journal.jsonl", who()
    first = submit(journal, lambda _: [FIGURE], one, Journal())
    again = submit(journal, lambda _: [FIGURE], one, Journal())
    assert first
    assert again
    assert (first.recorded, again.recorded, again.at) == (True, False, first.at)
    assert len(read(journal).submissions) == 1


def test_nothing_to_record_touches_nothing(tmp_path: Path):
    """A plan without rows makes no file."""
    assert submit(tmp_path / "actuals" / "journal.jsonl", lambda _: [], who(), Journal()) is None
    assert list(tmp_path.iterdir()) == []


def test_a_withdrawn_figure_can_be_recorded_again_and_withdrawn_again(tmp_path: Path):
    """Each of the six is a submission of its own, though three and three say the same."""
    journal, one = tmp_path / "journal.jsonl", who()
    told = [submit(journal, lambda _, row=row: [row], one, read(journal)) for row in (FIGURE, TAKEN) * 3]
    assert [receipt.recorded for receipt in told if receipt] == [True] * 6
    assert len({receipt.key for receipt in told if receipt}) == 6


def test_a_plan_is_asked_again_when_others_were_quicker(tmp_path: Path):
    """What another process recorded meanwhile is seen by the plan before anything is written."""
    journal, one = tmp_path / "journal.jsonl", who()
    stale = Journal()
    submit(journal, lambda _: [FIGURE], one, stale)
    other = {**FIGURE, "period": "2024"}

    def plan(now: Journal) -> Rows:
        """Both figures, without those that are there."""
        there = [row for submission in now.submissions for row in submission.rows]
        return [row for row in (FIGURE, other) if row not in there]

    receipt = submit(journal, plan, one, stale)
    assert receipt
    assert receipt.recorded
    assert [submission.rows for submission in read(journal).submissions] == [(FIGURE,), (other,)]


def test_a_plan_that_objects_under_the_lock_writes_nothing(tmp_path: Path):
    """The exception of the plan comes out, the journal stays, and the lock is free again."""
    journal, one = tmp_path / "journal.jsonl", who()
    submit(journal, lambda _: [FIGURE], one, Journal())
    before = journal.read_bytes()

    def plan(now: Journal) -> Rows:
        """Another value, as long as there is none."""
        if now.submissions:
            raise LookupError
        return [{**FIGURE, "value": "2"}]

    with pytest.raises(LookupError):
        submit(journal, plan, one, Journal())
    assert journal.read_bytes() == before
    assert submit(journal, lambda _: [TAKEN], one, read(journal), wait=0)


def test_the_line_shown_is_the_line_written(tmp_path: Path):
    """A dry run and the run after it, at the same time of the clock."""
    journal = tmp_path / "journal.jsonl"
    still = Who("officer", lambda: datetime(2026, 1, 10, 8, tzinfo=UTC))
    shown = line_of([FIGURE], still, Journal())
    submit(journal, lambda _: [FIGURE], still, Journal())
    assert journal.read_bytes() == shown


def test_other_figures_do_not_change_the_key(tmp_path: Path):
    """Only a withdrawal of the same indicator and period makes a figure a new one."""
    journal, one = tmp_path / "journal.jsonl", who()
    submit(journal, lambda _: [TAKEN], one, Journal())
    seen = read(journal)
    keys = [salt_for([{**FIGURE, **change}], seen) for change in ({}, {"period": "2024"}, {"indicator": "b"})]
    assert keys == [seen.submissions[0].key, "", ""]
