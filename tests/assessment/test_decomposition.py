"""Whose gap it is: the parts of a sum's gap add up to the whole."""

from __future__ import annotations

from decimal import Decimal

from builders import a_portfolio, a_stage, a_target, an_actual, an_indicator, day

from tracker.assessment.assess import assess
from tracker.assessment.decomposition import Part, decompose
from tracker.assessment.derived import Figures
from tracker.domain.formula import Formula, parse
from tracker.domain.target import Target
from tracker.domain.units import DEFAULT

D = Decimal
PARTS = [an_indicator("flow", "亿元", id=name) for name in ("steel", "aluminium", "whole")]
WHOLE = a_target(a_stage("2025", 1200))._replace(indicator="whole")
SUM = Formula("whole", parse("steel + aluminium"), DEFAULT.find("亿元"))
LAST_YEAR = {"steel": 200, "aluminium": 300}
THIS_YEAR = {"steel": 260, "aluminium": 310}


def parts(*targets: Target, last_year: bool = True) -> tuple[Part, ...]:
    """The parts of the half-year gap: 570 of the 600 that half of 1200 asks for."""
    figures = [an_actual("2025-H1", value, "亿元", indicator=name) for name, value in THIS_YEAR.items()]
    if last_year:
        figures += [an_actual("2024-H1", value, "亿元", indicator=name) for name, value in LAST_YEAR.items()]
    portfolio = a_portfolio(PARTS, figures, formulas={"whole": SUM}, targets=(WHOLE, *targets))
    return decompose(assess(WHOLE, portfolio, day("2025-07-20")), Figures(portfolio, None))


def test_without_targets_of_their_own_parts_are_asked_by_last_years_shares():
    """Of 600, steel is asked 200/500 and aluminium 300/500."""
    assert [(part.asked, part.gap) for part in parts()] == [
        (D(600) * 2 / 5, 260 - D(240)),
        (D(600) * 3 / 5, 310 - D(360)),
    ]


def test_the_parts_add_up_to_the_whole():
    """+20 and -50 are the -30 that are missing."""
    assert sum(part.gap for part in parts()) == (260 + 310) - D(1200) / 2


def test_a_part_with_a_target_is_held_against_it():
    """Steel promised 500 for the year, 250 by now; aluminium is left with the other 350 of the 600."""
    steel = a_target(a_stage("2025", 500))._replace(id="s", indicator="steel")
    assert [(part.asked, part.basis) for part in parts(steel)] == [(D(250), "own-target"), (D(350), "last-year-share")]


def test_targets_that_do_not_add_up_leave_a_part_of_their_own():
    """250 and 300 by now against 600 for both: 50 that nobody has promised."""
    own = [a_target(a_stage("2025", n))._replace(id=i, indicator=i) for i, n in (("steel", 500), ("aluminium", 600))]
    found = parts(*own)
    assert (found[-1].basis, found[-1].gap) == ("targets-differ", -D(600 - 250 - 300))
    assert sum(part.gap for part in found) == -D(30)


def test_without_last_years_figures_nothing_is_shared_out():
    """There is nothing to share by, and nothing is made up."""
    assert parts(last_year=False) == ()
