"""Pages as a workbook, read back by another library: numbers are numbers, words are words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

pytest.importorskip("xlsxwriter", reason="XlsxWriter, which writes workbooks, is not installed")
pytest.importorskip("openpyxl", reason="openpyxl, which reads workbooks back, is not installed")

from builders import a_stage, a_target, an_actual
from openpyxl import load_workbook
from plan_samples import GROWTH, OUTPUT, PROJECTS, SHARE, planned, the_plan

from tracker.domain.words import Words
from tracker.render.as_workbook import as_workbook
from tracker.render.plan_pages import sheet_pages, table_pages
from tracker.render.states import every_state
from tracker.render.task_book import task_book
from tracker.render.wording import Wording, wording_for
from tracker.render.workbook_charts import Spot, span
from tracker.render.workbook_layout import lines_high, shown, widths
from tracker.render.workbook_names import sheet_names
from tracker.render.workbook_page import About, Head, Line, Look, Page, Picture, Table, without_empty
from tracker.render.workbook_policies import policy_pages
from tracker.render.workbook_record import charts_page, record_page
from tracker.render.workbook_views import gap_page, overview

EN, ZH = wording_for("en"), wording_for("zh")
MADE = datetime(2025, 4, 15, 8, 0)  # noqa: DTZ001 -- a workbook knows no zones
HOSTILE = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "=cmd|' /C calc'!A0",
    "{=A1}",
    "http://x.example",
    "\x1b[2J\u202eab\x00",
    "12",
]


def written(pages: Sequence[Page], wording: Wording = EN) -> bytes:
    """The file."""
    about = About("Title", "Office", MADE, "us", "Calibri", grouped=wording.lang == "en", states=every_state(wording))
    return as_workbook(pages, about)


def opened(pages: Sequence[Page], wording: Wording = EN) -> Any:  # noqa: ANN401 -- openpyxl has no types
    """The file as another library reads it."""
    return load_workbook(BytesIO(written(pages, wording)))


def a_page(*rows: tuple[Any, ...], look: Look = Look.TEXT) -> Page:
    """One page with one column."""
    return Page("Page", "Title", (Table((Head("x", look),), rows),))


def values(sheet: Any) -> list[list[Any]]:  # noqa: ANN401 -- the same
    """What stands in a sheet below its title, without what is empty at the end."""
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]


def table(sheet: Any) -> list[dict[str, Any]]:  # noqa: ANN401 -- the same
    """The rows of a sheet by its headings."""
    head, *rows = values(sheet)
    return [dict(zip(head, row, strict=True)) for row in rows]


@pytest.mark.parametrize("name", HOSTILE)
def test_words_are_never_run(name: str):
    """A cell of text is one of text, whatever it begins with; what steers a terminal is gone."""
    cell = opened([a_page((name,))]).worksheets[0]["A4"]
    assert cell.data_type == "s"
    assert cell.hyperlink is None
    assert cell.value == name if name.isprintable() else "\x1b" not in cell.value


def test_hostile_names_of_tabs():
    """A tab cannot hold them all, and two alike are told apart."""
    book = opened(
        [Page("=1+1/[x]:*?", "=1+1", ()), Page("=1+1 x", "", ()), Page("'History'", "", ()), Page("", "", ())]
    )
    assert book.sheetnames == ["=1+1  x", "=1+1 x", "History 2", " 2".strip()]


def test_names_of_tabs_are_cut_and_told_apart():
    """31 characters at most; capitals do not make a difference."""
    assert sheet_names(["a" * 40, "A" * 40, "规划" * 20]) == ["a" * 31, "A" * 29 + " 2", "规划" * 15 + "规"]


def test_numbers_keep_their_digits():
    """A printed zero at the end is shown; a computed one is not; large ones are grouped in English only."""
    rows = ((Decimal("10.20"),), (Decimal("12345.678"),), (Decimal("0.5000"),))
    printed = opened([a_page(*rows, look=Look.PRINTED)]).worksheets[0]
    computed = opened([a_page(*rows, look=Look.NUMBER)], ZH).worksheets[0]
    assert [printed[f"A{n}"].number_format for n in (4, 5, 6)] == ["0.00", "#,##0.000", "0.0000"]
    assert [computed[f"A{n}"].number_format for n in (4, 5, 6)] == ["0.0", "0.00", "0.0"]
    assert [computed[f"A{n}"].value for n in (4, 5, 6)] == [10.2, 12345.678, 0.5]


def test_shares_and_days_have_formats_of_their_own():
    """A share is a fraction shown in per cent; a day is a day."""
    share = opened([a_page((Decimal(1) / 3,), look=Look.SHARE)]).worksheets[0]["A4"]
    day = opened([a_page((date(2025, 4, 15),), look=Look.DAY)]).worksheets[0]["A4"]
    assert (round(share.value, 4), share.number_format) == (0.3333, "0.0%")
    assert (day.value, day.number_format) == (datetime(2025, 4, 15), "yyyy-mm-dd")  # noqa: DTZ001


def test_unknown_is_empty_and_zero_is_zero():
    """They are not the same."""
    sheet = opened([a_page((None,), (Decimal(0),), look=Look.NUMBER)]).worksheets[0]
    assert (sheet["A4"].value, sheet["A5"].value) == (None, 0)


def test_a_page_is_ready_to_be_read_and_printed():
    """Headings stay in sight and on every printed page; a filter; A4 across, all columns on it."""
    sheet = opened([Page("P", "T", (Table((Head("a"), Head("b")), (("x", "y"),)),), frozen=1)]).worksheets[0]
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("B4", "A3:B4", "$3:$3")
    assert (sheet.page_setup.orientation, str(sheet.page_setup.paperSize), sheet.page_setup.fitToHeight) == (
        "landscape",
        "9",
        0,
    )


def test_states_have_their_colours_by_rule():
    """So that a word that somebody changes changes its colour."""
    sheet = opened([a_page(("▲ at risk",), look=Look.STATE)]).worksheets[0]
    rules = [rule for found in sheet.conditional_formatting for rule in found.rules]
    assert {rule.formula[0] for rule in rules} >= {'"▲ at risk"', '"× missed"', '"√ done"'}


def test_the_properties_say_what_the_file_is():
    """Title, office, author and day."""
    told = opened([a_page()]).properties
    assert (told.title, told.subject, told.creator, told.created) == ("Title", "Office", "us", MADE)


def test_columns_without_a_word_are_left_out():
    """Nobody reads an empty column; a zero is a word."""
    heads = (Head("a"), Head("b"), Head("c"))
    kept = without_empty(Table(heads, (("x", None, Decimal(0)), ("", "", Decimal(0)))))
    assert ([h.words for h in kept.heads], kept.rows) == (["a", "c"], (("x", 0), ("", 0)))


def test_rows_are_as_high_as_their_longest_words():
    """Ten characters and a margin in a column of six take two lines."""
    assert lines_high(["a" * 10, "b", None], [6, 6, 6]) == 2


def test_the_overview_counts_with_its_denominators():
    """Of six promises three could be judged: two at risk, one missed."""
    book = opened([overview(planned(), EN)])
    rows = {row[0]: row[1:5] for row in values(book.worksheets[0])[1:8]}
    assert rows["▲ at risk"] == [2, 0, 2, 2 / 3]
    assert rows["× missed"] == [0, 1, 1, 1 / 3]
    assert rows["○ unknown"] == [2, 1, 3, None]
    assert len(book.worksheets[0]._charts) == 1


def test_the_gap_analysis_is_a_ledger_of_numbers():
    """28 of 120 bn CNY after a quarter: 30 were asked for."""
    rows = {row["id"]: row for row in table(opened([gap_page(planned(), EN)]).worksheets[0])}
    numbers = {key: rows["output"][key] for key in ("promised", "asked by now", "actual", "gap", "completion")}
    assert numbers == {
        "promised": 120,
        "asked by now": 30,
        "actual": 28,
        "gap": -2,
        "completion": pytest.approx(280 / 1200),
    }
    assert [rows["output"][key] for key in ("unit", "gap in", "aim", "on the year before, %")] == [
        "bn CNY",
        "bn CNY",
        "≥",
        8.5,
    ]
    assert rows["share"]["nature"] == "binding"


def test_a_policy_has_a_page_of_its_own():
    """Stages, then deeds, then projects; what no policy holds has a page as well."""
    pages = policy_pages(planned(), EN)
    assert [(page.name, len(page.tables)) for page in pages] == [("plan", 1), ("no policy", 2)]
    rows = values(opened(pages).worksheets[0])
    assert ["√ met", "Local conversion", "2022", "%", "≥", 30, 31.2, "2022", "Park committee", "share"] in rows


def test_a_project_has_its_days():
    """As days, not as words."""
    (_, rest) = policy_pages(planned(), EN)
    assert rest.tables[1].rows[0][2:5] == tuple(span.last for span in PROJECTS[0].planned.values())


def test_the_record_has_every_figure_with_both_clocks():
    """As printed, in the unit it was printed in; recorded in UTC."""
    figure = an_actual("2024", "10.20", "亿元", published=date(2025, 2, 20), recorded=MADE.replace(tzinfo=UTC), rank=1)
    indicator = the_plan().indicators["output"]
    sheet = opened([record_page([(indicator, [(figure, None)])], planned(), EN)]).worksheets[0]
    (row,) = table(sheet)
    assert [row[key] for key in ("value", "unit", "vintage", "rank")] == [10.2, "100 million CNY", "final", 1]
    assert (row["published"], row["recorded"]) == (datetime(2025, 2, 20), MADE)  # noqa: DTZ001


def test_charts_are_native_and_read_their_cells():
    """Actual against what is asked for, month by month."""
    page = charts_page(planned(OUTPUT), EN)
    assert page is not None
    sheet = opened([page]).worksheets[0]
    assert len(sheet._charts) == 1
    assert [series.tx.v for series in sheet._charts[0].series] == ["actual", "asked for", "stage"]
    rows = {row[0]: row[1:] for row in page.tables[0].rows}
    assert rows[date(2025, 3, 31)] == (Decimal("28.00"), Decimal(30), None)
    assert rows[date(2025, 12, 31)] == (None, Decimal(120), Decimal(120))


def test_binding_targets_are_drawn_first():
    """They are the ones an office answers for."""
    page = charts_page(planned(OUTPUT, SHARE), EN)
    assert page is not None
    assert [t.caption for t in page.tables] == ["Local conversion [share]", "Output [output]"]


def test_nothing_to_draw_is_no_page():
    """A promise without a figure has no chart."""
    assert charts_page(planned(a_target(a_stage("2025", 1), indicator="power")), EN) is None


def test_the_planning_table_is_numbers_where_it_can_be():
    """At least 30 is 30; about 60 keeps its sign."""
    sheet = opened(table_pages(planned(SHARE), EN)).worksheets[0]
    promised, actual, verdict, *_ = table(sheet)
    assert [promised[y] for y in ("2022", "2023", "2025")] == [30, 40, "≈60"]
    assert [actual[y] for y in ("2022", "2023", "2025")] == [31.2, 38, None]
    assert [verdict[y] for y in ("2022", "2023", "2025")] == ["√ met", "× missed", "▲ at risk"]


def test_the_task_book_has_a_page_for_each_unit():
    """Named as the unit is."""
    book = opened(sheet_pages(task_book(planned(), ZH)), ZH)
    assert book.sheetnames == ["工业和信息化局", "园区管委会", "未明确"]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_come_through_every_page_as_words(name: str):
    """No formula and no link in the whole file."""
    review = planned(a_target(a_stage("2022", 30), id="h", indicator="share", title=Words(name, name), policy=name))
    pages = [overview(review, EN), gap_page(review, EN), *policy_pages(review, EN), *table_pages(review, EN)]
    book = opened([*pages, *sheet_pages(task_book(review, EN))])
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}
    names = ZipFile(BytesIO(written(pages))).namelist()
    assert not [n for n in names if "externalLink" in n or "vba" in n]


def test_columns_are_as_wide_as_what_they_hold():
    """Wide characters count two; no wider than the heading allows, and never too narrow to click."""
    heads = (Head("a"), Head("b", most=20), Head("c", Look.NUMBER))
    assert widths([Table(heads, (("规划表", "x" * 50, Decimal("1234.5678")),))]) == [6 + 3, 20, 7 + 3]


def test_values_are_measured_as_they_are_shown():
    """A moment without its seconds' fractions, a large number in groups."""
    assert [shown(v) for v in (None, MADE, Decimal(1234567), Decimal("0.5"))] == [
        "",
        "2025-04-15 08:00:00",
        "1,234,567",
        "0.50",
    ]


