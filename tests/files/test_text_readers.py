"""Words are read clean, or it is said what to write instead."""

from __future__ import annotations

from datetime import date, datetime, time
from enum import StrEnum
from typing import Any
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.words import Words
from tracker.files.shapes import Reader
from tracker.files.slips import Unreadable
from tracker.files.text_readers import choice, flag, identifier, text, words


class Lamp(StrEnum):
    """A choice for the tests."""

    GREEN = "green"
    RED = "red"


def _slip(reader: Reader, raw: object) -> tuple[str, str, str]:
    """The code, complaint and help of the one slip."""
    with pytest.raises(Unreadable) as caught:
        reader.read(raw)
    [slip] = caught.value.slips
    return slip.code, slip.complaint, slip.help


LINE, LINES, NAME, ID, LAMP, FLAG = (
    text(""),
    text("", lines=True),
    words(""),
    identifier(""),
    choice(Lamp, ""),
    flag(""),
)
RULE = "an id has up to 64 small letters, digits, dots, hyphens and underscores, and begins with a letter or digit"
LEAVE_OUT = "write it, or leave the key out when it is not known"
DELETE = "delete it: it is invisible and often comes with copied text"


def test_text_is_read_without_blanks_around_it():
    """Wide blanks inside are text like any other."""
    assert LINE.read(" 工信局\u3000一科 ") == "工信局\u3000一科"


def test_text_of_several_lines_keeps_them():
    """A note may have paragraphs, or be blank."""
    assert (LINES.read("a\n\tb\n"), LINES.read("")) == ("a\n\tb", "")


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("铝液 A", Words(zh="铝液 A")),
        ("Aluminium", Words(en="Aluminium")),
        ({"zh": "铝", "en": "Al"}, Words("铝", "Al")),
        ({"en": "Al"}, Words(en="Al")),
    ],
)
def test_a_name_stands_in_one_language_or_two(name: object, read: Words):
    """Plain text is Chinese when a Chinese sign is in it."""
    assert NAME.read(name) == read


def test_a_word_of_a_choice_is_its_member():
    """The domain gets its own word."""
    assert LAMP.read("red") is Lamp.RED


@pytest.mark.parametrize("name", ["a", "0", "changji.local-conversion_2", "a" * 64, "console", "com0"])
def test_ids_are_small_and_plain(name: str):
    """Letters, digits, dots, hyphens, underscores."""
    assert ID.read(name) == name


@pytest.mark.parametrize(
    ("reader", "raw", "slip"),
    [
        (LINE, "", ("empty-text", "the text is empty", LEAVE_OUT)),
        (LINE, " \u3000", ("empty-text", "the text is empty", LEAVE_OUT)),
        (LINE, 2022, ("wrong-type", "text is wanted, not a number", 'put it in quotes: "2022"')),
        (LINE, date(2022, 1, 1), ("wrong-type", "text is wanted, not a day", 'put it in quotes: "2022-01-01"')),
        (LINE, True, ("wrong-type", "text is wanted, not true or false", "")),
        (LINE, ["x"], ("wrong-type", "text is wanted, not a list", "")),
        (LINE, time(1), ("wrong-type", "text is wanted, not a time of day", "")),
        (LINE, datetime(2022, 1, 1), ("wrong-type", "text is wanted, not a day with a time", "")),  # noqa: DTZ001
        (
            LINE,
            "a\nb",
            (
                "control-character",
                "the text holds a control character (U+000A) at its character 2",
                "write it in one line",
            ),
        ),
        (
            LINE,
            "\x1b[2J",
            ("control-character", "the text holds a control character (U+001B) at its character 1", DELETE),
        ),
        (
            LINES,
            "a\x00",
            ("control-character", "the text holds a control character (U+0000) at its character 2", DELETE),
        ),
        (
            NAME,
            "a\u202eb",
            (
                "control-character",
                "the text holds a control character (U+202E right-to-left override) at its character 2",
                DELETE,
            ),
        ),
        (NAME, {}, ("missing-key", "no name is given", 'write { zh = "…", en = "…" }, or plain text')),
        (NAME, 5, ("wrong-type", "text or { zh, en } is wanted, not a number", 'put it in quotes: "5"')),
        (NAME, {"fr": "x"}, ("unknown-key", 'unknown key "fr" in a name', "write one of: zh, en")),
        (LAMP, "gren", ("bad-choice", '"gren" is not one of: green, red', 'did you mean "green"?')),
        (LAMP, "RED", ("bad-choice", '"RED" is not one of: green, red', 'did you mean "red"?')),
        (LAMP, "", ("bad-choice", '"" is not one of: green, red', "write one of: green, red")),
        (LAMP, 1, ("wrong-type", "one word is wanted, not a number", "write one of: green, red")),
        (
            FLAG,
            "true",
            ("wrong-type", 'true or false is wanted, not the text "true"', "write true or false, without quotes"),
        ),
        (FLAG, 1, ("wrong-type", "true or false is wanted, not a number", "write true or false, without quotes")),
        (ID, "Chang Ji", ("bad-id", '"Chang Ji" is not an id', f'{RULE}: "chang-ji"')),
        (ID, "昌吉", ("bad-id", '"昌吉" is not an id', RULE)),
        (ID, "../x", ("bad-id", '"../x" is not an id', f'{RULE}: "x"')),
        (ID, "a" * 65, ("bad-id", f'"{"a" * 60}…" is not an id', f'{RULE}: "{"a" * 60}"')),
        (ID, "", ("bad-id", '"" is not an id', RULE)),
        (ID, "con", ("bad-id", '"con" is the name of a device on Windows', "choose another word")),
        (ID, "lpt1.x", ("bad-id", '"lpt1.x" is the name of a device on Windows', "choose another word")),
    ],
)
def test_what_is_wrong_is_told_with_what_to_write(reader: Reader, raw: object, slip: tuple[str, str, str]):
    """Code, complaint and help of every slip in words."""
    assert _slip(reader, raw) == slip


@given(st.text(max_size=20), st.sampled_from([LINE, LINES, NAME]))
def test_no_control_character_passes(raw: str, reader: Reader):
    """Whatever is read may be printed."""
    try:
        read: Any = reader.read(raw)
    except Unreadable:
        read = ""
    said = read.in_language("zh") if isinstance(read, Words) else read
    assert not {category(sign) for sign in said if sign not in "\n\t"} & {"Cc", "Cf", "Zl", "Zp"}


def test_a_line_has_no_line_break_whatever_its_name():
    """Only readers of several lines let one pass."""
    assert [_slip(LINE, f"a{sign}b")[0] for sign in "\n\r\x0b\x0c\x85\u2028\u2029"] == ["control-character"] * 7
