"""How a sheet is to be read, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from tracker.domain.indicator import Indicator, Measure
from tracker.reporting.claim import Draft, Remark
from tracker.reporting.names import Names

RUNNING = frozenset({Measure.FLOW, Measure.GROWTH})
OVER_TIME = RUNNING | {Measure.RATIO}


@dataclass(frozen=True, slots=True)
class Guide:
    """How a sheet is to be read: the column map that was named, and what stands for all rows that do not say it."""

    names: Names
    indicators: Mapping[str, Indicator]
    columns: Mapping[str, str] = field(default_factory=dict)
    where: Mapping[str, str] = field(default_factory=dict)
    """What a row must say in some columns to be read."""
    header: int | None = None
    sheet: str | None = None
    defaults: Mapping[str, str] = field(default_factory=dict)

    def runs(self, name: str) -> bool:
        """Whether a name means indicators told from New Year on: flows, and the growth of flows."""
        return self.all_of(name, RUNNING)

    def lasts(self, name: str) -> bool:
        """Whether a name means indicators that speak of a stretch of time, not of its last day or of an order."""
        return self.all_of(name, OVER_TIME)

    def all_of(self, name: str, measures: AbstractSet[Measure]) -> bool:
        """Whether all indicators a name may mean are of some kinds."""
        ids, _ = self.names.find(name)
        return bool(ids) and all(self.indicators[one].measure in measures for one in ids if one in self.indicators)


@dataclass
class Intake:
    """What was found in a book: drafts, what was passed over, and whether any sheet could be read at all."""

    drafts: list[Draft] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    understood: list[str] = field(default_factory=list)
