"""Places are compared with tomllib: every path it gives is found, where it begins to read that key and that value."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from tracker.files.guard import Refused, parse
from tracker.files.positions import places, repeated, where
from tracker.files.slips import Way

TRICKY = '''# [[target]] in a comment
title = """
[[target]]
a = 1 \\
   """"" # two more quotes belong to the text
plain = \'\'\'[x] = "y" \'\'\'\'\' # and these two
"quoted.key" . 'and = more' . bare-1 = { a.b = 1, "c" = [ { d = 2 }, [ 3, [ ] ], ], e = {} } # end
1979 = 1979-05-27 07:32:00 # a blank in a value
time=07:32:00.999999
"\\u94dd" = -inf
'' = true
list = [ # a comment with ] in it
  "a]",   # another, with "
  'b',
  { by = "2022", value = 30 } , 1e5
]
"a\\"b" = 0xff
[ policy . names ] # a table inside one that is not declared
zh = "名"	# a tab before
[policy]
id = "x"
[[target]]
id = "one"
  [[ target . stages ]]
  value = 1
  [[target.stages]]
  value = 2
    [target.stages.extra]
    deep.deeper = 1
    deep.other = 2
[[target]]
[target.baseline]
value = 1
[[target.stages]]
'''

OTHERS = [
    "",
    "\n\n#x",
    "a=1",
    "a.b.c=1\na.b.d=2\n[e.f]\n[e]\n",
    "a=[]\nb={}\nc=[[],[{}]]",
    "[[a.b]]\n[[a.b]]\nc.d=1\n[a.b.x]\n[[a.b.y]]\nz=1",
    "a = [[1, 2], [3, 4], [[5]]]",
    "[a]\nb = {c = [{d = {e = 1}}]}\n",
    'a = "\\"]"\nb = \'\\\'\nc = """\\""""\nd = """"x"""\n',
    "a\t=\t1\t#\n\t[b]\t\n\tc\t=\t'd'",
]


def _paths(value: object, way: Way = ()) -> Iterator[Way]:
    """Every way into a document, as tomllib nests it."""
    steps: Iterator[Any] = iter(())
    if isinstance(value, dict):
        steps = iter(value.items())
    elif isinstance(value, list):
        steps = iter(enumerate(value))
    for step, inner in steps:
        yield (*way, step)
        yield from _paths(inner, (*way, step))


def _stopped(text: str, offset: int) -> tuple[str, int]:
    """What tomllib says of the text with a sign at the offset that no key and no value can begin with, and where."""
    with pytest.raises(Refused) as caught:
        parse(f"{text[:offset]}\x01{text[offset:]}")
    return caught.value.complaint, caught.value.offset


def _assert_exact(text: str) -> None:
    """The same paths as tomllib has; and tomllib begins to read a key, a value or a header at each of the places."""
    found = places(text)
    assert set(found) == set(_paths(tomllib.loads(text)))
    for way, place in found.items():
        if text[place.key] == "[" and place.key == place.value and place.declared and isinstance(way[-1], str | int):
            continue
        at_key, at_value = _stopped(text, place.key), _stopped(text, place.value)
        assert at_key[1] == place.key
        assert at_value[1] == place.value
        if place.key != place.value:
            assert at_value[0] == "Invalid value"
            assert at_key[0] in {"Invalid statement", "Invalid initial character for a key part"}
            assert _key_at(text, place.key) == way[-1]


def _key_at(text: str, offset: int) -> str:
    """The part of a key that begins at an offset, read by tomllib."""
    rest = text[offset:]
    if rest[0] not in "\"'":
        return re.split(r"[ \t.=]", rest, maxsplit=1)[0]
    for quote in re.finditer(rest[0], rest[1:]):
        try:
            return next(iter(tomllib.loads(f"{rest[: quote.end() + 1]} = 1")))
        except tomllib.TOMLDecodeError:
            continue  # this quote is an escaped one
    pytest.fail("no key begins here")


