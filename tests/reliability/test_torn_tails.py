"""A write stopped at every byte: everything before it is kept, and so is everything after."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from weakened import CHANGES

from tracker.files import append as append_module
from tracker.files.append import append
from tracker.files.journal import Damaged, read
from tracker.files.journal_line import seal_line, submission_line
from tracker.files.submission import Journal

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
NOISE = random.Random(5).randbytes(70_000).replace(b"\n", b"\1")


def line(key: str, size: int = 1) -> bytes:
    """A line as a writer would write it."""
    return submission_line(key, NOON, "me", [{"indicator": "changji.gdp", "row": str(row)} for row in range(size)])


# What a line can look like of which only a part, up to byte `cut`, reached the disk.
KINDS: dict[str, Callable[[bytes, int], bytes]] = {
    "cut": lambda whole, cut: whole[:cut],
    "zeros behind": lambda whole, cut: whole[:cut] + b"\0" * (len(whole) - cut),
    "zeros behind, newline kept": lambda whole, cut: whole[:cut] + b"\0" * (len(whole) - cut - 1) + b"\n",
    "noise in front": lambda whole, cut: NOISE[:cut] + whole[cut:],
}


def states(before: bytes, last: bytes, cuts: range | list[int]) -> Iterator[tuple[str, int, bytes]]:
    """Every file that can be left, by kind and byte."""
    for kind, made in KINDS.items():
        yield from ((kind, cut, before + made(last, cut)) for cut in cuts)


def failure(path: Path, state: bytes, before: list[str], torn: str) -> str | None:
    """What goes wrong when a file in this state is read and two more submissions are recorded, or None."""
    path.write_bytes(state)
    try:
        seen = read(path)
        first = append(path, [{"value": "1"}], by="me", now=NOON + timedelta(hours=1), seen=seen)
        second = append(path, [{"value": "2"}], by="me", now=NOON + timedelta(hours=2), seen=seen)
        found = [one.key for one in read(path).submissions]
    except Damaged as damaged:
        return str(damaged)
    if [key for key in found if key != torn] != [*before, first.key, second.key]:
        return f"{found}"
    return None


def failures(path: Path, stated: Iterator[tuple[str, int, bytes]], before: list[str], torn: str) -> list[str]:
    """All that goes wrong, with the kind and the byte."""
    outcomes = ((kind, cut, failure(path, state, before, torn)) for kind, cut, state in stated)
    return [f"{kind} at {cut}: {outcome}" for kind, cut, outcome in outcomes if outcome]


def test_a_tail_torn_at_any_byte_costs_nothing_else(tmp_path: Path):
    """Two good lines, then one torn at each of its bytes in each of four ways."""
    last = line("c")
    stated = states(line("a") + line("b"), last, range(len(last)))
    assert failures(tmp_path / "journal.jsonl", stated, ["a", "b"], "c") == []


def test_a_first_line_torn_at_any_byte_costs_nothing_else(tmp_path: Path):
    """There is no good line before it."""
    last = line("c")
    assert failures(tmp_path / "journal.jsonl", states(b"", last, range(len(last))), [], "c") == []


def test_a_long_line_torn_somewhere_costs_nothing_else(tmp_path: Path):
    """Of 64 KiB and 1,500 rows, at a hundred places."""
    last = line("c", 1500)
    cuts = random.Random(3).sample(range(len(last)), 100)
    assert failures(tmp_path / "journal.jsonl", states(line("a"), last, cuts), ["a"], "c") == []


@pytest.mark.parametrize("torn_at", [1, 7, 20, 60, 130, len(line("c")) - 3])
def test_a_mending_torn_at_any_byte_costs_nothing_else(tmp_path: Path, torn_at: int):
    """The writer who was sealing a torn tail is stopped as well, at each byte of the seal and of its own line."""
    torn = line("c")[:torn_at]
    mending = b"\n" + seal_line(len(torn)) + line("d")
    cuts = ((f"torn at {torn_at}", cut, line("a") + torn + mending[:cut]) for cut in range(len(mending)))
    assert failures(tmp_path / "journal.jsonl", cuts, ["a"], "d") == []


def test_torn_again_and_again_it_can_still_be_mended(tmp_path: Path):
    """Five writers in a row, each stopped in the middle of the seal."""
    path = tmp_path / "journal.jsonl"
    path.write_bytes(line("a") + line("c")[:50])
    for _ in range(5):
        with path.open("ab") as page:
            page.write(b"\n" + seal_line(read(path).torn)[:30])
    assert failure(path, path.read_bytes(), ["a"], "c") is None


def test_a_reader_sees_a_growing_journal_grow(tmp_path: Path):
    """Byte by byte, through tears and seals: each read continues the one before."""
    torn = line("c")[:90]
    whole = line("a") + line("b", 3) + torn + b"\n" + seal_line(90) + line("d") + line("e")
    path, before = tmp_path / "journal.jsonl", Journal()
    for size in range(len(whole) + 1):
        path.write_bytes(whole[:size])
        found = read(path, before)
        assert (found, found.submissions[: len(before.submissions)]) == (read(path), before.submissions)
        before = found
    assert [one.key for one in before.submissions] == ["a", "b", "d", "e"]


def test_control_without_mending_the_next_record_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Glued to the torn line at every byte of it but the first and the last two."""
    monkeypatch.setattr(append_module, "_mending", CHANGES["no mending"]["_mending"])
    last = line("c")
    cuts = (("cut", cut, line("a") + last[:cut]) for cut in range(len(last)))
    assert len(failures(tmp_path / "journal.jsonl", cuts, ["a"], "c")) == len(last) - 1
