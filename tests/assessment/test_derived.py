"""Figures worked out from others: sums, shares, and the growth of a sum."""

from __future__ import annotations

from decimal import Decimal

import pytest
from builders import a_portfolio, a_stage, a_target, an_actual, an_indicator, day, p

from tracker.assessment.assess import assess
from tracker.assessment.derived import Figures, aggregate
from tracker.domain.formula import Formula, parse
from tracker.domain.portfolio import Portfolio
from tracker.domain.series import Actual, Vintage
from tracker.domain.units import DEFAULT

D = Decimal
NUMBER = DEFAULT.find("index")
STEEL, ALUMINIUM, BOTH = (an_indicator("flow", "亿元", id=name) for name in ("steel", "aluminium", "both"))
SUM = Formula("both", parse("steel + aluminium"), DEFAULT.find("亿元"))


def chains(*figures: Actual, formula: Formula = SUM) -> Portfolio:
    """Two chains and what is worked out from them."""
    return a_portfolio([STEEL, ALUMINIUM, BOTH], figures, formulas={"both": formula})


def of(indicator: str, period: str, value: object, **more: object) -> Actual:
    """A figure of one chain."""
    return an_actual(period, value, "亿元", indicator=indicator, **more)


FIRST_QUARTER = of("steel", "2022-Q1", "102.1", growth="17.7"), of("aluminium", "2022-Q1", "135.7", growth="43.2")


def test_a_sum_needs_all_its_parts():
    """The first quarter has both, the half year only one."""
    found = Figures(chains(*FIRST_QUARTER, of("steel", "2022-H1", 210)), None).standing("both")
    assert {str(period): a.value for period, a in found.items()} == {"2022-Q1": D("102.1") + D("135.7")}


def test_growth_of_a_sum_is_weighted_by_the_bases():
    """17.7 % and 43.2 % come to 237.8 / (102.1/1.177 + 135.7/1.432) - 1 = 31.0 %, not to their average of 30.5 %."""
    found = Figures(chains(*FIRST_QUARTER), None).standing("both", growth=True)[p("2022-Q1")].growth
    assert found is not None
    assert found == (D("237.8") / (D("102.1") / D("1.177") + D("135.7") / D("1.432")) - 1) * 100
    assert round(found, 1) == D("31.0")


def test_a_part_that_lost_everything_has_no_base():
    """-100 % leaves nothing to divide by."""
    assert aggregate([(D(0), D(-100)), (D(10), D(5))]) is None


def test_a_share_rolls_up_by_both_its_parts():
    """30 of 100 and 10 of 20 are 40 of 120, not the average of 30 % and 50 %."""
    share = Formula("both", parse("(a + b) / (c + d)"), DEFAULT.find("%"))
    parts = [an_indicator("flow", "万吨", id=name) for name in "abcd"]
    figures = [an_actual("2024", n, "万吨", indicator=i) for i, n in zip("abcd", (30, 10, 100, 20), strict=True)]
    found = Figures(a_portfolio([*parts, BOTH], figures, formulas={"both": share}), None).standing("both")
    assert found[p("2024")].value == D(40) / D(120) * 100


def test_dividing_by_nothing_gives_no_figure():
    """An indicator over one that is zero is unknown, not an error."""
    per = Formula("both", parse("steel / aluminium"), DEFAULT.find("index"))
    figures = of("steel", "2024", 5), of("aluminium", "2024", 0)
    assert Figures(chains(*figures, formula=per), None).standing("both") == {}


def test_a_sum_is_as_settled_as_its_least_settled_part():
    """One estimate makes the whole an estimate."""
    figures = of("steel", "2024", 5), of("aluminium", "2024", 6, vintage="estimate")
    assert Figures(chains(*figures), None).standing("both")[p("2024")].vintage is Vintage.ESTIMATE


def test_a_sum_was_known_when_its_last_part_was():
    """Before the aluminium figure came out there was no sum."""
    early = of("steel", "2024", 5, published=day("2025-01-10")), of("aluminium", "2024", 6, published=day("2025-02-10"))
    assert Figures(chains(*early), day("2025-01-31")).standing("both") == {}
    assert Figures(chains(*early), day("2025-02-28")).standing("both")[p("2024")].value == 5 + 6


def test_a_promise_about_a_sum_names_the_figures_of_its_parts():
    """The observation rests on both chains' figures."""
    target = a_target(a_stage("2022", 1000))._replace(indicator="both")
    found = assess(target, chains(*FIRST_QUARTER), day("2022-05-05")).latest
    assert found is not None
    assert {figure.indicator for figure in found.figures} == {"steel", "aluminium"}


@pytest.mark.parametrize("length", [2, 30, 3000])
def test_formulas_of_formulas_may_stand_in_a_row_of_any_length(length: int):
    """Each speaks of the two before it; one after another that would be as many steps as Fibonacci's rabbits."""
    names = [f"f{n}" for n in range(length + 1)]
    formulas = {
        name: Formula(name, parse(f"{before} + {earlier} - {earlier}"), NUMBER)
        for earlier, before, name in zip(names, names[1:], names[2:], strict=False)
    }
    figures = [an_actual("2024", 7, "index", indicator=name) for name in names[:2]]
    indicators = [an_indicator("ratio", "index", id=name) for name in names]
    portfolio = a_portfolio(indicators, figures, formulas=formulas)
    assert Figures(portfolio, None).standing(names[-1])[p("2024")].value == 7 + 7 - 7


def test_figures_are_worked_out_once():
    """Whoever asks twice is given the same figures again."""
    figures = Figures(chains(*FIRST_QUARTER), None)
    assert figures.standing("steel") is figures.standing("steel")
    assert figures.standing("both")[p("2022-Q1")] is figures.standing("both")[p("2022-Q1")]
