"""A finding as plain values."""

from __future__ import annotations

from datetime import UTC, datetime

from builders import a_portfolio, day
from ties import a_figure, a_flow, found

from tracker.domain.location import Location
from tracker.render.audit_document import COLUMNS, envelope, finding
from tracker.render.columns import flat

FLOW = a_flow("steel")
SEPTEMBER = a_figure(
    FLOW, "2023-01/2023-09", "68.1", location=Location("seeds/a.toml", 4), source="a", locator="line 8"
)
OCTOBER = a_figure(FLOW, "2023-01/2023-10", "66.8", location=Location("actuals/b.toml", 1))


def test_a_finding_as_a_document():
    """Both sides with value, interval, unit and place; unknown is null."""
    (falls,) = found("running-total", [FLOW], SEPTEMBER, OCTOBER)
    nothing = {"unit": "亿元", "how": None}
    assert finding(falls) == {
        "outcome": "fails",
        "check": "running-total",
        "indicator": "steel",
        "period": "2023-01/2023-10",
        "left": {
            "value": 66.8,
            "low": 66.75,
            "high": 66.85,
            **nothing,
            "locations": ["actuals/b.toml:1"],
            "sources": [],
            "figures": [
                {
                    "indicator": "steel",
                    "period": "2023-01/2023-10",
                    "vintage": "final",
                    "source": None,
                    "locator": None,
                    "location": {"file": "actuals/b.toml", "line": 1},
                }
            ],
        },
        "right": {
            "value": 68.1,
            "low": 68.05,
            "high": 68.15,
            **nothing,
            "locations": ["seeds/a.toml:4"],
            "sources": ["a"],
            "figures": [
                {
                    "indicator": "steel",
                    "period": "2023-01/2023-09",
                    "vintage": "final",
                    "source": "a",
                    "locator": "line 8",
                    "location": {"file": "seeds/a.toml", "line": 4},
                }
            ],
        },
        "difference": {"value": -1.3, "unit": "亿元"},
        "code": "falls",
        "text": "a running total falls: it is smaller than that of Jan-Sep 2023",
    }


def test_every_column_is_a_path_of_a_finding():
    """CSV and TSV say nothing that the document does not."""
    (falls,) = found("running-total", [FLOW], SEPTEMBER, OCTOBER)
    assert set(COLUMNS) <= set(flat(finding(falls)))


def test_the_envelope_counts_each_outcome():
    """Also where nothing was found."""
    moment = datetime(2025, 1, 1, tzinfo=UTC)
    made = {"tool_version": "0", "generated_at": moment, "inputs_sha256": "", "exit_code": 0}
    assert envelope(a_portfolio([]), (), day("2024-12-31"), **made) == {
        "schema": "tracker.audit/1",
        "tool_version": "0",
        "generated_at": "2025-01-01T00:00:00+00:00",
        "known_at": "2024-12-31",
        "workspace": "test",
        "inputs_sha256": "",
        "exit_code": 0,
        "summary": {"fails": 0, "conditional": 0, "holds": 0, "not-computable": 0, "total": 0},
        "findings": [],
        "problems": [],
    }
