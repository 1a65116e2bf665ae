"""`tracker log --json`: every figure as plain values, in a form that is promised to last."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tracker.assessment.single_months import Single
from tracker.domain.series import Actual, Withdrawal

SCHEMA = "tracker.log/1"
COLUMNS = (
    *("indicator", "period", "value", "unit", "growth", "vintage", "published", "recorded", "by", "source", "locator"),
    *("note", "withdrawn_on", "withdrawn_reason", "withdrawn_by", "location_file", "location_line"),
)


def log_document(entries: Iterable[tuple[Actual, Withdrawal | None]]) -> dict[str, Any]:
    """All figures in one document."""
    return {"schema": SCHEMA, "figures": [figure(*entry) for entry in entries]}


def figure(actual: Actual, withdrawn: Withdrawal | None) -> dict[str, Any]:
    """One figure; numbers are text, with the digits as printed."""
    return {
        "indicator": actual.indicator,
        "period": str(actual.period or actual.printed_period),
        "value": None if actual.value is None else f"{actual.value:f}",
        "unit": actual.unit.symbol,
        "growth": None if actual.growth is None else f"{actual.growth:f}",
        "vintage": actual.vintage.value,
        "published": actual.published.isoformat() if actual.published else None,
        "recorded": actual.recorded.isoformat() if actual.recorded else None,
        "by": actual.by,
        "source": actual.source,
        "locator": actual.locator,
        "note": actual.note,
        "withdrawn": taken_back(withdrawn) if withdrawn else None,
        "location": {"file": actual.location.file, "line": actual.location.line},
    }


def taken_back(withdrawal: Withdrawal) -> dict[str, Any]:
    """When, why and by whom a figure was taken back."""
    return {
        "on": withdrawal.on.isoformat() if withdrawal.on else None,
        "reason": withdrawal.reason,
        "by": withdrawal.by,
    }


def single(indicator: str, one: Single) -> dict[str, Any]:
    """One month of a running total by itself, with the interval that the printed digits allow; numbers unrounded."""
    numbers = ("value", "low", "high", "growth", "growth_low", "growth_high")
    values = {name: getattr(one, name) for name in numbers}
    return {
        "indicator": indicator,
        "period": str(one.period),
        **{name: None if value is None else float(value) for name, value in values.items()},
        "from": [str(figure.period) for figure in one.figures],
    }


SINGLE_COLUMNS = ("indicator", "period", "value", "low", "high", "growth", "growth_low", "growth_high", "from")
