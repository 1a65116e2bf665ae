"""A file of figures that somebody brings -> grids of cells, each with a place people can find: `Sheet1!C7`, `line 7`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TypeAlias

LARGEST_FILE = 50_000_000  # bytes
LONGEST_LINE = 1_000_000  # bytes
MOST_ROWS = 200_000
MOST_COLUMNS = 1_000
OLE, ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04"

Tick: TypeAlias = Callable[[], None]
"""Told after each row, for whoever shows how far the work has come."""


class Cell(NamedTuple):
    """One cell as it is shown, digits included; `percent` when a percent sign is shown behind them."""

    text: str = ""
    percent: bool = False
    trouble: str = ""  # "uncached": a formula whose result is not in the file; "error": a result such as #DIV/0!


class Line(NamedTuple):
    """One row of a sheet or line of a file, by its number there."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet, or one file of text; `formats` says whether percent formats could be seen."""

    name: str
    lines: tuple[Line, ...]
    formats: bool = True

    def place(self, number: int, column: int | None = None) -> str:
        """Where a cell stands, as people look it up: the column is counted from 0; None means the whole row."""
        if not self.name:
            return f"line {number}" if column is None else f"line {number}, column {column + 1}"
        return f"{self.name}!{'' if column is None else letters(column)}{number}"


@dataclass(frozen=True, slots=True)
class Book:
    """The grids of a file, the names of those that are hidden and so not read, and the encoding text was read in."""

    grids: tuple[Grid, ...]
    hidden: tuple[str, ...] = ()
    encoding: str | None = None


class Refused(Exception):
    """A file that is not read, with the reason and what to do."""

    def __init__(self, code: str, sentence: str, help_: str = "") -> None:
        super().__init__(sentence)
        self.code, self.sentence, self.help = code, sentence, help_


def letters(column: int) -> str:
    """The letters a spreadsheet shows above a column, counted from 0: A to Z, AA, AB."""
    name, rest = "", column + 1
    while rest:
        rest, place = divmod(rest - 1, 26)
        name = chr(65 + place) + name
    return name


def read_file(path: Path) -> bytes:
    """The bytes of a plain file that is not too large; OSError as the system gives it."""
    if not path.is_file():
        if path.exists():
            raise Refused("not-a-file", f"{path} is not a plain file")
        raise FileNotFoundError(2, "there is no such file", str(path))
    with path.open("rb") as page:
        return page.read(LARGEST_FILE + 1)


def open_book(data: bytes, name: str, encoding: str | None = None, tick: Tick = lambda: None) -> Book:
    """The cells of a file by its content, not by its name: a spreadsheet, JSON Lines, or separated text."""
    if len(data) > LARGEST_FILE:
        raise Refused(
            "too-large", f"{name} is larger than {LARGEST_FILE // 1_000_000} MB", "split it into several files"
        )
    return READERS[kind_of(data, name)](data, name, encoding, tick)


def kind_of(data: bytes, name: str) -> str:
    """What kind of file it is."""
    if data.startswith(ZIP):
        return "zip"
    if data.startswith(OLE):
        return "old"
    head = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip()
    if head[:1] == b"<":
        return "page"
    return "lines" if head[:1] == b"{" or name.lower().endswith((".jsonl", ".ndjson")) else "text"


def _zip(data: bytes, name: str, _: str | None, tick: Tick) -> Book:
    from tracker.files.sheets_zip import inside

    if "xl/workbook.xml" in inside(data, name):
        from tracker.files.sheets_xlsx import read_xlsx

        return read_xlsx(data, name, tick)
    return _old(data, name, None, tick)


def _old(data: bytes, name: str, _: str | None, tick: Tick) -> Book:
    from tracker.files.sheets_old import read_old

    return read_old(data, name, tick)


def _text(data: bytes, name: str, encoding: str | None, tick: Tick) -> Book:
    from tracker.files.sheets_text import read_text

    return read_text(data, name, encoding, tick)


def _lines(data: bytes, name: str, encoding: str | None, tick: Tick) -> Book:
    from tracker.files.sheets_lines import read_lines

    return read_lines(data, name, encoding, tick)


def _page(_: bytes, name: str, __: str | None, ___: Tick) -> Book:
    raise Refused(
        "not-a-sheet", f"{name} is a web page or XML", "open it in a spreadsheet program and save it as .xlsx"
    )


READERS: Mapping[str, Callable[[bytes, str, str | None, Tick], Book]] = {
    "zip": _zip,
    "old": _old,
    "text": _text,
    "lines": _lines,
    "page": _page,
}


def bounded(rows: Iterable[tuple[int, list[Cell]]], name: str, tick: Tick) -> Iterator[Line]:
    """Rows with something in them, as far as the limits allow."""
    for number, cells in rows:
        while cells and not (cells[-1].text or cells[-1].trouble):
            cells.pop()
        tick()
        if not cells:
            continue
        if len(cells) > MOST_COLUMNS:
            raise too_wide(name, number)
        if number > MOST_ROWS:
            raise too_long(name)
        yield Line(number, tuple(cells))


def too_wide(name: str, number: int) -> Refused:
    """The refusal of a row with too many columns."""
    help_ = "keep the columns of the table and delete the others"
    return Refused("too-wide", f"{name}: row {number} has more than {MOST_COLUMNS:,} columns", help_)


def too_long(name: str) -> Refused:
    """The refusal of a sheet with too many rows."""
    return Refused("too-long", f"{name} has more than {MOST_ROWS:,} rows", "split it into several files")
