"""`check --cadence`: the day's list, the week's list, the month's analysis."""

from __future__ import annotations

import json
from typing import Any

import pytest

Office = Any  # the Office of conftest.py
DAY = ("--as-of", "2025-04-15")
DAILY = ("check", "--cadence", "daily", *DAY)
PROJECT = """
[[project]]
id = "park"
name = "Industrial park"
kind = "new"
planned = { start = 2025-04-01, finish = 2025-04-22, production = 2026-06-30 }
"""


def verdicts(text: str) -> list[tuple[str, str]]:
    """The verdict and the id of each row of the table."""
    ids = {"mill", "plan", "share", "park"}
    return [(row[1], next(w for w in row if w in ids)) for line in text.splitlines() if ids & set(row := line.split())]


def test_daily_tells_what_is_overdue_or_newly_red(office: Office):
    """The mill is both on the first day."""
    said = office(*DAILY)
    assert (said.code, verdicts(said.out)) == (2, [("missed", "mill")])
    assert said.out.startswith("Overdue or newly red on 2025-04-15\n")
    assert "newly red; 15 days late" in said.out


def test_daily_goes_on_telling_what_is_overdue(office: Office):
    """The next morning it is late still, and no longer new."""
    office(*DAILY)
    said = office(*DAILY)
    assert (verdicts(said.out), "newly red;" in said.out, said.err) == ([("missed", "mill")], False, "")


def test_daily_tells_a_new_red_once(office: Office):
    """The share fell off track yesterday; it is not overdue, so tomorrow it is the week's business."""
    office(*DAILY)
    office.figure(22, published="2025-03-20")
    first, second = office(*DAILY), office(*DAILY)
    assert verdicts(first.out) == [("missed", "mill"), ("off", "share")]
    assert verdicts(second.out) == [("missed", "mill")]


def test_daily_has_a_memory_of_its_own(office: Office):
    """A check that mails changes takes nothing from the day's list."""
    office("check", "--changed-since", "last", *DAY)
    assert "newly red;" in office(*DAILY).out


def test_daily_changes_leave_out_what_was_overdue_before(office: Office):
    """The line of the crontab: nothing new, no mail."""
    line = (*DAILY, "--changed-since", "last")
    office(*line)
    said = office(*line)
    assert (said.code, said.out, said.err) == (0, "", "")


def test_daily_changes_tell_recoveries_from_red(office: Office):
    """The mill was handed over after all."""
    line = (*DAILY, "--changed-since", "last")
    office(*line)
    office.done("mill", "2025-03-30")
    said = office(*line)
    assert (said.code, said.out.split(" (")[0]) == (0, "mill: √ missed -> met")


def test_daily_changes_leave_out_other_changes(office: Office):
    """From on track to at risk is not the day's business."""
    line = (*DAILY, "--changed-since", "last")
    office(*line)
    office.figure(35, published="2025-03-20")
    assert office(*line).out == ""


@pytest.mark.parametrize(
    ("day", "ids"),
    [("2025-03-23", []), ("2025-03-24", ["mill"]), ("2025-03-31", ["mill"]), ("2025-04-15", ["mill"])],
)
def test_weekly_tells_milestones_due_within_seven_days_or_overdue(day: str, ids: list[str], office: Office):
    """31 March is within seven days from the 24th on."""
    said = office("check", "--cadence", "weekly", "--as-of", day)
    assert [name for _, name in verdicts(said.out)] == ids


def test_weekly_without_anything_to_move_prints_nothing(office: Office):
    """No mail then."""
    said = office("check", "--cadence", "weekly", "--as-of", "2025-03-23")
    assert (said.code, said.out) == (0, "")


def test_a_milestone_that_is_due_is_at_risk_until_its_day_has_passed(office: Office):
    """On its own day the code is 1."""
    due = office("check", "mill", "--cadence", "weekly", "--as-of", "2025-03-31")
    assert (due.code, "due in 0 days" in due.out) == (1, True)


def test_weekly_tells_a_target_whose_stage_ends(office: Office):
    """The end of 2025 is six days off on the 25th of December."""
    said = office("check", "share", "--cadence", "weekly", "--as-of", "2025-12-25")
    assert "due in 6 days" in said.out


def test_weekly_tells_a_target_whose_day_passed_without_a_figure(office: Office):
    """In January nobody knows yet how 2025 ended."""
    said = office("check", "share", "--cadence", "weekly", "--as-of", "2026-01-10")
    assert (said.code, verdicts(said.out)) == (3, [("unknown", "share")])


def test_weekly_tells_projects(office: Office):
    """The start is 14 days late, the finish is 7 days off; production is next year."""
    office.write("targets/office.toml", PROJECT)
    office.done("mill", "2025-03-30")
    said = office("check", "--cadence", "weekly", *DAY)
    assert [" ".join(line.split()) for line in said.out.splitlines()[2:]] == [
        "project id step by remarks",
        "Industrial park park to start 2025-04-01 14 days late",
        "Industrial park park to be finished 2025-04-22 due in 7 days",
    ]


def test_a_step_reported_done_is_not_told(office: Office):
    """Progress says the works have started."""
    office.write("targets/office.toml", PROJECT)
    office.write("actuals/progress.toml", '[[progress]]\nproject = "park"\non = 2025-04-02\nstage = "started"\n')
    said = office("check", "--cadence", "weekly", *DAY)
    assert ["to start" in said.out, "to be finished" in said.out] == [False, True]


def test_monthly_is_the_whole_analysis_with_its_warnings(office: Office):
    """The gap analysis of everything, then what is behind; the code is that of a plain check."""
    said = office("check", "--cadence", "monthly", *DAY)
    assert (said.code, verdicts(said.out)) == (
        2,
        [("on", "share"), ("missed", "mill"), ("on", "plan"), ("missed", "mill")],
    )


def test_json_says_why_in_the_caveats(office: Office):
    """The whole review; what the day's list holds is marked."""
    document = json.loads(office(*DAILY, "--json").out)
    codes = {m["id"]: [c["code"] for c in m["caveats"]] for m in document["milestones"]}
    assert (codes, document["exit_code"]) == ({"mill": ["newly-red", "late"], "plan": []}, 2)


def test_what_was_acknowledged_is_on_no_list(office: Office):
    """Seen, and silent until a day."""
    office("ack", "mill", "--until", "2025-05-31", "--reason", "agreed", *DAY)
    said = [office("check", "--cadence", rhythm, *DAY) for rhythm in ("daily", "weekly")]
    assert [(one.code, one.out) for one in said] == [(0, ""), (0, "")]
