"""`tracker done`, `tracker progress`, and taking them back: what is written, what is asked, and what counts."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Answer = tuple[int, str, str]
Tell = Callable[..., Answer]

TARGETS = """
[policy]
id = "plan"
title = "Plan"

[[indicator]]
id = "output"
name = "Output"
measure = "flow"
unit = "亿元"
better = "higher"

[[milestone]]
id = "audits"
name = "Areas audited"
by = 2025-12-31
count = 10

[[milestone]]
id = "opening"
name = "Opening"
by = 2025-12-31
items = [{ zh = "大厅", en = "Hall" }, "Road"]

[[milestone]]
id = "law"
name = "Law adopted"
by = 2025-06-30

[[project]]
id = "park"
name = "Park"
planned = { start = "2025-03", finish = "2025-09" }
"""
YEAR_END = ("--as-of", "2025-12-30")
PRINTED = ("--published", "2025-08-02")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A workspace of three milestones and a project, without reports."""
    (tmp_path / "targets").mkdir()
    (tmp_path / "targets" / "plan.toml").write_text(TARGETS, "utf-8")
    return tmp_path


def by_hand(place: Path, text: str) -> None:
    """What is written down in actuals/hand.toml."""
    (place / "actuals").mkdir(exist_ok=True)
    (place / "actuals" / "hand.toml").write_text(text, "utf-8")


def rows(place: Path) -> list[dict[str, Any]]:
    """Every row of the journal."""
    lines = (place / "actuals" / "journal.jsonl").read_text("utf-8").splitlines()
    return [row for line in lines for row in json.loads(line)["sub"]["rows"]]


def milestone(tell: Tell, name: str, *when: str) -> tuple[int, int, str]:
    """How many deeds of a milestone are done, of how many, and its verdict; at the year's end unless said otherwise."""
    document = json.loads(tell("status", name, "--json", *(when or YEAR_END))[1])
    (one,) = document["milestones"]
    return one["done"], one["total"], one["verdict"]


def steps(tell: Tell, *when: str) -> list[str]:
    """How the planned steps of the park stand on the road map."""
    document = json.loads(tell("plan", "roadmap", "--json", *YEAR_END, *when)[1])
    return [row["state"] for row in document["rows"] if row["id"] == "park"]


def fault_codes(tell: Tell) -> list[str]:
    """The codes of what validate finds."""
    err = tell("validate")[2]
    return [line.partition("error[")[2].partition("]")[0] for line in err.splitlines() if "error[" in line]


def test_one_deed_of_a_count_counts_one(tell: Tell):
    """1 of 10, the day before the end: at risk; and the next 1 + 1 of 10."""
    assert tell("done", "audits", "--on", "2025-08-01", *YEAR_END)[:2] == (
        0,
        "recorded: 1\naudits: 1 of 10 done\naudits: off track -> at risk\n",
    )
    assert milestone(tell, "audits") == (1, 10, "at_risk")
    assert tell("done", "audits", "--on", "2025-08-02", *YEAR_END)[1] == "recorded: 1\naudits: 2 of 10 done\n"


def test_deeds_that_are_only_counted_are_not_named_one_by_one(tell: Tell):
    """How many are done says it all; of a list those that are due are named."""
    tell("done", "audits", "--on", "2025-08-01", "-q")
    out = tell("status", "audits", "opening", "--lang", "en", *YEAR_END)[1]
    counted, named = (next(line for line in out.splitlines() if f" {name} " in line) for name in ("audits", "opening"))
    assert ("1/10" in counted, "due: " in counted, "due: Hall, Road" in named) == (True, False, True)


def test_a_leaders_page_tells_a_deed_that_is_due_from_one_that_is_late(tell: Tell):
    """On 30 December one of ten is due in a day, and on New Year's Day late by one; of a list those left are named."""
    tell("done", "audits", "--on", "2025-08-01", "-q")
    tell("done", "law", "--on", "2025-06-01", "-q")
    tell("done", "opening", "--item", "Hall", "--on", "2025-08-01", "-q")
    before, after = (tell("brief", "--lang", "en", "--as-of", day)[1] for day in ("2025-12-30", "2026-01-01"))
    assert ("finish what is late" in before, "Areas audited (1 of 10 done)" in before) == (False, True)
    assert ("due in 1 days" in before, "Opening (1 of 2 done): Road" in before) == (True, True)
    assert ("finish what is late: 2." in after, "1 days late" in after) == (True, True)


def test_the_same_deed_again_adds_nothing_and_says_how_to_tell_another(place: Path, tell: Tell):
    """The same day and no other source: where it stands, and how several of one day are told."""
    deed = ("done", "audits", "--on", "2025-08-01", "--lang", "en")
    tell(*deed)
    code, out, err = tell(*deed)
    assert (code, out) == (0, "already recorded at actuals/journal.jsonl:1; nothing was added\n")
    assert "tracker done audits --count 2" in err
    assert len(rows(place)) == 1


