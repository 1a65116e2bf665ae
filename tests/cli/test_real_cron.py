"""A cron daemon runs the lines of `tracker cron` on copies of the shipped workspace and mails what they print.

Its folders, its mail program and its list of jobs are the test's own, in a mount namespace: nothing of the machine's
own cron is read, run or changed. One wait for the next full minute, at most.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from typing import Any

import pytest

Tracker = Callable[..., Any]
LONGEST = 110  # seconds: a minute to wait, and a slow machine
FIGURE = '[[actual]]\nindicator = "jiayuguan.aluminium.projects"\nperiod = "2022"\nvalue = 3\nsource = "bulletin"\n'
HIDDEN = {"cron.d": "/etc/cron.d", "crontabs": "/var/spool/cron/crontabs", "sbin": "/usr/sbin", "run": "/run"}
ENTER = ("unshare", "--mount", "--propagation", "private", "--fork", "--kill-child")


def obstacle() -> str:
    """Why no cron daemon can be run here; empty when one can."""
    if sys.platform != "linux" or os.geteuid():
        return "a cron daemon of one's own needs Linux and root"
    missing = [name for name in ("cron", "crontab", "unshare") if not shutil.which(name, path="/usr/sbin:/usr/bin")]
    if missing:
        return f"not installed: {', '.join(missing)} (Debian: apt-get install cron util-linux)"
    probe = subprocess.run([*ENTER, "true"], capture_output=True, text=True, check=False)
    return f"no namespace of one's own: {probe.stderr.strip()}" if probe.returncode else ""


def mail_program(box: Path) -> str:
    """A sendmail that keeps each mail in a file of its own, whole before it has its name."""
    return f'#!/bin/sh\ncat > "{box}/coming.$$" && mv "{box}/coming.$$" "{box}/mails/$$"\n'


def prepare(box: Path, crontab: str) -> str:
    """The folders cron will see, and the script that shows them to it and starts it."""
    for name in (*HIDDEN, "mails"):
        (box / name).mkdir(parents=True)
    shutil.copy2(str(shutil.which("cron", path="/usr/sbin")), box / "sbin/cron")
    (box / "sbin/sendmail").write_text(mail_program(box))
    (box / "sbin/sendmail").chmod(0o755)
    (box / "system").touch()
    (box / "jobs").write_text(crontab)
    shown = [f'mount --bind "{box}/{name}" {place}' for name, place in HIDDEN.items()]
    own = [f'[ ! -e /etc/crontab ] || mount --bind "{box}/system" /etc/crontab', f'crontab - < "{box}/jobs"']
    return "\n".join(["set -e", *shown, *own, "exec /usr/sbin/cron -f"])


@contextmanager
def cron(box: Path, crontab: str) -> Iterator[None]:
    """A cron daemon with one user's crontab, for the length of the block."""
    script = prepare(box, crontab)
    with (box / "told").open("wb") as told:
        daemon = subprocess.Popen([*ENTER, "sh", "-c", script], stdout=told, stderr=told)
    try:
        yield
        assert daemon.poll() is None, (box / "told").read_text()
    finally:
        daemon.kill()
        daemon.wait()


def every_minute(lines: str) -> str:
    """The settings of a crontab and its daily line, put on every minute."""
    settings = [line for line in lines.splitlines() if line.startswith(("MAILTO=", "CONTENT_TYPE="))]
    daily = next(line.split(maxsplit=5)[5] for line in lines.splitlines() if " --cadence daily " in line)
    return "\n".join([*settings, f"* * * * *  {daily}"]) + "\n"


def mails(box: Path) -> list[Message]:
    """What was mailed so far."""
    return [message_from_bytes(path.read_bytes()) for path in sorted((box / "mails").iterdir())]


def wait_for(happened: Callable[[], bool]) -> None:
    """Until something has happened; the test fails when it takes too long."""
    until = time.monotonic() + LONGEST
    while not happened():
        assert time.monotonic() < until, "cron ran nothing"
        time.sleep(0.2)


def a_copy(shipped: Path, folder: Path) -> Path:
    """What people wrote of the shipped workspace."""
    for part in ("targets", "seeds"):
        shutil.copytree(shipped / part, folder / part)
    if (shipped / "tracker.toml").exists():
        shutil.copy2(shipped / "tracker.toml", folder)
    return folder


def check(folder: Path, tracker: Tracker) -> str:
    """What the daily line prints in a workspace."""
    return tracker("-C", str(folder), "check", "--cadence", "daily", "--changed-since", "last", "--lang", "en").out


@pytest.mark.skipif(bool(obstacle()), reason=obstacle() or "it can be run")
def test_cron_mails_exactly_what_changed(shipped: Path, tmp_path: Path, tracker: Tracker):
    """Two workspaces, both checked before; in one a target was missed since, in the other nothing changed."""
    calm, moved, twin = (a_copy(shipped, tmp_path / name) for name in ("calm", "moved", "twin"))
    for folder in (calm, moved, twin):
        check(folder, tracker)
    for folder in (moved, twin):
        (folder / "actuals/bulletin.toml").write_text(FIGURE)
    expected = check(twin, tracker)
    crontab = "".join(
        every_minute(tracker("-C", str(folder), "cron", "--mailto", "bureau").out) for folder in (calm, moved)
    )
    memories = [folder / "actuals/verdicts.json" for folder in (calm, moved)]
    before = [memory.stat().st_mtime_ns for memory in memories]
    box = tmp_path / "box"
    with cron(box, crontab):
        wait_for(lambda: all(m.stat().st_mtime_ns != b for m, b in zip(memories, before, strict=True)))
        wait_for(lambda: bool(mails(box)))
        time.sleep(1)  # time for a second mail, if there were one
        sent = mails(box)
    told = [(mail["To"], mail.get_content_charset(), mail.get_payload(decode=True).decode()) for mail in sent]
    assert told == [("bureau", "utf-8", expected)]
    assert [line.split(" (")[0] for line in expected.splitlines()] == [
        "jiayuguan.aluminium.projects: × unknown -> missed"
    ]
