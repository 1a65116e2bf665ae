"""A file gives its rows with their lines, or every fault with its place; nothing in a file makes a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.fault import Fault
from tracker.domain.location import Location
from tracker.domain.target import Aim
from tracker.files.page import Page, page_of, read_page
from tracker.files.shapes import Shape, list_of, mapping, rows_of, table
from tracker.files.slips import Slip
from tracker.files.text_readers import choice, identifier, text, words
from tracker.files.value_readers import day, number, period, tolerance
from tracker.render.faults import as_text

ROOT = Path(__file__).resolve().parents[2]
BROKEN = ROOT / "tests" / "broken"

POLICY = Shape(
    "[policy]",
    "The document that makes promises.",
    must={"id": identifier("Unique in the workspace."), "title": words("What it is called.")},
    may={"issued": day("The day it was issued."), "region": words("Where it holds.")},
)
STAGE = Shape(
    "a stage",
    "One step of a promise.",
    must={"by": period("When it is due."), "value": number("What is promised.")},
    may={"aim": choice(Aim, "How it is meant."), "tolerance": tolerance("How far off still counts as kept.")},
)
TARGET = Shape(
    "[[target]]",
    "A promise about one indicator.",
    must={
        "id": identifier("Unique in the workspace."),
        "indicator": identifier("What is promised about."),
        "stages": list_of(table(STAGE), "The steps, in order.", least=1),
    },
    may={
        "aim": choice(Aim, "How the numbers are meant."),
        "lead": words("Who answers for it."),
        "tags": list_of(text("One tag."), "Labels to group by."),
        "plan": mapping(period("A year."), number("A value."), "Values by year."),
    },
)
SHEET = Shape(
    "a targets file",
    "Promises and what they are about.",
    may={"policy": table(POLICY), "target": rows_of(TARGET), "note": text("", lines=True), "name": text("")},
)

SOUND = """name = "昌吉"
[policy]
id = "p"
title = "T"

[[target]]
id = "a"
indicator = "i"
stages = [{ by = 2022, value = 1 }]

  # a comment
[[target]]
id = "b"
indicator = "i"
stages = [
  { by = "2022", value = 1 },
  { by = "2023", value = 2 },
]
"""


def _page(written: str | bytes) -> Page:
    return page_of(written.encode() if isinstance(written, str) else written, "targets/x.toml", SHEET)


def _told(page: Page) -> list[str]:
    """Place, code and complaint of every fault."""
    return [f"{fault.line}:{fault.column} {fault.code}: {fault.complaint}" for fault in page.faults]


def test_a_sound_file_gives_its_tables_with_their_lines():
    """A table that stands once, tables that stand many times, and plain values."""
    page = _page(SOUND)
    assert page.faults == []
    assert [(row["id"], row.line) for name in ("policy", "target") for row in page.tables[name]] == [
        ("p", 2),
        ("a", 6),
        ("b", 12),
    ]
    assert page.values == {"name": "昌吉"}


def test_a_row_knows_where_it_stands():
    """The location is what is shown to people."""
    row = _page(SOUND).tables["target"][1]
    assert (row.location, row.way, row.get("lead"), row.get("tags", ())) == (
        Location("targets/x.toml", 12),
        ("target", 1),
        None,
        (),
    )


def test_a_table_that_stands_once_is_a_row_or_none():
    """Nothing declared is no row, not an empty one."""
    policy = _page(SOUND).row("policy")
    assert policy
    assert (policy["id"], _page("").row("policy"), _page("").tables) == ("p", None, {"policy": [], "target": []})


TAIL = ["id = 'b'", "indicator = 'i'", "stages = [{ by = 2025, value = 1 }]"]
FIRST = "id = 'a'\nindicator = 'i'\nstages = []\n".replace("[]", "[{ by = 2025, value = 1 }]")
AS_TABLES, AS_ITEMS = "\n".join(TAIL), ", ".join(TAIL)


@pytest.mark.parametrize(
    ("written", "line"),
    [
        (f"[[target]]\n{FIRST}\n[[ target ]]\n{AS_TABLES}", 6),
        (f"note = '''\n[[target]]\n'''\n[[target]]\n{FIRST}[['target']]\n{AS_TABLES}", 8),
        (
            f"target = [\n  {{ {FIRST.strip()} }},".replace("\n", ", ").replace("[, ", "[\n")
            + f"\n\n{{ {AS_ITEMS} }} ]",
            4,
        ),
    ],
    ids=["blanks", "in-a-text", "inline"],
)
def test_lines_are_right_however_tables_are_written(written: str, line: int):
    """A search for headers is only trusted where it finds what was read."""
    page = _page(written)
    assert (page.faults, page.tables["target"][1]["id"], page.tables["target"][1].line) == ([], "b", line)


def test_nine_mistakes_in_one_file_are_nine_faults():
    """All at once, each at the place that should change, in order of the lines."""
    page = _page(
        """[policy]
id = "Chang Ji"
title = { zh = "x", fr = "y" }

