"""`tracker ack`: a verdict that was seen is passed over, until the day is over or it gets worse."""

from __future__ import annotations

import json
from typing import Any

import pytest

Office = Any  # the Office of conftest.py
DAY = ("--as-of", "2025-04-15")
ACK = ("ack", "mill", "--until", "2025-05-31", "--reason", "handover agreed", "--by", "Li", *DAY)
LATE = "× missed"
CAVEAT = "acknowledged until 2025-05-31: handover agreed"


def behind(office: Office, day: str = "2025-04-15") -> tuple[int, list[str]]:
    """The code of a quiet check on a day, and the ids it prints."""
    said = office("check", "-q", "--as-of", day)
    return said.code, [name for name in ("mill", "plan", "share") if f"  {name}  " in said.out]


def rows(office: Office) -> list[dict[str, str]]:
    """What the journal holds, and who put it there."""
    lines = [json.loads(line)["sub"] for line in (office.root / "actuals/journal.jsonl").read_text().splitlines()]
    return [{"by": line["by"], **row} for line in lines for row in line["rows"]]


def test_an_acknowledged_promise_is_passed_over(office: Office):
    """Before: the mill is late, code 2. After: nothing is printed, code 0."""
    assert behind(office) == (2, ["mill"])
    assert office(*ACK).out == "mill: missed, acknowledged until 2025-05-31\n"
    assert behind(office) == (0, [])


def test_the_silence_ends_with_its_day(office: Office):
    """On the last of May it holds, on the first of June it does not; the plan of 30 June is due by then."""
    office(*ACK)
    assert (behind(office, "2025-05-31"), behind(office, "2025-06-01")) == ((1, ["plan"]), (2, ["mill", "plan"]))


def test_it_silences_no_day_before_it_was_given(office: Office):
    """The bulletin of 1 April stays as it was."""
    office(*ACK)
    assert behind(office, "2025-04-01") == (2, ["mill"])


def test_a_verdict_that_gets_worse_speaks_up(office: Office):
    """Acknowledged at risk (15 of the 20 points asked for), then off track (2 of them)."""
    office.figure(35, published="2025-03-01")
    office("ack", "share", "--until", "2025-12-31", "--reason", "new line starts in June", *DAY)
    silent = behind(office)
    office.figure(22, published="2025-04-01")
    assert (silent, behind(office)) == ((2, ["mill"]), (2, ["mill", "share"]))


def test_a_verdict_that_gets_better_stays_silent(office: Office):
    """Acknowledged off track, now at risk."""
    office.figure(22, published="2025-03-01")
    office("ack", "share", "--until", "2025-12-31", "--reason", "new line starts in June", *DAY)
    office.figure(35, published="2025-04-01")
    assert behind(office) == (2, ["mill"])


def test_status_goes_on_showing_it(office: Office):
    """With the day and the reason among the remarks."""
    office(*ACK)
    assert CAVEAT in office("status", *DAY).out


def test_json_has_the_caveat(office: Office):
    """Its code, and a sentence with the day and the reason."""
    office(*ACK)
    document = json.loads(office("check", "--json", *DAY).out)
    caveats = {m["id"]: m["caveats"] for m in document["milestones"]}
    assert caveats["mill"][-1] == {"code": "acknowledged", "text": CAVEAT}
    assert (document["exit_code"], document["summary"]["missed"]) == (0, 1)


def test_the_journal_keeps_who_and_why(office: Office):
    """Nothing is changed or cut: an acknowledgement is a row like any other."""
    office(*ACK)
    row = {"acknowledges": "mill", "verdict": "missed", "on": "2025-04-15", "until": "2025-05-31"}
    assert rows(office) == [{"by": "Li", **row, "reason": "handover agreed"}]


def test_the_same_again_adds_nothing(office: Office):
    """A script may say it every morning."""
    office(*ACK)
    assert office(*ACK).out == "mill is acknowledged until 2025-05-31 already; nothing was added\n"
    assert len(rows(office)) == 1


