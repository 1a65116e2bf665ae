"""What is wrong in a file, and where."""

from __future__ import annotations

from typing import NamedTuple


class Fault(NamedTuple):
    """One mistake in a file, at the place that should change; lines and columns count from 1."""

    path: str
    line: int
    column: int
    code: str
    complaint: str
    help: str = ""
    excerpt: str = ""


class Rejected(Exception):
    """Files that cannot be used, with every fault found in all of them."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = tuple(sorted(faults))
