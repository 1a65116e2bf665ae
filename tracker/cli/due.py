"""The selector `due:`: what must be kept within some days, in a period, or should have been by now."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeAlias

from tracker.assessment.assess import Assessment
from tracker.assessment.milestones import MilestoneAssessment
from tracker.assessment.verdict import Verdict
from tracker.cli.asked import usage
from tracker.domain.period import Period

Assessed: TypeAlias = Assessment | MilestoneAssessment
DAYS = {"d": 1, "w": 7}
LONGEST = 100_000
"""More days than a calendar with four-digit years can add is a slip."""


def due(word: str, as_of: date) -> Callable[[Assessed], bool]:
    """Whether a promise has a deadline in the span a word names: overdue, 7d, 2w, or a period."""
    if word == "overdue":
        return overdue
    within = re.fullmatch(r"([0-9]{1,6})([dw])", word)
    if within and int(within[1]) <= LONGEST:
        last = as_of + timedelta(days=int(within[1]) * DAYS[within[2]])
        return lambda a: any(as_of <= day <= last for day in deadlines(a))
    try:
        period = Period.parse(word)
    except ValueError:
        raise usage(f'"due:{word}" names no time', "write due:overdue, due:7d, due:2w or due: and a period") from None
    return lambda a: any(period.first <= day <= period.last for day in deadlines(a))


def deadlines(a: Assessed) -> list[date]:
    """The last day of a milestone, or of a target's stage in force; none where it is undated."""
    by = a.milestone.by if isinstance(a, MilestoneAssessment) else a.stage.by
    return [by.last] if by else []


def overdue(a: Assessed) -> bool:
    """Whether the deadline in force is over and the promise is not met."""
    return a.verdict is not Verdict.MET and any(day < a.as_of for day in deadlines(a))
