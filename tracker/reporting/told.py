"""What is told of a milestone or a project already, found by what each report speaks of."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from datetime import date
from typing import NamedTuple

from tracker.domain.deeds import Done, Progress
from tracker.domain.target import Milestone


class Told(NamedTuple):
    """One report of a deed or of progress, and where it stands: in the workspace, or among the rows brought."""

    report: Done | Progress
    where: str
    brought: bool = False


class Reports:
    """What is told of one milestone or project, found by what each report speaks of."""

    def __init__(self, milestone: Milestone | None) -> None:
        self.milestone = milestone
        self.told: dict[Hashable, list[Told]] = {}
        self.days: dict[date | None, list[Told]] = {}
        self.numbers: set[str] = set()
        self.many: dict[Hashable, int] = {}
        self.total = 0

    def counting(self, report: Done | Progress) -> bool:
        """Whether a report only counts deeds, and names none."""
        counted = isinstance(report, Done) and report.item is None and not report.whole
        return counted and bool(self.milestone and self.milestone.count)

    def key(self, report: Done | Progress) -> Hashable:
        """What a report speaks of: a deed by number, the whole, or deeds by day and source; a step by all it says."""
        if isinstance(report, Progress):
            return report.on, report.stage, report.invested, report.physical
        return (report.day, report.source) if self.counting(report) else report.item

    def add(self, told: Told) -> None:
        """One more report."""
        report, key = told.report, self.key(told.report)
        self.told.setdefault(key, []).append(told)
        if isinstance(report, Done) and report.item:
            self.numbers.add(report.item)
        if isinstance(report, Done) and self.counting(report):
            self.days.setdefault(report.day, []).append(told)
            self.total += report.many - self.many.get(key, 0)
            self.many[key] = report.many

    def alike(self, report: Done | Progress) -> Iterator[Told]:
        """The reports of the same, the latest first."""
        return reversed(self.told.get(self.key(report), ()))

    def done_with(self, report: Done) -> int:
        """How many deeds of a count would be told as done with one more report."""
        numbers = len(self.numbers) + (report.item is not None and report.item not in self.numbers)
        added = report.many - self.many.get(self.key(report), 0) if self.counting(report) else 0
        return numbers + self.total + added
