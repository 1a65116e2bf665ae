"""Faults are printed so that editors can follow them, carets stand right, and no character steers the terminal."""

from __future__ import annotations

from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.fault import Fault
from tracker.render.faults import as_text

ORDER = Fault(
    "targets/grain.toml",
    14,
    9,
    "stage-order",
    "stage 2024 (30) is below stage 2023 (40)",
    "put the stages in order",
    "[[target.stage]]\nvalue = 30",
)


def _excerpt(line: str, column: int) -> list[str]:
    """The line as shown, and the line of the caret, both without their margin."""
    said = as_text([Fault("x", 1, column, "c", "c", excerpt=line)], 1).split("\n")
    return [shown.partition("| ")[2] for shown in said[1:3]]


def test_a_fault_is_a_place_its_lines_a_caret_and_a_help():
    """The whole form."""
    assert as_text([ORDER], 3) == (
        "targets/grain.toml:14:9: error[stage-order]: stage 2024 (30) is below stage 2023 (40)\n"
        "   13 | [[target.stage]]\n"
        "   14 | value = 30\n"
        "      |         ^^\n"
        "  help: put the stages in order\n"
        "1 error in 3 files. Nothing was judged.\n"
    )


def test_faults_stand_in_order_of_file_and_line():
    """Whatever order they were found in."""
    faults = [
        Fault("b", 1, 1, "c", "x"),
        Fault("a", 10, 1, "c", "x"),
        Fault("a", 9, 2, "c", "x"),
        Fault("a", 9, 1, "c", "x"),
    ]
    assert as_text(faults, 1) == (
        "a:9:1: error[c]: x\na:9:2: error[c]: x\na:10:1: error[c]: x\nb:1:1: error[c]: x\n"
        "4 errors in 1 file. Nothing was judged.\n"
    )


def test_a_fault_of_a_whole_file_has_no_excerpt():
    """A folder in the place of a file has no lines."""
    assert as_text([Fault("targets", 1, 1, "not-a-file", "this is a folder")], 0) == (
        "targets:1:1: error[not-a-file]: this is a folder\n1 error in 0 files. Nothing was judged.\n"
    )


@pytest.mark.parametrize(
    ("line", "column", "caret"),
    [
        ("value = 30", 9, "        ^^"),
        ('name = "铝液" # x', 8, "       " + "^" * (2 + 2 * 2)),
        ('{ zh = "铝液", en = 7 }', 14, " " * (8 + 2 * 2 + 3) + "^^"),
        ("\tvalue = 30", 2, " ^^^^^"),
        ("value =", 8, "       ^"),
        ("a = [1, 2]", 5, "    ^^^^^^"),
        ("[[target]]", 1, "^" * 10),
        ("a = é̂x", 7, "     ^"),
        ("", 1, ""),
    ],
)
def test_the_caret_stands_under_what_is_wrong(line: str, column: int, caret: str):
    """Wide signs take two columns, combining ones none, tabs one; what is wrong is underlined to its end."""
    assert _excerpt(line, column)[1:] == ([caret] if line else [""])


def test_a_long_line_is_cut_around_the_fault():
    """A hundred characters, half of them before the caret."""
    shown, caret = _excerpt("x" * 400 + "=BAD=" + "y" * 400, 402)
    assert (len(shown), shown[caret.index("^") : caret.rindex("^") + 1]) == (100, "BAD")


def test_control_characters_are_shown_as_replaced():
    """An escape sequence in a name, a right-to-left override in a complaint, a C1 sign in a help."""
    said = as_text([Fault("a\x1b[2J", 1, 1, "c", "x\u202ey", "h\x9b", "n = '\x07'")], 1)
    assert said.split("\n") == [
        "a\ufffd[2J:1:1: error[c]: x\ufffdy",
        "    1 | n = '\ufffd'",
        "      | ^",
        "  help: h\ufffd",
        "1 error in 1 file. Nothing was judged.",
        "",
    ]


@given(st.text(max_size=30), st.text(max_size=300), st.integers(1, 400))
def test_nothing_printed_can_steer_a_terminal(words: str, excerpt: str, column: int):
    """Whatever stands in a file and wherever the caret should stand."""
    said = as_text([Fault(words, 7, column, "c", words, words, excerpt)], 1)
    assert not {category(sign) for sign in said if sign != "\n"} & {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
