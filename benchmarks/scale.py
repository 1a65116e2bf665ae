"""What ten times the targets cost, by processor time of whole processes: `python benchmarks/scale.py`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory

from promises import promises
from stopwatch import Command, Ratio, processor_seconds, show, tracker
from workspace import AS_OF, SEED, write_workspace

ROUNDS = 3
FEW, MANY = 1_000, 10_000
FIGURES_A_TARGET = 17.6
DAY = ("--as-of", str(AS_OF))

# Ten times the targets may take at most so many times as long: 11, or 1.3 times what was measured where that is less.
GROWTH_BUDGETS = {"status --json": 11.0, "check -q": 11.0, "validate": 9.2, "show ONE": 9.2, "record": 9.2}
# What speaks of one target may take at most so many times as long as the status of all of them.
ONE_BUDGETS = {"show ONE": 1 / 3, "record": 1 / 3}  # measured: 0.27 and 0.29

Run = Callable[[int], Command]


def runs(place: Path, targets: int) -> Mapping[str, Run]:
    """Each command as the so-many-eth round runs it; a round records a figure that no other has recorded."""
    growths = [one.id for one in promises(targets, Random(SEED)) if one.kind.unit == "%"]
    period = ("--period", "2025-04", "--published", str(AS_OF))
    return {
        "status --json": lambda _: tracker("-C", place, "status", "--json", *DAY),
        "check -q": lambda _: tracker("-C", place, "check", "-q", *DAY),
        "validate": lambda _: tracker("-C", place, "validate"),
        "show ONE": lambda round_: tracker("-C", place, "show", growths[round_], *DAY),
        "record": lambda round_: tracker("-C", place, "record", growths[round_], "8.5", *period, *DAY),
    }


def measured(folder: Path, rounds: int) -> tuple[list[dict[str, float]], list[dict[str, float]]]:
    """The seconds of every command beside few and beside many targets, round by round and one beside the other."""
    commands = []
    for targets in (FEW, MANY):
        place = folder / str(targets)
        write_workspace(place, targets, int(targets * FIGURES_A_TARGET), journal=True)
        commands.append(runs(place, targets))
    few: list[dict[str, float]] = [{} for _ in range(rounds)]
    many: list[dict[str, float]] = [{} for _ in range(rounds)]
    for number in range(rounds):
        for name in GROWTH_BUDGETS:
            for seconds, by_name in zip((few[number], many[number]), commands, strict=True):
                seconds[name] = processor_seconds(by_name[name](number))
    return few, many


def between(what: str, against: str, pairs: list[tuple[float, float]], budget: float) -> Ratio:
    """The pair whose ratio is the median one."""
    middle = median(one / other for one, other in pairs)
    one, other = min(pairs, key=lambda pair: abs(pair[0] / pair[1] - middle))
    return Ratio(what, against, one, other, budget)


def ratios(rounds: int = ROUNDS) -> list[Ratio]:
    """How each command grows, and what one target costs beside all of them."""
    with TemporaryDirectory() as folder:
        few, many = measured(Path(folder), rounds)
    grown = [
        between(f"{name}, {MANY:,} targets", f"{FEW:,} targets", pairs_of(name, many, name, few), budget)
        for name, budget in GROWTH_BUDGETS.items()
    ]
    single = [
        between(f"{name}, {MANY:,} targets", "status --json of all", pairs_of(name, many, "status --json", many), most)
        for name, most in ONE_BUDGETS.items()
    ]
    return [*grown, *single]


def pairs_of(
    name: str, rounds: list[dict[str, float]], other: str, against: list[dict[str, float]]
) -> list[tuple[float, float]]:
    """The seconds of two commands in each round."""
    return [(one[name], two[other]) for one, two in zip(rounds, against, strict=True)]


def main() -> int:
    """Show every ratio; 1 when one is over."""
    found = ratios()
    show(found)
    return int(any(ratio.over for ratio in found))


if __name__ == "__main__":
    sys.exit(main())
