"""Time commands side by side, and hold the ratios against budgets."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

ROOT = Path(__file__).resolve().parent.parent
CODE_OF_THE_LAST_VERDICT = 3

# As people start it: a PYTHONDONTWRITEBYTECODE of a container, say, would have every run compile the whole program.
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")} | {
    "PYTHONPATH": str(ROOT)
}

Command = Sequence[str | Path]


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many times as long one thing takes as another in the same run; without a budget it is only told."""

    what: str
    against: str
    seconds: float
    yardstick: float
    budget: float | None

    @property
    def times(self) -> float:
        """The ratio itself."""
        return self.seconds / self.yardstick

    @property
    def over(self) -> bool:
        """Whether it takes longer than it may."""
        return self.budget is not None and self.times > self.budget


def tracker(*arguments: str | Path) -> Command:
    """The command as people run it: the installed script, or the package where no script is installed."""
    script = Path(sys.executable).with_name("tracker")
    return (script, *arguments) if script.exists() else (sys.executable, "-m", "tracker", *arguments)


def _seconds(command: Command) -> float:
    """The wall-clock time of one run."""
    start = time.perf_counter()
    _run(command)
    return time.perf_counter() - start


def processor_seconds(command: Command) -> float:
    """The processor time of one run, which a busy machine does not lengthen; what it waits for is left out."""
    start = getrusage(RUSAGE_CHILDREN)
    _run(command)
    end = getrusage(RUSAGE_CHILDREN)
    return end.ru_utime + end.ru_stime - start.ru_utime - start.ru_stime


def _run(command: Command) -> None:
    """One run; one that ends in an error measures nothing and stops everything."""
    ended = subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, capture_output=True, check=False)
    if ended.returncode > CODE_OF_THE_LAST_VERDICT or b"Traceback" in ended.stderr:
        sys.exit(f"{' '.join(map(str, command))} ended with {ended.returncode}:\n{ended.stderr.decode()}")


def best(commands: Mapping[str, Command], rounds: int) -> dict[str, float]:
    """The shortest of so many runs of each command, in seconds; taken in turns, so that all see the same weather."""
    runs = [{name: _seconds(command) for name, command in commands.items()} for _ in range(rounds + 1)]
    return {name: min(run[name] for run in runs[1:]) for name in commands}  # the first run only warms the caches


def show(ratios: Iterable[Ratio]) -> None:
    """Print one line a ratio."""
    print(f"{'what':<52} {'ms':>8} {'times':>7} {'budget':>7}  against")
    for ratio in ratios:
        budget = "-" if ratio.budget is None else f"{ratio.budget:g}"
        mark = "OVER" if ratio.over else ""
        line = (
            f"{ratio.what:<52} {ratio.seconds * 1000:8.1f} {ratio.times:7.2f} {budget:>7}  {ratio.against:<28} {mark}"
        )
        print(line.rstrip())
