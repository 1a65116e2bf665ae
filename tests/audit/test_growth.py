"""Printed growth, against levels and against the growth of parts."""

from __future__ import annotations

import pytest
from builders import p
from ties import a_figure, a_flow, a_formula, ends, found, told

STEEL, ALUMINIUM, BOTH = a_flow("steel"), a_flow("aluminium"), a_flow("both")
SUM = {"formulas": a_formula(BOTH, "steel + aluminium")}
PARTS = (a_figure(STEEL, "2022-Q1", "102.1", growth="17.7"), a_figure(ALUMINIUM, "2022-Q1", "135.7", growth="43.2"))


def test_growth_that_is_the_ratio_of_the_levels_holds():
    """108 / 100 - 1 is 8 %."""
    (finding,) = found("growth", [STEEL], a_figure(STEEL, "2023", "100"), a_figure(STEEL, "2024", "108", growth="8"))
    assert told(finding) == ("holds", "ties")


def test_growth_that_contradicts_the_levels_is_a_difference_of_scope_or_price_basis():
    """89.0 / 100.0 - 1 is -11.0 %, the office prints 3.1 %: 3.1 - (-11.0) = 14.1 pp, and the printed growth stands."""
    figures = [a_figure(STEEL, "2022", "100.0"), a_figure(STEEL, "2023", "89.0", growth="3.1")]
    (finding,) = found("growth", [STEEL], *figures)
    assert told(finding) == ("conditional", "scope-or-price")
    assert (str(finding.difference), finding.left and finding.left.number) == ("14.10 pp", figures[1].growth)


def test_a_declared_break_between_the_two_years_is_named():
    """Figures before it are not comparable."""
    broken = a_flow("steel", breaks=(p("2023"),))
    figures = [a_figure(broken, "2022", "100.0"), a_figure(broken, "2023", "89.0", growth="3.1")]
    (finding,) = found("growth", [broken], *figures)
    assert told(finding) == ("conditional", "series-break")


def test_growth_without_the_level_of_the_year_before_tells_the_base_it_implies():
    """76.8 / 1.837 = 41.807."""
    (finding,) = found("growth", [STEEL], a_figure(STEEL, "2023-01/2023-10", "76.8", growth="83.7"))
    facts = dict(finding.facts)
    assert (told(finding), facts["period"]) == (("not-computable", "needs-base"), p("2022-01/2022-10"))
    assert ends(facts["base"], 2) == ("41.77", "41.85")


def test_growth_in_a_year_that_is_not_printed_has_no_year_before():
    """The year before an unknown year is unknown."""
    (finding,) = found("growth", [STEEL], a_figure(STEEL, None, "505.01", growth="11.1"))
    assert told(finding) == ("not-computable", "needs-year")


def test_a_plan_and_a_limit_have_no_growth_to_check():
    """What is planned did not grow, and more than 100 is no level."""
    figures = [a_figure(STEEL, "2024", "108", growth="8", vintage="plan"),
               a_figure(STEEL, "2024", "108", growth="8", bound="more-than")]  # fmt: skip
    assert found("growth", [STEEL], *figures) == []


@pytest.mark.parametrize(
    ("growth", "outcome", "code"),
    [("31.0", "holds", "ties"), ("30.5", "fails", "not-weighted"), ("50", "fails", "outside-parts")],
)
def test_growth_of_a_sum_is_weighted_by_the_bases(growth: str, outcome: str, code: str):
    """(102.1 + 135.7) / (102.1/1.177 + 135.7/1.432) - 1 is 31.0 %; (17.7 + 43.2) / 2 is 30.5 and fails."""
    (finding,) = found("aggregate", [STEEL, ALUMINIUM, BOTH], *PARTS, a_figure(BOTH, "2022-Q1", growth=growth), **SUM)
    assert told(finding) == (outcome, code)
    assert ends(finding.right, 2) == ("30.85", "31.17")


def test_growth_of_a_sum_that_is_not_printed_is_told_from_its_parts():
    """There is nothing to tie, but the right figure is at hand."""
    (finding,) = found("aggregate", [STEEL, ALUMINIUM, BOTH], *PARTS, **SUM)
    assert told(finding) == ("not-computable", "not-printed")
    assert ends(finding.right, 2) == ("30.85", "31.17")
    assert finding.right is not None
    assert float(finding.right.number) == pytest.approx(100 * ((102.1 + 135.7) / (102.1 / 1.177 + 135.7 / 1.432) - 1))


def test_growth_of_a_sum_needs_level_and_growth_of_every_part():
    """The part without growth is named."""
    figures = [PARTS[0], a_figure(ALUMINIUM, "2022-Q1", "135.7"), a_figure(BOTH, "2022-Q1", growth="31.0")]
    (finding,) = found("aggregate", [STEEL, ALUMINIUM, BOTH], *figures, **SUM)
    assert (told(finding), finding.facts) == (("not-computable", "needs"), (("what", ("aluminium",)),))


def test_the_growth_of_a_difference_is_not_weighted():
    """The growth of an export surplus may be anything."""
    more = {"formulas": a_formula(BOTH, "steel - aluminium")}
    assert found("aggregate", [STEEL, ALUMINIUM, BOTH], *PARTS, a_figure(BOTH, "2022-Q1", growth="31"), **more) == []


def test_a_part_that_shrank_to_nothing_does_not_stop_the_audit():
    """Growth of -100 % leaves no base to weigh by."""
    figures = [a_figure(STEEL, "2022-Q1", "0", growth="-100"), PARTS[1], a_figure(BOTH, "2022-Q1", growth="31")]
    (finding,) = found("aggregate", [STEEL, ALUMINIUM, BOTH], *figures, **SUM)
    assert told(finding) == ("not-computable", "limit-only")
