"""Deeds and progress: recorded already, of a day that cannot be, or of another day than the one recorded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from tracker.domain.portfolio import Done, Portfolio
from tracker.reporting.claim import Objection


def there_already(row: Mapping[str, Any], portfolio: Portfolio) -> bool:
    """Whether a deed or a step of a project stands in the workspace as a row says it; a day may be left out."""
    if "milestone" in row:
        return any(row.get("on") in {None, day_of(done)} for done in recorded(row, portfolio))
    return any(
        (step.project, step.stage) == (row["project"], row.get("stage"))
        and (step.on.isoformat() if step.on else None) == row.get("on")
        and step.invested == optional(row, "invested")
        and step.physical == optional(row, "physical")
        for step in portfolio.progress
    )


def recorded(row: Mapping[str, Any], portfolio: Portfolio) -> Iterator[Done]:
    """The deeds on record of the milestone and item a row names, by name or number."""
    names = numbers_of(row["milestone"], portfolio)
    item = names.get(row.get("item"), row.get("item"))
    for done in portfolio.done:
        if done.milestone == row["milestone"] and names.get(done.item, done.item) == item:
            yield done


def numbers_of(milestone: str, portfolio: Portfolio) -> Mapping[str | None, str]:
    """The number of each item of a milestone, by its names."""
    items = next((one.items for one in portfolio.milestones if one.id == milestone), ())
    return {name: str(place) for place, words in enumerate(items, 1) for name in (words.zh, words.en) if name}


def day_of(done: Done) -> str | None:
    """The day of a deed as rows write it."""
    return done.on.isoformat() if done.on else None


def with_day(row: Mapping[str, Any], today: date) -> Mapping[str, Any]:
    """A row with the day of its deed: where none is given, the day it was published, or else today."""
    if "milestone" not in row or "on" in row:
        return row
    front = {name: row[name] for name in ("milestone", "item") if name in row}
    return front | {"on": row.get("published", today.isoformat())} | dict(row)


def deed_objections(
    row: Mapping[str, Any], place: str, portfolio: Portfolio, today: date, *, revise: bool
) -> list[Objection]:
    """A deed after today or after its publication, or one recorded with another day already."""
    if "milestone" not in row:
        return []
    on, published = date.fromisoformat(row["on"]), row.get("published")
    facts: dict[str, object] = {"id": row["milestone"], "period": row.get("item", ""), "unit": ""}
    found = []
    if on > today:
        found.append(Objection("future-publication", place, facts | {"published": on, "today": today}))
    if published and on > date.fromisoformat(published):
        said = {"ends": on, "published": date.fromisoformat(published)}
        found.append(Objection("period-after-publication", place, facts | said))
    other = next((done for done in recorded(row, portfolio) if done.on), None)
    if other and not revise:
        both: dict[str, object] = {"value": on, "other": other.on, "where": str(other.location), "vintage": "done"}
        found.append(Objection("contradicts", place, facts | both))
    return found


def optional(row: Mapping[str, Any], name: str) -> Decimal | None:
    """A number of a row, where it has one."""
    return Decimal(row[name]) if name in row else None
