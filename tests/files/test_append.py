"""Recording: one submission, once, in order, on the disk."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Never

import pytest

from tracker.files.append import NotSaved, Receipt, append
from tracker.files.journal import Damaged, read
from tracker.files.journal_line import content_key, seal_line, submission_line
from tracker.files.lock import LockedByAnother, locked
from tracker.files.submission import Journal

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
ROWS = [{"indicator": "gdp", "value": "12.50"}]
TICK = timedelta(microseconds=1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the journal is to be; its folder does not exist yet."""
    return tmp_path / "actuals" / "journal.jsonl"


def record(path: Path, value: str, now: datetime = NOON, **how: Any) -> Receipt:  # noqa: ANN401  passed on
    """Record one value by the journal as it stands."""
    return append(path, [{"value": value}], by="me", now=now, seen=read(path), **how)


def values(path: Path) -> list[str]:
    """Every value recorded, in order."""
    return [row["value"] for one in read(path).submissions for row in one.rows]


def test_the_first_record_makes_the_folder_and_the_file(path: Path):
    """And what it writes is exactly one line."""
    receipt = append(path, ROWS, by="me", now=NOON, seen=Journal())
    assert receipt == Receipt(recorded=True, at=NOON, key=content_key(ROWS), warning=None)
    assert path.read_bytes() == submission_line(content_key(ROWS), NOON, "me", ROWS)


def test_a_record_leaves_every_existing_byte_alone(path: Path):
    """Whatever came before is a prefix of what comes after."""
    record(path, "1")
    before = path.read_bytes()
    record(path, "2")
    assert path.read_bytes().startswith(before)
    assert values(path) == ["1", "2"]


def test_the_same_again_writes_nothing_and_says_since_when(path: Path):
    """Also for a caller who read the journal before it was there."""
    seen = read(path)
    record(path, "1")
    before = path.read_bytes()
    again = append(path, [{"value": "1"}], by="another", now=NOON + timedelta(days=1), seen=seen)
    assert (again.recorded, again.at, path.read_bytes()) == (False, NOON, before)


def test_a_salt_lets_the_same_be_recorded_again(path: Path):
    """After a withdrawal."""
    record(path, "1")
    assert record(path, "1", salt="key of the withdrawal").recorded
    assert values(path) == ["1", "1"]


def test_times_never_go_back(path: Path):
    """A clock that stands still or goes back a second gives the next microsecond."""
    times = [record(path, str(number), NOON - timedelta(seconds=number)).at for number in range(3)]
    assert times == [NOON, NOON + TICK, NOON + 2 * TICK]


def test_a_time_of_another_zone_is_the_same_time(path: Path):
    """20:00 in Beijing is 12:00 UTC, and the clock going from summer to winter time changes nothing."""
    assert record(path, "1", NOON.astimezone(timezone(timedelta(hours=8)))).at == NOON
    assert b"2026-11-21T12:00:00.000000Z" in path.read_bytes()


@pytest.mark.parametrize(
    ("behind", "warning"),
    [
        (timedelta(minutes=5) - TICK, None),
        (timedelta(minutes=5), "the clock of this computer is 5 minutes behind the journal's last entry; check it"),
        (timedelta(hours=1), "the clock of this computer is 60 minutes behind the journal's last entry; check it"),
    ],
)
def test_a_clock_five_minutes_behind_is_told(path: Path, behind: timedelta, warning: str | None):
    """Less is what clocks on a network differ by."""
    record(path, "1")
    assert record(path, "2", NOON - behind).warning == warning


def test_the_end_of_time_is_no_traceback(path: Path):
    """A journal from the year 9999 can still be added to."""
    path.parent.mkdir()
    path.write_bytes(submission_line("k", datetime.max.replace(tzinfo=UTC), "me", ROWS))
    assert record(path, "2").at == datetime.max.replace(tzinfo=UTC)


