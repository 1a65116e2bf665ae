"""Deeds and progress to be recorded: told already, of a day that cannot be, or against what is recorded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from tracker.domain.deeds import Done, Progress, Subject
from tracker.domain.location import Location
from tracker.domain.portfolio import Portfolio
from tracker.domain.target import Milestone
from tracker.files import deeds
from tracker.files.journal_rows import read_values
from tracker.reporting.claim import Objection
from tracker.reporting.fields import Misread
from tracker.reporting.told import Reports, Told

Row = Mapping[str, Any]
NOWHERE = Location("", 0)
ALL = frozenset({"all", "全部"})
"""What a sheet writes in the column of items where all are done."""


class Meeting(NamedTuple):
    """A row with its day, beside what is told: the report that says as much, or what speaks against the row."""

    row: Row
    same: Told | None = None
    objections: Sequence[Objection] = ()


class Ledger:
    """The reports that stand, and those brought so far, by the milestone or project they speak of."""

    def __init__(self, portfolio: Portfolio) -> None:
        self.milestones = {milestone.id: milestone for milestone in portfolio.milestones}
        self.told: dict[Subject, Reports] = {}
        reports: list[Done | Progress] = [*portfolio.deeds(None), *portfolio.steps(None)]
        for report in reports:
            self.of(report).add(Told(report, str(report.location)))

    def of(self, report: Done | Progress) -> Reports:
        """The reports of the same milestone or project."""
        return self.told.setdefault(report.subject, Reports(self.milestones.get(report.subject[1])))

    def add(self, row: Row, place: str) -> None:
        """One more row that is to be recorded."""
        report = self.read(row)
        self.of(report).add(Told(report, place, brought=True))

    def read(self, row: Row) -> Done | Progress:
        """What a row of the journal would be read as."""
        values = read_values(row)
        if "milestone" in row:
            return deeds.done(values, self.milestones[row["milestone"]], NOWHERE, None, None)
        return deeds.progress(values, NOWHERE, None, None)

    def meet(self, raw: Row, place: str, today: date, *, revise: bool) -> Meeting:
        """A row beside what is told of its milestone or project."""
        row = with_day(raw, today)
        report = self.read(row)
        told = self.of(report)
        if isinstance(report, Progress):
            return Meeting(row, next(told.alike(report), None))
        deed = _Deed(raw, row, report, self.milestones[report.milestone], place, told)
        same = deed.same()
        found = [*deed.impossible(today), *(() if revise else deed.contradictions()), *deed.doubts()]
        return Meeting(row, same) if same else Meeting(row, None, found)


@dataclass(frozen=True, slots=True)
class _Deed:
    """A deed to be recorded beside the reports of its milestone."""

    raw: Row
    row: Row
    report: Done
    milestone: Milestone
    place: str
    told: Reports

    @property
    def counts(self) -> bool:
        """Whether it only counts deeds, and names none."""
        return self.told.counting(self.report)

    def alike(self) -> Iterator[tuple[Done, Told]]:
        """The reports of the same deeds, the latest first."""
        return ((told.report, told) for told in self.told.alike(self.report) if isinstance(told.report, Done))

    def same(self) -> Told | None:
        """The report that says as much; where the row has no day, or no number, that of the report stands."""
        for other, told in self.alike():
            if self.counts:
                told_twice = "count" not in self.raw and not told.brought
                return told if told_twice or ("count" in self.raw and other.many == self.report.many) else None
            if "on" not in self.raw or other.on == self.report.on:
                return told
        return None

    def contradictions(self) -> Iterator[Objection]:
        """Another day for a deed, or fewer deeds of a day, than recorded."""
        other, told = next(self.alike(), (None, None))
        if other is None or told is None:
            return
        if self.counts and other.many > self.report.many:
            yield self.against("contradicts", value=self.report.many, other=other.many, where=told.where)
        elif not self.counts and other.on:
            yield self.against("contradicts", value=self.report.on, other=other.on, where=told.where)

    def doubts(self) -> Iterator[Objection]:
        """Whether a deed told again is another one, and whether more are told than were promised."""
        _, told = next(self.alike(), (None, None))
        if self.counts and told and told.brought:
            yield self.against("deed-twice", where=told.where)
        elif self.counts and not told and (near := self.unnamed()):
            yield self.against("same-deed", where=near.where)
        done = self.told.done_with(self.report)
        if self.milestone.count and not self.report.whole and done > self.milestone.total:
            yield self.against("more-deeds", done=done, total=self.milestone.total)

    def unnamed(self) -> Told | None:
        """A report of the same day that may speak of the same deed, since one of the two names no source."""
        same_day = self.told.days.get(self.report.day, ())
        return next((one for one in same_day if one.report.source is None or self.report.source is None), None)

    def impossible(self, today: date) -> Iterator[Objection]:
        """A deed after today, or after its publication."""
        on, published = self.report.on, self.report.published
        if on and on > today:
            yield self.against("future-publication", published=on, today=today)
        if on and published and on > published:
            yield self.against("period-after-publication", ends=on, published=published)

    def against(self, code: str, **facts: object) -> Objection:
        """One thing that speaks against it."""
        named: dict[str, object] = {"id": self.report.milestone, "unit": "", "vintage": "done"}
        named["period"] = self.row["on"] if self.counts else self.row.get("item", "")
        return Objection(code, self.place, named | facts)


def with_day(row: Row, today: date) -> Row:
    """A row with the day of its deed or progress: where none is given, the day it was published, or else today."""
    if "on" in row:
        return row
    front = {name: row[name] for name in ("milestone", "item", "count", "all", "project") if name in row}
    return front | {"on": row.get("published", today.isoformat())} | dict(row)


def naming_all(texts: Mapping[str, str], portfolio: Portfolio) -> Mapping[str, str]:
    """The fields of a row whose item says that all deeds are done, where none of them is called so."""
    milestone = declared(texts["milestone"], portfolio) if texts.get("item") in ALL and "milestone" in texts else None
    if milestone is None or milestone.number_of(texts["item"]):
        return texts
    return {name: text for name, text in texts.items() if name != "item"} | {"all": texts["item"]}


def read_item(text: str, name: str, portfolio: Portfolio) -> str:
    """An item of a milestone, by its name or its number."""
    milestone = declared(name, portfolio)
    if milestone and not milestone.number_of(text):
        names = [name for words in milestone.items for name in (words.zh, words.en) if name]
        near = names or [f"1-{milestone.total}"]
        raise Misread("unknown-item", name=text, id=milestone.id, near=near)
    return text


def which_deeds(row: Row, portfolio: Portfolio, place: str) -> Iterator[Objection]:
    """Whether a row says plainly which deeds of its milestone are done."""
    milestone = declared(row["milestone"], portfolio)
    if milestone is None:
        return
    if "count" in row and not milestone.count:
        yield Objection("count-unused", place, {"id": milestone.id})
    elif milestone.items and not row.keys() & {"item", "all"}:
        names = [words.zh or words.en for words in milestone.items]
        yield Objection("which-item", place, {"id": milestone.id, "count": len(names), "items": names})


def declared(name: str, portfolio: Portfolio) -> Milestone | None:
    """The milestone of an id."""
    return next((one for one in portfolio.milestones if one.id == name), None)
