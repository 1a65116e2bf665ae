"""How long a leader's page takes, against `status --json` of the same workspace: `python benchmarks/brief.py`."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from stopwatch import Ratio, best, show, tracker
from workspace import AS_OF, write_workspace

ROUNDS = 3
TARGETS, FIGURES = 200, 4_000
# Every indicator and every chart.
BUDGET = 10.0

STATUS = f"status --json, {TARGETS} targets"
PAGES = {
    f"brief --all, {TARGETS} targets, Markdown": "brief.md",
    f"brief --all, {TARGETS} targets and charts, HTML": "brief.html",
}


def ratios(rounds: int = ROUNDS) -> list[Ratio]:
    """The page in each form that needs no pictures of dots."""
    with TemporaryDirectory() as folder:
        place = Path(folder) / "workspace"
        write_workspace(place, TARGETS, FIGURES)
        asked = ("--as-of", str(AS_OF))
        commands = {STATUS: tracker("-C", place, "status", "--json", *asked)}
        for name, file in PAGES.items():
            commands[name] = tracker("-C", place, "brief", "--all", *asked, "-o", Path(folder) / file)
        seconds = best(commands, rounds)
    return [Ratio(name, STATUS, seconds[name], seconds[STATUS], BUDGET) for name in PAGES]


if __name__ == "__main__":
    show(ratios())
