"""Lamp rules: coloured bands that cover a measure without hole or overlap, and a colour for what is not known."""

from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from tracker.assessment.rules.case import Judged, Line

Cut: TypeAlias = tuple[Decimal, int]  # a place between numbers: just before a value (0) or just after it (1)

VERDICTS = ("on_track", "at_risk", "off_track", "unknown")
COLOUR_VERDICTS = {  # what a colour means unless the lamp says otherwise; blue and black have no common meaning
    "green": "on_track",
    "yellow": "at_risk",
    "amber": "at_risk",
    "orange": "off_track",
    "red": "off_track",
    "grey": "unknown",
}
COLOURS = (*COLOUR_VERDICTS, "blue", "black")
BELOW_ALL: Cut = (Decimal("-Infinity"), 0)
ABOVE_ALL: Cut = (Decimal("Infinity"), 1)


class Band(NamedTuple):
    """One colour's share of the measure; a bound of None is open-ended."""

    colour: str
    verdict: str
    low: Decimal | None
    low_included: bool
    high: Decimal | None
    high_included: bool

    @property
    def start(self) -> Cut:
        """The place where the band begins."""
        return BELOW_ALL if self.low is None else (self.low, 0 if self.low_included else 1)

    @property
    def end(self) -> Cut:
        """The place where the band ends."""
        return ABOVE_ALL if self.high is None else (self.high, 1 if self.high_included else 0)

    def holds(self, value: Decimal) -> bool:
        """Whether a value of the measure lies in the band."""
        return self.start <= (value, 0) and (value, 1) <= self.end


class Lamp(NamedTuple):
    """A named lamp rule; `unjudgeable` is the colour shown when the measure is unknown."""

    name: str
    measure: str
    bands: tuple[Band, ...]
    unjudgeable: str = "grey"
    unjudgeable_verdict: str = "unknown"
    memory: tuple[str, ...] = ()
    note: str = ""

    def check(self) -> list[str]:
        """What is wrong with the bands, hole by hole and overlap by overlap; empty when every value has one colour."""
        complaints = [
            f"{band.colour} is empty: its lower bound leaves nothing under its upper one"
            for band in self.bands
            if band.start >= band.end
        ]
        ordered = sorted(
            (band for band in self.bands if band.start < band.end), key=lambda band: (band.start, band.end)
        )
        if not ordered:
            return [*complaints, "there is no band: every x is without a colour"]
        complaints += holes(ordered)
        return complaints + overlaps(ordered)


def holes(ordered: list[Band]) -> list[str]:
    """The stretches of the measure that no band claims, with the colours beside them."""
    found, covered, last = [], BELOW_ALL, ""
    for band in ordered:
        if covered < band.start:
            beside = f"between {last} and {band.colour}" if last else f"below {band.colour}"
            found.append(f"no colour for {stretch(covered, band.start)} ({beside})")
        if covered <= band.end:
            covered, last = band.end, band.colour
    if covered < ABOVE_ALL:
        found.append(f"no colour for {stretch(covered, ABOVE_ALL)} (above {last})")
    return found


def overlaps(ordered: list[Band]) -> list[str]:
    """The stretches that two bands claim at once."""
    return [
        f"{first.colour} and {second.colour} both claim {stretch(second.start, min(first.end, second.end))}"
        for place, first in enumerate(ordered)
        for second in ordered[place + 1 :]
        if second.start < first.end
    ]


def stretch(start: Cut, end: Cut) -> str:
    """A stretch of the measure in words of the band grammar, such as `-10 < x < 0`, `x = 3` or `x >= 1`."""
    low = f"{start[0]:f} {'<=' if start[1] == 0 else '<'} "
    high = f" {'<=' if end[1] == 1 else '<'} {end[0]:f}"
    if start == BELOW_ALL and end == ABOVE_ALL:
        return "every x"
    if start[0] == end[0]:
        return f"x = {start[0]:f}"
    if start == BELOW_ALL:
        return f"x{high}"
    if end == ABOVE_ALL:
        return f"x {'>=' if start[1] == 0 else '>'} {start[0]:f}"
    return f"{low}x{high}"


def judge_lamp(lamp: Lamp, value: Decimal | None) -> Judged:
    """The colour of a measured value as the owner's class, with the distance to the nearest edge of its band."""
    if value is None or not value.is_finite():
        return Judged(lamp.unjudgeable, lamp.unjudgeable_verdict, reason="unmeasured")
    band = next((band for band in lamp.bands if band.holds(value)), None)
    if band is None:  # a lamp that passed check() has a band for every value
        return Judged(lamp.unjudgeable, lamp.unjudgeable_verdict, float(value), reason="no_band")
    edges = [edge for edge in (band.low, band.high) if edge is not None]
    margin = min((float(abs(value - edge)) for edge in edges), default=None)
    lines: tuple[Line, ...] = (("measure", lamp.measure), ("value", value), ("band", stretch(band.start, band.end)))
    return Judged(band.colour, band.verdict, float(value), boundaries(lamp), margin, lines)


def boundaries(lamp: Lamp) -> tuple[tuple[str, float], ...]:
    """The inner boundaries, rising, each with the colours on its two sides."""
    ordered = sorted(lamp.bands, key=lambda band: band.start)
    return tuple(
        (f"{first.colour}|{second.colour}", float(second.low))
        for first, second in pairwise(ordered)
        if second.low is not None
    )
