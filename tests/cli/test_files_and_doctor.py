"""What a workspace is read from, and what to know when something does not work."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tracker.cli.surroundings import file_system

Office = Callable[..., Any]
MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/home /home nfs4 rw 0 0
/dev/sdb1 /home/local\\040disk xfs rw 0 0
torn
"""


def test_files_are_named_one_a_line(office: Office):
    """Whole paths, so that they are found from anywhere."""
    root = office.root  # type: ignore[attr-defined]
    said = office("files")
    assert (said.code, said.out) == (0, f"{root}/targets/office.toml\n{root}/actuals/figures.toml\n")


@pytest.mark.parametrize("content", [b"[[", b"\xff\xfe", b"", b"a=" + b"[" * 5000])
def test_files_never_fail_on_what_they_hold(office: Office, content: bytes):
    """What watches the files must go on when one of them is broken."""
    broken = office.root / "targets" / "broken.toml"  # type: ignore[attr-defined]
    broken.write_bytes(content)
    said = office("files")
    assert said.code == 0
    assert str(broken) in said.out.splitlines()


def test_a_name_that_is_no_utf_8_is_printed_byte_by_byte(tmp_path: Path, tracker: Callable[..., Any]):
    """A pipe must be able to open what it reads."""
    (tmp_path / "targets").mkdir()
    name = os.fsencode(tmp_path) + b"/targets/\xd6\xd0.toml"
    try:
        Path(os.fsdecode(name)).write_bytes(b"")
    except (OSError, UnicodeError):
        pytest.skip("this file system takes no such names")
    done = subprocess.run([sys.executable, "-m", "tracker", "files"], cwd=tmp_path, capture_output=True, check=True)
    assert done.stdout == name + b"\n"


def subjects(office: Office, *more: str) -> tuple[int, dict[str, tuple[str, int]]]:
    """The code, and the findings by subject."""
    said = office("doctor", "--json", *more)
    found = json.loads(said.out)
    assert found["exit_code"] == said.code
    return said.code, {f["subject"]: (f["found"], f["code"]) for f in found["findings"]}


def test_a_sound_workspace_is_well(office: Office):
    """Counts, and 0."""
    code, found = subjects(office)
    assert code == 0
    assert found["files"] == ("2 files, 1 targets, 1 figures", 0)
    assert found["journal"] == ("nothing recorded yet", 0)
    assert found["extra metrics"][0] == "installed"


def test_a_broken_file_is_65(office: Office):
    """The first fault is named."""
    office.write("targets/more.toml", "wrong = 1\n")  # type: ignore[attr-defined]
    code, found = subjects(office)
    assert code == 65
    assert found["files"][0].endswith("faults, the first in targets/more.toml: see tracker validate")


def test_a_damaged_journal_is_65(office: Office):
    """What was recorded cannot be trusted."""
    journal = office.root / "actuals" / "journal.jsonl"  # type: ignore[attr-defined]
    for value in ("46", "47"):
        assert office("record", "share", value, "--period", f"2025-0{value[-1]}", "--published", "2025-08-01").code == 0
    journal.write_bytes(journal.read_bytes().replace(b'"46"', b'"64"'))
    code, found = subjects(office)
    assert code == 65
    assert "journal.jsonl:1" in found["journal"][0]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_74(office: Office):
    """Reading works, recording would not."""
    folder = office.root / "actuals"  # type: ignore[attr-defined]
    folder.chmod(0o500)
    try:
        assert subjects(office)[0] == 74
    finally:
        folder.chmod(0o700)


def test_writing_is_asked_of_the_system(office: Office, monkeypatch: pytest.MonkeyPatch):
    """Where the system says that the folder cannot be written, the code is 74."""
    monkeypatch.setattr("os.access", lambda _, mode: mode != os.W_OK)
    code, found = subjects(office)
    assert (code, found["writing"][1]) == (74, 74)


def test_no_workspace_is_66(tmp_path: Path, tracker: Callable[..., Any]):
    """Everything else is told all the same."""
    said = tracker("doctor", cwd=tmp_path)
    assert said.code == 66
    assert "no workspace in" in said.out
    assert "python" in said.out


def test_channels_are_counted_and_not_shown(office: Office, monkeypatch: pytest.MonkeyPatch):
    """Their addresses hold passwords."""
    monkeypatch.setenv("TRACKER_NOTIFY", "json://user:secret@127.0.0.1/ mailto://a:secret@example.org")
    said = office("doctor")
    assert "2 named by TRACKER_NOTIFY" in said.out
    assert "secret" not in said.out + said.err


@pytest.mark.parametrize(
    ("folder", "kind", "over_network"),
    [("/srv", "ext4", False), ("/home/plan", "nfs4", True), ("/home/local disk/plan", "xfs", False)],
)
def test_the_file_system_is_that_of_the_nearest_mount(tmp_path: Path, folder: str, kind: str, over_network: bool):  # noqa: FBT001
    """Locks and renames may not hold over a network."""
    table = tmp_path / "mounts"
    table.write_text(MOUNTS, encoding="utf-8")
    assert file_system(Path(folder), table) == (kind, over_network)


def test_where_nothing_tells_the_file_system_is_unknown(tmp_path: Path):
    """Other systems keep no such table."""
    assert file_system(tmp_path, tmp_path / "none") == ("unknown", False)
