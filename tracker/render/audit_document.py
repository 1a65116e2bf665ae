"""An audit as plain values: every finding with both sides; keys are always there, unknown is null."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from fractions import Fraction
from typing import Any

from tracker.audit.checks import count
from tracker.audit.findings import Evidence, Finding, Side
from tracker.audit.interval import decimal
from tracker.domain.portfolio import Portfolio
from tracker.domain.quantity import Quantity
from tracker.render.audit_view import reason
from tracker.render.document import ENGLISH, Plain, day, location, number

SCHEMA = "tracker.audit/1"


def envelope(portfolio: Portfolio, findings: Sequence[Finding], known_at: date | None, **made: Any) -> Plain:  # noqa: ANN401
    """A whole audit; `made` are tool_version, generated_at, inputs_sha256 and exit_code."""
    generated: datetime = made["generated_at"]
    return {
        "schema": SCHEMA,
        "tool_version": made["tool_version"],
        "generated_at": generated.isoformat(timespec="seconds"),
        "known_at": day(known_at),
        "workspace": ENGLISH.name(portfolio.name),
        "inputs_sha256": made["inputs_sha256"],
        "exit_code": int(made["exit_code"]),
        "summary": {**{outcome.value: n for outcome, n in count(findings).items()}, "total": len(findings)},
        "findings": [finding(f) for f in findings],
        "problems": list(portfolio.notices),
    }


def finding(f: Finding) -> Plain:
    """One finding."""
    return {
        "outcome": f.outcome.value,
        "check": f.check,
        "indicator": f.indicator,
        "period": f.period,
        "left": side(f.left),
        "right": side(f.right),
        "difference": amount(f.difference),
        "code": f.code,
        "text": reason(f, ENGLISH),
    }


def side(s: Side | None) -> Plain | None:
    """One side, with the interval of all it may stand for."""
    if s is None:
        return None
    return {
        "value": number(s.number),
        "low": end(s.span.low),
        "high": end(s.span.high),
        "unit": s.unit.symbol,
        "how": s.reckoning or None,
        "locations": list(dict.fromkeys(str(e.location) for e in s.evidence)),
        "sources": list(dict.fromkeys(e.source for e in s.evidence if e.source)),
        "figures": [figure(e) for e in s.evidence],
    }


def end(value: Fraction | None) -> int | float | None:
    """One end of an interval; open is null."""
    return None if value is None else number(decimal(value))


def amount(q: Quantity | None) -> Plain | None:
    """A difference with its unit."""
    return None if q is None else {"value": number(q.number), "unit": q.unit.symbol}


def figure(e: Evidence) -> Plain:
    """What a side rests on."""
    return {
        "indicator": e.indicator,
        "period": e.period,
        "vintage": e.vintage.value if e.vintage else None,
        "source": e.source,
        "locator": e.locator,
        "location": location(e.location),
    }


SIDE = ("value", "low", "high", "unit", "how", "locations", "sources")
COLUMNS: tuple[str, ...] = (
    *("outcome", "check", "indicator", "period", "code", "text"),
    *(f"left_{name}" for name in SIDE),
    *(f"right_{name}" for name in SIDE),
    *("difference_value", "difference_unit"),
)
"""The columns of CSV and TSV: the JSON paths of a finding; new ones are only ever added at the end."""
