"""Every system call of one recording fails in turn, or is the last thing its process does."""

# ruff: noqa: S607, T201 - strace is wherever it is; the count of cases is told

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tracker.files.append import append
from tracker.files.journal import read
from tracker.files.submission import Journal

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
ROWS = [{"indicator": f"i-{row}", "value": "12.50"} for row in range(3)]

# One process that records, as the command does: read, append, acknowledge.
RECORD = """
import json, sys
from datetime import UTC, datetime
from pathlib import Path
from tracker.files.append import NotSaved, append
from tracker.files.journal import Unreadable, read
path = Path(sys.argv[1])
try:
    receipt = append(path, json.loads(sys.argv[2]), by="me", now=datetime.now(UTC), seen=read(path))
except (NotSaved, Unreadable) as refused:
    print(refused)
    sys.exit(74)
print("acknowledged")
"""

ERRORS = {
    "openat": ("EACCES", "EIO", "ENOSPC", "EROFS", "EMFILE"),
    "flock": ("EIO", "ENOLCK"),
    "write": ("ENOSPC", "EIO", "EFBIG", "EDQUOT"),
    "fsync": ("EIO", "ENOSPC", "EDQUOT"),
    "read": ("EIO",),
    "lseek": ("EINVAL",),
    "fstat": ("EIO",),
    "newfstatat": ("EIO",),
    "close": ("EIO",),
}


def traced(path: Path, *how: str) -> tuple[subprocess.CompletedProcess[str], list[str]]:
    """Record under strace, and the calls that touched the journal, its lock or its folder, in order."""
    log = path.parent.parent / "calls"
    touching = [word for one in (path, path.with_name("journal.jsonl.lock"), path.parent) for word in ("-P", str(one))]
    command = [
        "strace",
        "-qq",
        "-o",
        str(log),
        *touching,
        *how,
        sys.executable,
        "-c",
        RECORD,
        str(path),
        json.dumps(ROWS),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done, re.findall(r"^(\w+)\(", log.read_text() if log.exists() else "", re.MULTILINE)


@pytest.fixture(scope="module", params=["first record", "later record"])
def start(request: pytest.FixtureRequest) -> bool:
    """Whether there is a journal already; the module is skipped, with the reason, where tracing is not possible."""
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed")
    if subprocess.run(["strace", "-qq", "-o", "/dev/null", "true"], capture_output=True, check=False).returncode:
        pytest.skip("tracing processes is not allowed here")
    return request.param == "later record"


def journal_in(folder: Path, *, later: bool) -> Path:
    """Where to record: a folder with nothing in it, or with a journal of one record and a torn tail."""
    path = folder / "actuals" / "journal.jsonl"
    path.parent.mkdir(parents=True)
    if later:
        append(path, [{"value": "before"}], by="me", now=NOON, seen=Journal())
        with path.open("ab") as page:
            page.write(b'{"crc":"1a2b')
    return path


def cases(calls: list[str]) -> list[tuple[str, int, str]]:
    """Each call by its name and which of that name it is, with each thing that can befall it."""
    counted: Counter[str] = Counter()
    found = []
    for call in calls:
        counted[call] += 1
        befalls = ["signal=SIGKILL", *(f"error={error}" for error in ERRORS.get(call, ()))]
        found += [(call, counted[call], befall) for befall in befalls]
    return found


def violation(path: Path, call: str, number: int, befall: str, *, later: bool) -> str | None:
    """What is wrong after one call went wrong, or None."""
    before = 1 if later else 0
    done, _ = traced(path, "-e", f"inject={call}:{befall}:when={number}")
    acknowledged = done.stdout == "acknowledged\n"
    rows = [len(one.rows) for one in read(path).submissions][before:]
    if acknowledged != (done.returncode == 0) or "Traceback" in done.stderr:
        return f"exit {done.returncode}: {done.stdout}{done.stderr[-300:]}"
    if rows not in ([[3]] if acknowledged else [[], [3]]):
        return f"acknowledged: {acknowledged}, and there is {rows}"
    append(path, ROWS, by="me", now=NOON, seen=read(path))
    append(path, [{"value": "after"}], by="me", now=NOON, seen=read(path))
    rows = [len(one.rows) for one in read(path).submissions]
    return None if rows == [1] * before + [3, 1] else f"the next writers leave {rows}"


def test_whatever_call_fails_nothing_acknowledged_is_lost(tmp_path: Path, start: bool):  # noqa: FBT001  a fixture
    """Killed at each call, and each error it can give: no half batch, an honest exit code, and the next can go on."""
    done, calls = traced(journal_in(tmp_path / "plain", later=start))
    assert (done.stdout, done.stderr) == ("acknowledged\n", "")
    assert {"openat", "flock", "write", "fsync"} <= set(calls)
    outcomes = {
        (call, number, befall): violation(
            journal_in(tmp_path / f"{call}-{number}-{befall}", later=start), call, number, befall, later=start
        )
        for call, number, befall in cases(calls)
    }
    print(f"{len(outcomes)} cases over {calls}")
    assert {case: wrong for case, wrong in outcomes.items() if wrong} == {}
    assert len(outcomes) > 30
