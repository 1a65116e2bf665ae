"""What somebody wants to record, row by row, and what speaks against it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tracker.domain.series import Actual


@dataclass(frozen=True, slots=True)
class Draft:
    """One row as it was brought: the text of each field, where each stands, and which were shown in percent."""

    place: str
    texts: Mapping[str, str]
    places: Mapping[str, str] = field(default_factory=dict)
    percent: frozenset[str] = frozenset()
    troubles: Mapping[str, str] = field(default_factory=dict)
    unseen: frozenset[str] = frozenset()
    """The fields of which the file does not say whether they are shown in percent."""
    objections: tuple[Objection, ...] = ()
    """What speaks against the row before it is understood, such as a heading of another period."""
    doubts: tuple[Objection, ...] = ()
    """What speaks against the row as it can be understood, such as a column that nobody reads."""

    def place_of(self, name: str) -> str:
        """Where a field stands."""
        return self.places.get(name, self.place)


@dataclass(frozen=True, slots=True)
class Claim:
    """One row that could be understood: the row for the journal, and the figure it is where it is one."""

    place: str
    row: Mapping[str, Any]
    actual: Actual | None = None
    unseen: frozenset[str] = frozenset()
    """The percentages read from a file that hides whether 0.135 means 13.5 %."""
    doubts: tuple[Objection, ...] = ()
    """What was asked about on the way; each may be overruled."""


@dataclass(frozen=True, slots=True)
class Objection:
    """One thing that speaks against a row: a stable code, the place, and the facts of the sentence about it."""

    code: str
    place: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that was passed over on the way, to be told and not to be stopped for."""

    code: str
    place: str
    facts: Mapping[str, object] = field(default_factory=dict)


class Objected(Exception):
    """Rows that are not recorded as long as something speaks against any of them."""

    def __init__(self, objections: tuple[Objection, ...]) -> None:
        super().__init__(f"{len(objections)} objections")
        self.objections = objections


ACCEPTABLE = (
    "period-after-publication",
    "future-publication",
    "ytd-falls",
    "tenfold-jump",
    "older-publication",
    "ratio-above-100",
    "from-xls-percent",
    "fraction",
    "rank-in-brackets",
    "same-deed",
    "more-deeds",
    "unread-column",
    "part-of-another",
    "unknown-indicator",
)
"""What a person may overrule: the last two then leave the row out, the others are kept with the figure."""
