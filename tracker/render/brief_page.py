"""A leader's page in the words of one reader: what every format dresses, so that all say the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from tracker.assessment.verdict import Verdict
from tracker.render.chart import Drawing
from tracker.render.sheet import Sheet


class Lamp(NamedTuple):
    """A verdict with its mark and word, how many there are, and of how many."""

    verdict: Verdict
    mark: str
    word: str
    n: str
    of: str


class Part(NamedTuple):
    """One of the three parts: its code, its heading, its paragraphs, and the table below them."""

    code: str
    heading: str
    paragraphs: tuple[str, ...]
    sheets: tuple[Sheet, ...] = ()
    drawings: tuple[Drawing, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page."""

    lang: str
    title: str
    facts: tuple[str, ...]
    lamps: tuple[Lamp, ...]
    parts: tuple[Part, ...]
    notes_heading: str
    notes: tuple[str, ...]
    sources_heading: str
    sources: tuple[str, ...]

    @property
    def drawings(self) -> tuple[Drawing, ...]:
        """Every picture."""
        return tuple(drawing for part in self.parts for drawing in part.drawings)