[[target]]
id = "a"
indicator = "i"
aim = "at-leest"
stages = [
  { by = "2022", value = "60%" },
  { by = "2023-13", value = nan },
]
tags = ["x", 3]
[target.plan]
2024 = true
[tarjet]
"""
    )
    assert _told(page) == [
        '2:6 bad-id: id: "Chang Ji" is not an id',
        '3:21 unknown-key: unknown key "fr" in a name',
        '8:7 bad-choice: aim: "at-leest" is not one of: at-least, at-most, about, between, exactly',
        '10:26 wrong-type: value: a number is wanted, not the text "60%"',
        "11:10 bad-period: by: '2023-13' is not a period: a year has 12 such parts and none is number 13",
        '11:29 bad-number: value: "nan" is not a number that can be used',
        "13:14 wrong-type: tags: text is wanted, not a number",
        "15:8 wrong-type: 2024: a number is wanted, not true or false",
        '16:1 unknown-key: unknown key "tarjet" in a targets file',
    ]


def test_a_fault_shows_its_line_after_the_one_before():
    """The last line of the excerpt is the line of the fault."""
    [fault] = _page(SOUND.replace("value = 2 }", 'value = "2" }')).faults
    assert fault == Fault(
        "targets/x.toml",
        17,
        26,
        "wrong-type",
        'value: a number is wanted, not the text "2"',
        "write 2, without quotes",
        '  { by = "2022", value = 1 },\n  { by = "2023", value = "2" },',
    )


@pytest.mark.parametrize(
    ("written", "excerpt"),
    [
        ("x = 1", "x = 1"),
        ("\n \nx = 1\n", "x = 1"),
        ("# one\nx = 1\ny = 2", "# one\nx = 1"),
        (f"x = '{'y' * 1000}'", ""),
    ],
)
def test_an_excerpt_is_no_longer_than_it_helps(written: str, excerpt: str):
    """No blank line before, nothing behind, and no line of a thousand characters."""
    assert _page(written).faults[0].excerpt == excerpt


def test_rows_with_a_slip_are_kept_apart():
    """What could be read of them is there, so that their ids are known."""
    page = _page(SOUND.replace('indicator = "i"', "indicator = 1", 1))
    assert [row["id"] for row in page.tables["target"]] == ["b"]
    assert [(row["id"], row.line, row.get("indicator")) for row in page.unsound["target"]] == [("a", 6, None)]


@pytest.mark.parametrize(
    ("way", "place"),
    [
        ((), (12, 1)),
        (("stages",), (15, 10)),
        (("stages", 1), (17, 3)),
        (("stages", 1, "value"), (17, 26)),
        (("lead",), (12, 1)),
        (("stages", 7, "by"), (15, 10)),
    ],
)
def test_a_later_check_points_into_the_file(way: tuple[str | int, ...], place: tuple[int, int]):
    """What is not written down is placed at what would hold it."""
    fault = _page(SOUND).tables["target"][1].fault_at(way, "stage-order", "out of order", "put it in order")
    assert ((fault.line, fault.column), fault.code, fault.help) == (place, "stage-order", "put it in order")


def test_a_later_check_can_point_at_the_key():
    """Where the key is the mistake, not its value."""
    page = _page(SOUND)
    assert page.tables["target"][1].fault_at(("stages",), "c", "x", at_key=True).column == 1
    assert page.fault_at(Slip(("policy", "id"), "c", "x")).line == 3


def test_a_file_with_thousands_of_mistakes_is_cut_off():
    """Five hundred are told, then that there are more."""
    page = _page("".join(f"key-{place} = 1\n" for place in range(2000)))
    assert (len(page.faults), page.faults[-1].code, page.faults[-1].complaint) == (
        500 + 1,
        "too-many-faults",
        "there are more than 500 faults",
    )


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (b"", []),
        (b"\xef\xbb\xbf# only a mark and a comment", []),
        (SOUND.replace("\n", "\r\n").encode(), []),
        (
            'name = "铝液"'.encode("gb18030"),
            ["1:9 not-utf8: the file is not UTF-8: byte 8 (line 1) is 0xc2; it reads as GB18030"],
        ),
        ("目标 = 1".encode(), ["1:1 toml-syntax: a key that is not plain letters, digits, - and _ needs quotes"]),
        (b"value = 60%", ["1:11 toml-syntax: a number has no % in it"]),
        (b"[" * 20_000, ["1:65 too-deep: brackets are nested more than 64 deep"]),
        (b"a" + b".a" * 16_000 + b" = 1", ["1:2 too-deep: a dotted key has more than 32 parts"]),
        (b"name = 1e99999999999", ['1:8 bad-number: name: "1e99999999999" is not a number that can be used']),
        (b"name = nan", ['1:8 bad-number: name: "nan" is not a number that can be used']),
        (b"name = " + b"9" * 5000, ["1:8 bad-number: the number has more than 1,000 digits"]),
        (b"name = " + b"9" * 2000, ["1:8 wrong-type: name: text is wanted, not a number"]),
        (b"name = 0x" + b"f" * 50_000, ["1:8 wrong-type: name: text is wanted, not a number"]),
        (b"name = \x00", ["1:8 toml-syntax: there is an invisible character, U+0000"]),
        (b"#" * 5_000_001, ["1:1 too-large: the file is larger than 5,000,000 bytes"]),
        (b"name = 1979-05-27T07:32:00+23:59", ["1:8 wrong-type: name: text is wanted, not a day with a time"]),
    ],
    ids=lambda value: None if isinstance(value, list) else str(value[:12]),
)
def test_hostile_and_clumsy_bytes_are_told(written: bytes, told: list[str]):
    """Encodings, depth, length, numbers: values or a fault, never a traceback."""
    assert _told(_page(written)) == told


def _unreadable(path: Path) -> str:
    return "; ".join(f"{fault.code}: {fault.complaint}" for fault in read_page(path, "x.toml", SHEET).faults)


def test_a_file_is_read_by_its_path(tmp_path: Path):
    """The name shown is the one given, not the path."""
    (tmp_path / "x.toml").write_text(SOUND, "utf-8")
    page, same = read_page(tmp_path / "x.toml", "targets/x.toml", SHEET), _page(SOUND)
    assert (page.shown, page.text, page.values) == (same.shown, same.text, same.values)


def test_what_is_no_file_is_told(tmp_path: Path):
    """A folder, nothing, a name no system takes."""
    assert [_unreadable(tmp_path), _unreadable(tmp_path / "none.toml"), _unreadable(tmp_path / "a\0b")] == [
        "not-a-file: this is a folder",
        "no-file: there is no such file",
        "unreadable-file: the file cannot be read: embedded null byte",
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path):
    """Reading it would never end."""
    os.mkfifo(tmp_path / "pipe.toml")
    assert _unreadable(tmp_path / "pipe.toml") == "not-a-file: this is not an ordinary file"


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="no file here that opens and cannot be read")
def test_a_file_that_cannot_be_read_is_told():
    """Whatever the system says."""
    assert _unreadable(Path("/proc/self/mem")) == "unreadable-file: the file cannot be read: Input/output error"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may read every file")
def test_a_forbidden_file_is_told(tmp_path: Path):
    """Permissions are part of an office."""
    (tmp_path / "x.toml").write_text("")
    (tmp_path / "x.toml").chmod(0)
    assert _unreadable(tmp_path / "x.toml") == "unreadable-file: the file cannot be read: Permission denied"


_LINES = st.sampled_from(
    [
        *SOUND.split("\n"),
        "[policy.title]",
        "zh = 1",
        "[[target.stages]]",
        "by = 2022",
        "plan = { 2024 = nan, x = '' }",
        "lead = '\u202e'",
        "目标 = 60%",
    ]
)


@given(st.lists(_LINES, max_size=12))
def test_any_lines_in_any_order_are_rows_or_faults_inside_the_file(lines: list[str]):
    """Every fault has a place that exists, and a second reading says the same."""
    written = "\n".join(lines)
    page = _page(written)
    assert page.faults == _page(written).faults
    for fault in page.faults:
        line = written.split("\n")[fault.line - 1]
        assert 1 <= fault.column <= len(line) + 1
        assert fault.excerpt.split("\n")[-1] == line


def test_a_sound_file_loads_nothing_that_only_faults_need():
    """The usual case stays quick."""
    child = f"""
