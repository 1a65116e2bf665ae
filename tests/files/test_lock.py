"""Taking turns."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tracker.files.lock import LockedByAnother, locked

HOLD = """
import sys, time
from pathlib import Path
from tracker.files.lock import locked
with locked(Path(sys.argv[1]), 1):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def holder(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Another process that holds the lock."""
    command = [sys.executable, "-c", HOLD, str(tmp_path / "journal")]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline() == b"held\n"
        yield process
        process.kill()


def test_a_held_lock_is_waited_for_and_then_told(tmp_path: Path, holder: subprocess.Popen[bytes]):
    """Within the bound, and a little more."""
    began = time.monotonic()
    with pytest.raises(LockedByAnother, match=r"another process has been writing for 0.3 s; nothing was recorded"):
        locked(tmp_path / "journal", 0.3).__enter__()
    assert 0.3 <= time.monotonic() - began < 5


def test_a_killed_holder_lets_go(tmp_path: Path, holder: subprocess.Popen[bytes]):
    """The system frees the lock of whoever dies; no stale lock file stands in the way."""
    holder.kill()
    holder.wait()
    with locked(tmp_path / "journal", 0):
        assert (tmp_path / "journal.lock").exists()


def test_a_lock_let_go_can_be_taken_again(tmp_path: Path):
    """Also when the block ended in an error."""
    with pytest.raises(KeyError), locked(tmp_path / "journal", 0):
        raise KeyError
    with locked(tmp_path / "journal", 0):
        pass


def test_a_removed_lock_file_does_not_let_two_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Whoever locks a file that has just lost its name tries again with the new one."""
    fcntl = pytest.importorskip("fcntl", reason="locks of this kind are not known here")
    real, beside = fcntl.flock, tmp_path / "journal.lock"
    found: list[int] = []

    def flock_after_removal(page: int, how: int) -> None:
        if not found:
            beside.unlink()
        found.append(page)
        real(page, how)

    monkeypatch.setattr(fcntl, "flock", flock_after_removal)
    with locked(tmp_path / "journal", 1):
        assert (len(found), beside.exists()) == (2, True)


def test_a_lock_that_is_a_link_is_refused(tmp_path: Path):
    """A lock file is never made somewhere else."""
    (tmp_path / "journal.lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="symbolic link"):
        locked(tmp_path / "journal", 0).__enter__()
