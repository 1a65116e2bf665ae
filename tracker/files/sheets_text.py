"""CSV and TSV as cells: the encoding found or given, the separator counted, every line short enough."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

from tracker.files.sheets_cells import LONGEST_LINE, MOST_COLUMNS, Book, Cell, Grid, Refused, Tick, bounded, too_wide

BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
SEPARATORS = ",;\t"
_COMMA = re.compile(r"[-+]?[0-9]{1,30}(?:\.[0-9]{3}){0,9},[0-9]{1,30}")
_DOTTED = re.compile(r"[-+]?[0-9]{1,3}(?:\.[0-9]{3}){1,9}")
_ONLY_DECIMAL = re.compile(
    r"[-+]?(?:[0-9]{1,30},(?:[0-9]{1,2}|[0-9]{4,30})|(?:0|[0-9]{4,30}),[0-9]{3}|.{1,40}\..{1,40},.{1,40})"
)
_ONLY_GROUPED = re.compile(
    r"[-+]?[0-9]{1,3}(?:,[0-9]{3}){1,9}(?:\.[0-9]{1,30}|,[0-9]{3})|[-+]?[0-9]{1,30}\.(?:[0-9]{1,2}|[0-9]{4,30})"
)
BLANK_WIDTH = {"\u3000": 2, "\t": 4}  # in half-width letters
LOOKED_AT = 15  # lines
GUARDED = ("'=", "'+", "'-", "'@")  # how cells are kept from being run as formulas in what is exported


def read_text(data: bytes, name: str, encoding: str | None, tick: Tick) -> Book:
    """Separated text as one grid without a name; its lines are the places."""
    longest_line(data, name)
    text, found = decoded(data, name, encoding)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    separator = "\t" if name.lower().endswith(".tsv") else separator_of(lines[:LOOKED_AT])
    cells = rows(lines, separator, name)
    cells = with_commas(list(cells)) if separator == ";" else cells
    return Book((Grid("", tuple(bounded(cells, name, tick))),), encoding=found)


def longest_line(data: bytes, name: str) -> None:
    """Refuse a file with a line that no table has."""
    start = 0
    while start < len(data):
        end = data.find(b"\n", start, start + LONGEST_LINE + 1)
        if end < 0:
            if len(data) - start <= LONGEST_LINE:
                return
            number = data.count(b"\n", 0, start) + 1
            sentence = f"{name}: line {number} is longer than {LONGEST_LINE // 1_000_000} MB"
            raise Refused("long-line", sentence, "this is no table of figures")
        start = end + 1


def decoded(data: bytes, name: str, encoding: str | None) -> tuple[str, str]:
    """The text and its encoding: as told, by its byte order mark, UTF-8, or GB18030; never guessed beyond that."""
    marked = next((found for mark, found in BOMS if data.startswith(mark)), None)
    wanted = [encoding] if encoding else [marked] if marked else ["utf-8", "gb18030"]
    furthest = 0
    for one in wanted:
        try:
            return data.decode(one).removeprefix("\ufeff"), one
        except UnicodeDecodeError as error:
            furthest = max(furthest, error.start)
        except (LookupError, ValueError):
            raise Refused("no-encoding", f'there is no encoding "{one}"', "write utf-8, gb18030 or utf-16") from None
    line = data.count(b"\n", 0, furthest) + 1
    tried = " nor ".join(one.upper() for one in wanted)
    sentence = f"{name}:{line}: byte {furthest} ({data[furthest]:#04x}) is {'neither ' * (len(wanted) > 1)}{tried}"
    sentence = sentence if len(wanted) > 1 else sentence.replace(" is ", " is not ")
    raise Refused("encoding", sentence, "name the encoding with --encoding, or save the file as UTF-8")


def separator_of(lines: list[str]) -> str:
    """The sign that most of the first lines hold; of two, the one they hold more often."""

    def weight(sign: str) -> tuple[int, int]:
        counts = [line.count(sign) for line in lines]
        return sum(map(bool, counts)), sum(counts)

    return max(SEPARATORS, key=weight)


def rows(lines: list[str], separator: str, name: str) -> Iterator[tuple[int, list[Cell]]]:
    """Each record with the number of the line it begins on."""
    reader = csv.reader((line + "\n" for line in lines), delimiter=separator, strict=True)
    begins = 1
    try:
        for record in reader:
            if len(record) > MOST_COLUMNS:
                raise too_wide(name, begins)
            yield begins, [text_cell(text) for text in record]
            begins = reader.line_num + 1
    except csv.Error as error:
        sentence = f"{name}: line {begins} cannot be split into cells: {error}"
        raise Refused("bad-csv", sentence, "look for a quotation mark that is not closed") from None


def with_commas(records: list[tuple[int, list[Cell]]]) -> Iterator[tuple[int, list[Cell]]]:
    """The records of a file parted by semicolons, whose commas may be decimal signs: by those that can only be that.

    Where 12,4 stands somewhere, 1,234 is 1.234; where 1,234.5 or 12.4 stands, it is 1234; otherwise it is doubtful.
    """
    texts = [cell.text for _, cells in records for cell in cells if _COMMA.fullmatch(cell.text)]
    decimal = any(map(_ONLY_DECIMAL.fullmatch, texts))
    grouping = any(map(_ONLY_GROUPED.fullmatch, (cell.text for _, cells in records for cell in cells)))
    for number, cells in records:
        yield number, [_comma(cell, decimal=decimal, grouping=grouping) for cell in cells]


def _comma(cell: Cell, *, decimal: bool, grouping: bool) -> Cell:
    """A cell with its comma as a point where that is sure, and in doubt where it is not."""
    if decimal and not grouping and (_COMMA.fullmatch(cell.text) or _DOTTED.fullmatch(cell.text)):
        return cell._replace(text=cell.text.replace(".", "").replace(",", "."))
    doubtful = _COMMA.fullmatch(cell.text) and decimal == grouping
    return cell._replace(trouble="comma") if doubtful else cell


def text_cell(text: str, indent: int = 0) -> Cell:
    """A text as a cell, with the blanks it begins with as its indent, and more where a format sets it in."""
    blanks = text[: len(text) - len(text.lstrip())]
    return Cell(*shown(text), indent=indent + sum(BLANK_WIDTH.get(sign, 1) for sign in blanks))


def shown(text: str) -> tuple[str, bool]:
    """The text of a cell without blanks around it, and whether it is a number with a percent sign."""
    text = text.strip()
    if text.startswith(GUARDED):
        text = text[1:]
    if text[-1:] in {"%", "％"} and any(sign.isdigit() for sign in text):
        return text[:-1].rstrip(), True
    return text, False
