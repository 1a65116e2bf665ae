"""One line of a leader's page: a target with its latest figure, or a lead unit with what it is behind with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from tracker.assessment.assess import Assessment
from tracker.assessment.change import Assessed
from tracker.assessment.milestones import MilestoneAssessment
from tracker.assessment.verdict import Verdict
from tracker.domain.indicator import Measure
from tracker.domain.words import Words

BEHIND = (Verdict.MISSED, Verdict.OFF_TRACK, Verdict.AT_RISK)
"""What is behind, worst first."""


class Rank(NamedTuple):
    """The place among others that was printed with the latest figure, of how many, and the one printed before."""

    place: int
    of: int | None
    before: int | None


class Line(NamedTuple):
    """One target with what its latest figure says beside the verdict; `was` is the same target at the last brief."""

    now: Assessment
    was: Assessment | None
    rank: Rank | None

    @property
    def change(self) -> Decimal | None:
        """How far the value moved since the last brief; a running total that began anew has not moved."""
        if self.was is None or self.was.latest is None or self.now.latest is None:
            return None
        then, now = self.was.latest.period, self.now.latest.period
        if then == now or (then.is_year_to_date and now.is_year_to_date and then.year != now.year):
            return None
        return self.now.latest.value - self.was.latest.value


@dataclass(frozen=True, slots=True)
class Unit:
    """A lead unit with what it is behind with."""

    lead: Words | None
    targets: tuple[Line, ...]
    milestones: tuple[MilestoneAssessment, ...]

    @property
    def total(self) -> int:
        """How many promises that are."""
        return len(self.targets) + len(self.milestones)


def worst_first(lines: Iterable[Line]) -> list[Line]:
    """Lines by verdict, then by how far they are behind what is asked for."""
    return sorted(lines, key=lambda n: (BEHIND.index(n.now.verdict), n.now.standing.pace or Decimal(1)))


def lead_of(assessed: Assessed) -> Words | None:
    """The lead unit of a promise."""
    promise = assessed.target if isinstance(assessed, Assessment) else assessed.milestone
    return promise.responsibility.lead


def reason(assessed: Assessed) -> str:
    """The code of why a promise cannot be judged."""
    if isinstance(assessed, Assessment):
        return assessed.judgement.reason.code if assessed.judgement.reason else ""
    return assessed.caveats[0].code if assessed.caveats else ""


def rank(a: Assessment) -> Rank | None:
    """The rank printed with the latest figure, or the figure itself where it is a rank."""
    if a.latest is None:
        return None
    if a.indicator.measure is Measure.RANK:
        places = [(int(o.value), f.rank_of) for o in a.series for f in o.figures[:1]]
    else:
        ranked = [(f.rank, f.rank_of) for o in a.series for f in o.figures if f.rank is not None]
        places = ranked if any(f.rank is not None for f in a.latest.figures) else []
    return Rank(*places[-1], places[-2][0] if len(places) > 1 else None) if places else None


def units_shown(units: Sequence[Unit], most: int) -> tuple[Unit, ...]:
    """The units with no more promises than there is room for: what is late stays, then the worst, then what is due."""
    deeds = [m for unit in units for m in unit.milestones]
    late = [id(m) for m in deeds if m.verdict is Verdict.MISSED]
    due = [id(m) for m in deeds if m.verdict is not Verdict.MISSED]
    worst = [id(line) for line in worst_first(line for unit in units for line in unit.targets)]
    kept = set([*late, *worst, *due][:most])
    shown = (
        Unit(
            unit.lead,
            tuple(line for line in unit.targets if id(line) in kept),
            tuple(m for m in unit.milestones if id(m) in kept),
        )
        for unit in units
    )
    return tuple(unit for unit in shown if unit.total)
