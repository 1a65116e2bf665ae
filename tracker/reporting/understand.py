"""A draft -> a claim: names, numbers, units and days read, or every objection to what is written there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from tracker.domain.series import Actual
from tracker.files.journal_rows import take_in
from tracker.files.submission import Submission
from tracker.reporting.claim import Claim, Draft, Objection
from tracker.reporting.declared import Declared
from tracker.reporting.deeds import naming_all, read_item, which_deeds
from tracker.reporting.fields import (
    WORDS,
    Misread,
    Read,
    find_unit,
    read_date,
    read_number,
    read_share,
    read_stage,
    read_whole,
    read_words,
)
from tracker.reporting.figure_fields import FigureFields
from tracker.reporting.growths import growth_as_value

TROUBLES = {"uncached": "uncached-formula", "comma": "comma-or-point", "day": "day-unseen", "scaled": "scaled-number"}
"""What is said of a cell that is no figure."""


def understand(draft: Draft, declared: Declared) -> Claim | list[Objection]:
    """One draft as a claim, or everything in it that cannot be understood."""
    if draft.objections:
        return list(draft.objections)
    reading = _Reading(growth_as_value(draft, declared.portfolio.indicators, declared.names), declared)
    row = reading.row()
    if reading.objections:
        return reading.objections
    percentages = {"growth"} | ({"value"} if row.get("unit") == "%" else set())
    unseen = reading.draft.unseen & percentages
    return Claim(draft.place, row, figure(row, declared), unseen, (*draft.doubts, *reading.doubts))


def figure(row: Mapping[str, Any], declared: Declared) -> Actual | None:
    """The figure a row of the journal would be read as; None for a deed or progress."""
    if "indicator" not in row:
        return None
    take_in([Submission("", datetime.min.replace(tzinfo=UTC), "", (row,), 0)], "", declared.scratch)
    return declared.scratch.actuals.pop()


class _Reading:
    """The fields of one draft, read one after the other; what cannot be read is kept as an objection."""

    def __init__(self, draft: Draft, declared: Declared) -> None:
        self.draft, self.declared = draft, declared
        self.doubts: list[Objection] = []
        self.objections: list[Objection] = []
        self.objections += [self.trouble(name, code) for name, code in draft.troubles.items()]

    def trouble(self, name: str, code: str) -> Objection:
        """A cell whose result is not in the file, or is an error."""
        text = self.draft.texts.get(name, "")
        return Objection(TROUBLES.get(code, "bad-number"), self.draft.place_of(name), {"text": text})

    def row(self) -> dict[str, Any]:
        """The row for the journal, its fields in the order people read them in."""
        texts = naming_all(self.draft.texts, self.declared.portfolio)
        kind = next((name for name in ("milestone", "project") if texts.get(name)), "indicator")
        row: dict[str, Any] = {}
        figure = FigureFields(self.draft, self.declared, self.objections, self.doubts)
        fields = {"milestone": self.deed, "project": self.progress, "indicator": figure.fields}[kind]()
        for name, read in fields.items():
            if name in self.draft.troubles or (not texts.get(name) and name not in {"unit", "period", "vintage"}):
                continue
            try:
                said = read(texts.get(name, ""))
            except Misread as misread:
                self.objections.append(Objection(misread.code, self.draft.place_of(name), misread.facts))
            else:
                row |= {"rank" if name == "in_brackets" else name: said} if said else {}
        if kind == "milestone" and not self.objections:
            self.objections += which_deeds(row, self.declared.portfolio, self.draft.place)
        if kind == "indicator" and not self.objections and not row.keys() & {"value", "growth", "rank"}:
            self.objections.append(Objection("no-figure", self.draft.place, {"name": texts.get("indicator", "")}))
        place = row.get("rank") or (row.get("value") if "rank_of" in row and kind == "indicator" else None)
        if not self.objections and place and place.isdigit() and int(place) > int(row.get("rank_of", place)):
            facts = {"rank": place, "count": row["rank_of"]}
            self.objections.append(Objection("bad-rank", self.draft.place_of("rank"), facts))
        return row

    def deed(self) -> dict[str, Read]:
        """The fields of a deed."""
        return {
            "milestone": lambda text: self.known(text, [m.id for m in self.declared.portfolio.milestones], "milestone"),
            "item": lambda text: read_item(text, self.draft.texts["milestone"], self.declared.portfolio),
            "count": read_whole,
            "all": bool,
            "on": read_date,
            "published": read_date,
            **dict.fromkeys(WORDS, read_words),
        }

    def progress(self) -> dict[str, Read]:
        """The fields of a project's progress."""
        return {
            "project": lambda text: self.known(text, [p.id for p in self.declared.portfolio.projects], "project"),
            "on": read_date,
            "stage": read_stage,
            "invested": read_number,
            "unit": self.any_unit,
            "physical": read_share,
            "published": read_date,
            **dict.fromkeys(WORDS, read_words),
        }

    def any_unit(self, text: str) -> str:
        """The unit of a sum of money, where it is given."""
        return find_unit(self.declared.units, text).symbol if text else ""

    def known(self, text: str, ids: list[str], kind: str) -> str:
        """An id that is declared."""
        from difflib import get_close_matches

        if text not in ids:
            raise Misread(f"unknown-{kind}", name=text, near=get_close_matches(text, ids, n=3, cutoff=0.5))
        return text
