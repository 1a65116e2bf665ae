"""A storm: many writers killed at any instant, readers reading all the time, and every acknowledgement counted.

By hand: python tests/reliability/storm.py --kills 10000 --seed 7
"""

# ruff: noqa: T201 - printing is what a script does

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from itertools import count
from pathlib import Path

from forked import Forked, Tell, forked
from weakened import weaken

from tracker.files.append import append
from tracker.files.journal import Damaged, read
from tracker.files.submission import Journal
from tracker.reporting.submit import Who, submit

WRITERS, READERS = 16, 3
A_STORM = 500  # kills; then a new journal, as writers get slower when it is long


@dataclass
class Outcome:
    """What the storm left behind."""

    kills: int = 0
    acked: set[str] = field(default_factory=set)
    lost: int = 0
    halves: int = 0
    doubles: int = 0
    seals: int = 0
    reads: int = 0
    faults: list[str] = field(default_factory=list)  # damage, broken prefixes, errors of any process
    seconds: float = 0.0

    def harm(self) -> tuple[int, int, int, list[str]]:
        """Everything that must not be."""
        return self.lost, self.halves, self.doubles, self.faults[:3]

    def __str__(self) -> str:
        return (
            f"{self.kills} kills, {len(self.acked)} acknowledged, {self.lost} lost, {self.halves} halves, "
            f"{self.doubles} doubles, {len(self.faults)} faults, {self.seals} torn tails sealed, {self.reads} reads, "
            f"{self.seconds:.0f} s"
        )


def batch(name: str, size: int) -> list[dict[str, str]]:
    """Rows that tell how many they should be."""
    return [
        {"indicator": name, "period": "2026-10", "row": str(row), "rows": str(size), "value": "12.50"}
        for row in range(size)
    ]


def write_on(journal: Path, name: str, seen: Journal, changes: tuple[str, ...], tell: Tell) -> None:
    """Record for ever, telling each key once it is acknowledged; now and then the same figures again."""
    weaken(*changes)
    chance = random.Random(name)
    for number in count():
        rows = batch(f"{name}.{number}", chance.choice([1, 1, 1, 2, 8, 60]))
        for _ in range(2 if chance.random() < 0.1 else 1):
            receipt = submit(journal, lambda _, rows=rows: rows, Who(name, lambda: datetime.now(UTC)), seen, wait=60)
            tell(receipt.key if receipt else "nothing")
        seen = read(journal, seen)


def read_on(journal: Path, tell: Tell) -> None:
    """Read for ever, afresh and onwards, telling whether each read continues the one before."""
    before = Journal()
    for number in count():
        found = read(journal, before if number % 4 else None)
        kept = found.submissions[: len(before.submissions)] == before.submissions
        tell("read" if kept else f"broken prefix: {len(before.submissions)} -> {len(found.submissions)}")
        before = found
        time.sleep(0.005)


class Storm:
    """The parent: forks writers and readers, kills writers, counts."""

    def __init__(self, journal: Path, seed: int, changes: tuple[str, ...]) -> None:
        self.journal, self.changes = journal, changes
        self.chance = random.Random(seed)
        self.names = count()
        self.seen = Journal()
        self.outcome = Outcome()

    def run(self, kills: int, pause: float) -> Outcome:
        """Kill so many writers, about `pause` seconds apart, then look at what is there."""
        began = time.monotonic()
        writers = [self.writer() for _ in range(WRITERS)]
        readers = [forked(partial(read_on, self.journal)) for _ in range(READERS)]
        while self.outcome.kills < kills and not self.outcome.faults:
            time.sleep(self.chance.uniform(0, 2 * pause))
            self.listen(writers, readers)
            victim = self.chance.randrange(WRITERS)
            self.heard(writers[victim].kill())
            writers[victim] = self.writer()
            self.outcome.kills += 1
        for child in writers + readers:
            self.heard(child.kill())
        self.count()
        self.outcome.seconds = time.monotonic() - began
        return self.outcome

    def writer(self) -> Forked:
        """A new writer, who knows the journal as the parent last saw it."""
        self.look()
        return forked(partial(write_on, self.journal, f"w{next(self.names)}", self.seen, self.changes))

    def look(self) -> None:
        """Read on; damage is a fault, and there is then no point in going on."""
        try:
            self.seen = read(self.journal, self.seen)
        except Damaged as damaged:
            self.outcome.faults.append(str(damaged))
            self.seen = damaged.good

    def listen(self, writers: list[Forked], readers: list[Forked]) -> None:
        """Hear everyone."""
        for child in writers + readers:
            self.heard(child.listen())

    def heard(self, lines: list[str]) -> None:
        """Sort what was told: reads, faults and keys."""
        for line in lines:
            if line == "read":
                self.outcome.reads += 1
            elif " " in line:
                self.outcome.faults.append(line)
            else:
                self.outcome.acked.add(line)

    def count(self) -> None:
        """Hold the journal against what was acknowledged."""
        self.look()
        stands = self.seen.submissions
        self.outcome.lost = len(self.outcome.acked - {one.key for one in stands})
        self.outcome.halves = sum(len(one.rows) != int(one.rows[0]["rows"]) for one in stands)
        names = Counter(one.rows[0]["indicator"] for one in stands)
        self.outcome.doubles = sum(times - 1 for times in names.values())
        codes = Counter(notice.code for notice in self.seen.notices)
        self.outcome.doubles += codes["repeated"]
        self.outcome.seals = codes["sealed"]


def storm(folder: Path, *, kills: int, seed: int, pause: float = 0.03, changes: tuple[str, ...] = ()) -> Outcome:
    """One storm over a new journal in `folder`."""
    return Storm(folder / "journal.jsonl", seed, changes).run(kills, pause)


def same_rows(journal: Path, changes: tuple[str, ...], go: int, tell: Tell) -> None:
    """Wait for the start, record the one batch everyone records, and tell what the receipt says."""
    weaken(*changes)
    os.read(go, 1)
    receipt = append(journal, batch("same", 3), by="me", now=datetime.now(UTC), seen=Journal())
    tell("recorded" if receipt.recorded else "already")


def same_storm(journal: Path, changes: tuple[str, ...] = ("slow look",)) -> Counter[str]:
    """What sixteen processes are told that record the same figures at once."""
    go, start = os.pipe()
    children = [
        forked(partial(_after_closing, start, partial(same_rows, journal, changes, go))) for _ in range(WRITERS)
    ]
    os.close(go)
    os.close(start)
    return Counter(line for child in children for line in child.wait())


def _after_closing(pipe: int, work: Callable[[Tell], None], tell: Tell) -> None:
    os.close(pipe)
    work(tell)


def main() -> int:
    """Storms of 500 kills, every other one with slow writes; 1 when anything acknowledged was lost or half read."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    given = parser.parse_args()
    kills = lost = 0
    while kills < given.kills:
        changes = ("slow writes",) if kills // A_STORM % 2 else ()
        with tempfile.TemporaryDirectory() as folder:
            outcome = storm(
                Path(folder), kills=min(A_STORM, given.kills - kills), seed=given.seed + kills, changes=changes
            )
        words = ", ".join(changes) or "as it is"
        print(f"seed {given.seed + kills}, {words}: {outcome}", *outcome.faults[:3], sep="\n  ", flush=True)
        kills += A_STORM
        lost += outcome.harm() != (0, 0, 0, [])
    return min(lost, 1)


if __name__ == "__main__":
    sys.exit(main())
