"""The same promise seen otherwise: without provisional figures, and under the other rules."""

from __future__ import annotations

from datetime import date

from tracker.assessment.assess import Assessment, assess
from tracker.assessment.rules.table import OURS, PUBLISHED
from tracker.assessment.verdict import Judgement
from tracker.domain.portfolio import Portfolio
from tracker.domain.target import Reading


def without_provisional(a: Assessment, portfolio: Portfolio) -> Judgement | None:
    """The verdict if no figure still to be replaced were used; None where none is."""
    if not any(observation.provisional for observation in a.series):
        return None
    return assess(a.target, portfolio, a.as_of, a.known_at, settled_only=True).judgement


def under_other_rules(a: Assessment, portfolio: Portfolio) -> tuple[tuple[str, Judgement], ...]:
    """The verdict of every other rule, ours, published, or a lamp of the workspace."""
    if a.target.reading is Reading.UNSETTLED or not a.series:
        return ()
    own = a.target.rule or portfolio.rule
    names = [name for name in (*OURS, *PUBLISHED, *portfolio.lamps) if name not in {own, a.judgement.rule}]
    return tuple((name, under_rule(a, portfolio, name, a.as_of)) for name in names)


def under_rule(a: Assessment, portfolio: Portfolio, rule: str, as_of: date) -> Judgement:
    """The verdict of one rule."""
    return assess(a.target._replace(rule=rule), portfolio, as_of, a.known_at).judgement
