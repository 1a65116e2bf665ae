"""Printed results of derived indicators, against their parts."""

from __future__ import annotations

import pytest
from builders import an_indicator
from ties import a_figure, a_flow, a_formula, ends, found, told

STEEL, ALUMINIUM, BOTH = a_flow("steel"), a_flow("aluminium"), a_flow("both")
CITY, PROVINCE = an_indicator("growth", "%", id="city"), an_indicator("growth", "%", id="province")
LEAD = an_indicator("growth", "pp", id="lead")
SUM = {"formulas": a_formula(BOTH, "steel + aluminium")}


@pytest.mark.parametrize(("whole", "outcome"), [("237.8", "holds"), ("237.9", "holds"), ("238.0", "fails")])
def test_parts_add_up_to_the_whole(whole: str, outcome: str):
    """102.1 + 135.7 is 237.8 give or take two half digits: [237.7, 237.9]."""
    parts = [a_figure(STEEL, "2022-Q1", "102.1"), a_figure(ALUMINIUM, "2022-Q1", "135.7")]
    (finding,) = found("sum", [STEEL, ALUMINIUM, BOTH], *parts, a_figure(BOTH, "2022-Q1", whole), **SUM)
    assert finding.outcome.value == outcome
    assert ends(finding.right, 1) == ("237.7", "237.9")


def test_a_missing_part_is_named():
    """A sum without one of its parts cannot be worked out."""
    figures = [a_figure(STEEL, "2022-Q1", "102.1"), a_figure(BOTH, "2022-Q1", "237.8")]
    (finding,) = found("sum", [STEEL, ALUMINIUM, BOTH], *figures, **SUM)
    assert (told(finding), finding.facts) == (("not-computable", "needs"), (("what", ("aluminium",)),))


def test_a_plan_is_not_held_against_actuals():
    """The parts of a planned whole are plans."""
    parts = [a_figure(STEEL, "2022", "100"), a_figure(ALUMINIUM, "2022", "100")]
    (finding,) = found("sum", [STEEL, ALUMINIUM, BOTH], *parts, a_figure(BOTH, "2022", "300", vintage="plan"), **SUM)
    assert told(finding) == ("not-computable", "needs")


@pytest.mark.parametrize(("lead", "outcome"), [("0.5", "holds"), ("0.7", "holds"), ("0.8", "fails")])
def test_a_lead_over_a_peer_is_the_difference_in_percentage_points(lead: str, outcome: str):
    """11.6 - 11.0 is 0.6 give or take two half digits: [0.5, 0.7]."""
    figures = [
        a_figure(CITY, "2021-H1", "11.6"),
        a_figure(PROVINCE, "2021-H1", "11.0"),
        a_figure(LEAD, "2021-H1", lead),
    ]
    more = {"formulas": a_formula(LEAD, "city - province")}
    (finding,) = found("difference", [CITY, PROVINCE, LEAD], *figures, **more)
    assert finding.outcome.value == outcome


def test_a_lead_without_a_formula_cannot_be_checked():
    """Nothing says of what it is the difference."""
    (finding,) = found("difference", [LEAD], a_figure(LEAD, "2021-H1", "0.5"))
    assert told(finding) == ("not-computable", "needs-formula")


def test_figures_without_a_year_tie_within_their_document_only():
    """The first half of a year that is not printed is the same half only in the same document."""
    city = a_figure(CITY, None, "11.6", source="report")
    lead = a_figure(LEAD, None, "0.5", source="report")
    more = {"formulas": a_formula(LEAD, "city - province")}
    for source, outcome in (("report", "holds"), ("another", "not-computable")):
        figures = [city, lead, a_figure(PROVINCE, None, "11.1", source=source)]
        (finding,) = found("difference", [CITY, PROVINCE, LEAD], *figures, **more)
        assert finding.outcome.value == outcome


def test_a_ratio_is_worked_out_in_per_cent():
    """28.7 / 76.8 is 37.4 %."""
    share = an_indicator("ratio", "%", id="share")
    figures = [a_figure(STEEL, "2023", "28.7"), a_figure(BOTH, "2023", "76.8"), a_figure(share, "2023", "37.4")]
    (finding,) = found("formula", [STEEL, BOTH, share], *figures, formulas=a_formula(share, "steel / both"))
    assert told(finding) == ("holds", "ties")
    assert finding.right is not None
    assert finding.right.reckoning == "28.7 亿元 / 76.8 亿元"


def test_a_formula_that_may_divide_by_nothing_is_not_computable():
    """0 stands for anything from -0.5 to 0.5."""
    share = an_indicator("ratio", "%", id="share")
    figures = [a_figure(STEEL, "2023", "28.7"), a_figure(BOTH, "2023", "0"), a_figure(share, "2023", "37.4")]
    (finding,) = found("formula", [STEEL, BOTH, share], *figures, formulas=a_formula(share, "steel / both"))
    assert told(finding) == ("not-computable", "limit-only")


def test_the_sum_is_written_with_the_parentheses_it_needs():
    """A difference behind a minus keeps its own."""
    figures = [a_figure(STEEL, "2023", "3"), a_figure(ALUMINIUM, "2023", "2"), a_figure(BOTH, "2023", "2")]
    more = {"formulas": a_formula(BOTH, "steel - (aluminium - steel) * 1")}
    (finding,) = found("formula", [STEEL, ALUMINIUM, BOTH], *figures, **more)
    assert finding.right is not None
    assert finding.right.reckoning == "3 亿元 - ((2 亿元 - 3 亿元) × 1)"
