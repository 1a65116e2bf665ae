"""Nothing is sent anywhere unless a channel is named: no socket is made and no name is looked up."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HOOK = """
import os, sys
report = os.environ["SOCKETS_SEEN"]

def note(event, arguments):
    if event.startswith("socket."):
        with open(report, "a") as page:
            page.write(event + "\\n")

sys.addaudithook(note)
"""


def sockets(folder: Path, *arguments: str) -> tuple[int, list[str]]:
    """The code of a command, and everything it asked of the network, told by the interpreter itself."""
    seen = folder / "seen"
    seen.touch()
    (folder / "sitecustomize.py").write_text(HOOK, encoding="utf-8")
    env = {**os.environ, "PYTHONPATH": f"{folder}{os.pathsep}{ROOT}", "SOCKETS_SEEN": str(seen)}
    env.pop("TRACKER_NOTIFY", None)
    done = subprocess.run(
        [sys.executable, "-m", "tracker", *arguments], cwd=ROOT, env=env, capture_output=True, check=False
    )
    return done.returncode, seen.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    "arguments",
    [
        ("status",),
        ("status", "--json"),
        ("gap", "--lang", "zh"),
        ("check",),
        ("check", "-q", "--format", "nagios"),
        ("show", "changji.local-conversion"),
        ("export", "metrics"),
        ("doctor",),
        ("validate",),
        ("help", "json"),
    ],
    ids=" ".join,
)
def test_no_command_opens_a_socket_of_its_own_accord(arguments: tuple[str, ...], tmp_path: Path):
    """No telemetry, no update notice, no look-up."""
    code, seen = sockets(tmp_path, *arguments)
    assert code <= 3
    assert seen == []


def test_a_named_channel_is_seen(tmp_path: Path, example: Path):
    """The hook sees a socket where there is one, so an empty answer above means something."""
    _, seen = sockets(tmp_path, "-C", str(example), "check", "-q", "--notify", "json://127.0.0.1:9/")
    assert "socket.connect" in seen
