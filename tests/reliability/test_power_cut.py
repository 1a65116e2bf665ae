"""The power goes at any instant: whatever was acknowledged is on the disk.

Writers work on a file system in a file. They are stopped, the file is copied as it is, with all that the system still
holds back in memory missing from it, and the copy is mounted and held against what was acknowledged.
"""

# ruff: noqa: T201 - the seed is told, so that it can be given again

from __future__ import annotations

import os
import random
import signal
import time
from datetime import UTC, datetime
from functools import partial
from itertools import count
from pathlib import Path

from forked import Forked, Tell, forked
from mounted import ext4, mounted
from weakened import weaken

from tracker.files.append import append
from tracker.files.journal import read
from tracker.files.submission import Journal

CUTS, WRITERS = 20, 4
MEGABYTES = 16


def write_on(folder: Path, name: str, changes: tuple[str, ...], tell: Tell) -> None:
    """Record into ever new journals, so that their names are at risk as well as their content."""
    weaken(*changes)
    for number in count():
        path = folder / f"{number // 20}" / "journal.jsonl"
        rows = [{"indicator": f"{name}-{number}", "rows": "1"}]
        tell(f"{path.parent.name} {append(path, rows, by=name, now=datetime.now(UTC), seen=Journal(), wait=60).key}")


def stopped(writers: list[Forked]) -> set[str]:
    """Stop all of them where they are, and hear what was acknowledged until now."""
    for writer in writers:
        os.kill(writer.pid, signal.SIGSTOP)
    for writer in writers:
        writer.listen()
    return {line for writer in writers for line in writer.told}


def at_one_instant(image: Path) -> bytes:
    """The disk as it is between two writes: the system may be writing something back just now."""
    before = image.read_bytes()
    while (after := image.read_bytes()) != before:
        before = after
    return after


def lost(copy: Path, where: Path, acknowledged: set[str]) -> set[str]:
    """What was acknowledged and is not on the copy of the disk."""
    with mounted(copy, where, "-o", "loop") as disk:
        stand = {f"{path.parent.name} {key}" for path in disk.glob("*/journal.jsonl") for key in read(path).keys}
    return acknowledged - stand


def cut_power(folder: Path, changes: tuple[str, ...]) -> list[tuple[int, int]]:
    """For each cut: how much was acknowledged, and how much of it was lost."""
    seed = random.randrange(10**6)
    chance = random.Random(seed)
    print(f"seed {seed}")
    outcomes = []
    with mounted("none", folder / "below", "-t", "tmpfs") as below:
        for cut in range(CUTS):
            image = ext4(below / f"disk-{cut}", MEGABYTES)
            with mounted(image, folder / "disk", "-o", "loop") as disk:
                writers = [forked(partial(write_on, disk, f"w{number}", changes)) for number in range(WRITERS)]
                while not any(writer.listen() for writer in writers):
                    time.sleep(0.01)
                time.sleep(chance.uniform(0, 0.4))
                acknowledged = stopped(writers)
                copy = below / "copy"
                copy.write_bytes(at_one_instant(image))
                for writer in writers:
                    writer.kill()
            assert [line for line in acknowledged if line.startswith("error")] == []
            outcomes.append((len(acknowledged), len(lost(copy, folder / "later", acknowledged))))
            image.unlink()
    print(outcomes)
    return outcomes


def test_a_power_cut_loses_nothing_acknowledged(tmp_path: Path):
    """Twenty cuts; each with something to lose."""
    outcomes = cut_power(tmp_path, ())
    assert [missing for _, missing in outcomes] == [0] * CUTS
    assert min(told for told, _ in outcomes) > 0


def test_control_without_the_sync_a_power_cut_loses(tmp_path: Path):
    """In every cut."""
    assert min(missing for _, missing in cut_power(tmp_path, ("no sync",))) > 0
