"""JSON: one document or a line each, no number that is none, no character that steers a terminal."""

from __future__ import annotations

import json
from math import inf, nan
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.render.as_json import as_json, as_json_lines


def test_a_document_is_readable():
    """Chinese as it is, in one line, keys in the order given."""
    assert as_json({"b": "铝", "a": None}) == '{"b": "铝", "a": null}\n'


def test_records_are_a_line_each():
    """And no record is no line."""
    assert as_json_lines([{"a": 1}, {"a": "x\ny"}]) == '{"a": 1}\n{"a": "x\\ny"}\n'
    assert as_json_lines([]) == ""


@pytest.mark.parametrize("number", [nan, inf, -inf])
def test_a_number_that_is_none_is_refused(number: float):
    """Programs would choke on it."""
    with pytest.raises(ValueError, match="not JSON compliant"):
        as_json({"a": number})
    with pytest.raises(ValueError, match="not JSON compliant"):
        as_json_lines([{"a": number}])


@given(st.text())
def test_text_reads_back_and_steers_nothing(text: str):
    """Control and format characters are escapes in the file and themselves once read."""
    written = as_json_lines([{"a": text}])
    assert json.loads(written) == {"a": text}
    steering = [sign for sign in written[:-1] if category(sign) in {"Cc", "Cs", "Zl", "Zp"}]
    assert steering == []


@pytest.mark.parametrize("sign", ["\x9b", "\u202e", "\u200b", "\u2028", "\ufeff", "\x7f", "\ud800"])
def test_what_steers_a_terminal_is_written_as_an_escape(sign: str):
    """The same value for programs, harmless to look at."""
    assert as_json_lines([{"a": f"铝{sign}"}]) == f'{{"a": "铝\\u{ord(sign):04x}"}}\n'