def test_several_deeds_of_a_day_are_told_together(place: Path, tell: Tell):
    """3 on that day, told after the first of them: 3 of 10; fewer than told before is asked about."""
    deed = ("done", "audits", "--on", "2025-08-01")
    for more in ((), ("--count", "3"), ("--count", "3")):
        assert tell(*deed, *more)[0] == 0
    assert (milestone(tell, "audits")[0], len(rows(place))) == (3, 2)
    assert rows(place)[1] == {"milestone": "audits", "count": "3", "on": "2025-08-01"}
    assert "objection[contradicts]" in tell(*deed, "--count", "2")[2]
    assert tell(*deed, "--count", "2", "--revise")[0] == 0
    assert milestone(tell, "audits")[0] == 2


def test_two_sources_of_one_day_tell_two_deeds(tell: Tell):
    """Each names its own; where one names none, it is asked whether it is another deed."""
    deed = ("done", "audits", "--on", "2025-08-01")
    assert [tell(*deed, "--source", name)[0] for name in ("county A", "county B")] == [0, 0]
    assert milestone(tell, "audits")[0] == 1 + 1
    code, _, err = tell(*deed)
    assert (code, "objection[same-deed]" in err) == (65, True)
    assert tell(*deed, "--accept", "same-deed")[0] == 0
    assert milestone(tell, "audits")[0] == 1 + 1 + 1


def test_all_of_a_count_are_done_only_by_saying_so(place: Path, tell: Tell):
    """10 of 10, and met before its day."""
    tell("done", "audits", "--all", "--on", "2025-11-01", "-q")
    assert rows(place) == [{"milestone": "audits", "all": True, "on": "2025-11-01"}]
    assert milestone(tell, "audits") == (10, 10, "met")


def test_more_deeds_than_promised_are_asked_about(tell: Tell):
    """8 + 3 of 10; accepted, ten of ten are done."""
    tell("done", "audits", "--on", "2025-08-01", "--count", "8", "-q")
    more = ("done", "audits", "--on", "2025-09-01", "--count", "3", "--lang", "en")
    code, _, err = tell(*more)
    assert (code, "objection[more-deeds]: audits: 11 of 10 deeds" in err) == (65, True)
    assert tell(*more, "--accept", "more-deeds")[0] == 0
    assert milestone(tell, "audits")[:2] == (10, 10)


def test_an_old_row_of_a_count_counts_one(place: Path, tell: Tell):
    """As the journal of the first version has it: no item and no number."""
    tell("done", "audits", "--on", "2025-08-01", *PRINTED)
    assert rows(place) == [{"milestone": "audits", "on": "2025-08-01", "published": "2025-08-02"}]
    assert milestone(tell, "audits")[:2] == (1, 10)


def test_a_list_asks_which_of_its_deeds_is_done(place: Path, tell: Tell):
    """Their names stand in the answer; --all is said, never meant in silence."""
    code, _, err = tell("done", "opening", "--on", "2025-08-01", "--lang", "en")
    assert (code, "objection[which-item]" in err, "大厅, Road" in err, "--all" in err) == (65, True, True, True)
    assert tell("done", "opening", "--all", "--on", "2025-08-01", "-q")[0] == 0
    assert rows(place) == [{"milestone": "opening", "all": True, "on": "2025-08-01"}]
    assert milestone(tell, "opening") == (2, 2, "met")


def test_the_last_of_a_count_has_a_number_too(tell: Tell):
    """Number 10 of ten."""
    assert tell("done", "audits", "--item", "10", "--on", "2025-08-01", "-q")[0] == 0
    assert milestone(tell, "audits")[:2] == (1, 10)


def test_several_items_at_once_are_one_submission(place: Path, tell: Tell):
    """Each by name or number."""
    assert tell("done", "opening", "--item", "Hall", "--item", "2", "--on", "2025-08-01", "-q")[0] == 0
    assert [row["item"] for row in rows(place)] == ["Hall", "2"]
    assert milestone(tell, "opening") == (2, 2, "met")


