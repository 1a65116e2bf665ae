"""One TOML file, read by shapes: its values, or every fault with its line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING, Any

from tracker.domain.fault import Fault
from tracker.domain.location import Location
from tracker.files import guard
from tracker.files.shapes import Reader, Shape
from tracker.files.slips import SLIPS_AT_MOST, Slip, Unreadable, Way

if TYPE_CHECKING:
    from tracker.files.positions import Lines

LONGEST_LINE_SHOWN = 1000


class Row:
    """One table of a page: its values by key, and where it stands."""

    __slots__ = ("line", "page", "values", "way")

    def __init__(self, values: Mapping[str, Any], line: int, way: Way, page: Page) -> None:
        self.values, self.line, self.way, self.page = values, line, way, page

    def __getitem__(self, key: str) -> Any:  # noqa: ANN401 (whatever the reader of the key gives)
        return self.values[key]

    def get(self, key: str, default: Any = None) -> Any:  # noqa: ANN401 (whatever the reader of the key gives)
        """The value of a key, or the default where the table does not have it."""
        return self.values.get(key, default)

    def fault_at(self, way: Way, code: str, complaint: str, help: str = "", *, at_key: bool = False) -> Fault:  # noqa: A002
        """A fault at a value inside this table, or at its key; the empty way is the table itself."""
        return self.page.fault_at(Slip((*self.way, *way), code, complaint, help, at_key))

    @property
    def location(self) -> Location:
        """The file and line where the table begins."""
        return Location(self.page.shown, self.line)


class Page:
    """What one file says: `tables` without a slip, `unsound` ones with what could be read of them, other `values`."""

    def __init__(self, shown: str, text: str, faults: Iterable[Fault] = ()) -> None:
        self.shown, self.text, self.faults = shown, text, list(faults)
        self.tables: dict[str, list[Row]] = {}
        self.unsound: dict[str, list[Row]] = {}
        self.values: dict[str, Any] = {}

    def row(self, name: str) -> Row | None:
        """The table of a name that stands once, such as [policy]; None where it is absent or has slips."""
        return next(iter(self.tables.get(name, ())), None)

    def fault_at(self, slip: Slip) -> Fault:
        """A slip with its address; a way that is not written down is placed at what would hold it."""
        way = slip.way
        while way not in self._places and way:
            way = way[:-1]
        place = self._places.get(way, (0, 0))
        return _fault(self.shown, self.lines, place[0 if slip.at_key else 1], slip)

    def lines_of(self, ways: Iterable[Way]) -> list[int]:
        """The lines where tables or keys stand, by the full scan."""
        return [self.lines.where(self._places.get(way, (0, 0))[0])[0] for way in ways]

    @cached_property
    def lines(self) -> Lines:
        """Where the lines of the text begin and end."""
        from tracker.files.positions import Lines

        return Lines(self.text)

    @cached_property
    def _places(self) -> Mapping[Way, tuple[int, ...]]:
        from tracker.files.positions import places

        return places(self.text)


def read_page(path: Path, shown: str, sheet: Shape) -> Page:
    """A file read by the shape of a whole page; whatever is wrong with it is among the faults of the page."""
    try:
        if not S_ISREG(path.stat().st_mode):
            return _blank(shown, "not-a-file", "this is a folder" if path.is_dir() else "this is not an ordinary file")
        with path.open("rb") as file:
            data = file.read(guard.LARGEST_FILE + 1)
    except FileNotFoundError:
        return _blank(shown, "no-file", "there is no such file")
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        return _blank(shown, "unreadable-file", f"the file cannot be read: {getattr(error, 'strerror', None) or error}")
    return page_of(data, shown, sheet)


def page_of(data: bytes, shown: str, sheet: Shape) -> Page:
    """The bytes of a file read by the shape of a whole page."""
    try:
        text = guard.decode(data)
        raw = guard.parse(text)
    except guard.Refused as refused:
        return _refused_page(shown, refused)
    page = Page(shown, text)
    slips: list[Slip] = []
    try:
        values = sheet.read(raw)
    except Unreadable as unreadable:
        values, slips = unreadable.rest, unreadable.slips
    slipped = {slip.way[:depth] for slip in slips for depth in (1, 2)}
    for name, reader in sheet.readers.items():
        _lay_out(page, name, reader, values.get(name), slipped)
    page.faults.extend(sorted(page.fault_at(slip) for slip in slips[:SLIPS_AT_MOST]))
    if len(slips) > SLIPS_AT_MOST:
        last = Slip((), "too-many-faults", f"there are more than {SLIPS_AT_MOST} faults", "mend the others first")
        page.faults.append(page.fault_at(last))
    return page


def _lay_out(page: Page, name: str, reader: Reader, value: Any, slipped: set[Way]) -> None:  # noqa: ANN401
    """Put what was read under one name where it belongs: tables as rows with their lines, anything else as it is."""
    many = reader.kind == "list" and reader.inner[0].kind == "table"
    if not many and reader.kind != "table":
        if value is not None and (name,) not in slipped:
            page.values[name] = value
        return
    page.tables[name], page.unsound[name] = [], []
    if value is None:
        return
    ways: list[Way] = [(name, item) for item in range(len(value))] if many else [(name,)]
    lines = _header_lines(page, f"[[{name}]]" if many else f"[{name}]", ways)
    for way, content, line in zip(ways, value if many else [value], lines, strict=True):
        if isinstance(content, dict):
            home = page.unsound if way in slipped else page.tables
            home[name].append(Row(content, line, way, page))


def _header_lines(page: Page, header: str, ways: list[Way]) -> list[int]:
    """The lines of tables: a plain search where it finds as many headers as there are tables, else the full scan."""
    text, mark = f"\n{page.text}", f"\n{header}"
    lines, line, start = [], 0, 0
    found = text.find(mark)
    while found >= 0:
        line += text.count("\n", start, found + 1)
        lines.append(line)
        start = found + 1
        found = text.find(mark, start)
    if len(lines) == len(ways) and '"""' not in text and "'''" not in text:  # a header in a long text is none
        return lines
    return page.lines_of(ways)


def _blank(shown: str, code: str, complaint: str) -> Page:
    return Page(shown, "", [Fault(shown, 1, 1, code, complaint)])


def _refused_page(shown: str, refused: guard.Refused) -> Page:
    """The page of a text that cannot be read at all: one fault, with what was probably meant."""
    from tracker.files.advice import advised

    refused = advised(refused)
    slip = Slip((), refused.code, refused.complaint, refused.help)
    page = Page(shown, refused.text)
    page.faults.append(_fault(shown, page.lines, refused.offset, slip))
    return page


def _fault(shown: str, lines: Lines, offset: int, slip: Slip) -> Fault:
    """A fault at an offset; its excerpt is the line, after the line before it, and empty where the line is too long."""
    line, column = lines.where(offset)
    excerpt, before = lines.shown(line, LONGEST_LINE_SHOWN), lines.shown(line - 1, LONGEST_LINE_SHOWN)
    if excerpt is not None and before and before.strip():
        excerpt = f"{before}\n{excerpt}"
    return Fault(shown, line, column, slip.code, slip.complaint, slip.help, excerpt or "")