def test_a_torn_tail_is_sealed_and_told(path: Path):
    """It stays where it is, disowned, and the next record is read."""
    record(path, "1")
    torn = submission_line("k", NOON, "me", ROWS)[:50]
    with path.open("ab") as page:
        page.write(torn)
    before = path.read_bytes()
    receipt = record(path, "2", NOON + timedelta(hours=1))
    last = submission_line(receipt.key, receipt.at, "me", [{"value": "2"}])
    assert path.read_bytes() == before + b"\n" + seal_line(50) + last
    assert receipt.warning == "50 bytes of an earlier record cut short were set aside; it was never acknowledged"
    assert values(path) == ["1", "2"]


def test_a_missing_newline_is_added(path: Path):
    """The line before is whole, so it is not disowned."""
    record(path, "1")
    path.write_bytes(path.read_bytes()[:-1])
    record(path, "2")
    assert values(path) == ["1", "2"]


def test_nothing_is_added_to_a_damaged_journal(path: Path):
    """What is there must be looked after first."""
    record(path, "1")
    record(path, "2")
    damaged = path.read_bytes().replace(b'"value":"1"', b'"value":"7"')
    path.write_bytes(damaged)
    with pytest.raises(Damaged):
        append(path, ROWS, by="me", now=NOON, seen=Journal())
    assert path.read_bytes() == damaged


def test_what_others_recorded_meanwhile_is_shown_before_the_write(path: Path):
    """So that objections can be raised against it, under the lock."""
    seen = read(path)
    record(path, "1")
    shown: list[Journal] = []
    append(path, ROWS, by="me", now=NOON, seen=seen, recheck=shown.append)
    assert [[one.rows for one in journal.submissions] for journal in shown] == [[({"value": "1"},)]]


def test_an_objection_then_stops_the_write(path: Path):
    """And the lock is free again."""
    seen = read(path)
    record(path, "1")

    def object_to(_: Journal) -> Never:
        raise LookupError

    with pytest.raises(LookupError):
        append(path, ROWS, by="me", now=NOON, seen=seen, recheck=object_to)
    assert record(path, "2", wait=0).recorded
    assert values(path) == ["1", "2"]


def test_nothing_new_is_not_shown_again(path: Path):
    """The caller has raised its objections to it already."""
    record(path, "1")
    shown: list[Journal] = []
    record(path, "2", recheck=shown.append)
    assert shown == []


def test_only_what_was_added_since_is_read_under_the_lock(path: Path, monkeypatch: pytest.MonkeyPatch):
    """A long journal does not make writers wait for one another."""
    for number in range(20):
        record(path, str(number))
    seen, sizes, real = read(path), [], os.read
    record(path, "one more")
    monkeypatch.setattr(os, "read", lambda page, size: sizes.append(size) or real(page, size))
    append(path, ROWS, by="me", now=NOON, seen=seen)
    assert sizes == [len(submission_line("k" * 64, NOON, "me", [{"value": "one more"}]))]


def test_a_held_lock_is_waited_for_only_so_long(path: Path):
    """Nothing is written then."""
    path.parent.mkdir()
    with locked(path, 0), pytest.raises(LockedByAnother):
        record(path, "1", wait=0.05)
    assert not path.exists()


@pytest.mark.parametrize(("rows", "complaint"), [([], "there is nothing to record"), ([{"value": 1.5}], "not text")])
def test_what_cannot_be_recorded_touches_nothing(path: Path, rows: list[dict[str, Any]], complaint: str):
    """Refused before the folder is made."""
    with pytest.raises(ValueError, match=complaint):
        append(path, rows, by="me", now=NOON, seen=Journal())
    assert not path.parent.exists()


