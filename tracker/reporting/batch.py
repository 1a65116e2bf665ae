"""Everything one command brings at once: read, judged together, recorded together or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from tracker.domain.portfolio import Portfolio
from tracker.files.submission import Journal
from tracker.reporting.changes import since, with_submissions
from tracker.reporting.claim import Claim, Draft, Objected, Objection, Remark
from tracker.reporting.declared import Declared
from tracker.reporting.judge import Judged, Outcome, Terms, judge, refuse_any, told_once
from tracker.reporting.understand import understand

LEFT_OUT = {"unknown-indicator": "left-out", "part-of-another": "left-out-part"}
"""What keeps a row out where that was agreed to, and how it is told."""


@dataclass
class Batch:
    """Drafts on their way into the journal of a workspace, as it was when `seen` was read."""

    declared: Declared
    seen: Journal
    terms: Terms
    drafts: Iterable[Draft]
    claims: list[Claim] = field(default_factory=list)
    misread: list[Objection] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    judged: list[Judged] = field(default_factory=list)

    def understand(self, tick: Callable[[], None] = lambda: None) -> None:
        """Read every draft; rows about unknown indicators are left out where that was agreed to."""
        for draft in self.drafts:
            tick()
            found = understand(draft, self.declared)
            if isinstance(found, Claim):
                self.claims.append(found)
                self.remarks += self.doubts_of(found)
            elif {one.code for one in found} <= self.terms.accept & LEFT_OUT.keys():
                facts = {"name": draft.texts.get("indicator", "")}
                self.remarks.append(Remark(LEFT_OUT[found[0].code], found[0].place, facts))
            else:
                self.misread += found

    def doubts_of(self, claim: Claim) -> Iterator[Remark]:
        """What is to be told once of a figure that goes in: that nobody knows its unit."""
        unit = claim.actual.unit if claim.actual else None
        if unit and not unit.known and all(one.facts.get("unit") != unit.symbol for one in self.remarks):
            yield Remark("unknown-unit", claim.place, {"unit": unit.symbol})

    def judge(self, journal: Journal) -> None:
        """Judge every claim against what the journal holds."""
        known = replace(self.declared, portfolio=self.portfolio_at(journal))
        self.judged = judge(self.claims, known, self.terms)

    def plan(self, journal: Journal) -> list[Mapping[str, Any]]:
        """The rows to record; Objected when anything speaks against any row."""
        self.judge(journal)
        if self.misread:
            raise Objected(tuple(self.objections))
        refuse_any(self.judged)
        return self.rows

    def portfolio_at(self, journal: Journal) -> Portfolio:
        """The workspace with what was recorded since it was read."""
        more = since(journal, self.seen)
        return with_submissions(self.declared.portfolio, self.declared.units, more) if more else self.declared.portfolio

    @property
    def rows(self) -> list[Mapping[str, Any]]:
        """The rows that would be recorded."""
        return [one.claim.row for one in self.judged if one.outcome in {Outcome.NEW, Outcome.CHANGED}]

    @property
    def objections(self) -> list[Objection]:
        """Everything that speaks against any row, in the order of the rows."""
        judged = (objection for one in self.judged for objection in one.objections)
        return list(told_once((*self.misread, *judged)))

    def counts(self) -> dict[str, int]:
        """How many rows there are of each outcome."""
        found = {outcome.value: sum(one.outcome is outcome for one in self.judged) for outcome in Outcome}
        found[Outcome.REFUSED.value] += len({one.place for one in self.misread})
        return found
