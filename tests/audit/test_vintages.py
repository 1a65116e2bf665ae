"""Several figures for one thing."""

from __future__ import annotations

from decimal import Decimal

import pytest
from builders import day
from ties import a_figure, a_flow, found, told

FLOW = a_flow("steel")
ESTIMATE = a_figure(FLOW, "2024", "1100", growth="8", vintage="estimate")


def test_an_estimate_and_the_figure_that_followed_are_told_together():
    """1111 / 1100 - 1 = 1.0 %; on the implied base 1100 / 1.08 it is 1111 * 1.08 / 1100 - 1 = 9.08 %."""
    (finding,) = found("vintages", [FLOW], a_figure(FLOW, "2024", "1111"), ESTIMATE)
    facts = dict(finding.facts)
    assert told(finding) == ("conditional", "vintage-grown")
    assert facts["percent"].number == (Decimal(1111) / 1100 - 1) * 100
    assert round(facts["growth"].number, 2) == Decimal("9.08")


def test_both_figures_are_named_by_their_lines():
    """A reader must find both."""
    (finding,) = found("vintages", [FLOW], a_figure(FLOW, "2024", "1111"), ESTIMATE)
    assert [e.vintage for e in finding.evidence] == ["final", "estimate"]


def test_two_final_figures_contradict_each_other():
    """One of them should say that it revises the other."""
    figures = [a_figure(FLOW, "2024", "1111", published=day("2025-01-15")),
               a_figure(FLOW, "2024", "1120", published=day("2025-03-15"))]  # fmt: skip
    (finding,) = found("vintages", [FLOW], *figures)
    assert told(finding) == ("fails", "contradict")
    assert finding.left is not None
    assert finding.left.number == 1120


def test_a_revised_figure_may_differ():
    """That is what a revision is for."""
    (finding,) = found(
        "vintages", [FLOW], a_figure(FLOW, "2024", "1111"), a_figure(FLOW, "2024", "1120", vintage="revised")
    )
    assert told(finding) == ("conditional", "vintage-apart")


def test_the_same_figure_with_more_digits_agrees():
    """1111 and 1110.8 may be one number."""
    (finding,) = found("vintages", [FLOW], a_figure(FLOW, "2024", "1111"), a_figure(FLOW, "2024", "1110.8"))
    assert told(finding) == ("holds", "agree")


def test_two_printed_growth_rates_are_compared_too():
    """8 % in one document, 9.6 % in another."""
    (finding,) = found("vintages", [FLOW], a_figure(FLOW, "2024", growth="8"), a_figure(FLOW, "2024", growth="9.6"))
    assert told(finding) == ("fails", "contradict")


def test_a_plan_is_not_a_vintage_of_the_actual():
    """Falling short of a plan is no contradiction."""
    figures = [a_figure(FLOW, "2024", "1200", vintage="plan"), a_figure(FLOW, "2024", "1111")]
    assert found("vintages", [FLOW], *figures) == []


@pytest.mark.parametrize(("exact", "outcome"), [("380.4", "holds"), ("375", "fails")])
def test_a_limit_is_held_against_an_exact_figure(exact: str, outcome: str):
    """More than 380 may be 380.4 and cannot be 375."""
    figures = [a_figure(FLOW, "2023", exact), a_figure(FLOW, "2023", "380", bound="more-than")]
    (finding,) = found("bound", [FLOW], *figures)
    assert finding.outcome.value == outcome


def test_a_figure_written_twice_is_a_duplicate():
    """The same words from the same document, on two lines."""
    figures = [a_figure(FLOW, "2023", "1", source="a"), a_figure(FLOW, "2023", "1", source="a")]
    (finding,) = found("duplicate", [FLOW], *figures)
    assert told(finding) == ("conditional", "written-twice")
    assert found("vintages", [FLOW], *figures) == []


def test_the_same_figure_in_two_documents_is_no_duplicate():
    """It confirms the first."""
    figures = [a_figure(FLOW, "2023", "1", source="a"), a_figure(FLOW, "2023", "1", source="b")]
    assert found("duplicate", [FLOW], *figures) == []
    assert [told(f) for f in found("vintages", [FLOW], *figures)] == [("holds", "agree")]


@pytest.mark.parametrize(("rank", "outcome"), [(1, "holds"), (14, "holds"), (15, "fails")])
def test_a_place_is_one_of_those_there_are(rank: int, outcome: str):
    """First and last are places, the one after the last is not."""
    (finding,) = found("rank", [FLOW], a_figure(FLOW, "2023", "1", rank=rank, rank_of=14))
    assert finding.outcome.value == outcome


def test_two_documents_that_rank_differently_contradict_each_other():
    """First in one, second in the other."""
    figures = [a_figure(FLOW, "2023", rank=1, source="a"), a_figure(FLOW, "2023", rank=2, source="b")]
    assert [told(f) for f in found("rank", [FLOW], *figures)] == [("fails", "contradict")]


def test_a_tie_for_a_place_is_no_contradiction():
    """Two regions, that is two indicators, may share the first place."""
    other = a_flow("other")
    figures = [a_figure(FLOW, "2023", rank=1, rank_of=14), a_figure(other, "2023", rank=1, rank_of=14)]
    assert {f.outcome.value for f in found("rank", [FLOW, other], *figures)} == {"holds"}


def test_two_documents_may_rank_another_field():
    """Third of 14 cities and third of 15 are told, not judged."""
    figures = [
        a_figure(FLOW, "2023", rank=3, rank_of=14, source="a"),
        a_figure(FLOW, "2023", rank=3, rank_of=15, source="b"),
    ]
    assert ("conditional", "other-field") in [told(f) for f in found("rank", [FLOW], *figures)]
