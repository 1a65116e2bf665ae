"""Marks of footnotes are no digits, and a number in brackets is no rank unless it says so."""

from __future__ import annotations

import pytest
from bureau import Bureau

STOCK = """
[[indicator]]
id = "s"
name = "Stock"
measure = "stock"
unit = "t"
better = "higher"

[[indicator]]
id = "r"
name = "Rate"
measure = "ratio"
unit = "%"
better = "higher"
"""
PACE = '[[indicator]]\nid = "p"\nname = "Pace"\nmeasure = "growth"\nunit = "%"\nbetter = "higher"\n'
RANKED = '[[actual]]\nindicator = "s"\nperiod = "2023"\nvalue = 40\nrank = 3\n'


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("41.5¹", "41.5"),
        ("41.5²", "41.5"),
        ("1234①", "1234"),
        ("41.5①②", "41.5"),
        ("1²", "1"),
        ("41.5⑴", "41.5"),
        ("41.5⒈", "41.5"),
        ("41.5❶", "41.5"),
        ("41.5 *", "41.5"),
        ("41.5†", "41.5"),
        ("①1234", "1234"),
        ("41.5₂", "41.5"),
        ("1,234³", "1234"),
    ],
)
def test_a_mark_of_a_footnote_is_no_digit(text: str, value: str, bureau: Bureau):
    """On the command line and in a sheet, the figure stands without it."""
    bureau.declare(STOCK)
    sheet = f'indicator,period,value\ns,2024,"{text}"\n'
    assert bureau.says("s", "--period", "2024", "--", text).figures() == [("s", "2024", value)]
    assert bureau.reads(sheet).figures() == [("s", "2024", value)]


@pytest.mark.parametrize("text", ["12①34", "4²1.5", "41½", "²", "(12)", "41.5(1)2"])
def test_a_mark_within_a_figure_is_asked_about(text: str, bureau: Bureau):
    """As is a number in brackets alone, which accounts write for a loss; a mark alone is no figure."""
    bureau.declare(STOCK)
    assert bureau.says("s", "--period", "2024", "--", text).codes in (["bad-number"], ["no-figure"])


@pytest.mark.parametrize("text", ["7.9①", "7.9²", "7.9%①", "7.9⑴", "7.9 *"])
def test_a_mark_behind_a_growth_is_no_digit(text: str, bureau: Bureau):
    """Beside a value, and where the growth is the indicator itself."""
    bureau.declare(STOCK + PACE)
    sheet = f"指标,期间,数值,同比（%）\ns,2024,41.5,{text}\np,2024,,{text}\n"
    assert [row.get("growth") or row["value"] for row in bureau.reads(sheet).rows] == ["7.9", "7.9"]
    assert bureau.says("s", "41.5", "--growth", text, "--period", "2024").rows[0]["growth"] == "7.9"


def test_a_mark_behind_a_name_or_heading_is_passed_over(bureau: Bureau):
    """Stock① is the stock, and 同比①（%） the growth."""
    bureau.declare(STOCK)
    (row,) = bureau.reads("指标,期间,数值②,同比①\nStock①,2024,41.5,7.9\n").rows
    assert (row["indicator"], row["value"], row["growth"]) == ("s", "41.5", "7.9")


def test_a_percentage_keeps_its_sign_before_a_mark(bureau: Bureau):
    """41.5 %² is 41.5 %."""
    bureau.declare(STOCK)
    assert bureau.reads("indicator,period,value\nr,2024,41.5%²\n").rows[0]["value"] == "41.5"


@pytest.mark.parametrize("text", ["41.5(1)", "41.5（1）", "41.5 [1]"])
def test_a_number_in_brackets_is_asked_about(text: str, bureau: Bureau):
    """It may point to a note; accepted, it is a rank, and that it was accepted is kept."""
    bureau.declare(STOCK)
    words = ("s", "--period", "2024", "--", text)
    assert bureau.says(*words).codes == ["rank-in-brackets"]
    (row,) = bureau.says("--accept", "rank-in-brackets", *words).rows
    assert (row["value"], row["rank"], row["accepted"]) == ("41.5", "1", ["rank-in-brackets"])


@pytest.mark.parametrize(
    "sheet",
    [
        "indicator,period,value\ns,2024,41.5（第1位）\n",
        "indicator,period,value\ns,2024,41.5(1位)\n",
        "指标,期间,实际值（位次）\ns,2024,41.5(1)\n",
        "主要指标（括号内为全省位次）,,\n指标,期间,实际值\ns,2024,41.5(1)\n",
    ],
)
def test_a_rank_that_is_said_to_be_one_is_recorded(sheet: str, bureau: Bureau):
    """By the words beside the number, the heading of its column, or the title."""
    bureau.declare(STOCK)
    (row,) = bureau.reads(sheet).rows
    assert (row["value"], row["rank"]) == ("41.5", "1")


def test_an_indicator_that_has_ranks_is_not_asked_about(bureau: Bureau):
    """The third place of the year before tells what the brackets hold."""
    bureau.declare(STOCK, figures=RANKED)
    assert bureau.says("s", "--period", "2024", "--", "41.5(1)").rows[0]["rank"] == "1"
