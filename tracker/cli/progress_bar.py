"""How far long work has come: a bar on stderr, on a terminal only, and only once it has taken two seconds."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

QUIET = 2.0  # seconds


@contextmanager
def progress(label: str, every: int = 256) -> Iterator[Callable[[], None]]:
    """A function to call for every row that is done; the clock is looked at every so many rows."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    bar = _Bar(label, every)
    try:
        yield bar.tick
    finally:
        bar.end()


class _Bar:
    """Counts, and shows the count once that is worth while."""

    def __init__(self, label: str, every: int) -> None:
        self.label, self.every, self.rows, self.began = label, every, 0, time.monotonic()
        self.shown: Any = None
        self.task: Any = None

    def tick(self) -> None:
        """One more row; the clock is looked at now and then only."""
        self.rows += 1
        if self.rows % self.every:
            return
        if self.shown:
            self.shown.update(self.task, completed=self.rows)
        elif time.monotonic() - self.began > QUIET:
            self.show()

    def show(self) -> None:
        """Draw the bar for the first time."""
        from rich.console import Console
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        parts = (
            SpinnerColumn("line"),
            TextColumn(self.label),
            TextColumn("{task.completed:,.0f}"),
            TimeElapsedColumn(),
        )
        self.shown = Progress(*parts, console=Console(stderr=True, markup=False), transient=True)
        self.task = self.shown.add_task(self.label, total=None)
        self.shown.start()

    def end(self) -> None:
        """Take the bar away."""
        if self.shown:
            self.shown.stop()
