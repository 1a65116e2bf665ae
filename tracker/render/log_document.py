"""`tracker log --json`: every figure, deed and progress as plain values, in a form that is promised to last."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tracker.assessment.single_months import Single
from tracker.domain.deeds import Done, Progress, Retraction
from tracker.domain.series import Actual, Withdrawal

SCHEMA = "tracker.log/1"
COLUMNS = (
    *("indicator", "period", "value", "unit", "growth", "vintage", "published", "recorded", "by", "source", "locator"),
    *("note", "withdrawn_on", "withdrawn_reason", "withdrawn_by", "location_file", "location_line"),
)


REPORTED = ("milestone", "item", "many", "project", "stage", "invested", "physical", "on")
"""The columns that reports of deeds and of projects have besides."""


def log_document(
    entries: Iterable[tuple[Actual, Withdrawal | None]], reports: Iterable[tuple[Done | Progress, Retraction | None]]
) -> dict[str, Any]:
    """All figures, deeds and progress in one document."""
    told = list(reports)
    return {
        "schema": SCHEMA,
        "figures": [figure(*entry) for entry in entries],
        "deeds": [report(*entry) for entry in told if isinstance(entry[0], Done)],
        "progress": [report(*entry) for entry in told if isinstance(entry[0], Progress)],
    }


def report(one: Done | Progress, taken: Retraction | None) -> dict[str, Any]:
    """One report of deeds or of a project; numbers are text, with the digits as written."""
    return {
        **(deeds(one) if isinstance(one, Done) else progress(one)),
        "on": one.on.isoformat() if one.on else None,
        "published": one.published.isoformat() if one.published else None,
        "recorded": one.recorded.isoformat() if one.recorded else None,
        "by": one.by,
        "source": one.source,
        "withdrawn": taken_back(taken) if taken else None,
        "location": {"file": one.location.file, "line": one.location.line},
    }


def deeds(one: Done) -> dict[str, Any]:
    """Which deeds of a milestone a report speaks of: a number, all, or so many of a count."""
    return {"milestone": one.milestone, "item": "all" if one.whole else one.item, "many": one.many}


def progress(one: Progress) -> dict[str, Any]:
    """How far a project had come."""
    money, physical = (None if n is None else f"{n:f}" for n in (one.invested, one.physical))
    return {"project": one.project, "stage": one.stage, "invested": money, "unit": one.unit, "physical": physical}


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


def taken_back(withdrawal: Withdrawal | Retraction) -> dict[str, Any]:
    """When, why and by whom something was taken back."""
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
