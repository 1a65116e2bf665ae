"""What a zipped spreadsheet would unpack to, looked at before any library opens it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from zipfile import ZipFile, ZipInfo

from tracker.files.sheets_cells import MOST_COLUMNS, MOST_ROWS, Refused, too_long, too_wide

LARGEST_UNPACKED = 200_000_000  # bytes, all parts together
LARGEST_WORDS = 60_000_000  # bytes of shared strings, which a reader keeps in memory all at once
LARGEST_RATIO = 200
SMALL = 1_000_000  # bytes: a part this small may be as repetitive as it likes
CHUNK = 1 << 20
_ROOT = re.compile(rb"<([A-Za-z0-9_.-]{1,40}:)?(?:worksheet|document-content)[\s>]")
_NUMBERED = re.compile(rb'[^>]{0,200}?\sr="([0-9]{1,18})"')
_FILLED = re.compile(rb"<(?:[A-Za-z0-9_.-]{1,40}:)?(?:v|t)>")


def inside(data: bytes, name: str) -> set[str]:
    """The names of the parts; Refused when unpacking them would fill the memory or they hold more than a table does."""
    try:
        with ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
            if said := next(_too_much(parts), None):
                raise _bomb(name, said)  # noqa: TRY301  the other errors below are the library's
            for part in parts:
                if part.filename.endswith(".xml"):
                    _look_through(package, part.filename, name)
            return {part.filename for part in parts}
    except Refused:
        raise
    except Exception as error:  # noqa: BLE001  damage has no end of names: BadZipFile, zlib.error, struct.error, …
        help_ = "open it in a spreadsheet program and save it again, without a password"
        raise Refused("not-a-sheet", f"{name} is no spreadsheet that can be opened: {error}", help_) from None


def _too_much(parts: list[ZipInfo]) -> Iterator[str]:
    """What is too large about the parts, by what the package itself says of their sizes."""
    if sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        yield f"it would unpack to more than {LARGEST_UNPACKED // 1_000_000} MB"
    for part in parts:
        if part.file_size > SMALL and part.file_size > LARGEST_RATIO * max(part.compress_size, 1):
            yield f"{part.filename} would unpack to more than {LARGEST_RATIO} times its size"
        if part.filename.endswith("sharedStrings.xml") and part.file_size > LARGEST_WORDS:
            yield f"its texts would unpack to more than {LARGEST_WORDS // 1_000_000} MB"


def _look_through(package: ZipFile, part: str, name: str) -> None:
    """Count the rows of a sheet and the cells of each row, without building anything from them."""
    with package.open(part) as stream:
        head = stream.read(4096)
        if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
            raise _bomb(name, f"{part} declares entities, which no spreadsheet program writes")
        if not part.startswith("xl/worksheets/"):
            return
        prefix = found[1] or b"" if (found := _ROOT.search(head)) else b""
        row, cells = b"<" + prefix + b"row", tuple(b"<" + prefix + b"c" + end for end in (b" ", b">", b"/"))
        rows = in_row = 0
        carried, chunk = head, b"-"
        while chunk:
            chunk = stream.read(CHUNK)
            whole = carried + chunk
            cut = whole.rfind(b"<") if chunk else len(whole)
            for number, piece in enumerate(whole[:cut].split(row)):
                rows += number > 0
                if number and (at := _NUMBERED.match(piece)) and int(at[1]) > MOST_ROWS and _FILLED.search(piece):
                    raise too_long(name)
                in_row = sum(map(piece.count, cells)) + (0 if number else in_row)
                if in_row > MOST_COLUMNS:
                    raise too_wide(name, rows)
            carried = whole[cut:]
        if rows > MOST_ROWS:
            raise too_long(name)


def _bomb(name: str, sentence: str) -> Refused:
    return Refused("bomb", f"{name} is not opened: {sentence}", "save the sheet with the figures alone as a new file")
