"""The rows of the journal, whose numbers are text, as figures, deeds, progress and withdrawals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

from tracker.domain.fault import Fault
from tracker.domain.location import Location
from tracker.domain.period import Period, year_undetermined
from tracker.domain.series import Bound, Vintage
from tracker.domain.units import convert

from tracker.files import build
from tracker.files.assemble import Assembly
from tracker.files.submission import Submission


@lru_cache(maxsize=4096)
def day(text: str) -> date:
    """A day as the journal writes it."""
    return date.fromisoformat(text)


@lru_cache(maxsize=4096)
def period(text: str) -> Period | str:
    """A period, or the text of one whose year is not determined."""
    return text if year_undetermined(text) else Period.parse(text)


READS: Mapping[str, Callable[[Any], Any]] = {
    "period": period,
    "value": Decimal,
    "growth": Decimal,
    "invested": Decimal,
    "physical": Decimal,
    "vintage": Vintage,
    "bound": Bound,
    "published": day,
    "on": day,
    "rank": int,
    "rank_of": int,
    "accepted": tuple,
}


def values_of(row: Mapping[str, Any]) -> dict[str, Any]:
    """One row with its texts read; ValueError where one says nothing that makes sense."""
    try:
        return {key: READS[key](value) if key in READS else value for key, value in row.items()}
    except (InvalidOperation, TypeError) as error:
        raise ValueError("a number cannot be read") from error


def take_in(submissions: Iterable[Submission], shown: str, assembly: Assembly) -> None:
    """Add what was recorded; a row that speaks of what is no longer declared is a fault at its line."""
    for submission in submissions:
        location = Location(shown, submission.line)
        for row in submission.rows:
            try:
                take_row(values_of(row), submission, location, assembly)
            except (KeyError, ValueError) as error:
                said = str(error).strip("'")
                complaint = f"a recorded row does not fit the declarations: {said}"
                help_ = "declare what it speaks of again, or take it back with tracker withdraw"
                assembly.faults.append(Fault(shown, submission.line, 1, "journal-row", complaint, help_))


def take_row(row: dict[str, Any], submission: Submission, location: Location, assembly: Assembly) -> None:
    """One row, by what it speaks of."""
    if "milestone" in row:
        known(row["milestone"], assembly.milestones, "milestone")
        assembly.done.append(build.done(row, location, submission.at.date(), None))
    elif "project" in row:
        known(row["project"], assembly.projects, "project")
        assembly.progress.append(build.progress(row, location, submission.at.date(), None))
    else:
        known(row["indicator"], assembly.indicators, "indicator")
        measured = assembly.indicators[row["indicator"]]
        unit = assembly.units.find(row["unit"]) if "unit" in row else measured.unit
        if "reason" in row:
            value = None if row.get("value") is None else convert(row["value"], unit, measured.unit)
            row["on"] = row.get("on") or submission.at.date()
            assembly.withdrawals.append(build.withdrawal(row, value, location, submission.by))
        else:
            assembly.actuals.append(
                build.actual(row, measured, unit, location, recorded=submission.at, by=submission.by)
            )


def known(name: str, declared: Mapping[str, object], kind: str) -> None:
    """Refuse what is not declared."""
    if name not in declared:
        raise ValueError(f'there is no {kind} "{name}"')
