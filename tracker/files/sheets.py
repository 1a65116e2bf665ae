"""A file of figures that somebody brings -> grids of cells, with places people can find: `Sheet1!C7`, `line 7`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from tracker.files.sheets_cells import LARGEST_FILE, Book, Refused, Tick

OLE, ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04"


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
