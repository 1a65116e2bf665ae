"""Reports of deeds and of projects: what each says, both clocks, sources and who; what was taken back is marked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TypeAlias

from tracker.domain.deeds import Done, Progress, Retraction
from tracker.domain.target import Milestone, Project
from tracker.render.catalogue import N_
from tracker.render.sheet import Column, Row, Sheet, Side
from tracker.render.wording import Wording

Entry: TypeAlias = "tuple[Done | Progress, Retraction | None]"
ALL_DEEDS = N_("all deeds")
STAGES: Mapping[str, str] = {
    "preliminary": N_("in preparation"),
    "started": N_("started"),
    "resumed": N_("resumed"),
    "under-construction": N_("under construction"),
    "built": N_("built"),
    "commissioned": N_("commissioned"),
    "full-output": N_("at full output"),
}
STEP = (N_("construction stage"), N_("day"), N_("invested"), N_("physical progress"))
CLOCKS = (N_("published"), N_("recorded"), N_("recorded by"), N_("source"), N_("remarks"), N_("location"))


def reports(declared: Milestone | Project, entries: Iterable[Entry], wording: Wording) -> Sheet:
    """Every report of one milestone or project, in the order they are written down."""
    own = (N_("deed"), N_("day")) if isinstance(declared, Milestone) else STEP
    names = (*own, *CLOCKS)
    columns = tuple(Column(wording.say(name), sides(name), wraps=name in {"source", "remarks"}) for name in names)
    rows = tuple(Row((*said(one, declared, wording), *clocks(one, taken, wording))) for one, taken in entries)
    return Sheet(f"{wording.name(declared.name)} [{declared.id}]", columns, rows)


def sides(name: str) -> Side:
    """On which side the cells of a column begin."""
    return Side.RIGHT if name in {"invested", "physical progress"} else Side.LEFT


def said(report: Done | Progress, declared: Milestone | Project, wording: Wording) -> tuple[str, ...]:
    """What one report says: which deeds on which day, or how far a project has come."""
    day = wording.fact(report.day)
    if isinstance(report, Done):
        return deeds_of(report, declared, wording), day
    money = "" if report.invested is None else f"{wording.number(report.invested)} {report.unit or ''}".rstrip()
    physical = "" if report.physical is None else f"{wording.number(report.physical)}%"
    return wording.say(STAGES.get(report.stage or "", report.stage or "")), day, money, physical


def deeds_of(report: Done, declared: Milestone | Project, wording: Wording) -> str:
    """The deeds of a report: a name, a number, how many, or all."""
    if not isinstance(declared, Milestone):
        return ""
    if report.item:
        return wording.name(declared.items[int(report.item) - 1]) if declared.items else report.item
    if report.whole or not declared.count:
        return wording.say(ALL_DEEDS)
    return wording.say(N_("{count} of {total}"), count=report.many, total=declared.total)


def clocks(report: Done | Progress, taken: Retraction | None, wording: Wording) -> tuple[str, ...]:
    """When one report became known, from whom, and whether it was taken back."""
    remark = ""
    if taken:
        sentence = N_("withdrawn on {on}: {reason}") if taken.on else N_("withdrawn: {reason}")
        remark = wording.say(sentence, on=taken.on, reason=taken.reason)
    published, recorded = wording.fact(report.published), stamp(report.recorded)
    return published, recorded, report.by or "", report.source or "", remark, str(report.location)


def stamp(at: datetime | None) -> str:
    """A time in UTC to the second."""
    return at.isoformat(" ", "seconds").removesuffix("+00:00") + "Z" if at else ""