def test_a_range_is_told_in_words():
    """It is not one number; what it stands beside still is."""
    ranged = a_target(a_stage("2025", 1, "between", high=5), id="r", indicator="share")
    (row,) = table(opened([gap_page(planned(ranged), EN)]).worksheets[0])
    assert row["promised"] == "between 1 and 5%"


def test_a_baseline_of_another_unit_keeps_it():
    """Average growth in per cent starts from a level in money."""
    (row,) = table(opened([gap_page(planned(GROWTH), EN)]).worksheets[0])
    assert (row["unit"], row["baseline"]) == ("%", "70 bn CNY")


def test_charts_of_one_day_have_no_scale_to_set():
    """There is no way from a day to itself."""
    lines = (Line("a", 0, 1, "#000000"),)
    drawn = Picture("t", 0, 3, lines)
    empty = Spot("s", 2, Table((Head("d", Look.DAY), Head("a")), ((date(2025, 1, 1), Decimal(1)),)))
    assert span(drawn, empty) == {}


def test_charts_run_from_their_first_day_to_their_last():
    """In the days spreadsheets count: 1 January 2025 is 45658."""
    rows = ((date(2025, 1, 1), Decimal(1)), (date(2025, 3, 2), Decimal(2)))
    spot = Spot("s", 2, Table((Head("d", Look.DAY), Head("a")), rows))
    assert span(Picture("t", 0, 3, (Line("a", 0, 1, "#000000"),)), spot) == {
        "min": 45658,
        "max": 45718,
        "major_unit": 10,
    }