def test_the_file_is_on_the_disk_before_the_receipt_and_its_name_before_the_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Folder and its parent once, before the first byte; then the file, each time."""
    synced, real = [], os.fsync

    def fsync(page: int) -> None:
        synced.append((str(Path(f"/proc/self/fd/{page}").readlink()), path.stat().st_size))
        real(page)

    monkeypatch.setattr(os, "fsync", fsync)
    record(path, "1")
    first = path.stat().st_size
    record(path, "2")
    names = [(str(path.parent), 0), (str(path.parent.parent), 0)]
    assert synced == [*names, (str(path), first), (str(path), path.stat().st_size)]


def test_a_record_found_already_there_is_synced_too(path: Path, monkeypatch: pytest.MonkeyPatch):
    """Its writer may have died between the write and the disk."""
    record(path, "1")
    synced, real = [], os.fsync
    monkeypatch.setattr(os, "fsync", lambda page: synced.append(page) or real(page))
    assert (record(path, "1").recorded, len(synced)) == (False, 1)


def failing(*codes: int) -> Callable[[int], None]:
    """An fsync that fails once for each code and then works."""
    left = list(codes)

    def fsync(page: int) -> None:
        if left:
            code = left.pop(0)
            raise OSError(code, os.strerror(code))

    return fsync


def test_a_failed_sync_is_told_and_never_tried_again(path: Path, monkeypatch: pytest.MonkeyPatch):
    """A second try would succeed without having written anything."""
    record(path, "0")
    calls = []
    monkeypatch.setattr(os, "fsync", lambda page: calls.append(page) or failing(errno.EIO)(page))
    with pytest.raises(NotSaved, match=r"input/output error: the figures are not known to be saved; record them again"):
        record(path, "1")
    assert len(calls) == 1


def test_after_a_failed_sync_the_bytes_are_taken_back(path: Path, monkeypatch: pytest.MonkeyPatch):
    """Left in memory, they would be taken for recorded by whoever tries again."""
    record(path, "0")
    before = path.read_bytes()
    monkeypatch.setattr(os, "fsync", failing(errno.EIO))
    with pytest.raises(NotSaved):
        record(path, "1")
    assert path.read_bytes() == before


def test_a_torn_tail_is_still_sealed_after_a_failed_sync(path: Path, monkeypatch: pytest.MonkeyPatch):
    """Its seal was taken back with the record, so the next writer sets another."""
    record(path, "0")
    with path.open("ab") as page:
        page.write(b"torn")
    monkeypatch.setattr(os, "fsync", failing(errno.EIO))
    with pytest.raises(NotSaved):
        record(path, "1")
    assert (record(path, "2").recorded, values(path)) == (True, ["0", "2"])


def test_a_record_in_doubt_can_be_recorded_again(path: Path, monkeypatch: pytest.MonkeyPatch):
    """It cannot be counted twice."""
    record(path, "0")
    monkeypatch.setattr(os, "fsync", failing(errno.EIO))
    with pytest.raises(NotSaved):
        record(path, "1")
    record(path, "1")
    assert values(path) == ["0", "1"]


def test_a_file_system_that_cannot_sync_folders_is_accepted(path: Path, monkeypatch: pytest.MonkeyPatch):
    """Some network shares answer that they know no such thing."""
    monkeypatch.setattr(os, "fsync", failing(errno.EINVAL, errno.ENOTSUP))
    assert record(path, "1").recorded


def test_a_folder_that_fails_to_sync_stops_the_record_before_it_is_written(path: Path, monkeypatch: pytest.MonkeyPatch):
    """Nothing was recorded, and the message says so."""
    monkeypatch.setattr(os, "fsync", failing(errno.EIO))
    with pytest.raises(NotSaved, match="nothing was recorded"):
        record(path, "1")
    assert path.read_bytes() == b""


def test_a_link_is_not_written_through(path: Path, tmp_path: Path):
    """It could lead out of the workspace."""
    path.parent.mkdir()
    path.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(NotSaved, match="it is a symbolic link, not a plain file: nothing was recorded"):
        append(path, ROWS, by="me", now=NOON, seen=Journal())
    assert not (tmp_path / "elsewhere").exists()