_KEYS = st.text(alphabet="abz09-_. \"'=[]{}#,\\\n\t铝", max_size=6)
_TEXTS = st.text(alphabet="ab \"'=[]{}#,\\\n\t铝1", max_size=12)
_LEAVES = (
    _TEXTS
    | st.integers(-99, 99)
    | st.booleans()
    | st.floats(allow_nan=False)
    | st.dates(date(1900, 1, 1), date(2200, 1, 1))
    | st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1))  # noqa: DTZ001 (TOML's local time has no zone)
    | st.times(time(0, 0))
)
_VALUES = st.recursive(
    _LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=3), max_leaves=12
)
_DOCUMENTS = st.dictionaries(_KEYS, _VALUES, max_size=4)


@pytest.mark.parametrize("text", [TRICKY, *OTHERS])
def test_places_are_exact_in_texts_made_to_confuse(text: str):
    """Long strings, comments with brackets, dotted and quoted keys, arrays of tables inside arrays of tables."""
    _assert_exact(text)


@given(_DOCUMENTS, st.booleans())
def test_places_are_exact_in_any_document(document: dict[str, object], long_strings: bool):  # noqa: FBT001
    """Whatever a writer of TOML makes of any values."""
    _assert_exact(tomli_w.dumps(document, multiline_strings=long_strings))


@given(st.lists(st.lists(st.integers(100, 999), min_size=1, max_size=3), min_size=1, max_size=4))
def test_a_value_stands_at_its_place(rows: list[list[int]]):
    """Numbers in nested lists and tables are found one by one."""
    text = tomli_w.dumps({"row": [{"inline": values, "deep": {"er": values}} for values in rows]})
    found = places(text)
    assert {
        way: int(text[place.value :][:3]) for way, place in found.items() if isinstance(way[-1], int) and len(way) > 2
    } == {
        way: value
        for row, values in enumerate(rows)
        for item, value in enumerate(values)
        for way in [("row", row, "inline", item), ("row", row, "deep", "er", item)]
    }


def test_a_table_stands_at_its_header():
    """The header of an array of tables is that of its entry; the array itself is at the first."""
    text = "[[target]]\na = 1\n\n  [[target]]\n[target.baseline]\n"
    found = places(text)
    assert [
        where(text, found[way].key) for way in [("target",), ("target", 0), ("target", 1), ("target", 1, "baseline")]
    ] == [
        (1, 1),
        (1, 1),
        (4, 3),
        (5, 1),
    ]


def test_columns_count_characters():
    """A Chinese sign is one column, whatever its bytes and its width."""
    text = 'a = 1\nname = { zh = "铝液", en = "x" }'
    assert [where(text, offset) for offset in places(text)[("name", "en")][:2]] == [(2, 1 + 20), (2, 1 + 25)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a = 1\nb = 2\na = 3", (3, 1)),
        ("[a]\n\n[a", (3, 1)),
        ("a = { x = 1,\tx = 2", (1, 1)),
        ("[[a]]\nb = 1\n[[a]]\nb = 2\n[a.c]\n[a.c", (6, 5)),
        ("a.b = 1\n\na.b = 2", (3, 1)),
        ("a = 1\n[a", (2, 1)),
    ],
)
def test_a_second_declaration_is_found_with_the_first(text: str, lines: tuple[int, int]):
    """Keys, tables, keys of inline tables, tables inside the same entry."""
    twice = repeated(text)
    assert twice
    assert tuple(where(text, offset)[0] for offset in twice) == lines


@pytest.mark.parametrize("text", [TRICKY, *OTHERS])
def test_nothing_is_repeated_in_a_document_that_tomllib_takes(text: str):
    """Entries of an array and tables declared by what is inside them are no repetition."""
    assert repeated(text) is None


@given(st.text(alphabet="ab=.[]{}\",'\\#\n 1", max_size=40))
def test_a_text_that_is_no_toml_ends_the_scan_quietly(text: str):
    """The scan runs on broken texts to find a repetition before the break."""
    assert all(0 <= place.key <= place.value <= len(text) for place in places(text).values())


def test_the_items_of_a_huge_list_are_placed_at_the_list():
    """Memory stays bounded; the first thousand items have places of their own."""
    found = places("a = [" + "1," * 5000 + "]")
    assert (("a", 999) in found, ("a", 1000) in found, len(found)) == (True, False, 1 + 1000)
