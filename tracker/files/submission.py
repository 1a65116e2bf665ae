"""What a journal holds: submissions in the order of time, and what is to be told about the file itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from json import JSONDecoder
from types import MappingProxyType
from typing import Any, NamedTuple

from tracker.files.journal_line import VERSION

NOTHING: Mapping[str, Any] = MappingProxyType({})
FIELDS = frozenset({"v", "key", "at", "by", "rows"})
NEWER = "written by a newer version of the tracker (journal format {!r}, this one reads {}): install that version"
SHAPE = "a submission needs the fields key, at (UTC), by and rows, and this one has not"
_decode = JSONDecoder().raw_decode


class Submission(NamedTuple):
    """What one person submitted at one time: all its rows, or none. `more` keeps the fields this version ignores."""

    key: str
    at: datetime
    by: str
    rows: tuple[Mapping[str, Any], ...]
    line: int
    more: Mapping[str, Any] = NOTHING


class Remark(NamedTuple):
    """Something to tell about a stretch of the journal; lines count from 1, bytes from 0.

    Codes: torn (a tail not read), sealed (one set aside earlier), repeated (a line seen before), damage, newer.
    """

    code: str
    line: int
    byte: int
    text: str


class Journal(NamedTuple):
    """All submissions up to byte `size`, the end of the last good line, and the state of what follows it."""

    submissions: tuple[Submission, ...] = ()
    keys: Mapping[str, datetime] = MappingProxyType({})
    last: datetime | None = None  # the latest time of any submission
    size: int = 0
    lines: int = 0  # newlines before `size`
    torn: int = 0  # bytes of the torn tail after `size`, its own newline not counted
    newline_due: bool = False  # the file does not end with a newline
    inode: int = 0
    notices: tuple[Remark, ...] = ()


class Misfit(Exception):
    """Content that was written as it stands, and still is no submission this version can read."""

    def __init__(self, code: str, text: str) -> None:
        super().__init__(text)
        self.code, self.text = code, text


def submission_of(content: bytes, number: int) -> Submission:
    """The submission whose content stands on line `number`; Misfit when it cannot be one."""
    version, good = VERSION, False
    try:
        text = content.decode()
        fields, end = _decode(text)
        version = fields.get("v", VERSION)
        key, by, at, rows = fields["key"], fields["by"], datetime.fromisoformat(fields["at"]), tuple(fields["rows"])
        good = type(key) is str is type(by) and at.tzinfo is UTC and _are_rows(rows) and end == len(text)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        pass  # not good
    if version != VERSION:
        raise Misfit("newer", NEWER.format(version, VERSION))
    if not good:
        raise Misfit("damage", SHAPE)
    more = NOTHING
    if len(fields) > len(FIELDS):
        more = {name: value for name, value in fields.items() if name not in FIELDS}
    return Submission(key, at, by, rows, number, more)


def _are_rows(rows: tuple[object, ...]) -> bool:
    for row in rows:
        if type(row) is not dict:
            return False
    return bool(rows)
