"""Running totals and the periods they are made of."""

from __future__ import annotations

from builders import an_indicator
from ties import a_figure, a_flow, ends, found, told

FLOW = a_flow("steel")


def test_one_month_alone_is_told_with_its_growth():
    """76.8 - 68.1 = 8.7; its base is 76.8/1.837 - 68.1/1.919 = 6.32, so it grew by 37.7 %."""
    figures = [a_figure(FLOW, "2023-01/2023-09", "68.1", growth="91.9"),
               a_figure(FLOW, "2023-01/2023-10", "76.8", growth="83.7")]  # fmt: skip
    (finding,) = found("running-total", [FLOW], *figures)
    facts = dict(finding.facts)
    assert told(finding) == ("holds", "brought-grown")
    assert (ends(facts["brought"], 1), ends(facts["growth"], 1)) == (("8.6", "8.8"), ("34.5", "40.9"))
    assert f"{facts['growth'].number:.1f}" == "37.7"


def test_a_running_total_that_falls_fails():
    """68.1 in September, 66.8 in October."""
    (finding,) = found("running-total", [FLOW], a_figure(FLOW, "2023-01/2023-09", "68.1"),
                       a_figure(FLOW, "2023-01/2023-10", "66.8"))  # fmt: skip
    assert told(finding) == ("fails", "falls")


def test_a_running_total_that_falls_by_its_last_digit_may_be_rounded():
    """68.2 may be 68.15, and so may 68.1."""
    (finding,) = found("running-total", [FLOW], a_figure(FLOW, "2023-01/2023-09", "68.2"),
                       a_figure(FLOW, "2023-01/2023-10", "68.1"))  # fmt: skip
    assert told(finding) == ("holds", "brought")


def test_a_running_total_that_may_still_change_only_waits():
    """A flash figure below last month's is not yet a contradiction."""
    (finding,) = found("running-total", [FLOW], a_figure(FLOW, "2023-01/2023-09", "68.1"),
                       a_figure(FLOW, "2023-01/2023-10", "66.8", vintage="flash"))  # fmt: skip
    assert told(finding) == ("conditional", "falls")


def test_a_new_year_begins_from_nothing():
    """January to February is less than the whole year before."""
    figures = [a_figure(FLOW, "2023", "80"), a_figure(FLOW, "2024-01/2024-02", "10")]
    assert found("running-total", [FLOW], *figures) == []


def test_a_flow_that_can_be_negative_may_fall():
    """Net exports have bad months."""
    figures = [a_figure(FLOW, "2023-Q1", "-5"), a_figure(FLOW, "2023-H1", "-9")]
    assert found("running-total", [FLOW], *figures) == []


def test_a_stock_has_no_running_total():
    """A reserve in June is not the sum of what it was before."""
    stock = an_indicator("stock", "亿元", id="reserve")
    figures = [a_figure(stock, "2023-01/2023-09", "68.1"), a_figure(stock, "2023-01/2023-10", "66.8")]
    assert found("running-total", [stock], *figures) == []


def test_months_add_up_to_the_running_total():
    """68.1 + 8.7 = 76.8."""
    figures = [a_figure(FLOW, "2023-01/2023-09", "68.1"), a_figure(FLOW, "2023-10", "8.7"),
               a_figure(FLOW, "2023-01/2023-10", "76.8")]  # fmt: skip
    (finding,) = found("months", [FLOW], *figures)
    assert told(finding) == ("holds", "ties")


def test_months_that_do_not_add_up_fail():
    """68.1 + 8.9 = 77.0, which leaves [76.9, 77.1] and not 76.8."""
    figures = [a_figure(FLOW, "2023-01/2023-09", "68.1"), a_figure(FLOW, "2023-10", "8.9"),
               a_figure(FLOW, "2023-01/2023-10", "76.8")]  # fmt: skip
    (finding,) = found("months", [FLOW], *figures)
    assert (told(finding), ends(finding.right, 1)) == (("fails", "apart"), ("76.9", "77.1"))


def test_a_year_is_held_against_its_halves_and_against_its_quarters():
    """The fewest parts and the most; a sum of four leaves twice the room of a sum of two."""
    figures = [a_figure(FLOW, "2023", "100")]
    figures += [a_figure(FLOW, f"2023-{part}", value) for part, value in (("Q1", "20"), ("Q2", "25"), ("Q3", "25"),
                ("Q4", "30"), ("H1", "45"), ("H2", "55"))]  # fmt: skip
    wholes = [f for f in found("months", [FLOW], *figures) if f.period == "2023"]
    assert sorted(ends(f.right, 0) for f in wholes) == [("98", "102"), ("99", "101")]


def test_a_running_total_is_held_against_the_fewest_parts_only():
    """68 + 9 = 77 within 1, though 20 + 23 + 25 + 9 would do as well within 2."""
    figures = [a_figure(FLOW, "2023-01/2023-10", "77"), a_figure(FLOW, "2023-01/2023-09", "68")]
    figures += [a_figure(FLOW, f"2023-{part}", value) for part, value in (("Q1", "20"), ("Q2", "23"), ("Q3", "25"),
                ("10", "9"))]  # fmt: skip
    (whole,) = [f for f in found("months", [FLOW], *figures) if f.period == "2023-01/2023-10"]
    assert ends(whole.right, 0) == ("76", "78")


def test_a_gap_between_the_months_leaves_nothing_to_add_up():
    """January and March do not make a quarter."""
    figures = [a_figure(FLOW, "2023-01", "1"), a_figure(FLOW, "2023-03", "1"), a_figure(FLOW, "2023-Q1", "9")]
    assert found("months", [FLOW], *figures) == []
