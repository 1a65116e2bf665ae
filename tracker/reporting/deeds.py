"""Deeds and progress that are recorded already."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from tracker.domain.portfolio import Portfolio


def there_already(row: Mapping[str, Any], portfolio: Portfolio) -> bool:
    """Whether a deed or a step of a project stands in the workspace as a row says it."""
    if "milestone" in row:
        return any(
            done.milestone == row["milestone"]
            and done.item == row.get("item")
            and (done.on.isoformat() if done.on else None) == row.get("on")
            for done in portfolio.done
        )
    return any(
        (step.project, step.stage) == (row["project"], row.get("stage"))
        and (step.on.isoformat() if step.on else None) == row.get("on")
        and step.invested == optional(row, "invested")
        and step.physical == optional(row, "physical")
        for step in portfolio.progress
    )


def optional(row: Mapping[str, Any], name: str) -> Decimal | None:
    """A number of a row, where it has one."""
    return Decimal(row[name]) if name in row else None
