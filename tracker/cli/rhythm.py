"""The rhythms a check can follow."""

from __future__ import annotations

from enum import StrEnum


class Cadence(StrEnum):
    """Watched daily, moved weekly, analysed monthly."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
