"""Files that would fill the memory are refused before they are opened: within 2 seconds and 300 MB."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from sheet_makers import HEAD, ods, xlsx

ROOT = Path(__file__).resolve().parents[2]
pytest.importorskip("openpyxl", reason="openpyxl is not installed")
pytest.importorskip("python_calamine", reason="python-calamine is not installed")

OPEN = """
import resource, sys, time
from pathlib import Path
from tracker.files.sheets import open_book, read_file
from tracker.files.sheets_cells import Refused
data = read_file(Path(sys.argv[1]))
start = time.process_time()
try:
    open_book(data, "a")
    print("opened", end=" ")
except Refused as refused:
    print(refused.code, end=" ")
spent = time.process_time() - start
status = Path("/proc/self/status")  # ru_maxrss counts what the process was before it became this program
peak = status.read_text().split("VmHWM:")[1].split()[0] if status.exists() else resource.getrusage(0).ru_maxrss
print(spent, int(peak) // 1024)
"""
SECONDS, MEGABYTES = 2, 300


def cells(number: int) -> Iterator[bytes]:
    """So many cells of numbers that hardly compress, ten thousand at a time."""
    chance = Random(1)
    for _ in range(number // 10_000):
        yield b"".join(b"<c><v>%d</v></c>" % chance.randrange(10**9) for _ in range(10_000))


def gigabyte(folder: Path) -> Path:
    """1 GB of rows in a file of some megabytes."""
    return xlsx(folder / "a", [b"<row><c><v>1</v></c></row>" * 40_000] * 1_000)


def repetitive(folder: Path) -> Path:
    """100 MB of one letter."""
    return xlsx(folder / "a", [b"<row><c><v>1</v></c></row>", b" " * 100_000_000])


def million_columns(folder: Path) -> Path:
    """One row of a million cells, 18 MB."""
    return xlsx(folder / "a", [b"<row>", *cells(1_000_000), b"</row>"])


def far_column(folder: Path) -> Path:
    """Two cells, the second in the last column there is."""
    return xlsx(folder / "a", [b'<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c></row>'])


def far_row(folder: Path) -> Path:
    """One cell in the last row there is."""
    return xlsx(folder / "a", [b'<row r="1048576"><c r="A1048576"><v>1</v></c></row>'])


def many_rows(folder: Path) -> Path:
    """250,000 rows of one cell."""
    return xlsx(
        folder / "a", (part.replace(b"<c>", b"<row><c>").replace(b"</c>", b"</c></row>") for part in cells(250_000))
    )


def entities(folder: Path) -> Path:
    """Entities that would grow tenfold with each level."""
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    head = HEAD.replace(b"<worksheet", f'<!DOCTYPE w [<!ENTITY e0 "x">{levels}]><worksheet'.encode())
    return xlsx(folder / "a", [b'<row><c t="str"><v>&e11;</v></c></row>'], head)


def repeated_cells(folder: Path) -> Path:
    """An OpenDocument with one cell that stands for a thousand million."""
    cell = '<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="10000"/>'
    return ods(folder / "a", f'<table:table-row table:number-rows-repeated="100000">{cell}</table:table-row>')


def long_line(folder: Path) -> Path:
    """CSV without a line end, 50 MB."""
    return text(folder, b"a," * 25_000_000)


def wide_line(folder: Path) -> Path:
    """CSV with nearly a million columns in a line just short enough."""
    return text(folder, b"a,b\n" + b"," * 999_000 + b"\n")


def large(folder: Path) -> Path:
    """A file of more than 50 MB."""
    return text(folder, b"a,b\n" * 13_000_000)


def deep(folder: Path) -> Path:
    """JSON that opens 400,000 brackets."""
    return text(folder, b'{"a":' + b"[" * 400_000 + b"\n")


def text(folder: Path, data: bytes) -> Path:
    """A file of bytes."""
    (folder / "a").write_bytes(data)
    return folder / "a"


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (gigabyte, "bomb"),
        (repetitive, "bomb"),
        (million_columns, "too-wide"),
        (far_column, "too-wide"),
        (far_row, "too-long"),
        (many_rows, "too-long"),
        (entities, "bomb"),
        (repeated_cells, "not-a-sheet"),
        (long_line, "long-line"),
        (wide_line, "too-wide"),
        (large, "too-large"),
        (deep, "bad-json"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_bomb_is_refused_at_once(make: Callable[[Path], Path], code: str, tmp_path: Path):
    """In a process of its own, by its processor time and its largest size."""
    path = make(tmp_path)
    ended = subprocess.run(
        [sys.executable, "-c", OPEN, str(path)], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )
    said, seconds, megabytes = ended.stdout.split()
    assert (said, float(seconds) < SECONDS, int(megabytes) < MEGABYTES) == (code, True, True), ended.stdout


def test_the_gauge_sees_what_is_not_refused(tmp_path: Path):
    """A harmless file is opened: the harness does not call everything a bomb."""
    path = text(tmp_path, b"indicator,value\na,1\n")
    ended = subprocess.run(
        [sys.executable, "-c", OPEN, str(path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert ended.stdout.startswith("opened")
