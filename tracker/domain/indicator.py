"""What is measured, and under which policy it was promised."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from tracker.domain.calendar import Releases
from tracker.domain.location import Location
from tracker.domain.period import Period
from tracker.domain.units import Unit
from tracker.domain.words import Words


class Measure(StrEnum):
    """What kind of number an indicator gives; it decides what may be pro-rated and what may be added up."""

    FLOW = "flow"
    STOCK = "stock"
    RATIO = "ratio"
    GROWTH = "growth"
    RANK = "rank"


class Better(StrEnum):
    """Which way an indicator should move; declared, never assumed."""

    HIGHER = "higher"
    LOWER = "lower"


class Policy(NamedTuple):
    """The document that makes promises."""

    id: str
    title: Words
    region: Words
    source: str | None
    issued: date | None
    location: Location


class Source(NamedTuple):
    """A published document that figures were taken from; sha256 is that of the document itself."""

    id: str
    title: Words
    publisher: Words | None
    published: date | None
    document: str | None
    sha256: str | None
    location: Location


class Indicator(NamedTuple):
    """One measured thing, its unit, its release rhythm and the periods where its scope changed."""

    id: str
    name: Words
    measure: Measure
    unit: Unit
    better: Better
    releases: Releases | None
    release_lag_days: int | None
    breaks: tuple[Period, ...]
    price_basis: str | None
    scope: Words | None
    limit: Decimal | None
    location: Location

    @property
    def higher_is_better(self) -> bool:
        """Whether a larger value is the better one."""
        return self.better is Better.HIGHER
