"""`tracker diff --json`: what changed as plain values, every key always there, unknown is null."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from tracker.assessment.assess import Assessment
from tracker.assessment.change import Assessed, Change, Difference
from tracker.domain.series import Actual
from tracker.render.document import ENGLISH, day, location, number

SCHEMA = "tracker.diff/1"
SIDE = ("verdict", "value", "unit", "period")
COLUMNS: tuple[str, ...] = (
    *("kind", "id", "title", "change"),
    *(f"was_{name}" for name in SIDE),
    *(f"is_{name}" for name in SIDE),
    *("vintage", "published", "source", "location_file", "location_line"),
)
"""The columns of CSV and TSV: promises first, then figures; new ones are only ever added at the end."""


def document(found: Difference, *, tool_version: str, generated_at: datetime, exit_code: int) -> dict[str, Any]:
    """All that changed, and between which days and states of knowledge."""
    return {
        "schema": SCHEMA,
        "tool_version": tool_version,
        "generated_at": generated_at.isoformat(timespec="seconds"),
        "workspace": ENGLISH.name(found.after.portfolio.name),
        "from": {"as_of": day(found.before.as_of), "known_at": day(found.before.known_at)},
        "to": {"as_of": day(found.after.as_of), "known_at": day(found.after.known_at)},
        "exit_code": exit_code,
        "promises": [promise(change) for change in found.promises],
        "figures": [*(figure("new", a) for a in found.added), *(figure("withdrawn", a) for a in found.gone)],
    }


def records(found: Difference) -> list[dict[str, Any]]:
    """Promises and figures as rows of one table."""
    empty = dict.fromkeys(COLUMNS)
    promises = [
        {
            **empty,
            **flat(promise(change), ("was", "is")),
            "change": "verdict" if change.was is not change.now else "actual",
        }
        for change in found.promises
    ]
    figures = [
        {**empty, "kind": "figure", "id": a.indicator, "change": change, **figure_cells(change, a)}
        for change, some in (("new", found.added), ("withdrawn", found.gone))
        for a in some
    ]
    return [*promises, *figures]


def promise(change: Change) -> dict[str, Any]:
    """One promise before and now; null where it was not in force."""
    assessed = change.after or change.before
    if assessed is None:
        return {}
    target = isinstance(assessed, Assessment)
    declared = assessed.target if isinstance(assessed, Assessment) else assessed.milestone
    title = assessed.target.title if isinstance(assessed, Assessment) else assessed.milestone.name
    return {
        "kind": "target" if target else "milestone",
        "id": declared.id,
        "title": ENGLISH.name(title),
        "was": side(change.before),
        "is": side(change.after),
        "location": location(declared.location),
    }


def side(assessed: Assessed | None) -> dict[str, Any] | None:
    """The verdict on one day, and how far the promise had come: its latest value, or the number of deeds done."""
    if assessed is None:
        return None
    if not isinstance(assessed, Assessment):
        return {"verdict": assessed.verdict.value, "value": assessed.done, "unit": None, "period": None}
    latest = assessed.latest
    return {
        "verdict": assessed.verdict.value,
        "value": number(latest.value) if latest else None,
        "unit": assessed.unit.symbol if latest else None,
        "period": str(latest.period) if latest else None,
    }


def figure(change: str, actual: Actual) -> dict[str, Any]:
    """One figure that came or went, digits as printed."""
    return {
        "change": change,
        "indicator": actual.indicator,
        "period": actual.printed_period,
        "value": None if actual.value is None else f"{actual.value:f}",
        "unit": actual.unit.symbol,
        "vintage": actual.vintage.value,
        "published": day(actual.known_on),
        "source": actual.source,
        "location": location(actual.location),
    }


def figure_cells(change: str, actual: Actual) -> dict[str, Any]:
    """One figure in the columns of the table: what came is what is, what went is what was."""
    plain = figure(change, actual)
    place = "is" if change == "new" else "was"
    values = {f"{place}_{name}": plain[name] for name in ("value", "unit", "period")}
    return {
        **values,
        **{name: plain[name] for name in ("vintage", "published", "source")},
        **flat(plain, ("location",)),
    }


def flat(values: Mapping[str, Any], nested: tuple[str, ...]) -> dict[str, Any]:
    """A promise's values with some nested ones beside them, joined by `_`."""
    inner = {f"{n}_{key}": v for n in (*nested, "location") for key, v in (values.get(n) or {}).items()}
    return {**{key: v for key, v in values.items() if key in COLUMNS}, **inner}
