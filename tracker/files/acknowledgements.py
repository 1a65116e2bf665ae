"""Acknowledgements as rows of the journal: `{"acknowledges": ID, "verdict": …, "on": …, "until": …, "reason": …}`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from tracker.domain.acknowledgement import Acknowledgement
from tracker.domain.location import Location
from tracker.files.submission import Submission

KEY = "acknowledges"


def row_of(given: Acknowledgement) -> dict[str, Any]:
    """An acknowledgement as a row; who gave it is a fact of the submission."""
    until = given.until.isoformat() if given.until else None
    row = {KEY: given.id, "verdict": given.verdict, "on": given.on.isoformat(), "until": until, "reason": given.reason}
    return {key: value for key, value in row.items() if value is not None}


def acknowledgement(row: Mapping[str, Any], by: str, location: Location) -> Acknowledgement:
    """A row as an acknowledgement; KeyError or ValueError where it is none."""
    until = row.get("until")
    return Acknowledgement(
        str(row[KEY]),
        str(row["verdict"]),
        date.fromisoformat(row["on"]),
        None if until is None else date.fromisoformat(until),
        str(row["reason"]),
        by,
        location,
    )


def latest_key(submissions: Sequence[Submission], id_: str) -> str:
    """The key of the latest submission that acknowledged a promise, or ended that; nothing when there is none."""
    return next((s.key for s in reversed(submissions) if any(row.get(KEY) == id_ for row in s.rows)), "")
