"""Reading the journal: what is believed, what is passed over, and what is named as damage."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zlib import crc32

import pytest

from tracker.files.journal import Damaged, Unreadable, read
from tracker.files.journal_line import seal_line, submission_line
from tracker.files.submission import Journal, Remark

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def line(number: int) -> bytes:
    """The line of submission `number`, recorded so many minutes after noon."""
    return submission_line(f"key-{number}", NOON + timedelta(minutes=number), "me", [{"value": str(number)}])


ONE, TWO, THREE = line(1), line(2), line(3)
TORN = TWO[:100]

Reads = Callable[..., Journal]


@pytest.fixture
def journal(tmp_path: Path) -> Reads:
    """A function that writes bytes to a journal and reads it back."""
    path = tmp_path / "journal.jsonl"

    def written(*parts: bytes) -> Journal:
        path.write_bytes(b"".join(parts))
        return read(path)

    return written


def keys(journal: Journal) -> list[str]:
    """The keys of the submissions, in their order."""
    return [submission.key for submission in journal.submissions]


def damage(caught: pytest.ExceptionInfo[Damaged]) -> tuple[int, int, list[str]]:
    """Where the first damage is, and what is still good."""
    return caught.value.line, caught.value.byte, keys(caught.value.good)


def test_a_missing_journal_is_an_empty_one(tmp_path: Path):
    """Nothing recorded yet, and reading makes neither file nor folder."""
    assert read(tmp_path / "actuals" / "journal.jsonl") == Journal()
    assert list(tmp_path.iterdir()) == []


def test_reading_leaves_no_trace(tmp_path: Path):
    """No lock file, no change, as a read-only share asks for."""
    (tmp_path / "journal.jsonl").write_bytes(ONE + TORN)
    read(tmp_path / "journal.jsonl")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("journal.jsonl", ONE + TORN)]


def test_all_submissions_are_read_in_their_order(journal: Reads):
    """With the line each stands on."""
    found = journal(ONE, TWO, THREE)
    assert [(one.key, one.line, one.rows) for one in found.submissions] == [
        ("key-1", 1, ({"value": "1"},)),
        ("key-2", 2, ({"value": "2"},)),
        ("key-3", 3, ({"value": "3"},)),
    ]


def test_a_journal_tells_its_keys_its_last_time_and_its_size(journal: Reads):
    """What a writer needs to know."""
    found = journal(ONE, TWO)
    assert (dict(found.keys), found.last, found.size, found.lines, found.notices) == (
        {"key-1": NOON + timedelta(minutes=1), "key-2": NOON + timedelta(minutes=2)},
        NOON + timedelta(minutes=2),
        len(ONE + TWO),
        2,
        (),
    )


def test_windows_line_ends_are_tolerated(journal: Reads):
    """An editor saved the file with carriage returns, and a mark of UTF-8 in front."""
    assert keys(journal(b"\xef\xbb\xbf", ONE.replace(b"\n", b"\r\n"), TWO.replace(b"\n", b"\r\n"))) == [
        "key-1",
        "key-2",
    ]


def test_empty_lines_are_tolerated(journal: Reads):
    """A merge leaves them behind."""
    assert keys(journal(b"\n", ONE, b"\r\n\n", TWO)) == ["key-1", "key-2"]


def test_a_last_line_without_newline_is_read(journal: Reads):
    """An editor took the newline; the sum says that nothing else is missing."""
    found = journal(ONE, TWO[:-1])
    assert (keys(found), found.newline_due, found.size) == (["key-1", "key-2"], True, len(ONE + TWO) - 1)


def test_a_torn_tail_is_told_and_not_read(journal: Reads):
    """It is the last of the file: being written, or cut short."""
    found = journal(ONE, TORN)
    expected = Remark(
        "torn", 2, len(ONE), "the last 100 bytes are a record being written, or cut short; they are not read"
    )
    assert (keys(found), found.torn, found.notices) == (["key-1"], 100, (expected,))


def test_a_sealed_tail_is_passed_over(journal: Reads):
    """The next writer disowned it, so what follows counts."""
    found = journal(ONE, TORN, b"\n", seal_line(100), THREE)
    assert keys(found) == ["key-1", "key-3"]
    assert [(notice.code, notice.line, notice.byte) for notice in found.notices] == [("sealed", 2, len(ONE))]


def test_a_sealed_tail_of_several_lines_is_passed_over(journal: Reads):
    """Its seal was cut as well, and the seal after that counts both and the newline between them."""
    torn_seal = seal_line(100)[:30]
    assert keys(journal(ONE, TORN, b"\n", torn_seal, b"\n", seal_line(100 + 1 + 30), THREE)) == ["key-1", "key-3"]


def test_a_seal_counts_the_same_under_windows_line_ends(journal: Reads):
    """Carriage returns added by an editor are not part of what was torn."""
    parts = ONE + TORN + b"\n" + seal_line(30)[:30] + b"\n" + seal_line(131) + THREE
    assert keys(journal(parts.replace(b"\n", b"\r\n"))) == ["key-1", "key-3"]


def test_a_seal_whose_tail_is_gone_does_no_harm(journal: Reads):
    """Somebody took the bad bytes out by hand."""
    assert keys(journal(ONE, seal_line(100), THREE)) == ["key-1", "key-3"]


def test_a_torn_tail_that_ends_like_a_line_is_still_torn_when_its_seal_was_cut(journal: Reads):
    """The newline behind it came from the writer who was mending it."""
    torn = b'{"crc":"1a2b3c4d","sub":{"rows":[{"share_of":{}}'
    assert journal(ONE, torn, b"\n", seal_line(len(torn))[:20]).torn == len(torn) + 1 + 20


def test_zeros_at_the_end_are_a_torn_tail(journal: Reads):
    """A power cut left the room for a line without the line, with and without its newline."""
    assert [keys(journal(ONE, b"\0" * 50 + end)) for end in (b"", b"\n")] == [["key-1"], ["key-1"]]


def test_a_changed_line_is_damage(journal: Reads):
    """Named by its line and byte, with what is still good."""
    with pytest.raises(Damaged, match=r"journal.jsonl:2: byte \d+: this line is not what was written") as caught:
        journal(ONE, TWO.replace(b"me", b"we"), THREE)
    assert damage(caught) == (2, len(ONE), ["key-1", "key-3"])


def test_a_changed_last_line_is_damage(journal: Reads):
    """It has both its ends: it was whole once, and perhaps acknowledged."""
    with pytest.raises(Damaged) as caught:
        journal(ONE, TWO.replace(b"me", b"we"))
    assert damage(caught) == (2, len(ONE), ["key-1"])


def test_an_unsealed_tail_before_a_good_line_is_damage(journal: Reads):
    """Nobody vouches for it having been torn."""
    with pytest.raises(Damaged) as caught:
        journal(ONE, TORN, b"\n", THREE)
    assert damage(caught) == (2, len(ONE), ["key-1", "key-3"])


def test_a_seal_of_another_length_is_damage(journal: Reads):
    """It vouches for 99 bytes, and 100 are bad."""
    with pytest.raises(Damaged) as caught:
        journal(ONE, TORN, b"\n", seal_line(99), THREE)
    assert damage(caught) == (2, len(ONE), ["key-1", "key-3"])


def test_lines_glued_together_are_damage(journal: Reads):
    """What writers without a lock make."""
    with pytest.raises(Damaged) as caught:
        journal(ONE[:-1], TWO, THREE)
    assert damage(caught) == (1, 0, ["key-3"])


def test_every_damaged_place_is_told(journal: Reads):
    """The first in the message, all in the list."""
    with pytest.raises(Damaged, match=r"\(and 1 more\)") as caught:
        journal(b"garbage\n", ONE, b"more garbage\n", TWO)
    assert [(place.line, place.byte) for place in caught.value.places] == [(1, 0), (3, 8 + len(ONE))]


def test_a_line_of_a_newer_format_is_damage_to_nobody_but_us(journal: Reads):
    """The message says which remedy there is."""
    newer = TWO.replace(b'"v":1', b'"v":2')
    content = newer[24:-2]
    with pytest.raises(Damaged, match="install that version"):
        journal(ONE, b'{"crc":"%08x","sub":' % crc32(content) + content + b"}\n")


def test_a_submission_that_stands_twice_counts_once(journal: Reads):
    """Two copies of a journal were merged; the second is told."""
    found = journal(ONE, TWO, ONE)
    assert (keys(found), [(notice.code, notice.line) for notice in found.notices]) == (
        ["key-1", "key-2"],
        [("repeated", 3)],
    )


def test_a_merged_journal_is_read_in_the_order_of_time(journal: Reads):
    """Each line stands alone, so any order of lines is the same journal."""
    found = journal(THREE, ONE, TWO)
    assert (keys(found), found.last) == (["key-1", "key-2", "key-3"], NOON + timedelta(minutes=3))


@pytest.mark.parametrize("cut", range(0, len(ONE + TWO + THREE) + 1, 7))
def test_reading_on_finds_what_reading_afresh_finds(tmp_path: Path, cut: int):
    """From any state a reader can meet while the file grows, a torn tail among them."""
    path, whole = tmp_path / "journal.jsonl", ONE + TWO + THREE
    path.write_bytes(whole[:cut])
    seen = read(path)
    with path.open("ab") as page:
        page.write(whole[cut:])
    assert read(path, seen) == read(path)


def test_reading_on_after_a_mended_newline_finds_the_same(tmp_path: Path):
    """The line was there before its newline."""
    path = tmp_path / "journal.jsonl"
    path.write_bytes(ONE + TWO[:-1])
    seen = read(path)
    with path.open("ab") as page:
        page.write(b"\n" + THREE + b"bad\n" + ONE)
    with pytest.raises(Damaged) as caught:
        read(path, seen)
    assert damage(caught) == (4, len(ONE + TWO + THREE), ["key-1", "key-2", "key-3"])


@pytest.mark.parametrize("content", [TWO, TWO + THREE + ONE, b""])
def test_reading_on_a_replaced_file_starts_afresh(tmp_path: Path, content: bytes):
    """Git checked out another one: shorter, longer or empty."""
    path = tmp_path / "journal.jsonl"
    path.write_bytes(ONE + THREE)
    seen = read(path)
    (tmp_path / "other").write_bytes(content)
    os.replace(tmp_path / "other", path)  # noqa: PTH105
    assert read(path, seen) == read(path)


def test_reading_on_a_rewritten_file_starts_afresh(tmp_path: Path):
    """The same file with other bytes: where the old end was, there is now the middle of a line."""
    path = tmp_path / "journal.jsonl"
    path.write_bytes(ONE)
    seen = read(path)
    path.write_bytes(line(100_000) + TWO)
    assert keys(read(path, seen)) == ["key-2", "key-100000"]


def test_a_journal_that_is_gone_is_empty_again(tmp_path: Path):
    """What was seen of it says nothing any more."""
    path = tmp_path / "journal.jsonl"
    path.write_bytes(ONE)
    seen = read(path)
    path.unlink()
    assert read(path, seen) == Journal()


def test_a_link_is_not_followed(tmp_path: Path):
    """It could lead out of the workspace."""
    (tmp_path / "elsewhere").write_bytes(ONE)
    (tmp_path / "journal.jsonl").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Unreadable, match="it is a symbolic link, not a plain file"):
        read(tmp_path / "journal.jsonl")


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo])
def test_what_is_no_plain_file_is_refused_at_once(tmp_path: Path, make: Callable[[Path], None]):
    """A folder, or a pipe that would make a reader wait for ever."""
    make(tmp_path / "journal.jsonl")
    with pytest.raises(Unreadable, match="it is not a plain file"):
        read(tmp_path / "journal.jsonl")
