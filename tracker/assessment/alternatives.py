"""The same promise seen otherwise: without provisional figures, and under the other rules."""

from __future__ import annotations

from datetime import date

from tracker.assessment.assess import Assessment, assess_from
from tracker.assessment.derived import Figures
from tracker.assessment.rules.table import OURS, PUBLISHED
from tracker.assessment.verdict import Judgement
from tracker.domain.target import Reading


def without_provisional(a: Assessment, figures: Figures) -> Judgement | None:
    """The verdict if no figure still to be replaced were used; None where none is."""
    if not any(observation.provisional for observation in a.series):
        return None
    return assess_from(figures, a.target, a.as_of, settled_only=True).judgement


def under_other_rules(a: Assessment, figures: Figures) -> tuple[tuple[str, Judgement], ...]:
    """The verdict of every other rule, ours, published, or a lamp of the workspace."""
    if a.target.reading is Reading.UNSETTLED or not a.series:
        return ()
    portfolio = figures.portfolio
    own = a.target.rule or portfolio.rule
    names = [name for name in (*OURS, *PUBLISHED, *portfolio.lamps) if name not in {own, a.judgement.rule}]
    return tuple((name, under_rule(a, figures, name, a.as_of)) for name in names)


def under_rule(a: Assessment, figures: Figures, rule: str, as_of: date) -> Judgement:
    """The verdict of one rule."""
    return assess_from(figures, a.target._replace(rule=rule), as_of).judgement
