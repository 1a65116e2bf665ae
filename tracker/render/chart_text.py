"""Charts as text: a plot for a terminal, a line of eight heights, and a bar of completion against schedule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

from tracker.render.as_plain import clean, width
from tracker.render.chart import Drawing, Place

HEIGHTS = "▁▂▃▄▅▆▇█"
HEIGHTS_ASCII = "_.-=+*#@"
DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The dots of a Braille cell by row and column; such cells are one wide on every terminal."""
BRAILLE = 0x2800
ACTUAL, PATH, STAGE, OUTLOOK = "o", ".", "X", ":"
JOINED = "-"
FULL, EMPTY, DUE = ("█", "="), ("·", "."), "|"
BAR = 10


@dataclass(slots=True)
class _Canvas:
    """Cells of characters, and finer dots below them."""

    wide: int
    high: int
    drawing: Drawing
    cells: dict[tuple[int, int], str] = field(default_factory=dict)
    dots: dict[tuple[int, int], int] = field(default_factory=dict)

    def at(self, place: Place) -> tuple[float, float]:
        """Where a place lies: columns from the left, rows from the top, in parts of a cell."""
        (first, last), (low, top) = self.drawing.across, self.drawing.up
        across = (place[0] - first) / (last - first)
        return across * (self.wide - 0.01), (top - place[1]) / (top - low) * (self.high - 0.01)

    def put(self, place: Place, mark: str) -> None:
        """A character where none stands yet."""
        column, row = (int(part) for part in self.at(place))
        self.cells.setdefault((column, row), mark)

    def join(self, start: Place, end: Place, mark: str) -> None:
        """Characters along a straight line, where nothing stands yet."""
        for place in along(start, end, self.wide * 2):
            self.put(place, mark)

    def dot(self, start: Place, end: Place) -> None:
        """A fine line of dots."""
        for place in along(start, end, self.wide * 4):
            column, row = self.at(place)
            cell, part = (int(column), int(row)), DOTS[int(row * 4) % 4][int(column * 2) % 2]
            self.dots[cell] = self.dots.get(cell, 0) | part

    def row(self, number: int) -> str:
        """One line of the plot."""
        return "".join(self.sign(column, number) for column in range(self.wide)).rstrip()

    def sign(self, column: int, row: int) -> str:
        """What stands in one cell: a mark, else dots, else nothing."""
        mark = self.cells.get((column, row), " ")
        dots = self.dots.get((column, row))
        return chr(BRAILLE + dots) if dots and mark in {" ", PATH, OUTLOOK} else mark


def along(start: Place, end: Place, steps: int) -> Iterable[Place]:
    """Places on a straight line."""
    return (
        (start[0] + (end[0] - start[0]) * n / steps, start[1] + (end[1] - start[1]) * n / steps)
        for n in range(steps + 1)
    )


def plot(drawing: Drawing, *, ascii_only: bool = False, wide: int = 60, high: int = 12) -> list[str]:
    """A chart as lines of text: marks that are one cell wide everywhere, in ASCII where asked."""
    canvas = _Canvas(wide, high, drawing)
    draw(canvas, ascii_only=ascii_only)
    labels = {int(canvas.at((drawing.across[0], value))[1]): clean(words) for value, words in drawing.side}
    margin = max(map(width, [*labels.values(), ""]))
    rows = [f"{labels.get(n, ''):>{margin}} |{canvas.row(n)}".rstrip() for n in range(high)]
    foot = " " * margin + " +" + "-" * wide
    below = " " * (margin + 2) + footing(canvas)
    lines = [clean(drawing.unit), *rows, foot, below, legend(drawing, ascii_only=ascii_only)]
    return [line for line in lines if line]


def draw(canvas: _Canvas, *, ascii_only: bool) -> None:
    """Everything on the canvas: stages over actuals over the path over the outlook."""
    drawing = canvas.drawing
    highs = [(flag.place[0], flag.high) for flag in drawing.flags if flag.high is not None]
    for place in (*(flag.place for flag in drawing.flags), *highs):
        canvas.put(place, STAGE)
    for place in (place for run in drawing.runs for place in run):
        canvas.put(place, ACTUAL)
    for start, end in (pair for run in drawing.runs for pair in pairwise(run)):
        if ascii_only:
            canvas.join(start, end, JOINED)
        else:
            canvas.dot(start, end)
    for start, end in (pair for line in drawing.path for pair in pairwise(line)):
        canvas.join(start, end, PATH)
    if drawing.fan:
        shade(canvas, drawing.fan)


def shade(canvas: _Canvas, fan: Sequence[Place]) -> None:
    """The area an outlook spans."""
    start, low, _, high = fan
    for bottom, top in zip(along(start, low, canvas.wide), along(start, high, canvas.wide), strict=True):
        canvas.join(bottom, top, OUTLOOK)


def footing(canvas: _Canvas) -> str:
    """The days along the foot, each centred below its place, those that would touch left out."""
    line = ""
    for ordinal, words in canvas.drawing.foot:
        column = int(canvas.at((ordinal, canvas.drawing.up[0]))[0])
        start = max(0, min(column - len(words) // 2, canvas.wide - len(words)))
        if not line or start > len(line):
            line = line.ljust(start) + words
    return line


def legend(drawing: Drawing, *, ascii_only: bool) -> str:
    """What each mark means, of those that are there."""
    actual, path, stage, outlook = drawing.legend
    joined = JOINED if ascii_only else chr(BRAILLE + 0x12) + chr(BRAILLE + 0x24)
    shown = (
        (f"{ACTUAL}{joined}", actual, drawing.runs),
        (PATH * 2, path, drawing.path),
        (STAGE, stage, drawing.flags),
        (OUTLOOK * 2, outlook, drawing.fan),
    )
    return "   ".join(f"{mark} {words}" for mark, words, there in shown if there)


def sparkline(values: Sequence[Decimal], *, ascii_only: bool = False) -> str:
    """Values as heights from the lowest to the highest; all alike stand in the middle, fewer than two are nothing."""
    if len(values) < 2:  # noqa: PLR2004 -- one value has no course
        return ""
    heights, low, span = HEIGHTS_ASCII if ascii_only else HEIGHTS, min(values), max(values) - min(values)
    if not span:
        return heights[len(heights) // 2] * len(values)
    return "".join(heights[int((value - low) / span * (len(heights) - 1) + Decimal("0.5"))] for value in values)


def bar(completion: Decimal | None, schedule: Decimal | None, *, ascii_only: bool = False) -> str:
    """A completion as a bar, with a stroke where the schedule stands; nothing where there is no schedule."""
    if completion is None or schedule is None:
        return ""
    full = int(max(Decimal(0), min(completion, Decimal(1))) * BAR + Decimal("0.5"))
    due = int(max(Decimal(0), min(schedule, Decimal(1))) * BAR + Decimal("0.5"))
    cells = FULL[ascii_only] * full + EMPTY[ascii_only] * (BAR - full)
    return cells[:due] + DUE + cells[due:]
