"""Figures sorted by what they speak of, and the one that counts."""

from __future__ import annotations

import pytest
from builders import a_portfolio, day, p
from ties import a_figure, a_flow

from tracker.audit.ledger import Slot, ledger_of, slot_of
from tracker.domain.series import Actual

FLOW = a_flow("x")
YEAR = Slot(p("2024"), "2024")


def counting(*figures: Actual, beside: Actual | None = None) -> object:
    """The value that counts for 2024."""
    actual = ledger_of(a_portfolio([FLOW], figures), None).standing("x", YEAR, beside)
    return None if actual is None else str(actual.value)


def test_an_actual_counts_before_an_estimate():
    """Whichever is written down first."""
    figures = [a_figure(FLOW, "2024", "1111"), a_figure(FLOW, "2024", "1100", vintage="estimate")]
    assert (counting(*figures), counting(*reversed(figures))) == ("1111", "1111")


def test_the_latest_published_counts_among_equals():
    """A later figure is the better informed one."""
    figures = [a_figure(FLOW, "2024", "2", published=day("2025-03-01")),
               a_figure(FLOW, "2024", "1", published=day("2025-01-01"))]  # fmt: skip
    assert counting(*figures) == "2"


def test_the_figure_of_the_same_document_counts_for_what_that_document_says():
    """A share of the estimate is a share of the estimate."""
    estimate = a_figure(FLOW, "2024", "1100", vintage="estimate", source="report")
    figures = [estimate, a_figure(FLOW, "2024", "1111", source="later")]
    assert counting(*figures, beside=a_figure(FLOW, "2024", "1", source="report")) == "1100"


def test_without_a_document_there_is_no_same_one():
    """Two figures of unknown origin need not come from one place."""
    figures = [a_figure(FLOW, "2024", "1100", vintage="estimate"), a_figure(FLOW, "2024", "1111")]
    assert counting(*figures, beside=a_figure(FLOW, "2024", "1")) == "1111"


def test_a_figure_without_a_value_does_not_count():
    """Growth alone is no level."""
    assert counting(a_figure(FLOW, "2024", growth="8")) is None


@pytest.mark.parametrize(
    ("figure", "slot"),
    [
        (a_figure(FLOW, "2024", "1"), YEAR),
        (a_figure(FLOW, "2024", "1", vintage="plan"), Slot(p("2024"), "2024", plan=True)),
        (a_figure(FLOW, None, "1", source="report"), Slot(None, "?", "report")),
        (a_figure(FLOW, None, "1"), Slot(None, "?", "here.toml")),
    ],
)
def test_a_figure_speaks_of_its_period_its_plan_or_its_document(figure: Actual, slot: Slot):
    """Plans stand apart, and a period without a year means something within one document or file only."""
    assert slot_of(figure) == slot


def test_the_year_before_is_the_same_stretch():
    """January to October against January to October; an unknown year has none before it."""
    now, before = (Slot(p(f"{year}-01/{year}-10"), f"{year}-01/{year}-10") for year in (2023, 2022))
    assert now.a_year_before() == before
    assert Slot(None, "XXXX-H1").a_year_before() is None


def test_plans_are_no_figures_of_a_series():
    """In order of time, one a period."""
    figures = [a_figure(FLOW, "2025", "3", vintage="plan"), a_figure(FLOW, "2024", "2"), a_figure(FLOW, "2023", "1")]
    ledger = ledger_of(a_portfolio([FLOW], figures), None)
    assert list(ledger.dated("x")) == [p("2023"), p("2024")]


def test_figures_of_an_indicator_nobody_declared_are_left_out():
    """A file with such a figure is refused before it is read; an audit does not stumble over it."""
    assert ledger_of(a_portfolio([], [a_figure(FLOW, "2024", "1")]), None).slots == {}
