"""CSV and TSV: they read back as they were, a line a record, and Excel runs nothing."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.render.as_csv import as_csv, as_tsv

NAMES = ("id", "title")
TEXT = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]))
RECORDS = st.lists(st.fixed_dictionaries(dict.fromkeys(NAMES, TEXT)), max_size=4)


@given(RECORDS)
def test_csv_reads_back_as_it_was(records: list[dict[str, str]]):
    """Quotation marks, commas and blanks included; the header is always there."""
    read = list(csv.reader(io.StringIO(as_csv(NAMES, records), newline="")))
    assert read == [list(NAMES), *([record[name] for name in NAMES] for record in records)]


def test_the_header_stands_alone_where_there_is_no_record():
    """A reader finds its columns in an empty answer too."""
    assert as_csv(NAMES, []) == "id,title\n"
    assert as_tsv(NAMES, []) == "id\ttitle\n"


def test_unknown_is_empty_and_numbers_are_bare():
    """No unit, no grouping, no word for unknown."""
    record = {"id": None, "title": -1.5}
    assert as_csv(NAMES, [record]) == "id,title\n,-1.5\n"
    assert as_csv(NAMES, [{"id": True, "title": 0}]) == "id,title\ntrue,0\n"


@pytest.mark.parametrize(
    "text", ["=cmd|' /C calc'!A0", "+1+1", "-1+2", "- 1", "@SUM(1)", "＝1", " =1", "\t=1", "-A1", "－1", "-1e9", " -1"]
)
def test_excel_runs_no_text(text: str):
    """A text that would be a formula begins with an apostrophe, whatever blanks are before it."""
    read = list(csv.reader(io.StringIO(as_csv(["x"], [{"x": text}], excel=True).removeprefix("\ufeff"), newline="")))
    assert read[1][0].startswith("'")
    assert as_csv(["x"], [{"x": text}]).find("'" + text) == -1


@pytest.mark.parametrize("number", ["-0.2", "+1", "-1", "-8.50", "0.5"])
def test_a_number_kept_as_text_stays_a_number_in_excel(number: str):
    """Figures as printed are texts of digits; an apostrophe would make words of the negative ones."""
    assert as_csv(["x"], [{"x": number}], excel=True) == f"\ufeffx\r\n{number}\r\n"


def test_excel_gets_a_mark_its_line_ends_and_numbers_as_numbers():
    """Only then does it read UTF-8; a negative number is no formula."""
    assert as_csv(["x"], [{"x": -8.5}], excel=True) == "\ufeffx\r\n-8.5\r\n"


@given(st.lists(st.fixed_dictionaries({name: st.text() for name in NAMES}), max_size=4))
def test_tsv_is_one_line_a_record_and_one_tab_a_column(records: list[dict[str, str]]):
    """Whatever the values hold."""
    lines = as_tsv(NAMES, records).split("\n")
    assert lines[-1] == ""
    assert [line.count("\t") for line in lines[:-1]] == [1] * (len(records) + 1)


def test_tabs_and_line_ends_inside_a_value_become_blanks():
    """So that `cut -f` is safe."""
    assert as_tsv(["x"], [{"x": "a\tb\nc"}]) == "x\na b c\n"


def test_no_value_steers_a_terminal():
    """Neither form passes on an escape."""
    assert as_csv(["x"], [{"x": "\x1b[2J"}]) == "x\n\ufffd[2J\n"
    assert as_tsv(["x"], [{"x": "\u202e"}]) == "x\n\ufffd\n"
