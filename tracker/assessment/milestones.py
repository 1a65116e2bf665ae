"""Deeds by a day: done, late, due or open."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from tracker.assessment.verdict import Caveat, Verdict
from tracker.domain.portfolio import Done
from tracker.domain.series import in_hand
from tracker.domain.target import Milestone
from tracker.domain.words import Words

DUE_SOON = timedelta(days=31)
"""A deed is called due when its day is no more than a month away."""


class ItemState(StrEnum):
    """How one deed stands."""

    DONE = "done"
    LATE = "late"
    DUE = "due"
    OPEN = "open"


class Item(NamedTuple):
    """One deed of a milestone."""

    name: Words
    state: ItemState
    done_on: date | None
    source: str | None


class MilestoneAssessment(NamedTuple):
    """What a milestone's reports amount to on a day."""

    milestone: Milestone
    as_of: date
    verdict: Verdict
    done: int
    total: int
    items: tuple[Item, ...]
    caveats: tuple[Caveat, ...]


def assess_milestone(
    milestone: Milestone, reports: Sequence[Done], as_of: date, known_at: date | None
) -> MilestoneAssessment:
    """A milestone on a day; all named deeds must be done, late ones are named."""
    known = [r for r in reports if in_hand(r.known_on, known_at) and in_hand(r.happened_by, as_of)]
    items = tuple(item(milestone, number, name, known, as_of) for number, name in enumerate(names(milestone), start=1))
    done = sum(i.state is ItemState.DONE for i in items)
    verdict, caveats = judge(milestone, items, as_of)
    return MilestoneAssessment(milestone, as_of, verdict, done, milestone.total, items, tuple(caveats))


def names(milestone: Milestone) -> list[Words]:
    """The deeds of a milestone; a mere count numbers them, and one without a list is its own deed."""
    if milestone.items:
        return list(milestone.items)
    if milestone.count:
        return [Words(en=f"{n}") for n in range(1, milestone.count + 1)]
    return [milestone.name]


def item(milestone: Milestone, number: int, name: Words, known: Sequence[Done], as_of: date) -> Item:
    """How one deed stands."""
    report = next((r for r in reversed(known) if speaks_of(r, number, name)), None)
    if report:
        return Item(name, ItemState.DONE, report.on, report.source)
    if milestone.by is None:
        return Item(name, ItemState.OPEN, None, None)
    late, due = as_of > milestone.by.last, as_of + DUE_SOON >= milestone.by.last
    return Item(name, ItemState.LATE if late else ItemState.DUE if due else ItemState.OPEN, None, None)


def speaks_of(report: Done, number: int, name: Words) -> bool:
    """Whether a report means that deed; without an item it means the whole of a milestone."""
    if report.item is None:
        return True
    return report.item in {str(number), name.zh, name.en}


def judge(milestone: Milestone, items: Sequence[Item], as_of: date) -> tuple[Verdict, list[Caveat]]:
    """Met when all is done, missed when the day has passed before; an undated one cannot be late."""
    caveats = [Caveat.of("list-open")] if milestone.open_list else []
    by = milestone.by.last if milestone.by else None
    tardy = [i for i in items if by and i.done_on and i.done_on > by]
    if all(i.state is ItemState.DONE for i in items):
        late = (
            [Caveat.of("done-late", days=(max(i.done_on for i in tardy if i.done_on) - by).days)]
            if tardy and by
            else []
        )
        return Verdict.MET, caveats + late
    if by is None:
        return Verdict.UNKNOWN, [Caveat.of("undated"), *caveats]
    if as_of > by:
        return Verdict.MISSED, [Caveat.of("late", days=(as_of - by).days), *caveats]
    if as_of + DUE_SOON >= by:
        return Verdict.ON_TRACK, [Caveat.of("due", days=(by - as_of).days), *caveats]
    return Verdict.ON_TRACK, caveats