def test_a_milestone_without_a_list_needs_no_item(tell: Tell):
    """It is its own deed; done in time and before its day."""
    assert tell("done", "law", "--on", "2025-06-01", "-q")[0] == 0
    assert milestone(tell, "law") == (1, 1, "met")
    (one,) = json.loads(tell("status", "law", "--json", *YEAR_END)[1])["milestones"]
    assert [caveat["code"] for caveat in one["caveats"]] == ["early"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("opening", "--count", "2"), "objection[count-unused]"),
        (("audits", "--item", "11"), "objection[unknown-item]"),
        (("audits", "--item", "0"), "objection[unknown-item]"),
        (("audits", "--item", "01"), "objection[unknown-item]"),
        (("audits", "--item", "９"), "objection[unknown-item]"),
        (("audits", "--item", "1", "--all"), "--item and --all do not go together"),
        (("audits", "--count", "2", "--all"), "--count and --all do not go together"),
        (("nothing",), "objection[unknown-milestone]"),
    ],
)
def test_what_does_not_say_plainly_which_deeds_are_done(arguments: tuple[str, ...], said: str, place: Path, tell: Tell):
    """Nothing is recorded."""
    code, _, err = tell("done", *arguments)
    assert (code in {64, 65}, said in err, (place / "actuals").exists()) == (True, True, False)


def test_a_sheet_says_all_in_its_column_of_items(place: Path, tell: Tell, tmp_path: Path):
    """And two counted deeds of one day in one sheet are asked about."""
    sheet = tmp_path / "deeds.csv"
    sheet.write_text("milestone,item,on\nopening,全部,2025-08-01\naudits,,2025-08-01\naudits,,2025-08-02\n", "utf-8")
    assert tell("record", "--from", str(sheet), "-q")[0] == 0
    assert rows(place)[0] == {"milestone": "opening", "all": True, "on": "2025-08-01"}
    assert milestone(tell, "audits")[0] == 1 + 1
    sheet.write_text("milestone,item,on\naudits,,2025-09-01\naudits,,2025-09-01\n", "utf-8")
    code, _, err = tell("record", "--from", str(sheet))
    assert (code, "objection[deed-twice]" in err, "line 2" in err) == (65, True, True)


def test_the_earlier_options_of_record_work_and_name_the_verb(place: Path, tell: Tell):
    """One line on stderr."""
    deed = tell("record", "--done", "opening", "--item", "Hall", "--on", "2025-08-01", "--lang", "en")
    assert (deed[0], deed[2]) == (0, "tracker: deeds have a verb of their own now: tracker done opening\n")
    step = tell("record", "--project", "park", "--stage", "started", "--on", "2025-03-01", "--lang", "en")
    assert (step[0], step[2]) == (0, "tracker: progress has a verb of its own now: tracker progress park\n")
    assert [row.get("item") or row.get("stage") for row in rows(place)] == ["Hall", "started"]


def test_progress_of_a_project(place: Path, tell: Tell):
    """Its stage, its money and its physical progress; the same again adds nothing."""
    step = ("park", "--stage", "built", "--invested", "3.20", "--unit", "亿元", "--physical", "80%")
    assert [tell("progress", *step, "--on", "2025-06-30")[0] for _ in range(2)] == [0, 0]
    said = {"stage": "built", "invested": "3.20", "unit": "亿元", "physical": "80"}
    assert rows(place) == [{"project": "park", "on": "2025-06-30", **said}]


def test_progress_is_known_from_the_day_it_was_published(tell: Tell):
    """Built in June and printed on 20 July: on the 10th nobody knew."""
    tell("progress", "park", "--stage", "built", "--on", "2025-06-30", "--published", "2025-07-20", "-q")
    assert [steps(tell, "--known-at", day) for day in ("2025-07-10", "2025-07-20")] == [["late"] * 2, ["done"] * 2]


def test_a_deed_is_shown_withdrawn_and_no_longer_counts(place: Path, tell: Tell):
    """2 - 1 of 10; the journal says what was taken back and why."""
    for day in ("2025-08-01", "2025-08-02"):
        tell("done", "audits", "--on", day, "-q")
    taken = ("withdraw", "audits", "--on", "2025-08-01", "--reason", "not yet audited", "--yes", *YEAR_END)
    code, out, _ = tell(*taken)
    assert (code, "2025-08-01" in out, out.splitlines()[-2:]) == (0, True, ["withdrawn: 1", "audits: 1 of 10 done"])
    assert rows(place)[-1] == {"withdraws": {"milestone": "audits", "on": "2025-08-01"}, "reason": "not yet audited"}
    assert milestone(tell, "audits")[0] == 1
    assert tell(*taken)[0] == 65  # nothing of that day stands any more


def test_a_withdrawn_deed_can_be_recorded_and_withdrawn_again(tell: Tell):
    """Each time it is a new one."""
    deed = ("done", "opening", "--item", "Hall", "--on", "2025-08-01")
    taken = ("withdraw", "opening", "--item", "大厅", "--reason", "error", "--yes", *YEAR_END)
    told = [tell(*command)[1].splitlines()[-1] for command in (deed, taken, deed, taken, deed)]
    assert told[0] == told[2] == told[4] == "recorded: 1"
    assert told[1] == told[3] == "opening: at risk -> off track"
    assert milestone(tell, "opening")[0] == 1


