"""Shares, parts and totals."""

from __future__ import annotations

from ties import a_figure, a_flow, a_formula, ends, found, told

TOTAL, PART, OTHER = a_flow("total"), a_flow("part"), a_flow("other")


def test_share_times_total_is_the_part():
    """37.4 % of 76.8 is [37.35 * 76.75 / 100, 37.45 * 76.85 / 100] = [28.67, 28.78], which 28.7 meets."""
    part = a_figure(PART, "2023-01/2023-10", "28.7", share=("total", "37.4"))
    (finding,) = found("share", [TOTAL, PART], a_figure(TOTAL, "2023-01/2023-10", "76.8"), part)
    assert told(finding) == ("holds", "ties")
    assert ends(finding.right, 3) == ("28.666", "28.780")
    assert finding.right is not None
    assert finding.right.reckoning == "37.4 % × 76.8 亿元"


def test_a_part_that_is_not_the_share_of_its_total_fails():
    """28.9 is [28.85, 28.95], beyond 28.78."""
    part = a_figure(PART, "2023-01/2023-10", "28.9", share=("total", "37.4"))
    (finding,) = found("share", [TOTAL, PART], a_figure(TOTAL, "2023-01/2023-10", "76.8"), part)
    assert told(finding) == ("fails", "apart")


def test_a_share_of_a_total_in_another_unit_is_converted():
    """50 % of 2 亿元 are 10000 万元."""
    part = a_figure(a_flow("part", "万元"), "2023", "10000", share=("total", "50"))
    (finding,) = found("share", [TOTAL, a_flow("part", "万元")], a_figure(TOTAL, "2023", "2"), part)
    assert told(finding) == ("holds", "ties")


def test_a_share_without_a_total_implies_one_and_is_not_computable():
    """860.7 / 86.1 % = 999.65."""
    (finding,) = found("share", [TOTAL, PART], a_figure(PART, "2023", "860.7", share=("total", "86.1")))
    assert told(finding) == ("not-computable", "needs")
    assert finding.facts == (("what", ("total",)),)
    assert ends(finding.right, 2) == ("999.01", "1000.29")


def test_several_shares_imply_one_total_without_a_false_alarm():
    """102.1 / 37.2 % = 274.5 and 135.7 / 49.4 % = 274.7 differ, but their intervals meet."""
    figures = [a_figure(PART, "2022-Q1", "102.1", share=("total", "37.2")),
               a_figure(OTHER, "2022-Q1", "135.7", share=("total", "49.4"))]  # fmt: skip
    (finding,) = found("implied-total", [TOTAL, PART, OTHER], *figures)
    assert told(finding) == ("holds", "ties")
    assert {ends(finding.left, 1), ends(finding.right, 1)} == {("274.0", "275.0"), ("274.3", "275.1")}


def test_shares_that_imply_two_totals_fail():
    """102.1 / 37.2 % = 274.5 and 135.7 / 48.4 % = 280.4."""
    figures = [a_figure(PART, "2022-Q1", "102.1", share=("total", "37.2")),
               a_figure(OTHER, "2022-Q1", "135.7", share=("total", "48.4"))]  # fmt: skip
    (finding,) = found("implied-total", [TOTAL, PART, OTHER], *figures)
    assert told(finding) == ("fails", "apart")


def test_totals_of_different_periods_are_not_held_against_each_other():
    """A share of the first quarter says nothing of the year's total."""
    figures = [a_figure(PART, "2022-Q1", "102.1", share=("total", "37.2")),
               a_figure(OTHER, "2022", "135.7", share=("total", "20"))]  # fmt: skip
    assert found("implied-total", [TOTAL, PART, OTHER], *figures) == []


def test_shares_stay_within_the_whole():
    """37.2 + 49.4 = 86.6."""
    figures = [a_figure(PART, "2022", "1", share=("total", "37.2")),
               a_figure(OTHER, "2022", "1", share=("total", "49.4"))]  # fmt: skip
    (finding,) = found("share-sum", [TOTAL, PART, OTHER], *figures)
    assert told(finding) == ("holds", "within")


def test_shares_that_add_up_to_the_whole_are_within_it():
    """60.0 + 40.0 = 100.0, which printed digits leave between 99.9 and 100.1."""
    figures = [a_figure(PART, "2022", "6", share=("total", "60.0")),
               a_figure(OTHER, "2022", "4", share=("total", "40.0"))]  # fmt: skip
    (finding,) = found("share-sum", [TOTAL, PART, OTHER], *figures)
    assert (told(finding), ends(finding.left, 1)) == (("holds", "within"), ("99.9", "100.1"))


def test_shares_beyond_the_whole_may_overlap():
    """60 + 50 = 110 %: industry and the private sector may both be right."""
    figures = [a_figure(PART, "2022", "6", share=("total", "60")),
               a_figure(OTHER, "2022", "5", share=("total", "50"))]  # fmt: skip
    (finding,) = found("share-sum", [TOTAL, PART, OTHER], *figures)
    assert told(finding) == ("conditional", "shares-exceed")


def test_shares_beyond_the_whole_fail_where_the_parts_are_declared_apart():
    """Two parts of one sum do not overlap."""
    figures = [a_figure(PART, "2022", "6", share=("total", "60")),
               a_figure(OTHER, "2022", "5", share=("total", "50"))]  # fmt: skip
    formulas = a_formula(TOTAL, "part + other")
    (finding,) = found("share-sum", [TOTAL, PART, OTHER], *figures, formulas=formulas)
    assert told(finding) == ("fails", "shares-exceed")


def test_a_sum_and_its_parts_are_not_counted_twice():
    """60 of which 35 and 25 is 60 %."""
    both = a_flow("both")
    figures = [a_figure(i, "2022", "1", share=("total", s)) for i, s in ((both, "60"), (PART, "35"), (OTHER, "25"))]
    formulas = a_formula(both, "part + other")
    (finding,) = found("share-sum", [TOTAL, PART, OTHER, both], *figures, formulas=formulas)
    assert finding.left is not None
    assert finding.left.number == 35 + 25


def test_equal_numbers_of_different_indicators_are_never_merged():
    """Two indicators that both print 29 in one period have nothing to do with each other."""
    figures = [a_figure(PART, "2022", "29"), a_figure(OTHER, "2022", "29")]
    for check in ("share", "implied-total", "vintages", "duplicate"):
        assert found(check, [PART, OTHER], *figures) == []
