"""Somebody has seen a verdict and asks for silence until a day."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tracker.domain.location import Location


class Acknowledgement(NamedTuple):
    """The verdict of a target or milestone, seen on a day; without `until` it ends the one before it."""

    id: str
    verdict: str
    on: date
    until: date | None
    reason: str
    by: str
    location: Location

    def covers(self, day: date) -> bool:
        """Whether it asks for silence on a day: from the day it was given, and the day it names included."""
        return self.until is not None and self.on <= day <= self.until
