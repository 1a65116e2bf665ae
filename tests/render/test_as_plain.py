"""Plain text: aligned whatever is in it, nothing cut, no character that steers a terminal."""

from __future__ import annotations

from unicodedata import category, east_asian_width

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.render.as_plain import UNSHOWABLE, as_plain, clean, lines, width
from tracker.render.sheet import Column, Row, Sheet, Side

COLUMNS = (Column("name"), Column("value", Side.RIGHT), Column("remarks"))
CELLS = st.text(st.sampled_from("a 1%铝业，（“√●한Ａ"), max_size=12)
ROWS = st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=6)


def sheet(*rows: tuple[str, ...], title: str = "", notes: tuple[str, ...] = ()) -> Sheet:
    """A sheet of these rows."""
    return Sheet(title, COLUMNS, tuple(Row(row) for row in rows), notes)


def test_a_sheet_is_title_table_and_notes():
    """With a blank line between them, and two blanks between columns."""
    shown = as_plain([sheet(("铝", "35亿元", "x"), ("copper", "7", ""), title="T", notes=("n",))])
    assert shown == (
        "T\n"
        "\n"
        "name     value  remarks\n"
        "铝      35亿元  x\n"
        "copper       7\n"
        "\n"
        "n\n"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("given_sheet", "shown"),
    [
        (Sheet("", (), (), ("2 checked",)), ["2 checked"]),
        (Sheet("T", (), ()), ["T"]),
        (Sheet("", (Column(""), Column("")), (Row(("id", "x")),)), ["id  x"]),
    ],
)
def test_what_a_sheet_has_not_leaves_no_blank_line(given_sheet: Sheet, shown: list[str]):
    """Notes alone, a title alone, a table without headings."""
    assert lines(given_sheet) == shown


def test_sheets_stand_below_each_other():
    """With one blank line between them."""
    assert as_plain([Sheet("A", (), ()), Sheet("B", (), ())]) == "A\n\nB\n"


def cells(text: str) -> str:
    """A text with a filler behind each wide sign, so that its length is what it takes on a terminal."""
    return "".join(sign + "\0" * (width(sign) - 1) for sign in text)


@given(ROWS)
def test_columns_are_aligned_for_any_text(rows: list[tuple[str, str, str]]):
    """Every cell begins or ends where its column does, counted in cells of a terminal."""
    table = [tuple(column.heading for column in COLUMNS), *rows]
    first, second, third = (max(width(row[n]) for row in table) for n in range(3))
    for line, (name, value, remark) in zip(lines(sheet(*rows)), table, strict=True):
        drawn = cells(line).ljust(first + second + third + 4)
        assert drawn[:first] == cells(name).ljust(first)
        assert drawn[first + 2 :][:second] == cells(value).rjust(second)
        assert drawn[first + second + 4 :] == cells(remark).ljust(third)


@given(ROWS)
def test_no_line_ends_in_blanks(rows: list[tuple[str, str, str]]):
    """Nothing to trim away."""
    assert [line for line in lines(sheet(*rows)) if line != line.rstrip()] == []


@given(st.text())
def test_cleaned_text_steers_nothing(text: str):
    """No control, format, surrogate or private character is left, and no text grows or shrinks."""
    shown = clean(text)
    assert not [sign for sign in shown if category(sign) in UNSHOWABLE]
    assert len(shown) == len(text)


@given(st.text(st.characters(exclude_categories=[*UNSHOWABLE, "Cn"])))
def test_what_can_be_shown_is_left_alone(text: str):
    """Names stay as they were written."""
    assert clean(text) == text


def test_the_ends_of_lines_and_tabs_become_blanks():
    """A note of two lines stays readable on one."""
    assert clean("one\ttwo\nthree\r\nfour\u2028five") == "one two three  four five"


@pytest.mark.parametrize(("text", "cells"), [("abc", 3), ("铝业", 4), ("Ａ", 2), ("e\u0301", 1), ("√●", 2), ("", 0)])
def test_width_counts_wide_signs_twice_and_accents_not_at_all(text: str, cells: int):
    """Signs of ambiguous width count once."""
    assert width(text) == cells
    assert all(east_asian_width(sign) == "A" for sign in "√●")