def test_clear_ends_the_silence(office: Office):
    """And says so; what was acknowledged stays in the journal."""
    office(*ACK)
    assert office("ack", "mill", "--clear", *DAY).out == "mill is no longer acknowledged\n"
    assert (behind(office), len(rows(office))) == ((2, ["mill"]), 2)


def test_it_can_be_acknowledged_again_after_clearing(office: Office):
    """The same words are a new acknowledgement then, and can be ended again."""
    for _ in range(2):
        office(*ACK)
        office("ack", "mill", "--clear", *DAY)
    office(*ACK)
    assert (behind(office), len(rows(office))) == ((0, []), 5)


def test_a_later_day_replaces_an_earlier_one(office: Office):
    """The last word counts; the plan is due on 30 June, and late after."""
    office(*ACK)
    office("ack", "mill", "--until", "2025-08-31", "--reason", "handover put off", *DAY)
    assert (behind(office, "2025-06-30"), behind(office, "2025-08-31")) == ((1, ["plan"]), (2, ["plan"]))


def test_clearing_what_is_not_acknowledged_adds_nothing(office: Office):
    """It is no error either."""
    said = office("ack", "mill", "--clear", *DAY)
    assert (said.code, said.out) == (0, "mill is not acknowledged; nothing was added\n")


def test_a_recovery_is_told_although_it_was_acknowledged(office: Office):
    """The silence is about the trouble, not about its end."""
    check = ("check", "--changed-since", "last", *DAY)
    office(*check)
    office(*ACK)
    office.done("mill", "2025-04-14")
    assert office(*check).out.split(" (")[0] == "mill: √ missed -> met"


def test_what_changed_in_silence_is_told_when_it_is_over(office: Office):
    """Acknowledged before any check saw it late: the first check after the day tells it."""
    office("check", "--changed-since", "last", "--as-of", "2025-03-30")
    office(*ACK)
    during, over = (
        office("check", "mill", "--changed-since", "last", "--as-of", day).out for day in ("2025-05-31", "2025-06-01")
    )
    assert (during, over.split(" (")[0]) == ("", "mill: × at risk -> missed")


@pytest.mark.parametrize(
    "arguments",
    [
        ("mill",),
        ("mill", "--until", "2025-05-31"),
        ("mill", "--reason", "why"),
        ("mill", "--until", "2025-05-31", "--reason", "  "),
        ("mill", "--until", "2025-04-14", "--reason", "over"),
        ("mill", "--until", "2025-05-31", "--clear"),
        ("share", "--until", "2025-05-31", "--reason", "it is on track"),
        ("mil", "--until", "2025-05-31", "--reason", "no such id"),
    ],
    ids=" ".join,
)
def test_what_makes_no_sense_is_a_mistake(arguments: tuple[str, ...], office: Office):
    """And nothing is recorded."""
    said = office("ack", *arguments, *DAY)
    assert (said.code, said.out, (office.root / "actuals/journal.jsonl").exists()) == (64, "", False)


def test_an_acknowledgement_of_what_is_no_longer_declared_is_harmless(office: Office):
    """The journal outlives the declarations."""
    office(*ACK)
    path = office.root / "targets/office.toml"
    path.write_text(path.read_text().replace('id = "mill"', 'id = "new-mill"'))
    assert office("validate").code == 0


def test_a_target_that_is_no_longer_in_force_cannot_be_acknowledged(office: Office):
    """It is not judged on that day; the one that revised it is."""
    path = office.root / "targets/office.toml"
    path.write_text(path.read_text().replace('rule = "pace"', "in_force = { until = 2025-01-31 }"))
    said = office("ack", "share", "--until", "2025-05-31", "--reason", "seen", *DAY)
    assert (said.code, "share is not in force on 2025-04-15" in said.err) == (64, True)
