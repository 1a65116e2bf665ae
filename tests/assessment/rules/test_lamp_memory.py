"""Lamps that remember."""

import pytest

from tracker.assessment.rules.lamp_memory import shown

LETTERS = {"g": "green", "y": "yellow", "r": "red", "-": "grey"}


def colours(text: str) -> tuple[str, ...]:
    """`gyr-` as colours."""
    return tuple(LETTERS[letter] for letter in text)


@pytest.mark.parametrize(
    ("measured", "wanted"),
    [
        ("gyyg", "gyrg"),
        ("yyy", "yrr"),
        ("ygy", "ygy"),
        ("y-y", "y-r"),
        ("ry", "ry"),
        ("", ""),
    ],
)
def test_two_ambers_in_a_row_are_red(measured: str, wanted: str):
    """A period without a measure neither breaks the row nor lengthens it."""
    assert shown(colours(measured), ["two-ambers-red"]) == colours(wanted)


@pytest.mark.parametrize(
    ("measured", "wanted"),
    [
        ("rgg", "ryg"),
        ("r-g", "r-y"),
        ("ryg", "ryg"),
        ("rrg", "rry"),
        ("gg", "gg"),
    ],
)
def test_red_that_is_made_up_turns_amber_first(measured: str, wanted: str):
    """One period of amber stands between red and green."""
    assert shown(colours(measured), ["red-turns-amber"]) == colours(wanted)


def test_both_memories_work_together():
    """The red of two ambers has to be made up as well; the amber of recovery was not measured and makes no row."""
    assert shown(colours("yygyg"), ["two-ambers-red", "red-turns-amber"]) == colours("yryyg")


def test_a_lamp_without_memory_shows_what_is_measured():
    """Nothing is carried over."""
    assert shown(colours("yyrg"), []) == colours("yyrg")


def test_recovery_is_shown_in_the_lamps_own_word():
    """A lamp that says amber does not turn yellow."""
    assert shown(("red", "green"), ["red-turns-amber"], amber="amber") == ("red", "amber")
