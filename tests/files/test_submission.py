"""From the content of a line to a submission."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tracker.files.submission import NOTHING, Misfit, Submission, submission_of

ROWS = '[{"indicator":"gdp","value":"12.50"}]'
AT = datetime(2026, 11, 21, 8, 0, 0, 123456, UTC)


def content(**changes: str) -> bytes:
    """The content of a good line with some fields changed, or left out when empty."""
    fields = {"v": "1", "key": '"k"', "at": '"2026-11-21T08:00:00.123456Z"', "by": '"me"', "rows": ROWS, **changes}
    return ("{" + ",".join(f'"{name}":{value}' for name, value in fields.items() if value) + "}").encode()


def test_a_line_becomes_a_submission():
    """Every field has its place, and the digits stay as printed."""
    expected = Submission("k", AT, "me", ({"indicator": "gdp", "value": "12.50"},), 7, NOTHING)
    assert submission_of(content(), 7) == expected


def test_a_line_without_a_version_is_of_the_first():
    """The field came with the second look at the format."""
    assert submission_of(content(v=""), 7).key == "k"


def test_unknown_fields_are_kept():
    """A field added by another program is not lost on the way."""
    assert submission_of(content(office='"statistics"'), 7).more == {"office": "statistics"}


@pytest.mark.parametrize("version", ["2", '"1b"', "null"])
def test_a_newer_line_is_refused(version: str):
    """What a newer format means cannot be guessed, whatever else the line holds."""
    with pytest.raises(Misfit, match="written by a newer version of the tracker") as caught:
        submission_of(content(v=version), 7)
    assert caught.value.code == "newer"


@pytest.mark.parametrize(
    "change",
    [
        {"key": ""},
        {"key": "5"},
        {"by": "null"},
        {"at": ""},
        {"at": '"yesterday"'},
        {"at": "5"},
        {"at": '"2026-11-21T08:00:00"'},
        {"at": '"2026-11-21T08:00:00+08:00"'},
        {"rows": ""},
        {"rows": "[]"},
        {"rows": '["12.50"]'},
        {"rows": "5"},
    ],
)
def test_a_field_missing_or_of_another_kind_is_refused(change: dict[str, str]):
    """A right sum says that the line is as written, not that it was written well."""
    with pytest.raises(Misfit, match="needs the fields key, at"):
        submission_of(content(**change), 7)


@pytest.mark.parametrize(
    "hostile",
    [b"", b"[]", b"null", b"\xff", b"[" * 100_000, content() + b"{}", b'{"v":' + b"9" * 5000 + b"}", b'{"v":1e999}'],
)
def test_hostile_content_is_refused_without_a_traceback(hostile: bytes):
    """Deep nesting, huge numbers, bytes that are no text, two values on a line."""
    with pytest.raises(Misfit):
        submission_of(hostile, 7)