import sys
sys.path[:0] = [{str(ROOT)!r}, {str(Path(__file__).parent)!r}]
from tracker.files.page import page_of
from tracker.files.shapes import Shape, rows_of
from tracker.files.text_readers import identifier, words
from tracker.files.value_readers import number
row = Shape("a row", "", must={{"id": identifier(""), "value": number("")}}, may={{"name": words("")}})
sheet = Shape("", "", may={{"row": rows_of(row)}})
page = page_of("[[row]]\\nid = 'a'\\nvalue = 1.5\\nname = '名'".encode(), "x", sheet)
assert page.tables["row"] and not page.faults
lazy = ["difflib", "tracker.files.positions", "tracker.files.advice", "tracker.files.hints", "tracker.files.schema"]
print([name for name in lazy if name in sys.modules])
"""
    assert subprocess.run([sys.executable, "-c", child], capture_output=True, text=True, check=True).stdout == "[]\n"


@pytest.mark.parametrize("path", sorted(BROKEN.glob("*.toml")), ids=lambda path: path.stem)
def test_a_broken_file_is_told_as_people_read_it(path: Path):
    """One file a mistake; the whole text is compared with the one that stands beside it."""
    told = as_text(read_page(path, path.name, SHEET).faults, files_read=1)
    if os.environ.get("RENEW_GOLDEN"):
        path.with_suffix(".txt").write_text(told, "utf-8")
    assert told == path.with_suffix(".txt").read_text("utf-8")


def test_there_are_broken_files():
    """An empty folder would make the test above say nothing."""
    assert len(list(BROKEN.glob("*.toml"))) == len(list(BROKEN.glob("*.txt"))) >= 14
