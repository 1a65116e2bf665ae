"""Making a sheet fit: what moves, what gives way, what wraps, and what never does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import the_review

from tracker.render.as_plain import width
from tracker.render.fit import GAP, fitted
from tracker.render.sheet import Column, Row, Sheet, Side
from tracker.render.views import gaps, status
from tracker.render.wording import wording_for

COLUMNS = (
    Column("lamp"),
    Column("name", wraps=8),
    Column("id", below=True),
    Column("value", Side.RIGHT, gives_way=1),
    Column("by", gives_way=2),
    Column("remarks", below=True),
)
ROW = Row(("met", "a name of several words", "an.id", "35 bn CNY", "2025", "said of it"))
SHEET = Sheet("T", COLUMNS, (ROW,))


def test_a_sheet_that_fits_stays_as_it_is():
    """At its natural width and beyond."""
    natural = sum(map(width, ROW.cells)) + len("lamp") - len("met") + GAP * 5
    assert fitted(SHEET, natural).sheet == SHEET
    assert fitted(SHEET, natural).below == ((),)
    assert fitted(SHEET, natural - 1).below != ((),)


def test_ids_and_remarks_move_below_their_row_first():
    """On one line where that has room, beginning where the name does."""
    fit = fitted(SHEET, 50)
    assert [column.heading for column in fit.sheet.columns] == ["lamp", "name", "value", "by"]
    assert fit.sheet.rows[0].cells == ("met", "a name of several words", "35 bn CNY", "2025")
    assert fit.below == (("      an.id  said of it",),)


def test_names_wrap_into_the_room_that_is_left():
    """As soon as their natural width is too much."""
    fit = fitted(SHEET, 40)
    assert fit.sheet.rows[0].cells[1] == "a name of several\nwords"
    assert fit.hidden == ()


def test_columns_give_way_before_names_get_narrower_than_they_may():
    """The highest number first; their headings are told in the order of the table."""
    assert fitted(SHEET, 26).hidden == ("by",)
    assert fitted(SHEET, 20).hidden == ("value", "by")


def test_what_does_not_go_together_stands_on_lines_of_its_own():
    """Each text below the row begins a line."""
    assert fitted(SHEET, 20).below == (("      an.id", "      said of it"),)


def test_names_squeeze_when_nothing_else_can_give_way():
    """Down to a width at which words can still be made out."""
    assert fitted(SHEET, 10).sheet.rows[0].cells == ("met", "a name\nof\nseveral\nwords")


def test_notes_without_a_table_are_left_alone():
    """There is nothing to fit."""
    assert fitted(Sheet("", (), (), ("n",)), 5).sheet == Sheet("", (), (), ("n",))


@pytest.mark.parametrize("lang", ["en", "zh"])
@given(columns=st.integers(40, 300))
def test_no_line_is_wider_than_the_terminal_and_no_number_is_cut(lang: str, columns: int):
    """At any width a terminal has, in both languages."""
    wording, review = wording_for(lang), the_review()
    for sheet in (*status(review, wording), *gaps(review, wording)):
        fit = fitted(sheet, columns)
        cells = [[width(line) for line in row.cells[n].split("\n")] for row in fit.sheet.rows
                 for n in range(len(fit.sheet.columns))]  # fmt: skip
        assert max(max(lines) for lines in cells) <= columns
        widths = [max(max(map(width, row.cells[n].split("\n"))) for row in fit.sheet.rows)
                  for n in range(len(fit.sheet.columns))]  # fmt: skip
        assert sum(widths) + GAP * (len(widths) - 1) <= columns
        assert max((width(line) for lines in fit.below for line in lines), default=0) <= columns
        places = [n for n, column in enumerate(fit.sheet.columns) if not column.wraps]
        assert all("\n" not in row.cells[n] for row in fit.sheet.rows for n in places)
