"""Tables on a terminal: fitted, ruled in ASCII, coloured only when asked, and never cut."""

from __future__ import annotations

import re

import pytest
from samples import the_review, whole

from tracker.assessment.verdict import Verdict
from tracker.render.as_table import COLOURS, as_table, print_tables
from tracker.render.sheet import Column, Row, Sheet, Side
from tracker.render.views import status
from tracker.render.wording import wording_for

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
ROWS = (Row(("met", "35"), Verdict.MET), Row(("no", "7")))
ONE = Sheet("T", (Column("lamp"), Column("n", Side.RIGHT)), ROWS, ("note",))


def test_a_table_is_title_headings_a_rule_rows_and_notes():
    """Two blanks between columns, and no blank at the end of a line."""
    assert as_table([ONE], colour=False, columns=80) == "T\n\nlamp   n\n--------\nmet   35\nno     7\n\nnote\n"


def test_a_narrow_terminal_shows_every_promise_with_its_id_and_why():
    """Columns that gave way are told; ids and remarks stand below."""
    shown = as_table(status(the_review(), wording_for("zh")), colour=False, columns=76)
    assert shown == whole("narrow.zh", shown)


@pytest.mark.parametrize("name", ["NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "CLICOLOR_FORCE"])
@pytest.mark.parametrize("value", ["0", "1", ""])
@pytest.mark.parametrize("colour", [True, False])
def test_the_environment_has_no_say_in_colour(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, colour: bool  # noqa: FBT001 -- one of the cases
):  # fmt: skip
    """Whoever asks for a table has looked at it already; without colour there is no bold either."""
    monkeypatch.setenv(name, value)
    monkeypatch.setenv("TERM", "dumb")
    assert bool(ESCAPE.search(as_table([ONE], colour=colour, columns=80))) is colour


def test_colour_adds_nothing_but_colour():
    """The same words, the same places."""
    sheets = status(the_review(), wording_for("en"))
    plain = as_table(sheets, colour=False, columns=90)
    stripped = ESCAPE.sub("", as_table(sheets, colour=True, columns=90))
    assert [line.rstrip() for line in stripped.splitlines()] == plain.splitlines()


def test_every_verdict_has_a_colour_and_its_word():
    """Only the first cell is coloured: the word in it says the same."""
    assert set(COLOURS) == set(Verdict)
    row = as_table([ONE], colour=True, columns=80).splitlines()[4]
    assert row == "\x1b[32mmet\x1b[0m   35"


def test_the_width_is_that_of_the_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """COLUMNS goes before what the terminal says of itself."""
    sheets = status(the_review(), wording_for("en"))
    monkeypatch.setenv("COLUMNS", "66")
    print_tables(sheets, colour=False)
    assert capsys.readouterr().out == as_table(sheets, colour=False, columns=66)
