"""A whole workspace on one day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple, TypeAlias

from tracker.assessment.acknowledged import acknowledged, in_effect
from tracker.assessment.assess import Assessment, assess_from
from tracker.assessment.derived import Figures
from tracker.assessment.milestones import MilestoneAssessment, assess_milestone
from tracker.assessment.verdict import Verdict
from tracker.domain.deeds import Done
from tracker.domain.portfolio import Portfolio
from tracker.domain.target import Milestone, Target

Wanted: TypeAlias = Callable[[Target | Milestone], bool]


class Review(NamedTuple):
    """Every target in force and every milestone of a workspace, assessed for one day."""

    portfolio: Portfolio
    as_of: date
    known_at: date | None
    targets: tuple[Assessment, ...]
    milestones: tuple[MilestoneAssessment, ...]

    @property
    def verdicts(self) -> list[Verdict]:
        """Every verdict, targets first."""
        return [t.verdict for t in self.targets] + [m.verdict for m in self.milestones]


def everything(_: Target | Milestone) -> bool:
    """All that is promised."""
    return True


def review(
    portfolio: Portfolio,
    as_of: date,
    known_at: date | None = None,
    *,
    in_force_only: bool = True,
    wanted: Wanted = everything,
) -> Review:
    """Every target, unless said otherwise only those in force on the day, and every milestone, as they are declared.

    What is not wanted is not judged.
    """
    revised = {t.replaces for t in portfolio.targets if t.replaces and t.in_force.on(as_of)}
    valid = (t for t in portfolio.targets if not in_force_only or (t.in_force.on(as_of) and t.id not in revised))
    targets = list(filter(wanted, valid))
    figures = Figures(portfolio, known_at)
    reports: dict[str, list[Done]] = {}
    for done in portfolio.deeds(known_at):
        reports.setdefault(done.milestone, []).append(done)
    seen = in_effect(portfolio.acknowledgements, as_of, known_at)
    return Review(
        portfolio,
        as_of,
        known_at,
        tuple(acknowledged(assess_from(figures, t, as_of), seen.get(t.id)) for t in targets),
        tuple(
            acknowledged(assess_milestone(m, reports.get(m.id, []), as_of, known_at), seen.get(m.id))
            for m in filter(wanted, portfolio.milestones)
        ),
    )
