"""One line of the journal: how it is written, summed and opened again.

A line holds one submission, or the seal a writer sets behind a torn tail:

    {"crc":"1a2b3c4d","sub":{"v":1,"key":"…","at":"2026-11-21T08:00:00.123456Z","by":"…","rows":[{…},…]}}
    {"crc":"5e6f7a8b","seal":{"bytes":137}}

The sum is the CRC-32 of the raw bytes between `"sub":` (or `"seal":`) and the closing brace, so a reader checks
what lies on the disk without writing anything out again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from zlib import crc32

VERSION = 1
HEAD = b'{"crc":"'
SUBMISSION = b'","sub":'
SEAL = b'","seal":'
SUM_ENDS = len(HEAD) + 8
SEAL_STARTS = SUM_ENDS + len(SEAL)
LONGEST = 18  # digits of a length


def submission_line(key: str, at: datetime, by: str, rows: Sequence[Mapping[str, Any]]) -> bytes:
    """The line of one submission, with its newline; ValueError for what a journal cannot hold."""
    for number, row in enumerate(rows, 1):
        _refuse_unwritable(row, f"row {number}")
    content = {"v": VERSION, "key": key, "at": time_text(at), "by": by, "rows": list(rows)}
    try:
        return _summed(SUBMISSION, _compact(content).encode())
    except UnicodeEncodeError as fault:
        raise ValueError(f"not valid text, so it cannot be recorded: {fault.object!r}"[:200]) from None


def seal_line(length: int) -> bytes:
    """The line that says: the `length` bytes before me are a torn tail, to be read by nobody."""
    return _summed(SEAL, _compact({"bytes": length}).encode())


def time_text(at: datetime) -> str:
    """A time as the journal writes it: UTC, always with microseconds, so that text order is time order."""
    if at.tzinfo is None:
        raise ValueError(f"the time {at} has no time zone; a journal needs one")
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def content_key(rows: Sequence[Mapping[str, Any]], salt: str = "") -> str:
    """The SHA-256 (hex) of what is submitted, whatever the order of its rows and of their fields."""
    import hashlib  # only writers need it

    written = sorted(_compact(row, in_order=True) for row in rows)
    return hashlib.sha256("\n".join([salt, *written]).encode("utf-8", "surrogatepass")).hexdigest()


def bare(line: bytes) -> bytes:
    """A line without its end, be it a newline or the carriage return and newline some editors make of it."""
    if line.endswith(b"\n"):
        line = line[:-1]
    return line[:-1] if line.endswith(b"\r") else line


def summed_bytes(line: bytes, kind: bytes) -> bytes | None:
    """The content of a line of that kind whose sum is right, whatever its end; None for any other line."""
    start = SUM_ENDS + len(kind)
    if line[SUM_ENDS:start] != kind:
        return None
    whole = line[:-1] if line.endswith(b"}\n") else bare(line)
    content = whole[start:-1]
    return content if whole.endswith(b"}") and whole[:SUM_ENDS] == HEAD + b"%08x" % crc32(content) else None


def sealed_length(line: bytes) -> int | None:
    """How many bytes a seal line disowns; None when it is no seal, or a damaged one."""
    content = summed_bytes(line, SEAL)
    if content is None:
        return None
    length = content.removeprefix(b'{"bytes":').removesuffix(b"}")[:LONGEST]
    return int(length) if length.isdigit() else None


def may_be_torn_seal(line: bytes) -> bool:
    """Whether a bare bad line can be a seal (or zeros in its place) that was cut while it was written."""
    if b"\0" in line:
        return True
    return line[: len(HEAD)] == HEAD[: len(line)] and line[SUM_ENDS:SEAL_STARTS] == SEAL[: max(0, len(line) - SUM_ENDS)]


def looks_whole(line: bytes) -> bool:
    """Whether a bare bad line has both ends of a line and no hole: bytes changed after it was written, not a tear."""
    return line.startswith(HEAD) and line.endswith(b"}}") and b"\0" not in line


def _summed(kind: bytes, content: bytes) -> bytes:
    return HEAD + b"%08x" % crc32(content) + kind + content + b"}\n"


def _compact(value: object, *, in_order: bool = False) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"), sort_keys=in_order)


def _refuse_unwritable(value: object, where: str) -> None:
    if isinstance(value, Mapping):
        for name, part in value.items():
            if not isinstance(name, str):
                raise ValueError(f"{where}: the name {name!r} is not text")  # noqa: TRY004  one error for all of these
            _refuse_unwritable(part, f"{where}, {name}")
    elif isinstance(value, (list, tuple)):
        for part in value:
            _refuse_unwritable(part, where)
    elif value is not None and not isinstance(value, (str, bool, int)):
        raise ValueError(f"{where}: {value!r} is not text; numbers are kept as text, with the digits as printed")
