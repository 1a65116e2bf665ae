"""Speed of the journal, as ratios in one run; exits 1 when one is over its budget: `python benchmarks/journal.py`."""

from __future__ import annotations

import gc
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from stopwatch import ENVIRONMENT, Ratio, show

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tracker.files.journal import read  # noqa: E402  found by the line above
from tracker.files.journal_line import content_key, submission_line  # noqa: E402

ROUNDS = 15
MANY, FEW = 100_000, 10_000
BATCH = 60  # figures a submission, as an import of one month's bulletin has
FIRST = datetime(2020, 1, 31, 8, tzinfo=UTC)

APPEND_BUDGET = 1.5
GROWTH_BUDGET = 13.0  # ten times the work, in memory the processor holds no longer close by
TOML_BUDGET = 0.25
MICROSECONDS = {BATCH: 4.0, 1: 8.0}

# What `tracker record` does: start, read, append; all but the reading is timed, and the append alone.
RECORD = """
import time
start = time.perf_counter()
import sys
from datetime import UTC, datetime
from pathlib import Path
from tracker.files.append import append
from tracker.files.journal import read
path, rows = Path(sys.argv[1]), [{"indicator": "changji.output", "period": "2026-10", "value": sys.argv[2]}]
before = time.perf_counter()
seen = read(path)
after = time.perf_counter()
append(path, rows, by="me", now=datetime.now(UTC), seen=seen)
end = time.perf_counter()
print(before - start + end - after, end - after)
"""


def row(number: int) -> dict[str, str]:
    """One figure as people record them."""
    return {
        "indicator": f"changji.chain-{number % 300}.output",
        "period": f"20{number % 25:02}-{number % 12 + 1:02}",
        "value": f"{number / 100:.2f}",
        "unit": "bn CNY",
        "vintage": "final",
        "published": "2026-11-05",
        "source": "municipal monthly bulletin",
    }


def written(path: Path, figures: int, batch: int) -> Path:
    """A journal of so many figures, so many a submission."""
    with path.open("wb") as page:
        for number in range(0, figures, batch):
            rows = [row(one) for one in range(number, min(number + batch, figures))]
            page.write(submission_line(content_key(rows), FIRST + timedelta(seconds=number), "officer", rows))
    return path


def seconds(work: Callable[[], object], rounds: int = 5) -> float:
    """The shortest of so many runs, in processor time: reading waits for nothing, and commands look for no cycles."""
    gc.disable()
    runs = []
    for _ in range(rounds):
        start = time.process_time()
        result = work()
        runs.append(time.process_time() - start)
        del result  # letting go of it is not part of the work
    return min(runs)


def append_seconds(paths: Sequence[Path]) -> list[tuple[float, float]]:
    """For each journal the shortest time of a process that records one figure, without reading, and of its append."""
    runs: list[list[tuple[float, ...]]] = [[] for _ in paths]
    for number in range(ROUNDS):
        for path, times in zip(paths, runs, strict=True):
            command = (sys.executable, "-c", RECORD, path, f"{number}.50")
            done = subprocess.run(command, env=ENVIRONMENT, capture_output=True, check=True)
            times.append(tuple(map(float, done.stdout.split())))
    return [(min(whole for whole, _ in times), min(append for _, append in times)) for times in runs]


def as_toml(path: Path, figures: int) -> Path:
    """The same figures as a file kept by hand."""
    tables = (
        "[[actual]]\n" + "".join(f'{name} = "{value}"\n' for name, value in row(number).items())
        for number in range(figures)
    )
    path.write_text("\n".join(tables), "utf-8")
    return path


def reading(folder: Path, batch: int, by_toml: float) -> list[Ratio]:
    """Reading a long journal against the time it may take, a tenth of it, and the same figures in TOML."""
    many, few = folder / f"many-{batch}.jsonl", written(folder / f"few-{batch}.jsonl", FEW, batch)
    long, short, budget = seconds(lambda: read(many)), seconds(lambda: read(few)), MICROSECONDS[batch]
    what = f"read {MANY:,} figures, {batch} a submission"
    return [
        Ratio(what, f"{budget:g} us a figure", long, MANY * budget / 1e6, 1.0),
        Ratio(what, "a tenth of them", long, short, GROWTH_BUDGET),
        Ratio(f"read {FEW:,} figures, {batch} a submission", "tomllib, the same figures", short, by_toml, TOML_BUDGET),
    ]


def appending(folder: Path) -> list[Ratio]:
    """Appending to a long journal against appending to an empty one."""
    paths = [folder / "empty" / "journal.jsonl", *(folder / f"many-{batch}.jsonl" for batch in MICROSECONDS)]
    (whole, append), *long = append_seconds(paths)
    found = []
    for batch, (long_whole, long_append) in zip(MICROSECONDS, long, strict=True):
        size = f"{MANY:,} figures, {batch} a submission"
        found.append(Ratio(f"record beside {size}", "record beside none", long_whole, whole, APPEND_BUDGET))
        found.append(Ratio("its append alone", "append to an empty one", long_append, append, None))
    return found


def ratios(folder: Path) -> list[Ratio]:
    """Reading and appending, each against its yardsticks."""
    toml = as_toml(folder / "actuals.toml", FEW).read_text("utf-8")
    by_toml = seconds(lambda: tomllib.loads(toml), 1)
    for batch in MICROSECONDS:
        written(folder / f"many-{batch}.jsonl", MANY, batch)
    return [ratio for batch in MICROSECONDS for ratio in reading(folder, batch, by_toml)] + appending(folder)


def main() -> int:
    """Show every ratio; 1 when one is over."""
    with TemporaryDirectory() as folder:
        found = ratios(Path(folder))
    show(found)
    return int(any(ratio.over for ratio in found))


if __name__ == "__main__":
    sys.exit(main())
