"""Charts as SVG: a small picture whose text stays text, in a file of its own or inside a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import NamedTuple

from tracker.render.as_plain import clean
from tracker.render.chart import Drawing, Flag, Place

FONTS = (
    "'Noto Sans CJK SC','Noto Sans SC','Source Han Sans SC','Microsoft YaHei','PingFang SC',"
    "'WenQuanYi Micro Hei',SimHei,'Helvetica Neue',Arial,sans-serif"
)
"""Fonts with Chinese characters first: whatever of these a reader has is used."""
INK, FAINT, GRID = "#1f2933", "#52606d", "#d9dee3"
ACTUAL, PATH, STAGE, OUTLOOK = "#0b5cad", "#52606d", "#9a3412", "#8fb8de"
LEFT, RIGHT, TOP, BOTTOM = 46, 16, 22, 40
EDGE = 24.0
"""How near the edge a label may stand before it is set to that side."""


class _Frame(NamedTuple):
    """Where days and values lie on the picture."""

    wide: int
    high: int
    drawing: Drawing

    def at(self, place: Place) -> Place:
        """A place in points from the upper left corner."""
        (first, last), (low, top) = self.drawing.across, self.drawing.up
        across = (place[0] - first) / (last - first) * (self.wide - LEFT - RIGHT)
        down = (top - place[1]) / (top - low) * (self.high - TOP - BOTTOM)
        return LEFT + across, TOP + down


def as_svg(drawing: Drawing, *, wide: int = 360, high: int = 180, heading: bool = False) -> str:
    """A chart as one SVG element; `heading` writes its title into the picture as well, for a file of its own."""
    frame = _Frame(wide, high, drawing)
    head = 22 * heading
    title = [text(wide / 2, -6.0, drawing.title, size=13, anchor="middle", colour=INK)] if heading else []
    parts = [*title, *grid(frame), *outlook(frame), *paths(frame), *actuals(frame), *stages(frame), *legend(frame)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 {-head} {wide} {high + head}" '
        f'width="{wide}" height="{high + head}" role="img" font-family="{FONTS}" font-size="10">'
        f"<title>{said(drawing.title)}</title><desc>{said(drawing.description)}</desc>{''.join(parts)}</svg>"
    )


def said(words: str) -> str:
    """Words that stay words inside a picture."""
    return escape(clean(words))


def points(places: Iterable[Place]) -> str:
    """Places as a list of points."""
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in places)


def text(  # noqa: PLR0913 -- a place, words, and how they look
    x: float, y: float, words: str, *, size: int = 10, anchor: str = "start", colour: str = FAINT
) -> str:
    """Words at a place."""
    set_at = f'x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}"'
    return f'<text {set_at} fill="{colour}">{said(words)}</text>'


def line(places: Iterable[Place], colour: str, more: str = "") -> str:
    """A line through places."""
    return f'<polyline points="{points(places)}" fill="none" stroke="{colour}" {more}/>'


def grid(frame: _Frame) -> Iterator[str]:
    """The marks up the side with their lines, and along the foot."""
    drawing, right = frame.drawing, frame.wide - RIGHT
    yield text(4, 12, drawing.unit)
    for value, words in drawing.side:
        y = frame.at((drawing.across[0], value))[1]
        yield line([(LEFT, y), (right, y)], GRID)
        yield text(LEFT - 5, y + 3.5, words, anchor="end")
    base = frame.high - BOTTOM
    for ordinal, words in drawing.foot:
        x = frame.at((ordinal, drawing.up[0]))[0]
        yield line([(x, base), (x, base + 4)], FAINT)
        yield text(x, base + 15, words, anchor="end" if x > right - EDGE / 2 else "middle")


def outlook(frame: _Frame) -> Iterator[str]:
    """The fan of the outlook and the way it expects."""
    if frame.drawing.fan:
        start, low, value, high = map(frame.at, frame.drawing.fan)
        yield f'<polygon points="{points([start, low, high])}" fill="{OUTLOOK}" fill-opacity="0.45"/>'
        yield line([start, value], ACTUAL, 'stroke-dasharray="2 3"')


def paths(frame: _Frame) -> Iterator[str]:
    """What is asked for, dashed."""
    for each in frame.drawing.path:
        yield line(map(frame.at, each), PATH, 'stroke-width="1.3" stroke-dasharray="5 3"')


def actuals(frame: _Frame) -> Iterator[str]:
    """What was reached; what is still to be replaced is a ring."""
    for number, run in enumerate(frame.drawing.runs, start=1):
        older = number < len(frame.drawing.runs)
        yield line(map(frame.at, run), ACTUAL, f'stroke-width="2" stroke-opacity="{0.35 if older else 1}"')
        for place in () if older else run:
            x, y = frame.at(place)
            fill = "#ffffff" if place in frame.drawing.tentative else ACTUAL
            yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.6" fill="{fill}" stroke="{ACTUAL}"/>'


def stages(frame: _Frame) -> Iterator[str]:
    """The stages as diamonds with their numbers."""
    for flag in frame.drawing.flags:
        yield from stage(frame, flag)


def stage(frame: _Frame, flag: Flag) -> Iterator[str]:
    """One stage, or both ends of one that is a range."""
    for value in (flag.place[1], flag.high):
        if value is not None:
            x, y = frame.at((flag.place[0], value))
            yield f'<path d="M{x:.1f} {y - 4.5:.1f}l4.5 4.5l-4.5 4.5l-4.5 -4.5z" fill="{STAGE}"/>'
    x, y = frame.at(flag.place)
    anchor = "end" if x > frame.wide - RIGHT - EDGE else "middle"
    above = y - 8 if y > TOP + 4 else y + 16
    yield text(x + 4 * (anchor == "end"), above, flag.words, anchor=anchor, colour=STAGE)


def legend(frame: _Frame) -> Iterator[str]:
    """What each mark means, of those that are there; the words are set along the foot."""
    drawing, y = frame.drawing, float(frame.high - 8)
    dot = f'<circle cx="8" r="2.6" fill="{ACTUAL}"/>'
    marks = (
        (f'<path d="M0 0h16" stroke="{ACTUAL}" stroke-width="2"/>{dot}', drawing.runs),
        (f'<path d="M0 0h16" stroke="{PATH}" stroke-dasharray="5 3"/>', drawing.path),
        (f'<path d="M8 -4.5l4.5 4.5l-4.5 4.5l-4.5 -4.5z" fill="{STAGE}"/>', drawing.flags),
        (f'<path d="M0 -4h16v8h-16z" fill="{OUTLOOK}" fill-opacity="0.6"/>', drawing.fan),
    )
    shown = [(mark, words) for (mark, there), words in zip(marks, drawing.legend, strict=True) if there]
    x = 8.0
    for mark, words in shown:
        yield f'<g transform="translate({x:.1f} {y - 3:.1f})">{mark}</g>{text(x + 20, y, words)}'
        x += 34 + sum(10 if ord(sign) > 0x2E7F else 5.4 for sign in words)  # noqa: PLR2004 -- where wide signs begin
