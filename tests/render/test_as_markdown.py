"""Sheets as Markdown."""

from __future__ import annotations

import pytest
from samples import the_review

from tracker.render.as_markdown import as_markdown, escaped
from tracker.render.sheet import Column, Row, Sheet, Side
from tracker.render.views import milestones
from tracker.render.wording import Wording

SHEET = Sheet(
    "Status", (Column("name"), Column("value", Side.RIGHT)), (Row(("a", "1")), Row(("b", "2"))), ("one note",)
)


def test_a_whole_sheet():
    """Heading, table with the sides of its columns, notes as a list."""
    assert as_markdown([SHEET]) == (
        "## Status\n\n| name | value |\n| :-- | --: |\n| a | 1 |\n| b | 2 |\n\n- one note\n"
    )


def test_sheets_stand_apart():
    """A blank line lies between two sheets."""
    assert as_markdown([Sheet("A", (), (), ("x",)), Sheet("B", (), (), ("y",))]) == "## A\n\n- x\n\n## B\n\n- y\n"


def test_milestones_of_a_review():
    """A real view keeps its columns and marks."""
    assert as_markdown([milestones(the_review().milestones, "", Wording())]) == (
        "## Milestones\n\n"
        "| · verdict | milestone | id | by | done | remarks |\n"
        "| :-- | :-- | :-- | :-- | --: | :-- |\n"
        "| √ met | Work plan drawn up | c.plan | Q1 2025 | 1/1 |  |\n"
        "| × missed | Projects started | c.start | 2025-03-10 | 1/2 | 36 days late; late: Airport |\n"
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a|b", "a\\|b"),
        ("<img src=x>", "\\<img src=x\\>"),
        ("*bold* _it_ `code`", "\\*bold\\* \\_it\\_ \\`code\\`"),
        ("[text](http://x)", "\\[text\\](http://x)"),
        ("a\\|b", "a\\\\\\|b"),
        ("two\nlines", "two lines"),
        ("&lt;", "\\&lt;"),
    ],
)
def test_no_word_of_the_data_becomes_markup(text: str, shown: str):
    """A name that looks like a cell, a tag or a link stays a name."""
    assert escaped(text) == shown


def test_every_row_has_as_many_bars_as_the_heading():
    """A bar inside a cell does not add one."""
    hostile = Sheet("", SHEET.columns, (Row(("a|b|c", "|")),))
    heading, rule, row = as_markdown([hostile]).splitlines()
    assert {line.replace("\\|", "").count("|") for line in (heading, rule, row)} == {3}
