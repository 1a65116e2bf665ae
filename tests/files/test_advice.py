"""Where a text stops being TOML, the mistake people make is told by its name, at its place, with what to write."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.files.advice import advised
from tracker.files.guard import Refused, parse
from tracker.files.hints import HINTS
from tracker.files.positions import where


def _advice(text: str) -> tuple[str, str, str]:
    """Place, complaint and help."""
    with pytest.raises(Refused) as caught:
        parse(text)
    told = advised(caught.value)
    line, column = where(told.text, told.offset)
    return f"{line}:{column}", told.complaint, told.help


KEY = "a key that is not plain letters, digits, - and _ needs quotes"
ON_ONE_LINE = "a table in { } must stand on one line"
NO_QUOTE = "the text has no closing quote"
BACKSLASH = ("a backslash begins a special character", r"write \\, or put the text in single quotes: 'C:\folder'")
TWICE = "keep one; tables that come several times are written [[name]]"
A_DAY = ("this is not a day as TOML writes it", "write four digits, two and two: 2022-10-09")
HIDDEN = "delete it, or save the file as UTF-8 when there are many"
NOTHING_THERE = ("there is no value behind the =", "write one, or leave the key out")
NO_COMMA = ("the list goes on without a comma, or is not closed", "write , between its items and ] behind the last")
SOMETHING_ELSE = ("this name already stands for something else", "write [[name]] for every one of many tables")
LEFT_OUT = "leave the key out: what is not known is not written"
BEHIND = ("something stands behind the value", "begin a new line for each key")
NO_NAME = ("a name is missing", "write letters, digits, - and _, or any text in quotes")


@pytest.mark.parametrize(
    ("text", "place", "complaint", "advice"),
    [
        ("目标 = 1", "1:1", KEY, 'put the key in quotes: "目标"'),
        ("a = { 目标 = 1 }", "1:7", KEY, 'put the key in quotes: "目标"'),
        ("[target]\ngdp目标 = 1", "2:4", KEY, 'put the key in quotes: "gdp目标"'),
        ("[目标]", "1:2", "a name outside a-z needs quotes", 'put the name in quotes: "目标"'),
        ("region name = 1", "1:8", "a key with a blank in it needs quotes", 'put the key in quotes: "region name"'),
        ("value = 60%", "1:11", "a number has no % in it", 'write 60 and unit = "%"'),
        (
            "stages = [\n  { by = '2022', value = 30％ },\n]",
            "2:28",
            "a number has no ％ in it",
            'write 30 and unit = "%"',
        ),
        ("value = 10.21 亿元", "1:15", "a number has no unit behind it", 'write 10.21 and unit = "亿元"'),
        ("value = 60pp", "1:11", "a number has no unit behind it", 'write 60 and unit = "pp"'),
        ("value = 1,200", "1:10", "a number has no commas in it", "write 1200"),
        ("a = { value = 1,200 }", "1:21", "a number has no commas in it", "write 1200"),
        ("value = ≥60", "1:9", "a number has no ≥ before it", 'write value = 60 and aim = "at-least"'),
        ("value = 约 60", "1:9", "a number has no 约 before it", 'write value = 60 and aim = "about"'),
        ("value = 007", "1:10", "a number does not begin with 0", "write 7"),
        ("value = .5", "1:9", "a number does not begin with a point", "write 0.5"),
        ("value = 5.", "1:10", "a number does not end with a point", "write 5"),
        ("value = ６０", "1:9", "６０ is full-width", "type it half-width: 60"),
        ("value ＝ 60", "1:7", "＝ is full-width", "type it half-width: ="),
        ("［［target］］", "1:1", "［［ is full-width", "type it half-width: [["),
        ("a = [1，2]", "1:7", "， is full-width", "type it half-width: ,"),
        ("value\u3000= 1", "1:6", "there is a full-width blank", "type a plain one"),
        ("value\u00a0= 1", "1:6", "there is an invisible character, U+00A0", HIDDEN),
        ("a\x00 = 1", "1:2", "there is an invisible character, U+0000", HIDDEN),
        ("title = “铝液”", "1:9", "“ does not quote text", 'type straight quotes: "…"'),
        ('title = "铝液”\nid = 1', "1:13", NO_QUOTE, 'the curly quotes “ ” do not close it: type "'),
        ('title = "铝液\nid = 1', "1:12", NO_QUOTE, 'end it with ", on the same line'),
        ('a = 1\ntitle = "铝液', "2:9", NO_QUOTE, 'end it with "'),
        ("note = '''a\n\nb = 1\n", "1:8", NO_QUOTE, "end it with '''"),
        ('path = "C:\\data"', "1:11", *BACKSLASH),
        ('path = "C:\\Users"', "1:11", *BACKSLASH),
        ("aim = at-least", "1:7", "text needs quotes", 'put it in quotes: "at-least"'),
        ("tags = [ chain, x ]", "1:10", "text needs quotes", 'put it in quotes: "chain"'),
        ("firm = True", "1:8", "True is not a value", "write true"),
        ("firm = no", "1:8", "no is not a value", "write false"),
        ("value = null", "1:9", "null is not a value", LEFT_OUT),
        ("value = —", "1:9", "— is not a value", LEFT_OUT),
        ("value =", "1:8", *NOTHING_THERE),
        ("value = # later\nb = 1", "1:9", *NOTHING_THERE),
        ("by = 2022-Q1", "1:10", "this is not a number", 'put a period in quotes: "2022-Q1"'),
        ("by = 2022年", "1:10", "this is not a number", 'put a period in quotes: "2022年"'),
        ("by = 2022-01-01/2022-03-31", "1:16", "this is not a day", 'put a period in quotes: "2022-01-01/2022-03-31"'),
        ("issued = 2022.10.9", "1:17", *A_DAY),
        ("issued = 2022-1-5", "1:14", *A_DAY),
        ("issued = 2022-02-30", "1:10", "the day or time does not exist", "write a day as 2022-10-09"),
        ("id: x", "1:3", "a key and its value are joined by =", "write = instead of :"),
        ("id", "1:3", "there is no = behind the key", "write key = value"),
        ("= 1", "1:1", "there is no key before the =", "write key = value"),
        ("// a comment", "1:1", "a comment begins with #", "write # before it"),
        ("a = 1 b = 2", "1:7", *BEHIND),
        ("[[target]\na = 1", "1:9", "the header has no closing bracket", "write [name], or [[name]] for one of many"),
        ("[]", "1:2", *NO_NAME),
        (
            "stages = [\n  { by = 1 },\n\nlead = 'x'\n",
            "1:10",
            "this bracket is not closed before line 4",
            "write ] where it should end",
        ),
        (
            "stages = [\n  1\n[[target]]\n",
            "1:10",
            "this bracket is not closed before line 3",
            "write ] where it should end",
        ),
        ("a = 1\nstages = [ 1,", "2:10", "this bracket is not closed", "write ] where it should end"),
        ("first = { by = 1", "1:9", "this bracket is not closed", "write } where it should end"),
        ("a = [ { x = 1 }\n{ x = 2 } ]", "2:1", *NO_COMMA),
        ("first = { by = 1, }", "1:19", "a comma stands before the closing }", "take it out"),
        ("first = {\n  by = 1 }", "1:10", ON_ONE_LINE, "join the lines, or write it as a table of its own"),
        ("first = { by = 1\n}", "1:17", ON_ONE_LINE, "join the lines, or close it with }"),
        ("a = 1\n\nb = 2\na = 3\n", "4:1", "this name is already given on line 1", TWICE),
        ("[policy]\n[policy]\n", "2:1", "this name is already given on line 1", TWICE),
        ("a = { x = 1, x = 2 }", "1:14", "this name is already given on line 1", TWICE),
        ("[[target]]\n[target]", "2:8", *SOMETHING_ELSE),
        ("a = {}\na.b = 1", "2:8", *SOMETHING_ELSE),
        ("a = (1)", "1:5", "this is not TOML: Invalid value", ""),
    ],
)
def test_a_mistake_is_told_by_its_name(text: str, place: str, complaint: str, advice: str):
    """Place, complaint and help of one mistake."""
    assert _advice(text) == (place, complaint, advice)


@pytest.mark.parametrize("size", [10_000, 1_000_000])
def test_a_long_line_is_looked_at_only_near_the_mistake(size: int):
    """What is cited stays short."""
    place, complaint, advice = _advice(f"a = {'x' * size}")
    assert (place, complaint, len(advice)) == ("1:5", "text needs quotes", len('put it in quotes: "x"') + 60)


def test_a_refusal_for_another_reason_stays_as_it_is():
    """Only mistakes of syntax are looked at again."""
    refused = Refused("a", 0, "too-deep", "brackets are nested more than 64 deep")
    assert advised(refused) is refused


@given(st.text(alphabet="ab=.[]{}\",'\\#\n 019-:%铝“”＝Tn年/", max_size=60))
def test_any_broken_text_is_told_inside_the_text(text: str):
    """Whatever the mistake, the place is a place of the text and something is said."""
    said, offset = "fine", 0
    try:
        parse(text)
    except Refused as refused:
        told = advised(refused)
        said, offset = told.complaint, told.offset
    assert said
    assert 0 <= offset <= len(text)


def test_every_word_of_a_hint_is_found_by_its_pattern():
    """A slot in a sentence that no group fills would be printed as it is."""
    computed = {"narrow", "aim", "code", "digits"}
    slots = [(hint, set(re.findall(r"\{([a-z]+)\}", hint.complaint + hint.help))) for hint in HINTS]
    assert [hint for hint, names in slots if not names <= set(re.compile(hint.looks).groupindex) | computed] == []
