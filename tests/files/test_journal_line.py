"""One line of the journal: its bytes, its sum, its key."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.files.journal_line import (
    SUBMISSION,
    bare,
    content_key,
    looks_whole,
    may_be_torn_seal,
    seal_line,
    sealed_length,
    submission_line,
    summed_bytes,
    time_text,
)

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
ROW = {"indicator": "changji.gdp", "period": "2026-10", "value": "12.50"}
CONTENT = (
    '{"v":1,"key":"k","at":"2026-11-21T12:00:00.000000Z","by":"李","rows":['
    '{"indicator":"changji.gdp","period":"2026-10","value":"12.50"}]}'
).encode()


def test_a_line_is_the_submission_with_its_sum_in_front():
    """The sum is the CRC-32 of the raw bytes of the submission, in eight hexadecimal digits."""
    expected = b'{"crc":"%08x","sub":%s}\n' % (crc32(CONTENT), CONTENT)
    assert submission_line("k", NOON, "李", [ROW]) == expected


def test_a_line_gives_back_the_bytes_that_were_summed():
    """What is read is what lies between the fixed beginning and the closing brace."""
    assert summed_bytes(submission_line("k", NOON, "李", [ROW]), SUBMISSION) == CONTENT


def test_a_line_with_another_sum_gives_nothing_back():
    """One digit of the value changed, and the line is not believed."""
    assert summed_bytes(submission_line("k", NOON, "李", [ROW]).replace(b"12.50", b"13.50"), SUBMISSION) is None


@pytest.mark.parametrize("length", [0, 1, 137, 10**9])
def test_a_seal_tells_how_many_bytes_it_disowns(length: int):
    """A seal read back gives the length it was made with."""
    assert sealed_length(bare(seal_line(length))) == length


@pytest.mark.parametrize("line", [b"", b"{}", b'{"crc":"', b'{"crc":"00000000","seal":{"bytes":137}}', b"\0" * 40])
def test_what_is_no_seal_disowns_nothing(line: bytes):
    """An empty line, half a line, a wrong sum and zeros are no seals."""
    assert sealed_length(line) is None


def test_a_seal_without_a_number_disowns_nothing():
    """A right sum does not make a length of words."""
    content = b'{"bytes":many}'
    assert sealed_length(b'{"crc":"%08x","seal":%s}' % (crc32(content), content)) is None


@pytest.mark.parametrize("end", [b"", b"\n", b"\r\n", b"\r"])
def test_every_line_end_is_taken_off(end: bytes):
    """Newline, carriage return and newline, or the half of it a cut leaves."""
    assert bare(b"{}" + end) == b"{}"


def test_only_one_line_end_is_taken_off():
    """A carriage return that belongs to the line stays."""
    assert bare(b"{}\r\r\n") == b"{}\r"


def test_every_beginning_of_a_seal_may_be_a_torn_seal():
    """Cut anywhere, a seal is known for what it was going to be."""
    line = bare(seal_line(137))
    assert [cut for cut in range(1, len(line) + 1) if not may_be_torn_seal(line[:cut])] == []


def test_a_submission_is_no_torn_seal_once_it_says_what_it_is():
    """The two kinds of line part after the sum, the quote, the comma, the quote and the s: at byte 20."""
    line = bare(submission_line("k", NOON, "李", [ROW]))
    assert [cut for cut in range(1, 60) if may_be_torn_seal(line[:cut])] == list(
        range(1, len(b'{"crc":"1a2b3c4d","s') + 1)
    )


def test_zeros_may_stand_where_a_seal_was_to_be():
    """A power cut can leave the room for a line without the line."""
    assert may_be_torn_seal(b"\0\0\0")


def test_a_line_with_both_ends_and_no_hole_looks_whole():
    """Beginning, end and no zero byte between: such a line was finished once."""
    line = bare(submission_line("k", NOON, "李", [ROW]))
    others = [line[:-1], b"x" + line[1:], line[:50] + b"\0" + line[51:]]
    assert [looks_whole(one) for one in [line, *others]] == [True, False, False, False]


def test_a_time_is_written_in_utc_with_microseconds():
    """20:00 in Beijing is 12:00 UTC; whole seconds keep their six zeros."""
    beijing = NOON.astimezone(timezone(timedelta(hours=8)))
    assert time_text(beijing) == "2026-11-21T12:00:00.000000Z"


def test_a_time_without_a_zone_is_refused():
    """Nobody can tell what 12:00 means without a place."""
    with pytest.raises(ValueError, match="has no time zone"):
        time_text(datetime(2026, 11, 21, 12))  # noqa: DTZ001


@pytest.mark.parametrize("value", [12.5, Decimal("12.5"), NOON, b"12.5", {"of": [1.5]}])
def test_a_value_that_is_not_text_is_refused(value: object):
    """A float has lost the digits as printed; the sentence names the row and the field."""
    with pytest.raises(ValueError, match=r"^row 2, value.*: .* is not text; numbers are kept as text"):
        submission_line("k", NOON, "me", [ROW, {"value": value}])


def test_a_name_that_is_not_text_is_refused():
    """JSON would write the name 1 as "1" and so change it."""
    with pytest.raises(ValueError, match="row 1: the name 1 is not text"):
        submission_line("k", NOON, "me", [{1: "x"}])  # type: ignore[dict-item]


def test_half_a_character_is_refused():
    """A lone surrogate comes from undecodable bytes on a command line."""
    with pytest.raises(ValueError, match="not valid text"):
        submission_line("k", NOON, "me", [{"note": "\udcff"}])


def test_the_order_of_rows_and_fields_does_not_change_the_key():
    """The same figures from another sheet order are the same submission."""
    other = {"indicator": "changji.tax", "period": "2026-10", "value": "3"}
    assert content_key([ROW, other]) == content_key([other, dict(reversed(ROW.items()))])


@pytest.mark.parametrize("other", [{**ROW, "value": "12.5"}, {**ROW, "note": ""}, {**ROW, "period": "2026-11"}])
def test_every_difference_changes_the_key(other: dict[str, str]):
    """Digits as printed, one more field, another month."""
    assert content_key([ROW]) != content_key([other])


def test_a_salt_changes_the_key():
    """So that what was withdrawn can be recorded again."""
    assert len({content_key([ROW]), content_key([ROW], "a"), content_key([ROW], "b")}) == 3


def test_a_row_given_twice_is_not_a_row_given_once():
    """The key is over all rows, repeated ones too."""
    assert content_key([ROW, ROW]) != content_key([ROW])


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text('abé\n"\\', max_size=3), inner, max_size=3),
    max_leaves=6,
)


@given(st.lists(st.dictionaries(st.text("ab\n", max_size=3), VALUES, max_size=4), min_size=1, max_size=4))
def test_whatever_the_rows_hold_it_is_one_line(rows: list[dict[str, Any]]):
    """Newlines and quotes inside values never break the line."""
    line = submission_line("k", NOON, "me", rows)
    assert line.count(b"\n") == 1
    assert summed_bytes(line, SUBMISSION) is not None
