"""Every speed that has a budget, as ratios within one run; exits 1 when one is over: `python benchmarks/bench.py`."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import brief
import journal
import scale
import startup
from stopwatch import Ratio, best, show, tracker
from workspace import AS_OF, write_workspace

ROUNDS = 3

# Ten times the figures, and ten times everything, may take at most so many times as long.
FIGURES_BUDGET = 10.0
EVERYTHING_BUDGET = 11.0
# Figures in the journal are read faster than the same figures in TOML.
JOURNAL_BUDGET = 1.0

# An outlook for every target may cost so many times a verdict by pace.
OUTLOOK_BUDGET = 3.0

SMALL = (50, 1_000)
FEW_FIGURES = (500, 1_000)
LARGE = (500, 10_000)
JOURNAL = "the same from the journal"


def _name(size: tuple[int, int]) -> str:
    """A size in words."""
    return f"{size[0]:,} targets, {size[1]:,} figures"


def growth(rounds: int = ROUNDS) -> list[Ratio]:
    """How the time of `status --json` grows with a workspace."""
    with TemporaryDirectory() as folder:
        commands = {}
        for size in (SMALL, FEW_FIGURES, LARGE):
            place = Path(folder) / f"{size[0]}-{size[1]}"
            write_workspace(place, *size)
            commands[_name(size)] = tracker("-C", place, "status", "--json", "--as-of", str(AS_OF))
        write_workspace(Path(folder) / "journal", *LARGE, journal=True)
        commands[JOURNAL] = tracker("-C", Path(folder) / "journal", "status", "--json", "--as-of", str(AS_OF))
        seconds = best(commands, rounds)
    large, few, small = (_name(size) for size in (LARGE, FEW_FIGURES, SMALL))
    return [
        Ratio(f"status --json, {large}", few, seconds[large], seconds[few], FIGURES_BUDGET),
        Ratio(f"status --json, {large}", small, seconds[large], seconds[small], EVERYTHING_BUDGET),
        Ratio(f"status --json, {JOURNAL}", large, seconds[JOURNAL], seconds[large], JOURNAL_BUDGET),
    ]


def outlooks(rounds: int = ROUNDS) -> list[Ratio]:
    """What judging every target by its outlook costs over judging it by pace."""
    with TemporaryDirectory() as folder:
        commands = {}
        for rule in ("outlook", "pace"):
            place = Path(folder) / rule
            write_workspace(place, *LARGE)
            (place / "tracker.toml").write_text(f'rule = "{rule}"\n', encoding="utf-8")
            commands[rule] = tracker("-C", place, "status", "--json", "--as-of", str(AS_OF))
        seconds = best(commands, rounds)
    what = f"status --json, {_name(LARGE)}, by outlook"
    return [Ratio(what, "the same by pace", seconds["outlook"], seconds["pace"], OUTLOOK_BUDGET)]


def journals() -> list[Ratio]:
    """Recording beside many figures, and reading them back."""
    with TemporaryDirectory() as folder:
        return journal.ratios(Path(folder))


def main() -> None:
    """Print the table, and fail when something takes longer than it may."""
    ratios = [*startup.ratios(), *growth(), *scale.ratios(), *outlooks(), *brief.ratios(), *journals()]
    show(ratios)
    over = [ratio for ratio in ratios if ratio.over]
    print(f"\n{len(over)} of {sum(ratio.budget is not None for ratio in ratios)} budgets exceeded")
    sys.exit(1 if over else 0)


if __name__ == "__main__":
    main()
