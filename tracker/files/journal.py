"""The recorded figures: `actuals/journal.jsonl`, read whole, without a lock and without leaving a trace.

A line is believed when its sum is right. A bad line is passed over only when it is a torn tail: sealed by the line
after it, or still the last of the file. Anything else is damage, named by its byte, and nothing is skipped in silence.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tracker.files.journal_scan import scan
from tracker.files.submission import Journal, Remark

# A pipe under the journal's name must not make a reader wait, nor a link lead it out of the workspace.
FLAGS = sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_CLOEXEC", "O_BINARY", "O_NONBLOCK"))


class Damaged(Exception):
    """A journal with bytes that are neither a good line nor a torn tail; `good` holds every submission still sound."""

    def __init__(self, path: Path, places: tuple[Remark, ...], good: Journal) -> None:
        self.path, self.places, self.good = path, places, good
        self.line, self.byte, self.complaint = places[0].line, places[0].byte, places[0].text
        others = f" (and {len(places) - 1} more)" if len(places) > 1 else ""
        super().__init__(f"{path}:{self.line}: byte {self.byte}: {self.complaint}{others}")


class Unreadable(Exception):
    """A journal that is there and cannot be read, with the reason in a sentence."""


def read(path: Path, seen: Journal | None = None) -> Journal:
    """The journal as it stands, going on from what was `seen` of it; an empty one when the file is missing."""
    try:
        with opened(path, os.O_RDONLY) as page:
            return read_on(page, path, seen or Journal())
    except FileNotFoundError:
        return Journal()
    except OSError as fault:
        raise Unreadable(f"{path} cannot be read: {reason(path, fault)}") from fault


@contextmanager
def opened(path: Path, how: int) -> Iterator[int]:
    """A plain file, open for the length of the block; OSError as the system gives it."""
    page = os.open(path, how | FLAGS, 0o666)
    try:
        yield page
    finally:
        os.close(page)


def read_on(page: int, path: Path, seen: Journal) -> Journal:
    """What an open journal holds, reading only the bytes after those `seen`; OSError as the system gives it."""
    here = os.fstat(page)
    if not stat.S_ISREG(here.st_mode):
        raise OSError(0, "it is not a plain file")
    if seen.inode == here.st_ino and 0 < seen.size <= here.st_size:
        found, places = scan(_bytes(page, seen.size, here.st_size), seen, here.st_ino)
        if not places:
            return found
    # Replaced, cut short or changed since: what was seen says nothing about the file as it is now.
    found, places = scan(_bytes(page, 0, here.st_size), Journal(), here.st_ino)
    if places:
        raise Damaged(path, places, found)
    return found


def reason(path: Path, fault: OSError) -> str:
    """Why the system refused, in words."""
    return "it is a symbolic link, not a plain file" if path.is_symlink() else (fault.strerror or str(fault)).lower()


def _bytes(page: int, start: int, end: int) -> bytes:
    os.lseek(page, start, os.SEEK_SET)
    parts = []
    while start < end and (part := os.read(page, end - start)):
        parts.append(part)
        start += len(part)
    return parts[0] if len(parts) == 1 else b"".join(parts)
