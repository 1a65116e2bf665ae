"""A row marked 其中, set in, or told of which belongs to the row above it; its name alone is not enough."""

from __future__ import annotations

from pathlib import Path

import pytest
from bureau import Bureau

INDUSTRY = """
indicator = [
 { id = "gy", name = "规模以上工业增加值", measure = "growth", unit = "%", better = "higher" },
 { id = "gy.zz", name = { zh = "制造业", en = "Manufacturing" }, measure = "growth", unit = "%", better = "higher" },
 { id = "gt", name = { zh = "固定资产投资", en = "Investment" }, measure = "growth", unit = "%", better = "higher" },
 { id = "gt-gy", name = "工业投资", measure = "growth", unit = "%", better = "higher" },
 { id = "ck", name = "采矿业", measure = "growth", unit = "%", better = "higher" },
]
"""
HEAD = "2025年1-9月,,,\n指标,单位,累计,同比（%）\n"
ONE = "一、规模以上工业增加值,%,—,7.9\n二、固定资产投资,%,—,6.1\n　　其中：制造业,%,—,16.0\n"
BOTH = (
    "一、规模以上工业增加值,%,—,7.9\n　　其中：制造业,%,—,10.1\n二、固定资产投资,%,—,6.1\n　　其中：制造业,%,—,16.0\n"
)


def test_a_part_of_investment_is_not_that_of_industry(bureau: Bureau):
    """Asked about, with both rows and what to write."""
    bureau.declare(INDUSTRY)
    said = bureau.reads(HEAD + ONE)
    assert (said.rows, said.codes) == ([], ["part-of-another"])
    assert 'line 5, column 1: objection[part-of-another]: "其中：制造业" stands under "二、固定资产投资"' in said.told
    assert '"固定资产投资/制造业" = "gy.zz"' in said.told


def test_the_part_of_industry_is_read_and_the_other_asked_about(bureau: Bureau):
    """One question, about 16.0; left out where that is agreed to, 10.1 is recorded."""
    bureau.declare(INDUSTRY)
    said = bureau.reads(HEAD + BOTH)
    assert (said.codes, "line 6, column 1" in said.told) == (["part-of-another"], True)
    accepted = bureau.reads(HEAD + BOTH, "--accept", "part-of-another")
    assert [(i, v) for i, _, v in accepted.figures()] == [("gy", "7.9"), ("gy.zz", "10.1"), ("gt", "6.1")]
    assert "left out" in accepted.told


def test_a_map_names_the_part_by_both_rows(bureau: Bureau):
    """工业投资 stands in for an indicator of its own."""
    bureau.declare(INDUSTRY, '[import.m]\nnames = { "固定资产投资/制造业" = "gt-gy" }\n')
    found = bureau.reads(HEAD + BOTH, "--map", "m").figures()
    assert [(i, v) for i, _, v in found] == [("gy", "7.9"), ("gy.zz", "10.1"), ("gt", "6.1"), ("gt-gy", "16.0")]


def test_of_two_of_one_name_that_of_the_row_above_is_meant(bureau: Bureau):
    """Two indicators called 制造业, each a part of its own whole."""
    more = ' { id = "gt.zz", name = "制造业", measure = "growth", unit = "%", better = "higher" },\n]'
    bureau.declare(INDUSTRY.replace("]", more, 1))
    found = bureau.reads(HEAD + BOTH).figures()
    assert [(i, v) for i, _, v in found] == [("gy", "7.9"), ("gy.zz", "10.1"), ("gt", "6.1"), ("gt.zz", "16.0")]


@pytest.mark.parametrize(
    "rows",
    [
        "二、固定资产投资,%,—,6.1\n其中：制造业,%,—,16.0\n",
        "固定资产投资,%,—,6.1\n其中：制造业,%,—,16.0\n",
        "固定资产投资,%,—,6.1\n  制造业,%,—,16.0\n",
        "固定资产投资,%,—,6.1\n  # 制造业,%,—,16.0\n",
        "二、固定资产投资,%,—,6.1\n（一）制造业,%,—,16.0\n",
        "二、固定资产投资,%,—,6.1\n其中：工业投资,%,—,9.1\n制造业,%,—,16.0\n",
        "二、固定资产投资,%,—,6.1\n　　其中：工业投资,%,—,9.1\n　　　　　制造业,%,—,16.0\n",
        "二、固定资产投资,%,—,—\n　　其中：制造业,%,—,16.0\n",
        "二、房地产开发投资,%,—,—\n　　其中：制造业,%,—,16.0\n",
        "Investment,%,—,6.1\nof which: Manufacturing,%,—,16.0\n",
        "Investment,%,—,6.1\n  Manufacturing,%,—,16.0\n",
        "固定资产投资,%,—,6.1\n其中：采矿业,%,—,16.0\n",
        "固定资产投资,%,—,6.1\n  采矿业,%,—,16.0\n",
        "三、投资,,,\n　　制造业,%,—,16.0\n",
    ],
)
def test_a_part_is_asked_about_however_it_is_marked(rows: str, bureau: Bureau):
    """Also where its indicator is told to be a part of nothing, and has the name of a kind rather than of a figure."""
    bureau.declare(INDUSTRY)
    assert bureau.reads(HEAD + rows).codes == ["part-of-another"]


@pytest.mark.parametrize(
    "rows",
    [
        "规模以上工业增加值,%,—,7.9\n其中：制造业,%,—,10.1\n",
        "规模以上工业增加值,%,—,7.9\n  制造业,%,—,10.1\n",
        "一、规模以上工业增加值,%,—,7.9\n1.制造业,%,—,10.1\n",
        "一、工业,,,\n　　制造业,%,—,10.1\n",
        "固定资产投资,%,—,6.1\n其中：工业投资,%,—,9.1\n",
        "固定资产投资,%,—,6.1\n制造业,%,—,10.1\n",
        "制造业,%,—,10.1\n采矿业,%,—,3.1\n",
        "一、固定资产投资,%,—,6.1\n二、制造业,%,—,10.1\n",
        "固定资产投资,%,—,6.1\n其中：gy.zz,%,—,10.1\n".replace("其中：", ""),
        "一、主要指标,,,\n　　采矿业,%,—,3.1\n",
    ],
)
def test_a_row_at_home_is_read(rows: str, bureau: Bureau):
    """Under its own whole, under a row it shares a word with, or under none."""
    bureau.declare(INDUSTRY)
    said = bureau.reads(HEAD + rows)
    assert (said.codes, bool(said.rows)) == ([], True), said.told


def test_the_format_of_a_cell_sets_it_in(bureau: Bureau, tmp_path: Path):
    """As a spreadsheet program does it, without blanks in the text."""
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    bureau.declare(INDUSTRY)
    book = openpyxl.Workbook()
    for row in (["2025年1-9月"], ["指标", "同比（%）"], ["固定资产投资", 6.1], ["制造业", 16.0]):
        book.active.append(row)
    book.active["A4"].alignment = openpyxl.styles.Alignment(indent=1)
    book.save(tmp_path / "a.xlsx")
    assert bureau.reads(tmp_path / "a.xlsx").codes == ["part-of-another"]
