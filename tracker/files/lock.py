"""The lock that makes writers of one file take turns; readers never take it."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

EVERY = 0.002  # seconds between two tries: a few times what an append takes


class LockedByAnother(Exception):
    """Another process kept the lock longer than the wait allowed; nothing was written, and trying again is safe."""


@contextmanager
def locked(path: Path, wait: float) -> Iterator[None]:
    """Hold `<path>.lock` for the length of the block; LockedByAnother after `wait` seconds, OSError as it comes.

    The lock is a file of its own because editors and git replace the file it guards. The system lets go of it when
    its holder dies, however it dies. A file system without such locks is an OSError: better no record than half a one.
    """
    until = time.monotonic() + wait
    beside = path.with_name(path.name + ".lock")
    while (held := _taken(beside)) is None:
        if time.monotonic() >= until:
            raise LockedByAnother(f"{path}: another process has been writing for {wait:g} s; nothing was recorded")
        time.sleep(EVERY)
    try:
        yield
    finally:
        os.close(held)


def _taken(beside: Path) -> int | None:
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
    held = os.open(beside, flags, 0o666)
    try:
        if _alone(held) and (sys.platform == "win32" or os.fstat(held).st_nlink):  # no links: removed meanwhile
            return held
    except BaseException:
        os.close(held)
        raise
    os.close(held)
    return None


if sys.platform == "win32":
    import msvcrt

    def _alone(held: int) -> bool:
        """Whether the first byte of the lock file is now ours."""
        try:
            msvcrt.locking(held, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

else:
    import fcntl

    def _alone(held: int) -> bool:
        """Whether the lock file is now ours; over NFS the server is asked."""
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
