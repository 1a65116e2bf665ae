"""Sheets: keeping some columns, and leaving out the empty ones."""

from __future__ import annotations

from tracker.render.sheet import Column, Row, Sheet

FULL = Sheet("T", (Column("a"), Column("b"), Column("c")), (Row(("1", "", "3")), Row(("4", "", ""))), ("n",), "h")


def test_keeping_columns_keeps_all_else():
    """Title, notes and verdicts stay; cells follow their columns."""
    assert FULL.keeping([2, 0]) == Sheet(
        "T", (Column("c"), Column("a")), (Row(("3", "1")), Row(("", "4"))), ("n",), "h"
    )


def test_a_column_in_which_no_row_says_anything_is_left_out():
    """One cell is enough to stay."""
    assert FULL.without_empty() == FULL.keeping([0, 2])


def test_a_full_sheet_stays_as_it_is():
    """Nothing to leave out."""
    full = FULL.keeping([0])
    assert full.without_empty() is full
