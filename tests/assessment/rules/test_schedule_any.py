"""Whatever the figures, the schedule answers, and a better figure is never judged worse."""

from __future__ import annotations

from decimal import Decimal

from builders import a_stage, a_target, an_indicator, judged
from hypothesis import given
from hypothesis import strategies as st

from tracker.assessment.verdict import Verdict
from tracker.domain.indicator import Indicator

KINDS = [
    an_indicator("flow", "亿元"),
    an_indicator("flow", "起", "lower"),
    an_indicator("growth"),
    an_indicator("growth", better="lower"),
    an_indicator("ratio"),
    an_indicator("ratio", better="lower"),
    an_indicator("stock", "户"),
]
NUMBERS = st.decimals("-1E30", "1E30", allow_nan=False, allow_infinity=False) | st.decimals(-200, 200, places=2)
ORDER = [Verdict.MISSED, Verdict.OFF_TRACK, Verdict.AT_RISK, Verdict.ON_TRACK, Verdict.MET]


@given(st.sampled_from(KINDS), st.sampled_from(["at-least", "at-most", "about"]), NUMBERS, NUMBERS, NUMBERS)
def test_a_better_figure_is_never_judged_worse(
    indicator: Indicator, aim: str, goal: Decimal, one: Decimal, other: Decimal
):
    """Of a promise whose words and direction agree."""
    higher = indicator.higher_is_better
    aim = aim if aim == "about" else "at-least" if higher else "at-most"
    target = a_target(a_stage("2025", goal, aim), rule="schedule")
    worse, better = sorted((one, other), reverse=not higher)
    verdicts = [judged(target, indicator, [("2025-H1", value)], "2025-07-15").verdict for value in (worse, better)]
    assert ORDER.index(verdicts[0]) <= ORDER.index(verdicts[1])
