"""Which channels a digest is to be sent to: only those that were named."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from tracker.cli.asked import usage
from tracker.cli.extras import need

ENVIRONMENT = "TRACKER_NOTIFY"
OTHERS = 0o077
"""The bits of a file's mode that let others read, write or run it."""


def named(given: Sequence[str] | None, file: Path | None) -> list[str]:
    """The addresses on the command line, in the environment and in a file; an error where they could not be used."""
    found = [*(given or ()), *os.environ.get(ENVIRONMENT, "").split(), *(in_file(file) if file else ())]
    if found:
        need("notify")
    return list(dict.fromkeys(found))


def in_file(path: Path) -> list[str]:
    """The addresses of a file, one a line; it may hold secrets, so nobody but its owner may read it."""
    with path.open(encoding="utf-8-sig", errors="replace") as file:
        if os.name == "posix" and os.fstat(file.fileno()).st_mode & OTHERS:
            raise usage(f"{path} can be read by others and may hold passwords", f"chmod 600 {path}")
        lines = [line.strip() for line in file]
    return [line for line in lines if line and not line.startswith("#")]
