"""Headings as offices write them: growth in any words, values by any name, and nothing else taken for growth."""

from __future__ import annotations

import pytest
from bureau import Bureau

from tracker.reporting.headings import heading

PROFIT = """
indicator = [{ id = "profit", name = "利润总额", measure = "flow", unit = "亿元", better = "higher" },
 { id = "share", name = "税收占比", measure = "ratio", unit = "%", better = "higher" },
 { id = "industry", name = "规模以上工业增加值", measure = "growth", unit = "%", better = "higher" },
 { id = "deposits", name = "存款余额", measure = "stock", unit = "亿元", better = "higher" }]
"""
GROWTH = (
    "增减%|增减（%）|比上年增长|比上年同期增减%|±%|同比增长%|同比%|较上年同期|比去年同期增长|yoy|同比±%|增速%|同比（±%）|（%）同比|"
    "同比增速（％）|较去年同期±%|增长率（%）|与上年同期相比（%）|同比增加%|Growth(%)|Y-o-Y|累计同比|同比增减|涨跌幅（%）"
)
NO_GROWTH = (
    "环比（%）|比上月增长|同比增减（亿元）|同比增减（百分点）|增减|增加值|上年同期|比重（%）|%|占比%|上年|增减额"
)


@pytest.mark.parametrize("words", GROWTH.split("|"))
def test_a_growth_in_any_words_is_read(words: str, bureau: Bureau):
    """13.1 stands beside 80.2 in the row that is recorded."""
    bureau.declare(PROFIT)
    said = bureau.reads(f"指标名称,计量单位,本年累计,{words}\n利润总额,亿元,80.2,13.1\n", "--period", "2024年1-11月")
    assert [(row["value"], row["growth"]) for row in said.rows] == [("80.2", "13.1")]


@pytest.mark.parametrize("words", ["Growth rate", "% change", "Annual growth (%)", "year on year", "Percentage change"])
def test_a_growth_in_english_is_read(words: str):
    """With blanks between its words."""
    found = heading(words)
    assert found.role == "growth" if found else False


@pytest.mark.parametrize("words", NO_GROWTH.split("|"))
def test_what_is_no_growth_is_told_and_not_read(words: str, bureau: Bureau):
    """A change on the month before, an amount, percentage points, a share."""
    bureau.declare(PROFIT)
    said = bureau.reads(f"指标名称,计量单位,本年累计,{words}\n利润总额,亿元,80.2,13.1\n", "--period", "2024年1-11月")
    assert ["growth" in row for row in said.rows] == [False]
    assert f"columns not read: {words}" in said.told


@pytest.mark.parametrize("words", ["实绩", "指标值", "绝对额", "本年", "OBS_VALUE", "本年实际"])
def test_a_value_by_any_name_is_read(words: str, bureau: Bureau):
    """80.2 of eleven months."""
    bureau.declare(PROFIT)
    said = bureau.reads(f"指标名称,计量单位,{words},同比\n利润总额,亿元,80.2,13.1\n", "--period", "2024年1-11月")
    assert said.figures() == [("profit", "2024-01/2024-11", "80.2")]


@pytest.mark.parametrize(
    ("months", "period"), [("1-9月", "2025-01/2025-09"), ("9月", "2025-09"), ("2025年1-9月", "2025-01/2025-09")]
)
def test_a_growth_brings_its_months(months: str, period: str, bureau: Bureau):
    """Written in front of its words."""
    bureau.declare(PROFIT)
    assert bureau.reads(f"2025年,\n指标,{months}同比增长（%）\n规模以上工业增加值,7.9\n").figures() == [
        ("industry", period, "7.9")
    ]


SEPTEMBER = "周口市2025年9月份主要经济指标,,,,\n指标,单位,本月,1-本月累计,同比（±%）\n"
YEAR_TO_DATE = "2025-01/2025-09"


def test_a_running_total_under_the_title_of_a_month_is_one(bureau: Bureau):
    """The share and the growth beside it too: the column says 累计."""
    bureau.declare(PROFIT)
    rows = "规模以上工业增加值,%,—,—,7.9\n利润总额,亿元,178.48,1592.27,6.3\n税收占比,%,,60.6,\n"
    assert bureau.reads(SEPTEMBER + rows).figures() == [
        ("industry", YEAR_TO_DATE, "7.9"),
        ("profit", YEAR_TO_DATE, "1592.27"),
        ("share", YEAR_TO_DATE, "60.6"),
    ]


@pytest.mark.parametrize("row", ["利润总额,178.48", "税收占比,60.6", "规模以上工业增加值,7.9"])
@pytest.mark.parametrize("value", ["实际值", "数值", "完成"])
def test_a_month_that_may_be_a_total_is_asked_about(value: str, row: str, bureau: Bureau):
    """Neither title nor heading says whether it is September alone or the nine months up to it."""
    bureau.declare(PROFIT)
    sheet = f"2025年9月份主要指标,\n指标,{value}\n{row}\n"
    assert bureau.reads(sheet).codes == ["month-or-total"]
    assert [row["period"] for row in bureau.reads(sheet, "--period", "2025年1-9月").rows] == [YEAR_TO_DATE]
    assert [row["period"] for row in bureau.reads(sheet, "--period", "2025年9月").rows] == ["2025-09"]


