"""Deeds by a day: done, late, due or open."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from tracker.assessment.verdict import Caveat, Verdict
from tracker.domain.deeds import Done, counted
from tracker.domain.series import in_hand
from tracker.domain.target import Milestone
from tracker.domain.words import Words

DUE_SOON = timedelta(days=30)
"""A deed is called due when its day is no more than thirty days away."""


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
    known = [r for r in reports if in_hand(r.known_on, known_at) and in_hand(r.day, as_of)]
    told = reports_of(milestone, known)
    items = tuple(item(milestone, name, report, as_of) for name, report in zip(names(milestone), told, strict=True))
    done = sum(i.state is ItemState.DONE for i in items)
    verdict, caveats = judge(milestone, items, as_of)
    if verdict is Verdict.MET and early(milestone, told, as_of):
        caveats.append(Caveat.of("early"))
    return MilestoneAssessment(milestone, as_of, verdict, done, milestone.total, items, tuple(caveats))


def names(milestone: Milestone) -> list[Words]:
    """The deeds of a milestone; a mere count numbers them, and one without a list is its own deed."""
    if milestone.items:
        return list(milestone.items)
    if milestone.count:
        return [Words(en=f"{n}") for n in range(1, milestone.count + 1)]
    return [milestone.name]


def reports_of(milestone: Milestone, known: Sequence[Done]) -> list[Done | None]:
    """The report of each deed: its own, else the next of those that only count, else the one of the whole."""
    own = {report.item: report for report in known if report.item}
    each = iter([r for r in counted(known) for _ in range(r.many)] if milestone.count else [])
    whole = next((r for r in reversed(known) if r.item is None and (r.whole or not milestone.count)), None)
    return [own.get(str(number)) or next(each, whole) for number in range(1, milestone.total + 1)]


def item(milestone: Milestone, name: Words, report: Done | None, as_of: date) -> Item:
    """How one deed stands."""
    if report:
        return Item(name, ItemState.DONE, report.on, report.source)
    if milestone.by is None:
        return Item(name, ItemState.OPEN, None, None)
    late, due = as_of > milestone.by.last, as_of + DUE_SOON >= milestone.by.last
    return Item(name, ItemState.LATE if late else ItemState.DUE if due else ItemState.OPEN, None, None)


def judge(milestone: Milestone, items: Sequence[Item], as_of: date) -> tuple[Verdict, list[Caveat]]:
    """Met when all is done, otherwise by the worst of its deeds; an undated one cannot be late."""
    caveats = [Caveat.of("list-open")] if milestone.open_list else []
    by = milestone.by.last if milestone.by else None
    states = {i.state for i in items}
    if states == {ItemState.DONE}:
        return Verdict.MET, caveats + late_by(items, by)
    if by is None:
        return Verdict.UNKNOWN, [Caveat.of("undated"), *caveats]
    if ItemState.LATE in states:
        return Verdict.MISSED, [Caveat.of("late", days=(as_of - by).days), *caveats]
    if ItemState.DUE in states:
        begun = len(items) == 1 or ItemState.DONE in states
        return Verdict.AT_RISK if begun else Verdict.OFF_TRACK, [Caveat.of("due", days=(by - as_of).days), *caveats]
    return Verdict.ON_TRACK, caveats


def late_by(items: Sequence[Item], by: date | None) -> list[Caveat]:
    """How late the last of the deeds was done, where any was."""
    tardy = [i.done_on for i in items if by and i.done_on and i.done_on > by]
    return [Caveat.of("done-late", days=(max(tardy) - by).days)] if tardy and by else []


def early(milestone: Milestone, told: Sequence[Done | None], as_of: date) -> bool:
    """Whether the last deed of a milestone that is met was done before its day."""
    if milestone.by is None:
        return False
    last = max((report.day or as_of for report in told if report), default=as_of)
    return min(last, as_of) < milestone.by.last
