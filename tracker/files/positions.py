"""Where in a TOML text each key and value stands: a scan of text tomllib accepts, run only when a place is wanted."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from typing import NamedTuple

from tracker.files.guard import QUOTED
from tracker.files.slips import Way

ITEMS_AT_MOST = 1000  # the items of a list beyond these are placed at the list itself: memory stays bounded

_BLANK = re.compile(r"[ \t]*+")
_BLANK_LINES = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*+")
_KEY_PART = re.compile(r"""[A-Za-z0-9_-]++|"(?:[^"\\\n]++|\\[^\n])*+"|'[^'\n]*+'""")
_SCALAR = re.compile(r"[^,\]}\n#]++")


class Place(NamedTuple):
    """Where a key and its value begin, as offsets; for a table with a header both are the header."""

    key: int
    value: int
    declared: bool = True  # false for tables that exist only because something inside them was declared


class _Ends(Exception):
    """The text ends, or is no longer TOML."""


def where(text: str, offset: int) -> tuple[int, int]:
    """The line and column of an offset, both counted from 1; columns count characters."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


class Lines:
    """Where each line of a text begins and ends, found once for all its faults."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._ends = [found.start() for found in re.finditer("\n", text)]

    def where(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset, both counted from 1; columns count characters."""
        line = bisect_left(self._ends, offset)
        return line + 1, offset - (self._ends[line - 1] if line else -1)

    def shown(self, line: int, longest: int) -> str | None:
        """A line, counted from 1; None where there is none, or where it is longer than can be shown."""
        if not 1 <= line <= len(self._ends) + 1:
            return None
        start = self._ends[line - 2] + 1 if line > 1 else 0
        end = self._ends[line - 1] if line <= len(self._ends) else len(self.text)
        return self.text[start:end] if end - start <= longest else None


def places(text: str) -> dict[Way, Place]:
    """The place of every key, table and list item of a document, by its path as tomllib nests it."""
    return _Scan(text).places


def repeated(text: str) -> tuple[int, int] | None:
    """The offsets of a key's or table's second and first declaration, where a text declares one twice."""
    return _Scan(text).repeated


def _bare(part: str) -> str:
    """A part of a key without its quotes."""
    if part[0] not in "\"'":
        return part
    try:
        return str(tomllib.loads(f"key = {part}")["key"])
    except tomllib.TOMLDecodeError:
        raise _Ends from None


class _Scan:
    """One walk through a text, noting places; what cannot be read ends it without complaint."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.places: dict[Way, Place] = {}
        self.repeated: tuple[int, int] | None = None
        self._sizes: dict[Way, int] = {}  # how many items each array of tables has so far
        try:
            self._document()
        except _Ends:
            return

    def _document(self) -> None:
        home: Way = ()
        at = self._take(_BLANK_LINES, 0)
        while at < len(self.text):
            if self.text[at] == "[":
                home, at = self._header(at)
            else:
                at = self._pair(home, at)
            at = self._take(_BLANK_LINES, at)

    def _take(self, pattern: re.Pattern[str], at: int) -> int:
        found = pattern.match(self.text, at)
        if not found:
            raise _Ends
        return found.end()

    def _note(self, path: Way, key: int, value: int, *, declared: bool = True) -> None:
        known = self.places.get(path)
        if declared and known and known.declared and not self.repeated:
            self.repeated = key, known.key
        if declared or not known:
            self.places[path] = Place(key, value, declared)

    def _keys(self, at: int) -> tuple[list[tuple[str, int]], int]:
        """The parts of a dotted key, each with its place, and where they end."""
        parts = []
        while True:
            at = self._take(_BLANK, at)
            end = self._take(_KEY_PART, at)
            part = self.text[at:end]
            parts.append((_bare(part), at))
            at = self._take(_BLANK, end)
            if not self.text.startswith(".", at):
                return parts, at
            at += 1

    def _step(self, path: Way, part: str) -> Way:
        """One key further down; into the last item where an array of tables has that name."""
        path = (*path, part)
        return (*path, self._sizes[path] - 1) if path in self._sizes else path

    def _header(self, at: int) -> tuple[Way, int]:
        start, many = at, self.text.startswith("[[", at)
        parts, at = self._keys(at + 1 + many)
        path: Way = ()
        for part, _ in parts[:-1]:
            path = self._step(path, part)
            self._note(path, start, start, declared=False)
        path = (*path, parts[-1][0])
        if many:
            self._note(path, start, start, declared=False)
            self._sizes[path] = self._sizes.get(path, 0) + 1
            path = (*path, self._sizes[path] - 1)
        self._note(path, start, start)
        return path, at + 1 + many

    def _pair(self, home: Way, at: int) -> int:
        """A key, its value, and what the value holds; where they end."""
        parts, at = self._keys(at)
        if not self.text.startswith("=", at):
            raise _Ends
        at = self._take(_BLANK, at + 1)
        for part, place in parts[:-1]:
            home = self._step(home, part)
            self._note(home, place, place, declared=False)
        home = (*home, parts[-1][0])
        self._note(home, parts[-1][1], at)
        return self._value(home, at)

    def _value(self, path: Way, at: int) -> int:
        sign = self.text[at : at + 1]
        if sign == "[":
            return self._list(path, at)
        if sign == "{":
            return self._inline_table(path, at)
        return self._take(QUOTED if sign and sign in "\"'" else _SCALAR, at)

    def _list(self, path: Way, at: int) -> int:
        at, item = self._take(_BLANK_LINES, at + 1), 0
        while not self.text.startswith("]", at):
            if item < ITEMS_AT_MOST:
                self._note((*path, item), at, at)
            at = self._after(self._value((*path, item), at))
            item += 1
        return at + 1

    def _inline_table(self, path: Way, at: int) -> int:
        at = self._take(_BLANK_LINES, at + 1)
        while not self.text.startswith("}", at):
            at = self._after(self._pair(path, at))
        return at + 1

    def _after(self, at: int) -> int:
        """Past the comma after an item, or to the bracket that closes them."""
        at = self._take(_BLANK_LINES, at)
        if self.text.startswith(",", at):
            return self._take(_BLANK_LINES, at + 1)
        if not self.text.startswith(("]", "}"), at):
            raise _Ends
        return at
