"""The one write: what was agreed on is appended once, however many processes bring it at the same time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TypeAlias

from tracker.domain.deeds import Kind
from tracker.files.append import Receipt, append
from tracker.files.journal_line import content_key, submission_line
from tracker.files.journal_rows import WITHDRAWS
from tracker.files.submission import Journal

Row: TypeAlias = Mapping[str, Any]
Plan: TypeAlias = Callable[[Journal], Sequence[Row]]
"""The rows still to be recorded, given what the journal holds; it raises where something speaks against them."""


class _Moved(Exception):
    """Somebody else recorded something that changes what is to be recorded."""

    def __init__(self, journal: Journal) -> None:
        super().__init__()
        self.journal = journal


@dataclass(frozen=True, slots=True)
class Who:
    """Who records, and the clock."""

    by: str
    clock: Callable[[], datetime]


def submit(path: Path, plan: Plan, who: Who, seen: Journal, wait: float = 10.0) -> Receipt | None:
    """Record what a plan says, as one submission; None when nothing is left to record.

    `seen` is the journal as the caller read it. Where others recorded something since, the plan is asked again under
    the lock, so that a contradiction is never missed between two people. Errors are those of `append`, and the plan's.
    """
    rows = plan(seen)
    while rows:
        salt = salt_for(rows, seen)
        try:
            return append(
                path,
                rows,
                by=who.by,
                now=who.clock(),
                seen=seen,
                wait=wait,
                salt=salt,
                recheck=_unchanged(plan, rows, salt),
            )
        except _Moved as moved:
            seen = moved.journal
            rows = plan(seen)
    return None


def _unchanged(plan: Plan, rows: Sequence[Row], salt: str) -> Callable[[Journal], None]:
    """A look at the newer journal, under the lock: the same rows must still be the ones to record."""

    def recheck(journal: Journal) -> None:
        if list(plan(journal)) != list(rows) or salt_for(rows, journal) != salt:
            raise _Moved(journal)

    return recheck


def salt_for(rows: Sequence[Row], journal: Journal) -> str:
    """What tells this submission from an equal earlier one that was undone since.

    A figure recorded again after its withdrawal is a new submission, and so is the withdrawal of a figure recorded
    again: the key of the latest submission that did the opposite for the same figure, milestone or project is added.
    """
    opposite = {(subject, not taken) for row in rows for subject, taken in [undone(row)] if subject}
    if not opposite:
        return ""
    names = {subject[1] for subject, _ in opposite} | {None}  # most rows are of other indicators: told at a glance
    for submission in reversed(journal.submissions):
        if any(row.get("indicator") in names and undone(row) in opposite for row in submission.rows):
            return str(submission.key)
    return ""


def undone(row: Row) -> tuple[tuple[str, ...], bool]:
    """What a row speaks of, and whether it takes that back: a figure of a period, a milestone, or a project."""
    if "indicator" in row:
        return ("indicator", row["indicator"], row["period"]), "reason" in row
    taken = WITHDRAWS in row
    spoken = row[WITHDRAWS] if taken else row
    return next(((kind, spoken[kind]) for kind in Kind if kind in spoken), ()), taken


def line_of(rows: Sequence[Row], who: Who, seen: Journal) -> bytes:
    """The line that would be appended now."""
    return submission_line(content_key(rows, salt_for(rows, seen)), who.clock(), who.by, rows)
