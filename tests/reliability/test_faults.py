"""Disks that are full, read-only or broken: one sentence, an honest one, and a journal that can still be read."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from forked import Tell, forked
from mounted import NotPossible, ext4, mounted, run
from weakened import CHANGES

from tracker.files import append as append_module
from tracker.files.append import NotSaved, append
from tracker.files.journal import Unreadable, read

resource = pytest.importorskip("resource", reason="needs a system with limits and users as POSIX knows them")

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
NOBODY = 65534
IN_DOUBT = "the figures are not known to be saved; record them again, they cannot be counted twice"


def record(path: Path, number: int, size: int = 3) -> bool:
    """Record some rows that tell which they are."""
    rows = [{"indicator": f"i-{number}", "row": str(row), "rows": str(size)} for row in range(size)]
    return append(path, rows, by="me", now=NOON, seen=read(path)).recorded


def told(work: Callable[[], object]) -> list[str]:
    """What a process of its own says when it tries."""

    def attempt(tell: Tell) -> None:
        try:
            tell(str(work()))
        except (NotSaved, Unreadable) as refused:
            tell(f"{type(refused).__name__}: {refused}")

    return forked(attempt).wait()


def recorded(path: Path) -> list[str]:
    """Which submissions are read, each of them whole."""
    assert all(len(one.rows) == int(one.rows[0]["rows"]) for one in read(path).submissions)
    return [one.rows[0]["indicator"] for one in read(path).submissions]


def record_until_refused(path: Path, tell: Tell) -> None:
    """Record up to 400 submissions, telling for each whether it was."""
    for number in range(400):
        try:
            record(path, number)
            tell(f"i-{number}")
        except NotSaved as refused:
            tell(f"refused {str(refused).removeprefix(str(path))}")


def test_a_full_disk_refuses_and_keeps_what_it_has(tmp_path: Path):
    """64 KiB: some are recorded, the rest refused in one sentence; with room again, recording goes on."""
    with mounted("none", tmp_path / "small", "-t", "tmpfs", "-o", "size=64k") as small:
        path, ballast = small / "journal.jsonl", small / "ballast"
        path.touch()
        ballast.write_bytes(bytes(12_000))
        lines = forked(lambda tell: record_until_refused(path, tell)).wait()
        kept, refused = [line for line in lines if " " not in line], {line for line in lines if " " in line}
        assert recorded(path) == kept
        assert 0 < len(kept) < 400
        assert refused == {f"refused : no space left on device: {IN_DOUBT}"}
        ballast.unlink()
        assert record(path, 1000)
        assert recorded(path) == [*kept, "i-1000"]


def limited(path: Path) -> list[str]:
    """Record under a limit of 10,000 bytes a file, as a quota sets it; what was recorded, the rest being refused."""

    def work(tell: Tell) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))
        record_until_refused(path, tell)

    lines = forked(work).wait()
    assert {line.split(":")[1] for line in lines if " " in line} == {" file too large"}
    return [line for line in lines if " " not in line]


def test_a_limit_on_file_size_refuses_and_takes_the_half_line_back(tmp_path: Path):
    """The file ends with the last record acknowledged, and recording goes on without the limit."""
    path = tmp_path / "journal.jsonl"
    kept = limited(path)
    assert (recorded(path), path.stat().st_size, read(path).torn) == (kept, read(path).size, 0)
    assert record(path, 1000)
    assert recorded(path) == [*kept, "i-1000"]


def test_on_a_file_marked_append_only_the_half_line_is_sealed(tmp_path: Path):
    """It cannot be taken back there; whoever records next disowns it."""
    path = tmp_path / "journal.jsonl"
    path.touch()
    try:
        run("chattr", "+a", path)
    except NotPossible as reason:
        pytest.skip(f"files cannot be marked append-only here: {reason}")
    try:
        kept = limited(path)
        assert (path.stat().st_size, read(path).torn) == (10_000, 10_000 - read(path).size)
        assert record(path, 1000)
        assert recorded(path) == [*kept, "i-1000"]
    finally:
        run("chattr", "-a", path)


def test_a_read_only_disk_is_read_and_not_written(tmp_path: Path):
    """Reading needs no lock file; recording says why it cannot."""
    with mounted("none", tmp_path / "disk", "-t", "tmpfs") as disk:
        path = disk / "journal.jsonl"
        record(path, 1)
        (disk / "journal.jsonl.lock").unlink()
        run("mount", "-o", "remount,ro", disk)
        assert recorded(path) == ["i-1"]
        assert told(lambda: record(path, 2)) == [f"NotSaved: {path}: read-only file system: nothing was recorded"]


def as_nobody(work: Callable[[], object]) -> list[str]:
    """What somebody without rights is told."""
    if os.geteuid():
        pytest.skip("becoming another user needs root")

    def attempt() -> object:
        os.setgid(NOBODY)
        os.setuid(NOBODY)
        return work()

    return told(attempt)


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """A journal in a folder everyone can enter and only its owner can write to."""
    for folder in (tmp_path, *list(tmp_path.parents)[:2]):
        folder.chmod(0o755)
    path = tmp_path / "journal.jsonl"
    record(path, 1)
    return path


def test_without_the_right_to_write_nothing_is_recorded(foreign: Path):
    """And the sentence says that it is a matter of permission."""
    assert as_nobody(lambda: record(foreign, 2)) == [f"NotSaved: {foreign}: permission denied: nothing was recorded"]
    assert recorded(foreign) == ["i-1"]


def test_whoever_cannot_write_can_still_read(foreign: Path):
    """As an auditor does."""
    assert as_nobody(lambda: recorded(foreign)) == ["['i-1']"]


def test_without_the_right_to_read_the_reason_is_told(foreign: Path):
    """Not an empty journal: that would be a false statement."""
    foreign.chmod(0o600)
    assert as_nobody(lambda: recorded(foreign)) == [f"Unreadable: {foreign} cannot be read: permission denied"]


def test_a_disk_that_fails_to_sync_leaves_the_figures_in_doubt(tmp_path: Path):
    """The same figures again are then recorded once."""
    path = tmp_path / "journal.jsonl"
    record(path, 1)

    def on_a_broken_disk() -> bool:
        def fsync(_: int) -> None:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

        os.fsync = fsync
        return record(path, 2)

    assert told(on_a_broken_disk) == [f"NotSaved: {path}: input/output error: {IN_DOUBT}"]
    record(path, 2)
    assert recorded(path) == ["i-1", "i-2"]


def after_an_error(tmp_path: Path) -> tuple[str, list[str]]:
    """What the second try says after a first that failed, and what a copy of the disk then holds.

    The device is a file on a file system that is full: blocks it has not got yet cannot be written, until there is
    room again.
    """
    with mounted("none", tmp_path / "below", "-t", "tmpfs", "-o", "size=24m") as below:
        image = ext4(below / "image", 16, "-O", "^has_journal")  # which would make the disk read-only
        with mounted(image, tmp_path / "disk", "-o", "loop,errors=continue") as disk:
            path = disk / "journal.jsonl"
            record(path, 1)
            os.sync()
            ballast = below / "ballast"
            with ballast.open("wb", buffering=0) as page:
                try:
                    while page.write(bytes(4096)):
                        pass
                except OSError:
                    pass
            first = told(lambda: record(path, 2, size=400))
            ballast.unlink()
            again = told(lambda: record(path, 2, size=400))
            copy = tmp_path / "copy"
            copy.write_bytes(image.read_bytes())
    if "not known to be saved" not in first[0]:
        pytest.skip(f"the device did not fail: {first}")
    with mounted(copy, tmp_path / "later", "-o", "loop") as later:
        return again[0], recorded(later / "journal.jsonl")


def test_told_that_it_is_recorded_it_is_on_the_disk(tmp_path: Path):
    """Also after the system failed to write it once and forgot that it had to."""
    assert after_an_error(tmp_path) == ("True", ["i-1", "i-2"])


def test_control_without_taking_the_failed_bytes_back_they_are_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The second sync succeeds and has written nothing."""
    monkeypatch.setattr(append_module, "_write", CHANGES["no taking back"]["_write"])
    recorded_again, kept = after_an_error(tmp_path)
    assert (recorded_again, "i-2" in kept) == ("False", False)
