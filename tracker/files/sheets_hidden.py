"""Rows and columns that a spreadsheet hides: what nobody sees is not recorded."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from struct import unpack
from typing import NamedTuple
from zipfile import ZipFile

CHUNK = 1 << 20
_TAG = re.compile(rb"<(?:[A-Za-z0-9_.-]{1,40}:)?(row|col)(\s[^>]{0,2000})>")
_HIDDEN = re.compile(rb"""\s(?:hidden=["'](?:1|true)["']|(?:ht|width)=["']0(?:\.0{1,9})?["'])""")
_NUMBER = re.compile(rb"""\s(r|min|max)=["']([0-9]{1,9})["']""")
_FOLDED = re.compile(rb'<table:table-(?:row|column)\s[^>]{0,2000}table:visibility="(?:collapse|filter)"')
ROW, ROW_HIDDEN, ALWAYS = b"\x08\x02\x10\x00", 0x20, 0x100
WIDEST = 256


class Hidden(NamedTuple):
    """The numbers of the hidden rows of a sheet, from 1, and of its hidden columns, from 0."""

    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()


def hidden_in(data: bytes, part: str, most_columns: int) -> Hidden:
    """What a sheet of an XLSX hides, by its part of the package, read in pieces and without building anything."""
    rows: set[int] = set()
    columns: set[int] = set()
    number = 0
    for kind, said in _tags(data, part):
        numbers = {name: int(digits) for name, digits in _NUMBER.findall(said)}
        number = numbers.get(b"r", number + 1) if kind == b"row" else number
        if not _HIDDEN.search(said):
            continue
        if kind == b"row":
            rows.add(number)
        else:
            last = min(numbers.get(b"max", 0), most_columns)
            columns.update(range(numbers.get(b"min", 1) - 1, last))
    return Hidden(frozenset(rows), frozenset(columns))


def _tags(data: bytes, part: str) -> Iterator[tuple[bytes, bytes]]:
    """The tags of rows and columns with what they say, in order."""
    with ZipFile(io.BytesIO(data)) as package, package.open(part.lstrip("/")) as stream:
        carried, chunk = b"", b"-"
        while chunk:
            chunk = stream.read(CHUNK)
            whole = carried + chunk
            cut = whole.rfind(b"<") if chunk else len(whole)
            for found in _TAG.finditer(whole, 0, max(cut, 0)):
                yield found[1], found[2]
            carried = whole[max(cut, 0) :]


def hides_rows(data: bytes) -> bool:
    """Whether an XLS or ODS hides rows; which ones is not to be seen where it is read."""
    if data.startswith(b"PK"):
        with ZipFile(io.BytesIO(data)) as package:
            return "content.xml" in package.namelist() and bool(_FOLDED.search(package.read("content.xml")))
    at = data.find(ROW)
    while at >= 0:
        record = data[at + 4 : at + 20]
        if len(record) == len(ROW) * 4:
            _, first, last, _, reserved, unused, options, _ = unpack("<8H", record)
            shaped = first <= last <= WIDEST and not reserved and not unused and options & ALWAYS
            if shaped and options & ROW_HIDDEN:
                return True
        at = data.find(ROW, at + 1)
    return False
