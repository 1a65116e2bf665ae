"""What comes next: deadlines, milestones and releases within a quarter, and the releases that are missing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from tracker.assessment.assess import Assessment
from tracker.assessment.review import Review
from tracker.assessment.verdict import Verdict
from tracker.domain.period import Period
from tracker.domain.words import Words
from tracker.render.brief_lines import lead_of

SOON = timedelta(days=92)
"""What is due within a quarter is said to come next."""


class Due(NamedTuple):
    """Something to come, or a release that is already missing: a deadline, a milestone or a release, with its day."""

    day: date
    kind: str
    name: Words
    lead: Words | None
    period: Period | None = None
    others: int = 0
    missing: bool = False


def horizon(day: date) -> date:
    """The last day of what comes next."""
    return day + min(SOON, date.max - day)


def deadlines(review: Review) -> Iterator[Due]:
    """The stages and milestones that end within a quarter and are not kept yet."""
    last = horizon(review.as_of)
    for a in review.targets:
        if a.stage.by and review.as_of <= a.stage.by.last <= last and a.verdict is not Verdict.MET:
            yield Due(a.stage.by.last, "stage", a.target.title, lead_of(a))
    for m in review.milestones:
        by = m.milestone.by
        if by and review.as_of <= by.last <= last and m.verdict is not Verdict.MET:
            yield Due(by.last, "milestone", m.milestone.name, lead_of(m))


def releases(review: Review) -> Iterator[Due]:
    """The next release of each day and period, and those that are missing, with how many series each brings."""
    found: dict[tuple[date, Period, bool], list[Assessment]] = {}
    last = horizon(review.as_of)
    for a in review.targets:
        fresh = a.freshness
        if fresh.awaited and fresh.awaited_on and (fresh.awaited_on <= review.as_of):
            found.setdefault((fresh.awaited_on, fresh.awaited, True), []).append(a)
        if fresh.next_period and fresh.next_on and fresh.next_on <= last and not over(a):
            found.setdefault((fresh.next_on, fresh.next_period, False), []).append(a)
    for (day, period, missing), mine in found.items():
        names = list(dict.fromkeys(a.indicator.name for a in mine))
        leads = {lead_of(a) for a in mine}
        lead = leads.pop() if len(leads) == 1 else None
        yield Due(day, "release", names[0], lead, period, len(names) - 1, missing)


def over(a: Assessment) -> bool:
    """Whether the promise has ended, so that no release is waited for any more."""
    last = max((s.deadline for s in a.target.stages if s.deadline), default=None)
    return a.latest is not None and last is not None and a.latest.period.last >= last
