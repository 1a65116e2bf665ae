"""What a leader's page says, as plain values of no language: how things stand, what is behind, what comes next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from tracker.assessment.assess import Assessment
from tracker.assessment.change import Assessed, by_key, key
from tracker.assessment.notice import warned
from tracker.assessment.review import Review
from tracker.assessment.verdict import Verdict, count
from tracker.domain.indicator import Source
from tracker.domain.period import Period
from tracker.render.brief_due import Due, deadlines, releases
from tracker.render.brief_lines import BEHIND, Line, Unit, lead_of, rank, reason, worst_first
from tracker.render.chart_points import Chart, chart_points

KEPT = frozenset({Verdict.MET, Verdict.ON_TRACK})
BINDING, KEY = "binding", "key"
"""The nature and the tag of what goes before the rest on a page."""


class Most(NamedTuple):
    """How much a page holds, and whether what has no figure yet has a line; what is left out is counted."""

    main: int = 10
    behind: int = 8
    charts: int = 4
    due: int = 8
    sources: int = 8
    unreported: bool = False


PAGE = Most()
EVERYTHING = Most(**dict.fromkeys(("main", "behind", "charts", "due", "sources"), 1_000_000), unreported=True)


@dataclass(frozen=True)
class Brief:
    """The whole page; `before` is the review of the day it is compared with, `title` goes before ours."""

    review: Review
    before: Review | None
    most: Most = PAGE
    title: str = ""

    @cached_property
    def verdicts(self) -> dict[Verdict, int]:
        """How many there are of each verdict."""
        return count(self.review.verdicts)

    @property
    def total(self) -> int:
        """Everything that was looked at."""
        return len(self.review.verdicts)

    @property
    def judged(self) -> int:
        """What could be judged."""
        return self.total - self.verdicts[Verdict.UNKNOWN]

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every target."""
        old = by_key(self.before) if self.before else {}
        return tuple(Line(a, earlier(old.get(key(a))), rank(a)) for a in self.review.targets)

    @cached_property
    def reported(self) -> tuple[Line, ...]:
        """The targets with a figure, or all: those that could be judged first, binding and key ones before the rest."""
        told = (line for line in self.lines if line.now.latest or self.most.unreported)
        return tuple(sorted(told, key=lambda line: (line.now.verdict is Verdict.UNKNOWN, not foremost(line.now))))

    @property
    def main(self) -> tuple[Line, ...]:
        """The main indicators: as many as the page holds."""
        return self.reported[: self.most.main]

    @cached_property
    def behind(self) -> tuple[Unit, ...]:
        """What is behind by lead unit, the unit with most of it first, the worst first within it."""
        targets = worst_first(line for line in self.lines if line.now.verdict in BEHIND)
        deeds = [m for m in self.review.milestones if m.verdict in BEHIND]
        leads = dict.fromkeys([lead_of(n.now) for n in targets] + [lead_of(m) for m in deeds])
        units = (
            Unit(
                lead,
                tuple(n for n in targets if lead_of(n.now) == lead),
                tuple(m for m in deeds if lead_of(m) == lead),
            )
            for lead in leads
        )
        return tuple(sorted(units, key=lambda unit: (unit.lead is None, -unit.total)))

    @property
    def lagging(self) -> int:
        """How many promises are behind."""
        return sum(self.verdicts[verdict] for verdict in BEHIND)

    @cached_property
    def warned(self) -> tuple[Line, ...]:
        """The targets on schedule today that are unlikely to be kept."""
        return tuple(line for line in self.lines if warned(line.now) and line.now.verdict in KEPT)

    @cached_property
    def unknown(self) -> tuple[tuple[str, tuple[Assessed, ...]], ...]:
        """What cannot be judged, by the code of its reason, the most frequent first."""
        groups: dict[str, list[Assessed]] = {}
        for assessed in by_key(self.review).values():
            if assessed.verdict is Verdict.UNKNOWN:
                groups.setdefault(reason(assessed), []).append(assessed)
        return tuple((code, tuple(each)) for code, each in sorted(groups.items(), key=lambda g: -len(g[1])))

    @cached_property
    def due(self) -> tuple[Due, ...]:
        """What comes next in order of time, and the releases that are missing."""
        return tuple(sorted((*deadlines(self.review), *releases(self.review)), key=lambda due: (due.day, due.kind)))

    @property
    def upcoming(self) -> tuple[Due, ...]:
        """What is still to come."""
        return tuple(due for due in self.due if not due.missing)

    @property
    def missing(self) -> tuple[Due, ...]:
        """The releases whose day has passed without a figure."""
        return tuple(due for due in self.due if due.missing)

    @cached_property
    def moved(self) -> tuple[Line, ...]:
        """The targets whose verdict is another one than at the last brief."""
        return tuple(n for n in self.lines if n.was and n.was.verdict is not n.now.verdict)

    @cached_property
    def provisional(self) -> tuple[Line, ...]:
        """The targets whose latest figure is still to be replaced."""
        return tuple(n for n in self.reported if n.now.latest and n.now.latest.provisional)

    @cached_property
    def sources(self) -> tuple[Source | str, ...]:
        """Where the latest figures were printed: known documents, or free words; the newest first."""
        known = self.review.portfolio.sources
        figures = [f for n in self.reported if n.now.latest for f in n.now.latest.figures]
        named = dict.fromkeys(f.source for f in figures if f.source)
        found = [known.get(name, name) for name in named]
        return tuple(sorted(found, key=lambda s: published(s).toordinal(), reverse=True))

    @cached_property
    def charts(self) -> tuple[Chart, ...]:
        """The pictures: of what is behind first, then of the other main indicators."""
        first = worst_first(line for line in self.reported if line.now.verdict in BEHIND)
        rest = (line for line in self.reported if line.now.verdict not in BEHIND)
        return tuple(first_of((chart_points(n.now) for n in (*first, *rest)), self.most.charts))

    @cached_property
    def covered(self) -> tuple[Period, Period] | None:
        """The earliest and the latest period the latest figures speak of."""
        periods = sorted(n.now.latest.period for n in self.reported if n.now.latest)
        return (periods[0], periods[-1]) if periods else None


def first_of(charts: Iterable[Chart | None], most: int) -> Iterator[Chart]:
    """The first pictures there are; none is worked out in vain."""
    for chart in charts:
        if most <= 0:
            return
        if chart is not None:
            most -= 1
            yield chart


def foremost(a: Assessment) -> bool:
    """Whether a target is a binding one or tagged as a key one."""
    return a.target.nature == BINDING or KEY in a.target.responsibility.tags


def earlier(assessed: Assessed | None) -> Assessment | None:
    """A target as it stood at the last brief."""
    return assessed if isinstance(assessed, Assessment) else None


def published(source: Source | str) -> date:
    """The day a source came out; the first of all days where that is not known."""
    return (source.published if isinstance(source, Source) else None) or date.min
