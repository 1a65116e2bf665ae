"""CSV, TSV and JSON Lines as cells: encodings, separators, and lines that are none."""

from __future__ import annotations

import csv
import io
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.files.sheets import open_book, read_file
from tracker.files.sheets_cells import Book, Cell, Refused, letters

TABLE = "指标,数值\n工业总产值,12.50\n"


def texts(data: bytes, name: str = "a.csv", encoding: str | None = None) -> list[list[str]]:
    """The texts of the one grid of a file."""
    return [[cell.text for cell in line.cells] for line in open_book(data, name, encoding).grids[0].lines]


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (TABLE.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + TABLE.encode(), "utf-8"),
        (TABLE.encode("gb18030"), "gb18030"),
        (TABLE.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + TABLE.encode("utf-16-be"), "utf-16"),
    ],
)
def test_the_encoding_is_found_and_named(data: bytes, found: str):
    """By its mark, as UTF-8, or as GB18030; never by guessing."""
    book = open_book(data, "a.csv")
    assert (book.encoding, texts(data)) == (found, [["指标", "数值"], ["工业总产值", "12.50"]])


def test_bytes_of_no_encoding_are_named():
    """The file, the line and the byte."""
    with pytest.raises(Refused) as refused:
        open_book("指标,数值\n".encode() + b"\xff\xfe\xfd\n", "a.csv")
    assert refused.value.sentence == "a.csv:2: byte 14 (0xff) is neither UTF-8 nor GB18030"


def test_a_mark_that_lies_is_told():
    """Marked as UTF-8 and in GB18030."""
    with pytest.raises(Refused) as refused:
        open_book(b"\xef\xbb\xbf" + "指标".encode("gb18030"), "a.csv")
    assert refused.value.sentence == "a.csv:1: byte 5 (0xb1) is not UTF-8"


def test_an_encoding_can_be_named():
    """Big5 is never found; named, it is read."""
    assert texts("指標".encode("big5"), encoding="big5") == [["指標"]]
    with pytest.raises(Refused, match='there is no encoding "klingon"'):
        open_book(b"a", "a.csv", "klingon")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a,b;c\n1,2;3\n", "a.csv"),
        ("a;b,c\n1;2,3\n4;5\n", "a.csv"),
        ("a\tb,c\n1\t2\n", "a.csv"),
        ("a\tb,c,d\n1\t2,3,4\n", "a.tsv"),
    ],
)
def test_the_separator_is_the_one_of_most_lines(text: str, name: str):
    """Two cells in the first row, whatever else stands in it."""
    assert len(texts(text.encode(), name)[0]) == 2


def test_quotes_line_ends_and_blanks():
    """A cell may hold the separator and a line end; records are numbered by the line they begin on."""
    book = open_book(b'a,"b,\r\nc"\r\n\r\n d ,e\r\n', "a.csv")
    grid = book.grids[0]
    assert [(line.number, [cell.text for cell in line.cells]) for line in grid.lines] == [
        (1, ["a", "b,\nc"]),
        (4, ["d", "e"]),
    ]
    assert (grid.place(4, 1), grid.place(4)) == ("line 4, column 2", "line 4")


def test_a_percent_sign_is_taken_off_a_number():
    """Half and full width; a percent sign in words stays."""
    (line,) = open_book("13.5%,13.50％,增速%,%".encode(), "a.csv").grids[0].lines
    assert line.cells == (Cell("13.5", percent=True), Cell("13.50", percent=True), Cell("增速%"), Cell("%"))


def test_the_guard_of_an_exported_cell_is_taken_off():
    """An apostrophe before = + - @, as exports write it; another one stays."""
    assert texts(b"'-3.5,'=x,'s") == [["-3.5", "=x", "'s"]]


def test_a_quotation_mark_that_is_not_closed_is_told():
    """With the line it stands on, instead of a cell that holds the rest of the file."""
    with pytest.raises(Refused, match="line 2 cannot be split into cells"):
        open_book(b'a,b\n"c,d\ne,f\n', "a.csv")


def test_json_lines_are_columns_by_their_keys():
    """Digits as written, null as blank, keys in the order they come up in; line 0 holds them."""
    book = open_book(b'{"indicator": "a", "value": 12.50}\n\n{"value": null, "note": "x", "indicator": "b"}\n', "-")
    assert [(line.number, [cell.text for cell in line.cells]) for line in book.grids[0].lines] == [
        (0, ["indicator", "value", "note"]),
        (1, ["a", "12.50"]),
        (3, ["b", "", "x"]),
    ]


@pytest.mark.parametrize("line", [b"{", b"[1]\n", b'{"a": true}', b'{"a": NaN'])
def test_json_that_is_no_row_is_refused(line: bytes):
    """Half an object, a list, and a value that is neither text nor a number."""
    with pytest.raises(Refused) as refused:
        open_book(line, "a.jsonl")
    assert refused.value.code == "bad-json"


def test_what_is_no_file_is_refused(tmp_path: Path):
    """A folder, and a name nothing stands under."""
    with pytest.raises(Refused, match="is not a plain file"):
        read_file(tmp_path)
    with pytest.raises(FileNotFoundError):
        read_file(tmp_path / "none")


@pytest.mark.parametrize(
    ("column", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")]
)
def test_columns_have_the_letters_of_spreadsheets(column: int, name: str):
    """Counted from 0."""
    assert letters(column) == name


@given(st.binary(max_size=300))
def test_any_bytes_are_cells_or_a_refusal(data: bytes):
    """Nothing else comes out, whatever comes in."""
    with suppress(Refused):
        assert isinstance(open_book(data, "a.csv"), Book)


@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1), min_size=2, max_size=4), min_size=1
    )
)
def test_what_a_spreadsheet_exports_comes_back(rows: list[list[str]]):
    """Every text without blanks around it, a percent sign after a digit, or the guard of an export."""
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    if any(cell.startswith("'") or cell.endswith(("%", "％")) for row in rows for cell in row):
        return
    if any(sign in cell for row in rows for cell in row for sign in ";<{") or rows[0][0].startswith("PK"):
        return
    assert texts(out.getvalue().encode()) == rows