def test_a_quarter_that_may_be_a_total_is_asked_about(bureau: Bureau):
    """The third quarter, or the first three."""
    bureau.declare(PROFIT)
    assert bureau.reads("2025年三季度主要指标,\n指标,实际\n利润总额,60.6\n").codes == ["month-or-total"]


def test_it_is_asked_once_a_sheet(bureau: Bureau):
    """Two rows, one question."""
    bureau.declare(PROFIT)
    assert bureau.reads("2025年9月,\n指标,实际\n利润总额,1\n税收占比,2\n").codes == ["month-or-total"]


@pytest.mark.parametrize(
    ("sheet", "period"),
    [
        ("2025年9月,\n指标,本月\n利润总额,178.48\n", "2025-09"),
        ("2025年9月,\n指标,当月实际\n税收占比,60.6\n", "2025-09"),
        ("2025年9月,\n指标,本期\n利润总额,178.48\n", "2025-09"),
        ("2025年9月累计,\n指标,实际\n税收占比,60.6\n", YEAR_TO_DATE),
        ("2025年1-9月,\n指标,实际\n税收占比,60.6\n", YEAR_TO_DATE),
        ("截至2025年9月末,\n指标,实际\n存款余额,5120.3\n", "2025-09"),
        ("2025年1月,\n指标,实际\n利润总额,20.1\n", "2025-01"),
        ("2025年三季度,\n指标,累计\n税收占比,60.6\n", YEAR_TO_DATE),
        ("2025年三季度,\n指标,本季\n利润总额,60.6\n", "2025-Q3"),
        ("2025年前三季度,\n指标,实际\n利润总额,60.6\n", YEAR_TO_DATE),
        ("2025年一季度,\n指标,实际\n利润总额,60.6\n", "2025-Q1"),
        ("截至2025年9月,\n指标,实际\n利润总额,60.6\n", YEAR_TO_DATE),
        ("2025年1-9月,\n指标,本月\n利润总额,20.1\n", "2025-09"),
    ],
)
def test_title_and_heading_say_how_far_a_month_reaches(sheet: str, period: str, bureau: Bureau):
    """A stock is of the last day whatever they say, and January is both."""
    bureau.declare(PROFIT)
    assert [row["period"] for row in bureau.reads(sheet).rows] == [period]


def test_the_growth_of_the_total_is_not_that_of_the_month(bureau: Bureau):
    """178.48 in September; 6.3 % in the nine months."""
    bureau.declare(PROFIT)
    rows = bureau.reads("2025年9月,,\n指标,本月,累计同比（%）\n利润总额,178.48,6.3\n").rows
    found = sorted((row["period"], row.get("value"), row.get("growth")) for row in rows)
    assert found == [(YEAR_TO_DATE, None, "6.3"), ("2025-09", "178.48", None)]


@pytest.mark.parametrize(
    ("head", "cells", "period"),
    [
        ("年份,季度", "2025,3", "2025-Q3"),
        ("年份,月份", "2025,9", "2025-09"),
        ("Year,Quarter", "2025,Q3", "2025-Q3"),
        ("Year,Month", "2025,9", "2025-09"),
        ("年度,期间", "2025,上半年", "2025-H1"),
        ("年份,报告期", "2025,2025年9月", "2025-09"),
        ("年份,季度", "2025,", "2025"),
    ],
)
def test_a_period_in_two_columns_is_put_together(head: str, cells: str, period: str, bureau: Bureau):
    """The year alone would say too much."""
    bureau.declare(PROFIT)
    assert [r["period"] for r in bureau.reads(f"指标,{head},数值\n存款余额,{cells},7\n").rows] == [period]


@pytest.mark.parametrize(("head", "cells"), [("年份,期间", "2025,3"), ("年份,报告期", "2025,2024年9月")])
def test_two_columns_that_do_not_fit_are_no_period(head: str, cells: str, bureau: Bureau):
    """A bare 3 may be a quarter or a month; two years are two."""
    bureau.declare(PROFIT)
    assert bureau.reads(f"指标,{head},数值\n存款余额,{cells},7\n").codes == ["bad-period"]


def test_a_total_in_the_row_of_a_month_is_one(bureau: Bureau):
    """The column says 累计, the row which month it runs up to."""
    bureau.declare(PROFIT)
    sheet = "指标,期间,本月,累计\n利润总额,2025年9月,8.7,76.8\n税收占比,2025年9月,,60.6\n存款余额,2025年9月,,5120.3\n"
    assert bureau.reads(sheet).figures() == [
        ("profit", YEAR_TO_DATE, "76.8"),
        ("share", YEAR_TO_DATE, "60.6"),
        ("deposits", "2025-09", "5120.3"),
    ]


def test_a_month_that_is_asked_for_is_not_the_total(bureau: Bureau):
    """With --period of a month the column of the month is read; where there is none, it is asked about."""
    bureau.declare(PROFIT)
    rows = "利润总额,8.7,76.8\n"
    assert bureau.reads("指标,本月,累计\n" + rows, "--period", "2025年9月").figures() == [("profit", "2025-09", "8.7")]
    assert bureau.reads("指标,累计\n利润总额,76.8\n", "--period", "2025年9月").codes == ["month-or-total"]
    assert bureau.reads("指标,累计\n利润总额,76.8\n", "--period", "2025年1-9月").figures() == [
        ("profit", YEAR_TO_DATE, "76.8")
    ]
