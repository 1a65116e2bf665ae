"""Rows about deeds and the progress of projects -> the domain's own values; what fits no declaration is a fault."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from tracker.domain.deeds import Done, Kind, Progress, Retraction, Subject, by_mention
from tracker.domain.indicator import Source
from tracker.domain.location import Location
from tracker.domain.target import Milestone, Project
from tracker.domain.units import DEFAULT, UnitTable
from tracker.files.page import Page, Row
from tracker.files.register import Register
from tracker.files.slips import one_of_these

Values = Mapping[str, Any]


class DeedRegister(Register):
    """The milestones and projects declared, and what is reported of them."""

    def __init__(self, units: UnitTable = DEFAULT, rules: frozenset[str] = frozenset()) -> None:
        super().__init__(units, rules)
        self.milestones: dict[str, Milestone] = {}
        self.projects: dict[str, Project] = {}
        self.done: list[Done] = []
        self.progress: list[Progress] = []
        self.retractions: list[Retraction] = []
        self.retracted: list[tuple[Row, Retraction]] = []
        self.counted: dict[tuple[str, date | None, str | None], Location] = {}

    def deeds(self, page: Page, origin: Source | None) -> None:
        """The deeds and the progress of projects a page reports."""
        published, name = (origin.published, origin.id) if origin else (None, None)
        for deed in page.tables.get("done", ()):
            if self.known(deed, "milestone", self.milestones) and self._item(deed):
                report = done(deed.values, self.milestones[deed["milestone"]], deed.location, published, name)
                if self._told_once(deed, report):
                    self.done.append(report)
        for step in page.tables.get("progress", ()):
            sound = "unit" not in step.values or self.unit(step, "unit") is not None
            if self.known(step, "project", self.projects) and sound:
                self.progress.append(progress(step.values, step.location, published, name))

    def retract(self, row: Row) -> None:
        """Deeds or progress taken back by hand."""
        kind = Kind.MILESTONE if "milestone" in row.values else Kind.PROJECT
        declared: Mapping[str, Milestone | Project] = self.milestones if kind is Kind.MILESTONE else self.projects
        if not self.known(row, kind.value, declared) or (kind is Kind.MILESTONE and not self._item(row)):
            return
        found = retraction(row.values, (kind, row[kind.value]), self.part(kind, row.values), row.location)
        self.retractions.append(found)
        self.retracted.append((row, found))

    def part(self, kind: Kind, values: Values) -> str | None:
        """The number of the item, or the stage, that a row speaks of; ValueError for an item there is not."""
        if kind is Kind.PROJECT:
            return values.get("stage")
        return number_of(values.get("item"), self.milestones[values["milestone"]])

    def settle_deeds(self) -> None:
        """Ask, once all reports are there, whether each retraction written by hand takes something back."""
        if not self.retracted:
            return
        done, steps = by_mention(self.done), by_mention(self.progress)
        for row, one in self.retracted:
            kind, name = one.subject
            told: Iterable[Done | Progress] = (*done.get(one.mention, ()), *steps.get(one.mention, ()))
            if all(one.precedes(report) for report in told):
                complaint = f"there is no such report of {name}"
                help_ = "write day, item and stage as they stand with the report"
                self.fault(row, (kind.value,), "withdraws-nothing", complaint, help_)

    def _item(self, row: Row) -> bool:
        """Whether a deed is one of its milestone's, and counted only where deeds are counted."""
        item, milestone = row.get("item"), self.milestones[row["milestone"]]
        if "count" in row.values and not milestone.count:
            complaint = f"the deeds of {milestone.id} are not merely counted"
            self.fault(row, ("count",), "count-unused", complaint, "write item = … once for each, or all = true")
            return False
        if item is None or milestone.number_of(item):
            return True
        names = [name for words in milestone.items for name in (words.zh, words.en) if name]
        words = names or [str(n + 1) for n in range(milestone.total)]
        help_ = self.near.suggest(item, milestone.id, words) or one_of_these(words)
        self.fault(row, ("item",), "unknown-item", f'"{item}" is not an item of {milestone.id}', help_)
        return False

    def _told_once(self, row: Row, report: Done) -> bool:
        """Whether no other report counts deeds of the same day by the same source: whether those are meant is asked."""
        if not self.milestones[report.milestone].count or report.item or report.whole:
            return True
        first = self.counted.setdefault((report.milestone, report.day, report.source), report.location)
        if first != report.location:
            complaint = f"a deed of that day and source is reported at {first} already"
            self.fault(row, ("milestone",), "deed-twice", complaint, "write count = … for all of that day, or item = …")
        return first == report.location


def done(row: Values, milestone: Milestone, location: Location, published: date | None, origin: str | None) -> Done:
    """A deed reported as done, by its number; ValueError where the milestone has no such deeds."""
    number, many = number_of(row.get("item"), milestone), row.get("count")
    if many is not None and not milestone.count:
        raise ValueError(f"the deeds of {milestone.id} are not merely counted")
    known, source = row.get("published") or published, row.get("source") or origin
    return Done(row["milestone"], number, row.get("on"), known, source, location, many or 1, row.get("all", False))


def number_of(item: str | None, milestone: Milestone) -> str | None:
    """The number of an item where one is named; ValueError where the milestone has none of that name."""
    number = None if item is None else milestone.number_of(item)
    if item is not None and number is None:
        raise ValueError(f'"{item}" is not an item of {milestone.id}')
    return number


def progress(row: Values, location: Location, published: date | None, origin: str | None) -> Progress:
    """How far a project stood on a day."""
    return Progress(
        row["project"],
        row.get("on") or published,
        row.get("stage"),
        row.get("invested"),
        row.get("unit"),
        row.get("physical"),
        row.get("source") or origin,
        location,
        row.get("published") or published,
    )


def retraction(
    row: Values, subject: Subject, part: str | None, location: Location, by: str | None = None
) -> Retraction:
    """Reports of deeds or of progress taken back."""
    return Retraction(subject, row.get("day"), part, row.get("on"), row["reason"], location, by)
