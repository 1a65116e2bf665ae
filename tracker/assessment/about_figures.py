"""What to know about the figures behind a verdict, whatever the verdict."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tracker.assessment.derived import Figures
from tracker.assessment.evidence import Observation
from tracker.assessment.verdict import Caveat
from tracker.domain.target import Target

WORKED_OUT = frozenset({"computed", "summed", "differenced"})
"""Ways of coming to an observation that its reader should know of."""


def about_figures(figures: Figures, target: Target, series: Sequence[Observation]) -> Iterable[Caveat]:
    """What to know about the figures themselves, whatever the verdict."""
    if undated := figures.undated(target.indicator):
        yield Caveat.of("year-undetermined", periods=tuple(sorted({a.printed_period for a in undated})))
    if series and series[-1].how in WORKED_OUT:
        yield Caveat.of(series[-1].how)
    if breaks := figures.portfolio.indicators[target.indicator].breaks:
        yield Caveat.of("series-break", periods=breaks)
