"""Rows of the files -> the domain's own values, in the workspace's units."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from tracker.domain.elapsed import Convention
from tracker.domain.indicator import Indicator, Policy, Source
from tracker.domain.location import Location
from tracker.domain.period import Period
from tracker.domain.series import Actual, Vintage, Withdrawal
from tracker.domain.target import (
    Aim,
    Baseline,
    Checkpoint,
    InForce,
    Milestone,
    Of,
    PathKind,
    Project,
    Responsibility,
    Stage,
    Target,
    When,
)
from tracker.domain.units import Unit, convert
from tracker.domain.words import Words
from tracker.files.choices import ListKind

NO_POLICY = Policy("", Words(en=""), Words(en=""), None, None, Location("", 0))
Row = Mapping[str, Any]


def policy(row: Row, location: Location) -> Policy:
    """The document behind a file of declarations."""
    return Policy(
        row["id"], row["title"], row.get("region", Words(en="")), row.get("source"), row.get("issued"), location
    )


def source(row: Row, location: Location) -> Source:
    """The document behind a file of figures."""
    publisher, published = row.get("publisher"), row.get("published")
    return Source(row["id"], row["title"], publisher, published, row.get("document"), row.get("sha256"), location)


def indicator(row: Row, unit: Unit, location: Location) -> Indicator:
    """One measured thing."""
    return Indicator(
        row["id"],
        row["name"],
        row["measure"],
        unit,
        row["better"],
        row.get("releases"),
        row.get("release_lag_days"),
        row.get("breaks", ()),
        row.get("price_basis"),
        row.get("scope"),
        row.get("limit"),
        location,
    )


def responsibility(row: Row) -> Responsibility:
    """Who answers for a promise, and its labels."""
    return Responsibility(
        row.get("lead"), row.get("supporting", ()), row.get("leader"), row.get("chain"), row.get("tags", ())
    )


def stages(row: Row) -> tuple[Stage, ...]:
    """The steps of a promise, each with its own word or the target's."""
    aim = row.get("aim")
    return tuple(
        Stage(s.get("by"), s.get("value"), s.get("aim") or aim or Aim.AT_LEAST, s.get("high"), s.get("tolerance"))
        for s in row["stages"]
    )


def target(row: Row, measured: Indicator, under: Policy, location: Location) -> Target:
    """A promise about one indicator."""
    start, valid = row.get("baseline"), row.get("in_force", {})
    return Target(
        id=row["id"],
        indicator=row["indicator"],
        title=row.get("title", measured.name),
        policy=under.id,
        region=under.region,
        of=row.get("of", Of.VALUE),
        aim=row.get("aim"),
        stages=stages(row),
        location=location,
        reading=row.get("reading"),
        when=row.get("when", When.BY),
        since=row.get("from"),
        path=row.get("path", PathKind.EVEN),
        checkpoints=tuple(Checkpoint(c["by"], c["value"]) for c in row.get("checkpoints", ())),
        schedule=row.get("schedule", Convention.MONTHS),
        baseline=Baseline(start["period"], start.get("value")) if start else None,
        peer=row.get("peer"),
        rule=row.get("rule"),
        in_force=InForce(valid.get("from"), valid.get("until")),
        issued=under.issued,
        replaces=row.get("replaces"),
        reason=row.get("reason"),
        responsibility=responsibility(row),
        nature=row.get("nature"),
        strength=row.get("strength"),
        locator=row.get("locator"),
        note=row.get("note"),
    )


def milestone(row: Row, under: Policy, location: Location) -> Milestone:
    """A deed, or a list of deeds, by a day."""
    return Milestone(
        row["id"],
        row["name"],
        under.id,
        under.region,
        row.get("by"),
        row.get("items", ()),
        row.get("count"),
        row.get("list") is ListKind.OPEN,
        location,
        responsibility(row),
        row.get("locator"),
        row.get("note"),
    )


def project(row: Row, under: Policy, location: Location) -> Project:
    """A construction or investment project."""
    return Project(
        row["id"],
        row["name"],
        under.id,
        under.region,
        row.get("kind"),
        row.get("total_investment"),
        row.get("unit"),
        row.get("annual_plan", {}),
        row.get("planned", {}),
        row.get("adds"),
        location,
        responsibility(row),
        row.get("locator"),
        row.get("note"),
    )


def actual(  # noqa: PLR0913 -- a figure has as many sides
    row: Row,
    measured: Indicator,
    printed: Unit,
    location: Location,
    *,
    origin: Source | None = None,
    recorded: datetime | None = None,
    by: str | None = None,
) -> Actual:
    """One figure, in its indicator's unit and with as many digits as were printed."""
    value, period = row.get("value"), row["period"]
    return Actual(
        indicator=measured.id,
        period=period if isinstance(period, Period) else None,
        printed_period=str(period),
        value=None if value is None else convert(value, printed, measured.unit),
        unit=measured.unit,
        location=location,
        growth=row.get("growth"),
        vintage=row.get("vintage", Vintage.FINAL),
        published=row.get("published") or (origin.published if origin else None),
        recorded=recorded,
        by=by,
        source=row.get("source") or (origin.id if origin else None),
        locator=row.get("locator"),
        note=row.get("note"),
        bound=row.get("bound"),
        share_of=row.get("share_of"),
        rank=row.get("rank"),
        rank_of=row.get("rank_of"),
        accepted=row.get("accepted", ()),
    )


def withdrawal(row: Row, value: Decimal | None, location: Location, by: str | None = None) -> Withdrawal:
    """A figure taken back."""
    period, on, reason = str(row["period"]), row.get("on"), row["reason"]
    return Withdrawal(row["indicator"], period, value, row.get("vintage"), on, reason, location, by)
