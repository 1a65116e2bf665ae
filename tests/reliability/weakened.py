"""Ways to weaken the writer: what a control takes away must be missed, or the test of it proves nothing."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from tracker.files import append as append_module


@contextmanager
def _no_lock(_path: Path, _wait: float) -> Iterator[None]:
    yield


def _in_small_pieces(page: int, data: bytes) -> None:
    while data:
        data = data[os.write(page, data[:61]) :]
        time.sleep(0.0002)


def _no_sync(page: int, data: bytes) -> None:
    append_module._put(page, data)


def _no_taking_back(page: int, data: bytes) -> None:
    append_module._put(page, data)
    os.fsync(page)


def _slow_look(look: Callable[..., Any], *what: Any) -> Any:  # noqa: ANN401  whatever it stands for
    found = look(*what)
    time.sleep(0.003)
    return found


# Writes in pieces and a pause between look and write are what a system may do; the writer must stand them.
CHANGES: Mapping[str, Mapping[str, Any]] = {
    "no lock": {"locked": _no_lock},
    "no sync": {"_write": _no_sync},
    "no taking back": {"_write": _no_taking_back},
    "no mending": {"_mending": lambda _: b""},
    "slow writes": {"_put": _in_small_pieces},
    "slow look": {"read_on": partial(_slow_look, append_module.read_on)},
}


def weaken(*changes: str) -> None:
    """Change the writer of this process, for good: call it only in a process of its own."""
    for change in changes:
        for name, value in CHANGES[change].items():
            setattr(append_module, name, value)
