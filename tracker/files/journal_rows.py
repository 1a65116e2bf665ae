"""The rows of the journal, whose numbers are text, as figures, deeds, progress and withdrawals."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

from tracker.domain.deeds import Kind
from tracker.domain.fault import Fault
from tracker.domain.indicator import Indicator
from tracker.domain.location import Location
from tracker.domain.period import Period
from tracker.domain.period_text import year_undetermined
from tracker.domain.series import Actual, Bound, Vintage
from tracker.domain.units import LARGEST_EXPONENT, Unit, convert
from tracker.files import build, deeds
from tracker.files.acknowledgements import KEY as ACKNOWLEDGES
from tracker.files.acknowledgements import acknowledgement
from tracker.files.assemble import Assembly
from tracker.files.submission import Submission
from tracker.files.undisturbed import undisturbed

VINTAGES: Mapping[str | None, Vintage] = {None: Vintage.FINAL, **{vintage.value: vintage for vintage in Vintage}}
BOUNDS: Mapping[str | None, Bound | None] = {None: None, **{bound.value: bound for bound in Bound}}
TWO_YEARS = re.compile(r"([0-9]{4})/([0-9]{4})")
"""How several whole years stand in a journal; two of them did before they could be taken for a school year."""
WITHDRAWS = "withdraws"
"""What a row takes back: a deed or progress, by its fields; an older reader stops at it instead of counting a deed."""
NOTHING_TO_BE_DONE = "declare what it speaks of again, with a unit of the same kind"


@lru_cache(maxsize=4096)
def day(text: str) -> date:
    """A day as the journal writes it."""
    return date.fromisoformat(text)


@lru_cache(maxsize=4096)
def period(text: str) -> tuple[Period | None, str]:
    """A period with its canonical text, or None and the text of one whose year is not determined."""
    if year_undetermined(text):
        return None, text
    span = Period.parse(TWO_YEARS.sub(r"\1-01/\2-12", text))
    return span, str(span)


def number(text: str) -> Decimal:
    """A number of the journal, digits as printed; ValueError for what cannot be reckoned with."""
    if type(text) is not str:
        raise TypeError(text)
    value = Decimal(text)
    if not value.is_finite() or abs(value.adjusted()) > LARGEST_EXPONENT:
        raise ValueError(f'"{text[:40]}" is no number that can be reckoned with')
    return value


def take_in(
    submissions: Iterable[Submission], shown: str, assembly: Assembly, only: Container[str] | None = None
) -> None:
    """Add what was recorded, with `only` just the figures of some indicators; what no longer fits is a fault."""
    intake = _Intake(assembly)
    with undisturbed():
        _take_all(submissions, shown, intake, only)


def _take_all(submissions: Iterable[Submission], shown: str, intake: _Intake, only: Container[str] | None) -> None:
    for submission in submissions:
        location = Location(shown, submission.line)
        for row in submission.rows:
            if only is not None and row.get("indicator") not in only:
                continue
            try:
                intake.take(row, submission, location)
            except (InvalidOperation, TypeError):
                intake.fault(location, "a number or a day cannot be read")
            except KeyError as missing:
                intake.fault(location, f'"{missing.args[0]}" is missing, or no word that is known')
            except ValueError as error:
                intake.fault(location, str(error))


READS: Mapping[str, Callable[[str], object]] = {
    "on": day,
    "published": day,
    "invested": number,
    "physical": number,
    "count": lambda text: int(number(text)),
}


class _Intake:
    """Rows on their way into an assembly; what two rows of one indicator have in common is looked up once."""

    def __init__(self, assembly: Assembly) -> None:
        self.assembly = assembly
        self.measured: dict[tuple[str, str | None], tuple[Indicator, Unit]] = {}

    def take(self, row: Mapping[str, Any], submission: Submission, location: Location) -> None:
        """One row, by what it speaks of."""
        if ACKNOWLEDGES in row:
            self.assembly.acknowledgements.append(acknowledgement(row, submission.by, location))
        elif "milestone" in row:
            _known(row["milestone"], self.assembly.milestones, "milestone")
            milestone, day_known = self.assembly.milestones[row["milestone"]], submission.at.date()
            report = deeds.done(read_values(row), milestone, location, day_known, None)
            self.assembly.done.append(report._replace(recorded=submission.at, by=submission.by))
        elif "project" in row:
            _known(row["project"], self.assembly.projects, "project")
            step = deeds.progress(read_values(row), location, submission.at.date(), None)
            self.assembly.progress.append(step._replace(recorded=submission.at, by=submission.by))
        elif WITHDRAWS in row:
            self.retraction(row, submission, location)
        elif "reason" in row:
            self.withdrawal(row, submission, location)
        else:
            self.assembly.actuals.append(self.figure(row, submission, location))

    def figure(self, row: Mapping[str, Any], submission: Submission, location: Location) -> Actual:
        """One figure in its indicator's unit; written out because a journal holds very many of them."""
        get = row.get
        unit = get("unit")
        indicator, printed = self.measured.get((row["indicator"], unit)) or self.measure(row["indicator"], unit)
        span, written = period(row["period"])
        value, growth, published = get("value"), get("growth"), get("published")
        if value is not None:
            value = number(value)
            if printed is not indicator.unit:
                value = convert(value, printed, indicator.unit)
        return Actual(
            indicator.id,
            span,
            written,
            value,
            indicator.unit,
            location,
            None if growth is None else number(growth),
            VINTAGES[get("vintage")],
            None if published is None else day(published),
            submission.at,
            submission.by,
            get("source"),
            get("locator"),
            get("note"),
            BOUNDS[get("bound")],
            get("share_of"),
            _whole(get("rank")),
            _whole(get("rank_of")),
            tuple(get("accepted", ())),
        )

    def withdrawal(self, row: Mapping[str, Any], submission: Submission, location: Location) -> None:
        """One figure, or several of a period, taken back at the time of the submission."""
        indicator, printed = self.measure(row["indicator"], row.get("unit"))
        value = None if row.get("value") is None else convert(number(row["value"]), printed, indicator.unit)
        values = {
            **row,
            "period": period(row["period"])[1],
            "vintage": VINTAGES[row["vintage"]] if "vintage" in row else None,
            "on": day(row["on"]) if "on" in row else submission.at.date(),
        }
        taken = build.withdrawal(values, value, location, submission.by)
        self.assembly.withdrawals.append(taken._replace(recorded=submission.at))

    def retraction(self, row: Mapping[str, Any], submission: Submission, location: Location) -> None:
        """Reports of a milestone or a project taken back at the time of the submission."""
        meant = row[WITHDRAWS]
        kind = Kind.MILESTONE if "milestone" in meant else Kind.PROJECT
        _known(meant[kind.value], getattr(self.assembly, f"{kind}s"), kind.value)
        values = {"reason": row["reason"], "on": submission.at.date()}
        values |= {"day": day(meant["on"])} if "on" in meant else {}
        part = self.assembly.part(kind, meant)
        taken = deeds.retraction(values, (kind, meant[kind.value]), part, location)
        self.assembly.retractions.append(taken._replace(recorded=submission.at, by=submission.by))

    def measure(self, name: str, unit: str | None) -> tuple[Indicator, Unit]:
        """The indicator of a row and the unit the row is printed in; ValueError where they do not fit."""
        _known(name, self.assembly.indicators, "indicator")
        indicator = self.assembly.indicators[name]
        printed = indicator.unit if unit is None else self.assembly.units.declared(unit)
        convert(Decimal(1), printed, indicator.unit)
        self.measured[name, unit] = indicator, printed
        return indicator, printed

    def fault(self, location: Location, said: str) -> None:
        """A row that does not fit what is declared."""
        complaint = f"a recorded row does not fit the declarations: {said}"
        self.assembly.faults.append(
            Fault(location.file, location.line, 1, "journal-row", complaint, NOTHING_TO_BE_DONE)
        )


def read_values(row: Mapping[str, Any]) -> dict[str, Any]:
    """The row of a deed or of progress with its numbers and days read."""
    return {key: READS[key](value) if key in READS else value for key, value in row.items()}


def _whole(value: object) -> int | None:
    return None if value is None else int(str(value))


def _known(name: str, declared: Mapping[str, object], kind: str) -> None:
    if name not in declared:
        raise ValueError(f'there is no {kind} "{name}"')
