"""Where something is written down."""

from __future__ import annotations

from typing import NamedTuple


class Location(NamedTuple):
    """A line of a file of the workspace; the path is relative to the workspace, lines count from 1."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"
