"""Deeds and the progress of projects as they were reported, and reports that were taken back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from operator import itemgetter
from typing import NamedTuple, TypeVar

from tracker.domain.location import Location
from tracker.domain.series import in_hand, recorded_after


class Kind(StrEnum):
    """What a report speaks of."""

    MILESTONE = "milestone"
    PROJECT = "project"


Subject = tuple[Kind, str]
Mention = tuple[Subject, date | None, str | None]
"""A report as a retraction speaks of it: its subject, and its day and its item or stage, or None for any."""


class Done(NamedTuple):
    """A report of deeds of a milestone; without a day they were done some time before it was published.

    `item` is the number of the deed. Without it the report speaks of `many` deeds of a mere count, or of the `whole`.
    """

    milestone: str
    item: str | None
    on: date | None
    published: date | None
    source: str | None
    location: Location
    many: int = 1
    whole: bool = False
    recorded: datetime | None = None
    by: str | None = None

    @property
    def known_on(self) -> date | None:
        """The day the deed became known; None: it always was."""
        return self.published or self.on

    @property
    def day(self) -> date | None:
        """The day of the deed, or the day by which it had been done."""
        return self.on or self.published

    @property
    def subject(self) -> Subject:
        """The milestone it speaks of."""
        return Kind.MILESTONE, self.milestone

    @property
    def part(self) -> str | None:
        """The number of the deed it speaks of."""
        return self.item


class Progress(NamedTuple):
    """How far a project stood on a day."""

    project: str
    on: date | None
    stage: str | None
    invested: Decimal | None
    unit: str | None
    physical: Decimal | None
    source: str | None
    location: Location
    published: date | None = None
    recorded: datetime | None = None
    by: str | None = None

    @property
    def known_on(self) -> date | None:
        """The day the progress became known; None: it always was."""
        return self.published or self.on

    @property
    def day(self) -> date | None:
        """The day it speaks of."""
        return self.on

    @property
    def subject(self) -> Subject:
        """The project it speaks of."""
        return Kind.PROJECT, self.project

    @property
    def part(self) -> str | None:
        """The stage the project has come to."""
        return self.stage


class Retraction(NamedTuple):
    """Reports taken back, with the reason; without a day or a part (an item, a stage) all of their subject are meant.

    It speaks only of what was there before it: the same report recorded again afterwards stands.
    """

    subject: Subject
    day: date | None
    part: str | None
    on: date | None
    reason: str
    location: Location
    by: str | None = None
    recorded: datetime | None = None

    @property
    def mention(self) -> Mention:
        """What it says of the report."""
        return self.subject, self.day, self.part

    def takes_back(self, report: Done | Progress) -> bool:
        """Whether this retraction speaks of that report."""
        return self.mention in mentions(report) and not self.precedes(report)

    def precedes(self, report: Done | Progress) -> bool:
        """Whether the report was recorded after it was taken back."""
        return recorded_after(report.recorded, self.recorded, self.on)


Report = TypeVar("Report", Done, Progress)


def mentions(report: Done | Progress) -> tuple[Mention, ...]:
    """How a retraction may speak of a report: by its subject, with or without its day and its part."""
    subject, day, part = report.subject, report.day, report.part
    return (subject, day, part), (subject, day, None), (subject, None, part), (subject, None, None)


def by_mention(reports: Iterable[Report]) -> dict[Mention, list[Report]]:
    """Reports by every way to speak of them."""
    found: dict[Mention, list[Report]] = {}
    for report in reports:
        for mention in dict.fromkeys(mentions(report)):
            found.setdefault(mention, []).append(report)
    return found


def history(
    reports: Iterable[Report], retractions: Iterable[Retraction], known_at: date | None
) -> list[tuple[Report, Retraction | None]]:
    """The reports known on a day, each with the first retraction that took it back by then."""
    taken: dict[Mention, list[tuple[int, Retraction]]] = {}
    for place, one in enumerate(retractions):
        if in_hand(one.on, known_at):
            taken.setdefault(one.mention, []).append((place, one))
    known = (report for report in reports if in_hand(report.known_on, known_at))
    return [(report, first_taking_back(report, taken) if taken else None) for report in known]


def first_taking_back(
    report: Done | Progress, taken: Mapping[Mention, Sequence[tuple[int, Retraction]]]
) -> Retraction | None:
    """The earliest of the retractions, kept by what they mention with their places, that takes a report back."""
    each = (next((one for one in taken.get(m, ()) if not one[1].precedes(report)), None) for m in mentions(report))
    found = min((one for one in each if one), key=itemgetter(0), default=None)
    return found[1] if found else None


def standing(reports: Iterable[Report], retractions: Iterable[Retraction], known_at: date | None) -> list[Report]:
    """The reports that stood on a day, known by then and not taken back; None asks for today's knowledge."""
    return [report for report, taken in history(reports, retractions, known_at) if taken is None]


def counted(reports: Iterable[Done]) -> list[Done]:
    """The reports of a mere count that name no deed, the latest of each day and source: a report told twice is one."""
    latest = {(r.day, r.source): r for r in reports if r.item is None and not r.whole}
    return sorted(latest.values(), key=lambda r: r.day or date.min)
