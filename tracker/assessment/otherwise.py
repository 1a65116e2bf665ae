"""What else can be said of one promise: other rules, settled figures only, and whose gap it is."""

from __future__ import annotations

from typing import NamedTuple

from tracker.assessment.alternatives import under_other_rules, without_provisional
from tracker.assessment.assess import Assessment
from tracker.assessment.decomposition import Part, decompose
from tracker.assessment.derived import Figures
from tracker.assessment.verdict import Judgement
from tracker.domain.portfolio import Portfolio


class Otherwise(NamedTuple):
    """The verdict under every other rule, the one without provisional figures, and the parts of a sum's gap."""

    rules: tuple[tuple[str, Judgement], ...] = ()
    settled_only: Judgement | None = None
    parts: tuple[Part, ...] = ()


def otherwise(a: Assessment, portfolio: Portfolio) -> Otherwise:
    """Everything a close look at one promise asks for beyond its verdict."""
    figures = Figures(portfolio, a.known_at)
    return Otherwise(under_other_rules(a, figures), without_provisional(a, figures), decompose(a, figures))