def test_before_it_was_withdrawn_the_deed_stood(place: Path, tell: Tell):
    """By hand: done in August, taken back on 1 October; in September it was 1 of 10."""
    deed = '[[done]]\nmilestone = "audits"\non = 2025-08-01\n'
    taken = '[[withdrawn]]\nmilestone = "audits"\nday = 2025-08-01\non = 2025-10-01\nreason = "error"\n'
    by_hand(place, deed + taken)
    known = [milestone(tell, "audits", *YEAR_END, "--known-at", day)[0] for day in ("2025-09-30", "2025-10-01")]
    assert known == [1, 0]
    assert milestone(tell, "audits")[0] == 0


def test_progress_is_withdrawn_as_deeds_are(place: Path, tell: Tell):
    """A park that was never built has both its steps late again."""
    tell("progress", "park", "--stage", "built", "--on", "2025-06-30", "-q")
    assert steps(tell) == ["done", "done"]
    code, out, _ = tell("withdraw", "park", "--on", "2025-06-30", "--reason", "another park", "--yes")
    assert (code, "Park [park]" in out, "withdrawn: 1" in out) == (0, True, True)
    assert rows(place)[-1]["withdraws"] == {"project": "park", "on": "2025-06-30"}
    assert steps(tell) == ["late", "late"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("audits",), 64, "2 reports of audits stand"),
        (("audits", "--period", "2025"), 64, "--period says nothing about the milestone audits"),
        (("audits", "--on", "2025-09-01"), 65, "no such report of audits stands"),
        (("audits", "--item", "11"), 64, '"11" is not an item of audits'),
        (("park", "--stage", "nowhere"), 64, '--stage: "nowhere" cannot be read'),
        (("output",), 64, "which figure of output is taken back?"),
        (("adits",), 64, 'there is no indicator, milestone or project "adits"'),
    ],
)
def test_what_cannot_be_withdrawn(arguments: tuple[str, ...], code: int, said: str, place: Path, tell: Tell):
    """One of several must be named, and what is named must be there; nothing is written."""
    for day in ("2025-08-01", "2025-08-02"):
        tell("done", "audits", "--on", day, "-q")
    ended, _, err = tell("withdraw", *arguments, "--reason", "error", "--yes")
    assert (ended, said in err, len(rows(place))) == (code, True, 2)


DEED = '[[done]]\nmilestone = "audits"\non = 2025-08-01\n'
TAKEN = '[[withdrawn]]\nreason = "error"\n'


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (DEED + DEED, "deed-twice"),
        ('[[done]]\nmilestone = "audits"\nitem = "1"\ncount = 2\n', "which-deeds"),
        ('[[done]]\nmilestone = "opening"\ncount = 2\n', "count-unused"),
        (TAKEN, "withdraws-what"),
        (TAKEN + 'milestone = "audits"\nproject = "park"\n', "withdraws-what"),
        (TAKEN + 'milestone = "audits"\nperiod = "2025"\n', "withdraws-what"),
        (TAKEN + 'indicator = "output"\n', "missing-key"),
        (TAKEN + 'milestone = "audits"\nday = 2025-08-01\n', "withdraws-nothing"),
        (TAKEN + 'project = "park"\n', "withdraws-nothing"),
        (TAKEN + 'milestone = "opening"\nitem = "Bridge"\n', "unknown-item"),
    ],
)
def test_what_is_written_by_hand_is_asked_about(text: str, code: str, place: Path, tell: Tell):
    """Each fault has its code, and nothing is judged."""
    by_hand(place, text)
    assert fault_codes(tell) == [code]


def test_deeds_by_hand_count_as_recorded_ones_do(place: Path, tell: Tell):
    """1 of one day and 3 of another, of ten; a list without an item still means all of it."""
    by_hand(
        place, DEED + '[[done]]\nmilestone = "audits"\non = 2025-09-01\ncount = 3\n[[done]]\nmilestone = "opening"\n'
    )
    assert (milestone(tell, "audits")[0], milestone(tell, "opening")[0]) == (1 + 3, 2)


def test_a_recorded_item_that_is_no_longer_declared_is_a_fault(place: Path, tell: Tell):
    """It is not passed over in silence."""
    tell("done", "opening", "--item", "Road", "--on", "2025-08-01", "-q")
    declared = place / "targets" / "plan.toml"
    declared.write_text(declared.read_text("utf-8").replace('"Road"', '"Bridge"'), "utf-8")
    assert fault_codes(tell) == ["journal-row"]
