"""Sheets with columns of several periods: the right one is read or the sheet objected to, never another in silence."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from office import brought, codes, office, opened

from tracker.files.sheets_cells import Book, Cell, Grid, Line
from tracker.files.sheets_text import shown
from tracker.reporting.claim import Draft
from tracker.reporting.guide import Guide, Intake
from tracker.reporting.intake import read_book
from tracker.reporting.names import names_of

APRIL = "2026年1-4月"
Found = list[tuple[str, str | None, str]]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """The small workspace."""
    return office(tmp_path)


def read(place: Path, *rows: str, period: str | None = None) -> Intake:
    """What is found in one file of text, its cells set apart by bars."""
    indicators = opened(place).portfolio.indicators
    guide = Guide(names_of(indicators.values(), {}), indicators)
    lines = tuple(Line(n, tuple(Cell(*shown(text)) for text in row.split("|"))) for n, row in enumerate(rows, 1))
    asked = replace(guide, defaults={"period": period} if period else {})
    return read_book(Book((Grid("", lines),)), asked)


def found(intake: Intake) -> Found:
    """The figure, the period and the cell of every draft."""
    figure = [one.texts.get("value") or one.texts.get("growth", "") for one in intake.drafts]
    return [(said, one.texts.get("period"), one.place) for said, one in zip(figure, intake.drafts, strict=True)]


def passed(intake: Intake) -> list[object]:
    """The headings of the columns that were not read."""
    return [name for one in intake.remarks if one.code == "unused-columns" for name in one.facts["headings"]]


def rows_recorded(place: Path, *drafts: Draft) -> list[tuple[str, str | None, str | None]]:
    """Period, value and growth of the rows that would be recorded."""
    rows = brought(place, *drafts, accept=("period-after-publication",)).rows
    return [(row["period"], row.get("value"), row.get("growth")) for row in rows]


YEARS = ("指标名称|2025年1-4月|2026年1-4月", "工业总产值|210.7|230.1")


def test_the_column_of_the_period_asked_for_is_read(place: Path):
    """The 230.1 of this year, not the 210.7 of the last; the other column is told."""
    intake = read(place, *YEARS, period=APRIL)
    assert found(intake) == [("230.1", APRIL, "line 2, column 3")]
    assert passed(intake) == ["2025年1-4月"]


def test_months_without_a_year_are_those_of_the_period_asked_for(place: Path):
    """The third of three running totals."""
    intake = read(place, "指标名称|1-2月|1-3月|1-4月", "工业总产值|100|160|230.1", period=APRIL)
    assert (found(intake), passed(intake)) == ([("230.1", APRIL, "line 2, column 4")], ["1-2月", "1-3月"])


def test_every_dated_column_is_read_where_no_period_is_asked_for(place: Path):
    """One figure a column, each with its own period."""
    intake = read(place, *YEARS)
    places = [("210.7", "2025-01/2025-04", "line 2, column 2"), ("230.1", "2026-01/2026-04", "line 2, column 3")]
    assert (found(intake), passed(intake)) == (places, [])


@pytest.mark.parametrize("head", ["指标名称|2025年1-4月", "指标名称|2025年1-3月|2025年1-4月", "指标名称|1-3月"])
def test_a_heading_of_another_period_is_objected_to(head: str, place: Path):
    """Once a sheet, and no figure is read."""
    intake = read(place, head, "工业总产值|210.7|230.1", "就地转化率|30|31", period=APRIL)
    assert codes(brought(place, *intake.drafts)) == ["other-period"]


def test_a_blank_in_the_column_asked_for_is_no_figure(place: Path):
    """The neighbour does not step in, and nothing contradicts."""
    intake = read(place, YEARS[0], "工业总产值|210.7|-", period=APRIL)
    assert ([one.code for one in intake.remarks], intake.drafts) == (["no-figure", "unused-columns"], [])


def test_several_columns_of_values_without_a_date_are_refused(place: Path):
    """Both are read, and contradict each other with both figures."""
    intake = read(place, "指标名称|绝对量|完成值", "工业总产值|210.7|230.1", period="2025年1-4月")
    assert codes(brought(place, *intake.drafts)) == ["twice"]


def test_the_one_growth_belongs_to_the_latest_period(place: Path):
    """In a sheet of this year, last year, growth."""
    rows = ("指标名称|2025年1-4月|2024年1-4月|同比", "工业总产值|230.1|210.7|9.2")
    growths = [(one.texts["value"], one.texts.get("growth")) for one in read(place, *rows).drafts]
    assert growths == [("230.1", "9.2"), ("210.7", None)]


BULLETIN = ("指标名称|2026年4月||2026年1-4月|", "|绝对量|同比|绝对量|同比", "规上工业增加值增速||8.5||6.5")


@pytest.mark.parametrize("period", [APRIL, None])
def test_a_growth_is_read_under_its_own_period(period: str | None, place: Path):
    """6.5 of January to April, never the 8.5 of April; the cell named is the one that was read."""
    intake = read(place, *BULLETIN, period=period)
    assert found(intake) == [("6.5", period or "2026-01/2026-04", "line 3, column 5")]
    assert passed(intake) == ["2026年4月 同比"]


def test_the_month_is_read_where_it_is_asked_for(place: Path):
    """8.5 of April."""
    assert found(read(place, *BULLETIN, period="2026年4月")) == [("8.5", "2026年4月", "line 3, column 3")]


def test_an_undated_total_brings_its_own_growth(place: Path):
    """A row with growths alone takes the one under the running total."""
    rows = ("2025年4月", "指标|本期||累计|", "|实际|同比|实际|同比", "规上工业增加值增速||8.5||6.5")
    assert found(read(place, *rows)) == [("6.5", "2025-01/2025-04", "line 4, column 5")]


def test_a_growth_indicator_takes_its_value_from_the_column_of_growth(place: Path):
    """So that it counts; any other indicator keeps it as growth."""
    rows = ("2025年1-4月", "指标|单位|累计|同比", "规上工业增加值增速|亿元|-|6.5%", "工业总产值|亿元|-|3.1")
    expected = [("2025-01/2025-04", "6.5", None), ("2025-01/2025-04", None, "3.1")]
    assert rows_recorded(place, *read(place, *rows).drafts) == expected
