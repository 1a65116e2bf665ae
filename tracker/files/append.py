"""The one write: a submission added behind the last, under a lock, on the disk before anyone is told.

Nothing acknowledged is ever changed or cut, so readers need no lock and a file marked append-only works.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from tracker.files.journal import opened, read_on, reason
from tracker.files.journal_line import content_key, seal_line, submission_line
from tracker.files.lock import locked
from tracker.files.submission import Journal

TICK = timedelta(microseconds=1)
SLOW = timedelta(minutes=5)
LATEST = datetime.max.replace(tzinfo=UTC) - TICK
NOTHING_WRITTEN = "nothing was recorded"
IN_DOUBT = "the figures are not known to be saved; record them again, they cannot be counted twice"


class Receipt(NamedTuple):
    """What became of a submission: recorded now, or already there since `at`; it is on the disk in both cases."""

    recorded: bool
    at: datetime
    key: str
    warning: str | None = None


class NotSaved(Exception):
    """The system refused to write; the sentence says whether nothing was recorded or the outcome is in doubt."""


def append(  # noqa: PLR0913  a submission is these facts, and no two of them belong together
    path: Path,
    rows: Sequence[Mapping[str, Any]],
    *,
    by: str,
    now: datetime,
    seen: Journal,
    wait: float = 10.0,
    salt: str = "",
    recheck: Callable[[Journal], None] | None = None,
) -> Receipt:
    """Record rows as one submission: all of them or none, and only once.

    The same rows with the same `salt` are the same submission: give a salt (the key of the withdrawal) to record
    again what was withdrawn. `seen` is the journal as the caller read it: only what was added since is read under the
    lock, and is shown to `recheck`, which may raise to stop the write. ValueError for rows a journal cannot hold;
    LockedByAnother, NotSaved and journal.Damaged as they say.
    """
    if not rows:
        raise ValueError("there is nothing to record")
    key = content_key(rows, salt)
    line = submission_line(key, now, by, rows)  # what cannot be written is refused before anything is touched
    outcome = NOTHING_WRITTEN
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with locked(path, wait), opened(path, os.O_RDWR | os.O_CREAT | os.O_APPEND) as page:
            present = read_on(page, path, seen)
            if recheck and key not in present.keys and present.submissions is not seen.submissions:
                recheck(present)
            if not present.size:
                _keep_name(path)
            outcome = IN_DOUBT
            if key in present.keys:
                os.fsync(page)  # whoever wrote that line may have died before it was on the disk
                return Receipt(recorded=False, at=present.keys[key], key=key)
            at = _moment(now, present.last)
            _write(page, _mending(present) + (line if at == now else submission_line(key, at, by, rows)))
    except OSError as fault:
        raise NotSaved(f"{path}: {reason(path, fault)}: {outcome}") from fault
    return Receipt(recorded=True, at=at, key=key, warning=_warning(present, now))


def _moment(now: datetime, last: datetime | None) -> datetime:
    """Now, but always after the last submission: the order of times is the order of the journal."""
    return now.astimezone(UTC) if last is None else max(now.astimezone(UTC), min(last, LATEST) + TICK)


def _mending(present: Journal) -> bytes:
    """What must stand before the next line: the newline that is due, and the seal of a torn tail."""
    newline = b"\n" if present.newline_due else b""
    return newline + seal_line(present.torn) if present.torn else newline


def _write(page: int, data: bytes) -> None:
    """Put bytes at the end and wait until they are on the disk; what failed is taken back, as far as it can be.

    A failed fsync is never repeated: the system forgets what it could not write, and a second one would succeed.
    For the same reason the bytes must not stay in memory: whoever records the same figures again would be told that
    they are there already, from a file that loses them with the next power cut.
    """
    start = os.lseek(page, 0, os.SEEK_END)
    try:
        _put(page, data)
        os.fsync(page)
    except OSError:
        with suppress(OSError):  # a file marked append-only keeps them; they are whole, or torn and sealed later
            os.ftruncate(page, start)
        raise


def _put(page: int, data: bytes) -> None:
    while data:
        data = data[os.write(page, data) :]


def _keep_name(path: Path) -> None:
    """Put the names of a new journal and of its folder on the disk, before there is anything to lose."""
    if not hasattr(os, "O_DIRECTORY"):
        return  # Windows keeps names without being asked
    for folder in (path.parent, path.parent.parent):
        page = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(page)
        except OSError as fault:
            if fault.errno not in (errno.EINVAL, errno.ENOTSUP):  # a file system without it
                raise
        finally:
            os.close(page)


def _warning(present: Journal, now: datetime) -> str | None:
    told = []
    if present.last and present.last - now >= SLOW:
        behind = (present.last - now) // timedelta(minutes=1)
        told.append(f"the clock of this computer is {behind} minutes behind the journal's last entry; check it")
    if present.torn:
        told.append(f"{present.torn} bytes of an earlier record cut short were set aside; it was never acknowledged")
    return "; ".join(told) or None
