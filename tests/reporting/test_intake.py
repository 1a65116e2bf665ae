"""Sheets as offices make them: headings in one row or two, units and periods wherever they stand."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from office import office, opened

from tracker.files.sheets_cells import Book, Cell, Grid, Line
from tracker.files.sheets_text import shown
from tracker.reporting.claim import Draft
from tracker.reporting.guide import Guide, Intake
from tracker.reporting.headings import heading, period_in
from tracker.reporting.intake import read_book
from tracker.reporting.names import names_of


def grid(rows: Iterable[str], name: str = "表") -> Grid:
    """A sheet from lines whose cells are set apart by bars."""
    lines = (Line(n, tuple(Cell(*shown(text)) for text in row.split("|"))) for n, row in enumerate(rows, 1))
    return Grid(name, tuple(lines))


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    """The indicators of the small workspace."""
    indicators = opened(office(tmp_path_factory.mktemp("office"))).portfolio.indicators
    return Guide(names_of(indicators.values(), {}), indicators)


def read(guide: Guide, *rows: str, name: str = "表") -> Intake:
    """What is found in one sheet."""
    return read_book(Book((grid(rows, name),)), guide)


def texts(guide: Guide, *rows: str, name: str = "表") -> list[dict[str, str]]:
    """The texts of every draft but for its name."""
    return [{k: v for k, v in one.texts.items() if k != "indicator"} for one in read(guide, *rows, name=name).drafts]


def only(guide: Guide, *rows: str) -> Draft:
    """The one draft of a sheet."""
    (one,) = read(guide, *rows).drafts
    return one


TITLE = "2025年1—10月主要指标"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([TITLE, "指标名称|实际值（亿元）", "工业总产值|76.8"], {"value": "76.8", "unit_guess": "亿元"}),
        ([TITLE, "单位：亿元", "指标|完成值", "工业总产值|76.8"], {"value": "76.8", "unit_guess": "亿元"}),
        ([TITLE, "指标|计量单位|累计", "工业总产值|亿元|76.8"], {"value": "76.8", "unit": "亿元"}),
        (
            [TITLE, "指标|累计|同比（±%）|位次", "工业总产值|76.8|83.7|1"],
            {"value": "76.8", "growth": "83.7", "rank": "1"},
        ),
        ([TITLE, "指标|累计（位次）", "工业总产值|12.3 (4)"], {"value": "12.3", "rank": "4"}),
        ([TITLE, "指标|累计", "工业总产值|12.3 (4)"], {"value": "12.3", "in_brackets": "4"}),
        ([TITLE, "指标|累计", "工业总产值|12.3（第4位）"], {"value": "12.3", "rank": "4"}),
        ([TITLE, "指标|累计|增速", "工业总产值|—|8.1"], {"growth": "8.1"}),
        ([TITLE, "指标||1-10月", "|单位|累计|同比%", "工业总产值|亿元|76.8|8"], {"value": "76.8", "unit": "亿元"}),
    ],
)
def test_a_row_as_it_is_read(rows: list[str], expected: dict[str, str], guide: Guide):
    """Units in the heading, above the table, or in a column; growth, ranks and dashes."""
    found = texts(guide, *rows)[0]
    assert found | expected == found
    assert found["period"] == "2025-01/2025-10"


@pytest.mark.parametrize(
    ("rows", "period"),
    [
        (["2025年1-10月", "指标|累计", "工业总产值|1"], "2025-01/2025-10"),
        (["2025年10月", "指标|累计", "工业总产值|1"], "2025-01/2025-10"),
        (["2025年10月", "指标|本期", "工业总产值|1"], "2025-10"),
        (["2025年三季度", "指标|累计", "工业总产值|1"], "2025-01/2025-09"),
        (["2025年前三季度", "指标|累计", "工业总产值|1"], "2025-01/2025-09"),
        (["2025年10月", "指标|累计", "就地转化率|1"], "2025-01/2025-10"),
        (["2025年度", "指标|实际", "工业总产值|1"], "2025"),
        (["2025年全市指标（1—9月）", "指标|累计", "工业总产值|1"], "2025-01/2025-09"),
        (["2025年主要指标", "指标|1-9月累计", "工业总产值|1"], "2025-01/2025-09"),
        (["主要指标", "指标|2025年1-9月", "工业总产值|1"], "2025-01/2025-09"),
        (["指标|期间|数值", "工业总产值|2024|1"], "2024"),
        ([TITLE, "指标|期间|数值", "工业总产值|2024|1"], "2024"),
        ([TITLE, "指标|本月|累计", "工业总产值|8.7|76.8"], "2025-01/2025-10"),
        ([TITLE, "指标|本月|累计", "工业总产值|8.7|-"], "2025-10"),
        ([TITLE, "指标|本月|累计", "就地转化率|8.7|-"], "2025-10"),
        ([TITLE, "指标|本期|累计", "就地转化率|8.7|-"], "2025-01/2025-10"),
        ([TITLE, "指标|本月", "工业总产值|8.7"], "2025-10"),
        ([TITLE, "指标|本月", "规上企业户数|8.7"], "2025-01/2025-10"),
        (["2025年10月（累计）", "指标|实际", "就地转化率|1"], "2025-01/2025-10"),
        (["2025年10月当月", "指标|实际", "工业总产值|1"], "2025-10"),
        (["指标|数值", "工业总产值|1"], None),
        (["2024年和2025年", "指标|数值", "工业总产值|1"], None),
    ],
)
def test_the_period_of_a_row(rows: list[str], period: str | None, guide: Guide):
    """From the title, the heading or a column; a running total of a flow begins in January."""
    assert texts(guide, *rows)[0].get("period") == period


def test_a_period_in_the_name_of_the_sheet(guide: Guide):
    """Where the title says nothing."""
    assert texts(guide, "指标|累计", "工业总产值|1", name="2025年1-9月")[0]["period"] == "2025-01/2025-09"


def test_the_month_and_the_total_have_growths_of_their_own(guide: Guide):
    """In two rows of headings each growth stands right of its value."""
    rows = (TITLE, "指标|本期||累计|", "|实际|同比|实际|同比", "工业总产值|8.7|37.7|76.8|83.7")
    assert only(guide, *rows).texts["growth"] == "83.7"
    assert only(guide, *rows[:3], "工业总产值|8.7|37.7|-|-").texts["growth"] == "37.7"


def test_each_field_has_its_place(guide: Guide):
    """The letters of its column."""
    one = only(guide, TITLE, "序号|指标名称|单位|累计", "1|工业总产值|亿元|x")
    assert (one.place, one.place_of("unit"), one.place_of("indicator")) == ("表!D3", "表!C3", "表!B3")


@pytest.mark.parametrize(
    ("row", "remark"),
    [
        ("合计|99", "total-row"),
        ("总 计|99", "total-row"),
        ("注：可比口径|", "note-row"),
        ("说明:|1", "note-row"),
        ("指标|累计", "headings-again"),
        ("工业总产值|—", "no-figure"),
        ("一、工业|", "no-figure"),
    ],
)
def test_rows_that_are_no_figures_are_passed_over(row: str, remark: str, guide: Guide):
    """Each is told, none is recorded."""
    intake = read(guide, TITLE, "指标|累计", row)
    assert ([one.code for one in intake.remarks], intake.drafts) == ([remark], [])


@pytest.mark.parametrize(
    "name",
    [
        "1.工业总产值",
        "（一）工业总产值",
        "其中：工业总产值",
        "# 工业总产值",
        "工业总产值（亿元）",
        "OUTPUT",
        "industrial  output",
    ],
)
def test_names_with_numbering_or_a_unit(name: str, guide: Guide):
    """What stands around a name does not keep it from being found."""
    assert guide.names.find(name)[0] == ("output",)


def test_a_column_of_ids_goes_before_names(guide: Guide):
    """Two indicators of one name are told apart by it."""
    rows = (TITLE, "指标编码|指标名称|数值", "firms-new|规上企业户数|3")
    assert only(guide, *rows).texts["indicator"] == "firms-new"


def test_a_sheet_without_headings_is_told_and_the_next_one_read(guide: Guide):
    """A cover sheet before the table."""
    table = grid((TITLE, "指标|累计", "工业总产值|1"), "数据")
    intake = read_book(Book((grid(("封面",), "封面"), table)), guide)
    assert ([(r.code, r.place) for r in intake.remarks], len(intake.drafts)) == ([("no-headings", "封面")], 1)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("实际值（亿元）", "value"),
        ("同比(±%)", "growth"),
        ("1—10月累计", "total"),
        ("１０月", "value"),
        ("年度目标", None),
        ("较上月位次变化", None),
    ],
)
def test_what_a_heading_says(text: str, role: str | None):
    """In any width, with its unit in brackets."""
    found = heading(text)
    assert (found.role if found else None) == role


@pytest.mark.parametrize(
    ("words", "period"),
    [
        (["截至2025年10月末"], "2025-10"),
        (["2025年上半年"], "2025-H1"),
        (["二〇二五年"], None),
        (["2025年1-10月", "填报日期：2025年11月5日"], "2025-01/2025-10"),
        (["2025-11-05", "2025年1-10月"], "2025-01/2025-10"),
        (["2025年主要指标", "1—10月"], "2025-01/2025-10"),
        (["2025年", "2024年"], None),
        (["2025年1-9月", "1-10月"], None),
        (["2025年", "1-3季度"], "2025-01/2025-09"),
        (["2025年1-3季度主要指标"], "2025-01/2025-09"),
        (["2025年前三个季度主要指标"], "2025-01/2025-09"),
        (["2025年1-6月份主要指标"], "2025-H1"),
        (["2025年", "1-6月份"], "2025-H1"),
        (["1-6月份"], None),
        (["2025年3季度"], "2025-Q3"),
    ],
)
def test_the_period_words_name(words: list[str], period: str | None):
    """Several are none."""
    found = period_in(words)
    assert (str(found) if found else None) == period
