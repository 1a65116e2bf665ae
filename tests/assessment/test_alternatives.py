"""The same promise without provisional figures, and under the other rules."""

from __future__ import annotations

from builders import a_portfolio, a_stage, a_target, an_actual, an_indicator, day

from tracker.assessment.alternatives import under_other_rules, without_provisional
from tracker.assessment.assess import Assessment, assess
from tracker.assessment.derived import Figures
from tracker.assessment.verdict import Verdict

TARGET = a_target(a_stage("2024", 60), baseline=("2020", 40))


def seen(vintage: str) -> tuple[Assessment, Figures]:
    """45 and 60 printed, the second of some vintage."""
    figures = [an_actual("2022", 45), an_actual("2023", 60, vintage=vintage)]
    portfolio = a_portfolio([an_indicator()], figures)
    return assess(TARGET, portfolio, day("2024-03-01")), Figures(portfolio, None)


def test_an_estimate_can_carry_a_verdict_alone():
    """60 is reached by the estimate; by what is final, 5 of the 10 asked for by 2022."""
    found, figures = seen("estimate")
    other = without_provisional(found, figures)
    assert other is not None
    assert (found.verdict, other.verdict) == (Verdict.ON_TRACK, Verdict.OFF_TRACK)


def test_final_figures_have_no_other_verdict():
    """There is nothing to leave out."""
    assert without_provisional(*seen("final")) is None


def test_every_other_rule_is_heard():
    """Ours and the published ones, but not the one that judged."""
    assert [name for name, _ in under_other_rules(*seen("final"))] == [
        "schedule",
        "outlook",
        "eurostat",
        "open-sdg",
        "destatis",
        "escap",
    ]
