"""`check --changed-since`: only what changed, recoveries too, from a memory that may be lost."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

Office = Any  # the Office of conftest.py
DAY = ("--as-of", "2025-04-15")
CHECK = ("check", "--changed-since", "last", *DAY)
MEMORY = "actuals/verdicts.json"
NEW = "mill: × new -> missed (Mill handed over; 2025-03-31; 0/1; 15 days late)\n"
NOTHING_KNOWN = "tracker: no earlier check is remembered: everything counts as new\n"


def test_the_first_check_tells_what_is_behind_as_new(office: Office):
    """What is on track is no news; that nothing was remembered is said on stderr."""
    said = office(*CHECK)
    assert (said.code, said.out, said.err) == (2, NEW, NOTHING_KNOWN)


def test_nothing_changed_prints_nothing(office: Office):
    """Not on stderr either, and the code is 0 although the mill is still late."""
    office(*CHECK)
    said = office(*CHECK)
    assert (said.code, said.out, said.err) == (0, "", "")


def test_a_change_for_the_worse_is_told_once(office: Office):
    """From 20 % on the way to 40 %: 2 of 20 points are a pace of 0.1, which is below 0.60."""
    office(*CHECK)
    office.figure(22, published="2025-03-20")
    said = office(*CHECK)
    assert (said.code, said.out) == (2, "share: ■ on track -> off track (Share; at least 60%, 2025; 22%, 2024)\n")
    assert office(*CHECK).out == ""


def test_a_recovery_is_told_and_makes_no_code(office: Office):
    """The mill was handed over in time, and the bulletin said so late."""
    office(*CHECK)
    office.done("mill", "2025-03-30")
    said = office(*CHECK)
    assert (said.code, said.out) == (0, "mill: √ missed -> met (Mill handed over; 2025-03-31; 1/1; done early)\n")


def test_quietly_only_what_makes_the_code_is_printed(office: Office):
    """A recovery and a new red at once: -q leaves the recovery out."""
    office(*CHECK)
    office.done("mill", "2025-03-30")
    office.figure(22, published="2025-03-20")
    said = office(*CHECK, "-q")
    assert (said.code, said.out.count("\n"), said.out.split(":")[0]) == (2, 1, "share")


def test_quietly_a_recovery_alone_prints_nothing(office: Office):
    """The code is 0, so there is nothing to print."""
    office(*CHECK)
    office.done("mill", "2025-03-30")
    said = office(*CHECK, "-q")
    assert (said.code, said.out) == (0, "")


def test_what_failed_before_the_limit_was_raised_is_not_counted(office: Office):
    """With --fail-on never a change is printed and the code stays 0."""
    office(*CHECK)
    office.figure(22, published="2025-03-20")
    said = office(*CHECK, "--fail-on", "never")
    assert (said.code, said.out.split(" ")[0]) == (0, "share:")


def test_since_a_day_compares_with_what_was_known_then(office: Office):
    """On 1 March neither the late mill nor the poor figure of 20 March was known."""
    office.figure(22, published="2025-03-20")
    said = office("check", "--changed-since", "2025-03-01", *DAY)
    assert [line.split(" (")[0] for line in said.out.splitlines()] == [
        "mill: × at risk -> missed",
        "share: ■ on track -> off track",
    ]
    assert (said.code, said.err) == (2, "")


def test_since_a_day_remembers_nothing(office: Office):
    """The memory belongs to the checks that ask for the last one."""
    office("check", "--changed-since", "2025-03-01", *DAY)
    assert not (office.root / MEMORY).exists()


def test_a_plain_check_remembers_nothing(office: Office):
    """An officer who looks in between takes nothing from the mail of the morning."""
    office(*CHECK)
    before = (office.root / MEMORY).read_bytes()
    office.figure(22, published="2025-03-20")
    office("check", *DAY)
    assert (office.root / MEMORY).read_bytes() == before


def test_a_selection_forgets_nothing_of_the_rest(office: Office):
    """Checking the share alone leaves the mill known."""
    office(*CHECK)
    office(*CHECK, "share")
    assert office(*CHECK).out == ""


def test_json_carries_the_verdict_before(office: Office):
    """The whole review, each target beside what it was."""
    office(*CHECK)
    office.figure(22, published="2025-03-20")
    document = json.loads(office(*CHECK, "--json").out)
    assert [(t["previous_verdict"], t["verdict"]) for t in document["targets"]] == [("on_track", "off_track")]
    assert document["exit_code"] == 2


def test_json_without_a_memory_has_no_verdict_before(office: Office):
    """Plain check: the key is there, and null."""
    assert json.loads(office("check", "--json", *DAY).out)["targets"][0]["previous_verdict"] is None


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        '{"schema": "other/1", "checks": {}}',
        '{"schema": "tracker.verdicts/1", "checks": []}',
        '{"schema": "tracker.verdicts/1", "checks": {"any": 7}}',
        '{"schema": "tracker.verdicts/1", "checks": {"any": {"as_of": "soon"}}}',
        '{"schema": "tracker.verdicts/1", "checks": {"any": {"as_of": "2025-04-14", "targets": 3}}}',
        "[" * 100_000,
        "\ud800",
    ],
    ids=lambda content: ascii(content[:24]),
)
def test_a_damaged_memory_counts_everything_as_new(content: str, office: Office):
    """Said on stderr once; the next check is as if nothing had happened."""
    (office.root / MEMORY).write_bytes(content.encode("utf-8", "surrogatepass"))
    said = office(*CHECK)
    assert (said.code, said.out, said.err) == (2, NEW, f"tracker: {MEMORY} is damaged: everything counts as new\n")
    assert office(*CHECK).out == ""


def test_a_verdict_there_is_not_counts_as_new(office: Office):
    """Another program's word, or a later version's."""
    office(*CHECK)
    path = office.root / MEMORY
    path.write_text(path.read_text().replace("missed", "purple"))
    assert office(*CHECK).out == NEW


def test_a_memory_that_cannot_be_written_is_no_error(office: Office):
    """A folder stands where the file should: the same changes are told again."""
    (office.root / MEMORY).mkdir(parents=True)
    first, second = office(*CHECK), office(*CHECK)
    assert (first.code, first.out, second.out) == (2, NEW, NEW)
    assert first.err.splitlines()[-1].startswith(f"tracker: {MEMORY} cannot be written")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full to write to")
def test_what_could_not_be_told_is_not_remembered(office: Office):
    """The disk is full: the next check tells it again."""
    command = [sys.executable, "-m", "tracker", "-C", str(office.root), *CHECK]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, (office.root / MEMORY).exists()) == (74, False)


def test_nothing_half_written_stays_behind(office: Office):
    """The file is written beside and renamed."""
    office(*CHECK)
    assert sorted(path.name for path in (office.root / "actuals").iterdir()) == ["figures.toml", "verdicts.json"]


def test_what_is_gone_from_the_declarations_is_forgotten(office: Office):
    """The memory does not grow for ever."""
    office(*CHECK)
    path = office.root / "targets/office.toml"
    path.write_text(path.read_text().split('[[milestone]]\nid = "plan"')[0])
    office(*CHECK)
    assert "plan" not in (office.root / MEMORY).read_text()


def test_a_day_that_is_none_is_a_mistake(office: Office):
    """Neither `last` nor a day."""
    said = office("check", "--changed-since", "yesteryear")
    assert (said.code, said.out) == (64, "")


@pytest.mark.parametrize(("verb", "code"), [("status", 2), ("gap", 2), ("show", 2)])
def test_reports_give_the_code_of_check_when_asked(verb: str, code: int, office: Office):
    """--exit-code on the late mill; without it they leave with 0."""
    assert (office(verb, "mill", "--exit-code", *DAY).code, office(verb, "mill", *DAY).code) == (code, 0)


@pytest.mark.parametrize("verb", ["status", "gap", "check"])
def test_the_code_stands_in_the_document_too(verb: str, office: Office):
    """What the shell is told, the JSON says."""
    options = [] if verb == "check" else ["--exit-code"]
    said = office(verb, "mill", "--json", *options, *DAY)
    assert json.loads(said.out)["exit_code"] == said.code == 2
