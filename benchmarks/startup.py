"""How long a start takes, against an empty interpreter and a small Typer program: `python benchmarks/startup.py`."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from stopwatch import Command, Ratio, best, show, tracker

ROUNDS = 20

BARE = "python -c pass"
HELLO = "typer hello-world"
VERSION = "tracker --version"
STATUS = "tracker status --json, shipped workspace"
CHECK = "tracker check -q, shipped workspace"

HELLO_WORLD = '''
import typer

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command()
def hello(name: str = "world") -> None:
    """Greet somebody."""
    typer.echo(f"hello, {name}")


app()
'''

# What is measured, against what, and how many times as long it may take.
BUDGETS = (
    (HELLO, BARE, None),
    (VERSION, BARE, 3.0),
    (VERSION, HELLO, 1.0),
    (STATUS, BARE, None),
    (STATUS, HELLO, 2.0),
    (CHECK, BARE, None),
    (CHECK, HELLO, 2.0),
)


def _commands(folder: Path) -> dict[str, Command]:
    """The programs that are started, by name."""
    hello = folder / "hello.py"
    hello.write_text(HELLO_WORLD, encoding="utf-8")
    return {
        BARE: (sys.executable, "-c", "pass"),
        HELLO: (sys.executable, hello),
        VERSION: tracker("--version"),
        STATUS: tracker("status", "--json"),
        CHECK: tracker("check", "-q"),
    }


def ratios(rounds: int = ROUNDS) -> list[Ratio]:
    """Every start-up ratio, all from one run."""
    with TemporaryDirectory() as folder:
        seconds = best(_commands(Path(folder)), rounds)
    return [Ratio(what, against, seconds[what], seconds[against], budget) for what, against, budget in BUDGETS]


if __name__ == "__main__":
    show(ratios())
